/** What happens to texts: by slips of a hand, by programs that copy, merge and convert them, by chance. */
import { KEYWORDS } from '../../grammar/keywords.js';
import { bytes, edited, pick, type Random } from './texts.js';

type Mutation = (random: Random, text: string) => string;

const PAIRS = [...KEYWORDS.values()];
const ENGLISH: ReadonlyMap<string, string> = new Map(PAIRS.map(({ en, zh }) => [en, zh]));
const WIDE = '｛｝（），：；＝＜＞＋－％．';
const NARROW = '{}(),:;=<>+-%.';
const VALUES = [
  '2026-02-30',
  '0001-01-01',
  '9999-12-31',
  '5kg',
  '-1d',
  '0M',
  '99999999999999999999M',
  '150%',
  '~',
  '"',
  '1e9',
];

const lines =
  (change: (random: Random, all: string[]) => readonly string[]): Mutation =>
  (random, text) =>
    change(random, text.split('\n')).join('\n');

/** One match of `pattern` becomes something else; where there is none the text is cut instead. */
const oneOf =
  (pattern: RegExp, change: (random: Random, found: string) => string): Mutation =>
  (random, text) => {
    const all = [...text.matchAll(pattern)];
    if (all.length === 0) return text.slice(0, random(text.length + 1));
    const match = pick(random, all);
    return text.slice(0, match.index) + change(random, match[0]) + text.slice(match.index + match[0].length);
  };

/** From a place in the text to the brace that ends what is opened there. */
function block(random: Random, text: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf('{', random(text.length + 1));
  if (start < 0) return { start: text.length, end: text.length };
  let depth = 0;
  for (let end = start; end < text.length; end++) {
    if (text[end] === '{') depth++;
    if (text[end] === '}' && --depth === 0) return { start, end: end + 1 };
  }
  return { start, end: text.length };
}

