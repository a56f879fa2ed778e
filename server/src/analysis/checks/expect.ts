/** The rule about published figures that the files do not add up to (`expect/failed`). */
import type { EntityKind } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import type { Analysis } from '../analysis.js';
import { type Compared, expectationsOf, type Outcome } from '../expectations.js';
import { fieldOf, spellField } from '../expressions/fields.js';
import { type Choices, sayWord } from '../expressions/fixed-words.js';
import { functionOf } from '../expressions/functions.js';
import { currencyOf, listed, plural, quoted } from '../message-values.js';
import { type Amount, isLess, publishedFigure, sayDifference, sayFoundAndStated } from '../published-words.js';
import { lackingInWords } from '../report-note.js';
import { type Found, planRule, type Rule } from '../rule.js';

type Failed =
  | {
      readonly problem: 'figure';
      readonly found: Amount;
      readonly stated: Amount;
      readonly difference?: Amount;
      readonly operator: string;
      readonly currency: string;
      readonly row?: string;
      /** Of a row that is named by a fixed word, which words it is one of. */
      readonly words?: Choices | 'light';
      readonly measure?: string;
      /** Of a figure that is made from reports, where not all have reported. */
      readonly reports?: { readonly active: number; readonly notReported: number; readonly maybeNotReported: number };
    }
  | { readonly problem: 'condition' }
  /** It means nothing, and no other rule says so. */
  | { readonly problem: 'unasked' }
  | { readonly problem: 'two-rows'; readonly project: string; readonly rows: readonly [string, string] }
  | { readonly problem: 'rest'; readonly count: number; readonly projects: readonly string[] };

/** So many projects are named in a finding; the count says how many there are. */
const MOST_NAMED = 20;

/**
 * A project whose category, area, batch or tag is a name that nothing has is counted nowhere: what figures lack for that
 * reason follows from the name, which is told where it stands.
 */
function isSortedWrong(analysis: Analysis): boolean {
  const { plan } = analysis;
  for (const { refs } of plan.files()) {
    for (const ref of refs) {
      if (!ref.kinds.some((kind) => TAXONOMIES.has(kind)) || plan.resolve(ref) !== undefined) continue;
      if (analysis.isTold('name/unknown', ref.at)) return true;
    }
  }
  return false;
}

/** What is wrong with a figure that cannot be asked for is told by one of these. */
const OF_EXPRESSIONS = ['syntax/unexpected', 'expression/type', 'expression/unknown-field'];

const TAXONOMIES: ReadonlySet<EntityKind> = new Set<EntityKind>(['category', 'area', 'batch', 'tag']);

function* failed(analysis: Analysis): Generator<Found<Failed>> {
  if (isSortedWrong(analysis)) return;
  const element = analysis.plan.portfolio?.id;
  for (const outcome of expectationsOf(analysis)) {
    if (outcome.holds) continue;
    if (outcome.of === 'unasked' && OF_EXPRESSIONS.every((code) => analysis.isTold(code, outcome.at))) continue;
    yield {
      at: outcome.at,
      data: dataOf(outcome, analysis),
      ...(element === undefined ? {} : { element }),
      ...places(outcome),
    };
  }
}

function dataOf(outcome: Outcome, analysis: Analysis): Failed {
  switch (outcome.of) {
    case 'condition':
      return outcome.compared === undefined ? { problem: 'condition' } : figure(outcome.compared, analysis);
    case 'row':
      return {
        ...figure(outcome.compared, analysis),
        row: outcome.row,
        ...(outcome.words && { words: outcome.words }),
        measure: outcome.measure,
      };
    case 'unasked':
      return { problem: 'unasked' };
    case 'two-rows':
      return { problem: 'two-rows', project: outcome.project.id, rows: outcome.rows };
    case 'rest':
      return {
        problem: 'rest',
        count: outcome.projects.length,
        projects: outcome.projects.slice(0, MOST_NAMED).map(({ id }) => id),
      };
  }
}

function figure(compared: Compared, analysis: Analysis): Extract<Failed, { readonly problem: 'figure' }> {
  return {
    problem: 'figure',
    ...publishedFigure(compared),
    operator: compared.operator,
    currency: currencyOf(analysis),
    ...lackingIn(compared),
  };
}

function lackingIn({ reports }: Compared): Pick<Extract<Failed, { readonly problem: 'figure' }>, 'reports'> {
  if (reports === undefined || reports.notReported + reports.maybeNotReported === 0) return {};
  const { active, notReported, maybeNotReported } = reports;
  return { reports: { active, notReported, maybeNotReported } };
}

function places(outcome: Outcome): Pick<Found<Failed>, 'related'> {
  if (outcome.of === 'two-rows') {
    return { related: [{ at: outcome.project.name.at, message: { en: 'The project', zh: '该项目' } }] };
  }
  if (outcome.of !== 'rest') return {};
  return {
    related: outcome.projects
      .slice(0, MOST_NAMED)
      .map(({ name }) => ({ at: name.at, message: { en: 'In no row', zh: '不在任何一行中' } })),
  };
}

// ------------------------------------------------------------------------------------------------ in words

function sayMeasure(measure: string, lang: Lang): string {
  const field = fieldOf(measure);
  if (field !== undefined) return spellField(field, lang);
  const found = functionOf(measure);
  return found === undefined ? measure : lang === 'zh' ? found.zh : found.name;
}

