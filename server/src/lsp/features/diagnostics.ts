/**
 * Diagnostics, pushed to clients that cannot pull them. The file that is typed in is answered at once; what an edit
 * means for other files when nothing has been typed for a moment.
 */
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Severity } from '../../analysis/rule.js';
import type { Finding } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import { visible } from '../../report/invisible-characters.js';
import type { Diagnostic as PlanDiagnostic, Range as PlanRange } from '../../workspace/diagnostic.js';
import { Lines } from '../../workspace/lines.js';
import type { Configuration } from '../../workspace/settings.js';
import { diagnosticFor } from '../for-client.js';
import type { Root } from '../root.js';
import { rangeIn, type Session } from '../session.js';
import { canonicalUri } from '../uris.js';

/** So long those of a document wait for all of its root before they tell what its text alone does, in milliseconds. */
const PATIENCE = 500;

/** How long nothing may change before all files are looked at, in milliseconds. */
const IDLE = 200;

/** How long that may go on before what has been typed meanwhile gets its turn, in milliseconds. */
const SLICE = 12;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
/** What is there and does nothing is shown faded. */
const UNNECESSARY: ReadonlySet<string> = new Set(['name/unused']);

export interface ClientAbilities {
  /** It asks for diagnostics, and can be told to ask again. */
  readonly pull: boolean;
}

interface Pushed {
  readonly root: Root;
  /** As the client spelled it then: it is cleared under the same spelling. */
  readonly uri: string;
  readonly said: string;
}

export class Diagnostics {
  readonly #session: Session;
  abilities: ClientAbilities = { pull: false };
  /** What the client was last told of each address, by its canonical spelling; pushed only. */
  readonly #pushed = new Map<string, Pushed>();
  /** Files to tell of, and whether even if nothing has changed; an edit that comes in between loses none of them. */
  readonly #untold = new Map<Root, Map<string, boolean>>();
  /** Numbers of findings and of configurations, by identity: both are other objects when they say something else. */
  readonly #ids = new WeakMap<readonly Finding[] | Configuration, number>();
  #nextId = 1;
  /** Counts up when messages or severities change though findings do not. */
  #epoch = 0;
  /** The roots to look at, and whether all their files are to be told of, changed or not. */
  readonly #unsettled = new Map<Root, boolean>();
  /** Something looked at was other than before; whoever shows it is told when all is looked at. */
  #hasNews = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Workspace pulls that wait for news. */
  readonly #waiting = new Set<() => void>();
  /** Those that wait until everything is looked at. */
  readonly #restless = new Set<() => void>();

  readonly #onNews: () => void;

  /** `onNews` is called when an edit, or a day, has meant something for what is shown of the plan. */
  constructor(session: Session, onNews: () => void = () => undefined) {
    this.#session = session;
    this.#onNews = onNews;
  }