export const MUTATIONS: ReadonlyMap<string, Mutation> = new Map<string, Mutation>([
  ['places cut, doubled, moved', (random, text) => edited(random, text)],
  ['cut short', (random, text) => text.slice(0, random(text.length + 1))],
  ['its beginning lost', (random, text) => text.slice(random(text.length + 1))],
  ['a line lost', lines((random, all) => all.toSpliced(random(all.length), 1))],
  [
    'a line twice',
    lines((random, all) => {
      const at = random(all.length);
      return all.toSpliced(at, 0, all[at] ?? '');
    }),
  ],
  [
    'a line moved',
    lines((random, all) => {
      const line = pick(random, all);
      return all.toSpliced(random(all.length), 0, line);
    }),
  ],
  [
    'lines in another order',
    lines((random, all) => {
      const at = random(all.length);
      return [...all.slice(at), ...all.slice(0, at)];
    }),
  ],
  ['all on one line', (_, text) => text.replace(/\n/g, ' ')],
  ['no indentation', (_, text) => text.replace(/^[ \t]+/gm, '')],
  ['no blanks', oneOf(/ +/g, () => '')],
  [
    'line ends of others',
    (random, text) => text.replace(/\n/g, pick(random, ['\r\n', '\r', '\u2028', '\n\r', '\u0085'])),
  ],
  ['a letter lost', oneOf(/\p{L}/gu, () => '')],
  ['a letter twice', oneOf(/\p{L}/gu, (_, letter) => letter + letter)],
  ['letters swapped', oneOf(/\p{L}\p{L}/gu, (_, two) => [...two].reverse().join(''))],
  ['a word lost', oneOf(/[\p{L}\d_-]+/gu, () => '')],
  ['a word twice', oneOf(/[\p{L}\d_-]+/gu, (_, word) => `${word} ${word}`)],
  ['another keyword', oneOf(/\p{L}[\p{L}-]*/gu, (random) => pick(random, PAIRS).en)],
  ['a keyword in the other language', oneOf(/[a-z][a-z-]+/g, (_, word) => ENGLISH.get(word) ?? word)],
  ['capitals', oneOf(/[a-z][a-z-]+/g, (_, word) => word.toUpperCase())],
  ['another value', oneOf(/\d[\d.,-]*[\p{L}%]*/gu, (random) => pick(random, VALUES))],
  ['another figure', oneOf(/\d/g, (random) => pick(random, ['0', '9', '-', '.', '一', '１']))],
  ['a brace lost', oneOf(/[{}]/g, () => '')],
  ['a brace more', oneOf(/[{}]/g, (random, brace) => brace + pick(random, ['{', '}', brace]))],
  ['a quote lost', oneOf(/"/g, () => '')],
  ['quotes of a word processor', (_, text) => text.replace(/"([^"\n]*)"/g, '“$1”')],
  ['one typographic quote', oneOf(/"/g, (random) => pick(random, ['“', '”', '＂', "'", '«', '「']))],
  ['full-width signs', (_, text) => text.replace(/[{}(),:;=<>%]/g, (sign) => WIDE[NARROW.indexOf(sign)] ?? sign)],
  ['one full-width sign', oneOf(/[{}(),=<>%]/g, (_, sign) => WIDE[NARROW.indexOf(sign)] ?? sign)],
  [
    'a block lost',
    (random, text) => {
      const { start, end } = block(random, text);
      return text.slice(0, start) + text.slice(end);
    },
  ],
  [
    'a block moved',
    (random, text) => {
      const { start, end } = block(random, text);
      const rest = text.slice(0, start) + text.slice(end);
      const at = random(rest.length + 1);
      return rest.slice(0, at) + text.slice(start, end) + rest.slice(at);
    },
  ],
  [
    'a block in itself',
    (random, text) => {
      const { start, end } = block(random, text);
      return text.slice(0, end - 1) + text.slice(start, end) + text.slice(end - 1);
    },
  ],
  [
    'a block many times',
    (random, text) => {
      const { start, end } = block(random, text);
      return text.slice(0, start) + text.slice(start, end).slice(0, 400).repeat(20) + text.slice(end);
    },
  ],
  [
    'deep',
    (random, text) => {
      const at = random(text.length + 1);
      return text.slice(0, at) + 'task t { '.repeat(1 + random(400)) + text.slice(at);
    },
  ],
  [
    'a comment that is not closed',
    (random, text) => {
      const at = random(text.length + 1);
      return `${text.slice(0, at)}/*${text.slice(at)}`;
    },
  ],
  [
    'a long text that is not closed',
    (random, text) => {
      const at = random(text.length + 1);
      return `${text.slice(0, at)}"""${text.slice(at)}`;
    },
  ],
  [
    'invisible signs',
    oneOf(
      / |\n/g,
      (random, found) => found + pick(random, ['\u200b', '\ufeff', '\u00a0', '\u202e', '\0', '\u3000', '\t']),
    ),
  ],
  ['half a character', oneOf(/\p{L}/gu, (random) => pick(random, ['\ud83d', '\udc00', '\ufffd']))],
  [
    'bytes flipped',
    (random, text) => {
      const raw = new TextEncoder().encode(text);
      for (let count = 1 + random(8); count > 0 && raw.length > 0; count--) raw[random(raw.length)] = random(256);
      return new TextDecoder('utf-8').decode(raw);
    },
  ],
  [
    'read in another encoding',
    (random, text) =>
      new TextDecoder(pick(random, ['gb18030', 'utf-16le', 'latin1'])).decode(new TextEncoder().encode(text)),
  ],
  [
    'a merge left undone',
    (random, text) => {
      const at = text.indexOf('\n', random(text.length + 1)) + 1;
      const other = text.slice(at, at + random(300));
      const base = random(2) === 0 ? `||||||| base\n${other}\n` : '';
      return `${text.slice(0, at)}<<<<<<< ours\n${other}\n${base}=======\n${edited(random, other)}\n>>>>>>> theirs\n${text.slice(at)}`;
    },
  ],
  [
    'two texts in turn',
    lines((random, all) => {
      const at = random(all.length);
      return all.flatMap((line, index) => [line, all[(index + at) % all.length] ?? '']);
    }),
  ],
  [
    'something else within',
    (random, text) => {
      const at = random(text.length + 1);
      return text.slice(0, at) + bytes(random) + text.slice(at);
    },
  ],
  ['a mark of a list in front', (_, text) => text.replace(/^(\s*)(?=\p{L})/gmu, '$1- ')],
  ['as a mail quotes it', (_, text) => text.replace(/^/gm, '> ')],
  ['keywords glued', (_, text) => text.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')],
]);
