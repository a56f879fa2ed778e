/** The colours of a preview, taken from the theme of the editor. */

/**
 * What the themes of editors give for lights is meant for signs and lines: as text on a light ground much of it has a
 * contrast of 2 or 3. These have at least 4.5 on the grounds of the editor's own themes and most others, as has what is
 * written on the areas.
 */
const ON_LIGHT = `
  --pw-fit: 9pt; --pw-red: #b3261e; --pw-yellow: #805900; --pw-green: #1b6e3c; --pw-blue: #1f5a96; --pw-grey: #565f69;
  --pw-fill-red: #c73a30; --pw-fill-yellow: #e3b341; --pw-fill-green: #2f7d4c; --pw-fill-blue: #2f6aa8;
  --pw-fill-grey: #69727c; --pw-on-fill: #ffffff; --pw-on-yellow: #2b2100; --pw-done: #1f5a96;
`;
const ON_DARK = `
  --pw-red: #ff8f85; --pw-yellow: #e8bd4d; --pw-green: #6fce93; --pw-blue: #7db4ea; --pw-grey: #a7b0bb;
  --pw-fill-red: #e0645a; --pw-fill-yellow: #d4a62f; --pw-fill-green: #4fae74; --pw-fill-blue: #4d8fd1;
  --pw-fill-grey: #8a94a0; --pw-on-fill: #0f1216; --pw-on-yellow: #0f1216; --pw-done: #7db4ea;
`;

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
  --pw-muted: color-mix(in srgb, var(--vscode-descriptionForeground) 75%, var(--vscode-editor-foreground));
  --pw-rule: var(--vscode-editorWidget-border, var(--vscode-panel-border, #8884));
  --pw-rule-strong: var(--vscode-editor-foreground);
  --pw-band: var(--vscode-editorWidget-background, transparent);
  --pw-hover: var(--vscode-list-hoverBackground);
  --pw-accent: var(--vscode-textLink-foreground);
  --pw-plan: color-mix(in srgb, var(--vscode-editor-foreground) 32%, var(--vscode-editor-background));
}
.vscode-light, .vscode-high-contrast-light.vscode-high-contrast-light {${ON_LIGHT}}
.vscode-dark, .vscode-high-contrast {${ON_DARK}}
body { padding: 0; background: var(--pw-paper); }
.pw-report [data-origin] { cursor: pointer; }
.pw-report [data-origin]:hover { background: var(--pw-hover); }
.pw-report [data-origin]:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.pw-report .pw-here { background: var(--pw-here, var(--vscode-editor-selectionHighlightBackground)); }
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
