/** Every feature of the editor, one line each. */
import type { Feature } from './feature.js';

export const FEATURES: readonly Feature[] = [];