  /** A file of a root was edited, or a root is another altogether. */
  changed(root: Root, file?: string): void {
    if (root.isNew) {
      const isSoon = file !== undefined && root.isOpenRead && !this.abilities.pull;
      if (isSoon) this.#guard(() => this.#push(root, file, true));
      return;
    }
    if (!root.loaded) return;
    if (file === undefined) this.#tellOpen(root);
    if (file !== undefined && !this.abilities.pull) this.#guard(() => this.#push(root, file, true));
    this.#unsettled.set(root, file === undefined || this.#unsettled.get(root) === true);
    clearTimeout(this.#timer);
    if (file === undefined) this.#settle();
    else this.#timer = setTimeout(() => this.#settle(), IDLE);
  }

  /** What is open does not wait until everything is looked at. */
  #tellOpen(root: Root): void {
    if (this.abilities.pull) {
      this.#session.refresh('workspace/diagnostic/refresh');
      return;
    }
    for (const file of root.plan.files) if (this.#isOpen(root, file)) this.#guard(() => this.#push(root, file));
  }

  /** A root is gone, and its diagnostics with it. */
  gone(root: Root): void {
    this.#unsettled.delete(root);
    this.#untold.delete(root);
    if (this.abilities.pull) {
      this.#refresh();
      return;
    }
    for (const [key, pushed] of this.#pushed) if (pushed.root === root) this.#clear(key, pushed);
  }

  /** Language or severities have changed. */
  restate(): void {
    this.#epoch++;
    for (const root of this.#session.roots.all()) this.changed(root);
  }

  /** Looks at everything, a slice at a time; the next edit takes the place of what is left. */
  #settle(work = this.#settling()): void {
    if (this.#session.closed) return;
    const until = performance.now() + SLICE;
    do if (work.next().done === true) return;
    while (performance.now() < until);
    this.#timer = setTimeout(() => this.#settle(work), 0);
  }

  *#settling(): Generator<undefined, void> {
    for (const [root, all] of this.#unsettled) {
      try {
        const changed = yield* root.plan.settling();
        if (changed === undefined) continue;
        this.#hasNews ||= all || changed.length > 0;
        if (!this.abilities.pull) this.#remember(root, changed, all);
      } catch (error) {
        this.#session.log('finding diagnostics', error);
      }
      this.#unsettled.delete(root);
    }
    for (const resume of this.#restless) resume();
    this.#restless.clear();
    for (const [root, files] of this.#untold) {
      for (const [file, always] of files) {
        files.delete(file);
        this.#guard(() => this.#push(root, file, always));
        yield;
      }
      this.#untold.delete(root);
      this.#guard(() => this.#pushConfiguration(root));
    }
    if (!this.#hasNews) return;
    this.#hasNews = false;
    if (this.abilities.pull) this.#refresh();
    this.#onNews();
  }

  #remember(root: Root, changed: readonly string[], all: boolean): void {
    const untold = this.#untold.get(root) ?? new Map<string, boolean>();
    this.#untold.set(root, untold);
    for (const file of changed) untold.set(file, untold.get(file) ?? false);
    if (!all) return;
    for (const file of root.plan.files) untold.set(file, untold.get(file) === true || this.#isOpen(root, file));
  }

  #isOpen(root: Root, file: string): boolean {
    return this.#session.roots.documentOf(root.uriOf(file)) !== undefined;
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#session.log('finding diagnostics', error);
    }
  }

  // ── push ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `always` for a document that was edited: clients wait for the answer to their version, even if it is the same. */
  #push(root: Root, file: string, always = false): void {
    const uri = this.#session.roots.uriOf(root, file);
    if (root.plan.facts(file) !== undefined) this.#send(root, uri, this.#diagnosticsOf(root, file), always);
    else this.#forget(root, uri);
  }

  #pushConfiguration(root: Root): void {
    if (root.isLoose) return;
    const uri = this.#session.roots.documentOf(root.configurationUri)?.uri ?? root.configurationUri;
    this.#send(root, uri, configurationDiagnostics(root, this.#session));
  }

  #send(root: Root, uri: string, diagnostics: readonly Diagnostic[], always = false): void {
    const key = canonicalUri(uri);
    const before = this.#pushed.get(key);
    if (before !== undefined && before.uri !== uri) this.#clear(key, before);
    const said = JSON.stringify(diagnostics);
    if (!always && said === (this.#pushed.get(key)?.said ?? '[]')) return;
    if (diagnostics.length === 0) this.#pushed.delete(key);
    else this.#pushed.set(key, { root, uri, said });
    this.#tell(uri, diagnostics);
  }

  /** A file that is no longer part of a root; meanwhile it may belong to another, which then speaks for it. */
  #forget(root: Root, uri: string): void {
    const key = canonicalUri(uri);
    const pushed = this.#pushed.get(key);
    if (pushed?.root === root) this.#clear(key, pushed);
  }

