// The tests are not blind: what goes wrong in a page is seen, in every browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, until, useBrowser } from './harness.mjs';

useBrowser();

const FAULTS = {
  'an error on the console': [() => console.error('said aloud'), /^console: .*said aloud/],
  'an error nobody catches': [() => setTimeout(() => { throw new Error('thrown'); }), /^page error: .*thrown/],
  'an address that is not there': [() => fetch('/assets/missing.wasm').then(() => null), /^404 .*missing\.wasm/],
  'a request to another origin': [() => fetch('http://127.0.0.1:9/').catch(() => null), /Content[- ]Security[- ]Policy|request leaves the origin/],
  'a script written into the page': [
    () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
    },
    /Content[- ]Security[- ]Policy/,
  ],
};

for (const [what, [fault, pattern]] of Object.entries(FAULTS)) {
  test(`${what} is a problem`, async () => {
    const visit = await openPage('/data', { lang: 'vi' });
    await visit.page.evaluate(fault);
    await until(() => visit.problems.some((problem) => pattern.test(problem)), () => `${what} among ${JSON.stringify(visit.problems)}`);
    visit.isForgiven = true;
  });
}

test('several elements where one is meant are a failure', async () => {
  const { page } = await openPage('/data', { lang: 'vi' });
  await assert.rejects(page.locator('main a').innerText(), /elements/);
});
