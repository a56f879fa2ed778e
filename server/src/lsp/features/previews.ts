/**
 * Previews: summaries that live beside the text. A session is told that its picture has changed, and fetches what is
 * different when it is looked at; until then nothing is computed for it.
 */
import type * as z from 'zod/mini';
import { currencyOf } from '../../analysis/message-values.js';
import type { Plan } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import type { Steps } from '../../model/steps.js';
import { narrowingChoices } from '../../report/narrowed-summary.js';
import { isDrawnPage } from '../../report/render/html.js';
import { changedPieces, piecesOf } from '../../report/render/html-pieces.js';
import { changes, changesSince } from '../../report/summaries/changes.js';
import { SUMMARIES } from '../../report/summaries/index.js';
import { changeInALine } from '../../report/wording/change-words.js';
import type { Place } from '../origins.js';
import { elementById, elementsAt } from '../plan-elements.js';
import {
  type ChangedBlock,
  type ChangeMark,
  type Look,
  type locate,
  type PreviewBlock,
  type PreviewChoices,
  type PreviewPatch,
  previewChanged,
  type previewLink,
  type previewOpen,
  type previewPatch,
  type reveal,
} from '../protocol.js';
import type { Root } from '../root.js';
import { offsetIn, type Session } from '../session.js';
import { readSince } from '../since.js';
import { placeMeant } from '../token-lookup.js';
import { type InTurns, inTurns } from '../turns.js';
import { linkTarget } from './links.js';
import { asksForText, NOTHING, nothing, type Picture, picturingOf, type Shown } from './preview-picture.js';

/**
 * A burst of edits is one change of the picture, in milliseconds: the first is shown at once, what follows when nothing
 * was typed for a moment, and meanwhile now and then. A picture that takes long to draw is drawn less often, and never at
 * once, so that typing never waits for it.
 */
const QUIET = { least: 150, most: 1500, perCost: 1.5 };
const LONGEST_WAIT = { least: 1000, perCost: 20 };
const AT_ONCE = { rest: 500, cost: 120, wait: 5 };

/** So long, in milliseconds, pages are drawn that nobody looks at; the others stay as they were until they are asked for. */
const OUT_OF_SIGHT = 30;

interface Preview extends Shown {
  readonly session: string;
  readonly uri: string;
  look: Look;
  /** The keys of pages that were asked for. */
  readonly wanted: Set<string>;
  version: number;
  /** It was drawn once: before that nothing is told of it. */
  isOpen: boolean;
  /** One patch after the other. */
  patching: Promise<unknown>;
  picture: Picture;
  parts: readonly Part[];
  /** Some of the parts are of the picture before. */
  isLate: boolean;
  /** Where the picture leads back to; found when that is first asked for. */
  origins: Finding | undefined;
  /** The picture that the client has is an old one. */
  stale: boolean;
  /** The client knows that. */
  told: boolean;
  /** How long it took to draw, in milliseconds. */
  cost: number;
}

type Finding = Promise<InTurns<ReadonlyMap<string, Place>>>;

interface Part extends PreviewBlock {
  /** Its text in pieces, where they were asked for. */
  pieces?: readonly string[];
}

/** Parts shorter than this are sent whole. */
const SHORT = 2000;

