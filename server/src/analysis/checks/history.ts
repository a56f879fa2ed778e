/** The rules that compare with what the files said before (`history/*`); without a state to compare with they find nothing. */

import { type Keyword, spelling } from '../../../../grammar/keywords.js';
import { labelOf } from '../../../../grammar/members.js';
import type { Lang } from '../../model/lang.js';
import type { Plan } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import type { Change } from '../changes/change.js';
import { changesBetween } from '../changes/compare.js';
import { type StatedValue, valueInWords } from '../changes/stated-value.js';
import { currencyOf, quoted } from '../message-values.js';
import { type Found, planRule, type Rule } from '../rule.js';
import { isReadingError } from './unread.js';

type Rewritten = {
  readonly what: 'added' | 'gone' | 'changed';
  /** `report`, `milestone`, `project`, … */
  readonly kind: Keyword;
  readonly title: string;
  /** Of a report: its day. */
  readonly of: StatedValue | null;
  readonly member: Keyword | null;
  readonly before: StatedValue | null;
  readonly after: StatedValue | null;
  readonly currency: string;
};
type Silent = {
  readonly title: string;
  readonly before: StatedValue | null;
  readonly after: StatedValue | null;
  /** The deadline that the plan says it was moved away from, where that is another. */
  readonly told: StatedValue | null;
};

const compared = new WeakMap<Analysis, readonly Change[]>();

function changesIn(analysis: Analysis, history: NonNullable<Change['history']>): readonly Change[] {
  const { base } = analysis.options;
  if (base === undefined) return [];
  let changes = compared.get(analysis);
  if (changes === undefined) {
    changes = changesBetween(base, analysis.plan).filter((change) => change.history !== undefined);
    compared.set(analysis, changes);
  }
  return changes.filter((change) => change.history === history);
}

function* rewritten(analysis: Analysis): Generator<Found<Rewritten>> {
  const { plan, options } = analysis;
  for (const { subject, project, what, member, before, after, headAt, baseAt } of changesIn(analysis, 'rewritten')) {
    // What is missed may stand in text that cannot be read; there is always that mistake itself.
    if (what === 'gone' && isUnreadAround(headAt, plan)) continue;
    const at = headAt ?? placeOfGone(baseAt, options.base, plan);
    if (at === undefined) continue;
    yield {
      at,
      element: subject.kind === 'report' ? (project ?? subject).id : subject.id,
      data: {
        what: what === 'renamed' ? 'changed' : what,
        kind: subject.kind,
        title: subject.title,
        of: subject.of ?? null,
        member: member?.keyword ?? null,
        before: before ?? null,
        after: after ?? null,
        currency: currencyOf(analysis),
      },
    };
  }
}

function* silent(analysis: Analysis): Generator<Found<Silent>> {
  for (const { subject, before, after, headAt, moves } of changesIn(analysis, 'silent-move')) {
    if (headAt === undefined) continue;
    const told = moves?.find(({ from }) => from !== undefined)?.from;
    yield {
      at: headAt,
      element: subject.id,
      data: { title: subject.title, before: before ?? null, after: after ?? null, told: told ?? null },
    };
  }
}

/** Whether something cannot be read in the declaration that a place lies in; without a place, anywhere in the plan. */
function isUnreadAround(place: Span | undefined, plan: Plan): boolean {
  if (place === undefined) return plan.files().some(({ findings }) => findings.some(isReadingError));
  const facts = plan.file(place.file);
  const around = facts?.declarations.find(({ at }) => at.start <= place.start && place.end <= at.end);
  return (
    facts?.findings.some((finding) => {
      const isOutside = !facts.declarations.some(({ at }) => at.start <= finding.at.start && finding.at.end <= at.end);
      const isHere = around !== undefined && around.at.start <= finding.at.start && finding.at.end <= around.at.end;
      return isReadingError(finding) && (isHere || isOutside);
    }) === true
  );
}

/** What a file was about that something is gone from: the declaration before it that is still there, else the first one. */
function placeOfGone(gone: Span | undefined, base: Plan | undefined, plan: Plan): Span | undefined {
  const there = gone === undefined ? undefined : plan.file(gone.file);
  if (gone !== undefined && there !== undefined) {
    const ids = new Map(
      there.declarations.map((declaration) => [`${declaration.kind} ${declaration.id}`, declaration]),
    );
    const earlier = (base?.file(gone.file)?.declarations ?? []).filter(({ at }) => at.end <= gone.start);
    const kept = earlier
      .map(({ kind, id }) => ids.get(`${kind} ${id}`))
      .findLast((declaration) => declaration !== undefined);
    const near = kept ?? there.declarations[0];
    return near?.name.at ?? { file: gone.file, start: 0, end: 0 };
  }
  const [file] = plan.files();
  return plan.portfolio?.name.at ?? file?.declarations[0]?.name.at ?? (file && { file: file.file, start: 0, end: 0 });
}

/** Long texts are cut: the place leads to the whole. */
const LONGEST = 40;

function say(value: StatedValue | null, currency: string, lang: Lang): string {
  const words = value === null ? '' : valueInWords(value, currency, lang).replace(/\s+/g, ' ');
  const cut = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  return value?.type === 'text' || value?.type === 'names' ? quoted(cut, lang) : cut;
}

function subjectInWords({ kind, title, of, currency }: Rewritten, lang: Lang): string {
  if (kind !== 'report') return quoted(title, lang);
  const day = say(of, currency, lang);
  return lang === 'zh' ? `${quoted(title, lang)}${day}的进展` : `the report of ${quoted(title, lang)} on ${day}`;
}

