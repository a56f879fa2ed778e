/** The picture of a preview: a summary as its reader looks at it, in parts, of which pages are made when they are wanted. */
import type { Analysis } from '../../analysis/analysis.js';
import { isNarrowing, type TextMatch } from '../../analysis/narrowing.js';
import { poolAt } from '../../analysis/pool.js';
import type { Lang } from '../../model/lang.js';
import { mapInSteps, type Steps } from '../../model/steps.js';
import type { ReportDocument } from '../../report/document.js';
import { partShown } from '../../report/narrowed-summary.js';
import {
  type Fragment,
  pageKey,
  renderingFragment,
  renderPage,
  renderRows,
  rowKeys,
  type TableOrders,
} from '../../report/render/html.js';
import { SUMMARIES } from '../../report/summaries/index.js';
import type { Page, Pages, Since, Summary, SummaryOptions } from '../../report/summaries/summary.js';
import { titleOf } from '../../report/wording/formatter.js';
import { originsOf, type Place } from '../origins.js';
import type { Look } from '../protocol.js';
import type { Root } from '../root.js';
import { sinceNow } from '../since.js';

export interface Shown {
  readonly kind: string;
  readonly name: string | undefined;
  readonly lang: Lang;
  readonly since: Since | undefined;
  readonly look: Look;
}

export interface Picture {
  /** Of the tab. */
  readonly title: string;
  readonly parts: (asked: Asked) => Steps<Drawn>;
  /** Where what is shown is stated, by id. */
  readonly origins: (wanted: ReadonlySet<string>) => Steps<ReadonlyMap<string, Place>>;
}

/** What there has to be of a picture now. */
interface Asked {
  /** The keys of pages that were asked for, once. */
  readonly wanted: ReadonlySet<string>;
  /** The keys of pages that somebody may be looking at. */
  readonly sight: ReadonlySet<string>;
  /** What the picture was before, by key: of pages out of sight that may stay until there is time. */
  readonly former: ReadonlyMap<string, string>;
  /** Whether there is time to draw what nobody looks at. */
  readonly hasTime: () => boolean;
}

interface Drawn {
  readonly parts: readonly Fragment[];
  /** Some pages are still as they were before. */
  readonly isLate: boolean;
}

export const NOTHING: Picture = {
  title: '',
  *parts() {
    yield;
    return { parts: [], isLate: false };
  },
  *origins() {
    yield;
    return new Map();
  },
};

/** The picture of what belongs to no plan. */
export function* nothing(): Steps<Picture> {
  yield;
  return NOTHING;
}

/** So many pages come with the picture; a picture that has few more comes whole. */
const AT_ONCE = 12;
const WHOLE = 40;
/** So many sheaves of a long wall chart's rows come with it. */
const SHEAVES_AT_ONCE = 2;

/** Whether the texts of a look ask for pinyin, which takes a while to load. */
export function asksForText({ narrow }: Look): boolean {
  return (narrow?.text ?? '').trim() !== '';
}

/**
 * What a picture shows of thousands of projects takes a while, so it is made in steps; what was made of a plan that has
 * become another in between is of no use.
 */
