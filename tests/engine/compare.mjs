// Asks the engine, as WebAssembly over the datasets that the server sends, and the server itself the same questions. Every
// answer must be equal to the last digit, every refusal must have the same code. Ends with a line `N compared, N different`.
//
// node compare.mjs <module of wasm-bindgen for Node> <address of the server>

import { createRequire } from 'node:module';

const [module, server] = process.argv.slice(2);
if (!server) {
  throw new Error('usage: node compare.mjs <module> <server>');
}
const { Engine } = createRequire(import.meta.url)(module);

const INDICES = ['pci', 'papi', 'par', 'sipas'];
const KINDS = ['rounding', 'perturbation', 'weights', 'sampling'];
const LENSES = ['profile', 'level', 'region', 'population', 'grdp'];
const SEEDED = 500;
const AT_ONCE = 8;
const SHOWN = 5;

const text = async (path, init) => (await fetch(`${server}/api/v1/${path}`, init)).text();

async function takeIn() {
  const engine = new Engine(await text('datasets/registry'));
  // An index that is not here yet is refused by name, never a fault.
  if (engine.answer('rankings', 'index=papi') !== '!not_here_yet') {
    throw new Error('an index that is not here must answer not_here_yet');
  }
  for (const index of INDICES) {
    engine.insert(await text(`datasets/${index}`));
    engine.insert_notes(await text(`datasets/${index}/notes`));
  }
  for (const { id, indicators } of JSON.parse(await text('indices'))) {
    if (indicators.length > 0) {
      engine.insert_indicators(await text(`datasets/${id}/indicators`));
    }
  }
  return engine;
}

