/** What a project and its items state, taken apart. */

import { formatDay } from '../../model/day.js';
import type { InvestmentFacts, ItemFacts, ProjectFacts, RevisionFacts } from '../../model/facts.js';
import { type StatedValue, stated } from './stated-value.js';
import {
  choice,
  date,
  dated,
  day,
  named,
  ownValues,
  ref,
  refs,
  type Side,
  type Statement,
  statement,
  type Table,
  text,
  texts,
} from './statements.js';

const ABOUT = { topic: 'other', block: 'project' } as const;
const PEOPLE = { topic: 'people', block: 'project' } as const;
const POOL = { topic: 'pool', block: 'project' } as const;
const HAPPENED = { topic: 'actuals', block: 'project', nature: 'fact' } as const;
const MONEY = { topic: 'money', block: 'investment' } as const;

/** Compared for themselves, with what stands in them. */
const OWN = { id: null, name: null, at: null, keywordAt: null, stated: null, kind: null } as const;

export const PROJECT: Table<ProjectFacts> = {
  ...OWN,
  partlyRead: null,
  doc: null,
  title: null,
  category: ref('category', ABOUT),
  level: choice('level', ABOUT),
  priority: choice('priority', ABOUT),
  area: refs('area', ABOUT),
  batch: refs('batch', ABOUT),
  tag: refs('tag', ABOUT),
  alias: texts('alias', ABOUT),
  parent: ref('parent', ABOUT),
  admitted: dated('admitted', POOL),
  removed: dated('removed', POOL),
  replaces: ref('replaces', POOL),
  stages: (facts) =>
    facts.map(({ stage, on, at }) =>
      statement(
        'stage',
        { topic: 'stages', block: 'project', nature: on === undefined ? 'plan' : 'fact' },
        { key: stage, value: stated.several([stated.word(stage), on && stated.day(on.day)]), at },
      ),
    ),
  period: ({ from, to, at }) => [
    statement(
      'period',
      { topic: 'deadlines', block: 'project' },
      {
        value: stated.span(from, to),
        same: `${from.period.first} ${to.period.last}`,
        at,
      },
    ),
  ],
  actualStart: day('actual-start', HAPPENED),
  actualFinish: day('actual-finish', HAPPENED),
  scope: text('scope', ABOUT),
  targets: (facts) =>
    facts.map(({ year, text: target, at }) =>
      statement('target', ABOUT, {
        key: String(year),
        of: stated.count(year),
        value: stated.text(target.text),
        at,
      }),
    ),
  leader: ref('leader', PEOPLE),
  unit: ref('unit', PEOPLE),
  owner: ref('owner', PEOPLE),
  support: refs('support', PEOPLE),
  supervisor: ref('supervisor', PEOPLE),
  team: ({ text: of, members, at }, side) => {
    const { value, same } = named(members, side);
    const parts = [of && stated.text(of.text), members.length > 0 ? value : undefined];
    return [statement('team', PEOPLE, { value: stated.several(parts), same: `${of?.text ?? ''} ${same}`, at })];
  },
  scheme: text('scheme', ABOUT),
  fund: ({ value, at }) => [
    statement('fund', { topic: 'money', block: 'project' }, { value: stated.money(value), at }),
  ],
  calendar: ref('calendar', { topic: 'schedule', block: 'project' }),
  policy: ref('policy', ABOUT),
  investment,
  items: null,
  issues: null,
  reports: null,
  reviews: null,
  fields: (facts) => ownValues(facts, ABOUT),
  notes: texts('note', ABOUT),
  links: texts('link', ABOUT),
};

