/** The page of a 'what if': says which button was pressed, and which row the reader wants to see in the text. */
import { type ConfirmHost, listenToButtons } from './confirm-buttons.js';
import { Keyboard } from './keyboard.js';
import { itemAt } from './reading-position.js';

declare function acquireVsCodeApi(): ConfirmHost;

const host = acquireVsCodeApi();
listenToButtons(host);

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
