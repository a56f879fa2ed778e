// Waiting that ends, and says what it waited for.

import { setTimeout as sleep } from 'node:timers/promises';

/** Multiplies every limit; for machines that have much else to do. */
const FACTOR = Number(process.env.PLANWRIGHT_E2E_PATIENCE ?? '1');

/** A limit in milliseconds, stretched for this machine. */
export function patient(milliseconds) {
  return milliseconds * FACTOR;
}

/** Milliseconds for starting the extension host, the server and the first analysis on a busy machine. */
export const FIRST_ANSWER = patient(90_000);

/** Waits until `ask` gives something other than `undefined`, `false` or `null`, and gives that. */
export async function until(what, ask, { timeout = patient(20_000), every = 100 } = {}) {
  const end = Date.now() + timeout;
  let last;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false && answer !== null) return answer;
      last = undefined;
    } catch (error) {
      last = error; // a page that is being redrawn; only the last refusal counts
    }
    if (Date.now() > end) {
      const reason = last instanceof Error ? `: ${last.message.split('\n')[0]}` : '';
      throw new Error(`waited ${Math.round(timeout / 1000)} s for ${what}${reason}`);
    }
    await sleep(every);
  }
}
