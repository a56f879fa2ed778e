/** Work that is done in steps, so that whoever does it can do something else in between. */

/** What comes to a `T` when all its steps are done. */
export type Steps<T> = Generator<undefined, T>;

/** Does all of it at once; what it comes to. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** What `make` makes of each, a step each. */
export function* mapInSteps<A, B>(all: Iterable<A>, make: (each: A) => B): Steps<readonly B[]> {
  const made: B[] = [];
  for (const each of all) {
    made.push(make(each));
    yield;
  }
  return made;
}
