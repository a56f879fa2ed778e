/** The page of a 'what if': says which button was pressed, and which row the reader wants to see in the text. */
import type { FromWhatIfPage } from '../src/what-if/what-if-messages.js';
import { Keyboard } from './keyboard.js';
import { itemAt } from './reading-position.js';

interface Host {
  postMessage(message: FromWhatIfPage): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();

for (const [id, confirmed] of [
  ['confirm', true],
  ['cancel', false],
] as const) {
  document.getElementById(id)?.addEventListener('click', () => host.postMessage({ type: 'chosen', confirmed }));
}
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') host.postMessage({ type: 'chosen', confirmed: false });
});

function reveal(item: Element): void {
  const id = item.getAttribute('data-origin');
  if (id !== null) host.postMessage({ type: 'reveal', id });
}

const report = document.querySelector('article.pw-report');
if (report !== null) {
  new Keyboard(report, reveal).refresh();
  report.addEventListener('click', ({ target }) => {
    if (getSelection()?.isCollapsed === false) return; // the reader is copying a text
    const item = itemAt(target);
    if (item !== undefined) reveal(item);
  });
}