export function* picturingOf(root: Root, shown: Shown, matches: TextMatch): Steps<Picture> {
  const { kind, name, lang, look } = shown;
  const summary = SUMMARIES.get(kind);
  if (summary === undefined) return NOTHING;
  const whole = root.lastGood.analysis;
  for (const project of poolAt(whole.plan, whole.status)) {
    whole.light(project);
    yield;
  }
  const compared = sinceNow(shown.since, root);
  const { analysis, narrowed } = partShown(summary, whole, lang, look.narrow, matches);
  yield;
  const options = {
    lang,
    ...(name === undefined ? {} : { name }),
    ...(compared === undefined ? {} : { since: compared }),
  };
  const { head, pages, end } = yield* built(summary, analysis, options);
  const report: ReportDocument = narrowed === undefined ? head : { ...head, narrowed };
  const orders: TableOrders = new Map((look.sort ?? []).map(({ key, ...order }) => [key, order]));
  const { portfolio } = whole.plan;
  const about = kind === 'view' ? report.title : summary.title[lang];
  const title = [about, ...(portfolio === undefined ? [] : [titleOf(portfolio)])].join(' · ');
  const isDrawn = drawnAmong(pages);
  let drawnHead: readonly Fragment[] | undefined;
  let sheafKeys: readonly string[] | undefined;
  /** Sheaves of this picture that were drawn, by key. */
  const sheaves = new Map<string, Fragment>();
  const sheavesFor = (wanted: ReadonlySet<string>): readonly Fragment[] => {
    sheafKeys ??= rowKeys(report);
    const keys = sheafKeys.filter((key, i) => i < SHEAVES_AT_ONCE || wanted.has(key));
    const more = new Set(keys.filter((key) => !sheaves.has(key)));
    if (more.size > 0) for (const sheaf of renderRows(report, more)) sheaves.set(sheaf.key, sheaf);
    return keys.flatMap((key) => sheaves.get(key) ?? []);
  };
  /** Pages of this picture that were drawn, by key. */
  const current = new Map<string, Fragment>();
  const currentPage = (page: Page): Fragment => {
    const key = pageKey(page.key);
    let drawn = current.get(key);
    if (drawn === undefined) {
      drawn = renderPage(page, report, orders, false);
      current.set(key, drawn);
    }
    return drawn;
  };
  return {
    title: isNarrowing(look.narrow ?? {}) && narrowed !== undefined ? `${title}${PART[lang]}` : title,
    *parts({ wanted, sight, former, hasTime }) {
      drawnHead ??= yield* renderingFragment({ ...report, blocks: [...report.blocks, ...end] }, true, orders);
      const behind = drawnHead.length - end.length;
      const stay = yield* mapInSteps(pages.entries(), ([i, page]) => {
        const key = pageKey(page.key);
        if (!isDrawn(page, i, wanted)) return renderPage(page, report, orders, true);
        const mayStay = former.has(key) && !sight.has(key) && !current.has(key);
        return mayStay ? undefined : currentPage(page);
      });
      // At least one, so that an end is reached however slow the machine is.
      let [isLate, isDue] = [false, true];
      const all = pages.map((page, i): Fragment => {
        const known = stay[i];
        if (known !== undefined) return known;
        if (isDue || hasTime()) {
          isDue = false;
          return currentPage(page);
        }
        isLate = true;
        const key = pageKey(page.key);
        return { key, html: former.get(key) ?? '' };
      });
      const parts = [...drawnHead.slice(0, behind), ...all, ...drawnHead.slice(behind), ...sheavesFor(wanted)];
      return { parts, isLate };
    },
    *origins(wanted) {
      const ofPages = yield* mapInSteps(pages.entries(), ([i, page]) =>
        isDrawn(page, i, wanted) ? page.blocks() : page.heading,
      );
      return yield* originsOf([report.blocks, end, ofPages]);
    },
  };
}

/** What was made beforehand of each project is kept, so that little is left to do where most of them are as before. */
function* built(summary: Summary, analysis: Analysis, options: SummaryOptions): Steps<Pages> {
  if (summary.beforehand !== undefined) yield* summary.beforehand(analysis, options);
  if (summary.inPages !== undefined) return yield* summary.inPages(analysis, options);
  const head =
    summary.building === undefined ? summary.build(analysis, options) : yield* summary.building(analysis, options);
  return { head, pages: [], end: [] };
}

/** What is added to a title of a part of the portfolio. */
export const PART: Readonly<Record<Lang, string>> = { en: ' (part)', zh: '（部分）' };

function drawnAmong(pages: readonly Page[]): (page: Page, i: number, wanted: ReadonlySet<string>) => boolean {
  const first = pages.length <= WHOLE ? WHOLE : AT_ONCE;
  return (page, i, wanted) => i < first || wanted.has(pageKey(page.key));
}
