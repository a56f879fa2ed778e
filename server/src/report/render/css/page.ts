/** Paper of printed reports: sheets, page numbers, and how much a page of a booklet holds. */
import type { Lang } from '../../../model/lang.js';
import { PAPER_SIZE, type Paper } from '../../paper.js';

const NUMBERED: Readonly<Record<Lang, string>> = {
  zh: '"第 " counter(page) " 页 共 " counter(pages) " 页"',
  en: '"Page " counter(page) " of " counter(pages)',
};

/** Chinese papers have the whole grid. */
const GRID: Readonly<Record<Lang, string>> = {
  zh: '\n  .pw-report .pw-table :is(th, td) { border: .5pt solid var(--pw-rule-strong); }',
  en: '',
};

/** Browsers know names for the papers of an office, and none for the large ones. */
const NAMED: ReadonlySet<Paper> = new Set(['A4', 'A3']);

function upright(paper: Paper): string {
  const { long, short } = PAPER_SIZE[paper];
  return NAMED.has(paper) ? paper : `${short}mm ${long}mm`;
}

function across(paper: Paper): string {
  const { long, short } = PAPER_SIZE[paper];
  return NAMED.has(paper) ? `${paper} landscape` : `${long}mm ${short}mm`;
}

/** What a stand-alone file has beside `reportCss`. */
export function pageCss(lang: Lang, paper?: Paper): string {
  return `
@page { size: ${upright(paper ?? 'A4')}; margin: 16mm 14mm 18mm; @bottom-center { content: ${NUMBERED[lang]}; font: 9pt sans-serif; color: #5c6570; } }
@page pw-across { size: ${across(paper ?? 'A4')}; margin: 14mm 14mm 16mm; }
@page pw-wall { size: ${across(paper ?? 'A3')}; margin: 12mm 12mm 14mm; }
@page pw-book { size: ${upright(paper ?? 'A4')}; margin: 12mm 12mm 15mm 18mm; }
.pw-cover { display: none; }
@media print {${GRID[lang]}
  .pw-on-across { page: pw-across; }
  .pw-on-wall { page: pw-wall; }
  .pw-on-book { page: pw-book; }
  .pw-on-book, .pw-on-book .pw-table { font-size: 9pt; line-height: 1.35; }
  .pw-on-book .pw-table { font-size: 8.5pt; }
  .pw-on-book .pw-table :is(th, td) { padding: .22em .5em; }
  .pw-on-book > .pw-kv > div { padding: .16em 1rem .16em 0; }
  .pw-on-book .pw-figures dd { font-size: 1.4em; }
  .pw-part.pw-on-book { margin-bottom: .55rem; }
  .pw-report .pw-on-book > h3 { margin-top: 0; font-size: 13pt; }
  .pw-cover { display: block; break-after: page; text-align: center; page: pw-book; }
  .pw-cover p { max-width: none; font-size: 14pt; line-height: 2; }
  .pw-cover .pw-cover-title { padding-top: 70mm; margin-bottom: 25mm; font-size: 30pt; font-weight: 700; line-height: 1.4; }
  .pw-cover-contents { break-before: page; text-align: start; }
  .pw-cover-contents p { font-size: 16pt; font-weight: 700; text-align: center; }
  .pw-report .pw-cover-contents ul { columns: 3; column-gap: 8mm; padding: 0; list-style: none; font-size: 9pt; line-height: 1.5; }
  .pw-part:not(.pw-on-book) > .pw-kv { break-inside: avoid; }${paper === undefined || paper === 'A4' ? '\n  .pw-on-across .pw-diagram { max-width: 38rem; }' : ''}
  .pw-part-pageBreak { display: none; }
  .pw-part-pageBreak + .pw-part { break-before: page; }
  .pw-cover ~ .pw-on-across .pw-table { font-size: 8pt; line-height: 1.3; }
  .pw-cover ~ .pw-on-across .pw-table :is(th, td) { padding: .25em .45em; }
  .pw-table-box:not(:has(tr:nth-child(9), tbody + tbody)) { break-inside: avoid; }
  .pw-report .pw-table caption .pw-unit { position: static; }
  .pw-table caption, .pw-table thead tr { break-after: avoid; }
  .pw-table tbody:first-of-type tr:nth-child(-n+2) { break-before: avoid; }
  .pw-table tbody:last-of-type tr:nth-last-child(-n+3), .pw-table tfoot tr { break-before: avoid; }
}
`;
}