  #clear(key: string, { uri }: Pushed): void {
    this.#pushed.delete(key);
    this.#tell(uri, []);
  }

  #tell(uri: string, diagnostics: readonly Diagnostic[]): void {
    const knowsVersions = this.#session.client.textDocument?.publishDiagnostics?.versionSupport === true;
    const version = knowsVersions ? this.#session.roots.documentOf(uri)?.version : undefined;
    this.#session.tell('textDocument/publishDiagnostics', {
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }

  // ── pull ────────────────────────────────────────────────────────────────────────────────────────────────────────

  async document(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const located = await this.#session.roots.findSoon(uri, PATIENCE);
    if (located === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { root, file } = located;
    if (root.configurationUri === canonicalUri(uri) && !root.isLoose) {
      return { kind: DocumentDiagnosticReportKind.Full, items: [...configurationDiagnostics(root, this.#session)] };
    }
    // What the text alone tells has no id: it is asked for again once everything is read.
    if (root.isNew) return { kind: DocumentDiagnosticReportKind.Full, items: [...this.#diagnosticsOf(root, file)] };
    const resultId = this.#resultId(root, file);
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...this.#diagnosticsOf(root, file)] };
  }

  /**
   * What is new against the results that the client has. Where nothing is, the answer waits until something is: that
   * is how the protocol wants workspace pulls to be held.
   */
  async workspace(
    previous: readonly { readonly uri: string; readonly value: string }[],
    cancelled: { onCancellationRequested(listener: () => void): unknown; readonly isCancellationRequested: boolean },
  ): Promise<WorkspaceDiagnosticReport> {
    await this.#session.roots.ready();
    const known = new Map(previous.map(({ uri, value }) => [canonicalUri(uri), value]));
    for (;;) {
      // Whoever asks before everything is looked at would have it looked at in one go, and nobody answered meanwhile.
      while (this.#unsettled.size > 0 && !cancelled.isCancellationRequested) {
        await new Promise<void>((resolve) => {
          this.#restless.add(resolve);
          cancelled.onCancellationRequested(() => resolve());
        });
      }
      const items = this.#news(known);
      if (items.length > 0 || cancelled.isCancellationRequested) return { items };
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
        cancelled.onCancellationRequested(() => resolve());
      });
    }
  }

  #news(known: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    this.#session.roots.flush();
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const present = new Set<string>();
    const report = (uri: string, resultId: string, diagnostics: () => readonly Diagnostic[]): void => {
      const key = canonicalUri(uri);
      present.add(key);
      if (known.get(key) === resultId) return;
      const version = this.#session.roots.documentOf(uri)?.version ?? null;
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics()] });
    };
    for (const root of this.#session.roots.all()) {
      if (!root.loaded) continue;
      for (const file of root.plan.files) {
        const uri = this.#session.roots.uriOf(root, file);
        report(uri, this.#resultId(root, file), () => this.#diagnosticsOf(root, file));
      }
      if (root.configuration === undefined) continue;
      const id = `configuration.${this.#epoch}.${this.#session.lang(root)}.${root.configuration.text}`;
      report(root.configurationUri, shortened(id), () => configurationDiagnostics(root, this.#session));
    }
    for (const [uri, id] of known) {
      if (present.has(uri) || id === GONE) continue;
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: GONE, items: [] });
    }
    return items;
  }

  #refresh(): void {
    for (const resume of this.#waiting) resume();
    this.#waiting.clear();
    this.#session.refresh('workspace/diagnostic/refresh');
  }

  /** The same as long as nothing the client would see has changed. */
  #resultId(root: Root, file: string): string {
    const findings = this.#idOf(root.plan.findings(file));
    return `${findings}.${this.#idOf(root.plan.configuration)}.${this.#epoch}.${this.#session.lang(root)}`;
  }

  #idOf(object: readonly Finding[] | Configuration): number {
    let id = this.#ids.get(object);
    if (id === undefined) {
      id = this.#nextId++;
      this.#ids.set(object, id);
    }
    return id;
  }

  #diagnosticsOf(root: Root, file: string): readonly Diagnostic[] {
    const lang = this.#session.lang(root);
    const found = root.isNew ? root.plan.diagnosticsOfText(file, lang) : root.plan.diagnostics(file, lang);
    return found.map((diagnostic) => diagnosticFor(this.#session.client, converted(diagnostic, root, this.#session)));
  }
}

/** The result of a file that is gone: no findings, for ever. */
const GONE = 'gone';

/** Result ids are sent to and fro; a text is told by its hash. */
function shortened(text: string): string {
  let hash = 5381;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(index)) | 0;
  return `c${(hash >>> 0).toString(36)}.${text.length}`;
}

function converted(diagnostic: PlanDiagnostic, root: Root, session: Session): Diagnostic {
  const { code, severity, range, related, data, element, fingerprint } = diagnostic;
  const page = session.options.rulePage?.replace('{code}', code);
  return {
    range: fromZero(range),
    severity: SEVERITIES[severity],
    code,
    source: 'planwright',
    message: visible(named(diagnostic, session.lang(root))),
    data: { ...data, ...(element === undefined ? {} : { element }), fingerprint },
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(UNNECESSARY.has(code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((place) => ({
            location: { uri: session.roots.uriOf(root, place.file), range: fromZero(place.range) },
            message: visible(place.message),
          })),
        }),
  };
}

/** Findings about the wording of a place: they name what is wrong in it. */
const OF_THE_TEXT = /^(?:syntax|value|name|expression)\/|^member\/repeated$/;

/** A list of problems shows no plan beside them: each begins with the item and project that it is about. */
function named({ code, element, message }: PlanDiagnostic, lang: Lang): string {
  if (element === undefined || OF_THE_TEXT.test(code) || message.includes(element)) return message;
  return lang === 'zh' ? `${element}：${message}` : `${element}: ${message}`;
}

/** Lines and columns of a plan diagnostic count from 1, those of the protocol from 0. */
function fromZero({ start, end }: PlanRange) {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

function configurationDiagnostics(root: Root, session: Session): readonly Diagnostic[] {
  if (root.configuration === undefined) return [];
  const lines = new Lines(root.configuration.text);
  return root.configuration.problems.map(({ start, end, message }) => ({
    range: rangeIn(lines, { start, end }),
    severity: DiagnosticSeverity.Warning,
    source: 'planwright',
    message: message[session.lang(root)],
  }));
}
