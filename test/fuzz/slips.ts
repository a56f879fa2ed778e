/**
 * Small slips as people make them while they write a plan, each made in one line of a plan that is right. A slip answers
 * the changed line, or undefined where the line gives no occasion for it. What a slip costs is told by counting the
 * diagnostics that the plan did not have before (semantics reference, 4: one mistake, one diagnostic).
 */
import { toDay } from '../../server/src/model/day.js';
import { PlanRoot } from '../../server/src/workspace/plan-root.js';
import type { ExampleFile } from './texts.js';

export type Slip = (line: string) => string | undefined;

/** Where a match of `pattern` is replaced, if there is one and the line changes. */
const replaced =
  (pattern: RegExp, by: string): Slip =>
  (line) => {
    const changed = line.replace(pattern, by);
    return changed === line ? undefined : changed;
  };

/** The keyword that a line begins with and the name behind it, of statements that declare something. */
const HEAD =
  /^(\s*(?:portfolio|calendar|org|person|category|area|batch|tag|project|meeting|inspection|view|policy|milestone|task|approval|issue|项目库|日历|单位|人员|类别|地区|批次|标签|项目|会议|督查|视图|规则|节点|任务|审批|问题) +)([\p{L}_][\p{L}\d_-]*)(?= |$)/u;
/** A member with a name as its value; at the beginning of a line such a word declares the name. */
const REFERENCE =
  /((?<=\s)(?:leader|unit|owner|supervisor|category|责任领导|责任单位|责任人|督办人|类别|负责人|head) +(?!in )(?!属于 ))([\p{L}_][\p{L}\d_-]*)/u;
