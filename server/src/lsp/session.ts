/** What all features share: the plan roots, the texts, the language, and how a text was parsed. */
import type { ClientCapabilities, Connection, Position, Range } from 'vscode-languageserver';
import type { Day } from '../model/day.js';
import type { FileFacts } from '../model/facts.js';
import type { Lang } from '../model/lang.js';
import type { Plan } from '../model/plan.js';
import type { Span } from '../model/span.js';
import { type PlanParseResult, parsePlan } from '../syntax/parser.js';
import type { Lines } from '../workspace/lines.js';
import type { ErrorLog } from './handlers.js';
import type { InitializationOptions, Settings } from './protocol.js';
import type { Root } from './root.js';
import type { Located, Roots } from './roots.js';

/** A plan document as a feature sees it; good until the next edit. */
export interface Source {
  readonly uri: string;
  readonly root: Root;
  readonly file: string;
  readonly text: string;
  readonly lines: Lines;
  readonly facts: FileFacts;
  readonly plan: Plan;
  /** The tree that the facts were read from. */
  readonly parsed: PlanParseResult;
  readonly lang: Lang;
  /** The vocabulary the file is written in; of an empty one, undefined. */
  readonly vocabulary: Lang | undefined;
  /** All of its root is read; until then nothing that is computed from it is right. */
  readonly whole: boolean;
}

/** So long an answer about a document waits for all of its root, in milliseconds. */
const PATIENCE = 60;

export class Session {
  /** From the client, before its settings are known. */
  options: InitializationOptions = {};
  settings: Settings = {};
  /** Settled once the settings are read; a failure counts as having none. */
  settingsRead: Promise<void> = Promise.resolve();
  /** What the client can do. */
  client: ClientCapabilities = {};
  /** The language that the server was started with. */
  told: Lang | undefined;
  /** The language of the editor's own texts. */
  locale: string | undefined;
  /** The client has said that it goes: nothing is sent any more. */
  closed = false;

  constructor(
    readonly connection: Connection,
    readonly roots: Roots,
    readonly log: ErrorLog,
    readonly today: () => Day,
  ) {}

  /** Sends a notification; where the client is gone there is nobody to tell. */
  tell(method: string, params: object): void {
    if (this.closed) return;
    try {
      this.connection.sendNotification(method, params).catch(() => undefined);
    } catch {
      this.closed = true;
    }
  }

  /** Asks the client to ask again: `workspace/inlayHint/refresh` and its like. */
  refresh(method: string): void {
    if (this.closed) return;
    try {
      this.connection.sendRequest(method).catch((error: unknown) => {
        if (!this.closed) this.log(method, error);
      });
    } catch {
      this.closed = true;
    }
  }

  /**
   * The language of messages: what the user chose, else the editor's, so that one window speaks one language; where the
   * editor does not say which that is, the plan's configuration decides.
   */
  lang(root: Root | undefined): Lang {
    const chosen = this.settings.language;
    if (chosen === 'en' || chosen === 'zh') return chosen;
    if (this.options.lang !== undefined) return this.options.lang;
    if (this.told !== undefined) return this.told;
    if (this.locale !== undefined) return this.locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
    return root?.plan.configuration.language ?? 'en';
  }

  /** The document at `uri` with its latest text; undefined where it is no plan file that is known. */
  async source(uri: string): Promise<Source | undefined> {
    const located = await this.roots.find(uri);
    return located === undefined ? undefined : this.sourceOf(located);
  }

  /** The same, also while its root is read for the first time: then it is not `whole`, and little is known but its text. */
  async sourceSoon(uri: string): Promise<Source | undefined> {
    const located = await this.roots.findSoon(uri, PATIENCE);
    return located === undefined ? undefined : this.sourceOf(located);
  }

  sourceOf({ root, file }: Located): Source | undefined {
    const text = root.plan.text(file);
    const facts = root.plan.facts(file);
    if (text === undefined || facts === undefined) return undefined;
    return {
      uri: this.roots.uriOf(root, file),
      root,
      file,
      text,
      facts,
      lines: root.plan.lines(file),
      plan: root.plan.plan,
      lang: this.lang(root),
      vocabulary: facts.vocabulary,
      whole: !root.isNew,
      get parsed() {
        const latest = root.plan.tree(file);
        return latest.text === text ? latest : parsePlan(text);
      },
    };
  }

  /** A place in any file of a root, as the client addresses it. */
  location(root: Root, span: Span): { readonly uri: string; readonly range: Range } {
    return { uri: this.roots.uriOf(root, span.file), range: rangeIn(root.plan.lines(span.file), span) };
  }
}

export function rangeIn(lines: Lines, span: { readonly start: number; readonly end: number }): Range {
  return { start: lines.position(span.start), end: lines.position(span.end) };
}

export function offsetIn(source: Source, position: Position): number {
  return source.lines.offset(position);
}
