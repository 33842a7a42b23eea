// What is loaded when.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGES, onlyInChromium, openPage, readToTheEnd, takenOver, useBrowser, weigh } from './harness.mjs';

useBrowser();

const loadsCharts = ({ requests }) => requests.some(({ url }) => /\/echarts\.[0-9a-f]+\.js$/.test(url.pathname));

for (const { name, path } of PAGES.filter(({ charts }) => charts.length === 0)) {
  test(`${name} has no figure and does not load the chart engine`, async () => {
    const visit = await openPage(path, { lang: 'vi' });
    await readToTheEnd(visit);
    assert.equal(loadsCharts(visit), false);
  });
}

test('a page seen for the second time costs next to nothing', onlyInChromium('others do not tell bytes'), async () => {
  const visit = await openPage('/index/pci', { lang: 'vi' });
  await readToTheEnd(visit);
  visit.transfers.clear();
  await visit.page.reload();
  // As the first time: who reads on before loads pictures in place of charts.
  await takenOver(visit.page);
  await readToTheEnd(visit);
  const { total } = weigh(visit);
  assert.ok(total <= 20_000, `${total} bytes`);
});

test('nothing moves while a page loads', onlyInChromium('others do not report layout shifts'), async () => {
  const { page } = await openPage('/index/pci', { lang: 'vi' });
  const shift = await page.evaluate(
    () =>
      new Promise((resolve) => {
        let total = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) total += entry.hadRecentInput ? 0 : entry.value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // Buffered entries come before the next frame.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(total)));
      }),
  );
  assert.ok(shift <= 0.02, `layout shift ${shift}`);
});
