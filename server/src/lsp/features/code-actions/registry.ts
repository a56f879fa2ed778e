/** Every quick fix and every other code action, one line each. */
import type { Fix, Offer } from './change.js';

export const FIXES: readonly Fix[] = [];

export const OFFERS: readonly Offer[] = [];
