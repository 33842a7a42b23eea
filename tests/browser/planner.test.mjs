// What a planner comes for: what changed and why, and what keeps falling and at what cost. What it would take is in
// what_if.test.mjs. The figures are those of the published tables.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IS_CHROMIUM, LANGUAGES, assertFigureDrawn, openPage, textOf, until, untilAddress, useBrowser } from './harness.mjs';

useBrowser();

const STORY = {
  vi: {
    change: [/điểm PCI năm 2021 tăng 0,69/, /tăng 1 bậc/, /mức thay đổi chung cả nước \(\+0,29\)/, /so sánh hạn chế với 2020/i],
    parts: ['+3,44', '−1,56', '−1,515'],
    residual: /Phần không giải thích được bởi các chỉ số thành phần \(làm tròn\)\s+\+0,01/,
    refused: [/43,08/, /42,16/, /không so sánh được với 2020/],
    falls: /PAPI/,
  },
  en: {
    change: [/PCI score 2021 up 0\.69/, /up 1 place/, /national shift \(\+0\.29\)/, /limited comparison with 2020/i],
    parts: ['+3.44', '−1.56', '−1.515'],
    residual: /Not explained by the components \(rounding\)\s+\+0\.01/,
    refused: [/43\.08/, /42\.16/, /not comparable with 2020/],
    falls: /PAPI/,
  },
};

describe('what changed and why', () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: Hậu Giang from 2020 to 2021 is broken down with its residual`, async () => {
      const { page } = await openPage('/province/hau-giang?y=2021', { lang, javaScript: false });
      const text = await textOf(page, '#changes');
      for (const pattern of STORY[lang].change) {
        assert.match(text, pattern);
      }
      for (const part of STORY[lang].parts) {
        assert.ok(text.includes(part), `${part} in ${text}`);
      }
      assert.match(text, STORY[lang].residual);
      await assertFigureDrawn(page, 'figure[data-chart="waterfall"]');
    });

    test(`${lang}: years that do not compare are one sentence with both values`, async () => {
      const { page } = await openPage('/province/hau-giang?i=papi&y=2021', { lang, javaScript: false });
      const text = await textOf(page, '#changes');
      for (const pattern of STORY[lang].refused) {
        assert.match(text, pattern);
      }
      assert.equal(await page.locator('figure[data-chart="waterfall"]').count(), 0);
    });

    test(`${lang}: what falls is listed with the way to win it back`, async () => {
      const { page } = await openPage('/province/hau-giang', { lang, javaScript: false });
      assert.match(await textOf(page, '#declines'), STORY[lang].falls);
      await page.locator('#declines a[href*="/what-if?"][href*="d="]').first().click();
      await untilAddress(page, ({ pathname, searchParams }) => pathname.endsWith('/what-if') && searchParams.has('d'), 'the what-if page');
      assert.ok((await textOf(page, '#outcome-sentence')).length > 20);
    });
  }

  test('the earlier year is chosen in the address', async () => {
    const { page } = await openPage('/province/hau-giang?y=2021', { lang: 'vi' });
    await page.locator('#changes select[name="y"]').selectOption('2018..2021');
    await untilAddress(page, ({ searchParams }) => searchParams.get('y') === '2018..2021', 'both years');
    await until(async () => /2018 → 2021/.test(await textOf(page, '#changes')), 'the change since 2018');
    assert.match(await textOf(page, 'h1 ~ ul, .cards'), /2021/);
  });
});

describe('from the page of a province to what would win it back', () => {
  // One province of each of five regions.
  for (const province of ['hau-giang', 'thanh-hoa', 'lao-cai', 'dak-lak', 'dong-nai']) {
    for (const lang of LANGUAGES) {
      test(`${lang}: ${province} in two clicks, ready to print`, async () => {
        const { page } = await openPage(`/province/${province}`, { lang, javaScript: false });
        const section = page.locator('#declines');
        assert.ok((await section.locator('table').count()) > 0, 'a table of what falls');
        assert.ok((await section.locator('tbody tr').first().locator('td').nth(6).innerText()).trim(), 'a cost in points');
        await section.locator('a[href*="/what-if?"][href*="d="]').first().click();
        await untilAddress(page, ({ searchParams }) => searchParams.get('p') === province, 'the question');
        assert.match(await textOf(page, '#new-rank'), /\d+\/\d+/);
        if (!IS_CHROMIUM) {
          // Others do not show a page as it is printed.
          return;
        }
        await page.showAsPrinted();
        assert.equal(await page.locator('.site-nav').isVisible(), false);
        assert.equal(await page.locator('#outcome').isVisible(), true);
        assert.equal(await page.locator('table.levers').isVisible(), true);
      });
    }
  }
});

describe('the list of declines', () => {
  test('filters go into the address, and the address into the filters', async () => {
    const visit = await openPage('/declines?i=papi', { lang: 'vi' });
    const { page } = visit;
    assert.match(await page.locator('h1').innerText(), /tính đến PAPI 2024/);
    await page.locator('main select[name="r"]').selectOption('md');
    await untilAddress(page, ({ searchParams }) => searchParams.get('r') === 'md' && searchParams.get('i') === 'papi', 'the region');
    await page.locator('main select[name="streak"]').selectOption('3');
    await untilAddress(page, ({ searchParams }) => searchParams.get('streak') === '3' && searchParams.get('r') === 'md', 'the streak');
    await until(async () => (await page.locator('main select[name="streak"]').inputValue()) === '3', 'the streak chosen');
    const falls = () => page.locator('.declines-part tbody tr td:nth-of-type(2)').allInnerTexts();
    await until(async () => (await falls()).length > 0 && (await falls()).every((text) => Number(text) >= 3), 'runs of three and more');
    const reached = await textOf(page, '.declines-part');
    await page.reload();
    assert.equal(await textOf(page, '.declines-part'), reached);
    assert.equal(visit.requests.filter(({ isDocument }) => isDocument).length, 2, 'one document, and one by the reload');
  });

  test('heads sort by links', async () => {
    const { page } = await openPage('/declines?i=papi', { lang: 'en', javaScript: false });
    await page.locator('main #sort-cost').click();
    await untilAddress(page, ({ searchParams }) => searchParams.get('sort') === 'cost', 'the order');
    await until(async () => {
      const costs = (await page.locator('.declines-part tbody tr:not(.level-2) td:nth-of-type(8)').allInnerTexts()).map(Number);
      return costs.length > 10 && costs.every((cost, place) => place === 0 || cost <= costs[place - 1]);
    }, 'the dearest first');
  });

  test('nothing found is said in words', async () => {
    const { page } = await openPage('/declines?i=papi&streak=20', { lang: 'vi', javaScript: false });
    assert.match(await textOf(page), /Không có chuỗi giảm nào khớp/);
  });
});
