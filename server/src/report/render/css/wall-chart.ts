/** The wall chart where it can be zoomed and scrolled. On paper the sheets beside it are printed instead. */
export const wallChartCss = `
.pw-wall { display: flex; flex-direction: column; border: 1px solid var(--pw-rule); background: var(--pw-paper); }
.pw-wall-bar { display: flex; flex-wrap: wrap; gap: .3em; padding: .35em; border-bottom: 1px solid var(--pw-rule); }
.pw-wall-bar button { font: inherit; font-size: .9em; min-width: 2em; padding: .15em .6em; color: var(--pw-ink); background: var(--pw-band); border: 1px solid var(--pw-rule); border-radius: 3px; cursor: pointer; }
.pw-wall-bar button:hover { background: var(--pw-hover); }
.pw-wall-bar button:focus-visible, .pw-wall-scroller:focus-visible { outline: 2px solid var(--pw-accent); outline-offset: -2px; }
.pw-wall-scroller { position: relative; overflow: auto; height: min(78vh, 60rem); overscroll-behavior: contain; }
.pw-wall-canvas { position: relative; overflow: clip; min-height: 100%; }
.pw-wall-head { position: sticky; top: 0; left: 0; z-index: 3; display: flex; height: 40px; background: var(--pw-paper); border-bottom: 1px solid var(--pw-rule-strong); box-sizing: border-box; }
.pw-wall-corner { flex: none; box-sizing: border-box; padding: 1.1em .6em 0; color: var(--pw-muted); font-size: .85em; border-right: 1px solid var(--pw-rule); }
.pw-wall-grip { position: absolute; top: 0; bottom: 0; width: 8px; cursor: col-resize; touch-action: none; }
.pw-wall-grip:hover, .pw-wall-grip:focus-visible, .pw-wall-grip:active { background: var(--pw-accent); outline: none; }
.pw-wall-axis { flex: 1; overflow: hidden; }
.pw-wall-labels { position: sticky; left: 0; z-index: 2; width: 0; margin-top: -40px; height: 0; }
.pw-wall-label { display: flex; align-items: center; gap: .25em; height: 26px; box-sizing: border-box; padding-right: .4em; background: var(--pw-paper); border-right: 1px solid var(--pw-rule); border-bottom: 1px solid var(--pw-rule); font-size: 12px; cursor: pointer; }
.pw-wall-label.pw-kind-project { font-weight: 700; background: var(--pw-band); }
.pw-wall-label.pw-kind-summary { font-weight: 600; }
.pw-wall-label:hover { background: var(--pw-hover); }
.pw-wall-twisty { flex: none; width: 1em; text-align: center; color: var(--pw-muted); }
.pw-wall-sign { flex: none; }
.pw-ink-red { color: var(--pw-red); } .pw-ink-yellow { color: var(--pw-yellow); } .pw-ink-green { color: var(--pw-green); }
.pw-ink-blue { color: var(--pw-blue); } .pw-ink-grey { color: var(--pw-grey); }
/* Names are cut last: the days of slack, which stay whole, give way to them into a line that is out of sight. */
.pw-wall-said { flex: 1 1 0; min-width: 0; display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: .4em; height: 25px; line-height: 25px; overflow: hidden; }
.pw-wall-name { max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.pw-wall-slack { white-space: nowrap; color: var(--pw-muted); font-weight: 400; font-size: 11px; font-variant-numeric: tabular-nums; }
.pw-wall-late { color: var(--pw-red); font-weight: 600; }
.pw-wall-picture { position: absolute; top: 0; left: 0; pointer-events: auto; }
.pw-wall .pw-svg { width: auto; min-width: 0; overflow: hidden; }
.pw-wall .pw-row { cursor: pointer; }
.pw-wall .pw-row:hover > .pw-hit { fill: var(--pw-hover); }
.pw-wall .pw-here > .pw-hit { fill: var(--pw-hover); }
.pw-wall-label.pw-here { background: var(--pw-hover); box-shadow: inset 3px 0 var(--pw-accent); }
.pw-wall-scroller:focus .pw-focus > .pw-hit { stroke: var(--pw-accent); stroke-width: 1.5; }
.pw-wall-scroller:focus .pw-wall-label.pw-focus { outline: 1.5px solid var(--pw-accent); outline-offset: -2px; }
.pw-wall-status { fill: var(--pw-red); }
@media screen { .pw-wall-live > .pw-chart-box { display: none; } }
@media print { .pw-wall { display: none; } }
`;
