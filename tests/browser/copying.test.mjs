// What is copied of a table pastes clean into a spreadsheet: numbers as numbers, what a rank is
// out of in a column of its own, no signs, no words for screen readers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onlyInChromium, openPage, until, useBrowser } from './harness.mjs';

useBrowser();

const readsClipboard = onlyInChromium('only Chromium lets a test read the clipboard');

/** Selects an element from its first to its last word, copies, and reads the clipboard. */
async function copied(visit, selector) {
  const { page, context, origin } = visit;
  await context.overridePermissions(origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  await page.tab.bringToFront();
  await page.locator(selector).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  assert.equal(await page.evaluate(() => document.execCommand('copy')), true);
  return page.tab.evaluate(`(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (await item.getType(type)).text();
    return { plain: await text('text/plain'), html: await text('text/html') };
  })()`);
}

const rowsOf = (text) => text.split('\n').map((line) => line.split('\t'));

test('the league table as rows and columns', readsClipboard, async () => {
  const visit = await openPage('/index/pci?y=2021', { lang: 'vi' });
  const { plain, html } = await copied(visit, '#table-league table');
  const [head, ...rows] = rowsOf(plain);
  assert.deepEqual(head, ['Hạng', 'Trên tổng số', 'Tỉnh, thành phố', 'Điểm', 'Thay đổi điểm', 'Thay đổi hạng', 'Hạng trong vùng', 'Trên tổng số', 'Điểm 2005–2024']);
  assert.equal(rows.length, 63);
  assert.deepEqual(rows[0].slice(0, 3), ['1', '63', 'Quảng Ninh']);
  const isNumber = (text) => /^-?\d+(,\d+)?$/.test(text);
  for (const row of rows) {
    assert.equal(row.length, head.length, row.join(' | '));
    const [rank, n, , score, , places, inRegion, ofRegion] = row;
    assert.ok([rank, n, score, places, inRegion, ofRegion].every(isNumber), row.join(' | '));
  }
  assert.ok(rows.some(([, , , , , places]) => places.startsWith('-')));
  assert.doesNotMatch(rows.flat().join(' '), /[▲▼●−–/+]/);
  assert.match(html, /<td>1<\/td><td>63<\/td><th>Quảng Ninh<\/th>/);
});

test('rows of other tables, with a score and its rank apart', readsClipboard, async () => {
  const visit = await openPage('/compare?i=pci&y=2019&p=hau-giang~can-tho', { lang: 'en' });
  const { plain } = await copied(visit, '#table-comparison table');
  const [head, , first] = rowsOf(plain);
  assert.deepEqual(head.slice(1, 7), ['Hau Giang', 'Rank', 'Out of', 'Can Tho', 'Rank', 'Out of']);
  assert.match(first.slice(1, 4).join(' '), /^\d+\.\d+ \d+ 63$/);
});

test('a word of a cell and a text outside tables are copied as they stand', readsClipboard, async () => {
  const visit = await openPage('/index/pci?y=2021', { lang: 'vi' });
  assert.equal((await copied(visit, '#table-league tbody tr:first-child th a')).plain, 'Quảng Ninh');
  assert.match((await copied(visit, 'h1')).plain, /^PCI/);
});

test('without scripts a copy has no hidden words, and no rank looks like a date', readsClipboard, async () => {
  const visit = await openPage('/index/pci?y=2021', { lang: 'vi', javaScript: false });
  const { page } = visit;
  await page.locator('#table-league tbody tr:first-child').evaluate((row) => getSelection().selectAllChildren(row));
  let text;
  await until(async () => (text = await page.evaluate(() => getSelection().toString())) !== '', 'a selection');
  assert.match(text, /^1\s+Quảng Ninh\s+73,02/);
  assert.doesNotMatch(text, /tăng|giảm|1\/63/);
});
