// The offline version of the site. The server puts three constants in front of this text:
//   BUILD      names code, figures and files that belong together
//   KEPT       the addresses of everything that the public pages need
//   LANGUAGES  the languages of the site, the first one by default; pages are below them, shells below `shell/`
// See docs/adr/0008-the-site-works-without-a-network.md.
//
// An address that carries a hash names its content: such an answer may come out of the cache of any build, so that a
// page of an older build gets the parts of its own as long as it lives. Documents and shells carry the build: they are
// given out only from the cache that holds what they will ask for.
/* global BUILD, KEPT, LANGUAGES */

const ROOT = new URL('./', self.location).pathname;
/** Another site below another path of this host has caches of its own. */
const PREFIX = `vithe-${ROOT.slice(1)}`;
const CACHE = PREFIX + BUILD;
/** Stands in a cache that holds all of its build. */
const COMPLETE = `${ROOT}complete`;
/** How long a document is waited for where a kept one could stand in for it. */
const PATIENCE = 3000;
/** Documents that are kept beside the parts of the build. */
const MOST_DOCUMENTS = 50;
const OF_A_GATEWAY = [502, 504];
// What varies is the encoding, and the language of a problem.
const ANY_FORM = { ignoreVary: true };
/** A picture without anything. */
const NOTHING = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** Whether the server answered the last time it was asked. */
let isReached = true;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) =>
  event.waitUntil(self.clients.claim().then(() => tellPages({ activated: BUILD }))),
);

self.addEventListener('message', (event) => {
  if (event.data === 'state') event.waitUntil(tellState(event.source));
  if (event.data === 'keep') event.waitUntil(keep());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith(`${ROOT}assets/`) || url.searchParams.has('rev')) {
    event.respondWith(answerPart(event));
  } else if (request.mode === 'navigate') {
    event.respondWith(answerDocument(event, url));
  } else if (request.destination === 'image') {
    event.respondWith(answerPicture(event));
  }
});

/** What an address with a hash names. */
async function answerPart(event) {
  const { url } = event.request;
  const kept = await caches.match(url, ANY_FORM);
  if (kept) return kept;
  const answer = await ask(event.request);
  const address = url.slice(self.location.origin.length);
  if (answer?.ok && KEPT.includes(address)) event.waitUntil(store(address, answer.clone()));
  return answer ?? Response.error();
}

/** A picture of a figure. Without a network its room stays empty until the app draws the figure. */
async function answerPicture(event) {
  const answer = await ask(event.request);
  if (isUsable(answer) || !(await findComplete())) return answer ?? Response.error();
  return new Response(NOTHING, { headers: { 'content-type': 'image/svg+xml' } });
}

/** A document: from the network; else the one that is kept; else the shell, which the app fills. */
async function answerDocument(event, url) {
  const language = LANGUAGES.find((tag) => `${url.pathname}/`.startsWith(`${ROOT}${tag}/`));
  const isPage = language !== undefined || url.pathname === ROOT;
  const fresh = askForDocument(event, isPage);
  const cache = await findComplete();
  if (!cache) {
    const answer = await fresh;
    return isUsable(answer) ? answer : ((await caches.match(url.href, ANY_FORM)) ?? answer ?? Response.error());
  }
  // Files take as long as they take.
  const answer = await (isPage ? Promise.race([fresh, new Promise((done) => setTimeout(done, PATIENCE))]) : fresh);
  if (isUsable(answer)) return answer;
  const spoken = language ?? languageOfReader(event.request);
  if (!isPage) return findShell(cache, `${spoken}/file`);
  if (language === undefined) return Response.redirect(`${ROOT}${spoken}/`);
  return (await cache.match(url.href, ANY_FORM)) ?? findShell(cache, `${language}/page`);
}

/** Asks for a document, and keeps it if it belongs to this build, even where it comes too late. */
function askForDocument(event, isPage) {
  const asked = ask(event.request).then((answer) => {
    const isOfThisBuild = isPage && answer?.ok && answer.headers.get('x-build') === BUILD;
    return { answer, copy: isOfThisBuild ? answer.clone() : undefined };
  });
  event.waitUntil(asked.then(({ copy }) => copy && store(event.request.url, copy).then(forgetDocuments)));
  return asked.then(({ answer }) => answer);
}

