/** Quick fixes for text that lexer and parser could not read: full-width signs, mistyped and glued words. */
import { keywordOf, spelling } from '../../../../grammar/keywords.js';
import { meantBy } from '../../../../grammar/synonyms.js';
import type { Finding } from '../../model/facts.js';
import { repairEdits } from '../../syntax/format/format.js';
import { isPlainName } from '../../syntax/letters.js';
import { parsePlan } from '../../syntax/parser.js';
import type { TextChange, TextFix } from './text-fix.js';

/** A mistyped keyword that has so many Latin letters is one other only; a shorter one may be another, as due and done. */
const TELLING = /^[a-z-]{5,}$/i;

/** What a Chinese input method typed in full width. */
export const repairFullWidth: TextFix = {
  codes: ['syntax/full-width'],
  *propose({ at }, text): Generator<TextChange> {
    const edits = repairEdits(parsePlan(text), at).filter(({ start, end }) => start >= at.start && end <= at.end);
    if (edits.length === 0) return;
    yield {
      title: { en: 'Use half-width signs', zh: '改为半角' },
      edits: edits.map(({ start, end, newText }) => ({ file: at.file, start, end, insert: [newText] })),
      preferred: true,
      safe: true,
    };
  },
};

/** A keyword that is mistyped, one that ran together with a name, a name that needs backquotes. */
export const repairWord: TextFix = {
  codes: ['syntax/unexpected'],
  *propose(finding, text) {
    yield* separated(finding);
    yield* replaced(finding, text);
    yield* inBackquotes(finding);
    yield* unquoted(finding);
    yield* inBraces(finding, text);
  },
};

/** 责任人李四 ⇒ 责任人 李四 */
function* separated({ at, data }: Finding): Generator<TextChange> {
  const { glued, found } = data;
  if (typeof glued !== 'object' || glued === null || !('rest' in glued) || typeof glued.rest !== 'string') return;
  if (typeof found !== 'string') return;
  const keyword = found.slice(0, found.length - glued.rest.length);
  const cut = at.start + keyword.length;
  yield {
    title: { en: `Put a blank behind '${keyword}'`, zh: `在“${keyword}”后加空格` },
    edits: [{ file: at.file, start: cut, end: cut, insert: [' '] }],
    preferred: true,
    safe: true,
  };
}

function* replaced({ at, data }: Finding, text: string): Generator<TextChange> {
  const { guess, found } = data;
  if (typeof guess !== 'string' || typeof found !== 'string' || text.slice(at.start, at.end) !== found) return;
  const keyword = keywordOf(guess);
  // A comparison is a sign in both languages.
  const word = keyword === undefined ? guess : spelling(keyword, /\p{Script=Han}/u.test(found) ? 'zh' : 'en');
  yield {
    title: { en: `Change to '${word}'`, zh: `改为“${word}”` },
    edits: [{ file: at.file, start: at.start, end: at.end, insert: [word] }],
    preferred: true,
    safe: TELLING.test(found) && !meantBy(found).includes(guess),
  };
}

function* inBackquotes({ at, data }: Finding): Generator<TextChange> {
  const { problem, found } = data;
  if (problem !== 'number-as-name' || typeof found !== 'string' || found === '' || found.includes('`')) return;
  const name = `\`${found}\``;
  yield {
    title: { en: `Write it as a name: ${name}`, zh: `写成名称：${name}` },
    edits: [{ file: at.file, start: at.start, end: at.end, insert: [name] }],
    preferred: true,
    safe: true,
  };
}

/** `leader "Li Si"` ⇒ the name without quotes, or in backquotes where it needs them. */
function* unquoted({ at, data }: Finding): Generator<TextChange> {
  const { problem, found } = data;
  if (problem !== 'quoted-name' || typeof found !== 'string') return;
  const inner = found.slice(1, -1).trim();
  if (inner === '' || inner.includes('`')) return;
  const name = isPlainName(inner) ? inner : `\`${inner}\``;
  yield {
    title: { en: `Write it as a name: ${name}`, zh: `写成名称：${name}` },
    edits: [{ file: at.file, start: at.start, end: at.end, insert: [name] }],
    preferred: true,
    safe: false,
  };
}

/** `category roads in infrastructure` ⇒ `category roads { in infrastructure }` */
function* inBraces({ at, data }: Finding, text: string): Generator<TextChange> {
  if (data.problem !== 'missing-block') return;
  const rest = /^(?:"[^"\n]*"|“[^”\n]*”|(?!\/[/*])[^\n])*/.exec(text.slice(at.start))?.[0] ?? '';
  const end = at.start + rest.trimEnd().length;
  yield {
    title: { en: 'Put it in { }', zh: '用{ }括起来' },
    edits: [
      { file: at.file, start: at.start, end: at.start, insert: ['{ '] },
      { file: at.file, start: end, end, insert: [' }'] },
    ],
    preferred: true,
    safe: false,
  };
}
