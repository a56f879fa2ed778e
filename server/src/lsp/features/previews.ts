/**
 * Previews: summaries that live beside the text. A session is told that its picture has changed, and fetches what is
 * different when it is looked at; until then nothing is computed for it.
 */
import type * as z from 'zod/mini';
import { currencyOf } from '../../analysis/message-values.js';
import type { Lang } from '../../model/lang.js';
import type { Plan } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import type { ReportDocument } from '../../report/document.js';
import { renderFragment } from '../../report/render/html.js';
import { changes, changesSince } from '../../report/summaries/changes.js';
import { SUMMARIES } from '../../report/summaries/index.js';
import type { Since } from '../../report/summaries/summary.js';
import { changeInALine } from '../../report/wording/change-words.js';
import { originsOf } from '../origins.js';
import { elementById, elementsAt } from '../plan-elements.js';
import {
  type ChangeMark,
  type locate,
  type PreviewBlock,
  type PreviewPatch,
  previewChanged,
  type previewOpen,
  type reveal,
} from '../protocol.js';
import type { Root } from '../root.js';
import { offsetIn, type Session } from '../session.js';
import { readSince, sinceNow } from '../since.js';

/**
 * A burst of edits is one change of the picture, in milliseconds: it is over when nothing was typed for a moment, and
 * shown meanwhile now and then. A picture that takes long to draw is drawn less often, so that typing never waits for it.
 */
const QUIET = { least: 150, most: 1500, perCost: 1.5 };
const LONGEST_WAIT = { least: 1000, perCost: 20 };

const NOWHERE: ReadonlyMap<string, readonly Span[]> = new Map();

interface Preview {
  readonly kind: string;
  readonly name: string | undefined;
  readonly uri: string;
  readonly lang: Lang;
  readonly since: Since | undefined;
  version: number;
  title: string;
  blocks: readonly PreviewBlock[];
  /** Where the picture leads back to; found when that is first asked for. */
  origins: () => ReadonlyMap<string, readonly Span[]>;
  /** The picture that the client has is an old one. */
  stale: boolean;
  /** The client knows that. */
  told: boolean;
  /** How long it took to draw, in milliseconds. */
  cost: number;
}

