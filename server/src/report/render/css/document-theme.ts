/** The colours of a stand-alone file, by day, by night and on paper. */
export const documentThemeCss = `
:root {
  color-scheme: light dark;
  --pw-font: "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Segoe UI", system-ui, sans-serif;
  --pw-mono: ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace;
  --pw-size: 15px;
  --pw-paper: #ffffff;
  --pw-ink: #1c2128;
  --pw-muted: #5c6570;
  --pw-rule: #dde1e6;
  --pw-rule-strong: #39424e;
  --pw-band: #f4f6f8;
  --pw-hover: #eaf1f9;
  --pw-accent: #1f5a96;
  --pw-red: #b3261e;
  --pw-yellow: #8f6400;
  --pw-green: #1b6e3c;
  --pw-blue: #1f5a96;
  /* The font of tables on paper; a wide one has its own. */
  --pw-fit: 9pt;
  --pw-grey: #646c76;
  --pw-fill-red: #d0463c;
  --pw-fill-yellow: #e3b341;
  --pw-fill-green: #3f9a62;
  --pw-fill-blue: #3b79b8;
  --pw-fill-grey: #a3abb5;
  --pw-on-fill: #ffffff;
  --pw-on-yellow: #2b2100;
  --pw-plan: #b4bdc8;
  --pw-done: #2b6cb0;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --pw-paper: #15181d;
    --pw-ink: #e3e7ec;
    --pw-muted: #9aa4b0;
    --pw-rule: #2d333c;
    --pw-rule-strong: #8a95a3;
    --pw-band: #1c2128;
    --pw-hover: #233041;
    --pw-accent: #7db4ea;
    --pw-red: #ff8f85;
    --pw-yellow: #e8bd4d;
    --pw-green: #6fce93;
    --pw-blue: #7db4ea;
    --pw-grey: #9aa4b0;
    --pw-fill-red: #e0645a;
    --pw-fill-yellow: #d4a62f;
    --pw-fill-green: #4fae74;
    --pw-fill-blue: #4d8fd1;
    --pw-fill-grey: #6c7682;
    --pw-on-fill: #0f1216;
    --pw-on-yellow: #0f1216;
    --pw-plan: #4a5563;
    --pw-done: #5a9be0;
  }
}
html { background: var(--pw-paper); }
body { margin: 0; }
`;
