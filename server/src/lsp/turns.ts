/** Turns of the event loop that long work leaves to others. */
import type { Steps } from '../model/steps.js';

/** In milliseconds: how long others wait for what is done in steps. */
const STEP = 12;

/** For so many milliseconds of work one turn, and this many at most. */
const PER_TURN = 8;
const MOST = 12;

/**
 * Lets what has come in during `spent` milliseconds of work be answered. Each message has a turn of its own: after long
 * work one turn would answer the first and leave the others to wait for the work that goes on.
 */
export async function letOthers(spent: number): Promise<void> {
  const turns = Math.min(MOST, Math.max(1, Math.round(spent / PER_TURN)));
  for (let i = 0; i < turns; i++) await turn();
}

/** What was done in turns with others: how long it took, in milliseconds, and what it came to. */
export interface InTurns<T> {
  readonly spent: number;
  /** Undefined where it was given up. */
  readonly made?: { readonly value: T };
}

/** Does some steps at a time, and lets others have their turns in between; gives up where nobody wants it any more. */
export async function inTurns<T>(steps: Steps<T>, isWanted: () => boolean): Promise<InTurns<T>> {
  let spent = 0;
  for (let began = performance.now(); ; began = performance.now()) {
    let next = steps.next();
    while (next.done !== true && performance.now() - began < STEP) next = steps.next();
    const step = performance.now() - began;
    spent += step;
    if (next.done === true) return { spent, made: { value: next.value } };
    await letOthers(step);
    if (!isWanted()) return { spent };
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    // A timer waits for a millisecond where nobody has come in; web workers have nothing else.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
