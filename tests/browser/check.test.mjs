// The claim checker: a text is read in the tab, or by the server where there are no scripts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { IS_CHROMIUM, LANGUAGES, axe, openPage, textOf, until, useBrowser } from './harness.mjs';

useBrowser();

const ARTICLE = readFileSync(new URL('../../datasets/tests/claims/article_vi.txt', import.meta.url), 'utf8');
const SERIOUS = new Set(['serious', 'critical']);

const verdicts = (page) =>
  page.locator('.claim-list > li').evaluateAll((all) => all.map(({ className }) => className.match(/verdict-(\w+)/)[1]));
const posts = ({ requests }) => requests.filter(({ method }) => method !== 'GET').length;

async function check(page, text) {
  // Pasted, not typed.
  await page.locator('#check-text').evaluate((field, pasted) => { field.value = pasted; }, text);
  await page.locator('#check-apply').click();
  await page.locator('#check-summary').waitFor();
}

function count(all) {
  return all.reduce((counts, verdict) => ({ ...counts, [verdict]: (counts[verdict] ?? 0) + 1 }), {});
}

describe('a text that is pasted', () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: the article is marked claim by claim, and does not leave the tab`, async () => {
      const visit = await openPage('/check', { lang });
      const { page } = visit;
      const before = visit.requests.length;
      await check(page, ARTICLE);
      assert.deepEqual(count(await verdicts(page)), {
        agrees: 10,
        differs: 1,
        only_source: 9,
        agrees_within_rounding: 1,
        cannot_check: 3,
      });
      assert.equal(posts(visit), 0);
      assert.ok(visit.requests.slice(before).every(({ url }) => !decodeURIComponent(url.href).includes('63,8')));
      const marked = await textOf(page, '#marked-text');
      assert.match(marked, lang === 'vi' ? /1,61 điểm\s✗\s?không khớp/ : /1,61 điểm\s✗\s?differs/);
      // The text itself is all there.
      const whole = await page.locator('#marked-text').evaluate((element) => {
        const copy = element.cloneNode(true);
        for (const tag of copy.querySelectorAll('.claim-tag')) tag.remove();
        return copy.textContent;
      });
      assert.equal(whole, ARTICLE);
      assert.match(await textOf(page, '.claim-list'), lang === 'vi' ? /60 tỉnh đủ số liệu/ : /60 provinces had complete data/);
      assert.match(await textOf(page, '.unread-list'), /80%/);
      if (IS_CHROMIUM) {
        assert.deepEqual((await axe(visit)).filter(({ impact }) => SERIOUS.has(impact)), []);
      }
    });
  }

  test('marks lead to what is said of them by keyboard, and further to the province', async () => {
    const { page } = await openPage('/check?p=hau-giang&y=2021', { lang: 'vi' });
    await check(page, 'PCI đạt 63,9 điểm, xếp thứ 38/63.');
    assert.deepEqual(await verdicts(page), ['differs', 'agrees']);
    await page.locator('#mark-0').focus();
    await page.keyboard.press('Enter');
    await until(() => page.evaluate(() => location.hash === '#claim-0'), 'the claim');
    assert.equal(await page.locator('.claim-list > li').count(), 2, 'the result stays');
    await page.locator('#claim-0 a[href*="/province/hau-giang"]').click();
    await until(async () => /Hậu Giang/.test(await textOf(page, 'h1')), 'the page of the province');
  });

  test('the example is filled in and checked', async () => {
    const visit = await openPage('/check', { lang: 'en' });
    await visit.page.locator('#check-example').click();
    await visit.page.locator('#check-summary').waitFor();
    assert.match(await textOf(visit.page, '#check-summary'), /1 differs/);
    assert.match(await visit.page.locator('#check-text').evaluate(({ value }) => value), /63\.8 points/);
    assert.equal(posts(visit), 0);
  });

  test('200 kB are read and shown', async () => {
    const { page } = await openPage('/check', { lang: 'vi' });
    const long = ARTICLE.repeat(Math.ceil(200_000 / Buffer.byteLength(ARTICLE)));
    await page.locator('#check-text').evaluate((field, text) => { field.value = text; }, long);
    // How long it takes is told, not tested: it is up to the machine.
    const [read, shown] = await page.evaluate(async () => {
      const begun = performance.now();
      document.getElementById('check-text-form').requestSubmit(document.getElementById('check-apply'));
      // The form is answered before its event ends.
      const answered = performance.now();
      while (!document.getElementById('check-summary')) await new Promise((resolve) => setTimeout(resolve, 0));
      return [answered - begun, performance.now() - begun];
    });
    assert.ok((await verdicts(page)).length > 500);
    console.log(`200 kB: ${Math.round(read)} ms until read and judged, ${Math.round(shown)} ms until shown`);
  });
});

test('one figure is checked by its form', async () => {
  const { page } = await openPage('/check', { lang: 'en' });
  await page.locator('#claim-p').selectOption('hau-giang');
  await page.locator('#claim-y').selectOption('2021');
  await page.locator('#claim-measure').selectOption('rank');
  await page.locator('#claim-value').fill('9');
  await page.locator('#claim-apply').click();
  await page.locator('#check-summary').waitFor();
  assert.match(await textOf(page, '.claim-list'), /differs.*On record: 38\/63.*rank within the region/s);
  await page.locator('#claim-value').fill('x');
  await page.locator('#claim-apply').click();
  await page.locator('#check-problem').waitFor();
});

test('without scripts the server answers the form', async () => {
  const visit = await openPage('/check', { lang: 'vi', javaScript: false });
  const { page } = visit;
  await page.locator('#check-example').click();
  await until(async () => (await page.locator('.claim-list > li').count()) > 0, 'the answer');
  assert.equal(posts(visit), 1);
  assert.match(await textOf(page, '#check-place'), /Máy chủ đã kiểm tra/);
  assert.match(await textOf(page, '#marked-text'), /1,61 điểm\s✗\s?không khớp/);
});

test('the page fits a telephone', async () => {
  const { page } = await openPage('/check', { lang: 'vi', width: 390 });
  await check(page, ARTICLE);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `${width}`);
});
