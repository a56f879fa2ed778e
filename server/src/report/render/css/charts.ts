/** How charts look. Lines and texts have classes only; colours come from the theme. */
export const chartCss = `
.pw-figure-block { break-inside: avoid; }
.pw-figure-block figcaption { font-weight: 600; margin-bottom: .25em; }
.pw-legend { display: flex; flex-wrap: wrap; gap: .15em 1.2em; margin: 0 0 .5em; padding: 0; list-style: none; color: var(--pw-muted); font-size: .87em; }
.pw-legend li { display: inline-flex; align-items: center; gap: .4em; margin: 0; }
.pw-chart-box { overflow-x: auto; }
.pw-diagram { max-width: 54rem; }
.pw-svg { display: block; width: 100%; height: auto; font-family: var(--pw-font); font-size: 12px; }
.pw-diagram .pw-svg { min-width: 28rem; }
.pw-gantt .pw-svg { min-width: 62rem; }
.pw-gantt .pw-chart-box + .pw-chart-box { margin-top: 1.5rem; }
.pw-svg text { fill: var(--pw-ink); stroke: none; }
.pw-svg .pw-tick { fill: var(--pw-muted); font-size: 11.5px; }
.pw-axis { stroke: var(--pw-rule-strong); stroke-width: 1; }
.pw-grid, .pw-row-rule { stroke: var(--pw-rule); stroke-width: 1; }
.pw-hit { fill: transparent; }
.pw-bar-row[data-origin]:hover > .pw-hit, .pw-row[data-origin]:hover > .pw-hit { fill: var(--pw-hover); }
.pw-status { stroke: var(--pw-red); stroke-width: 1.4; stroke-dasharray: 5 3; }
.pw-svg .pw-status-label { fill: var(--pw-red); font-size: 11.5px; font-weight: 600; paint-order: stroke; stroke: var(--pw-paper); stroke-width: 4px; }
.pw-svg .pw-figure { fill: var(--pw-muted); }

.pw-curve, .pw-curve path { fill: none; stroke-width: 2.4; stroke-linejoin: round; }
.pw-curve-plan { stroke: var(--pw-grey); stroke-dasharray: 6 4; }
.pw-curve-done { stroke: var(--pw-done); }
.pw-curve .pw-dot { stroke-dasharray: none; stroke-width: 1.6; fill: var(--pw-paper); }
.pw-svg .pw-figure-plan { fill: var(--pw-grey); }
.pw-svg .pw-figure-done { fill: var(--pw-done); font-weight: 700; }

.pw-area-plan { fill: var(--pw-plan); opacity: .55; } .pw-area-done { fill: var(--pw-done); }
.pw-red .pw-area-done { fill: var(--pw-fill-red); } .pw-yellow .pw-area-done { fill: var(--pw-fill-yellow); }
.pw-green .pw-area-done { fill: var(--pw-fill-green); } .pw-blue .pw-area-done { fill: var(--pw-fill-blue); }
.pw-grey .pw-area-done { fill: var(--pw-fill-grey); }

.pw-fill-red .pw-segment { fill: var(--pw-fill-red); } .pw-fill-yellow .pw-segment { fill: var(--pw-fill-yellow); }
.pw-fill-green .pw-segment { fill: var(--pw-fill-green); } .pw-fill-blue .pw-segment { fill: var(--pw-fill-blue); }
.pw-fill-grey .pw-segment { fill: var(--pw-fill-grey); }
.pw-series-0 .pw-segment { fill: var(--pw-fill-blue); } .pw-series-1 .pw-segment { fill: var(--pw-fill-green); }
.pw-series-2 .pw-segment { fill: var(--pw-fill-yellow); } .pw-series-3 .pw-segment { fill: var(--pw-fill-grey); }
.pw-series-4 .pw-segment { fill: var(--pw-fill-red); } .pw-series-5 .pw-segment { fill: var(--pw-plan); }
.pw-svg .pw-on-fill { fill: var(--pw-on-fill); }
.pw-svg :is(.pw-fill-yellow, .pw-series-2) .pw-on-fill { fill: var(--pw-on-yellow); }

/* The colours are those of the lights: what is on time is green, what is done blue. */
.pw-row { --pw-row-colour: var(--pw-fill-green); }
.pw-is-late { --pw-row-colour: var(--pw-fill-red); } .pw-is-atRisk { --pw-row-colour: var(--pw-fill-yellow); }
.pw-is-done { --pw-row-colour: var(--pw-fill-blue); } .pw-is-unknown { --pw-row-colour: var(--pw-fill-grey); }
.pw-bar-plan { fill: var(--pw-plan); }
.pw-bar-forecast { fill: color-mix(in srgb, var(--pw-row-colour) 28%, var(--pw-paper)); stroke: var(--pw-row-colour); stroke-width: 1; }
.pw-bar-actual { fill: var(--pw-row-colour); stroke: var(--pw-row-colour); stroke-width: 1; }
.pw-critical > .pw-bar-forecast { stroke: var(--pw-ink); stroke-width: 1.6; }
.pw-mark-open { fill: color-mix(in srgb, var(--pw-row-colour) 28%, var(--pw-paper)); stroke: var(--pw-row-colour); stroke-width: 1.8; }
.pw-mark-done { fill: var(--pw-row-colour); stroke: var(--pw-row-colour); stroke-width: 1.2; }
.pw-mark-plan { fill: var(--pw-paper); stroke: var(--pw-grey); stroke-width: 1.2; }
.pw-due { fill: var(--pw-ink); stroke: var(--pw-ink); stroke-width: 1.3; }
.pw-overrun { stroke: var(--pw-fill-red); stroke-width: 3; stroke-dasharray: 3 2; }
.pw-slack { stroke: var(--pw-muted); stroke-width: 1.5; stroke-dasharray: 1.5 3; }
.pw-svg .pw-figure-late { fill: var(--pw-red); font-weight: 600; }
.pw-svg .pw-owner { fill: var(--pw-muted); }
.pw-svg .pw-lane-name { font-size: 10.5px; paint-order: stroke; stroke: var(--pw-paper); stroke-width: 2.5px; }
.pw-svg .pw-beyond { font-size: 9.5px; fill: var(--pw-muted); } .pw-beyond-back { fill: var(--pw-paper); }
.pw-svg .pw-band-heading { fill: var(--pw-band); } .pw-kind-project > .pw-band-label.pw-hit { fill: none; }
.pw-dependencies { pointer-events: none; }
.pw-dependency { fill: none; stroke: var(--pw-muted); stroke-width: 1; opacity: .75; }
.pw-driving { stroke: var(--pw-ink); stroke-width: 1.5; opacity: 1; }
.pw-kind-project > .pw-row-label { font-weight: 700; font-size: 12.5px; }
.pw-kind-project > .pw-hit { fill: var(--pw-band); }
.pw-kind-summary > .pw-row-label { font-weight: 600; }
.pw-svg .pw-sign-red { fill: var(--pw-red); } .pw-svg .pw-sign-yellow { fill: var(--pw-yellow); } .pw-svg .pw-sign-green { fill: var(--pw-green); }
.pw-svg .pw-sign-blue { fill: var(--pw-blue); } .pw-svg .pw-sign-grey { fill: var(--pw-grey); }
@media print { .pw-diagram .pw-svg, .pw-gantt .pw-svg { min-width: 0; } .pw-chart-box { break-inside: avoid; } .pw-gantt { break-inside: auto; } .pw-gantt .pw-chart-box + .pw-chart-box { margin: 0; break-before: page; } }
`;
