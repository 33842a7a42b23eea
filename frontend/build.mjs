// Bundles what the site needs from npm: `node build.mjs <outdir>`, called by
// `cargo xtask assets` after `npm ci`.
//
//   echarts.js                      the chart engine of the browser (global `vitheCharts`)
//   echarts_server.js               the same engine for QuickJS on the server
//   be-vietnam-pro-{400,600}.woff2  the typeface, cut to what Vietnamese and English need
//   be-vietnam-pro-{400,600}.ttf    the same characters for measuring, PNG and stand-alone SVG
//   figures-{400,600}.woff2         digits of equal width, for numbers in columns
//   symbols-{400,600}.{woff2,ttf}   arrows and marks that Be Vietnam Pro lacks, from Inter
//   tinos-{regular,bold,italic}.ttf the typeface of reports on paper, as wide as Times New Roman
//   OFL.txt                         the licence of the typefaces

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import subsetFont from 'subset-font';
import { equalWidthDigits, glyphOf } from './font_tables.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

const LETTERS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz' +
  'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư' +
  'ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ';
const FIGURES = '0123456789';
const PUNCTUATION = ' \u00a0!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~·•–—…“”‘’«»‹›°§©®±×≤≥≈≠−₫€²³½†‡';
const SYMBOLS = '▲▼△▽→←↑↓↗↘●○■□◆√∞\u2009\u202f\u2010\u2011';

const WEIGHTS = [
  { weight: 400, style: '400Regular', suffix: '400Regular' },
  { weight: 600, style: '600SemiBold', suffix: '600SemiBold' },
];
const PRINTED = [
  { name: 'regular', style: '400Regular' },
  { name: 'bold', style: '700Bold' },
  { name: 'italic', style: '400Regular_Italic' },
];
// Name records 16 and 17 carry the family name of weights other than regular and
// bold: without them the server finds no "Be Vietnam Pro" in weight 600.
const NAME_RECORDS = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17];

async function bundleScripts(outdir) {
  const common = {
    bundle: true,
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    mainFields: ['module', 'main'],
    plugins: [withoutFunctionConstructor],
    banner: {
      js: '/* Apache ECharts, Apache-2.0; ZRender, BSD-3-Clause: see https://echarts.apache.org */',
    },
    logLevel: 'warning',
  };
  await build({
    ...common,
    entryPoints: [join(root, 'assets/echarts_entry.js')],
    outfile: join(outdir, 'echarts.js'),
    format: 'iife',
    globalName: 'vitheCharts',
    target: 'es2022',
    platform: 'browser',
  });
  await build({
    ...common,
    entryPoints: [join(root, 'assets/echarts_server_entry.js')],
    outfile: join(outdir, 'echarts_server.js'),
    format: 'iife',
    target: 'es2020',
    platform: 'neutral',
  });
  for (const file of ['echarts.js', 'echarts_server.js']) {
    const script = await readFile(join(outdir, file), 'utf8');
    if (/\bnew Function\b|\beval\(/.test(script)) {
      throw new Error(`${file} builds code from text, which the Content-Security-Policy forbids`);
    }
  }
}

// ECharts keeps a `new Function` for browsers without JSON. No such browser is
// left, and a bundle without it can be checked for the word.
const withoutFunctionConstructor = {
  name: 'without-function-constructor',
  setup(bundler) {
    bundler.onLoad({ filter: /coord\/geo\/GeoJSONResource\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(/new Function\('return \(' \+ source \+ '\);'\)\(\)/, 'source');
      if (contents === source) {
        throw new Error(`${path}: the Function constructor is no longer where it was`);
      }
      return { contents, loader: 'js' };
    });
  },
};

async function cutFonts(outdir) {
  for (const { weight, style, suffix } of WEIGHTS) {
    const vietnam = await readFile(
      require.resolve(`@expo-google-fonts/be-vietnam-pro/${style}/BeVietnamPro_${suffix}.ttf`),
    );
    const inter = await readFile(
      require.resolve(`@expo-google-fonts/inter/${style}/Inter_${suffix}.ttf`),
    );
    await cut(outdir, `be-vietnam-pro-${weight}`, vietnam, LETTERS + FIGURES + PUNCTUATION);
    await cut(outdir, `symbols-${weight}`, inter, SYMBOLS);

    const options = { noHinting: true, dropTables: ['GSUB', 'GPOS', 'GDEF'] };
    const digits = await subsetFont(vietnam, FIGURES, { ...options, targetFormat: 'truetype' });
    const equal = await subsetFont(equalWidthDigits(digits, FIGURES), FIGURES, {
      ...options,
      targetFormat: 'woff2',
    });
    await writeFile(join(outdir, `figures-${weight}.woff2`), equal);
  }
  for (const { name, style } of PRINTED) {
    const tinos = await readFile(require.resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`));
    const symbols = [...SYMBOLS].filter((character) => glyphOf(tinos, character.codePointAt(0)) !== 0).join('');
    await cut(outdir, `tinos-${name}`, tinos, LETTERS + FIGURES + PUNCTUATION + symbols, ['truetype']);
  }
  // One licence, whose first line names whose typeface it is.
  const licences = ['inter', 'tinos', 'be-vietnam-pro'].map((family) =>
    readFile(require.resolve(`@expo-google-fonts/${family}/LICENSE_FONT`), 'utf8'),
  );
  const [inter, tinos, vietnam] = await Promise.all(licences);
  const others = [inter, tinos].map((licence) => licence.split('\n', 1)[0]);
  await writeFile(join(outdir, 'OFL.txt'), [...others, vietnam].join('\n'));
}

const EXTENSIONS = { woff2: 'woff2', truetype: 'ttf' };

async function cut(outdir, name, font, characters, formats = ['woff2', 'truetype']) {
  const missing = [...new Set(characters)].filter((character) => glyphOf(font, character.codePointAt(0)) === 0);
  if (missing.length > 0) {
    throw new Error(`${name} has no glyph for ${JSON.stringify(missing.join(''))}`);
  }
  const options = { preserveNameIds: NAME_RECORDS, keepFeatures: ['kern'], noHinting: true };
  for (const targetFormat of formats) {
    const bytes = await subsetFont(font, characters, { ...options, targetFormat });
    await writeFile(join(outdir, `${name}.${EXTENSIONS[targetFormat]}`), bytes);
  }
}

const outdir = process.argv[2];
if (!outdir) {
  throw new Error('usage: node build.mjs <outdir>');
}
await mkdir(outdir, { recursive: true });
await Promise.all([bundleScripts(outdir), cutFonts(outdir)]);
