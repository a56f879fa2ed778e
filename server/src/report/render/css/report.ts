/** The style sheet of reports. */
import { chartCss } from './charts.js';

/** Structure and type of a report; all colours are custom properties that a theme sets. */
export const reportCss = `
.pw-report {
  max-width: 80rem; margin: 0 auto; padding: 0 1.5rem 4rem; box-sizing: border-box;
  font: 400 var(--pw-size)/1.6 var(--pw-font); color: var(--pw-ink); background: var(--pw-paper);
  font-variant-numeric: tabular-nums; overflow-wrap: break-word; text-rendering: optimizeLegibility;
}
.pw-report :is(h1, h2, h3, h4, h5, p, dl, dd, figure, blockquote) { margin: 0; }
.pw-report a { color: var(--pw-accent); text-decoration: none; }
.pw-report a:hover { text-decoration: underline; }
.pw-report :focus-visible { outline: 2px solid var(--pw-accent); outline-offset: 1px; }
.pw-report :lang(zh) em, .pw-report:lang(zh) em { font-style: normal; font-weight: 600; }
.pw-report code { font-family: var(--pw-mono); font-size: .92em; }
.pw-muted, .pw-unit, .pw-aside { color: var(--pw-muted); font-weight: 400; }
.pw-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.pw-title {
  display: grid; grid-template-columns: minmax(min-content, 1fr) auto minmax(min-content, 1fr); align-items: baseline; column-gap: 2rem;
  margin-bottom: 1.5rem; padding: 1.75rem 0 .6rem;
  border-bottom: 3px double var(--pw-rule-strong); background: var(--pw-paper);
}
.pw-title h1 { grid-column: 2; grid-row: 1; text-align: center; font-size: 1.75em; line-height: 1.3; font-weight: 700; letter-spacing: .01em; text-wrap: balance; }
.pw-status-date { grid-column: 3; grid-row: 1; justify-self: end; color: var(--pw-muted); white-space: nowrap; }
.pw-status-date time { color: var(--pw-ink); font-weight: 600; }
.pw-issuer { grid-column: 1; grid-row: 1; color: var(--pw-muted); }
.pw-narrowed { grid-column: 1 / -1; text-align: center; font-weight: 600; padding-top: .2rem; }
.pw-subtitle { grid-column: 1 / -1; text-align: center; color: var(--pw-muted); padding-top: .2rem; }

.pw-part { margin: 0 0 1.1rem; }
.pw-part-heading { margin-bottom: .5rem; }
.pw-part-pageBreak { margin: 0; }
.pw-report :is(h2, h3, h4, h5) { line-height: 1.35; font-weight: 700; break-after: avoid; scroll-margin-top: 4.5rem; }
.pw-report h2 { font-size: 1.35em; margin-top: 2.2rem; padding-bottom: .3rem; border-bottom: 1px solid var(--pw-rule-strong); }
.pw-report h3 { font-size: 1.13em; margin-top: 1.4rem; }
.pw-report h4, .pw-report h5 { font-size: 1em; margin-top: 1rem; }
.pw-aside { font-size: .8em; margin-inline-start: .6em; }
.pw-report .pw-prose > * + *, .pw-report blockquote > * + * { margin-top: .6em; }
.pw-prose .pw-table { width: auto; }
.pw-report p, .pw-report li { max-width: 62em; }
.pw-report :is(ul, ol):not(.pw-legend) { margin: 0; padding-inline-start: 1.6em; }
.pw-report li + li { margin-top: .2em; }
.pw-report blockquote { padding-inline-start: 1em; border-inline-start: 3px solid var(--pw-rule); color: var(--pw-muted); }
.pw-report pre { margin: 0; padding: .7em 1em; background: var(--pw-band); white-space: pre-wrap; }

.pw-light { white-space: nowrap; }
.pw-sign { display: inline-block; width: 1em; margin-inline-end: .25em; text-align: center; }
.pw-red { color: var(--pw-red); } .pw-yellow { color: var(--pw-yellow); } .pw-green { color: var(--pw-green); }
.pw-blue { color: var(--pw-blue); } .pw-grey { color: var(--pw-grey); }

.pw-kv { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); border-top: 1px solid var(--pw-rule); }
.pw-kv > div { display: grid; grid-template-columns: 7.5em 1fr; gap: .8em; padding: .38em 1.5rem .38em 0; border-bottom: 1px solid var(--pw-rule); break-inside: avoid; }
.pw-kv > .pw-kv-wide { grid-column: 1 / -1; }
.pw-kv dt { color: var(--pw-muted); }
.pw-kv-note { color: var(--pw-muted); margin-inline-start: .6em; font-size: .9em; }
.pw-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1.1rem 0; }
.pw-figures > div { display: flex; flex-direction: column; padding: 0 1.1rem; border-inline-start: 1px solid var(--pw-rule); break-inside: avoid; }
.pw-figures dt { color: var(--pw-muted); font-size: .87em; }
.pw-figures dd { font-size: 1.75em; font-weight: 600; line-height: 1.3; overflow-wrap: normal; }
.pw-figures .pw-muted { font-size: .5em; white-space: nowrap; }
.pw-figures .pw-kv-note { display: block; margin: 0; font-size: .46em; font-weight: 400; line-height: 1.5; overflow-wrap: break-word; }

/* Words for screen readers only are positioned: without this they would widen the page instead of the box. */
.pw-table-box { position: relative; overflow-x: auto; }
.pw-table { width: 100%; border-collapse: collapse; font: inherit; font-size: .93em; line-height: 1.45; color: inherit; }
.pw-table caption { text-align: start; font-weight: 600; padding: 0 0 .45em; }
/* In sight also where the table is wider than its box. */
.pw-table caption .pw-unit { float: inline-end; position: sticky; inset-inline-end: 0; font-size: .93em; }
.pw-table th, .pw-table td { padding: .42em .65em; text-align: start; vertical-align: top; border-bottom: 1px solid var(--pw-rule); font-weight: 400; }
.pw-table thead th { vertical-align: bottom; font-weight: 600; background: var(--pw-paper); border-bottom: 1px solid var(--pw-rule-strong); }
.pw-table thead tr:first-child th { border-top: 2px solid var(--pw-rule-strong); }
.pw-table thead .pw-unit { font-size: .88em; white-space: nowrap; }
.pw-table thead .pw-column-group { border-bottom-color: var(--pw-rule); padding-bottom: .2em; }
.pw-table .pw-end { text-align: end; } .pw-table .pw-center { text-align: center; }
.pw-table .pw-nowrap { white-space: nowrap; }
/* Chinese heads break at marks alone. */
.pw-table thead .pw-long { white-space: normal; word-break: keep-all; }
.pw-table .pw-wrap { min-width: 5.5em; }
.pw-table th.pw-wrap[scope=row] { min-width: 11em; }
.pw-table tbody th[scope=row] { font-weight: 500; }
.pw-group th { background: var(--pw-band); font-weight: 600; }
.pw-group-2 th { background: none; color: var(--pw-muted); padding-inline-start: 1.6em; }
.pw-stay { position: sticky; inset-inline-start: .65em; }
.pw-table tfoot :is(th, td) { font-weight: 700; border-top: 1px solid var(--pw-rule-strong); border-bottom: 2px solid var(--pw-rule-strong); }
.pw-table tbody tr[data-origin]:hover > * { background: var(--pw-hover); }

.pw-progress { display: inline-flex; align-items: baseline; gap: .5em; white-space: nowrap; }
.pw-progress svg { width: 5.5em; height: .8em; flex: none; align-self: center; }
.pw-progress-track { fill: var(--pw-rule); } .pw-progress-fill { fill: var(--pw-done); } .pw-progress-planned { fill: var(--pw-ink); }
.pw-progress.pw-red .pw-progress-fill { fill: var(--pw-fill-red); } .pw-progress.pw-yellow .pw-progress-fill { fill: var(--pw-fill-yellow); }
.pw-progress.pw-green .pw-progress-fill { fill: var(--pw-fill-green); } .pw-progress.pw-grey .pw-progress-fill { fill: var(--pw-fill-grey); }
.pw-progress-text { min-width: 3.2em; text-align: end; color: var(--pw-ink); }

.pw-callout { padding: .7em 1em; border-inline-start: 4px solid var(--pw-blue); background: var(--pw-band); break-inside: avoid; }
.pw-callout.pw-warn { border-color: var(--pw-fill-yellow); }
.pw-callout.pw-info { color: inherit; }
.pw-callout-title { font-weight: 700; }
.pw-page-break { border: 0; border-top: 1px dashed var(--pw-rule); margin: 2.5rem 0 0; }
${chartCss}
@media screen and (min-width: 60rem) {
  .pw-title { position: sticky; top: 0; z-index: 3; padding-top: .9rem; }
  .pw-title h1 { font-size: 1.6em; }
  .pw-table-box:not(.pw-wide) { overflow: visible; }
  .pw-table-box:not(.pw-wide) thead { position: sticky; top: 3.55rem; z-index: 2; }
  .pw-title:has(.pw-subtitle) ~ * .pw-table-box:not(.pw-wide) thead { top: 5.2rem; }
}
@media screen and (min-width: 40.01rem) {
  .pw-issuer { min-width: 11em; text-wrap: balance; }
}
@media screen and (max-width: 40rem) {
  .pw-report { padding: 0 .9rem 2.5rem; }
  .pw-title { display: block; padding-top: 1rem; }
  .pw-title h1 { font-size: 1.4em; }
  .pw-kv { grid-template-columns: 1fr; }
  .pw-kv > div { grid-template-columns: 6em 1fr; }
  .pw-figures { grid-template-columns: repeat(auto-fit, minmax(max(8.5rem, 34%), 1fr)); }
}

@media print {
  .pw-report { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.5; }
  .pw-report * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .pw-title { display: block; text-align: center; padding: 0; margin-bottom: 5mm; border: 0; }
  .pw-title > p { max-width: none; }
  .pw-title > :is(.pw-issuer, .pw-status-date) { display: inline-block; min-width: 0; margin: 0 1.5em; }
  .pw-title h1 { font-size: 20pt; }
  .pw-report a { color: inherit; }
  .pw-table-box, .pw-chart-box { overflow: visible; }
  .pw-table { font-size: var(--pw-fit, 9pt); }
  .pw-table[style*="--pw-fit"] :is(th, td) { padding: .35em .3em; min-width: 0; }
  .pw-table[style*="--pw-fit"] th.pw-wrap[scope=row] { min-width: 4em; }
  .pw-table thead { display: table-header-group; }
  .pw-table tfoot { display: table-row-group; }
  .pw-table tr { break-inside: avoid; }
  .pw-table .pw-progress svg { width: 3.6em; }
  .pw-table .pw-wrap { min-width: 4em; } .pw-table th.pw-wrap[scope=row] { min-width: 8em; }
  .pw-group { break-after: avoid; }
  .pw-report h2 { margin-top: 8mm; }
  .pw-report p { orphans: 2; widows: 2; }
}
`;
