// Applies the stored theme before the first paint and lets the button in the
// header change it. A file of its own, because the page allows no inline script.
(() => {
  const KEY = 'vithe-theme';
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const tell = () => dispatchEvent(new Event('vithe-theme'));
  let stored = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    // Storage may be forbidden: then the choice lasts for this page.
  }
  if (stored === 'light' || stored === 'dark') root.dataset.theme = stored;
  dark.addEventListener('change', tell);
  addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-theme-toggle]')) return;
    const now = root.dataset.theme ?? (dark.matches ? 'dark' : 'light');
    const next = now === 'dark' ? 'light' : 'dark';
    root.dataset.theme = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // As above.
    }
    tell();
  });
})();
