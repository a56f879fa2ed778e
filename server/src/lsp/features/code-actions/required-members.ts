/** The quick fix for `member/missing`: the members that lack, with something in their place. */

import { type Keyword, keywordOf, spelling } from '../../../../../grammar/keywords.js';
import { memberIn, targetsOf } from '../../../../../grammar/members.js';
import { wordsOf } from '../../../../../grammar/words.js';
import { sayKeyword } from '../../../analysis/message-values.js';
import type { ProjectFacts, Ref } from '../../../model/facts.js';
import type { Span } from '../../../model/span.js';
import type { Line, PlanText, SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import { written } from '../completion/names.js';
import type { ActionContext, QuickFix } from './action-types.js';
import { projectOf } from './enclosing-item.js';

/** What is offered in the place of a name; beyond this a list is no help. */
const MOST_NAMES = 50;

/** Fields that a member of another name states. */
const STATED_BY: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['planned-start', 'period'],
  ['planned-finish', 'period'],
]);

/**
 * The members that the policy requires, with places to fill. A name that nobody has filled in stays an unknown name, so
 * that it is not taken for an answer.
 */
export const addRequired: QuickFix = {
  codes: ['member/missing'],
  *propose(finding, context) {
    const project = projectOf(finding, context);
    const { missing } = finding.data;
    if (project === undefined || !Array.isArray(missing)) return;
    const file = context.text(project.at.file);
    const members = new Set(missing.map((field) => STATED_BY.get(String(field)) ?? keywordOf(String(field))));
    // What is stated and says nothing is to be filled in where it stands: a second time it would be one too many.
    const lines = [...members].flatMap((member) =>
      member === undefined || project.stated.has(member) ? [] : lineFor(member, file, context),
    );
    const { investment } = project;
    const money = ['total', 'plan'].filter((field) => missing.includes(field));
    if (investment === undefined && money.length > 0) lines.push(investmentLine(money, file, context));
    if (lines.length === 0) return;
    yield {
      title: { en: 'Add what the policy requires', zh: '补上规则要求的内容' },
      edits: [placed(project, lines, file)],
    };
  },
};

/** Who answers for the project, to be chosen from those whom the plan knows. */
export const addAccountable: QuickFix = {
  codes: ['accountability/no-leader', 'accountability/no-unit', 'accountability/no-owner'],
  *propose(finding, context) {
    const project = projectOf(finding, context);
    const member = keywordOf(finding.code.replace('accountability/no-', ''));
    if (project === undefined || member === undefined || project.stated.has(member)) return;
    const file = context.text(project.at.file);
    const lines = lineFor(member, file, context);
    if (lines.length === 0) return;
    yield {
      title: { en: `Add ${sayKeyword(member, 'en')}`, zh: `补上${sayKeyword(member, 'zh')}` },
      edits: [placed(project, lines, file)],
    };
  },
};

/** Near what is said of the project as a whole, before money and schedule. */
function placed(project: ProjectFacts, lines: readonly Line[], file: PlanText): SnippetEdit {
  const { leader, unit, owner, supervisor, support, category, area, scheme, fund, level, priority } = project;
  const spans = [leader, unit, owner, supervisor, support.at(-1), category, area.at(-1), scheme, fund, level, priority]
    .filter((stated): stated is Ref => stated !== undefined)
    .map(({ at }): Span => at);
  const last = spans.reduce<Span | undefined>((a, b) => (a === undefined || b.end > a.end ? b : a), undefined);
  return last === undefined ? file.intoBlock(project.at, lines) : file.behind(last, project.at, lines);
}

/** The member as its shape has it, with places to fill; none where it is no member or takes more than a word. */
function lineFor(keyword: Keyword, file: PlanText, { source, placeholders }: ActionContext): readonly Line[] {
  const zh = file.vocabulary === 'zh';
  const unfilled = zh ? '待填' : 'TODO';
  const line = (...value: Line): readonly Line[] => [[`${file.word(keyword)} `, ...value]];
  const value = memberIn('project', keyword)?.value;
  switch (value?.shape) {
    case 'ref':
    case 'refs': {
      const kinds = targetsOf('project', keyword, 'project').filter((kind) => kind !== 'item' && kind !== 'issue');
      const names = kinds.flatMap((kind) => source.plan.all(kind).map(({ name }) => written(name.text)));
      // Where nobody is led to the place, a word in it would only be another mistake.
      return placeholders ? line({ text: unfilled, choices: names.slice(0, MOST_NAMES) }) : [];
    }
    case 'choice':
    case 'stage': {
      // No fixed word says 'not known', and the first of them would be taken for an answer.
      const words = wordsOf(value.of);
      const choices = words.map((word) => spelling(word, file.vocabulary));
      return placeholders ? line({ text: unfilled, choices }) : [];
    }
    case 'team':
    case 'text':
    case 'texts':
      return line('"', { text: '' }, '"');
    case 'money':
      return line({ text: nothingIn(file) });
    case 'span': {
      // A year put down for it would be taken for an answer.
      return placeholders ? line({ text: unfilled }, zh ? ' 至 ' : ' .. ', { text: unfilled }) : [];
    }
    default:
      return [];
  }
}

function investmentLine(money: readonly string[], file: PlanText, { analysis }: ActionContext): Line {
  const amount = { text: nothingIn(file) };
  return [
    file.word('investment'),
    ...(money.includes('total') ? [' ', amount] : []),
    ...(money.includes('plan') ? [` { ${file.word('year')} ${yearIn(file, analysis.year)} `, amount, ' }'] : []),
  ];
}

const nothingIn = ({ vocabulary }: PlanText): string => (vocabulary === 'zh' ? '0元' : '0');

const yearIn = ({ vocabulary }: PlanText, year: number): string => (vocabulary === 'zh' ? `${year}年` : String(year));
