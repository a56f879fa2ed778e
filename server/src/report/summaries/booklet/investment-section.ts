/** The investment section of a project's sheet. */
import { figureToMoney, moneyFigure, percentOf } from '../../../analysis/metrics/figure.js';
import { completion, plannedAmount, reportedAmount } from '../../../analysis/metrics/investment.js';
import { nodesOf } from '../../../analysis/metrics/investment-nodes.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { MoneyValue } from '../../../model/money.js';
import { toNumber } from '../../../model/rational.js';
import { bar, cell, type InlineContent, row, strong, text } from '../../compose.js';
import type { Block, Inlines, KeyValue, Table, TableRow } from '../../document.js';
import { type Formatter, originOf } from '../../wording/formatter.js';
import { bookletWords as words } from './booklet-words.js';

const QUARTERS = ['一', '二', '三', '四'] as const;

/** What a project costs, where the money comes from, and what the plan years and their nodes ask for beside what is done. */
export function investmentBlocks(format: Formatter, project: ProjectFacts): readonly Block[] {
  return [figures(format, project), ...sources(format, project), ...years(format, project)];
}

function figures(format: Formatter, project: ProjectFacts): Block {
  const metrics = format.analysis.metrics(project);
  const year = format.analysis.year;
  const planned = metrics.plannedToDate;
  const behind = format.percent(metrics.investmentBehind);
  const entry = (label: string, value: InlineContent | undefined, note?: string): KeyValue => ({
    label,
    value: format.or(value),
    ...(note === undefined ? {} : { note }),
    origin: originOf(project),
  });
  if (project.investment === undefined && metrics.invested === undefined) {
    return {
      type: 'keyValues',
      anchor: `${project.id}/investment`,
      entries: [entry(format.say(words.total), undefined)],
    };
  }
  const stated = (label: string, value: MoneyValue | undefined): readonly KeyValue[] =>
    value === undefined ? [] : [entry(label, format.money(value))];
  return {
    type: 'keyValues',
    anchor: `${project.id}/investment`,
    entries: [
      entry(format.say(words.total), format.money(metrics.total)),
      entry(format.say(words.planOf, { year: format.planYear(year) }), format.money(metrics.plan)),
      entry(format.say(words.invested), format.money(metrics.invested)),
      entry(format.say(words.completion), completionBar(format, project)),
      entry(
        format.say(words.toDate),
        planned && format.money(figureToMoney(planned), 2),
        behind === undefined || behind === '0%' ? undefined : format.say(words.behind, { percent: behind }),
      ),
      ...stated(format.say(words.before), project.investment?.before?.value),
      ...stated(format.say(words.received), metrics.received),
      ...stated(format.say(words.paid), metrics.paid),
    ],
  };
}

/** The completion of the year as a bar, the mark where the plan has it by now. */
function completionBar(format: Formatter, project: ProjectFacts): Inlines | undefined {
  const metrics = format.analysis.metrics(project);
  const done = metrics.completion;
  const label = format.percent(done);
  if (done === undefined || label === undefined) return undefined;
  const { plan, plannedToDate } = metrics;
  const planned = plan && plannedToDate && percentOf(plannedToDate, moneyFigure(plan));
  return [
    bar(toNumber(done.value), {
      label,
      ...(planned === undefined ? {} : { planned: toNumber(planned.value) }),
      light: format.analysis.light(project).light,
      origin: originOf(project),
    }),
  ];
}

/** The sources of the investment and those that reports name; what came and what went of each this year, as last stated. */
function sources(format: Formatter, project: ProjectFacts): readonly Table[] {
  const { sources: planned = [], total } = project.investment ?? {};
  const metrics = format.analysis.metrics(project);
  const [received, paid] = [metrics.receivedFunds.bySource, metrics.paidFunds.bySource];
  const names = [...new Set([...planned.map(({ name }) => name.text), ...received.keys(), ...paid.keys()])];
  if (names.length === 0) return [];
  return [
    {
      type: 'table',
      anchor: `${project.id}/sources`,
      caption: format.say(words.sources),
      columns: [
        { title: format.say(words.source), kind: 'text' },
        format.moneyColumn(format.say(words.amount)),
        { title: format.say(words.share), kind: 'percent' },
        ...(received.size === 0 ? [] : [format.moneyColumn(format.say(words.received))]),
        ...(paid.size === 0 ? [] : [format.moneyColumn(format.say(words.paid))]),
      ],
      rows: names.map((name) => {
        const source = planned.find((each) => each.name.text === name);
        const amount = source?.value.value;
        const share = amount && total && percentOf(moneyFigure(amount), moneyFigure(total.value));
        return row(
          [
            name,
            format.moneyCell(amount),
            format.percentCell(share),
            ...(received.size === 0 ? [] : [format.moneyCell(received.get(name))]),
            ...(paid.size === 0 ? [] : [format.moneyCell(paid.get(name))]),
          ],
          { origin: { id: project.id, at: source?.at ?? project.at } },
        );
      }),
    },
  ];
}

function years(format: Formatter, project: ProjectFacts): readonly Table[] {
  const { status, year: planYear, yearBegins: begins } = format.analysis;
  const stated = [...(project.investment?.years ?? [])].sort((a, b) => a.year - b.year);
  // The plan year alone, without nodes, is told by the figures above.
  if (!stated.some(({ year, nodes }) => year !== planYear || nodes.length > 0)) return [];
  const rows = stated.flatMap(({ year, at }): readonly TableRow[] => {
    const amount = plannedAmount(project, { year, begins });
    const done = reportedAmount(project, { year, begins }, status);
    const origin = { id: project.id, at };
    const nodes = nodesOf(project, { year, begins }, status).map(({ node, planned, done: reached }) => {
      const label =
        node.grain === 'quarter'
          ? format.say(words.quarter, { n: node.index, zh: QUARTERS[node.index - 1] ?? node.index })
          : format.month(node.index);
      return row(
        [
          cell([text('　'), text(label)]),
          format.moneyCell(node.value.value),
          format.moneyCell(planned),
          format.moneyCell(reached),
          format.percentCell(completion(reached, planned)),
        ],
        { origin: { id: project.id, at: node.at } },
      );
    });
    return [
      row(
        [
          cell(strong(format.say(words.year, { year: format.planYear(year) }))),
          format.moneyCell(amount),
          format.moneyCell(amount),
          format.moneyCell(done),
          format.percentCell(completion(done, amount)),
        ],
        { origin },
      ),
      ...nodes,
    ];
  });
  return [
    {
      type: 'table',
      anchor: `${project.id}/years`,
      caption: format.say(words.years),
      columns: [
        { title: format.say(words.time), kind: 'text' },
        format.moneyColumn(format.say(words.planned)),
        format.moneyColumn(format.say(words.plannedSum)),
        format.moneyColumn(format.say(words.done)),
        { title: format.say(words.reached), kind: 'percent' },
      ],
      rows,
    },
  ];
}
