// One window of a real VS Code with the packed extension, and the things a person does in it: read, type, run a command,
// look at the preview. Every wait has an end, and an error says what was waited for.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EXTENSION_ID } from './code-server.mjs';
import { Palette } from './palette.mjs';
import { ProblemsView } from './problems-view.mjs';
import { TextEditor } from './text-editor.mjs';
import { FIRST_ANSWER, patient, until } from './wait-until.mjs';

/** Where screenshots go; not under version control. */
const OUT = fileURLToPath(new URL('../../out/e2e/', import.meta.url));

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What VS Code complains about on its own in this set-up. */
const NOISE = /status of 404|authentication provider 'github'|\[lifecycle\]|gallery/i;

/** How the themes are called in the picker, and what the workbench is marked with then. */
const THEME_PICKS = {
  light: { label: 'Light Modern', workbenchClass: 'vs' },
  dark: { label: 'Dark Modern', workbenchClass: 'vs-dark' },
  'high-contrast': { label: 'Dark High Contrast', workbenchClass: 'hc-black' },
  'high-contrast-light': { label: 'Light High Contrast', workbenchClass: 'hc-light' },
};

/** Starts Debian's Chromium. @param {import('./code-server.mjs').CodeServer} server */
export async function launchChromium(server) {
  const { chromium } = await import(pathToFileURL(server.parts.playwright).href);
  return chromium.launch({ executablePath: server.parts.chromium, args: CHROMIUM_FLAGS });
}

export class Studio {
  /** What the page's own console called an error; shown when a scenario fails. @type {string[]} */
  consoleErrors = [];

  constructor(server, context, page, folder, file, settings) {
    this.server = server;
    this.context = context;
    this.page = page;
    this.folder = folder;
    this.palette = new Palette(page);
    this.text = new TextEditor(page, folder, file, this.palette);
    this.problems = new ProblemsView(page);
    this.settings = settings;
    page.on('console', (message) => {
      if (message.type() === 'error' && !NOISE.test(message.text())) this.consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => this.consoleErrors.push(String(error)));
  }

  /**
   * Opens a copy of a fixture folder in a new window that remembers nothing of earlier ones.
   * @param {import('./code-server.mjs').CodeServer} server
   * @param browser what `launchChromium` gave
   * @param {{ fixture: string, file: string, theme?: import('./code-server.mjs').Theme, settings?: Record<string, unknown>,
   *   viewport?: { width: number, height: number }, prepare?: (folder: string) => void }} options `fixture` an absolute
   *   folder, `file` relative to it; `prepare` is given the copy before it is opened
   */
  static async open(
    server,
    browser,
    { fixture, file, theme = 'light', settings = {}, viewport = { width: 1400, height: 900 }, prepare },
  ) {
    server.writeSettings(theme, settings);
    const folder = server.workspace(fixture);
    prepare?.(folder);
    const colorScheme = theme === 'dark' || theme === 'high-contrast' ? 'dark' : 'light';
    const locale = server.displayLanguage === 'zh-cn' ? 'zh-CN' : 'en-US';
    const context = await browser.newContext({ viewport, colorScheme, locale });
    context.setDefaultTimeout(patient(30_000));
    context.setDefaultNavigationTimeout(FIRST_ANSWER);
    const page = await context.newPage();
    const studio = new Studio(server, context, page, folder, file, settings);
    await page.goto(server.address(folder, file));
    await studio.#ready();
    return studio;
  }

  /**
   * Waits for the text and for the extension, which shows its status date when it is up. On a machine with much else to do
   * the extension host may take longer than the minute VS Code gives it; then the window is reloaded, once, as it asks for.
   */
  async #ready() {
    for (const again of [true, false]) {
      await this.page.locator('.monaco-workbench').waitFor({ timeout: FIRST_ANSWER });
      await this.text.pane.locator('.view-line').first().waitFor({ timeout: FIRST_ANSWER });
      const errorsBefore = this.consoleErrors.length;
      const came = await until(
        'the extension to show its status date',
        async () => {
          const given = this.consoleErrors.slice(errorsBefore).some((text) => text.includes('took longer than 60s'));
          if (given && again) return 'late';
          return (await this.page.locator(`.statusbar-item[id^="${EXTENSION_ID}"]`).count()) > 0 ? 'there' : undefined;
        },
        { timeout: FIRST_ANSWER },
      );
      if (came === 'there') return;
      await this.page.reload();
    }
  }

  /** The document inside the webview on screen, as a playwright frame locator. */
  previewFrame(index = 0) {
    return this.page
      .frameLocator(`iframe.webview.ready >> visible=true >> nth=${index}`)
      .frameLocator('iframe#active-frame');
  }

  /** Waits until the preview shows a text. */
  async waitForPreview(text, { timeout = patient(30_000) } = {}) {
    await this.previewFrame().getByText(text).first().waitFor({ timeout });
  }

  async previewText() {
    return (await this.previewFrame().locator('body').allInnerTexts()).join('\n');
  }

  /**
   * Reloads the window. Not by the page's own address: that one names a file to open, and a window that is given files does
   * not restore its editors. VS Code in a browser writes its state down every five seconds only.
   */
  async reload() {
    await this.page.waitForTimeout(6000);
    await this.page.goto(this.server.address(this.folder));
    await this.#ready();
  }

  /**
   * Switches the colour theme of the running window as a person does: without its native parts VS Code may take long to notice
   * a settings file that was changed behind its back.
   * @param {import('./code-server.mjs').Theme} theme
   */
  async switchTheme(theme) {
    const { label, workbenchClass } = THEME_PICKS[theme];
    await this.text.focus();
    await this.palette.run('Preferences: Color Theme');
    await this.palette.pick(label);
    await this.page.locator(`.monaco-workbench.${workbenchClass}`).waitFor({ timeout: patient(20_000) });
  }

  /** Writes the window to out/e2e/NAME.png and returns the path. */
  async screenshot(name) {
    mkdirSync(OUT, { recursive: true });
    const path = join(OUT, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  async close() {
    await this.context.close();
  }
}
