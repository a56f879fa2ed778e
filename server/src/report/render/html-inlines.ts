/** Inlines in HTML reports. */
import type { Lang } from '../../model/lang.js';
import { htmlId } from '../anchors.js';
import { rect, round } from '../charts/svg.js';
import type { BarInline, Inline, Inlines, Origin } from '../document.js';
import type { Paper } from '../paper.js';
import { barText, lightText } from '../plain-text.js';
import { safeHref } from '../safe-link.js';
import { lightSigns, lightWords, words } from '../wording/document-words.js';
import { escapeHtml, escapeName } from './escape-html.js';

/** What the functions of the HTML renderer share about one document. */
export interface HtmlContext {
  readonly lang: Lang;
  readonly statusDate: string;
  /** In a preview, whatever leads to a source takes the keyboard focus. */
  readonly focusable: boolean;
  /** Whether the page has the script that makes wall charts live. */
  readonly live: boolean;
  /** In cells that break over lines, no line breaks within a day. */
  readonly keepsDays?: boolean;
  /** What it is to be printed on, where somebody asked. */
  readonly paper?: Paper | undefined;
}

const DAY = /(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])/g;

export function renderInlines(content: Inlines, context: HtmlContext): string {
  return content.map((inline) => renderInline(inline, context)).join('');
}

function renderInline(inline: Inline, context: HtmlContext): string {
  switch (inline.type) {
    case 'text': {
      const said = escapeHtml(inline.text);
      return context.keepsDays ? said.replace(DAY, '<span class="pw-nowrap">$&</span>') : said;
    }
    case 'strong':
      return `<strong>${renderInlines(inline.content, context)}</strong>`;
    case 'emphasis':
      return `<em>${renderInlines(inline.content, context)}</em>`;
    case 'muted':
      return `<span class="pw-muted">${renderInlines(inline.content, context)}</span>`;
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`;
    case 'break':
      return '<br>';
    case 'light': {
      const said = lightText(inline, context.lang);
      const colour = lightWords[inline.light][context.lang];
      const named = said === colour ? '' : `<span class="pw-unseen">${escapeHtml(colour)} </span>`;
      const sign = `<span class="pw-sign" aria-hidden="true">${lightSigns[inline.light]}</span>`;
      return `<span class="pw-light pw-${inline.light}">${sign}${named}${escapeHtml(said)}</span>`;
    }
    case 'bar':
      return renderBar(inline, context);
    case 'link':
      return `<a href="#${escapeHtml(encodeURI(htmlId(inline.to)))}">${renderInlines(inline.content, context)}</a>`;
    case 'externalLink': {
      const href = safeHref(inline.href);
      const inner = renderInlines(inline.content, context);
      return href === undefined ? inner : `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${inner}</a>`;
    }
  }
}

/** Drawn with SVG attributes and not with styles: the webview's content security policy lets no inline style through. */
function renderBar(bar: BarInline, { lang, focusable }: HtmlContext): string {
  const clamp = (percent: number): number => (percent > 0 ? Math.min(100, percent) : 0);
  const figure = barText(bar);
  const planned = bar.planned === undefined ? '' : `, ${words.planned[lang]} ${round(bar.planned)}%`;
  const marker =
    bar.planned === undefined ? '' : rect(Math.min(98.5, clamp(bar.planned)), 0, 1.5, 10, 'pw-progress-planned');
  const svg =
    `<svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(figure + planned)}">` +
    `${rect(0, 2, 100, 6, 'pw-progress-track')}${rect(0, 2, clamp(bar.percent), 6, 'pw-progress-fill')}${marker}</svg>`;
  const colour = bar.light === undefined ? '' : ` pw-${bar.light}`;
  const text = `<span class="pw-progress-text" aria-hidden="true">${escapeHtml(figure)}</span>`;
  return `<span class="pw-progress${colour}"${originAttributes(bar.origin, focusable)}>${svg}${text}</span>`;
}

/** Only the id goes out: paths stay with the server, which leads the id back to its line. */
export function originAttributes(origin: Origin | undefined, focusable: boolean): string {
  if (origin === undefined) return '';
  const sum = origin.sum === true ? ' data-sum' : '';
  return ` data-origin="${escapeName(origin.id)}"${sum}${focusable ? ' tabindex="-1"' : ''}`;
}

export function idAttribute(anchor: string | undefined): string {
  return anchor === undefined ? '' : ` id="${escapeHtml(htmlId(anchor))}"`;
}
