/**
 * The tools that a model is given: the commands that answer questions, each about the plan root that the server was started
 * for and nothing else. None of them writes.
 */
import * as z from 'zod';
import type { Day } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import { parseDate } from '../../model/period.js';
import { SUMMARIES } from '../../report/summaries/index.js';
import { type Context, UsageError } from '../context.js';
import { check, diff, list, schedule } from '../schemas/answers.js';
import { whatIf } from '../schemas/what-if-answer.js';

export interface Home {
  /** The absolute path of the plan root. */
  readonly folder: string;
  readonly lang: Lang | undefined;
  readonly asOf: Day | undefined;
}

export interface Tool<I extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  /** Of what it answers as JSON; absent where it answers in words. */
  readonly output?: z.ZodObject;
  readonly run: (input: z.output<I>, home: Home, context: Context) => Promise<number> | number;
}

function tool<I extends z.ZodObject>(given: Tool<I>): Tool {
  return {
    ...given,
    // An argument that it does not have would change nothing: a list that was to be narrowed would hold everything.
    input: given.input.strict(),
    // What is given to it has been read by its own schema.
    run: (input, home, context) => given.run(given.input.parse(input), home, context),
  };
}

const asOf = z
  .string()
  .optional()
  .describe("Judge everything as of this day, 2026-03-31. Default: the plan's status date, else today.");
const fields = (what: string) => z.string().optional().describe(what);

/** Everything that reading the plan needs to know. */
function reading({ asOf: given }: { readonly asOf?: string | undefined }, home: Home) {
  return { asOf: given === undefined ? home.asOf : dayOf(given), lang: home.lang };
}

function dayOf(text: string): Day {
  const read = parseDate(text);
  if (read.ok && read.period.grain === 'day') return read.period.first;
  throw new UsageError({ en: `'${text}' is no day; write 2026-03-31`, zh: `“${text}”不是日期，请写成 2026-03-31` });
}

export const TOOLS: readonly Tool[] = [
  tool({
    name: 'check',
    title: 'Check the plan',
    description:
      'Everything that is wrong, late, missing or contradictory in the plan, each with its place, its rule and the figures. Optionally also history that was rewritten since a git revision.',
    input: z.object({
      asOf,
      severity: z.enum(['error', 'warning', 'info', 'hint']).default('info').describe('The lowest severity told.'),
      rules: z
        .array(z.string())
        .optional()
        .describe('Severities for this call, as "deadline/*=off" or "name/unused=error".'),
      since: z.string().optional().describe('A git revision: reports rewritten history and silently moved deadlines.'),
    }),
    output: check,
    run: async ({ severity, rules, since, ...rest }, home, context) =>
      (await import('../check.js')).check(
        [home.folder],
        { ...reading(rest, home), format: ['json'], severity, failOn: 'never', rule: rules, since },
        context,
      ),
  }),
  tool({
    name: 'list',
    title: 'List projects',
    description:
      "Projects chosen by an expression of the plan language, with columns, groups and totals; or a view of the plan. Money is in currency units. Fields are those of the resource 'words' (leader, unit, total, plan, invested, completion, light, due, days-late, …).",
    input: z.object({
      asOf,
      where: fields("A condition, such as 'level = city and light = red'."),
      columns: fields('Fields, separated by commas.'),
      sort: fields("Fields, each with 'desc' behind it where the order is reversed."),
      group: fields('Fields to group by.'),
      totals: fields("Figures over the rows, such as 'count(), sum(total)'."),
      view: fields('A view that the plan declares; what is given besides replaces its parts.'),
    }),
    output: list,
    run: async ({ asOf: day, ...query }, home, context) =>
      (await import('../list.js')).list(
        [home.folder],
        { ...reading({ asOf: day }, home), ...query, format: 'json' },
        context,
      ),
  }),
  tool({
    name: 'schedule',
    title: 'Computed schedule',
    description:
      'Forecast, plan, slack and the latest day to begin of every milestone, task and approval, with what drives its dates.',
    input: z.object({
      asOf,
      project: fields('The id of one project; default: all.'),
      backward: z.boolean().optional().describe('Only what still has to begin, the most urgent first.'),
    }),
    output: schedule,
    run: async ({ project, backward, ...rest }, home, context) =>
      (await import('../schedule.js')).schedule(
        [home.folder],
        { ...reading(rest, home), project, backward, format: 'json' },
        context,
      ),
  }),
  tool({
    name: 'what-if',
    title: 'What if an item slips',
    description:
      'Everything that would become late or early if one milestone, task or approval slipped or were shortened: deadlines with days and the chain that leads there, what else moves, projects whose lights change. Nothing is written.',
    input: z.object({
      asOf,
      item: z.string().describe("The id of the item, such as 'P007.征地'; its name or title where only one has it."),
      slip: z.string().describe("By how much, with its sign: '+10wd' (working days), '+2w', '+1mo', '-5d'."),
    }),
    output: whatIf,
    run: async ({ item, slip, ...rest }, home, context) =>
      (await import('../what-if.js')).askWhatIf(
        `${item} ${/^[+＋\-－−]/.test(slip.trim()) ? slip.trim() : `+${slip.trim()}`}`,
        [home.folder],
        { ...reading(rest, home), format: 'json' },
        context,
      ),
  }),
  tool({
    name: 'summary',
    title: 'Generated summary',
    description: `A generated summary in Markdown: ${[...SUMMARIES.values()].map(({ kind, title }) => `${kind} (${title.en})`).join(', ')}.`,
    input: z.object({
      asOf,
      kind: z.enum([...SUMMARIES.keys()]).describe('Which summary.'),
      view: fields('Of kind view: the name of the view.'),
      meeting: fields('Of kind minutes: the name of the meeting; default: the latest held.'),
      since: fields('Of kind changes: a day or a git revision.'),
    }),
    run: async ({ kind, view, meeting, since, ...rest }, home, context) => {
      const isNamed = SUMMARIES.get(kind)?.named?.required === true;
      if (view !== undefined && !isNamed) {
        throw new UsageError({
          en: `'view' goes with the kind 'view', not '${kind}'`,
          zh: `“view”只用于 view 一类材料，不用于 ${kind}`,
        });
      }
      return (await import('../summary.js')).summary(
        kind,
        isNamed ? [view ?? '', home.folder] : [home.folder],
        { ...reading(rest, home), format: 'md', since, meeting },
        context,
      );
    },
  }),
  tool({
    name: 'explain',
    title: 'Explain a rule',
    description:
      'The page of a rule by its code: when it reports something, what to do, an example. Without a code: all rules.',
    input: z.object({ code: fields("Such as 'deadline/overdue'.") }),
    run: async ({ code }, { lang }, context) => (await import('../explain.js')).explain(code, { lang }, context),
  }),
  tool({
    name: 'diff',
    title: 'What changed',
    description:
      'What changed in the plan, by meaning, between a git revision and the files as they are now, or between two revisions.',
    input: z.object({
      base: z.string().describe('A git revision, or a range A..B or A...B.'),
      head: fields('A git revision; default: the files as they are now.'),
    }),
    output: diff,
    run: async ({ base, head }, home, context) =>
      (await import('../diff.js')).diff(
        base,
        head,
        { ...reading({}, home), format: 'json', failOn: 'never', root: home.folder, revisionsOnly: true },
        context,
      ),
  }),
];
