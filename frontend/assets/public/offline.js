// The page's side of the offline version: registers the service worker, lets it keep what the
// public pages need, and knows whether the network is there.
//
// It marks <html>; the lines of the frame (frontend/src/components/connection.rs) are shown by these marks:
//   data-network="away"   the server cannot be reached
//   data-offline="ready"  everything that the pages of this build need is kept on this device
//   data-version="old"    a newer version of the site has come
//   data-wants="file"     the reader asked for something that needs the network, while it is away
// The app tells `vithe-away` when a request of its own failed, and hears `vithe-back`.
(() => {
  const root = document.documentElement;
  const { build, worker } = root.dataset;

  // The network. An answer that does not come is noticed by whoever asked; from then on it is looked for here.
  const LOOK_EVERY = 5000;
  let next;
  const isAway = () => root.dataset.network === 'away';
  const leave = () => {
    if (isAway()) return;
    root.dataset.network = 'away';
    next = setTimeout(look, LOOK_EVERY);
  };
  const isThere = async () => {
    if (!navigator.onLine) return false;
    const answer = await fetch(worker, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
    return answer?.ok === true;
  };
  /** A request failed: that may have other reasons. */
  const makeSure = async () => {
    if (!isAway() && !(await isThere())) leave();
  };
  const look = async () => {
    clearTimeout(next);
    if (!isAway()) return;
    if (await isThere()) {
      delete root.dataset.network;
      delete root.dataset.wants;
      dispatchEvent(new Event('vithe-back'));
    } else {
      next = setTimeout(look, LOOK_EVERY);
    }
  };
  addEventListener('offline', leave);
  addEventListener('online', look);
  addEventListener('vithe-away', makeSure);
  if (!navigator.onLine) leave();

  // Files and the documentation of the API are not kept: a line says so, where the browser would only fail.
  const SAID_FOR = 8000;
  const OF_THE_NETWORK = 'a[download], a[rel~="external"]:not([href^="#"])';
  addEventListener(
    'click',
    (event) => {
      if (!isAway() || !(event.target instanceof Element) || !event.target.closest(OF_THE_NETWORK)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      root.dataset.wants = 'file';
      setTimeout(() => delete root.dataset.wants, SAID_FOR);
    },
    true,
  );

  // The service worker; there is none without https, in some private windows, and where the reader saves data.
  const container = navigator.serviceWorker;
  if (!container || !worker) return;
  container.addEventListener('message', ({ data, ports }) => {
    if (data.question === 'build') ports[0].postMessage(build);
    if (data.complete?.includes(build)) root.dataset.offline = 'ready';
    if (data.activated && data.activated !== build) root.dataset.version = 'old';
    if (data.isReached === false) makeSure();
  });
  container.startMessages();
  container.controller?.postMessage('state');
  if (root.dataset.saving !== undefined) return;

  // Reading comes first: nothing is kept before the page has answered its controls for a while.
  const PATIENCE = 3000;
  const CHECK_EVERY = 3_600_000;
  const keep = async () => {
    try {
      const registration = await container.register(worker);
      let checked = Date.now();
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden' || Date.now() - checked < CHECK_EVERY) return;
        checked = Date.now();
        registration.update().catch(() => {});
      });
      (await container.ready).active.postMessage('keep');
      // A newer worker keeps the parts of its own build.
      container.addEventListener('controllerchange', () => container.controller?.postMessage('keep'));
    } catch {
      // It may be forbidden, or the network is away: the site works without.
    }
  };
  const whenReady = () => {
    if (root.dataset.app !== 'ready') return false;
    setTimeout(keep, PATIENCE);
    return true;
  };
  if (!whenReady()) {
    const watch = new MutationObserver(() => whenReady() && watch.disconnect());
    watch.observe(root, { attributeFilter: ['data-app'] });
  }
})();
