// What a page of another origin may read: data, figures and answers to questions, with the headers that tell of them. What
// the site fetches for its own pages stays with it.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { BASE_URL, openPage, useBrowser } from './harness.mjs';

useBrowser();

/** The refusals are what is tested; a browser tells them on its console. */
const EXPECTED =
  /^(request leaves the origin|request failed|console|4\d\d|page error: Error: (Cross-Origin Request Blocked|The resource at)) ?/;

/** A page of others: another port is another origin, another name of the machine is another site. */
const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<!DOCTYPE html><title>Other</title>'));
let other;
before(async () => {
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  other = `http://localhost:${server.address().port}`;
});
after(() => server.close());

/** What the script of a page of others reads of each answer. */
async function read(questions) {
  const { page } = await openPage('/', { origin: other, app: false, forgives: EXPECTED });
  return page.evaluate(async (asked) => {
    const answers = [];
    for (const [address, options] of asked) {
      const answer = await fetch(address, options).catch((error) => ({ refused: error.name }));
      const header = (name) => answer.headers?.get(name);
      answers.push({
        refused: answer.refused,
        status: answer.status,
        tag: header('etag'),
        file: header('content-disposition'),
        text: answer.refused ? '' : await answer.text(),
      });
    }
    return answers;
  }, questions);
}

test('data and figures, with their tags and names', async () => {
  const rankings = `${BASE_URL}/api/v1/rankings`;
  const table = 'index=pci&component=overall&year=2021';
  const [json, csv, figure, problem] = await read([
    [`${rankings}?${table}`],
    [`${rankings}.csv?${table}`],
    [`${BASE_URL}/figures/map.svg?index=pci&year=2021`],
    [`${rankings}?index=gdp`],
  ]);
  assert.equal(JSON.parse(json.text).rows.length, 63);
  assert.match(json.tag, /^"[^"]+"$/);
  assert.match(csv.file, /filename="[^"]+\.csv"/);
  assert.match(figure.text, /^<svg /);
  assert.match(figure.tag, /^"[^"]+"$/);
  assert.deepEqual([problem.status, JSON.parse(problem.text).code], [404, 'unknown_index']);

  // A header of its own has to be asked for beforehand.
  const [again] = await read([[`${rankings}?${table}`, { headers: { 'If-None-Match': json.tag }, cache: 'no-store' }]]);
  assert.equal(again.status, 304);
});

test('an answer to a question in a body', async () => {
  const body = JSON.stringify({ index: 'pci', year: 2021, province: 'hau-giang', changes: { labor: 0.5 } });
  const [answer] = await read([[`${BASE_URL}/api/v1/what-if`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }]]);
  assert.equal(answer.status, 200);
  assert.ok(JSON.parse(answer.text).rank >= 1, answer.text);
});

test('nothing of what is for the pages of the site', async () => {
  const answers = await read([
    [`${BASE_URL}/api/v1/datasets`],
    [`${BASE_URL}/api/v1/datasets/pci`],
    [`${BASE_URL}/api/v1/datasets/pci`, { mode: 'no-cors' }],
    [`${BASE_URL}/api/v1/borders/63`],
    [`${BASE_URL}/vi/`],
  ]);
  for (const { refused, text } of answers) {
    assert.deepEqual([refused, text], ['TypeError', '']);
  }
});
