/**
 * Whole declarations to fill in. Written once: `<keyword>` is spelled in the plan's vocabulary, `@1(text)` is the first
 * place to fill in with what stands there at first, `@1!date` and `@1!money` one with values to choose from.
 */
import { CompletionItemKind } from 'vscode-languageserver';
import { isKeyword, type Keyword, keywordOf, spelling } from '../../../../../grammar/keywords.js';
import { type Day, formatDay } from '../../../model/day.js';
import type { Bilingual, Lang } from '../../../model/lang.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import type { Proposal } from './names.js';

interface Snippet {
  readonly keyword: Keyword;
  readonly about: Bilingual;
  readonly lines: readonly string[];
}

const SNIPPETS: readonly Snippet[] = [
  {
    keyword: 'project',
    about: { en: 'a project with accountability, money and milestones', zh: '项目：责任、投资、节点' },
    lines: [
      '<project> @1(P001) "@2" {',
      '\t<category> @3',
      '\t<stage> <preparation>',
      '\t<leader> @4',
      '\t<unit> @5',
      '\t<owner> @6',
      '\t<milestone> @7(start) <due> @8(TODAY)',
      '\t$0',
      '}',
    ],
  },
  {
    keyword: 'portfolio',
    about: { en: 'the frame of the plan', zh: '计划的总框架' },
    lines: [
      '<portfolio> @1 "@2" {',
      '\t<year> @3(YEAR)',
      '\t<meetings> <every> 1w',
      '\t<reports> <every> 1mo',
      '\t$0',
      '}',
    ],
  },
  {
    keyword: 'person',
    about: { en: 'a person with organisation and post', zh: '人员：单位、职务' },
    lines: ['<person> @1 { <org> @2  <title> "@3" }$0'],
  },
  {
    keyword: 'org',
    about: { en: 'an organisation with its head', zh: '单位及负责人' },
    lines: ['<org> @1 "@2" { <head> @3 }$0'],
  },
  {
    keyword: 'milestone',
    about: { en: 'a milestone with its deadline', zh: '节点及期限' },
    lines: ['<milestone> @1 "@2" <due> @3(TODAY)$0'],
  },
  {
    keyword: 'task',
    about: { en: 'a task with duration and predecessor', zh: '任务：工期、前置、期限' },
    lines: ['<task> @1 "@2" <due> @3(TODAY) {', '\t<duration> @4(20wd)', '\t<after> @5', '\t$0', '}'],
  },
  {
    keyword: 'approval',
    about: { en: 'an approval with its authority', zh: '审批及审批单位' },
    lines: ['<approval> @1 "@2" <due> @3(TODAY) {', '\t<authority> @4', '\t<duration> @5(20wd)', '\t$0', '}'],
  },
  {
    keyword: 'investment',
    about: { en: 'the total with the quarters of the year', zh: '总投资及年度分季计划' },
    lines: [
      '<investment> @1!money {',
      '\t<source> @2 @3!money',
      '\t<year> @4(YEAR) @5!money { <Q1> @6  <Q2> @7  <Q3> @8  <Q4> @9 }',
      '\t$0',
      '}',
    ],
  },
  {
    keyword: 'report',
    about: { en: 'a progress report', zh: '一次进展' },
    lines: [
      '<report> @1(TODAY) {',
      '\t<invested> @2!money',
      '\t<progress> @3%',
      '\t<quality> <normal>  <safety> <normal>  <integrity> <normal>',
      '\t<text> "@4"',
      '\t<next> "@5"',
      '}$0',
    ],
  },
  {
    keyword: 'issue',
    about: { en: 'an issue ready for a meeting', zh: '可上会的问题' },
    lines: [
      '<issue> @1 "@2" {',
      '\t<kind> @3(<land>)',
      '\t<cause> "@4"',
      '\t<proposal> "@5"',
      '\t<raised> @6(TODAY)',
      '\t<due> @7!date',
      '\t<owner> @8',
      '}$0',
    ],
  },
  {
    keyword: 'meeting',
    about: { en: 'a dispatch meeting with a decision', zh: '调度会及决定' },
    lines: [
      '<meeting> @1 "@2" {',
      '\t<date> @3(TODAY)',
      '\t<chair> @4',
      '\t<agenda> @5',
      '\t<decision> "@6" { <unit> @7  <owner> @8  <due> @9!date }',
      '\t$0',
      '}',
    ],
  },
  {
    keyword: 'decision',
    about: { en: 'a decision with unit, owner and deadline', zh: '决定：单位、责任人、期限' },
    lines: ['<decision> "@1" { <unit> @2  <owner> @3  <due> @4(TODAY) }$0'],
  },
  {
    keyword: 'view',
    about: { en: 'a list of your own', zh: '自定义清单' },
    lines: ['<view> @1 "@2" {', '\t<where> $0', '}'],
  },
  {
    keyword: 'policy',
    about: { en: 'the rules of the place', zh: '本地规则' },
    lines: ['<policy> @1 {', '\t<every> <month>', '\t<baseline> <nodes>', '\t<warn> 14d', '\t$0', '}'],
  },
];