/** A keyword with a value that is written in figures. */
const VALUED = /((?:^|[ {])[\p{L}-]+ )([~约]?\d[^\s{},，、]*)/u;

const within =
  (pattern: RegExp, change: (name: string) => string | undefined): Slip =>
  (line) => {
    const match = pattern.exec(line);
    const [whole, before, name] = match ?? [];
    if (whole === undefined || before === undefined || name === undefined) return undefined;
    const changed = change(name);
    if (changed === undefined) return undefined;
    return line.slice(0, match?.index ?? 0) + before + changed + line.slice((match?.index ?? 0) + whole.length);
  };

/** A letter in the middle of the keyword goes missing; of a short Chinese word one is doubled instead. */
const mistyped: Slip = (line) => {
  const match = /^(\s*)([\p{L}-]+)(?= )/u.exec(line);
  const [, indent, word] = match ?? [];
  if (indent === undefined || word === undefined || word.length < 4) return undefined;
  return `${indent}${word.slice(0, 2)}${word.slice(3)}${line.slice(indent.length + word.length)}`;
};

export const SLIPS: ReadonlyMap<string, Slip> = new Map([
  ['a sign in a name', within(HEAD, (name) => `${name.slice(0, 2)}&${name.slice(2)}x`)],
  ['a blank in a name', within(HEAD, (name) => (name.length < 3 ? undefined : `${name.slice(0, 2)} ${name.slice(2)}`))],
  ['a name in brackets', within(HEAD, (name) => `${name}(1)`)],
  ['no value', within(VALUED, () => '')],
  ['no name behind a member', within(REFERENCE, () => '')],
  ['a word too many', within(VALUED, (value) => `about ${value}`)],
  ['a semicolon in a list', replaced(/(?<=[\p{L}\d]), (?=[\p{L}])|、(?=\p{L})/u, ' / ')],
  ['a quote not closed', replaced(/("[^"]*)"/, '$1')],
  ['a quote not opened', replaced(/"([^"]*")/, '$1')],
  ['a title without quotes', replaced(/"([\p{L}]+)"/u, '$1')],
  ['a brace not opened', replaced(/ \{/, '')],
  ['a brace not closed', replaced(/\}(?=[^}]*$)/, '')],
  ['a brace too many', replaced(/\}(?=[^}]*$)/, '} }')],
  ['a keyword of another block', replaced(/^(\s+)[\p{L}-]+ /u, '$1chair ')],
  ['a mistyped keyword', mistyped],
  ['a colon behind a keyword', within(VALUED, (value) => `: ${value}`)],
  ['a date that there is none', replaced(/\d{4}-\d\d-\d\d|\d{4}年\d+月\d+日/, '2026-02-30')],
  ['a value of another kind', within(VALUED, (value) => (/[-年月]/.test(value) ? '5kg' : 'soon'))],
  ['a sign glued to a value', within(VALUED, (value) => `${value}#`)],
  ['a keyword glued to its value', replaced(/^(\s+\p{Script=Han}+) (?=\p{Script=Han})/u, '$1')],
  ['a keyword twice', replaced(/^(\s*)(\p{L}[\p{L}-]*) /u, '$1$2 $2 ')],
  ['a name that nobody has', within(REFERENCE, (name) => `${name}zz`)],
  ['a line broken within a text', replaced(/"([^"]{2})([^"]+)"/, '"$1\n$2"')],
  ['a full-width brace', replaced(/ \{/, ' ｛')],
  [
    'a line typed to its half',
    (line) => (line.trim().length < 8 || /[{}]/.test(line) ? undefined : line.slice(0, Math.ceil(line.length / 2))),
  ],
  ['a sign in front', replaced(/^(\s*)(?=\p{L})/u, '$1* ')],
]);

/** What one slip in one line cost: the diagnostics that are there now and were not before, a line each. */
export interface Cost {
  readonly slip: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly added: readonly string[];
}

function rootOf(files: readonly ExampleFile[]): PlanRoot {
  const root = new PlanRoot({ today: () => toDay(0), fileExists: () => true });
  for (const { file, text } of files) root.set(file, text);
  root.settle();
  return root;
}

/** Every diagnostic of the root, hints too, without its place. */
function told(root: PlanRoot): readonly string[] {
  return root.files.flatMap((file) =>
    root.diagnostics(file, 'en').map(({ code, message, element }) => `${code} ${element ?? ''} ${message}`),
  );
}

/**
 * What stands in `after` and not in `before`, each as often as it came. What was told before under another name, or with
 * another figure, is the same finding: a slip in a name renames what bears it.
 */
function added(before: readonly string[], after: readonly string[]): readonly string[] {
  const anew = missingIn(before, after);
  return anew.length < 2 ? anew : missingIn(missingIn(after, before).map(nameless), anew, nameless);
}

/** Without the element and the figures of its message. */
function nameless(line: string): string {
  const [code = '', , ...words] = line.split(' ');
  return [code, ...words].join(' ').replace(/\d+/g, '0');
}

function missingIn(
  before: readonly string[],
  after: readonly string[],
  as: (line: string) => string = (line) => line,
): readonly string[] {
  const left = new Map<string, number>();
  for (const each of before) left.set(each, (left.get(each) ?? 0) + 1);
  return after.filter((each) => {
    const count = left.get(as(each)) ?? 0;
    if (count === 0) return true;
    left.set(as(each), count - 1);
    return false;
  });
}

/** Makes every slip in every `step`th line of the files of one plan root that has a place for it. */
export function* costs(files: readonly ExampleFile[], step: number): Generator<Cost> {
  const root = rootOf(files);
  const before = told(root);
  let turn = 0;
  for (const { file, text } of files) {
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '' || /^\s*(?:\/\/|\/\*|\*|【)/.test(line)) continue;
      // The rest of a long comment or text is no statement.
      if (/^\s*[^\p{L}\s]/u.test(line) && !/^\s*\}/.test(line)) continue;
      turn++;
      if (turn % step !== 0) continue;
      for (const [slip, make] of SLIPS) {
        const changed = make(line);
        if (changed === undefined) continue;
        const slipped = lines.with(index, changed).join('\n');
        root.set(file, slipped);
        root.settle();
        yield { slip, file, line: index + 1, text: changed, added: added(before, told(root)) };
      }
      root.set(file, text);
      root.settle();
    }
  }
}
