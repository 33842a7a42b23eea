// Who moved most between two years, and in what a province is strong or weak. The
// figures are those of the published tables.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES, assertFigureDrawn, openPage, opensOn, textOf, untilAddress, useBrowser, until } from './harness.mjs';

useBrowser();

const STORY = {
  vi: {
    finding: /Hưng Yên tăng nhiều bậc nhất về PCI: 44 bậc, từ hạng 58 lên 14; Tây Ninh giảm nhiều bậc nhất: 41 bậc, từ hạng 14 xuống 55/,
    points: /Bắc Giang \(\+9,79 điểm\), giảm nhiều nhất là Tây Ninh \(−2,23 điểm\)/,
    refused: /Không so sánh được với 2020/,
    tooFew: /Mới có \d+\/63 tỉnh có hạng của cả hai năm 2022 và 2023/,
    strengths: [/Chi phí thời gian/, /6\/63/, /\+1,25 điểm/, /Đào tạo lao động/, /58\/63/],
    incomplete: /32\/63 tỉnh có đủ điểm thành phần năm 2021/,
  },
  en: {
    finding: /Hung Yen won the most places in PCI: 44, from 58th to 14th; Tay Ninh lost the most places: 41, from 14th to 55th/,
    points: /Bac Giang \(\+9\.79 points\), the largest fall in Tay Ninh \(−2\.23 points\)/,
    refused: /Not comparable with 2020/,
    tooFew: /Only \d+ of 63 provinces have ranks of both 2022 and 2023/,
    strengths: [/Time costs/i, /6\/63/, /\+1\.25 points/, /Labour training/, /58\/63/],
    incomplete: /Only 32 of 63 provinces have all component scores of 2021/,
  },
};

describe('movers between two years', () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: who moved most is told, drawn and listed`, async () => {
      const { page } = await openPage('/movers?i=pci&y=2018..2022', { lang, javaScript: false });
      assert.match(await textOf(page, '#movers-heading'), STORY[lang].finding);
      assert.match(await textOf(page, '.movers-summary'), STORY[lang].points);
      assert.equal(await page.locator('.movers-part tbody tr').count(), 63);
      await assertFigureDrawn(page, 'figure[data-chart="slope"]');
    });

    test(`${lang}: points are refused between years that do not compare, places are not`, async () => {
      const { page } = await openPage('/movers?i=papi&y=2020..2021&p=hau-giang', { lang, javaScript: false });
      assert.match(await textOf(page, '#movers'), STORY[lang].refused);
      const own = await textOf(page, '.movers-part .is-highlighted');
      assert.match(own, /27\/63 33\/60/);
      assert.match(own, /▼ 6/);
    });

    test(`${lang}: too few ranks are said, with the index to go on`, async () => {
      const { page } = await openPage('/movers?i=par', { lang, javaScript: false });
      assert.match(await textOf(page, '#movers-heading'), STORY[lang].tooFew);
      assert.equal(await page.locator('figure[data-chart]').count(), 0);
      assert.equal(await page.locator('.movers-summary a').getAttribute('href'), `/${lang}/index/par`);
    });
  }

  test('both years are chosen in one form, in either order', async () => {
    const { page } = await openPage('/movers?i=pci', { lang: 'vi', javaScript: false });
    await page.locator('select[name="y"]').first().selectOption('2019');
    await page.locator('select[name="y"]').last().selectOption('2013');
    await page.locator('.filter-form button[type="submit"]').click();
    await untilAddress(page, ({ searchParams }) => searchParams.getAll('y').join() === '2019,2013', 'both years');
    assert.match(await textOf(page, 'h1'), /2013–2019/);
  });

  test('the table is sorted by its links', async () => {
    const { page } = await openPage('/movers?i=pci&y=2018..2022', { lang: 'en', javaScript: false });
    await page.locator('.movers-part thead a[href*="sort=points"]').click();
    await untilAddress(page, ({ searchParams }) => searchParams.get('sort') === 'points', 'the order by points');
    let points = [];
    await until(async () => {
      points = await page.locator('.movers-part tbody td:nth-of-type(4) .change-up > span:first-child').allInnerTexts();
      const values = points.map(Number);
      return values.length > 10 && values.every((value, place) => place === 0 || value <= values[place - 1]);
    }, () => `points from the most to the fewest, which are ${points.join(' ')}`);
  });

  test('the page of an index leads there with its component and year', async () => {
    const { page } = await openPage('/index/pci?c=transparency&y=2019', { lang: 'vi', javaScript: false });
    await page.locator('a[href*="/movers?"]').click();
    await untilAddress(page, ({ pathname }) => pathname === '/vi/movers', 'the movers');
    assert.match(await textOf(page, '.kicker'), /Tính minh bạch · 2018–2019/);
  });
});

describe('strengths and weaknesses', () => {
  for (const lang of LANGUAGES) {
    test(`${lang}: they are told where component tables are complete`, async () => {
      const { page } = await openPage('/province/hau-giang?y=2019', { lang, javaScript: false });
      const text = await textOf(page, '#strengths');
      for (const pattern of STORY[lang].strengths) {
        assert.match(text, pattern);
      }
    });

    test(`${lang}: elsewhere the reason is told with the newest year that has them`, async () => {
      const { page } = await openPage('/province/hau-giang?y=2021', { lang, javaScript: false });
      assert.match(await textOf(page, '#strengths'), STORY[lang].incomplete);
      await page.locator('#strengths a').click();
      const newest = String(await opensOn('pci'));
      await untilAddress(page, ({ searchParams }) => searchParams.get('y') === newest, 'the newest complete year');
      await until(async () => (await page.locator('#strengths li[data-component]').count()) > 0, 'strengths and weaknesses');
    });
  }
});

test('an index leads to its movers only where there are any', async () => {
  for (const [index, links] of [['pci', 1], ['papi', 1], ['par', 0], ['sipas', 0]]) {
    const { page } = await openPage(`/index/${index}`, { lang: 'vi', javaScript: false });
    assert.equal(await page.locator('.analyses a[href*="/movers"]').count(), links, index);
  }
});
