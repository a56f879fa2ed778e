import { figureToMoney, moneyFigure, percentOf } from '../../../analysis/metrics/figure.js';
import { completion, plannedAmount, reportedAmount } from '../../../analysis/metrics/investment.js';
import { nodesOf } from '../../../analysis/metrics/nodes.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { MoneyValue } from '../../../model/money.js';
import { toNumber } from '../../../model/rational.js';
import { bar, cell, row, strong, text, type Words } from '../../compose.js';
import type { Block, Inlines, KeyValue, Table, TableRow } from '../../document.js';
import { originOf, type Pen } from '../pen.js';
import { bookletWords as words } from './words.js';

const QUARTERS = ['一', '二', '三', '四'] as const;

/** What a project costs, where the money comes from, and what the plan years and their nodes ask for beside what is done. */
export function investmentBlocks(pen: Pen, project: ProjectFacts): readonly Block[] {
  return [figures(pen, project), ...sources(pen, project), ...years(pen, project)];
}

function figures(pen: Pen, project: ProjectFacts): Block {
  const metrics = pen.analysis.metrics(project);
  const year = pen.analysis.year;
  const planned = metrics.plannedToDate;
  const behind = pen.percent(metrics.investmentBehind);
  const entry = (label: string, value: Words | undefined, note?: string): KeyValue => ({
    label,
    value: pen.or(value),
    ...(note === undefined ? {} : { note }),
    origin: originOf(project),
  });
  if (project.investment === undefined && metrics.invested === undefined) {
    return { type: 'keyValues', anchor: `${project.id}/investment`, entries: [entry(pen.say(words.total), undefined)] };
  }
  const stated = (label: string, value: MoneyValue | undefined): readonly KeyValue[] =>
    value === undefined ? [] : [entry(label, pen.money(value))];
  return {
    type: 'keyValues',
    anchor: `${project.id}/investment`,
    entries: [
      entry(pen.say(words.total), pen.money(metrics.total)),
      entry(pen.say(words.planOf, { year }), pen.money(metrics.plan)),
      entry(pen.say(words.invested), pen.money(metrics.invested)),
      entry(pen.say(words.completion), completionBar(pen, project)),
      entry(
        pen.say(words.toDate),
        planned && pen.money(figureToMoney(planned), 2),
        behind === undefined || behind === '0%' ? undefined : pen.say(words.behind, { percent: behind }),
      ),
      ...stated(pen.say(words.before), project.investment?.before?.value),
      ...stated(pen.say(words.received), metrics.received),
      ...stated(pen.say(words.paid), metrics.paid),
    ],
  };
}

/** The completion of the year as a bar, the mark where the plan has it by now. */
function completionBar(pen: Pen, project: ProjectFacts): Inlines | undefined {
  const metrics = pen.analysis.metrics(project);
  const done = metrics.completion;
  const label = pen.percent(done);
  if (done === undefined || label === undefined) return undefined;
  const { plan, plannedToDate } = metrics;
  const planned = plan && plannedToDate && percentOf(plannedToDate, moneyFigure(plan));
  return [
    bar(toNumber(done.value), {
      label,
      ...(planned === undefined ? {} : { planned: toNumber(planned.value) }),
      light: pen.analysis.light(project).light,
      origin: originOf(project),
    }),
  ];
}

function sources(pen: Pen, project: ProjectFacts): readonly Table[] {
  const { sources = [], total } = project.investment ?? {};
  if (sources.length === 0) return [];
  return [
    {
      type: 'table',
      anchor: `${project.id}/sources`,
      caption: pen.say(words.sources),
      columns: [
        { title: pen.say(words.source), kind: 'text' },
        pen.moneyColumn(pen.say(words.amount)),
        { title: pen.say(words.share), kind: 'percent' },
      ],
      rows: sources.map(({ name, value, at }) => {
        const share = total && percentOf(moneyFigure(value.value), moneyFigure(total.value));
        return row([name.text, pen.moneyCell(value.value), pen.percentCell(share)], {
          origin: { id: project.id, at },
        });
      }),
    },
  ];
}

function years(pen: Pen, project: ProjectFacts): readonly Table[] {
  const { status, year: planYear } = pen.analysis;
  const stated = [...(project.investment?.years ?? [])].sort((a, b) => a.year - b.year);
  // The plan year alone, without nodes, is told by the figures above.
  if (!stated.some(({ year, nodes }) => year !== planYear || nodes.length > 0)) return [];
  const rows = stated.flatMap(({ year, at }): readonly TableRow[] => {
    const amount = plannedAmount(project, year);
    const done = reportedAmount(project, year, status, 'invested');
    const origin = { id: project.id, at };
    const nodes = nodesOf(project, year, status).map(({ node, planned, done: reached }) => {
      const label =
        node.grain === 'quarter'
          ? pen.say(words.quarter, { n: node.index, zh: QUARTERS[node.index - 1] ?? node.index })
          : pen.month(node.index);
      return row(
        [
          cell([text('　'), text(label)]),
          pen.moneyCell(node.value.value),
          pen.moneyCell(planned),
          pen.moneyCell(reached),
          pen.percentCell(completion(reached, planned)),
        ],
        { origin: { id: project.id, at: node.at } },
      );
    });
    return [
      row(
        [
          cell(strong(pen.say(words.year, { year }))),
          pen.moneyCell(amount),
          pen.moneyCell(amount),
          pen.moneyCell(done),
          pen.percentCell(completion(done, amount)),
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
      caption: pen.say(words.years),
      columns: [
        { title: pen.say(words.time), kind: 'text' },
        pen.moneyColumn(pen.say(words.planned)),
        pen.moneyColumn(pen.say(words.plannedSum)),
        pen.moneyColumn(pen.say(words.done)),
        { title: pen.say(words.reached), kind: 'percent' },
      ],
      rows,
    },
  ];
}
