/** `planwright what-if 'ITEM ±DURATION'`: what would become late or early if an item slipped or were shortened. */
import pc from 'picocolors';
import type { ScheduledItem } from '../analysis/schedule/scheduled-item.js';
import { findItem } from '../analysis/what-if/find-item.js';
import { formatSlip, readAskedSlip, readSlip } from '../analysis/what-if/slip.js';
import {
  type AffectedCompletion,
  type AffectedItem,
  EFFECTS,
  type WhatIf,
  whatIf,
} from '../analysis/what-if/what-if.js';
import { type Day, formatDay } from '../model/day.js';
import { type Duration, formatDuration } from '../model/duration.js';
import type { ItemFacts, Ref } from '../model/facts.js';
import type { Lang } from '../model/lang.js';
import { itemsOf, type Plan } from '../model/plan.js';
import type { Block, Table } from '../report/document.js';
import { visible } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';
import { plainText } from '../report/plain-text.js';
import { whatIfReport } from '../report/what-if/what-if-report.js';
import { whyWords } from '../report/what-if/what-if-words.js';
import { titleOf } from '../report/wording/formatter.js';
import { chooseFormat } from './choose-format.js';
import { type Context, EXIT, terminalWidth, UsageError, wantsColor } from './context.js';
import { jsonText } from './json-text.js';
import type { LoadOptions } from './load.js';
import { textTable } from './text-table.js';
import { loadToAnswer } from './unread-statements.js';

export interface WhatIfOptions extends LoadOptions {
  readonly format: string;
  readonly color?: boolean | undefined;
}

interface Output {
  readonly answer: WhatIf;
  readonly lang: Lang;
}

const FORMATS: ReadonlyMap<string, (output: Output, options: WhatIfOptions, context: Context) => string> = new Map([
  ['text', asText],
  ['json', asJson],
]);

export async function askWhatIf(
  asked: string,
  paths: readonly string[],
  options: WhatIfOptions,
  context: Context,
): Promise<number> {
  const format = chooseFormat(FORMATS, options.format);
  const read = readAskedSlip(asked);
  if ('problem' in read) throw new UsageError(unquoted(asked, paths) ?? read.problem);
  const { root, lang } = await loadToAnswer(paths, options, context);
  const answer = whatIf(root.analysis, itemCalled(root.plan, read.item), read.slip);
  if ('refused' in answer) throw new UsageError(answer.refused);
  context.stdout.write(format({ answer, lang }, options, context));
  return EXIT.clean;
}

/** Without quotes a shell takes the duration for a path. */
function unquoted(asked: string, [first]: readonly string[]): UsageError['text'] | undefined {
  if (first === undefined || !/^[+＋\-－−]/.test(first) || 'problem' in readSlip(first)) return undefined;
  return {
    en: `Item and duration belong together: '${asked} ${first}', between quotes`,
    zh: `事项和时长须写在一起并加引号："${asked} ${first}"`,
  };
}

function itemCalled(plan: Plan, name: string): ItemFacts {
  const found = findItem(plan, name);
  switch (found.type) {
    case 'found':
      return found.item;
    case 'several':
      throw new UsageError({
        en: `Several items are called '${name}'; say which: ${found.ids.join(', ')}`,
        zh: `有多项名为“${name}”，请指明：${found.ids.join('、')}`,
      });
    case 'project': {
      const [first] = itemsOf(found.project);
      const example = first === undefined ? undefined : first.id;
      throw new UsageError({
        en: `'${name}' is a project; say which of its items slips${example === undefined ? '' : `, for example ${example}`}`,
        zh: `“${name}”是项目，请指明其中哪一项${example === undefined ? '' : `，例如 ${example}`}`,
      });
    }
    case 'none':
      throw new UsageError({
        en: `The plan has no milestone, task or approval '${name}'${found.near === undefined ? '' : `; did you mean '${found.near}'?`}`,
        zh: `计划中没有节点、任务或审批“${name}”${found.near === undefined ? '' : `，是否指“${found.near}”？`}`,
      });
  }
}

// ------------------------------------------------------------------------------------------------ json

const iso = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day));

