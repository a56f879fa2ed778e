/** Rules about deadlines that were moved (`deadline/revised-*`, `deadline/revision-chain`). */
import type { IssueHolder, RevisionFacts } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import type { Analysis } from '../analysis.js';
import { dayFigure, plural, sayDay, sayDays } from '../message-values.js';
import { policyOf } from '../policy-in-force.js';
import { type Found, holderRule, type Rule } from '../rule.js';
import { dueAt, type Revisable, revisionsAt } from '../state.js';

type Often = { readonly count: number; readonly max: number };
type Late = { readonly day: string; readonly from: string; readonly days: number };
type Chain =
  | { readonly problem: 'order'; readonly day: string; readonly before: string }
  /** `from` held still after this revision says it was moved away from. */
  | { readonly problem: 'from'; readonly day: string; readonly from: string };

/** A deadline of the plan that may have been moved: an item's, an issue's, a decision's. */
type Movable = Revisable & { readonly id: string };

function* movableIn(holder: IssueHolder): Generator<Movable> {
  if (holder.kind === 'project') yield* itemsOf(holder);
  else yield* holder.decisions;
  yield* holder.issues;
}

function* often(holder: IssueHolder, { plan, status }: Analysis): Generator<Found<Often>> {
  const max = policyOf(plan, holder.kind === 'project' ? holder : undefined)?.maxRevisions?.value;
  if (max === undefined) return;
  for (const item of movableIn(holder)) {
    const revisions = revisionsAt(item, status);
    const newest = revisions.at(-1);
    if (revisions.length <= max || newest === undefined) continue;
    yield { at: newest.at, data: { count: revisions.length, max }, element: item.id };
  }
}

function* late(holder: IssueHolder, { status }: Analysis): Generator<Found<Late>> {
  for (const item of movableIn(holder)) {
    for (const { day, from, at } of revisionsAt(item, status)) {
      if (from === undefined || day <= from.period.last) continue;
      const days = day - from.period.last;
      yield { at, data: { day: dayFigure(day), from: dayFigure(from.period.last), days }, element: item.id };
    }
  }
}

function* chain(holder: IssueHolder, { status }: Analysis): Generator<Found<Chain>> {
  for (const item of movableIn(holder)) if (item.revised.length > 0) yield* chainOf(item, status);
}

function* chainOf(item: Movable, status: Analysis['status']): Generator<Found<Chain>> {
  const made = item.revised.filter(({ day }) => day <= status);
  let previous: RevisionFacts | undefined;
  for (const revision of made) {
    if (previous !== undefined && revision.day < previous.day) {
      yield {
        at: revision.at,
        data: { problem: 'order', day: dayFigure(revision.day), before: dayFigure(previous.day) },
        element: item.id,
        related: [{ at: previous.at, message: { en: 'The later move stands before it', zh: '较晚的调整写在前面' } }],
      };
      // What held before each of them cannot be told from a list in disorder.
      return;
    }
    previous = revision;
  }
  for (const [index, { day, from, at }] of made.entries()) {
    const held = index === made.length - 1 ? dueAt(item, status) : made[index + 1]?.from;
    if (from === undefined || held === undefined || held.period.last !== from.period.last) continue;
    yield {
      at: from.at,
      data: { problem: 'from', day: dayFigure(day), from: dayFigure(from.period.last) },
      element: item.id,
      related: [
        { at: held.at, message: { en: 'The deadline that held after it', zh: '此后的期限' } },
        { at, message: { en: 'The move', zh: '这次调整' } },
      ],
    };
  }
}

