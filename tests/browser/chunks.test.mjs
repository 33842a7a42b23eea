// Parts of the WebAssembly that are loaded when a page needs them, and what is done where one does not come.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const CHUNK = /\/split_places\.wasm$/;

const documents = (visit) => visit.requests.filter(({ isDocument }) => isDocument).length;
const chunks = (visit) => visit.requests.filter(({ url }) => CHUNK.test(url.pathname)).length;

const goToProvince = ({ page }) => page.locator('main a[href^="/vi/province/"]').first().click();
const isProvince = ({ pathname }) => pathname.startsWith('/vi/province/');

test('the chunk of a family of pages is loaded with its first page, once', async () => {
  const visit = await openPage('/index/pci', { lang: 'vi' });
  const { page } = visit;
  assert.equal(chunks(visit), 0);
  for (const round of ['first', 'second']) {
    await goToProvince(visit);
    await untilAddress(page, isProvince, 'a province');
    await page.locator('.cards').first().waitFor();
    assert.equal(chunks(visit), 1, round);
    await page.goBack();
    await page.locator('#league').waitFor();
  }
  assert.equal(documents(visit), 1);
});

test('where a chunk does not come, the page is loaded once as a document, which works by links', async () => {
  const visit = await openPage('/index/pci', { lang: 'vi', forgives: /split_places\.wasm|WebAssembly|JSHandle@error|split/ });
  const { page } = visit;
  // As a server answers that has another build.
  await page.intercept(CHUNK, (request) => request.respond({ status: 404, body: '' }));
  await goToProvince(visit);
  await until(() => documents(visit) === 2, 'the document');
  await until(async () => /Quảng Ninh/.test(await textOf(page, 'h1')), 'the page of the province');
  await page.locator('main a.step').first().click();
  await untilAddress(page, ({ searchParams }) => searchParams.has('y'), 'another year');
  await until(() => documents(visit) === 3, 'the other year as a document');
  // It is read to its end before the page is closed.
  await until(() => page.evaluate(() => document.readyState === 'complete'), 'the whole document');
});
