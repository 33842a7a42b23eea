// A page as the tests see it, in whatever browser: parts of it found by selectors,
// read, clicked and filled as a reader would. The only module that knows how
// the browser is driven, together with `browsers.mjs`.
//
// Everything that reads or acts waits until its part is there. A part stands for
// one element: where a selector finds several, `first`, `nth` or `last` says which.

import assert from 'node:assert/strict';

/** The longest wait for any state, in milliseconds. */
export const LIMIT = 30_000;
const LOOK_EVERY = 50;

/**
 * Asks until the answer is truthy. It is asked from here, because a page whose
 * scripts are off runs no timers. `what` is waited for: words, or what makes them.
 */
export async function until(question, what, limit = LIMIT) {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      assert.fail(`waited ${limit / 1000} s for: ${typeof what === 'function' ? what() : what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

/** What the drivers say of a question that a new document overtook. */
const OVERTAKEN = /context was destroyed|Cannot find context|Inspected target navigated|no such frame|AbortError|DiscardedBrowsingContext|Execution context is not available|actor .* destroyed/i;

/** The elements that a path of selections leads to; runs in the page. */
function find(steps) {
  const words = (text) => text.replace(/\s+/g, ' ').trim();
  let found = [document];
  for (const { css, at, text, has } of steps) {
    if (css !== undefined) {
      found = [...new Set(found.flatMap((root) => [...root.querySelectorAll(css)]))];
    }
    if (text !== undefined) {
      const wanted = new RegExp(text.source, text.flags);
      found = found.filter((element) => wanted.test(words(element.textContent)));
    }
    if (has !== undefined) {
      found = found.filter((element) => element.querySelector(has) !== null);
    }
    if (at !== undefined) {
      found = at < found.length ? [found.at(at)] : [];
    }
  }
  return found;
}

/** Whether something of an element can be seen; runs in the page. */
function isSeen(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}

/** Where a pointer would hit an element, brought into view if need be; nothing where something covers it. Runs in the page. */
function target(element) {
  const place = () => {
    const [box] = element.getClientRects();
    if (!box || box.width === 0 || box.height === 0 || element.disabled) {
      return undefined;
    }
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const hit = document.elementFromPoint(middle.x, middle.y);
    return hit !== null && element.contains(hit) ? middle : undefined;
  };
  // What is seen is clicked where it is: a sticky element would be somewhere else after scrolling.
  const seen = place();
  if (seen) {
    return seen;
  }
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  return place();
}

function pattern(text) {
  if (text === undefined) {
    return undefined;
  }
  return text instanceof RegExp
    ? { source: text.source, flags: text.flags }
    : { source: text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), flags: 'i' };
}

/** A page in a browser; `tab` is the driver's. */
export class Page {
  constructor(tab) {
    this.tab = tab;
    this.keyboard = tab.keyboard;
  }

  /** The address that is shown. */
  url() {
    return this.tab.url();
  }

  /** A part of the page. */
  locator(css, { hasText, has } = {}) {
    return new Part(this, [{ css, text: pattern(hasText), has }]);
  }

  /** What a function answers in the page. */
  evaluate(work, argument) {
    return this.ask(`(${work})(${argument === undefined ? '' : JSON.stringify(argument)})`);
  }

  /**
   * What an expression gives in the page. It is written out here, so that the page's
   * Content-Security-Policy has no say in it; where a new document came meanwhile it is asked there.
   */
  async ask(expression) {
    let answer;
    await until(async () => {
      try {
        answer = await this.tab.evaluate(expression);
        return true;
      } catch (error) {
        if (OVERTAKEN.test(error.message)) {
          return false;
        }
        throw error;
      }
    }, 'a document that stays');
    return answer;
  }

  title() {
    return this.evaluate(() => document.title);
  }

  async reload() {
    await this.tab.reload({ waitUntil: 'load' });
  }

  /** Goes back; what is wanted is waited for by whoever calls. */
  async goBack() {
    await this.evaluate(() => history.back());
  }

  async goForward() {
    await this.evaluate(() => history.forward());
  }

  async setViewportSize({ width, height }) {
    await this.tab.setViewport({ width, height });
  }

  viewportSize() {
    return this.tab.viewport();
  }

  async screenshot(path) {
    await this.tab.screenshot({ path, fullPage: true });
  }

  /** Lays the page out as for paper. In Chromium alone. */
  async showAsPrinted() {
    await this.tab.emulateMediaType('print');
  }

  /** Cuts the network off, or gives it back. */
  async setOffline(isOffline) {
    await this.tab.setOfflineMode(isOffline);
  }

  /** From now on `answer` decides about requests whose address fits: `request.continue()`, or `request.respond(…)`. */
  async intercept(address, answer) {
    this.decides = (request) => (address.test(request.url()) ? answer(request) : request.continue());
    await this.tab.setRequestInterception(true);
    this.tab.on('request', this.decides);
  }

  /** Lets all requests go their way again; Chromium does not close a page that still waits for a decision. */
  async stopIntercepting() {
    if (this.decides) {
      this.tab.off('request', this.decides);
      this.decides = undefined;
      await this.tab.setRequestInterception(false);
    }
  }

  /** Holds back requests whose address fits, until the function that is returned is called. */
  async hold(address) {
    let letThrough;
    const wait = new Promise((resolve) => {
      letThrough = resolve;
    });
    await this.intercept(address, async (request) => {
      await wait;
      await request.continue();
    });
    return letThrough;
  }
}

/** A part of a page: an element, or several, found anew each time it is used. */
export class Part {
  constructor(page, steps) {
    this.page = page;
    this.steps = steps;
  }

  locator(css, { hasText, has } = {}) {
    return this.and({ css, text: pattern(hasText), has });
  }

  filter({ hasText, has }) {
    return this.and({ text: pattern(hasText), has });
  }

  nth(at) {
    return this.and({ at });
  }

  first() {
    return this.nth(0);
  }

  last() {
    return this.nth(-1);
  }

  and(step) {
    return new Part(this.page, [...this.steps, step]);
  }

  toString() {
    return this.steps.map(({ css, text, has, at }) => [css, text && `/${text.source}/`, has && `with ${has}`, at].filter((part) => part !== undefined).join(' ')).join(' ≫ ');
  }

  /** What a function answers to all elements. */
  evaluateAll(work, argument) {
    const rest = argument === undefined ? '' : `, ${JSON.stringify(argument)}`;
    return this.page.ask(`(${work})((${find})(${JSON.stringify(this.steps)})${rest})`);
  }

  /** What a function answers to the one element, once it is there. */
  async evaluate(work, argument) {
    const rest = argument === undefined ? '' : `, ${JSON.stringify(argument)}`;
    let answer;
    await until(async () => {
      answer = await this.page.ask(`((found) => ({
        count: found.length,
        value: found.length === 1 ? (${work})(found[0]${rest}) : undefined,
      }))((${find})(${JSON.stringify(this.steps)}))`);
      assert.ok(answer.count <= 1, `${this} are ${answer.count} elements`);
      return answer.count === 1;
    }, String(this));
    return answer.value;
  }

  count() {
    return this.evaluateAll((found) => found.length);
  }

  innerText() {
    return this.evaluate((element) => element.innerText);
  }

  allInnerTexts() {
    return this.evaluateAll((found) => found.map((element) => element.innerText));
  }

  getAttribute(name) {
    return this.evaluate((element, name) => element.getAttribute(name), name);
  }

  inputValue() {
    return this.evaluate((element) => element.value);
  }

  isVisible() {
    return this.evaluateAll(`(found) => found.some(${isSeen})`);
  }

  boundingBox() {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  /** Waits until it is seen, or only there. */
  async waitFor({ state = 'visible' } = {}) {
    await until(() => (state === 'visible' ? this.isVisible() : this.count()), `${this}, ${state}`);
  }

  async scrollIntoView() {
    await this.evaluate((element) => element.scrollIntoView({ block: 'nearest', behavior: 'instant' }));
  }

  /** Clicks where a reader would, once the place is free and nothing moves it. */
  async click() {
    let before;
    const place = await until(async () => {
      const now = await this.evaluate(String(target));
      const rests = now && before && now.x === before.x && now.y === before.y;
      before = now;
      return rests && now;
    }, `a place to click on ${this}`);
    await this.page.tab.mouse.click(place.x, place.y);
  }

  async focus() {
    await this.evaluate((element) => element.focus());
  }

  /** Writes into a field in place of what stands there. */
  async fill(text) {
    await this.evaluate((field) => {
      field.scrollIntoView({ block: 'center', behavior: 'instant' });
      field.focus();
      field.select();
    });
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(text);
  }

  /** Chooses by value, or `{ index }`. */
  async selectOption(choice) {
    await this.waitFor();
    await this.evaluate((select, choice) => {
      if (typeof choice === 'string') {
        if (![...select.options].some(({ value }) => value === choice)) {
          throw new Error(`there is no option ${choice}`);
        }
        select.value = choice;
      } else {
        select.selectedIndex = choice.index;
      }
      select.dispatchEvent(new Event('input', { bubbles: true }));
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, choice);
  }
}
