/**
 * One plan root, kept up to date while its files change. What an edit costs is what the edited file costs: facts are
 * kept per file, findings per project for as long as neither the project, nor what its dependencies tie it to, nor the
 * frame (portfolio, policies, calendars, people, units, taxonomies), nor the status date changes.
 *
 * `diagnostics` answers for one file at once; what only the plan as a whole can tell (a name nobody uses, a published
 * figure) is as of the latest `settle`, which looks at everything and says which files have other diagnostics now.
 */
import isEqual from 'fast-deep-equal';
import { Analysis } from '../analysis/analysis.js';
import {
  fileFindings,
  foundOnReading,
  meetingFindings,
  planFindingsByRule,
  projectFindings,
  settled,
  silences,
} from '../analysis/checks/engine.js';
import { encodingFinding } from '../analysis/checks/file-encoding.js';
import { lengthFinding } from '../analysis/checks/file-length.js';
import { messageOf, ruleOf } from '../analysis/checks/index.js';
import {
  ALL_READ,
  nothingReadIn,
  type Unread,
  type UnreadInFile,
  unreadIn,
  unreadOf,
} from '../analysis/checks/unread.js';
import type { Severity } from '../analysis/rule.js';
import type { Day } from '../model/day.js';
import { type Foreign, mayBeForeign } from '../model/encoding.js';
import type { FileFacts, Finding, MeetingFacts, ProjectFacts } from '../model/facts.js';
import type { Lang } from '../model/lang.js';
import { Plan } from '../model/plan.js';
import type { Span } from '../model/span.js';
import { atOnce } from '../model/steps.js';
import { isTooLong } from '../model/text-length.js';
import { type PlanParseResult, parsePlan } from '../syntax/parser.js';
import { readPlan, readWithTree } from '../syntax/read-plan.js';
import { Severities } from './configuration-severities.js';
import { type Diagnostic, diagnosticsOf } from './diagnostic.js';
import { frameOf, namesOf } from './fingerprints.js';
import { Lines } from './lines.js';
import { type Configuration, DEFAULT_CONFIGURATION } from './settings.js';

export interface PlanRootOptions {
  readonly today: () => Day;
  /** Whether the file that a plan file names is there; undefined where files cannot be looked at. */
  readonly fileExists?: (file: string, path: string) => boolean | 'outside' | undefined;
  /** So many trees are kept for who asks for them; a command that asks for none keeps none. */
  readonly treesAtMost?: number;
}

interface Entry {
  readonly text: string;
  readonly facts: FileFacts;
  readonly frame: string;
  readonly names: string;
  /** What could not be read in it and is told. */
  unread: UnreadInFile;
  /** What the file is kept in, where that is not UTF-8, and what is said of it: nothing else is. */
  readonly foreign: Foreign | undefined;
  /** It is longer than what is read: nothing of it is kept. */
  readonly tooLong: boolean;
  readonly refused: readonly Finding[];
  lines?: Lines;
  /** Findings of the file rules, and of which names they hold. */
  own?: { readonly names: number; readonly findings: readonly Finding[]; readonly pointedAt: PointedAt };
  /** All findings of the file, and the parts they were put together from. */
  all?: {
    readonly parts: readonly (readonly Finding[])[];
    readonly unread: Unread;
    readonly findings: readonly Finding[];
  };
}

interface Judged {
  readonly context: object | undefined;
  readonly epoch: number;
  readonly findings: readonly Finding[];
  readonly pointedAt: PointedAt;
}

/** Other files in which findings have related places, as they were: a line above such a place moves it. */
type PointedAt = ReadonlyMap<string, FileFacts | undefined>;

/** A tree takes several times the memory of its text. */
const TREES_AT_MOST = 6;
const NOTHING: readonly Finding[] = [];
const NOWHERE: PointedAt = new Map();

export class PlanRoot {
  readonly plan = new Plan();
  readonly #options: PlanRootOptions;
  readonly #entries = new Map<string, Entry>();
  /** In the order in which they were read or asked for. */
  readonly #trees = new Map<string, PlanParseResult>();
  readonly #judged = new WeakMap<ProjectFacts | MeetingFacts, Judged>();
  #planFindings: ReadonlyMap<string, readonly Finding[]> = new Map();
  #published = new Map<string, readonly Finding[]>();
  #configuration: Configuration = DEFAULT_CONFIGURATION;
  #known: ReadonlySet<string> = new Set();
  #severities = new Severities(DEFAULT_CONFIGURATION.layers);
  #asOf: Day | undefined;
  #base: Plan | undefined;
  #analysis: Analysis;
  /** What could not be read in all files, the same object for as long as it is the same. */
  #unread: Unread = ALL_READ;
  /** Counts up when something changes that any project's findings may depend on. */
  #epoch = 0;
  /** Counts up when there are other names to refer to. */
  #names = 0;

