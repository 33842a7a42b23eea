// How long the `main` of a WebAssembly module takes, in milliseconds, once it has
// been compiled: `cargo xtask bench` prints it. Prints a number.
//
// node time_wasm.mjs <module>

import { readFile } from 'node:fs/promises';

const RUNS = 20;

const [path] = process.argv.slice(2);
if (!path) {
  throw new Error('usage: node time_wasm.mjs <module>');
}
const { instance } = await WebAssembly.instantiate(await readFile(path), {});
const milliseconds = Array.from({ length: RUNS }, () => {
  const began = performance.now();
  instance.exports.main(0, 0);
  return performance.now() - began;
}).sort((left, right) => left - right);
console.log(milliseconds[RUNS / 2]);