export class Previews {
  readonly #session: Session;
  readonly #previews = new Map<string, Preview>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  /** When something last changed. */
  #latest = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  async open({ session, kind, name, uri, lang, since, look = {} }: z.output<typeof previewOpen.params>) {
    const { roots } = this.#session;
    const root = since && (await roots.rootOf(uri));
    const preview: Preview = {
      session,
      kind,
      name,
      uri,
      lang,
      since: root && since && (await readSince(since, root, roots.files)),
      look,
      wanted: new Set(),
      version: 1,
      isOpen: false,
      patching: Promise.resolve(),
      picture: NOTHING,
      parts: [],
      isLate: false,
      origins: undefined,
      stale: false,
      told: false,
      cost: 0,
    };
    this.#previews.set(session, preview);
    await this.#draw(preview);
    preview.isOpen = true;
    return {
      version: preview.version,
      title: preview.picture.title,
      narrows: SUMMARIES.get(kind)?.whole !== true,
      blocks: preview.parts.map(({ key, html }) => ({ key, html })),
    };
  }

  close(session: string): void {
    this.#previews.delete(session);
  }

  async patch(asked: z.output<typeof previewPatch.params>): Promise<PreviewPatch | null> {
    const preview = this.#previews.get(asked.session);
    if (preview?.isOpen !== true) return null;
    const patching = preview.patching.then(() => this.#patch(preview, asked));
    preview.patching = patching.catch(() => undefined);
    return patching;
  }

  async #patch(
    preview: Preview,
    { since, wanted = [], sight, look }: z.output<typeof previewPatch.params>,
  ): Promise<PreviewPatch> {
    const before = since === preview.version ? preview.parts : [];
    const more = wanted.filter((key) => !preview.wanted.has(key));
    for (const key of more) preview.wanted.add(key);
    const isSeenOtherwise = look !== undefined && JSON.stringify(look) !== JSON.stringify(preview.look);
    if (isSeenOtherwise) preview.look = look;
    if (preview.stale || isSeenOtherwise) {
      preview.stale = false;
      preview.told = false;
      preview.version++;
      await this.#draw(preview, isSeenOtherwise || sight === undefined ? undefined : new Set(sight));
    } else if (more.length > 0 || preview.isLate) {
      preview.version++;
      await inTurns(this.#arranging(preview, preview.picture, sight && new Set(sight)), () =>
        this.#isLookedAt(preview),
      );
    }
    const order = preview.parts.map(({ key }) => key);
    const isSameOrder = order.length === before.length && order.every((key, i) => key === before[i]?.key);
    return {
      version: preview.version,
      title: preview.picture.title,
      ...(isSameOrder ? {} : { order }),
      changed: changedParts(before, preview.parts),
      ...(preview.isLate ? { more: true } : {}),
    };
  }

  /** What a picture can be narrowed by. */
  async choices(session: string): Promise<PreviewChoices | null> {
    const preview = this.#previews.get(session);
    const root = preview && (await this.#session.roots.rootOf(preview.uri));
    if (preview === undefined || root === undefined) return null;
    const { pinyinOf } = await import('../pinyin.js');
    return narrowingChoices(root.lastGood.analysis, preview.lang).map(({ choices, ...of }) => ({
      ...of,
      choices: choices.map((choice) => ({ ...choice, keys: pinyinOf(choice.title) })),
    }));
  }

  /** Files of a root are other than before. */
  changed(root: Root): void {
    root.lastGood.take();
    const shown = [...this.#previews.values()].filter((preview) => preview.isOpen && this.#shows(preview, root));
    if (shown.length === 0) return;
    for (const preview of shown) preview.stale = true;
    const cost = shown.reduce((sum, preview) => sum + preview.cost, 0);
    const rested = Date.now() - this.#latest > AT_ONCE.rest && this.#since === undefined;
    this.#latest = Date.now();
    if (this.#soon !== undefined) return;
    if (rested && cost <= AT_ONCE.cost) {
      this.#soon = setTimeout(() => {
        this.#soon = undefined;
        this.#tell();
      }, AT_ONCE.wait);
      return;
    }
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

  /**
   * `sight`: pages that have to be there; without it all that were asked for. Between the steps everything else is
   * answered; begun again where the plan has become another, and given up where nobody looks any more.
   */
  async #draw(preview: Preview, sight?: ReadonlySet<string>): Promise<void> {
    const root = await this.#session.roots.rootOf(preview.uri);
    const matches = asksForText(preview.look) ? (await import('../pinyin.js')).matches : () => true;
    let cost = 0;
    for (let isDrawn = false; !isDrawn && this.#isLookedAt(preview); ) {
      const analysis = root?.lastGood.analysis;
      const isWanted = (): boolean => this.#isLookedAt(preview) && root?.lastGood.analysis === analysis;
      const picturing = root === undefined ? nothing() : picturingOf(root, preview, matches);
      const { spent, made } = await inTurns(this.#drawing(preview, picturing, sight), isWanted);
      cost += spent;
      isDrawn = made !== undefined;
    }
    preview.cost = cost;
  }

  #isLookedAt(preview: Preview): boolean {
    return !this.#session.closed && this.#previews.get(preview.session) === preview;
  }

  *#drawing(preview: Preview, picturing: Steps<Picture>, sight?: ReadonlySet<string>): Steps<void> {
    const picture = yield* picturing;
    yield* this.#arranging(preview, picture, sight);
  }

  /** What is shown becomes another at once, in the last step. */
  *#arranging(preview: Preview, picture: Picture, sight?: ReadonlySet<string>): Steps<void> {
    const before = new Map(preview.parts.map((part) => [part.key, part]));
    const former = sight === undefined ? NO_PARTS : formerPages(preview.parts);
    const until = performance.now() + OUT_OF_SIGHT;
    const { parts, isLate } = yield* picture.parts({
      wanted: preview.wanted,
      sight: sight ?? NO_KEYS,
      former,
      hasTime: () => performance.now() < until,
    });
    preview.picture = picture;
    preview.parts = parts.map((part) => {
      const known = before.get(part.key);
      return known?.html === part.html ? known : part;
    });
    preview.isLate = isLate;
    preview.origins = undefined;
  }

  /** Those who ask while they are looked for wait for the same; of the picture that is shown when they are found. */
  async #originsOf(preview: Preview): Promise<ReadonlyMap<string, Place>> {
    for (;;) {
      const { picture, wanted } = preview;
      const isWanted = (): boolean => this.#isLookedAt(preview) && preview.origins === finding;
      const finding: Finding = preview.origins ?? inTurns(picture.origins(wanted), isWanted);
      preview.origins = finding;
      const { made } = await finding;
      if (made !== undefined && preview.origins === finding) return made.value;
      if (!this.#isLookedAt(preview)) return NO_PLACES;
    }
  }

  /** The places of what a preview of changes tells, in the text as it is now. */
  async marks(session: string): Promise<ChangeMark[] | null> {
    const preview = this.#previews.get(session);
    if (preview === undefined) return null;
    const root = await this.#session.roots.rootOf(preview.uri);
    if (root === undefined || preview.kind !== changes.kind) return [];
    const { analysis } = root.lastGood;
    const { made } = await inTurns(
      changesSince(analysis, preview.since),
      () => this.#isLookedAt(preview) && root.lastGood.analysis === analysis,
    );
    // What has become another is told, and asked for again.
    return (made?.value ?? []).flatMap((change): ChangeMark[] => {
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
    const span = placeNow(root.plan.plan, id, (await this.#originsOf(preview)).get(id)?.spans[0]);
    if (span === undefined || root.plan.facts(span.file) === undefined) return null;
    return this.#session.location(root, span);
  }

  /** Where a link beside something that is shown leads: to what the plan names there, and nowhere else. */
  async link({ session, id, link }: z.output<typeof previewLink.params>) {
    const preview = this.#previews.get(session);
    const root = preview && (await this.#session.roots.rootOf(preview.uri));
    const file = root && elementById(root.plan.plan, id)?.at.file;
    const source = root && file !== undefined ? this.#session.sourceOf({ root, file }) : undefined;
    const uri = source && linkTarget(source, link);
    return uri === undefined ? null : { uri };
  }

  /** The innermost thing at a place of the text that the session shows. */
  async locate({ session, uri, position }: z.output<typeof locate.params>) {
    const preview = this.#previews.get(session);
    if (preview === undefined) return null;
    const origins = await this.#originsOf(preview);
    const source = await this.#session.source(uri);
    if (source === undefined) return null;
    if (source.root !== (await this.#session.roots.rootOf(preview.uri))) return { id: null, elsewhere: true };
    const offset = placeMeant(source.parsed, offsetIn(source, position));
    const facts = source.plan.file(source.file);
    const around = new Set(facts === undefined ? [] : elementsAt(facts, offset).map(({ id }) => id));
    let best: { readonly id: string; readonly length: number } | undefined;
    for (const [id, { spans, isShown }] of origins) {
      if (!isShown) continue;
      for (const known of spans) {
        // What has an id of its own may stand elsewhere now; what has none stands where it stood.
        if (known.file !== source.file || (!around.has(id) && !holds(known, offset))) continue;
        const span = placeNow(source.plan, id, known);
        if (span?.file !== source.file || !holds(span, offset)) continue;
        const length = span.end - span.start;
        if (best === undefined || length < best.length) best = { id, length };
      }
    }
    return { id: best?.id ?? null, elsewhere: false };
  }
}

const NO_PARTS: ReadonlyMap<string, string> = new Map();
const NO_KEYS: ReadonlySet<string> = new Set();
const NO_PLACES: ReadonlyMap<string, Place> = new Map();

function holds({ start, end }: Span, offset: number): boolean {
  return offset >= start && offset <= end;
}

/** Pages that are there, by key. */
function formerPages(parts: readonly Part[]): ReadonlyMap<string, string> {
  return new Map(parts.flatMap((part) => (isDrawnPage(part) ? [[part.key, part.html]] : [])));
}

/** The parts that are new or other than before; of long ones the pieces that are. */
function changedParts(before: readonly Part[], after: readonly Part[]): ChangedBlock[] {
  const known = new Map(before.map((part) => [part.key, part]));
  return after.flatMap((part): readonly ChangedBlock[] => {
    const { key, html } = part;
    const old = known.get(key);
    if (old?.html === html) return [];
    if (old === undefined || html.length < SHORT) return [{ key, html }];
    old.pieces ??= piecesOf(old.html);
    part.pieces ??= piecesOf(html);
    const pieces = changedPieces(old.pieces, part.pieces);
    const size = pieces.reduce((sum, { put }) => sum + put.reduce((length, text) => length + text.length, 0), 0);
    if (size > html.length / 2) return [{ key, html }];
    return [{ key, length: html.length, pieces: pieces.map(({ at, drop, put }) => ({ at, drop, put: [...put] })) }];
  });
}

/** The picture may be older than the text: what has an id of its own is looked up where it stands now. */
function placeNow(plan: Plan, id: string, known: Span | undefined): Span | undefined {
  const facts = known && plan.file(known.file);
  const there = facts && elementsAt(facts, known.start).find((element) => element.id === id);
  return (there ?? elementById(plan, id))?.at ?? known;
}