function asJson({ answer }: Output): string {
  const { item, slip, assumption, finish, affected, projects, analyses, unread } = answer;
  const { plan, status } = analyses.before;
  const said = (value: Duration | Day | undefined): string | null =>
    value === undefined ? null : typeof value === 'number' ? formatDay(value) : formatDuration(value, 'en');
  const summary = Object.fromEntries(
    EFFECTS.map((effect) => [effect, affected.filter((each) => each.effect === effect).length]),
  );
  return jsonText({
    version: 1,
    statusDate: formatDay(status),
    item: item.id,
    title: titleOf(item),
    slip: formatSlip(slip, 'en'),
    assumed: {
      member: assumption.member === 'none' ? null : assumption.member,
      before: said(assumption.before),
      after: said(assumption.after),
    },
    finish: { before: iso(finish.before), after: iso(finish.after) },
    days: finish.after - finish.before,
    summary,
    affected: affected.map((each) => record(each, plan)),
    projects: projects.map(({ project, forecast, light, baselineMoves }) => ({
      id: project.id,
      title: titleOf(project),
      finish: { before: iso(forecast.before), after: iso(forecast.after) },
      light: { before: light.before.light, after: light.after.light },
      baselineMoves,
    })),
    unread: unread.map(({ id }) => id),
  });
}

function record(affected: AffectedItem | AffectedCompletion, plan: Plan) {
  const { project, effect, due, finish, late, chain } = affected;
  const of = affected.of === 'item' ? affected.item : project;
  const answering = affected.of === 'item' ? affected : project;
  const scheduled = affected.of === 'item' ? affected.scheduled : { before: undefined, after: undefined };
  return {
    id: of.id,
    kind: affected.of === 'item' ? affected.item.kind : 'project',
    title: titleOf(of),
    project: project.id,
    effect,
    due: iso(due?.period.last),
    before: state(finish.before, late.before, scheduled.before),
    after: state(finish.after, late.after, scheduled.after),
    days: finish.after - finish.before,
    owner: nameOf(answering.owner, plan),
    unit: nameOf(answering.unit, plan),
    chain: chain.map((step) => ({
      id: step.item.id,
      title: titleOf(step.item),
      days: step.days,
      lagDays: step.lagDays,
    })),
  };
}

function state(finish: Day, late: number | undefined, scheduled: ScheduledItem | undefined) {
  return {
    start: iso(scheduled?.start),
    finish: formatDay(finish),
    daysLate: late ?? null,
    slack: scheduled?.slack ?? null,
    slackUnit: scheduled?.slackUnit ?? null,
  };
}

/** By title, as lists name them. */
function nameOf(ref: Ref | undefined, plan: Plan): string | null {
  if (ref === undefined) return null;
  const found = plan.resolve(ref);
  return found === undefined ? ref.segments.map(({ text }) => text).join('.') : titleOf(found);
}

// ------------------------------------------------------------------------------------------------ text

type Colors = ReturnType<typeof pc.createColors>;

/** The document of the answer, as a terminal shows it: chains below their rows, since no column is wide enough. */
function asText({ answer, lang }: Output, options: WhatIfOptions, context: Context): string {
  const colors = pc.createColors(wantsColor(options.color, context));
  const report = whatIfReport(answer, lang);
  const parts = report.blocks.map((block) => blockText(block, lang, { colors, room: terminalWidth(context) }));
  const text = [colors.bold(visible(report.title)), ...parts.filter((part) => part !== '')].join('\n\n');
  return logText(`${text}\n`);
}

interface Look {
  readonly colors: Colors;
  readonly room: number | undefined;
}

function blockText(block: Block, lang: Lang, look: Look): string {
  switch (block.type) {
    case 'heading':
      return look.colors.bold(visible(block.text));
    case 'paragraph':
    case 'callout':
      return visible(plainText(block.content, lang));
    case 'table':
      return tableText(block, lang, look);
    default:
      return '';
  }
}

function tableText({ columns, rows }: Table, lang: Lang, { colors, room }: Look): string {
  const chain = columns.findIndex(({ title }) => title === whyWords[lang]);
  const shown = columns.flatMap(({ title, kind }, index) => {
    // Dates are not cut, which those at the right are not.
    const align = kind === 'text' ? ('left' as const) : ('right' as const);
    return index === chain ? [] : [{ title, align, ...(kind === 'text' ? { widest: 48 } : {}), index }];
  });
  return textTable(
    shown,
    rows.flatMap((each) => {
      if (each.type !== 'row') return [];
      const said = each.cells.map(({ content }) => plainText(content, lang));
      const why = said[chain];
      const own = { cells: shown.map(({ index }) => said[index] ?? '') };
      return why === undefined ? [own] : [own, { cells: [], heading: `  ${why}` }];
    }),
    { head: colors.bold, rule: colors.dim },
    room,
  );
}
