// Rank intervals: chosen by links, explained, drawn, kept in the address; on a province's cards as a sentence.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { assertFigureDrawn, openPage, textOf, untilAddress, useBrowser } from './harness.mjs';

const PAPI_2019 = '/index/papi?y=2019';

describe('rank intervals', () => {
  useBrowser();

  test('without JavaScript a kind is chosen by a link and marked', async () => {
    const { page } = await openPage(PAPI_2019, { lang: 'vi', javaScript: false });
    const choice = page.locator('.choice:has(#interval-label)');
    assert.equal(await choice.locator('[aria-current="true"]').innerText(), 'không hiện');
    await choice.locator('a', { hasText: 'do chọn mẫu' }).click();
    await untilAddress(page, (url) => url.searchParams.get('interval') === 'sampling', 'the kind in the address');
    assert.equal(await choice.locator('[aria-current="true"]').innerText(), 'do chọn mẫu');
    assert.match(await textOf(page, '.interval-notes'), /Khoảng tin cậy 95 %/);
    assert.match(await textOf(page, '.league thead'), /Khoảng hạng/);
    await assertFigureDrawn(page, '#intervals');
  });

  test('the points of the own score are a form and stay with the year', async () => {
    const { page } = await openPage('/index/pci?y=2021&interval=perturbation', { lang: 'en', javaScript: false });
    await page.locator('.interval-bar input[name="points"]').fill('0.5');
    await page.locator('.interval-bar button').click();
    await untilAddress(page, (url) => url.searchParams.get('points') === '0.5', 'the points in the address');
    assert.match(await textOf(page, '.interval-notes'), /up or down 0.5 points/);
    await page.locator('#timeline-earlier').click();
    await untilAddress(page, (url) => url.searchParams.get('y') === '2020', 'the year before');
    assert.equal(new URL(page.url()).searchParams.get('points'), '0.5');
  });

  test('a filter form keeps the kind', async () => {
    const { page } = await openPage(`${PAPI_2019}&interval=weights`, { lang: 'vi', javaScript: false });
    await page.locator('.filters select[name="y"]').selectOption('2024');
    await page.locator('.filters button').first().click();
    await untilAddress(page, (url) => url.searchParams.get('y') === '2024', 'the other year');
    assert.deepEqual(new URL(page.url()).searchParams.getAll('interval'), ['weights'], 'once');
  });

  test('a year without the kind says why', async () => {
    const { page } = await openPage('/index/pci?y=2011&interval=weights', { lang: 'en', javaScript: false });
    assert.match(await textOf(page, '.interval-notes'), /up to 0.55 points off/);
    assert.equal(await page.locator('#intervals').count(), 0);
  });

  test('the survey of 2019 is told in plain words', async () => {
    const { page } = await openPage(PAPI_2019, { lang: 'en', javaScript: false });
    assert.match(await textOf(page, '.survey-note'), /of the other 62 provinces cannot be told from Ben Tre/);
  });

  test('the cards of a province say how far its ranks carry', async () => {
    const { page } = await openPage('/province/hau-giang?y=2019', { lang: 'vi', javaScript: false });
    const sentences = await page.locator('.card-interval').allInnerTexts();
    assert.equal(sentences.length, 2);
    assert.match(sentences[0], /trọng số/);
    assert.match(sentences[1], /sai số lấy mẫu/);
  });

  test('the live figure speaks the interval of a province', async () => {
    const { page } = await openPage(`${PAPI_2019}&interval=sampling`, { lang: 'vi' });
    await assertFigureDrawn(page, '#intervals', { live: true });
    await page.locator('#intervals .figure-live').focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await textOf(page, '#intervals .figure-tip'), /khoảng tin cậy 95 %/);
  });
});
