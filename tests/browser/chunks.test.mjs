// Parts of the WebAssembly that are loaded when a page needs them, and what is done where one does not come.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const PROVINCE = '/province/hau-giang?y=2021';
const WHAT_IF = '/vi/what-if?i=pci&p=hau-giang&y=2021';
const CHUNK = /\/split_what_if\.wasm$/;

const documents = (visit) => visit.requests.filter(({ isDocument }) => isDocument).length;
const chunks = (visit) => visit.requests.filter(({ url }) => CHUNK.test(url.pathname)).length;

/** Follows a link to the what-if page of a province. */
async function goToWhatIf({ page }) {
  const link = page.locator('main a[href*="/what-if?"]').first();
  await link.evaluate((link, address) => link.setAttribute('href', address), WHAT_IF);
  await page.locator(`main a[href="${WHAT_IF}"]`).first().click();
  await untilAddress(page, ({ pathname }) => pathname === '/vi/what-if', 'the what-if page');
}

test('the chunk of the what-if form is loaded with the first form, once', async () => {
  const visit = await openPage(PROVINCE, { lang: 'vi' });
  const { page } = visit;
  assert.equal(chunks(visit), 0);
  for (const round of ['first', 'second']) {
    await goToWhatIf(visit);
    await page.locator('form[data-live]').waitFor({ state: 'attached' });
    assert.equal(chunks(visit), 1, round);
    await page.goBack();
    await page.locator('#declines').waitFor();
  }
  assert.equal(documents(visit), 1);
});

test('where the chunk does not come, a page reached by a link is loaded once as a document and works as a form', async () => {
  const visit = await openPage(PROVINCE, { lang: 'vi', forgives: /split_what_if\.wasm|WebAssembly|JSHandle@error/ });
  const { page } = visit;
  // As a server answers that has another build.
  await page.intercept(CHUNK, (request) => request.respond({ status: 404, body: '' }));
  await goToWhatIf(visit);
  await until(() => documents(visit) === 2 && chunks(visit) === 2, 'the document, and the chunk asked for once more');
  await page.locator('input[name="d.support"]').fill('0.5');
  await page.locator('.what-if-form button[type="submit"]').click();
  await untilAddress(page, ({ searchParams }) => searchParams.get('d') === 'support:0.5', 'the change');
  await until(async () => /64,80/.test(await textOf(page, '#new-total')), 'the answer of the server');
  await until(() => documents(visit) === 3 && chunks(visit) === 4, 'the answer as a document');
});

test('a change made before the chunk has come is answered when it has', async () => {
  const visit = await openPage(PROVINCE, { lang: 'vi' });
  const { page } = visit;
  const letThrough = await page.hold(CHUNK);
  await goToWhatIf(visit);
  const slider = page.locator('.slider[aria-label^="Dịch vụ hỗ trợ"]');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await textOf(page, '#new-total'), /63,80/);
  letThrough();
  await until(async () => /63,90/.test(await textOf(page, '#new-total')), 'the answer to the step');
  await untilAddress(page, ({ searchParams }) => searchParams.get('d') === 'support:0.05', 'the change in the address');
});
