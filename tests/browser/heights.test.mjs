// A picture and the live chart that takes its place are equally high, at every width,
// so that nothing moves when a page is taken over.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, readToTheEnd, until, useBrowser } from './harness.mjs';

useBrowser();

/** Opens what a telephone folds: a figure is drawn when it is seen. */
const unfold = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('.fold')) details.open = true;
  });

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
      const written = (await openPage(path, { lang: 'vi', width, javaScript: false })).page;
      await unfold(written);
      const still = await rooms(written);
      assert.ok(Object.keys(still).length > 0, path);
      const visit = await openPage(path, { lang: 'vi', width });
      await unfold(visit.page);
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
