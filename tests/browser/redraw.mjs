// How long the what-if page takes from a moved slider to a page that is laid out
// again, in milliseconds: `cargo xtask bench` prints it. Prints JSON.

import { closeBrowser, openPage } from './harness.mjs';

const MOVES = 200;

const { page } = await openPage('/what-if?i=pci&p=hau-giang&y=2021&target=30', { lang: 'vi' });
await page.locator('form[data-what-if][data-live]').waitFor({ state: 'attached' });
const milliseconds = await page.evaluate((moves) => {
  const slider = document.querySelector('.slider');
  const [low, high] = [Number(slider.min), Number(slider.max)];
  return Array.from({ length: moves }, (_, move) => {
    slider.value = String(low + ((high - low) * move) / moves);
    const began = performance.now();
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    // Reading a size lays the page out.
    document.body.getBoundingClientRect();
    return performance.now() - began;
  });
}, MOVES);
await closeBrowser();
milliseconds.sort((left, right) => left - right);
const at = (share) => milliseconds[Math.floor(share * (MOVES - 1))];
console.log(JSON.stringify({ median: at(0.5), p95: at(0.95), longest: at(1) }));
