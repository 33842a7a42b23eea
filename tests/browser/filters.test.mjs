// What a reader chooses is in the address, and what is in the address is chosen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const chosen = (page, name) => page.locator(`main select[name="${name}"]`).first().inputValue();

test('an address chooses year, component and region', async () => {
  const { page } = await openPage('/index/pci?c=transparency&y=2019&r=md', { lang: 'vi' });
  assert.equal(await chosen(page, 'c'), 'transparency');
  assert.equal(await chosen(page, 'r'), 'md');
  const text = await textOf(page);
  assert.match(text, /2019/);
  assert.match(text, /Tính minh bạch/);
  const rows = page.locator('main table').first().locator('tbody tr');
  assert.equal(await rows.count(), 13, 'the provinces of the Mekong Delta');
});

test('a choice goes into the address, keeps the others, and back takes it away again', async () => {
  const visit = await openPage('/index/pci?y=2019', { lang: 'vi' });
  const { page } = visit;
  await page.locator('main select[name="c"]').first().selectOption('transparency');
  await untilAddress(
    page,
    ({ searchParams }) => searchParams.get('c') === 'transparency' && searchParams.get('y') === '2019',
    'the component in the address',
  );
  await until(async () => /Tính minh bạch/.test(await textOf(page)), 'its name');
  await page.locator('main select[name="r"]').first().selectOption('md');
  await untilAddress(page, ({ searchParams }) => searchParams.get('r') === 'md', 'the region in the address');
  assert.equal(new URL(page.url()).searchParams.get('c'), 'transparency');
  await page.goBack();
  await untilAddress(page, ({ searchParams }) => !searchParams.has('r'), 'the address without region');
  await until(async () => (await chosen(page, 'r')) === '', 'no region chosen');
  assert.equal(await chosen(page, 'c'), 'transparency');
  assert.equal(visit.requests.filter(({ isDocument }) => isDocument).length, 1);
});

test('a default and an empty field are left out of the address', async () => {
  const { page } = await openPage('/index/pci?c=transparency&y=2019', { lang: 'vi' });
  await page.locator('main select[name="c"]').first().selectOption({ index: 0 });
  await untilAddress(page, ({ search }) => search === '?y=2019', 'an address with the year alone');
});

test('an address read by a reload shows the same as the one reached by choices', async () => {
  const { page } = await openPage('/index/pci', { lang: 'vi' });
  await page.locator('main select[name="c"]').first().selectOption('transparency');
  await untilAddress(page, ({ searchParams }) => searchParams.get('c') === 'transparency', 'the component');
  const table = () => page.locator('main table').first().innerText();
  await until(async () => /Tính minh bạch/.test(await table()), 'its table');
  const reached = await table();
  await page.reload();
  assert.equal(await table(), reached);
});

test('the choices work without JavaScript', async () => {
  const { page } = await openPage('/index/pci?y=2019', { lang: 'vi', javaScript: false });
  const form = page.locator('main form').filter({ has: 'select[name="c"]' }).first();
  await form.locator('select[name="c"]').selectOption('transparency');
  await form.locator('button[type="submit"]').click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('c') === 'transparency', 'the component');
  assert.equal(new URL(page.url()).searchParams.get('y'), '2019');
  assert.equal(await chosen(page, 'c'), 'transparency');
});

test('keys the site does not know stay in the address', async () => {
  const { page } = await openPage('/index/pci?utm=x', { lang: 'vi' });
  await page.locator('main select[name="c"]').first().selectOption('transparency');
  await untilAddress(
    page,
    ({ searchParams }) => searchParams.get('c') === 'transparency' && searchParams.get('utm') === 'x',
    'both keys',
  );
});

test('tabs are links: chart, table and map each have an address', async () => {
  const { page } = await openPage('/index/pci', { lang: 'vi', javaScript: false });
  const tabs = page.locator('figure .tabs').first();
  const addresses = await tabs.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(addresses.some((address) => address.includes('tab=table')), addresses.join(' '));
  await tabs.locator('a[href*="tab=table"]').click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('tab') === 'table', 'the table');
  assert.ok((await page.locator('main table tbody tr').count()) >= 63);
});

test('the provinces of a comparison are in the address', async () => {
  const { page } = await openPage('/compare?p=hau-giang~can-tho', { lang: 'en' });
  const text = await textOf(page);
  assert.match(text, /Hau Giang/);
  assert.match(text, /Can Tho/);
});

test('what of an address cannot be read is named, and the page is there all the same', async () => {
  const { page } = await openPage('/index/pci?y=never&c=transparency', { lang: 'vi', javaScript: false });
  assert.match(await page.locator('.notice').innerText(), /Không đọc được “y=never”/);
  assert.match(await page.locator('h1').innerText(), /PCI/);
});
