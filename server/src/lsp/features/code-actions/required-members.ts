/** The quick fix for `member/missing`: the members that lack, with something in their place. */
import { type Keyword, keywordOf } from '../../../../../grammar/keywords.js';
import { WORDS } from '../../../analysis/expressions/fixed-words.js';
import type { ProjectFacts, Ref } from '../../../model/facts.js';
import type { DeclarationKind } from '../../../model/plan.js';
import type { Span } from '../../../model/span.js';
import { written } from '../completion/names.js';
import type { ActionContext, QuickFix, SnippetEdit } from './action-types.js';
import { projectOf } from './enclosing-item.js';
import type { Line, PlanText } from './plan-text.js';

/** What is offered in the place of a name; beyond this a list is no help. */
const MOST_NAMES = 50;

/** Which members name something, and of which kind. */
const NAMES: ReadonlyMap<string, DeclarationKind> = new Map<string, DeclarationKind>([
  ['category', 'category'],
  ['area', 'area'],
  ['batch', 'batch'],
  ['tag', 'tag'],
  ['parent', 'project'],
  ['leader', 'person'],
  ['unit', 'org'],
  ['owner', 'person'],
  ['support', 'org'],
  ['supervisor', 'person'],
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
    const lines = missing.flatMap((field) => lineFor(String(field), file, context));
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

/** Near what is said of the project as a whole, before money and schedule. */
function placed(project: ProjectFacts, lines: readonly Line[], file: PlanText): SnippetEdit {
  const { leader, unit, owner, supervisor, support, category, area, scheme, fund, level, priority } = project;
  const spans = [leader, unit, owner, supervisor, support.at(-1), category, area.at(-1), scheme, fund, level, priority]
    .filter((stated): stated is Ref => stated !== undefined)
    .map(({ at }): Span => at);
  const last = spans.reduce<Span | undefined>((a, b) => (a === undefined || b.end > a.end ? b : a), undefined);
  return last === undefined ? file.intoBlock(project.at, lines) : file.behind(last, project.at, lines);
}

function lineFor(field: string, file: PlanText, { source, placeholders, analysis }: ActionContext): readonly Line[] {
  const zh = file.vocabulary === 'zh';
  const member = (keyword: Keyword, ...value: Line): readonly Line[] => [[`${file.word(keyword)} `, ...value]];
  const kind = NAMES.get(field);
  const keyword = keywordOf(field);
  if (kind !== undefined && keyword !== undefined) {
    const names = source.plan.all(kind).slice(0, MOST_NAMES);
    return member(keyword, {
      text: zh ? '待填' : 'TODO',
      choices: names.map(({ name }) => written(name.text)),
    });
  }
  const year = yearIn(file, analysis.year);
  switch (field) {
    case 'level':
    case 'priority':
    case 'stage': {
      // No fixed word says 'not known': without a place to choose it in, none is put down.
      const [first, ...others] = WORDS[field].map(({ spelled }) => spelled[file.vocabulary]);
      return first === undefined || !placeholders ? [] : member(field, { text: first, choices: others });
    }
    case 'team':
    case 'scheme':
      return member(field, '"', { text: '' }, '"');
    case 'fund':
      return member('fund', { text: nothingIn(file) });
    case 'planned-start':
    case 'planned-finish':
      return member('period', { text: year }, zh ? ' 至 ' : ' .. ', { text: year });
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
