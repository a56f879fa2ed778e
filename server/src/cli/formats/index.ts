/** The formats of `check`, one line each. */

import { concise } from './concise.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { json } from './json.js';
import { junit } from './junit.js';
import type { OutputFormat } from './output-format.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

export const FORMATS: ReadonlyMap<string, OutputFormat> = new Map([
  ['text', text],
  ['concise', concise],
  ['json', json],
  ['sarif', sarif],
  ['github', github],
  ['junit', junit],
  ['gitlab', gitlab],
]);
