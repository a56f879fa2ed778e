/** The formats of `check`, one line each. */
import type { Format } from './format.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

export const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['text', text],
  ['json', json],
  ['sarif', sarif],
  ['github', github],
  ['junit', junit],
  ['gitlab', gitlab],
]);
