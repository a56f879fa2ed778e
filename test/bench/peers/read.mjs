// Reads a plan with a library that has no command for it: `node read.mjs mermaid|markwhen FILE FOLDER-OF-PACKAGES`.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , peer, file, folder] = process.argv;
const text = readFileSync(file, 'utf8');
const inFolder = createRequire(join(folder, 'package.json'));

if (peer === 'mermaid') {
  const { window } = new (inFolder('jsdom').JSDOM)('<body></body>');
  Object.assign(globalThis, { window, document: window.document });
  const address = pathToFileURL(join(folder, 'node_modules/mermaid/dist/mermaid.core.mjs'));
  const { default: mermaid } = await import(address.href);
  mermaid.initialize({ startOnLoad: false, maxTextSize: 1e9 });
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  // Days are computed when tasks are asked for.
  process.stdout.write(`${db.getTasks().length}\n`);
} else {
  const { parse, toArray } = inFolder('@markwhen/parser');
  const { events } = parse(text);
  process.stdout.write(`${toArray?.(events)?.length ?? 'read'}\n`);
}