// A small generator, so that every run asks the same.
function seeded(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function* questions(indices, provinces) {
  const pick = seeded(2024);
  const one = (list) => list[pick(list.length)];
  yield ['indices'];
  yield ['overview'];
  yield ['versions'];
  yield ['sources'];
  yield ['provinces', 'borders=34'];
  yield ['discrepancies'];
  for (const kind of ['sources', 'parts', 'rank']) {
    yield ['discrepancies', `kind=${kind}`];
  }
  const figures = [];
  for (const { id, years, components, indicators: described } of indices) {
    for (const component of components) {
      const of = `index=${id}&component=${component.id}`;
      yield ['series', of];
      yield ['series', `${of}&borders=34`];
      yield ['regions', of];
      for (const year of component.years) {
        figures.push({ of: `${id}.${component.id}`, year });
        yield ['rankings', `${of}&year=${year}`];
        yield ['rankings', `${of}&year=${year}&borders=34`];
        for (const kind of KINDS) {
          yield ['rankings', `${of}&year=${year}&interval=${kind}`];
        }
      }
      for (const [position, year] of component.years.entries()) {
        if (position > 0) {
          yield ['movers', `${of}&from=${component.years[position - 1]}&to=${year}`];
        }
      }
    }
    yield ['discrepancies', `index=${id}`];
    for (const year of years) {
      yield ['discrepancies', `index=${id}&year=${year}`];
      yield ['matrix', `index=${id}&year=${year}`];
      yield [`peers/${one(provinces).slug}`, `index=${id}&year=${year}&by=${one(LENSES)}`];
      yield ['declines', `index=${id}&until=${year}`];
    }
    yield ['declines', `index=${id}`];
    yield ['indicators', `index=${id}`];
    for (const { component, first, count } of described) {
      for (const { slug } of provinces) {
        yield ['indicators', `index=${id}&component=${component}&province=${slug}`];
      }
      for (let number = 1; number <= count + 1; number += 1) {
        const indicator = `${first.split('.')[0]}.${String(number).padStart(2, '0')}`;
        yield ['indicators/rankings', `index=${id}&indicator=${indicator}`];
      }
    }
    const total = components[0].years;
    for (const { slug } of provinces) {
      yield ['observations', `index=${id}&province=${slug}`];
      yield [`peers/${slug}`, `index=${id}`];
      for (const [position, year] of total.entries()) {
        if (position > 0) {
          yield ['changes', `index=${id}&province=${slug}&from=${total[position - 1]}&to=${year}`];
        }
      }
    }
  }
  const years = [...new Set(indices.flatMap((index) => index.years))].sort();
  for (const { slug } of provinces) {
    yield ['discrepancies', `province=${slug}`];
    yield [`provinces/${slug}/profile`, ''];
    for (const year of years) {
      yield [`provinces/${slug}/profile`, `year=${year}`];
    }
    for (const kind of KINDS) {
      yield [`provinces/${slug}/profile`, `interval=${kind}`];
    }
  }
  for (let round = 0; round < SEEDED; round += 1) {
    const [x, y] = [one(figures), one(figures)];
    const year = pick(2) ? `&x_year=${x.year}` : '';
    yield ['scatter', `x=${x.of}&y=${y.of}${year}`];
  }
  for (let round = 0; round < SEEDED; round += 1) {
    const index = one(indices);
    const changed = one(index.components.filter((component) => component.level === 1 || component.level === 0));
    const request = {
      index: index.id,
      province: one(provinces).slug,
      drift: pick(2) === 1,
      ...(pick(2) && { peer: one(provinces).slug }),
      changes: { [changed.id]: (pick(40) - 20) / 10 },
      ...(pick(2) ? { target_rank: pick(70) } : { target_score: pick(1000) / 10 }),
    };
    yield ['what-if', JSON.stringify(request)];
  }
  for (let round = 0; round < SEEDED; round += 1) {
    const index = one(indices);
    const claim = {
      index: index.id,
      province: one(provinces).slug,
      year: one(index.years),
      measure: one(['score', 'rank', 'score_change', 'rank_change', 'regional_rank']),
      value: (pick(4000) - 400) / 50,
    };
    yield ['check', JSON.stringify({ claims: [claim] })];
    const { name_vi: name } = one(provinces);
    const text = `Năm ${claim.year}, ${index.short_name} của ${name} đạt ${pick(90)},${pick(100)} điểm, giảm ${pick(9)} bậc, xếp thứ ${pick(63)}/63.`;
    yield ['check', JSON.stringify({ text })];
  }
}

/** Resources that are asked in a body, by the function of the engine. */
const ASKED_IN_A_BODY = { 'what-if': 'what_if', check: 'check' };

function ofEngine(engine, [path, query]) {
  const inBody = ASKED_IN_A_BODY[path];
  return inBody ? engine[inBody](query) : engine.answer(path, query ?? '');
}

async function ofServer([path, query]) {
  const response =
    path in ASKED_IN_A_BODY
      ? await fetch(`${server}/api/v1/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: query,
        })
      : await fetch(`${server}/api/v1/${path}?${query ?? ''}`);
  const body = await response.text();
  return response.ok ? body : `!${JSON.parse(body).code}`;
}

const engine = await takeIn();
const indices = JSON.parse(engine.answer('indices', ''));
const { provinces } = JSON.parse(engine.answer('provinces', ''));
const open = questions(indices, provinces);
let compared = 0;
let refused = 0;
const different = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const question of open) {
      const [own, theirs] = [ofEngine(engine, question), await ofServer(question)];
      compared += 1;
      refused += own.startsWith('!') ? 1 : 0;
      if (own !== theirs) {
        different.push({ question, own, theirs });
      }
    }
  }),
);
for (const { question, own, theirs } of different.slice(0, SHOWN)) {
  const place = [...own].findIndex((letter, position) => letter !== theirs[position]);
  console.log(question.join('?'));
  console.log(`  engine: ${own.slice(Math.max(0, place - 60), place + 80)}`);
  console.log(`  server: ${theirs.slice(Math.max(0, place - 60), place + 80)}`);
}
console.log(`${refused} of them refused alike`);
console.log(`${compared} compared, ${different.length} different`);
process.exitCode = different.length === 0 && compared > 0 ? 0 : 1;