/** What was published of the figure, where it is not the figure itself. */
const RELATIONS: ReadonlyMap<string, { readonly en: string; readonly zh: string }> = new Map([
  ['<', { en: 'less than', zh: '小于' }],
  ['<=', { en: 'at most', zh: '不大于' }],
  ['>', { en: 'more than', zh: '大于' }],
  ['>=', { en: 'at least', zh: '不小于' }],
  ['!=', { en: 'other than', zh: '不等于' }],
  ['in', { en: 'in', zh: '属于' }],
]);

function sayFigureEn(data: Extract<Failed, { readonly problem: 'figure' }>): string {
  const { operator, currency, row, words, measure } = data;
  const where =
    row === undefined || measure === undefined
      ? ''
      : `${quoted(sayWord(words, row, 'en'), 'en')}, ${sayMeasure(measure, 'en')}: `;
  const { found, stated } = sayFoundAndStated(data, currency, 'en');
  const files = where === '' ? 'The files give' : 'the files give';
  const relation = RELATIONS.get(operator);
  if (relation !== undefined) return `${where}${files} ${found}, which is not ${relation.en} ${stated}`;
  const by = sayDifference(data, currency, 'en');
  if (by === undefined) return `${where}${files} ${found}, not ${stated}`;
  return `${where}${files} ${found}, not ${stated}: ${by} ${isLess(data) ? 'less' : 'more'}`;
}

function sayFigureZh(data: Extract<Failed, { readonly problem: 'figure' }>): string {
  const { operator, currency, row, words, measure } = data;
  const where =
    row === undefined || measure === undefined
      ? ''
      : `${quoted(sayWord(words, row, 'zh'), 'zh')}的${sayMeasure(measure, 'zh')}：`;
  const { found, stated } = sayFoundAndStated(data, currency, 'zh');
  const relation = RELATIONS.get(operator);
  if (relation !== undefined) return `${where}按文件计算为${found}，并非${relation.zh}${stated}`;
  const by = sayDifference(data, currency, 'zh');
  if (by === undefined) return `${where}按文件计算为${found}，而公布为${stated}`;
  return `${where}按文件计算为${found}，而公布为${stated}，${isLess(data) ? '少' : '多'}${by}`;
}

/** A sum counts only what was reported (semantics §4). */
function sayLacking({ reports }: Extract<Failed, { readonly problem: 'figure' }>, lang: Lang): string {
  if (reports === undefined) return '';
  const lacking = lackingInWords(reports, lang);
  return lang === 'zh' ? `（${lacking}）` : ` (${lacking})`;
}

function named(projects: readonly string[], count: number, lang: Lang): string {
  const some = projects.slice(0, 3);
  if (count <= some.length) return listed(some, lang, 'and');
  return lang === 'zh' ? `${some.join('、')}等` : `${some.join(', ')} and others`;
}

export const EXPECT_RULES: readonly Rule[] = [
  planRule<Failed>(
    {
      code: 'expect/failed',
      severity: 'error',
      absence: 'plan',
      judgedBy: ['status-date'],
      title: { en: 'A published figure that the files do not bear out', zh: '公布的数字与文件不符' },
      message: {
        en: (data) => {
          switch (data.problem) {
            case 'figure':
              return `${sayFigureEn(data)}${sayLacking(data, 'en')}`;
            case 'condition':
              return 'What is expected here does not hold';
            case 'unasked':
              return 'What is expected here cannot be compared with the files: it is no condition that they could meet';
            case 'two-rows':
              return `${quoted(data.project, 'en')} is in two rows, ${quoted(data.rows[0], 'en')} and ${quoted(data.rows[1], 'en')}, of a breakdown whose rows exclude each other`;
            case 'rest':
              return `${plural(data.count, 'project')} in no row, so the rows do not add up to the whole: ${named(data.projects, data.count, 'en')}`;
          }
        },
        zh: (data) => {
          switch (data.problem) {
            case 'figure':
              return `${sayFigureZh(data)}${sayLacking(data, 'zh')}`;
            case 'condition':
              return '此处核对的条件不成立';
            case 'unasked':
              return '此处的核对无法与文件比较：写的不是文件能够满足的条件';
            case 'two-rows':
              return `${quoted(data.project, 'zh')}同时在${quoted(data.rows[0], 'zh')}和${quoted(data.rows[1], 'zh')}两行中，而各行应互斥`;
            case 'rest':
              return `有${data.count}个项目不在任何一行中，各行之和不等于全部：${named(data.projects, data.count, 'zh')}`;
          }
        },
      },
      page: {
        en: `The portfolio states with \`expect\` a figure that has been published, and the projects in the pool at the status
date amount to something else. The message names both and the difference. \`=\` compares exactly; \`~=\` takes the stated
figure as rounded to the digits it writes, and amounts marked \`~\` as the range that they were rounded from.

\`expect per … partition\` also demands that every project is in exactly one row; in \`overlap\` a project may be in
several rows or in none. Find out which is wrong, the register or the published figure, before it is published again.`,
        zh: `项目库用\`核对\`写明已公布的数字，而截至日期在库项目计算出来的结果与之不符。提示中给出两个数和差额。\`=\`要求
完全相等；\`~=\`把所写的数看作按所写位数四舍五入的结果，写\`约\`的金额按四舍五入前的范围计。

\`核对 按 … 互斥\`还要求每个项目恰好在一行中；\`可重叠\`的，一个项目可在几行中，也可不在任何一行。请在再次公布之前
查明是台账有误，还是公布的数字有误。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `portfolio City {
  expect sum(total) ~= 1.3B
}
project P1 {
  investment 900M
}
project P2 {
  investment 340M
}
`,
        clean: `portfolio City {
  expect sum(total) ~= 1.2B
}
project P1 {
  investment 900M
}
project P2 {
  investment 340M
}
`,
      },
    },
    failed,
  ),
];
