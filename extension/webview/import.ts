/** The page on which an import is confirmed: says which button was pressed. */
import type { FromImportPage } from '../src/import/import-messages.js';

interface Host {
  postMessage(message: FromImportPage): void;
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