export class Previews {
  readonly #session: Session;
  readonly #previews = new Map<string, Preview>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  async open({ session, kind, name, uri, lang, since }: z.output<typeof previewOpen.params>) {
    const { roots } = this.#session;
    const root = since && (await roots.rootOf(uri));
    const preview: Preview = {
      kind,
      name,
      uri,
      lang,
      since: root && since && (await readSince(since, root, roots.files)),
      version: 1,
      title: '',
      blocks: [],
      origins: () => NOWHERE,
      stale: false,
      told: false,
      cost: 0,
    };
    await this.#draw(preview);
    this.#previews.set(session, preview);
    return { version: preview.version, title: preview.title, blocks: [...preview.blocks] };
  }

  close(session: string): void {
    this.#previews.delete(session);
  }

  async patch(session: string, since: number): Promise<PreviewPatch | null> {
    const preview = this.#previews.get(session);
    if (preview === undefined) return null;
    const before = new Map(since === preview.version ? preview.blocks.map(({ key, html }) => [key, html]) : []);
    if (preview.stale) {
      preview.stale = false;
      preview.told = false;
      preview.version++;
      await this.#draw(preview);
    }
    const changed = preview.blocks.filter(({ key, html }) => before.get(key) !== html);
    return {
      version: preview.version,
      title: preview.title,
      order: preview.blocks.map(({ key }) => key),
      changed,
    };
  }

  /** Files of a root are other than before. */
  changed(root: Root): void {
    root.lastGood.take();
    const shown = [...this.#previews.values()].filter((preview) => this.#shows(preview, root));
    if (shown.length === 0) return;
    for (const preview of shown) preview.stale = true;
    const cost = shown.reduce((sum, preview) => sum + preview.cost, 0);
    const quiet = Math.min(QUIET.most, Math.max(QUIET.least, cost * QUIET.perCost));
    const now = Date.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(
      0,
      Math.min(quiet, this.#since + Math.max(LONGEST_WAIT.least, cost * LONGEST_WAIT.perCost) - now),
    );
    this.#timer = setTimeout(() => this.#tell(), wait);
  }

  #shows(preview: Preview, root: Root): boolean {
    const shown = this.#session.roots.rootNow(preview.uri);
    return shown === undefined || shown === root;
  }

  #tell(): void {
    this.#since = undefined;
    if (this.#session.closed) return;
    for (const [session, preview] of this.#previews) {
      if (!preview.stale || preview.told) continue;
      preview.told = true;
      this.#session.tell(previewChanged.method, { session, version: preview.version + 1 });
    }
  }

  async #draw(preview: Preview): Promise<void> {
    const root = await this.#session.roots.rootOf(preview.uri);
    const began = Date.now();
    const report = root && summaryOf(root, preview);
    if (report === undefined) {
      preview.title = '';
      preview.blocks = [];
      preview.origins = () => NOWHERE;
      return;
    }
    preview.title = report.title;
    preview.blocks = renderFragment(report, true);
    let origins: ReadonlyMap<string, readonly Span[]> | undefined;
    preview.origins = () => {
      origins ??= originsOf(report);
      return origins;
    };
    preview.cost = Date.now() - began;
  }

  /** The places of what a preview of changes tells, in the text as it is now. */
  async marks(session: string): Promise<ChangeMark[] | null> {
    const preview = this.#previews.get(session);
    if (preview === undefined) return null;
    const root = await this.#session.roots.rootOf(preview.uri);
    if (root === undefined || preview.kind !== changes.kind) return [];
    const { analysis } = root.lastGood;
    return changesSince(analysis, preview.since).flatMap((change): ChangeMark[] => {
      const { headAt, what } = change;
      if (headAt === undefined || root.plan.facts(headAt.file) === undefined) return [];
      const text = changeInALine(change, currencyOf(analysis), preview.lang);
      return [
        { ...this.#session.location(root, headAt), what: what === 'added' || what === 'gone' ? what : 'changed', text },
      ];
    });
  }

  /** Where what a preview shows is stated: in the text as it is now, else where it last was. */
  async reveal({ session, id }: z.output<typeof reveal.params>) {
    const preview = this.#previews.get(session);
    const root = preview && (await this.#session.roots.rootOf(preview.uri));
    if (preview === undefined || root === undefined) return null;
    const span = placeNow(root.plan.plan, id, preview.origins().get(id)?.[0]);
    if (span === undefined || root.plan.facts(span.file) === undefined) return null;
    return this.#session.location(root, span);
  }

  /** The innermost thing at a place of the text that the session shows. */
  async locate({ session, uri, position }: z.output<typeof locate.params>): Promise<{ id: string } | null> {
    const preview = this.#previews.get(session);
    const source = preview && (await this.#session.source(uri));
    if (preview === undefined || source === undefined) return null;
    const offset = offsetIn(source, position);
    let best: { readonly id: string; readonly length: number } | undefined;
    for (const [id, spans] of preview.origins()) {
      for (const known of spans) {
        const span = placeNow(source.plan, id, known);
        if (span?.file !== source.file || offset < span.start || offset > span.end) continue;
        const length = span.end - span.start;
        if (best === undefined || length < best.length) best = { id, length };
      }
    }
    return best === undefined ? null : { id: best.id };
  }
}

/** The picture may be older than the text: what has an id of its own is looked up where it stands now. */
function placeNow(plan: Plan, id: string, known: Span | undefined): Span | undefined {
  const facts = known && plan.file(known.file);
  const there = facts && elementsAt(facts, known.start).find((element) => element.id === id);
  return (there ?? elementById(plan, id))?.at ?? known;
}

function summaryOf(root: Root, { kind, name, lang, since }: Preview): ReportDocument | undefined {
  const compared = sinceNow(since, root);
  return SUMMARIES.get(kind)?.build(root.lastGood.analysis, {
    lang,
    ...(name === undefined ? {} : { name }),
    ...(compared === undefined ? {} : { since: compared }),
  });
}
