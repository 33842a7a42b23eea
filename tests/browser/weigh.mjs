// Measures what every page costs a reader who comes for the first time and reads
// to the end. Prints JSON; `cargo xtask check` holds it against the budgets.

import { LANGUAGES, PAGES, closeBrowser, closePages, openPage, readToTheEnd, weigh } from './harness.mjs';

const measured = [];
for (const { name, path } of PAGES) {
  for (const lang of LANGUAGES) {
    const visit = await openPage(path, { lang });
    await readToTheEnd(visit);
    measured.push({ page: name, language: lang, ...weigh(visit) });
    await closePages();
  }
}
await closeBrowser();
process.stdout.write(`${JSON.stringify(measured)}\n`);
