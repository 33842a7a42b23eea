// A line to the server that can be cut: everything a browser asks there is passed on, and while the
// line is cut nothing listens at its address, as when a device has lost its network. It can also
// lead to a server that seems to have another build: names of files and of the build are others.

import { createServer, request } from 'node:http';
import { BASE_URL } from './harness.mjs';

const IS_TEXT = /^(text\/html|text\/javascript)/;

export class Line {
  #server;
  #open = new Set();
  /** What the server says, and what is said in its place. */
  #names = [];

  /** How long answers to addresses that fit take, in milliseconds. */
  delay = { address: /^$/, milliseconds: 0 };

  /** A line that is whole. */
  static async lay() {
    const line = new Line();
    await line.mend();
    return line;
  }

  /** Its address, the same after it was cut and mended. */
  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** From now on the server has another build: each of these names is replaced by another one, and unknown. */
  rename(names) {
    this.#names = names;
  }

  /** Lets it carry requests. */
  async mend() {
    this.#server = createServer((incoming, outgoing) => {
      const wait = this.delay.address.test(incoming.url) ? this.delay.milliseconds : 0;
      const timer = setTimeout(() => this.#pass(incoming, outgoing), wait);
      // Nobody waits for it any more: asked all the same, its answer would never be read, and keep the tests from ending.
      outgoing.on('close', () => clearTimeout(timer));
    });
    this.#server.on('connection', (socket) => {
      this.#open.add(socket);
      socket.on('close', () => this.#open.delete(socket));
    });
    await new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.port ?? 0, '127.0.0.1', resolve);
    });
    this.port = this.#server.address().port;
  }

  /** Ends all connections and takes no more. */
  async cut() {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#open) socket.destroy();
    await closed;
  }

  #pass(incoming, outgoing) {
    const isGone = this.#names.some(([name]) => incoming.url.includes(name));
    const path = this.#names.reduce((url, [name, other]) => url.replaceAll(other, name), incoming.url);
    const { hostname, port } = new URL(BASE_URL);
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    delete headers['if-none-match'];
    const passed = request(
      { hostname, port, method: incoming.method, path: isGone ? '/gone' : path, headers },
      (answer) => this.#answer(answer, outgoing),
    );
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  }

  #answer(answer, outgoing) {
    const renamed = (text) => this.#names.reduce((all, [name, other]) => all.replaceAll(name, other), text);
    const headers = { ...answer.headers };
    if (headers['x-build']) headers['x-build'] = renamed(headers['x-build']);
    if (this.#names.length === 0 || !IS_TEXT.test(headers['content-type'] ?? '')) {
      outgoing.writeHead(answer.statusCode, headers);
      answer.pipe(outgoing);
      return;
    }
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => {
      // The names are as long as those they replace.
      delete headers.etag;
      outgoing.writeHead(answer.statusCode, headers);
      outgoing.end(renamed(Buffer.concat(parts).toString('utf8')));
    });
  }
}