function investment({ total, sources, before, years }: InvestmentFacts): readonly Statement[] {
  return [
    ...(total === undefined
      ? []
      : [statement('investment', MONEY, { value: stated.money(total.value), at: total.at })]),
    ...sources.map(({ name, value, at }) =>
      statement('source', MONEY, { key: name.text, of: stated.text(name.text), value: stated.money(value.value), at }),
    ),
    ...(before === undefined ? [] : [statement('before', MONEY, { value: stated.money(before.value), at: before.at })]),
    ...years.flatMap(({ year, amount, nodes }) => [
      ...(amount === undefined
        ? []
        : [
            statement('year', MONEY, {
              key: String(year),
              of: stated.count(year),
              value: stated.money(amount.value),
              at: amount.at,
            }),
          ]),
      ...nodes.map((node) =>
        statement(
          `${node.grain === 'quarter' ? 'Q' : 'M'}${node.index}` as 'Q1' | 'M1',
          { topic: 'money', block: 'year' },
          { key: String(year), of: stated.count(year), value: stated.money(node.value.value), at: node.at },
        ),
      ),
    ]),
  ];
}

const WORK = { topic: 'schedule', block: 'item' } as const;
const DONE = { topic: 'actuals', block: 'item', nature: 'fact' } as const;
const BY = { topic: 'people', block: 'item' } as const;

export const ITEM: Table<ItemFacts> = {
  ...OWN,
  unread: null,
  doc: null,
  title: null,
  due: null,
  done: day('done', DONE),
  started: day('started', DONE),
  after: (facts, side) =>
    facts.map(({ target, type, lag, at }) => {
      const { value, same } = named([target], side);
      const how = lag === undefined ? undefined : stated.duration(lag.duration, lag.sign);
      return statement('after', WORK, {
        key: same,
        of: value,
        value: stated.several([stated.word(type), how]),
        at,
      });
    }),
  start: date('start', WORK),
  finish: date('finish', WORK),
  duration: ({ value, at }) => [statement('duration', WORK, { value: stated.duration(value), at })],
  progress: (facts) =>
    facts.map(({ value, text: why, on, at }) =>
      statement(
        'progress',
        { topic: 'actuals', block: 'item', nature: on === undefined ? 'plan' : 'fact' },
        {
          ...(on === undefined ? {} : { key: formatDay(on.day), of: stated.day(on.day) }),
          value: stated.several([stated.percent(value), why && stated.text(why.text)]),
          at,
        },
      ),
    ),
  suspended: (facts) =>
    facts.map(({ first, last, why, at }) =>
      statement('suspended', WORK, {
        key: formatDay(first),
        of: stated.day(first),
        value: stated.several([last === undefined ? undefined : stated.day(last), why && stated.text(why.text)]),
        at,
      }),
    ),
  calendar: ref('calendar', WORK),
  remaining: ({ value, at }) => [statement('remaining', WORK, { value: stated.duration(value), at })],
  weight: ({ value, at }) => [statement('weight', WORK, { value: stated.percent(value), at })],
  authority: ref('authority', BY),
  leader: ref('leader', BY),
  unit: ref('unit', BY),
  owner: ref('owner', BY),
  support: refs('support', BY),
  supervisor: ref('supervisor', BY),
  evidence: texts('evidence', { topic: 'other', block: 'item' }),
  revised: (facts, side) => revisions(facts, side, 'item'),
  notes: texts('note', { topic: 'other', block: 'item' }),
  fields: (facts) => ownValues(facts, { topic: 'other', block: 'item' }),
  items: null,
};

/** That a deadline was moved is a fact of the day on which it was. */
export function revisions(
  facts: readonly RevisionFacts[],
  side: Side,
  block: 'item' | 'issue' | 'decision',
): readonly Statement[] {
  return facts.map((revision) => {
    const { day: on, from, by, why, at } = revision;
    const who = by === undefined ? undefined : named([by], side);
    const parts: readonly (StatedValue | undefined)[] = [
      from && stated.date(from),
      who?.value,
      why && stated.text(why.text),
    ];
    return statement(
      'revised',
      { topic: 'deadlines', block, nature: 'fact' },
      {
        key: formatDay(on),
        of: stated.day(on),
        value: stated.several(parts),
        same: JSON.stringify([from?.period.last, who?.same, why?.text]),
        at,
      },
    );
  });
}
