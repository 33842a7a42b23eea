// What it would take: the sliders, the target and its plans. The figures are those of the published tables.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IS_CHROMIUM, LANGUAGES, openPage, textOf, until, untilAddress, useBrowser, takenOver } from './harness.mjs';

useBrowser();

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
      await page.locator('#target-apply').click();
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
      await page.locator('#what-if-apply').click();
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
    const effort = async () => (await textOf(page, '#target .plan:first-of-type')).match(/effort ([\d.]+)/)[1];
    const observed = await effort();
    await page.locator('#assumptions-line').click();
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

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'in the app' : 'without JavaScript';

    test(`a plan on the sliders gives the total and the rank it says, ${how}`, async () => {
      const { page } = await openPage(`${ADDRESS}&target=30`, { lang: 'vi', javaScript });
      for (const plan of ['cheapest', 'equal']) {
        const words = await textOf(page, `.plan:has(#apply-plan-${plan}) > p`);
        const [, total, rank] = words.match(/được ([\d,]+)\s.*hạng (\d+)\/63/);
        await page.locator(`#apply-plan-${plan}`).click();
        await until(async () => (await page.locator(`#apply-plan-${plan}[aria-current]`).count()) === 1, 'the plan marked');
        assert.ok((await textOf(page, '#new-total')).startsWith(total), `${total} in ${await textOf(page, '#new-total')}`);
        assert.ok((await textOf(page, '#new-rank')).startsWith(`${rank}/63`), `${rank} in ${await textOf(page, '#new-rank')}`);
        assert.match(await textOf(page, '#verdict'), /^Đạt/);
        assert.equal(await page.locator('.plan [aria-current]').count(), 1);
        // The plans start from the scores now: they say the same with sliders moved.
        assert.equal(await textOf(page, `.plan:has(#apply-plan-${plan}) > p`), words);
      }
    });

    test(`what the sliders leave missing is told and made up, ${how}`, async () => {
      const { page } = await openPage(`${ADDRESS}&target=20&d=labor:0.2`, { lang: 'en', javaScript });
      assert.match(await textOf(page, '#verdict'), /[\d.]+.points short/);
      await page.locator('#fill-rest').click();
      await until(async () => /^Reached/.test(await textOf(page, '#verdict')), 'the target');
      await untilAddress(page, ({ searchParams }) => /labor:0.2/.test(searchParams.get('d')), 'the own change kept');
      assert.ok(Number((await textOf(page, '#new-rank')).match(/(\d+)\/63/)[1]) <= 20);
    });

    test(`a total is asked about where components are not on record, ${how}`, async () => {
      const { page } = await openPage('/what-if?i=pci&p=quang-binh&y=2022', { lang: 'vi', javaScript });
      assert.match(await page.locator('h1').innerText(), /PCI 2022/);
      assert.match(await textOf(page, '#no-scores'), /Chưa có điểm thành phần năm 2022 của Quảng Bình/);
      assert.equal(await page.locator('[data-new-score]').count(), 0);
      const before = await textOf(page, '#new-total');
      await page.locator('#change-support').fill('0,5');
      await page.keyboard.press('Enter');
      await untilAddress(page, ({ searchParams }) => searchParams.get('d') === 'support:0.5' || searchParams.get('d.support') === '0,5', 'the change');
      // A point of support services is 1.5 points of the total since 2022.
      await until(async () => /\+0,75/.test(await textOf(page, '#new-total')), 'three quarters of a point more');
      assert.notEqual(await textOf(page, '#new-total'), before);
      await page.locator('#target-rank').fill('20');
      await page.keyboard.press('Enter');
      await until(async () => (await page.locator('#target .plan').count()) === 2, 'two plans');
      await page.locator('#open-year').click();
      await untilAddress(page, ({ searchParams }) => searchParams.get('y') !== '2022', 'the year with scores');
      await until(async () => (await page.locator('[data-new-score]').count()) === 10, 'scores');
    });

    test(`components start from the best, the median or another province, ${how}`, async () => {
      const { page } = await openPage('/what-if?i=pci&p=quang-binh&y=2019', { lang: 'vi', javaScript });
      assert.equal(await page.locator('#start-peer').count(), 0);
      await page.locator('#peer').selectOption('quang-tri');
      if (!javaScript) {
        await page.locator('#what-if-apply').click();
      }
      await untilAddress(page, ({ searchParams }) => /^quang-binh(~quang-tri)?$/.test(searchParams.get('p')), 'the peer');
      await until(async () => (await page.locator('#start-peer').count()) === 1, 'the peer as a start');
      await page.locator('#start-region').click();
      await untilAddress(page, ({ searchParams }) => searchParams.has('d'), 'the changes');
      await until(async () => (await page.locator('#start-region[aria-current]').count()) === 1, 'the best of the region');
      const changes = new URL(page.url()).searchParams.get('d').split('~');
      assert.ok(changes.length > 5 && changes.every((change) => Number(change.split(':')[1]) > 0), changes.join());
      assert.match(await textOf(page, '#new-total'), /\+/);
      await page.locator('#what-if-reset').click();
      await untilAddress(page, ({ searchParams }) => !searchParams.has('d'), 'nothing changed');
      const gap = page.locator('#start-median-support, #start-region-support').first();
      const distance = (await gap.innerText()).trim();
      await gap.click();
      await untilAddress(page, ({ searchParams }) => searchParams.get('d')?.startsWith('support:'), 'one component');
      await until(async () => `+${await page.locator('#change-support').inputValue()}`.slice(0, 4) === distance.slice(0, 4), 'the distance');
    });
  }

  test('the focus stays where it is', async () => {
    const { page } = await openPage(`${ADDRESS}&target=20&d=labor:0.2`, { lang: 'vi' });
    const place = (id) => page.locator(`#${id}`).evaluate((element) => element.getBoundingClientRect().top);
    for (const id of ['apply-plan-cheapest', 'apply-plan-equal', 'start-region', 'what-if-reset', 'start-region-support', 'fill-rest', 'target-apply']) {
      await page.locator(`#${id}`).focus();
      const before = await place(id);
      const from = page.url();
      await page.keyboard.press('Enter');
      if (id !== 'target-apply') {
        await until(() => page.url() !== from, `${id}: another state`);
      }
      await until(async () => (await page.locator('html[data-app="ready"]').count()) === 1, 'the app');
      assert.equal(await page.evaluate(() => document.activeElement.id), id);
      const moved = Math.abs((await place(id)) - before);
      assert.ok(moved < 2, `${id} moved by ${moved}`);
    }
    await page.locator('#target-rank').fill('10');
    await page.keyboard.press('Enter');
    await untilAddress(page, ({ searchParams }) => searchParams.get('target') === '10', 'the target');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'target-rank');
  });

  test('without JavaScript the page opens where it was', async () => {
    const { page } = await openPage(`${ADDRESS}&target=20`, { lang: 'vi', javaScript: false });
    await page.locator('#apply-plan-cheapest').click();
    await untilAddress(page, ({ searchParams, hash }) => searchParams.has('d') && hash === '#sliders', 'the sliders');
    await page.locator('#what-if-reset').click();
    await untilAddress(page, ({ searchParams, hash }) => !searchParams.has('d') && hash === '#sliders', 'the sliders again');
    await page.locator('#target-rank').fill('10');
    await page.locator('#target-apply').click();
    await untilAddress(page, ({ searchParams, hash }) => searchParams.get('target') === '10' && hash === '#target', 'the plans');
  });

  for (const width of [1440, 390, 320]) {
    test(`zero stands at one place in every row, at ${width} px`, async () => {
      for (const query of ['i=pci&p=hau-giang&y=2021&d=support:0.5~labor:-1', 'i=papi&p=quang-binh', 'i=pci&p=quang-binh']) {
        const { page } = await openPage(`/what-if?${query}`, { lang: 'vi', width });
        const rows = await page.evaluate(() =>
          [...document.querySelectorAll('.lever-track')].map((track) => {
            const slider = track.querySelector('input');
            const [box, frame] = [slider, track].map((element) => element.getBoundingClientRect());
            const [min, max] = [slider.min, slider.max].map(Number);
            const thumb = 18;
            const mark = getComputedStyle(track, '::before');
            return {
              zero: box.left + thumb / 2 + ((0 - min) / (max - min)) * (box.width - thumb),
              mark: frame.left + parseFloat(mark.left),
              inside: box.left >= frame.left - 1 && box.right <= frame.right + 1,
            };
          }),
        );
        assert.ok(rows.length >= 8, `${rows.length} sliders of ${query}`);
        for (const { zero, mark, inside } of rows) {
          assert.ok(Math.abs(zero - rows[0].zero) < 1 && Math.abs(mark - zero) < 1.5, `${query}: ${zero} and ${mark} beside ${rows[0].zero}`);
          assert.ok(inside, `${query}: a slider leaves its place`);
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${query}: ${overflow} px too wide`);
      }
    });
  }

  test('the target comes first, and filters fold on a telephone', async () => {
    const { page } = await openPage(`${ADDRESS}&target=30`, { lang: 'vi', width: 390 });
    const tops = await page.evaluate(() =>
      ['#filters-line', '#target-rank', '#target', '#outcome', '#levers'].map((selector) => document.querySelector(selector).getBoundingClientRect().top),
    );
    assert.deepEqual(tops, tops.toSorted((one, other) => one - other));
    assert.match(await textOf(page, '#filters-line'), /Hậu Giang · PCI 2021/);
    assert.equal(await page.locator('#filter-p').isVisible(), false);
    assert.ok(tops[1] < 844, `the target at ${tops[1]}`);
  });

  test('a plan is taken away as a file, and printed without sliders', async () => {
    const { page } = await openPage(`${ADDRESS}&target=30`, { lang: 'vi' });
    await page.locator('#apply-plan-cheapest').click();
    await untilAddress(page, ({ searchParams }) => searchParams.has('d'), 'the plan');
    const address = await page.locator('#what-if-files a[href*="what-if.csv"]:not([href*="excel="])').getAttribute('href');
    const file = await page.evaluate(async (href) => (await fetch(href)).text(), address);
    const [head, ...lines] = file.trim().split('\r\n').map((line) => line.split(','));
    const of = (line, name) => line[head.indexOf(name)];
    const own = lines.filter((line) => of(line, 'plan') === 'asked_for');
    const total = (await textOf(page, '#new-total')).match(/[\d,]+/)[0].replace(',', '.');
    assert.equal(Number(of(own[0], 'plan_total')).toFixed(2), total);
    assert.equal(`${of(own[0], 'plan_rank')}/${of(own[0], 'n')}`, (await textOf(page, '#new-rank')).match(/\d+\/\d+/)[0]);
    if (!IS_CHROMIUM) {
      // Others do not show a page as it is printed.
      return;
    }
    await page.showAsPrinted();
    for (const selector of ['.slider', '.goal', '.plan-apply', '#what-if-reset', '#what-if-print', '.starts', '#assumptions']) {
      assert.equal(await page.locator(selector).first().isVisible(), false, selector);
    }
    for (const selector of ['#target .plan table', '#outcome', 'table.levers']) {
      assert.equal(await page.locator(selector).first().isVisible(), true, selector);
    }
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
