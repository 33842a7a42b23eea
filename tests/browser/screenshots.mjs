// Pictures of every page, to be looked at: `cargo xtask screenshots`.
//
// node screenshots.mjs <folder> [text that the name of the page contains]

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES, PAGES, assertFigureDrawn, closeBrowser, closePages, openPage, readToTheEnd } from './harness.mjs';

const [folder, only = ''] = process.argv.slice(2);
if (!folder) {
  throw new Error('usage: node screenshots.mjs <folder> [text]');
}
const WIDTHS = [1440, 390, 320];
const THEMES = ['light', 'dark'];
// Pages that are no part of the measured ones.
const OTHERS = [
  { name: 'search', path: '/search?q=ha', charts: [] },
  { name: 'search-nothing', path: '/search?q=xyz', charts: [] },
  { name: 'missing', path: '/province/atlantis', charts: [], status: 404 },
];
const faults = [];

await mkdir(folder, { recursive: true });
for (const { name, path, charts, status = 200 } of [...PAGES, ...OTHERS].filter((page) => page.name.includes(only))) {
  for (const lang of LANGUAGES) {
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        const file = join(folder, `${name}-${lang}-${width}-${theme}.png`);
        try {
          const visit = await openPage(path, { lang, width, theme, status });
          const { page } = visit;
          await readToTheEnd(visit);
          // What a telephone folds is looked at as well.
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('.fold')) details.open = true;
          });
          await readToTheEnd(visit);
          for (const chart of charts) {
            await assertFigureDrawn(page, `figure[data-chart="${chart}"]`, { live: true });
          }
          await page.evaluate(() => scrollTo(0, 0));
          await page.screenshot(file);
          await closePages();
        } catch (error) {
          // The other pictures are wanted all the same.
          faults.push(`${file}: ${error.message}`);
          await closePages().catch(() => {});
        }
      }
    }
  }
}
await closeBrowser();
console.log(`pictures are in ${folder}`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
