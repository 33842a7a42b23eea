// A picture and the live chart that takes its place are equally high, at every width,
// so that nothing moves when a page is taken over.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, readToTheEnd, until, useBrowser } from './harness.mjs';

useBrowser();

/** Heights of the rooms of all figures, by their anchors. */
const rooms = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('figure[id]:has(.figure-canvas)')].map((figure) => [
        figure.id,
        figure.querySelector('.figure-canvas').getBoundingClientRect().height,
      ]),
    ),
  );

for (const path of ['/index/papi?y=2019&interval=sampling', '/province/hau-giang', '/compare?p=hau-giang~can-tho', '/declines?i=pci']) {
  test(`picture and live chart are equally high: ${path}`, async () => {
    for (const width of [320, 390, 800, 1440]) {
      const still = await rooms((await openPage(path, { lang: 'vi', width, javaScript: false })).page);
      assert.ok(Object.keys(still).length > 0, path);
      const visit = await openPage(path, { lang: 'vi', width });
      await readToTheEnd(visit);
      const { page } = visit;
      await until(() => page.evaluate(() => document.querySelectorAll('.figure-live:not(.is-live)').length === 0), 'all charts');
      assert.deepEqual(await rooms(page), still, `${width} px`);
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('.figure-canvas')]
          .filter((room) => room.querySelector('svg').getBoundingClientRect().height > room.getBoundingClientRect().height + 0.5)
          .map((room) => room.closest('figure').id),
      );
      assert.deepEqual(outside, [], `${width} px: charts higher than their room`);
    }
  });
}
