/**
 * What a rule is: a code, a severity, its messages and its page, an example that breaks it and one that does not, and
 * the function that finds it. One file a family under `checks/`; the registry there is the list of all.
 */
import type { Keyword } from '../../../grammar/keywords.js';
import type { ForeignEncoding } from '../model/encoding.js';
import type {
  FileFacts,
  Finding,
  IssueHolder,
  JsonValue,
  MeetingFacts,
  ProjectFacts,
  RelatedPlace,
} from '../model/facts.js';
import type { Bilingual } from '../model/lang.js';
import type { Span } from '../model/span.js';
import type { Analysis } from './analysis.js';

type Absence = 'member' | 'statement' | 'project' | 'plan';
export type FrameMember = 'status-date' | 'calendar' | 'policy';
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The figures of a finding, as they go to `data` in the JSON output. */
export type Data = { readonly [key: string]: JsonValue };

export interface RuleSpec<D extends Data> {
  /** `family/name`: stable, plans and scripts name it. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  readonly message: { readonly en: (data: D) => string; readonly zh: (data: D) => string };
  /** When it fires and what to do about it, Markdown. */
  readonly page: Bilingual;
  /**
   * The member whose lack it tells: where the keyword of that member was mistyped in the same declaration, the rule
   * follows from that mistake and is silent.
   */
  readonly lacks?: Keyword;
  /**
   * That it tells of something that is not there, and where that would stand: among the members of the declaration that
   * it is found in, among its statements with their values, anywhere in the project or meeting, or in the plan. Where
   * something there could not be read, that may be it, and the rule is silent.
   */
  readonly absence?: Absence;
  /** What the portfolio states for everything, and this is judged by. Where it could not be read, nothing else takes its place. */
  readonly judgedBy?: readonly FrameMember[];
  /**
   * A plan that shows it and the plan beside it that does not, judged as of `asOf`. Where the text needs no other
   * frame it may leave out people and units that the rule does not look at.
   */
  readonly example: {
    readonly asOf: string;
    /** What the files said before, for rules that compare with it. */
    readonly base?: string;
    readonly shows: string;
    readonly clean: string;
    /** The encoding of the file that shows it, where that is not UTF-8. */
    readonly savedAs?: ForeignEncoding;
    /** The file that shows it goes on beyond the longest that is read. */
    readonly padded?: true;
  };
}

/** Rules that are found while a file is read have no function here. */
export interface Rule extends RuleSpec<Data> {
  readonly check?: Check;
}

/**
 * How a rule looks for what it finds. `project` runs once per project and may read only that project, the frame
 * (portfolio, policies, calendars, people, units, taxonomies) and what the analysis computed for it; `meeting` once
 * per meeting or inspection, which may ask for what its references lead to; `holder` once per either, for what both
 * hold; `file` once per file and may read that file and the names of the plan; `plan` once over everything. The
 * workspace reruns them accordingly.
 */
export type Check =
  | { readonly scope: 'file'; readonly run: (file: FileFacts, analysis: Analysis) => Iterable<Finding> }
  | { readonly scope: 'project'; readonly run: (project: ProjectFacts, analysis: Analysis) => Iterable<Finding> }
  | { readonly scope: 'meeting'; readonly run: (meeting: MeetingFacts, analysis: Analysis) => Iterable<Finding> }
  | { readonly scope: 'holder'; readonly run: (holder: IssueHolder, analysis: Analysis) => Iterable<Finding> }
  | { readonly scope: 'plan'; readonly run: (analysis: Analysis) => Iterable<Finding | Pause> };

/** A rule that goes through a large plan says with it, every so often, that somebody else may have a turn. */
export type Pause = undefined;

/** A place with its figures; the rule's code is added by `check`. */
export interface Found<D extends Data> {
  readonly at: Span;
  readonly data: D;
  readonly element?: string;
  readonly related?: readonly RelatedPlace[];
}

/** A rule that reads facts. `run` yields places and figures; code and messages come from the spec. */
export function projectRule<D extends Data>(
  spec: RuleSpec<D>,
  run: (project: ProjectFacts, analysis: Analysis) => Iterable<Found<D>>,
): Rule {
  return {
    ...erase(spec),
    check: { scope: 'project', run: (project, analysis) => coded(spec.code, run(project, analysis)) },
  };
}

/** For what depends on the text of one file and the names in the plan, in whatever declaration it stands. */
export function fileRule<D extends Data>(
  spec: RuleSpec<D>,
  run: (file: FileFacts, analysis: Analysis) => Iterable<Found<D>>,
): Rule {
  return { ...erase(spec), check: { scope: 'file', run: (file, analysis) => coded(spec.code, run(file, analysis)) } };
}

export function meetingRule<D extends Data>(
  spec: RuleSpec<D>,
  run: (meeting: MeetingFacts, analysis: Analysis) => Iterable<Found<D>>,
): Rule {
  return {
    ...erase(spec),
    check: { scope: 'meeting', run: (meeting, analysis) => coded(spec.code, run(meeting, analysis)) },
  };
}

/** For what projects, meetings and inspections have alike: issues, deadlines that move. */
export function holderRule<D extends Data>(
  spec: RuleSpec<D>,
  run: (holder: IssueHolder, analysis: Analysis) => Iterable<Found<D>>,
): Rule {
  return {
    ...erase(spec),
    check: { scope: 'holder', run: (holder, analysis) => coded(spec.code, run(holder, analysis)) },
  };
}

export function planRule<D extends Data>(
  spec: RuleSpec<D>,
  run: (analysis: Analysis) => Iterable<Found<D> | Pause>,
): Rule {
  return { ...erase(spec), check: { scope: 'plan', run: (analysis) => codedWithPauses(spec.code, run(analysis)) } };
}

/** A rule that lexer, parser or lowering report under its code. */
export function readingRule<D extends Data>(spec: RuleSpec<D>): Rule {
  return erase(spec);
}

/**
 * Forgets the type of the figures: a finding carries its code, and the rule of that code made it, so that message and
 * figures match by construction.
 */
function erase<D extends Data>(spec: RuleSpec<D>): RuleSpec<Data> {
  return spec as unknown as RuleSpec<Data>;
}

function coded<D extends Data>(code: string, found: Iterable<Found<D>>): readonly Finding[] {
  let findings: Finding[] | undefined;
  for (const each of found) {
    findings ??= [];
    findings.push(findingOf(code, each));
  }
  return findings ?? NOTHING;
}

/** What most rules find in most places. */
const NOTHING: readonly never[] = [];

function* codedWithPauses<D extends Data>(code: string, found: Iterable<Found<D> | Pause>): Generator<Finding | Pause> {
  for (const each of found) yield each && findingOf(code, each);
}

function findingOf<D extends Data>(code: string, { at, data, element, related }: Found<D>): Finding {
  return {
    code,
    at,
    data,
    ...(element === undefined ? {} : { element }),
    ...(related === undefined ? {} : { related }),
  };
}
