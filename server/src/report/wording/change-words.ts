/** Changes as tables and lines say them. */

import { spelling } from '../../../../grammar/keywords.js';
import { kindLabel, memberIn } from '../../../../grammar/members.js';
import { type Change, TOPICS } from '../../analysis/changes/change.js';
import { type StatedValue, valueInWords } from '../../analysis/changes/stated-value.js';
import type { Topic } from '../../analysis/changes/statements.js';
import { formatDay } from '../../model/day.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import type { MoneyValue } from '../../model/money.js';
import { fill } from './document-words.js';

const words = {
  added: { en: 'new', zh: '新增' },
  gone: { en: 'deleted from the files', zh: '已从文件中删去' },
  name: { en: 'name', zh: '名称' },
  content: { en: 'content', zh: '内容' },
  revised: { en: 'moved on {day}', zh: '{day}调整' },
  by: { en: 'by {name}', zh: '{name}批准' },
  silent: { en: 'no record of the move', zh: '没有调整记录' },
  taken: { en: 'taken away', zh: '期限被删去' },
  rewritten: { en: 'history rewritten', zh: '历史记录被改写' },
  decided: { en: 'Decided', zh: '作出决定' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const TOPIC_WORDS: Readonly<Record<Topic, Bilingual>> = {
  pool: { en: 'Projects in and out', zh: '项目调入调出' },
  deadlines: { en: 'Deadlines moved', zh: '期限调整' },
  stages: { en: 'Stages', zh: '阶段变化' },
  money: { en: 'Money', zh: '资金变化' },
  people: { en: 'People and units', zh: '责任人和责任单位变动' },
  actuals: { en: 'Actual progress', zh: '实际进展' },
  reports: { en: 'Reports', zh: '进展报告' },
  issues: { en: 'Issues', zh: '问题' },
  decisions: { en: 'Decisions', zh: '决定事项' },
  schedule: { en: 'Schedule', zh: '进度安排' },
  other: { en: 'Other', zh: '其他' },
};

export function topicWords(topic: Topic, lang: Lang): string {
  return TOPIC_WORDS[topic][lang];
}

/** A change in words, part by part. What there is nothing to say of is empty. */
export interface ChangeInWords {
  readonly change: Change;
  /** The project that it is in, with its code. */
  readonly project: string;
  /** What of the project; empty where it is the project itself. */
  readonly subject: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly note: string;
  /** What is wrong with it. */
  readonly problem: string;
}

/** `money`: how amounts are written; without it each in its natural scale. */
export function changeInWords(
  change: Change,
  currency: string,
  lang: Lang,
  money?: (amount: MoneyValue) => string,
): ChangeInWords {
  const { project, subject, before, after } = change;
  const say = (value: StatedValue | undefined): string =>
    value === undefined ? '' : valueInWords(value, currency, lang, money);
  const isWhole = change.member === undefined && (change.what === 'added' || change.what === 'gone');
  return {
    change,
    project: project === undefined ? '' : named(project.id, project.title),
    subject: subject.id === project?.id && subject.of === undefined ? '' : subjectInWords(change, say, lang),
    what: whatInWords(change, say, lang),
    before: say(before),
    after: isWhole ? words[change.what === 'gone' ? 'gone' : 'added'][lang] : say(after),
    note: noteInWords(change, lang),
    problem: problemInWords(change, lang),
  };
}

/** A change in one line, for the place where it stands. */
export function changeInALine(change: Change, currency: string, lang: Lang): string {
  const { subject, project, what, before, after, note, problem } = changeInWords(change, currency, lang);
  const isTakenAway = change.what === 'gone' && change.member !== undefined;
  const values = isTakenAway ? `${before} → —` : [before, after].filter((part) => part !== '').join(' → ');
  const said = [subject === '' ? project : subject, what]
    .filter((part) => part !== '')
    .join(lang === 'zh' ? '，' : ', ');
  const rest = [note, problem].filter((part) => part !== '').join(lang === 'zh' ? '；' : '; ');
  const line = `${said}${lang === 'zh' ? '：' : ': '}${values}`;
  if (rest === '') return line;
  return lang === 'zh' ? `${line}（${rest}）` : `${line} (${rest})`;
}

function named(id: string, title: string): string {
  return id === title ? id : `${id} ${title}`;
}

function subjectInWords(
  { subject, project }: Change,
  say: (value: StatedValue | undefined) => string,
  lang: Lang,
): string {
  const kind = kindLabel(subject.kind)[lang];
  if (subject.of !== undefined) {
    const of = `${kind} ${say(subject.of)}`;
    return subject.id === project?.id ? of : `${subject.title} ${of}`;
  }
  // Of something in a project the title is enough; of the frame, which kind of thing it is.
  return project === undefined && subject.kind !== 'decision' ? `${kind} ${subject.title}` : subject.title;
}

function whatInWords(
  { what, member, subject }: Change,
  say: (value: StatedValue | undefined) => string,
  lang: Lang,
): string {
  if (member === undefined)
    return what === 'renamed'
      ? words.name[lang]
      : what === 'changed'
        ? words.content[lang]
        : kindLabel(subject.kind)[lang];
  if (subject.kind === 'decision' && member.block === 'meeting') return words.decided[lang];
  // What is called by the keyword of a block, such as a source, has no label among the members.
  const label = memberIn(member.block, member.keyword)?.label;
  const called =
    lang === 'zh' ? (label?.zh ?? spelling(member.keyword, 'zh')) : (label?.en ?? spelling(member.keyword, 'en'));
  return member.of === undefined ? called : `${called} ${say(member.of)}`;
}

function noteInWords({ moves = [] }: Change, lang: Lang): string {
  return moves
    .map(({ day, by, why }) =>
      [
        fill(words.revised[lang], { day: formatDay(day) }),
        by === undefined ? '' : fill(words.by[lang], { name: by }),
        why ?? '',
      ]
        .filter((part) => part !== '')
        .join(lang === 'zh' ? '，' : ', '),
    )
    .join(lang === 'zh' ? '；' : '; ');
}

function problemInWords({ history, what }: Change, lang: Lang): string {
  if (history === undefined) return '';
  if (history === 'rewritten') return words.rewritten[lang];
  return words[what === 'gone' ? 'taken' : 'silent'][lang];
}

/** By topic, in the order of a report; topics without any change are left out. */
export function byTopic(changes: readonly Change[]): readonly (readonly [Topic, readonly Change[]])[] {
  return TOPICS.map((topic) => [topic, changes.filter((change) => change.topic === topic)] as const).filter(
    ([, mine]) => mine.length > 0,
  );
}
