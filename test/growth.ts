/**
 * How the cost of an answer grows with the size of the question. Milliseconds say how fast a machine is and how busy; a
 * ratio of two costs says neither. So what must not grow with the square is measured at two sizes, the smaller one chosen so
 * large that a clock can tell it, on whatever machine.
 */

/** Seconds of processor time that `run` takes; other processes that want the processor do not count. */
export function seconds(run: () => void): number {
  const begin = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

export interface Growth {
  /** The first size that is tried. */
  readonly from: number;
  /** No larger size is tried, unless the next bound asks for it. */
  readonly to: number;
  /** How many times as large the second size is: so many that a busy moment is not taken for a square. */
  readonly times?: number;
  /** What the smaller size has to cost at least, in seconds. */
  readonly least?: number;
}

/**
 * The exponent with which the cost grows: 1 where twice the size costs twice as much, 2 where it costs four times as much.
 * `prepare` makes the question of a size and is not measured. The least of several measurements counts: whatever disturbs a
 * measurement only adds to it.
 */
export function exponent<T>(
  prepare: (size: number) => T,
  run: (question: T) => void,
  { from, to, times = 8, least = 0.03 }: Growth,
): number {
  let size = from;
  let question = prepare(size);
  run(question);
  let short = seconds(() => run(question));
  while (short < least && size * 2 <= to) {
    size *= 2;
    question = prepare(size);
    short = seconds(() => run(question));
  }
  const larger = prepare(size * times);
  let found = Number.POSITIVE_INFINITY;
  let long = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 8; attempt++) {
    short = Math.min(
      short,
      seconds(() => run(question)),
    );
    long = Math.min(
      long,
      seconds(() => run(larger)),
    );
    // What costs next to nothing even so has no growth to speak of.
    found = Math.log(long / Math.max(short, least / 4)) / Math.log(times);
    if (attempt > 0 && found < 1.6) break;
  }
  return found;
}
