/** Turns of the event loop that long work leaves to others. */

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

function turn(): Promise<void> {
  return new Promise((resolve) => {
    // A timer waits for a millisecond where nobody has come in; web workers have nothing else.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