  constructor(options: PlanRootOptions) {
    this.#options = options;
    this.#analysis = this.#newAnalysis();
  }

  /** What the facts amount to now. Not to be kept over an edit. */
  get analysis(): Analysis {
    return this.#analysis;
  }

  /** Another number whenever something has changed that figures of any project may depend on. */
  get frame(): number {
    return this.#epoch;
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  set configuration(configuration: Configuration) {
    this.#configuration = configuration;
    this.#severities = new Severities(configuration.layers);
    this.#toldOtherwise();
  }

  /** Findings that are kept from the reader because they are known: what stood aside for them is told then. */
  know(findings: readonly Pick<Finding, 'code' | 'at'>[]): void {
    this.#known = new Set(findings.map(placeKey));
    this.#toldOtherwise();
  }

  /** Other findings are told than before: those that leave something to them are looked for again. */
  #toldOtherwise(): void {
    if (this.#entries.size === 0) return;
    for (const [file, entry] of this.#entries) entry.unread = this.#unreadIn(file, entry);
    this.#readUnread();
    this.#all();
  }

  /** The day as of which everything is judged, where it overrides what the plan says. */
  get asOf(): Day | undefined {
    return this.#asOf;
  }

  set asOf(day: Day | undefined) {
    if (day === this.#asOf) return;
    this.#asOf = day;
    this.#readUnread();
    this.#all();
  }

  /** What the files said before: its history is not to be rewritten. */
  set base(plan: Plan | undefined) {
    this.#base = plan;
    this.#all();
  }

  get files(): readonly string[] {
    return [...this.#entries.keys()].sort();
  }

  text(file: string): string | undefined {
    return this.#entries.get(file)?.text;
  }

  /** What the file is kept in, where that is not UTF-8. */
  foreign(file: string): Foreign | undefined {
    return this.#entries.get(file)?.foreign;
  }

  facts(file: string): FileFacts | undefined {
    return this.#entries.get(file)?.facts;
  }

  /** The tree of a file; those of the files read or asked for last are kept. */
  tree(file: string): PlanParseResult {
    const text = this.text(file) ?? '';
    const known = this.#trees.get(file);
    const parsed = known?.text === text ? known : parsePlan(text);
    this.#keepTree(file, parsed);
    return parsed;
  }

  #keepTree(file: string, parsed: PlanParseResult): void {
    this.#trees.delete(file);
    this.#trees.set(file, parsed);
    for (const oldest of this.#trees.keys()) {
      if (this.#trees.size <= (this.#options.treesAtMost ?? TREES_AT_MOST)) break;
      this.#trees.delete(oldest);
    }
  }

  lines(file: string): Lines {
    const entry = this.#entries.get(file);
    if (entry === undefined) return new Lines('');
    entry.lines ??= new Lines(entry.text);
    return entry.lines;
  }

  /**
   * Reads a file that is new or has changed. One that is `foreign`, not kept in UTF-8, is not judged; where an editor has
   * a text of it all the same, that is what names in it are known by.
   */
  set(file: string, given: string, foreign?: Foreign): void {
    const tooLong = isTooLong(given);
    const text = tooLong || (foreign !== undefined && mayBeForeign(given)) ? '' : given;
    const before = this.#entries.get(file);
    if (before?.text === text && before.tooLong === tooLong && isSame(before.foreign, foreign)) return;
    const facts = this.#read(file, text);
    const refused = tooLong
      ? [lengthFinding(file, given)]
      : foreign === undefined
        ? NOTHING
        : [encodingFinding(file, foreign)];
    const entry: Entry = {
      text,
      facts,
      frame: frameOf(facts),
      names: namesOf(facts),
      unread: this.#unreadIn(file, { text, facts, refused }),
      foreign,
      tooLong,
      refused,
    };
    this.#entries.set(file, entry);
    this.plan.set(facts);
    this.#changed(before, entry);
  }

  #read(file: string, text: string): FileFacts {
    if (this.#options.treesAtMost === 0) return readPlan(file, text);
    const { facts, parsed } = readWithTree(file, text);
    if (parsed !== undefined) this.#keepTree(file, parsed);
    return facts;
  }

  #unreadIn(file: string, { text, facts, refused }: Pick<Entry, 'text' | 'facts' | 'refused'>): UnreadInFile {
    const isTold = (mistake: Finding): boolean => this.#isTold(file, facts, mistake);
    const [nothingRead] = text === '' ? refused : [];
    return nothingRead === undefined ? unreadIn(facts, text, isTold) : nothingReadIn(nothingRead, isTold);
  }

  /** Whether something found in a file is shown, and with no less weight than its rule has by itself. */
  #isTold(file: string, { ignores }: FileFacts, found: Pick<Finding, 'code' | 'at'>): boolean {
    const own = ruleOf(found.code)?.severity ?? 'error';
    if (weightOf(this.severityOf(found.code, file)) < weightOf(own)) return false;
    if (this.#known.has(placeKey(found))) return false;
    return !ignores.some((ignore) => silences(ignore, found));
  }

  delete(file: string): void {
    const before = this.#entries.get(file);
    if (before === undefined) return;
    this.#entries.delete(file);
    this.#trees.delete(file);
    this.plan.delete(file);
    this.#changed(before, undefined);
  }

  /** A day has passed, or files that plans name came or went: everything is judged anew. */
  refresh(): void {
    this.#all();
  }

  /** The findings of one file, suppressions applied; what rules over the whole plan found is as of the latest `settle`. */
  findings(file: string): readonly Finding[] {
    const entry = this.#entries.get(file);
    if (entry === undefined) return NOTHING;
    if (entry.refused.length > 0) return entry.refused;
    const parts: (readonly Finding[])[] = [...this.#judging(file)];
    parts.push(this.#planFindings.get(file) ?? NOTHING);
    const known = entry.all;
    const unread = this.#unread;
    if (known !== undefined && known.unread === unread && sameParts(known.parts, parts)) return known.findings;
    const made = settled(entry.facts, parts.flat(), entry.unread, unread);
    const findings = known !== undefined && isEqual(known.findings, made) ? known.findings : made;
    entry.all = { parts, unread, findings };
    return findings;
  }

  diagnostics(file: string, lang: Lang): readonly Diagnostic[] {
    return this.#diagnosticsOf(file, this.findings(file), lang);
  }

  /** What the text of a file tells by itself, while other files are not read yet. */
  diagnosticsOfText(file: string, lang: Lang): readonly Diagnostic[] {
    const entry = this.#entries.get(file);
    if (entry === undefined) return [];
    const { facts, refused, unread } = entry;
    return this.#diagnosticsOf(file, refused.length > 0 ? refused : foundOnReading(facts, unread, this.#unread), lang);
  }

  #diagnosticsOf(file: string, findings: readonly Finding[], lang: Lang): readonly Diagnostic[] {
    return diagnosticsOf(file, findings, {
      lang,
      severityOf: (code) => this.severityOf(code, file),
      messageOf,
      textOf: (name) => this.text(name) ?? '',
      linesOf: (name) => this.lines(name),
      facts: this.facts(file),
    });
  }

  /** The severity of a rule in a file. */
  severityOf(code: string, file: string): Severity | 'off' {
    return this.#severities.of(code, file) ?? ruleOf(code)?.severity ?? 'error';
  }

  /** Runs the rules over the whole plan. Answers the files whose findings are others than at the latest `settle`. */
  settle(): readonly string[] {
    return atOnce(this.settling()) ?? [];
  }

  /**
   * `settle` step by step, each a project, a rule over the whole plan or a file; undefined when something has changed in between.
   * What is given up half-way is not lost: findings are kept for as long as they hold.
   */
  *settling(): Generator<undefined, readonly string[] | undefined> {
    const analysis = this.#analysis;
    // One project after the other first: what rules over the whole plan ask of all of them they would compute at a stroke.
    for (const file of this.files) {
      for (const _ of this.#judging(file)) {
        yield;
        if (this.#analysis !== analysis) return undefined;
      }
    }
    const found: Finding[] = [];
    for (const findings of planFindingsByRule(analysis)) {
      for (const finding of findings) found.push(finding);
      yield;
      if (this.#analysis !== analysis) return undefined;
    }
    this.#planFindings = byFile(found, this.#planFindings);
    const published = new Map<string, readonly Finding[]>();
    const changed: string[] = [];
    for (const file of this.files) {
      const findings = this.findings(file);
      published.set(file, findings);
      if (this.#published.get(file) !== findings) changed.push(file);
      yield;
      if (this.#analysis !== analysis) return undefined;
    }
    for (const file of this.#published.keys()) if (!published.has(file)) changed.push(file);
    this.#published = published;
    return changed;
  }

  #changed(before: Entry | undefined, after: Entry | undefined): void {
    this.#readUnread();
    if ((before?.frame ?? '') !== (after?.frame ?? '')) {
      this.#all();
      return;
    }
    if ((before?.names ?? '') !== (after?.names ?? '')) this.#names++;
    this.#analysis = this.#newAnalysis(this.#analysis);
  }

  #readUnread(): void {
    const unread = unreadOf(
      this.plan,
      [...this.#entries.values()].map((entry) => entry.unread),
      this.#asOf !== undefined,
    );
    if (unread.key !== this.#unread.key) this.#unread = unread;
  }

  #all(): void {
    this.#epoch++;
    this.#names++;
    this.#analysis = this.#newAnalysis(this.#analysis, false);
  }

  #newAnalysis(before?: Analysis, hasSameFrame = true): Analysis {
    const options = {
      today: this.#options.today(),
      ...(this.#asOf === undefined ? {} : { asOf: this.#asOf }),
      ...(this.#base === undefined ? {} : { base: this.#base }),
      ...(this.#options.fileExists === undefined ? {} : { fileExists: this.#options.fileExists }),
      isTold: (code: string, at: Span) => {
        const facts = this.facts(at.file);
        return facts === undefined || this.#isTold(at.file, facts, { code, at });
      },
    };
    return new Analysis(this.plan, options, before, hasSameFrame);
  }

  #ownFindings(entry: Entry): readonly Finding[] {
    const known = entry.own;
    if (known !== undefined && known.names === this.#names && this.#areThere(known.pointedAt)) return known.findings;
    const findings = fileFindings(entry.facts, this.#analysis);
    entry.own = { names: this.#names, findings, pointedAt: this.#pointedAt(entry.facts.file, findings) };
    return findings;
  }

  /** What is found in a file and in each of its declarations, one after the other; nothing where it is not read. */
  *#judging(file: string): Generator<readonly Finding[], void> {
    const entry = this.#entries.get(file);
    if (entry === undefined || entry.refused.length > 0) return;
    yield this.#ownFindings(entry);
    for (const declaration of entry.facts.declarations) {
      if (declaration.kind === 'project') yield this.#judge(declaration, projectFindings);
      else if (declaration.kind === 'meeting' || declaration.kind === 'inspection') {
        yield this.#judge(declaration, meetingFindings);
      }
    }
  }

  #pointedAt(file: string, findings: readonly Finding[]): PointedAt {
    const others = findings.flatMap(({ related = [] }) =>
      related.flatMap(({ at }) => (at.file === file ? [] : at.file)),
    );
    return others.length === 0 ? NOWHERE : new Map(others.map((other) => [other, this.facts(other)]));
  }

  #areThere(pointedAt: PointedAt): boolean {
    for (const [file, facts] of pointedAt) if (this.facts(file) !== facts) return false;
    return true;
  }

  #judge<T extends ProjectFacts | MeetingFacts>(
    subject: T,
    judge: (subject: T, analysis: Analysis) => readonly Finding[],
  ): readonly Finding[] {
    const context = subject.kind === 'project' ? this.#analysis.contextOf(subject) : this.#analysis;
    const known = this.#judged.get(subject);
    const isThere = known !== undefined && this.#areThere(known.pointedAt);
    if (isThere && known.epoch === this.#epoch && known.context === context) return known.findings;
    const made = judge(subject, this.#analysis);
    const findings = isThere && isEqual(known.findings, made) ? known.findings : made;
    const pointedAt = this.#pointedAt(subject.at.file, findings);
    this.#judged.set(subject, { context, epoch: this.#epoch, findings, pointedAt });
    return findings;
  }
}

function placeKey({ code, at }: Pick<Finding, 'code' | 'at'>): string {
  return JSON.stringify([code, at.file, at.start, at.end]);
}

const WEIGHTS: readonly (Severity | 'off')[] = ['off', 'hint', 'info', 'warning', 'error'];

function weightOf(severity: Severity | 'off'): number {
  return WEIGHTS.indexOf(severity);
}

function sameParts(a: readonly (readonly Finding[])[], b: readonly (readonly Finding[])[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

/** Findings by file; a file whose findings are the same as before keeps the array, so that it counts as unchanged. */
function byFile(
  findings: readonly Finding[],
  before: ReadonlyMap<string, readonly Finding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const grouped = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = grouped.get(finding.at.file);
    if (same === undefined) grouped.set(finding.at.file, [finding]);
    else same.push(finding);
  }
  return new Map(
    [...grouped].map(([file, found]) => {
      const known = before.get(file);
      return [file, known !== undefined && isEqual(known, found) ? known : found];
    }),
  );
}

function isSame(a: Foreign | undefined, b: Foreign | undefined): boolean {
  return a?.encoding === b?.encoding && a?.line === b?.line;
}
