/** Texts that nobody would write, from fixed seeds: what the tools have to answer all the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KEYWORDS } from '../../grammar/keywords.js';
import { seeded } from '../bench/portfolio.js';

export type Random = (below: number) => number;

export { seeded };

/** Where the hunt starts; PLANWRIGHT_FUZZ_SEED sets another. */
const SEED = Number(process.env.PLANWRIGHT_FUZZ_SEED ?? 1);
/** PLANWRIGHT_FUZZ_SECONDS: how long one test hunts, rather than for a number of rounds. */
const HUNT = process.env.PLANWRIGHT_FUZZ_SECONDS;

/** How long a fuzz test may take before it counts as hanging, in milliseconds. */
export const PATIENCE = 600_000 + 20_000 * Number(HUNT ?? 0);

/**
 * The seeds to try: as many as said, whatever the machine, so that what passes here passes everywhere; in a hunt as many
 * as there is time for.
 */
export function* seeds(rounds: number): Generator<number> {
  const end = HUNT === undefined ? undefined : performance.now() + Number(HUNT) * 1000;
  for (let round = 0; end === undefined ? round < rounds : round < 3 || performance.now() < end; round++)
    yield SEED + round;
}

/** Runs `attempt` with one seed after another. */
export function forEachSeed(rounds: number, attempt: (random: Random, seed: number) => void): void {
  for (const seed of seeds(rounds)) attempt(seeded(seed), seed);
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[random(from.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

export interface ExampleFile {
  readonly file: string;
  readonly text: string;
}

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

/** The plan files of one example, by name. */
export function example(name: string): readonly ExampleFile[] {
  return readdirSync(join(EXAMPLES, name))
    .filter((file) => file.endsWith('.plan'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(EXAMPLES, name, file), 'utf8') }));
}

const WORDS = [...KEYWORDS.values()].flatMap(({ en, zh }) => [en, zh]);
const PIECES: readonly string[] = [
  ...'{}(),.+-*/=<>~｛｝（），、．；：＝＋－％:;#@$^&|?!\'"“”「」`\\'.split(''),
  ...['!=', '<=', '>=', '~=', '≈', '..', '"""', '/*', '*/', '//', '/**', '<<<<<<<', '=======', '>>>>>>>', '|||||||'],
  ...['2026-03-31', '2026年3月31日', '2026-Q1', '2026年上半年', '2026', '2026-02-30', '12月', '13月', '9999年', '0000'],
  ...['10d', '10个工作日', '3.5亿元', '约629亿元', '~5M', '65%', '1,234.5', '0.5', '1e9', '10kg', '00', '007'],
  ...[
    'P1',
    'P1.征地',
    '李四',
    '责任人李四',
    '`2026-001`',
    '``',
    '_',
    'a-',
    '-a',
    'ａｂ',
    '𠮷',
    'ß',
    '"x"',
    '“甲”',
    '"a\\"b"',
  ],
  ...[
    '\0',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\u202e',
    '\u00a0',
    '\u3000',
    '\t',
    '\r',
    '\r\n',
    '\u2028',
    '\x1b[31m',
    'e\u0301',
  ],
  '// planwright-ignore deadline/overdue: why\n',
];

/** Words, signs and values in no order. */
export function soup(random: Random): string {
  const parts: string[] = [];
  for (let count = 1 + random(200); count > 0; count--) {
    parts.push(random(2) === 0 ? pick(random, WORDS) : pick(random, PIECES));
    parts.push(pick(random, [' ', ' ', ' ', '', '\n', '\n  ', ' { ', ' }\n']));
  }
  return parts.join('');
}

/** Any bytes, read as UTF-8 the way a file is. */
export function bytes(random: Random): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from({ length: random(600) }, () => random(256)),
  );
}

/** `text` with some places cut, doubled, moved or overwritten. */
export function edited(random: Random, text: string, edits = 1 + random(4)): string {
  let result = text;
  for (; edits > 0; edits--) {
    const start = random(result.length + 1);
    const end = Math.min(result.length, start + pick(random, [0, 0, 1, 1, 5, 40, 400]));
    const cut = result.slice(start, end);
    const inserted = pick(random, [
      () => '',
      () => pick(random, PIECES),
      () => ` ${pick(random, WORDS)} `,
      () => cut + cut,
      () => [...cut].reverse().join(''),
      () => result.slice(random(result.length + 1)).slice(0, 60),
      () => '\n',
    ])();
    result = result.slice(0, start) + inserted + result.slice(end);
  }
  return result;
}

/** What the machinery says and people never do. */
export const MACHINERY =
  /undefined|null|NaN|\[object|Maximum call stack|Expecting|token of type|RangeError|TypeError|\bEOF\b/;
