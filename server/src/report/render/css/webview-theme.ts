/** The colours of a preview, taken from the theme of the editor. */

/**
 * The same properties, taken from the editor's theme. In high contrast themes areas are told apart by borders and
 * nothing is lighter than the text.
 */
export const webviewThemeCss = `
:root {
  --pw-font: var(--vscode-font-family), "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  --pw-mono: var(--vscode-editor-font-family), monospace;
  --pw-size: var(--vscode-font-size, 13px);
  --pw-paper: var(--vscode-editor-background);
  --pw-ink: var(--vscode-editor-foreground);
  --pw-muted: var(--vscode-descriptionForeground);
  --pw-rule: var(--vscode-editorWidget-border, var(--vscode-panel-border, #8884));
  --pw-rule-strong: var(--vscode-editor-foreground);
  --pw-band: var(--vscode-editorWidget-background, transparent);
  --pw-hover: var(--vscode-list-hoverBackground);
  --pw-accent: var(--vscode-textLink-foreground);
  --pw-red: var(--vscode-editorError-foreground, var(--vscode-charts-red));
  --pw-yellow: var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow));
  --pw-green: var(--vscode-testing-iconPassed, var(--vscode-charts-green));
  --pw-blue: var(--vscode-editorInfo-foreground, var(--vscode-charts-blue));
  --pw-grey: var(--vscode-descriptionForeground);
  --pw-fill-red: var(--vscode-charts-red);
  --pw-fill-yellow: var(--vscode-charts-yellow);
  --pw-fill-green: var(--vscode-charts-green);
  --pw-fill-blue: var(--vscode-charts-blue);
  --pw-fill-grey: var(--vscode-disabledForeground, #888);
  --pw-on-fill: var(--vscode-editor-background);
  --pw-on-yellow: var(--vscode-editor-background);
  --pw-plan: color-mix(in srgb, var(--vscode-editor-foreground) 32%, var(--vscode-editor-background));
  --pw-done: var(--vscode-charts-blue);
}
body { padding: 0; background: var(--pw-paper); }
.pw-report [data-origin] { cursor: pointer; }
.pw-report [data-origin]:hover { background: var(--pw-hover); }
.pw-report [data-origin]:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.pw-report .pw-here { background: var(--vscode-editor-selectionHighlightBackground); }
.vscode-high-contrast, .vscode-high-contrast-light {
  --pw-muted: var(--vscode-editor-foreground);
  --pw-rule: var(--vscode-contrastBorder);
  --pw-hover: transparent;
  --pw-band: var(--vscode-editor-background);
  --pw-plan: var(--vscode-editor-background);
}
:is(.vscode-high-contrast, .vscode-high-contrast-light) .pw-progress-track { fill: var(--pw-band); }
.vscode-high-contrast .pw-report [data-origin]:hover, .vscode-high-contrast-light .pw-report [data-origin]:hover {
  outline: 1px dashed var(--vscode-contrastActiveBorder);
}
:is(.vscode-high-contrast, .vscode-high-contrast-light)
  :is(.pw-area-plan, .pw-area-done, .pw-bar-plan, .pw-bar-forecast, .pw-bar-actual, .pw-segment, .pw-progress-track) {
  stroke: var(--vscode-contrastBorder);
  stroke-width: 1;
}
`;