export interface SnippetContext {
  readonly vocabulary: Lang;
  readonly lang: Lang;
  /** Which day the dates are proposed around. */
  readonly day: Day;
  /** The names of a kind, as they are written; none where they are too many to choose from. */
  readonly names: (kind: Named) => readonly string[];
  /** Values that are likely meant. */
  readonly values: (kind: 'date' | 'money') => readonly string[];
}

export type Named = 'person' | 'org' | 'category' | 'project' | 'item';

/** The kind of name that a place behind a keyword takes. */
const NAMED: Readonly<Partial<Record<Keyword, Named>>> = {
  category: 'category',
  leader: 'person',
  owner: 'person',
  head: 'person',
  chair: 'person',
  unit: 'org',
  org: 'org',
  authority: 'org',
  agenda: 'project',
  after: 'item',
};
/** More are no choice any more: they are found by typing. */
export const CHOICE = 60;

/** The snippets of the declarations that can stand here, in a vocabulary. */
export function snippetsFor(
  expected: ReadonlySet<string>,
  { vocabulary, lang, day: around, names, values }: SnippetContext,
): readonly Proposal[] {
  const day = vocabulary === 'zh' ? formatPeriod(dayPeriod(around), 'zh') : formatDay(around);
  const year = `${formatDay(around).slice(0, 4)}${vocabulary === 'zh' ? '年' : ''}`;
  return SNIPPETS.filter(({ keyword }) => expected.has(keyword)).map(({ keyword, about, lines }) => {
    const insert = lines
      .join('\n')
      .replace(/<([\w-]+)> @(\d)(?!\d|\()/g, (whole, word: string, place: string) => {
        const kind = isKeyword(word) ? NAMED[word] : undefined;
        const choices = kind === undefined ? [] : names(kind);
        return choices.length === 0 ? whole : `<${word}> ${choice(place, choices)}`;
      })
      .replace(/@(\d)!(date|money)/g, (_, place: string, kind: 'date' | 'money') => choice(place, values(kind)))
      .replace(/<([\w-]+)>/g, (whole, word: string) => {
        const known = keywordOf(word);
        return known === undefined ? whole : spelling(known, vocabulary);
      })
      .replace(
        /@(\d)(?:\(([^)]*)\))?/g,
        (_, place: string, text = '') => `\${${place}${text === '' ? '' : `:${text}`}}`,
      )
      .replaceAll('TODAY', day)
      .replaceAll('YEAR', year)
      .replace(/\b(\d+)(wd|w|mo|d)\b/g, (whole, amount: string, unit: string) =>
        vocabulary === 'zh' ? `${amount}${DURATIONS.get(unit) ?? unit}` : whole,
      );
    const label = spelling(keyword, vocabulary);
    return {
      label: `${label} …`,
      insert,
      kind: CompletionItemKind.Snippet,
      detail: about[lang],
      aliases: [keyword],
      snippet: true,
      begins: true,
      rank: 6,
    };
  });
}

/** The first choice says nothing: what nobody chose must not stand there. */
function choice(place: string, choices: readonly string[]): string {
  return choices.length === 0 ? `@${place}` : `\${${place}| ,${choices.map(escaped).join(',')}|}`;
}

function escaped(choice: string): string {
  return choice.replace(/[\\$},|]/g, '\\$&');
}

const DURATIONS: ReadonlyMap<string, string> = new Map([
  ['wd', '个工作日'],
  ['w', '周'],
  ['mo', '个月'],
  ['d', '天'],
]);
