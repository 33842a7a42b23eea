// The acceptance story: Hậu Giang in 2021 on all four indices, told on its page
// in both languages and by the API. The figures are those of the published tables.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BASE_URL, LANGUAGES, openPage, textOf, useBrowser, until } from './harness.mjs';

useBrowser();

const FELL = ['transparency', 'fair', 'time', 'proactivity', 'legal'];

const STORY = {
  vi: {
    pci: ['63,80', '38/63', /tăng 1 bậc/, '9/13', /so sánh hạn chế/],
    fell: [/Tính minh bạch/, /Cạnh tranh bình đẳng/, /Chi phí thời gian/, /Tính năng động/, /Thiết chế pháp lý/],
    papi: ['42,16', '43,08', '33/60', /27/, /giảm 6 bậc/, /không so sánh được/],
    par: ['86,77', '27/63', '4/13'],
    sipas: [/84,6 ?%/, '50/63'],
  },
  en: {
    pci: ['63.80', '38/63', /1 place|one place/i, '9/13', /limited/i],
    fell: [/Transparency/i, /Fair competition/i, /Time costs/i, /Proactiv/i, /Legal institutions/i],
    papi: ['42.16', '43.08', '33/60', /27/, /6 places|six places/i, /not comparable/i],
    par: ['86.77', '27/63', '4/13'],
    sipas: [/84\.6 ?%/, '50/63'],
  },
};

function assertTold(text, expected, what) {
  for (const part of expected) {
    const isTold = typeof part === 'string' ? text.includes(part) : part.test(text);
    assert.ok(isTold, `${what} tells ${part}; the page says: ${text.slice(0, 4000)}`);
  }
}

for (const lang of LANGUAGES) {
  for (const javaScript of [false, true]) {
    const how = javaScript ? 'in the app' : 'without JavaScript';
    test(`${lang}, ${how}: the page of Hậu Giang tells the year 2021`, async () => {
      const { page } = await openPage('/province/hau-giang?y=2021', { lang, javaScript });
      const text = await textOf(page);
      for (const [what, expected] of Object.entries(STORY[lang])) {
        assertTold(text, expected, what);
      }
    });
  }
}

describe('the API', () => {
  test('tells the same of all four indices', async () => {
    const response = await fetch(`${BASE_URL}/api/v1/provinces/hau-giang/profile?year=2021`);
    assert.equal(response.status, 200);
    const { indices } = await response.json();
    const of = (index) => indices.find((profile) => profile.index === index);
    const standing = (index) => {
      const { score, rank, rank_n, rank_basis, region_rank, region_n } = of(index).overall.row;
      return { score, rank, rank_n, rank_basis, region_rank, region_n };
    };

    const pci = of('pci');
    assert.deepEqual(
      { ...standing('pci'), rank_basis: undefined },
      { score: 63.8, rank: 38, rank_n: 63, rank_basis: undefined, region_rank: 9, region_n: 13 },
    );
    assert.equal(pci.overall.row.change.rank, 1);
    assert.equal(pci.overall.row.change.comparability, 'limited');
    assert.deepEqual([...pci.fallen].sort(), [...FELL].sort());

    const papi = of('papi').overall.row;
    assert.equal(papi.score.toFixed(2), '42.16');
    assert.deepEqual([papi.rank, papi.rank_n, papi.rank_basis], [33, 60, 'derived']);
    assert.equal(papi.change.from_rank, 27);
    assert.equal(papi.change.rank, -6);
    assert.equal(papi.change.score, null);
    assert.equal(papi.change.from_score.toFixed(2), '43.08');
    assert.equal(papi.change.comparability, 'not_comparable');
    assert.ok(papi.change.reason.vi && papi.change.reason.en);

    const par = standing('par');
    assert.deepEqual([par.score, par.rank, par.rank_n, par.region_rank, par.region_n], [86.77, 27, 63, 4, 13]);
    const sipas = standing('sipas');
    assert.deepEqual([sipas.score, sipas.rank, sipas.rank_n], [84.6, 50, 63]);
  });
});

test('a figure that no source prints says so on its card', async () => {
  const { page } = await openPage('/province/hau-giang?y=2020', { lang: 'vi', javaScript: false });
  assert.match(await page.locator('.card[data-index="par"]').innerText(), /Ước tính từ mức thay đổi mà nguồn nêu/);
  assert.doesNotMatch(await page.locator('.card[data-index="pci"]').innerText(), /Ước tính/);
});

test('a province leads to the provinces with which it became a unit of 2025', async () => {
  const { page } = await openPage('/province/hau-giang', { lang: 'vi', javaScript: false });
  const origin = page.locator('.origin');
  assert.match(await origin.innerText(), /từ 1\/7\/2025: Cần Thơ \(hợp nhất từ/);
  assert.equal(await origin.locator('a[href="/vi/province/soc-trang"]').count(), 1);
  await origin.locator('a[href*="borders=34"]').first().click();
  for (const name of ['Hậu Giang', 'Cần Thơ', 'Sóc Trăng']) {
    await until(async () => (await textOf(page, '#members')).includes(name), name);
  }
});
