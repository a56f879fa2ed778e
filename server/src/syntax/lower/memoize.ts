/** Memoizes the reading of short texts, of which a plan repeats many. */

/** Longer texts are cut out of the file, which must not be kept alive by one of its values. */
const LONGEST = 12;
const MOST = 4_096;

/** `read`, remembering what it made of short texts; its results are immutable and can be shared. */
export function memoizeShortTexts<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    let made = known.get(text);
    if (made === undefined) {
      made = read(text);
      if (known.size >= MOST) known.clear();
      known.set(text, made);
    }
    return made;
  };
}
