// What must be settled before the first paint: the theme, whether the app is loaded, and that no picture is missed.
// A file of its own, because the page allows no inline script.
(() => {
  const root = document.documentElement;
  /** Reads or writes what is kept; storage may be forbidden: then a choice lasts for this page. */
  const kept = (use) => {
    try {
      return use();
    } catch {
      return null;
    }
  };

  // The stored theme; the button in the header changes it.
  const THEME = 'vithe-theme';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tell = () => dispatchEvent(new Event('vithe-theme'));
  const stored = kept(() => localStorage.getItem(THEME));
  // An embed may name its own.
  if (stored === 'light' || stored === 'dark') root.dataset.theme ??= stored;
  dark.addEventListener('change', tell);
  addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-theme-toggle]')) return;
    const now = root.dataset.theme ?? (dark.matches ? 'dark' : 'light');
    root.dataset.theme = now === 'dark' ? 'light' : 'dark';
    kept(() => localStorage.setItem(THEME, root.dataset.theme));
    tell();
  });

  // Paper says where and when it was printed; the foot of every sheet shows it.
  addEventListener('beforeprint', () => {
    const line = `${location.href} · ${new Date().toLocaleDateString(root.lang)}`;
    root.style.setProperty('--printed', JSON.stringify(line));
  });

  // A picture of a figure that is not there yet. While many are drawn at once the server says when to ask again;
  // what it refuses for good is left to the words around the picture.
  const NOT_YET = [408, 429, 503];
  const PATIENCE = 5;
  const TIMES = 12;
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLImageElement && target.closest('.figure-picture')) askAgain(target);
    },
    true,
  );
  async function askAgain(picture) {
    for (let times = 0; times < TIMES && picture.isConnected; times += 1) {
      const answer = await fetch(picture.currentSrc).catch(() => undefined);
      if (answer?.ok) {
        // It is kept now: set anew, the picture finds it.
        picture.src = picture.src;
        return;
      }
      if (!NOT_YET.includes(answer?.status)) return;
      const seconds = Number(answer.headers.get('retry-after')) || PATIENCE;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }

  // The app, where the document names one: a page of a frozen version has none to offer. A device that saves data gets
  // none until the reader turns it on for this tab; the shell of the offline version is nothing without it, and costs nothing.
  const APP = 'vithe-app';
  const isWanted = kept(() => sessionStorage.getItem(APP)) === 'on';
  const isSaving = navigator.connection?.saveData && !isWanted && root.dataset.shell === undefined;
  if (root.dataset.script !== undefined) {
    if (isSaving) root.dataset.saving = '';
    else whenDue(load);
  }
  addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-turn-on]')) return;
    event.preventDefault();
    kept(() => sessionStorage.setItem(APP, 'on'));
    delete root.dataset.saving;
    load();
  });

  /** What is read comes first: text, typeface, pictures in view. Whoever touches the page does not wait for them. */
  function whenDue(start) {
    new Promise((resolve) => {
      if (document.readyState === 'complete' || root.dataset.shell !== undefined) resolve();
      const pictures = () => [...document.querySelectorAll('img[fetchpriority="high"]')].map((picture) => picture.decode());
      addEventListener('load', () => Promise.allSettled(pictures()).then(resolve), { once: true });
      for (const event of ['pointerdown', 'keydown']) addEventListener(event, resolve, { once: true });
    }).then(start);
  }

  /** Fetches script and WebAssembly side by side and starts the app once the document is read. */
  function load() {
    const { script, wasm } = root.dataset;
    const isRead = new Promise((resolve) => {
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve, { once: true });
      else resolve();
    });
    Promise.all([import(script), fetch(wasm, { priority: 'low' }), isRead]).then(
      ([app, answer]) => app.default({ module_or_path: answer }).then(app.start),
      // Without a network the document stays as it is: complete, with links and forms.
      () => {},
    );
  }
})();
