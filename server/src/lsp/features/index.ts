/** Every feature of the editor, one line each. */
import { codeActions } from './code-actions/code-actions.js';
import { completion } from './completion/completion.js';
import type { Feature } from './feature.js';

export const FEATURES: readonly Feature[] = [completion, codeActions];
