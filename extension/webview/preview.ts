/** The page inside a preview: shows the parts it is sent, and says what was clicked. It knows ids, never files. */
import * as z from 'zod/mini';
import { type FromPage, type PageState, pageStateSchema, type ToPage, toPageSchema } from '../src/preview/messages.js';
import { CurrentItem } from './current-item.js';
import { Keyboard } from './keyboard.js';
import { PreviewParts } from './preview-parts.js';
import { itemAt, keepingPosition } from './reading-position.js';
import { WallCharts } from './wall-charts.js';

interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}
declare function acquireVsCodeApi(): Host;

// Without this the schemas would be compiled with `new Function`, which the page's policy rightly refuses.
z.config({ jitless: true });

/** In milliseconds: a screen reader is told of changes at most this often. */
const SAY_EVERY = 2000;

const host = acquireVsCodeApi();
const report = required('article.pw-report');
const said = required('#said');
const notice = required('#notice');
const parts = new PreviewParts(report);
const here = new CurrentItem(report);
const keyboard = new Keyboard(report, reveal);
const walls = new WallCharts(report, (id) => host.postMessage({ type: 'reveal', id }));
const restored = pageStateSchema.safeParse(host.getState()).data;

let empty = true;
let state = restored;
let aboutToSay = false;

function required(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`the page has no ${selector}`);
  return element;
}

function reveal(item: Element): void {
  const id = item.getAttribute('data-origin');
  if (id !== null) host.postMessage({ type: 'reveal', id });
}

function remember(changes: Partial<PageState>): void {
  const target = changes.target ?? state?.target;
  if (target === undefined) return;
  state = { target, scroll: changes.scroll ?? state?.scroll ?? 0 };
  host.setState(state);
}

function show({ target, lang, order, changed }: Extract<ToPage, { type: 'show' }>): void {
  report.lang = lang === 'zh' ? 'zh-CN' : 'en';
  const first = empty;
  if (first) report.replaceChildren();
  empty = false;
  report.removeAttribute('aria-busy');
  keepingPosition(report, () => {
    const { renewed, missing } = parts.show(order, changed);
    if (missing.length > 0) host.postMessage({ type: 'incomplete' });
    walls.refresh();
    keyboard.refresh();
    here.refresh();
    if (first || renewed.length === 0) return;
    for (const part of renewed) part.classList.add('pw-renewed');
    sayThatItChanged();
  });
  remember({ target });
  if (first && restored?.scroll !== undefined) scrollTo(0, restored.scroll);
}

function sayThatItChanged(): void {
  if (aboutToSay) return;
  aboutToSay = true;
  setTimeout(() => {
    aboutToSay = false;
    // The same words twice would not be read again: a blank that is not seen makes them others.
    const words = document.body.getAttribute('data-updated') ?? '';
    said.textContent = said.textContent === words ? `${words}\u00a0` : words;
  }, SAY_EVERY);
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toPageSchema.safeParse(data);
  if (!message.success) return;
  switch (message.data.type) {
    case 'show':
      show(message.data);
      break;
    case 'here':
      here.moveTo(message.data.id, message.data.go);
      walls.show(message.data.id);
      break;
    case 'notice':
      notice.textContent = message.data.text;
      notice.hidden = message.data.text === null;
      break;
  }
});

report.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link !== null) {
    const to = link.getAttribute('href');
    if (to?.startsWith('#')) {
      event.preventDefault();
      document.getElementById(decodeURIComponent(to.slice(1)))?.scrollIntoView({ block: 'start' });
    } else return; // addresses outside are the editor's to open
  }
  if (getSelection()?.isCollapsed === false) return; // the reader is copying a text
  const item = itemAt(event.target);
  if (item !== undefined) reveal(item);
});

let scrolled: ReturnType<typeof setTimeout> | undefined;
addEventListener(
  'scroll',
  () => {
    clearTimeout(scrolled);
    scrolled = setTimeout(() => remember({ scroll: scrollY }), 200);
  },
  { passive: true },
);

host.postMessage({ type: 'ready' });