function rewrittenInEnglish(data: Rewritten): string {
  const { what, member, before, after, currency } = data;
  const subject = subjectInWords(data, 'en');
  const [was, is] = [say(before, currency, 'en'), say(after, currency, 'en')];
  if (member === null) {
    const lost = data.kind === 'report' ? '' : ' with what had happened in it';
    return `History is rewritten: ${subject} is gone${lost}`;
  }
  const called = quoted(spelling(member, 'en'), 'en');
  if (what === 'gone') return `History is rewritten: ${called} ${was} of ${subject} is gone`;
  if (what === 'added') return `History is rewritten: ${called} ${is} was added to ${subject} afterwards`;
  return `History is rewritten: ${called} of ${subject} was ${was} and is now ${is}`;
}

function rewrittenInChinese(data: Rewritten): string {
  const { what, member, before, after, currency } = data;
  const subject = subjectInWords(data, 'zh');
  const [was, is] = [say(before, currency, 'zh'), say(after, currency, 'zh')];
  if (member === null) {
    return data.kind === 'report'
      ? `历史记录被改写：${subject}被删去`
      : `历史记录被改写：${subject}连同已发生的记录被删去`;
  }
  const called = quoted(spelling(member, 'zh'), 'zh');
  if (what === 'gone') return `历史记录被改写：${subject}的${called}${was}被删去`;
  if (what === 'added') return `历史记录被改写：${subject}事后补写了${called}${is}`;
  return `历史记录被改写：${subject}的${called}原为${was}，现为${is}`;
}

export const HISTORY_RULES: readonly Rule[] = [
  planRule<Rewritten>(
    {
      code: 'history/rewritten',
      severity: 'error',
      title: { en: 'History was rewritten', zh: '历史记录被改写' },
      message: { en: rewrittenInEnglish, zh: rewrittenInChinese },
      page: {
        en: `Only with \`planwright check --since REVISION\`: compared with what the files said then, something that had happened
is told otherwise or no longer: a report, an actual start or finish, the day on which an issue was resolved or a stage
was reached, a dated progress, or the record that a deadline was moved. A figure that is added to a report of an earlier
day counts as well, for it changes what that day looked like; words may be added. Renaming is no rewriting.

Leave what was recorded, and state what is known now under its own day: a new report, a new \`progress … on\`. Where the
record itself was a mistake, silence the rule on that statement and say why.`,
        zh: `仅在使用 \`planwright check --since 版本\` 时检查：与当时的文件相比，已经发生的事被改写或删去，包括进展报告、
实际开始和完成日期、问题解决日期、到达某一阶段的日期、注明日期的进度，以及期限调整记录。事后给以前的进展补写数据
也算，因为那一天的情况会因此改变；补写文字说明则不算。改名不算改写。

请保留原有记录，把现在掌握的情况写在它自己的日期之下：新的进展，或新的\`进度 … 于\`。原记录确属笔误的，请在该语句上
注明理由后忽略本规则。`,
      },
      example: {
        asOf: '2026-06-30',
        base: `project P1 {
  report 2026-03-31 {
    invested 9000万元
  }
}
`,
        shows: `project P1 {
  report 2026-03-31 {
    invested 1亿元
  }
}
`,
        clean: `project P1 {
  report 2026-03-31 {
    invested 9000万元
  }
  report 2026-06-30 {
    invested 1亿元
  }
}
`,
      },
    },
    rewritten,
  ),
  planRule<Silent>(
    {
      code: 'history/silent-move',
      severity: 'error',
      absence: 'statement',
      title: { en: 'Deadline moved without saying so', zh: '期限变动没有记录' },
      message: {
        en: ({ before, after, told }) => {
          const was = say(before, 'CNY', 'en');
          if (after === null) return `The deadline ${was} was taken away; nothing says when and why`;
          const moved = `The deadline was moved from ${was} to ${say(after, 'CNY', 'en')}`;
          return told === null
            ? `${moved} without "revised"`
            : `${moved}, but the new "revised" names ${say(told, 'CNY', 'en')} as the deadline it was moved from`;
        },
        zh: ({ before, after, told }) => {
          const was = say(before, 'CNY', 'zh');
          if (after === null) return `期限${was}被删去，没有说明何时、为何`;
          const moved = `期限由${was}改为${say(after, 'CNY', 'zh')}`;
          return told === null
            ? `${moved}，没有写“${labelOf('item', 'revised').zh}”`
            : `${moved}，但新写的“${labelOf('item', 'revised').zh}”所记原期限为${say(told, 'CNY', 'zh')}`;
        },
      },
      page: {
        en: `Only with \`planwright check --since REVISION\`: the deadline of a milestone, task, approval, issue or decision is
another than the files said then, and no new \`revised\` says on which day it was moved away from that date.

Add the record: \`revised 2026-04-20 from 2026-04-30 by PERSON "why"\`, or put the deadline back. A date that is written
more finely or coarsely and ends on the same day was not moved.`,
        zh: `仅在使用 \`planwright check --since 版本\` 时检查：节点、任务、审批、问题或决定的期限与当时的文件不同，而没有新的
\`调整\`记录写明哪一天从原期限调开。

请补上记录：\`调整 2026-04-20 原期限 2026-04-30 批准 某某 "原因"\`，或恢复原期限。日期写得更粗或更细而最后一天不变的，
不算变动。`,
      },
      example: {
        asOf: '2026-03-31',
        base: `project P1 {
  milestone Opening {
    due 2026-06-30
  }
}
`,
        shows: `project P1 {
  milestone Opening {
    due 2026-09-30
  }
}
`,
        clean: `project P1 {
  milestone Opening {
    due 2026-09-30
    revised 2026-03-20 from 2026-06-30 "the bridge is late"
  }
}
`,
      },
    },
    silent,
  ),
];