/** Asks the network; nothing where it gives no answer. */
async function ask(request) {
  const answer = await fetch(request).catch(() => undefined);
  if (request.signal.aborted) return answer;
  const isReachedNow = isUsable(answer);
  if (isReached && !isReachedNow) tellPages({ isReached: false });
  isReached = isReachedNow;
  return answer;
}

function isUsable(answer) {
  return answer !== undefined && !OF_A_GATEWAY.includes(answer.status);
}

/** The language of the page that leads to a request, or that the browser speaks. */
function languageOfReader({ referrer }) {
  const path = referrer ? new URL(referrer).pathname : '';
  const spoken = self.navigator.languages.map((tag) => tag.slice(0, 2));
  const isSpoken = (tag) => LANGUAGES.includes(tag);
  return LANGUAGES.find((tag) => path.startsWith(`${ROOT}${tag}/`)) ?? spoken.find(isSpoken) ?? LANGUAGES[0];
}

/** The cache of this build if all of it is kept, or else of the build before. */
async function findComplete() {
  for (const name of [CACHE, ...(await findOthers())]) {
    if ((await caches.has(name)) && (await caches.match(COMPLETE, { cacheName: name }))) return caches.open(name);
  }
  return undefined;
}

/** The other builds of which something is kept. */
async function findOthers() {
  return (await caches.keys()).filter((name) => isOfThisSite(name) && name !== CACHE);
}

/** A build is named without a slash, and so are the caches of a site at the root. */
function isOfThisSite(name) {
  return name.startsWith(PREFIX) && !name.slice(PREFIX.length).includes('/');
}

/** The shell of a cache; its address carries the build. */
function findShell(cache, name) {
  return cache.match(`${ROOT}shell/${name}`, { ignoreSearch: true, ...ANY_FORM });
}

/** Keeps an answer. A device may have no room: then the next one asks again. */
async function store(address, answer) {
  const cache = await caches.open(CACHE);
  await cache.put(address, answer).catch(() => {});
}

/** Lets the oldest documents go. */
async function forgetDocuments() {
  const cache = await caches.open(CACHE);
  const documents = (await cache.keys()).filter(({ url }) => {
    const address = url.slice(self.location.origin.length);
    return address !== COMPLETE && !KEPT.includes(address);
  });
  const tooMany = documents.slice(0, Math.max(0, documents.length - MOST_DOCUMENTS));
  await Promise.all(tooMany.map((request) => cache.delete(request)));
}

let keeping;

/** Keeps everything that is missing, once at a time. */
function keep() {
  keeping ??= keepAll()
    .catch(() => {})
    .finally(() => (keeping = undefined));
  return keeping;
}

/** One after the other, so that what a reader waits for comes first. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  if (!(await cache.match(COMPLETE))) {
    for (const address of KEPT) {
      if (await cache.match(address, ANY_FORM)) continue;
      const answer = (await caches.match(address, ANY_FORM)) ?? (await fetch(address, { priority: 'low' }));
      if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
      await cache.put(address, answer);
    }
    await cache.put(COMPLETE, new Response());
  }
  await tellPages({ complete: await findCompleteBuilds() });
  await forgetBuilds();
}

async function findCompleteBuilds() {
  const complete = [];
  for (const name of await caches.keys()) {
    if (isOfThisSite(name) && (await caches.match(COMPLETE, { cacheName: name }))) complete.push(name.slice(PREFIX.length));
  }
  return complete;
}

/** Lets builds go that no page is made of any more; where a page does not say, nothing is done. */
async function forgetBuilds() {
  const others = await findOthers();
  if (others.length === 0) return;
  const used = await Promise.all((await findPages()).map(askForBuild));
  if (used.includes(undefined)) return;
  await Promise.all(others.filter((name) => !used.includes(name.slice(PREFIX.length))).map((name) => caches.delete(name)));
}

/** The build of a page; nothing where it does not answer. */
function askForBuild(page) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, PATIENCE);
    page.postMessage({ question: 'build' }, [port2]);
  });
}

function findPages() {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true });
}

/** A page that is told that the server was not reached makes sure itself. */
async function tellPages(message) {
  for (const page of await findPages()) page.postMessage(message);
}

async function tellState(page) {
  page.postMessage({ isReached, complete: await findCompleteBuilds() });
}
