/** Work that is done in steps, so that whoever does it can do something else in between. */

/** Does all of it at once; what it comes to. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
