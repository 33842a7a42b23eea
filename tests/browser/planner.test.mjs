// What a planner comes for: what changed and why, what keeps falling and at what
// cost, and what it would take. The figures are those of the published tables.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IS_CHROMIUM, LANGUAGES, assertFigureDrawn, openPage, textOf, until, untilAddress, useBrowser, takenOver } from './harness.mjs';

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

describe('what if', () => {
  const ADDRESS = '/what-if?i=pci&p=hau-giang&y=2021';

  test('arrow keys on a slider change total and rank at once, and the address in place', async () => {
    const visit = await openPage(ADDRESS, { lang: 'vi' });
    const { page } = visit;
    assert.match(await textOf(page, '#new-total'), /63,80/);
    assert.match(await textOf(page, '#new-rank'), /38\/63/);
    const before = visit.requests.length;
    const slider = page.locator('.slider[aria-label^="Dịch vụ hỗ trợ"]');
    await slider.focus();
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('ArrowRight');
    }
    // Ten steps of 0.05 with two points of the total per point.
    await until(async () => /64,80/.test(await textOf(page, '#new-total')), 'one point more');
    assert.doesNotMatch(await textOf(page, '#new-rank'), /38\/63/);
    assert.match(await textOf(page, '#outcome-sentence'), /^Vượt /);
    await untilAddress(page, ({ searchParams }) => searchParams.get('d') === 'support:0.5', 'the change');
    assert.ok(await slider.evaluate((element) => element === document.activeElement), 'the slider keeps the focus');
    const asked = visit.requests.slice(before).filter(({ url }) => url.pathname.startsWith('/api/'));
    assert.deepEqual(asked.map(({ url }) => url.pathname), [], 'no question to the server');
    assert.equal(await slider.getAttribute('aria-valuetext').then((text) => /\+0,50/.test(text)), true);
  });

  for (const lang of LANGUAGES) {
    test(`${lang}: works as a form without JavaScript, with a target`, async () => {
      const { page } = await openPage(ADDRESS, { lang, javaScript: false });
      await page.locator('input[name="d.support"]').fill('0.5');
      await page.locator('input[name="target"]').fill('30');
      await page.locator('.what-if-form button[type="submit"]').click();
      await untilAddress(page, ({ searchParams }) => searchParams.get('target') === '30', 'the target');
      assert.match(await textOf(page, '#new-total'), lang === 'vi' ? /64,80/ : /64\.80/);
      assert.equal(await page.locator('#target .plan').count(), 2);
      assert.match(await textOf(page, '#target'), lang === 'vi' ? /mức thay đổi thông thường mỗi năm/ : /usual yearly change/);
    });
  }

  const WRONG = {
    vi: { unread: /Không đọc được “abc”.*ví dụ 0,2/, rank: /Không có hạng 99\. .*từ 1 đến 63/ },
    en: { unread: /“abc” cannot be read.*such as 0\.2/, rank: /There is no rank 99\. .*from 1 to 63/ },
  };

  for (const lang of LANGUAGES) {
    const written = (text) => (lang === 'vi' ? text.replace('.', ',') : text);

    test(`${lang}: a number is read as people here type it`, async () => {
      const { page } = await openPage(ADDRESS, { lang });
      await takenOver(page);
      const field = page.locator('#change-support');
      const slider = page.locator('#slide-support');
      for (const [typed, change, shown] of [
        ['0,2', '0.2', '0.2'],
        ['-0,3', '-0.3', '−0.3'],
        ['0.25', '0.25', '0.25'],
        ['−0,35', '-0.35', '−0.35'],
        ['+1', '1', '1'],
      ]) {
        await field.fill(typed);
        await page.keyboard.press('Tab');
        await untilAddress(page, ({ searchParams }) => searchParams.get('d') === `support:${change}`, `${typed} read`);
        await until(async () => (await field.inputValue()) === written(shown), `${typed} shown as ${written(shown)}`);
        await until(async () => (await slider.inputValue()) === change, `the slider at ${change}`);
        assert.equal(await field.getAttribute('aria-invalid'), null);
      }
      await slider.focus();
      await page.keyboard.press('ArrowLeft');
      await until(async () => (await field.inputValue()) === written('0.95'), 'the field follows the slider');
    });

    test(`${lang}: wrong input is named beside its field and stays in it`, async () => {
      const { page } = await openPage(ADDRESS, { lang });
      await takenOver(page);
      const field = page.locator('#change-support');
      const isNamed = async () => {
        await until(async () => (await field.getAttribute('aria-invalid')) === 'true', 'the field marked');
        assert.equal(await field.getAttribute('aria-describedby'), 'change-support-wrong');
        assert.match(await textOf(page, '#change-support-wrong'), WRONG[lang].unread);
        assert.equal(await field.inputValue(), 'abc');
      };
      await field.fill('abc');
      await page.keyboard.press('Tab');
      await isNamed();
      await page.locator('#target-rank').fill('99');
      await page.keyboard.press('Tab');
      await until(async () => (await page.locator('#target-rank-wrong').count()) === 1, 'the rank named');
      assert.match(await textOf(page, '#target-rank-wrong'), WRONG[lang].rank);
      await page.reload();
      await takenOver(page);
      await isNamed();
      await field.fill('0,5');
      await page.keyboard.press('Tab');
      await until(async () => (await page.locator('#change-support-wrong').count()) === 0, 'nothing wrong any more');
      assert.equal(await field.inputValue(), written('0.5'));
    });

    test(`${lang}: numbers with a comma and wrong ones are answered without JavaScript`, async () => {
      const { page } = await openPage(ADDRESS, { lang, javaScript: false });
      await page.locator('#change-support').fill('0,5');
      await page.locator('#change-labor').fill('abc');
      await page.locator('.what-if-form button[type="submit"]').click();
      await untilAddress(page, ({ searchParams }) => searchParams.get('d.labor') === 'abc', 'the answer');
      assert.match(await textOf(page, '#new-total'), new RegExp(written('64.80')));
      assert.equal(await page.locator('#change-support').inputValue(), written('0.5'));
      assert.equal(await page.locator('#change-labor').inputValue(), 'abc');
      assert.match(await textOf(page, '#change-labor-wrong'), WRONG[lang].unread);
      assert.equal(await page.locator('.notice').count(), 0);
    });
  }

  test('a target may be a total, and effort is measured by the changes the planner holds for usual', async () => {
    const visit = await openPage(ADDRESS, { lang: 'en' });
    const { page } = visit;
    const before = visit.requests.length;
    await page.locator('input[name="total"]').fill('65');
    await page.keyboard.press('Tab');
    await untilAddress(page, ({ searchParams }) => searchParams.get('total') === '65', 'the target total');
    assert.match(await textOf(page, '#target'), /To reach 65\.00/);
    const effort = async () => (await textOf(page, '#target .plan:last-of-type')).match(/effort ([\d.]+)/)[1];
    const observed = await effort();
    await page.locator('input[name="u.support"]').fill('0.1');
    await page.keyboard.press('Tab');
    await untilAddress(page, ({ searchParams }) => searchParams.get('u') === 'support:0.1', 'the usual change');
    assert.notEqual(await effort(), observed);
    const asked = visit.requests.slice(before).filter(({ url }) => url.pathname.startsWith('/api/'));
    assert.deepEqual(asked.map(({ url }) => url.pathname), [], 'no question to the server');
    const here = await textOf(page, '#target');
    await page.reload();
    assert.equal(await textOf(page, '#target'), here);
    await takenOver(page);
    await page.locator('input[name="target"]').fill('10');
    await page.keyboard.press('Tab');
    await until(async () => /one target only/.test(await textOf(page, '#outcome')), 'why there is no answer');
  });

  test('a plan can be tried', async () => {
    const { page } = await openPage(`${ADDRESS}&target=30`, { lang: 'vi' });
    await page.locator('#target .plan a').last().click();
    await untilAddress(page, ({ searchParams }) => searchParams.has('d'), 'the plan');
    await until(async () => Number((await textOf(page, '#new-rank')).match(/(\d+)\/63/)[1]) <= 30, 'the target rank');
  });

  test('drift over a break is refused with the reason, a change out of scale too', async () => {
    const { page } = await openPage(`${ADDRESS}&drift=1&d=support:9`, { lang: 'en', javaScript: false });
    assert.match(await textOf(page, '#drift-note'), /drift of the others cannot be taken/);
    assert.match(await textOf(page, '#outcome'), /outside the scale/);
  });

  test('without a province it asks for one', async () => {
    const { page } = await openPage('/what-if', { lang: 'vi', javaScript: false });
    assert.match(await textOf(page), /Hãy chọn một tỉnh/);
  });
});
