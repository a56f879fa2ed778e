/** The page inside a preview: shows the parts it is sent, and says what was clicked. It knows ids, never files. */
import * as z from 'zod/mini';
import { type FromPage, type PageState, pageStateSchema, type ToPage, toPageSchema } from '../src/preview/messages.js';
import { PreviewBar } from './bar.js';
import { CurrentItem } from './current-item.js';
import { EditInPicture } from './edit-in-picture.js';
import { flash } from './flash.js';
import { HeadHeight } from './head-height.js';
import { Keyboard } from './keyboard.js';
import { Pages } from './pages.js';
import { PreviewParts } from './preview-parts.js';
import { itemAt, keepingPosition, placeOf, topPlace } from './reading-position.js';
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
const keyboard = new Keyboard(report, reveal);
const restored = pageStateSchema.safeParse(host.getState()).data;
const walls = new WallCharts(
  report,
  (id) => host.postMessage({ type: 'reveal', id }),
  (keys) => host.postMessage({ type: 'wanted', keys }),
  restored?.charts ?? {},
  (charts) => remember({ charts }),
);
const pages = new Pages(
  report,
  required('#rest'),
  (keys) => host.postMessage({ type: 'wanted', keys }),
  (keys) => host.postMessage({ type: 'sight', keys }),
);
const here = new CurrentItem(report, (id) => walls.placesOf(id));
const head = new HeadHeight(report, required('#bar'), () => here.stay());
const bar = new PreviewBar(required('#bar'), (message) => host.postMessage(message));

let empty = true;
let state = restored;
let aboutToSay = false;

new EditInPicture(
  report,
  walls,
  (message) => host.postMessage(message),
  () => state?.target.uri,
);

function required(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`the page has no ${selector}`);
  return element;
}

function reveal(item: Element): void {
  if (item instanceof HTMLElement && item.matches('.pw-sort')) item.click();
  const id = item.getAttribute('data-origin');
  if (id !== null) host.postMessage({ type: 'reveal', id });
}

function remember(changes: Partial<PageState>): void {
  const target = changes.target ?? state?.target;
  if (target === undefined) return;
  state = { ...state, ...changes, target };
  host.setState(state);
}

/** The picture is of something else than before: what is shown of it begins at its top. */
let shownOf = '';

function show({ target, lang, order, changed }: Extract<ToPage, { type: 'show' }>): void {
  report.lang = lang === 'zh' ? 'zh-CN' : 'en';
  const first = empty;
  if (first) report.replaceChildren();
  empty = false;
  report.removeAttribute('aria-busy');
  const of = JSON.stringify([target.kind, target.name, target.uri]);
  const another = of !== shownOf;
  shownOf = of;
  if (another && !first) walls.beginAnew();
  keepingPosition(report, () => {
    const { renewed, missing } = parts.show(order, changed);
    if (missing.length > 0) host.postMessage({ type: 'incomplete' });
    walls.refresh(order !== undefined);
    pages.refresh(order !== undefined);
    keyboard.refresh();
    head.refresh();
    here.refresh();
    if (another || renewed.length === 0) return;
    flash(renewed);
    sayThatItChanged();
  });
  remember({ target });
  if (first) restorePlace();
  else if (another) scrollTo(0, 0);
  here.stay();
}

/** Where the reader was before the window was loaded again. */
function restorePlace(): void {
  const place = restored?.at && placeOf(report, restored.at);
  if (place !== undefined) scrollTo(0, place);
  else if (restored?.scroll !== undefined) scrollTo(0, restored.scroll);
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
      here.moveTo(message.data.id, message.data.how);
      walls.show(message.data.id, message.data.how);
      break;
    case 'bar':
      bar.show(message.data);
      remember({ target: message.data.target });
      break;
    case 'choices':
      bar.take(message.data.fields);
      break;
    case 'notice':
      notice.textContent = message.data.text;
      notice.hidden = message.data.text === null;
      break;
  }
});

report.addEventListener('click', (event) => {
  const head = event.target instanceof Element ? event.target.closest('.pw-sort')?.closest('th') : null;
  if (head != null) {
    const key = head.closest('.pw-part')?.getAttribute('data-key');
    const column = Number(head.getAttribute('data-column'));
    if (key != null) bar.sort(key, column, head.getAttribute('aria-sort') ?? 'none');
    return;
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link !== null) {
    const to = link.getAttribute('href');
    if (to?.startsWith('#')) {
      event.preventDefault();
      document.getElementById(decodeURIComponent(to.slice(1)))?.scrollIntoView({ block: 'start' });
    } else {
      // Addresses outside are the editor's to open; where a file beside the plan is, the server knows.
      const id = itemAt(link)?.getAttribute('data-origin');
      if (to !== null && id != null && !/^[a-z][a-z0-9+.-]*:/i.test(to)) {
        event.preventDefault();
        host.postMessage({ type: 'open', id, link: to });
      }
      return;
    }
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
    scrolled = setTimeout(() => remember({ scroll: scrollY, at: topPlace(report) }), 200);
  },
  { passive: true },
);

host.postMessage({ type: 'ready' });
