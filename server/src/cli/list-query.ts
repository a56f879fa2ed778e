/** The options of `list` as a query: they are read as the view that they describe, with the same words and the same errors. */
import { membersOf } from '../../../grammar/members.js';
import type { Analysis } from '../analysis/analysis.js';
import { fileFindings } from '../analysis/checks/engine.js';
import { messageOf, ruleOf } from '../analysis/checks/index.js';
import type { ViewQuery } from '../analysis/view-result.js';
import type { FileFacts, Finding, ViewFacts } from '../model/facts.js';
import { visible } from '../report/invisible-characters.js';
import { readPlan } from '../syntax/read-plan.js';
import { UsageError } from './context.js';
import { displayWidth } from './display-width.js';

const MEMBERS = ['where', 'group', 'sort', 'columns', 'totals'] as const;
type Member = (typeof MEMBERS)[number];

/** What may follow in a view, and says nothing to whoever typed an option. */
const AROUND: ReadonlySet<string> = new Set([...membersOf('view'), '}']);

export type QueryOptions = { readonly [M in Member]?: string | undefined };

/** What the options state replaces what the view states. */
export function queryOf(view: ViewFacts | undefined, options: QueryOptions, analysis: Analysis): ViewQuery {
  const given = (member: Member): ViewFacts | undefined => {
    const value = options[member];
    return value === undefined ? view : readOption(member, value, analysis);
  };
  const where = given('where')?.where;
  const grouping = given('group');
  return {
    ...(where === undefined ? {} : { where }),
    group: grouping?.group ?? [],
    ...(grouping?.across === undefined ? {} : { across: grouping.across }),
    sort: given('sort')?.sort ?? [],
    columns: given('columns')?.columns ?? [],
    totals: given('totals')?.totals ?? [],
    withoutRows: view?.withoutRows === true && options.columns === undefined,
    ...(view?.rank === undefined ? {} : { rank: view.rank }),
    ...(view?.against === undefined ? {} : { against: view.against }),
  };
}

function readOption(member: Member, value: string, analysis: Analysis): ViewFacts {
  if (value.trim() === '') throw new UsageError({ en: `--${member} is empty`, zh: `--${member} 的值为空` });
  const head = `view _ {\n  ${member} `;
  const facts = readPlan('', `${head}${value}\n}\n`);
  const [first] = fileFindings(facts, analysis).filter(
    ({ code }) =>
      /^(?:syntax\/unexpected|value\/|name\/|expression\/)/.test(code) && ruleOf(code)?.severity === 'error',
  );
  if (first !== undefined) {
    const finding = withoutView(first, head.length + value.length);
    const before = displayWidth(visible(value.slice(0, Math.max(0, finding.at.start - head.length))));
    const culprit = displayWidth(visible(value.slice(finding.at.start - head.length, finding.at.end - head.length)));
    const mark = `${' '.repeat(before)}${'^'.repeat(Math.max(1, culprit))}`;
    const pointer = (message: string): string => `--${member}: ${message}\n  ${visible(value)}\n  ${mark}`;
    throw new UsageError({ en: pointer(messageOf(finding, 'en')), zh: pointer(messageOf(finding, 'zh')) });
  }
  const view = onlyView(facts, member);
  if (view !== undefined) return view;
  throw new UsageError({
    en: `--${member} takes no more than the view's '${member}' does: ${value}`,
    zh: `--${member} 只能写视图的“${member}”部分：${value}`,
  });
}

/** The message speaks of the option and not of the view that it was put into. */
function withoutView(finding: Finding, end: number): Finding {
  const { expected, found } = finding.data;
  if (!Array.isArray(expected)) return finding;
  const possible = expected.filter((word) => typeof word !== 'string' || !AROUND.has(word));
  return {
    ...finding,
    data: { ...finding.data, expected: possible, found: finding.at.end > end || found === '}' ? '' : (found ?? '') },
  };
}

/** The view, where it states this one member and nothing else was declared. */
function onlyView({ declarations }: FileFacts, member: Member): ViewFacts | undefined {
  const [view, ...more] = declarations;
  if (view?.kind !== 'view' || more.length > 0) return undefined;
  return [...view.stated.keys()].every((key) => key === member) ? view : undefined;
}
