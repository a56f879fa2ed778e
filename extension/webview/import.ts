/** The page on which an import is confirmed: shows the report it is sent, and says which button was pressed. */
import * as z from 'zod/mini';
import { type FromImportPage, toImportPageSchema } from '../src/import/import-messages.js';
import { PreviewParts } from './preview-parts.js';

interface Host {
  postMessage(message: FromImportPage): void;
}
declare function acquireVsCodeApi(): Host;

// Without this the schemas would be compiled with `new Function`, which the page's policy rightly refuses.
z.config({ jitless: true });

const host = acquireVsCodeApi();
const report = document.querySelector<HTMLElement>('article.pw-report');
if (report === null) throw new Error('the page has no place for a report');
const parts = new PreviewParts(report);

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toImportPageSchema.safeParse(data);
  if (!message.success) return;
  const { blocks } = message.data;
  parts.show(
    blocks.map(({ key }) => key),
    blocks,
  );
  report.removeAttribute('aria-busy');
});

for (const [id, confirmed] of [
  ['confirm', true],
  ['cancel', false],
] as const) {
  document.getElementById(id)?.addEventListener('click', () => host.postMessage({ type: 'chosen', confirmed }));
}
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') host.postMessage({ type: 'chosen', confirmed: false });
});

host.postMessage({ type: 'ready' });