export const DEADLINE_REVISED_RULES: readonly Rule[] = [
  holderRule<Often>(
    {
      code: 'deadline/revised-often',
      severity: 'warning',
      judgedBy: ['policy'],
      title: { en: 'Moved more often than allowed', zh: '期限调整次数过多' },
      message: {
        en: ({ count, max }) => `The deadline was moved ${plural(count, 'time')}; the policy allows ${max}`,
        zh: ({ count, max }) => `期限已调整${count}次，规则允许${max}次`,
      },
      page: {
        en: `The deadline of a milestone, task, approval, issue or decision was moved more often than \`max-revisions\` of the project's policy
allows (for what a meeting decided: of the portfolio's). Take it to the meeting: either the work has a problem that moving the date does not solve, or the policy is
too strict for it.`,
        zh: `节点、任务、审批、问题或决定的期限调整次数超过了适用的规则中\`调整上限\`所允许的次数。请提交会议研究：要么存在改期
解决不了的问题，要么规则对它过严。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: `policy Rules {
  max-revisions 1
}
project P1 {
  milestone Opening {
    due 2026-09-30
    revised 2026-03-01 from 2026-03-31
    revised 2026-05-20 from 2026-05-31
  }
}
`,
        clean: `policy Rules {
  max-revisions 2
}
project P1 {
  milestone Opening {
    due 2026-09-30
    revised 2026-03-01 from 2026-03-31
    revised 2026-05-20 from 2026-05-31
  }
}
`,
      },
    },
    often,
  ),
  holderRule<Late>(
    {
      code: 'deadline/revised-late',
      severity: 'warning',
      title: { en: 'Moved only after it had passed', zh: '逾期后才调整期限' },
      message: {
        en: ({ day, from, days }) =>
          `The deadline ${sayDay(from, 'en')} was moved on ${sayDay(day, 'en')}, ${sayDays(days, 'en')} after it had passed`,
        zh: ({ day, from, days }) =>
          `原期限${sayDay(from, 'zh')}到期${sayDays(days, 'zh')}后，才于${sayDay(day, 'zh')}调整`,
      },
      page: {
        en: `An extension has to be asked for while the deadline can still be kept; this one was granted after it had been
missed. The record stays as it is. Check whether the day of the move is right, and whether the reason is stated.`,
        zh: `延期应在到期之前提出，而这次是在期限已过之后才调整的。记录保持原样。请核对调整日期是否写对、原因是否写明。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: `project P1 {
  milestone Opening {
    due 2026-09-30
    revised 2026-06-01 from 2026-05-31
  }
}
`,
        clean: `project P1 {
  milestone Opening {
    due 2026-09-30
    revised 2026-05-31 from 2026-05-31
  }
}
`,
      },
    },
    late,
  ),
  holderRule<Chain>(
    {
      code: 'deadline/revision-chain',
      severity: 'error',
      title: { en: 'The record of moved deadlines contradicts itself', zh: '期限调整记录前后矛盾' },
      message: {
        en: (data) =>
          data.problem === 'order'
            ? `The move of ${sayDay(data.day, 'en')} stands behind that of ${sayDay(data.before, 'en')}: moves are listed in the order of their days`
            : `The deadline was moved away from ${sayDay(data.from, 'en')} on ${sayDay(data.day, 'en')}, yet the same deadline held after it`,
        zh: (data) =>
          data.problem === 'order'
            ? `${sayDay(data.day, 'zh')}的调整写在${sayDay(data.before, 'zh')}的调整之后：各次调整须按日期先后排列`
            : `${sayDay(data.day, 'zh')}已从原期限${sayDay(data.from, 'zh')}调开，但此后的期限仍是这一天`,
      },
      page: {
        en: `Each \`revised\` says on which day the deadline was moved and which deadline held until then; \`due\` holds the
newest. So the moves stand in the order of their days, and what one move leads to is what the next one (or \`due\`) names.
Here a day is out of order, or a move leads to the very deadline that it moved away from. Correct the days, the
\`from\` dates or \`due\`.`,
        zh: `每一条\`调整\`写明哪一天调整、此前的期限是哪一天；\`期限\`写最新的期限。因此各次调整按日期先后排列，一次调整
之后的期限，就是下一次调整所写的\`原期限\`（或\`期限\`）。此处日期次序颠倒，或调整前后是同一个期限。请改正调整日期、
\`原期限\`或\`期限\`。`,
      },
      example: {
        asOf: '2026-06-30',
        shows: `project P1 {
  milestone Opening {
    due 2026-09-30
    revised 2026-05-20 from 2026-05-31
    revised 2026-03-01 from 2026-03-31
  }
}
`,
        clean: `project P1 {
  milestone Opening {
    due 2026-09-30
    revised 2026-03-01 from 2026-03-31
    revised 2026-05-20 from 2026-05-31
  }
}
`,
      },
    },
    chain,
  ),
];
