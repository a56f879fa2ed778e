/** The picture of a preview: a summary as its reader looks at it, in parts, of which pages are made when they are wanted. */
import { isNarrowing, type TextMatch } from '../../analysis/narrowing.js';
import type { Lang } from '../../model/lang.js';
import type { ReportDocument } from '../../report/document.js';
import { partShown } from '../../report/narrowed-summary.js';
import { type Fragment, pageKey, renderFragment, renderPage, type TableOrders } from '../../report/render/html.js';
import { SUMMARIES } from '../../report/summaries/index.js';
import type { Page, Since } from '../../report/summaries/summary.js';
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
  readonly parts: (wanted: ReadonlySet<string>) => readonly Fragment[];
  /** Where what is shown is stated, by id. */
  readonly origins: (wanted: ReadonlySet<string>) => ReadonlyMap<string, Place>;
}

export const NOTHING: Picture = { title: '', parts: () => [], origins: () => new Map() };

/** So many pages come with the picture; a picture that has few more comes whole. */
const AT_ONCE = 12;
const WHOLE = 40;

/** Whether the texts of a look ask for pinyin, which takes a while to load. */
export function asksForText({ narrow }: Look): boolean {
  return (narrow?.text ?? '').trim() !== '';
}

export function pictureOf(root: Root, shown: Shown, matches: TextMatch): Picture {
  const { kind, name, lang, look } = shown;
  const summary = SUMMARIES.get(kind);
  if (summary === undefined) return NOTHING;
  const compared = sinceNow(shown.since, root);
  const { analysis, narrowed } = partShown(summary, root.lastGood.analysis, lang, look.narrow, matches);
  const options = {
    lang,
    ...(name === undefined ? {} : { name }),
    ...(compared === undefined ? {} : { since: compared }),
  };
  const { head, pages, end } = summary.inPages?.(analysis, options) ?? {
    head: summary.build(analysis, options),
    pages: [],
    end: [],
  };
  const report: ReportDocument = narrowed === undefined ? head : { ...head, narrowed };
  const orders: TableOrders = new Map((look.sort ?? []).map(({ key, ...order }) => [key, order]));
  const { portfolio } = root.lastGood.analysis.plan;
  const about = kind === 'view' ? report.title : summary.title[lang];
  const title = [about, ...(portfolio === undefined ? [] : [titleOf(portfolio)])].join(' · ');
  const isDrawn = drawnAmong(pages);
  let drawnHead: readonly Fragment[] | undefined;
  return {
    title: isNarrowing(look.narrow ?? {}) && narrowed !== undefined ? `${title}${PART[lang]}` : title,
    parts: (wanted) => {
      drawnHead ??= renderFragment({ ...report, blocks: [...report.blocks, ...end] }, true, orders);
      const behind = drawnHead.length - end.length;
      return [
        ...drawnHead.slice(0, behind),
        ...pages.map((page, i) => renderPage(page, report, orders, !isDrawn(page, i, wanted))),
        ...drawnHead.slice(behind),
      ];
    },
    origins: (wanted) =>
      originsOf([
        report.blocks,
        end,
        pages.map((page, i) => (isDrawn(page, i, wanted) ? page.blocks() : page.heading)),
      ]),
  };
}

/** What is added to a title of a part of the portfolio. */
export const PART: Readonly<Record<Lang, string>> = { en: ' (part)', zh: '（部分）' };

function drawnAmong(pages: readonly Page[]): (page: Page, i: number, wanted: ReadonlySet<string>) => boolean {
  const first = pages.length <= WHOLE ? WHOLE : AT_ONCE;
  return (page, i, wanted) => i < first || wanted.has(pageKey(page.key));
}
