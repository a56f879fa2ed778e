// A code-server of one's own: scratch home, scratch settings, the packed extension installed, and an end that leaves no
// process behind. What happens in its pages is driven by studio.mjs.

import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { installation } from './install.mjs';
import { packChineseDisplayLanguage, registerChineseDisplayLanguage } from './language-pack.mjs';
import { patient, until } from './wait-until.mjs';

/** The identifier the extension is published under; its process and its log folder are found by it. */
export const EXTENSION_ID = 'planwright.planwright';

const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** @typedef {keyof typeof THEMES} Theme */

/** What makes a fresh VS Code quiet and the same every time; a test may add to it. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.enableExperiments': false,
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'window.confirmBeforeClose': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': true,
  'git.openRepositoryInParentFolders': 'never',
  // Unsaved text must stay unsaved: the previews and diagnostics are promised for what is typed, not for what is on disk.
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  // What a test types is what stands there.
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  // Words of the file would be mixed with what the language offers.
  'editor.wordBasedSuggestions': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.accessibilitySupport': 'off',
};

/** A TCP port that is free now. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export class CodeServer {
  #child;
  #output = '';

  /**
   * @param {{ vsix: string, displayLanguage?: 'en' | 'zh-cn' }} options the packed extension, and the language VS Code
   *   shows (needs a language pack: a stand-in with the few texts the tests look at is made on the spot)
   */
  constructor({ vsix, displayLanguage = 'en' }) {
    if (!existsSync(vsix)) throw new Error(`${vsix} is not there: run \`npm run package\` first`);
    this.parts = installation();
    if (!this.parts.complete)
      throw new Error('the end-to-end tools are not installed: run `node test/e2e/install.mjs`');
    this.vsix = vsix;
    this.displayLanguage = displayLanguage;
    // Short, because VS Code puts Unix sockets below it and their paths are limited to 107 bytes.
    this.scratch = mkdtempSync(join(tmpdir(), 'pw-'));
    this.data = join(this.scratch, 'data');
    this.extensions = join(this.scratch, 'ext');
    this.writeSettings('light');
  }

  /** For the windows opened from now on. @param {Theme} theme @param {Record<string, unknown>} [settings] */
  writeSettings(theme, settings = {}) {
    const folder = join(this.data, 'User');
    mkdirSync(folder, { recursive: true });
    const all = { ...QUIET_SETTINGS, 'workbench.colorTheme': THEMES[theme], ...settings };
    writeFileSync(join(folder, 'settings.json'), `${JSON.stringify(all, null, 2)}\n`);
  }

  /** A fresh copy of a fixture folder, outside the repository, to be edited at will. Returns its path. */
  workspace(fixture) {
    const parent = mkdtempSync(join(this.scratch, 'w-'));
    const folder = join(parent, basename(fixture));
    cpSync(fixture, folder, { recursive: true });
    return folder;
  }

  /** Installs the extension and starts serving; resolves once the workbench page is delivered. */
  async start() {
    const env = this.#environment();
    for (const vsix of [
      this.vsix,
      ...(this.displayLanguage === 'zh-cn' ? [packChineseDisplayLanguage(this.scratch)] : []),
    ]) {
      const answer = spawnSync(this.parts.node, [...this.#args(0), '--install-extension', vsix], {
        env,
        encoding: 'utf8',
      });
      if (answer.status !== 0 || /failed/i.test(answer.stderr)) {
        throw new Error(`installing ${vsix} failed:\n${answer.stdout}\n${answer.stderr}`);
      }
    }
    if (this.displayLanguage === 'zh-cn') registerChineseDisplayLanguage(this.data, this.extensions);
    this.port = await freePort();
    this.#child = spawn(this.parts.node, this.#args(this.port), {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', (chunk) => {
        this.#output = (this.#output + chunk).slice(-20_000);
      });
    }
    // /healthz answers long before the VS Code inside does.
    await until(
      `code-server to serve the workbench; it said:\n${this.#output}`,
      async () => {
        if (this.#child.exitCode !== null) throw new Error(`code-server ended: ${this.#output}`);
        const answer = await fetch(`${this.origin}/`);
        return (await answer.text()).includes('vscode-workbench-web-configuration');
      },
      { timeout: patient(60_000), every: 200 },
    );
    return this;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Address of the workbench on a folder, with a file open in it. `file` is relative to the folder. */
  address(folder, file) {
    const query = new URLSearchParams({ folder });
    if (file !== undefined) {
      query.set(
        'payload',
        JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${this.port}${encodeURI(join(folder, file))}`]]),
      );
    }
    return `${this.origin}/?${query}`;
  }

  /** Ids of the extension's own processes (its language server): those that run a file of the installed extension. */
  extensionProcesses() {
    const found = [];
    for (const entry of readdirSync('/proc')) {
      if (!/^\d+$/.test(entry)) continue;
      try {
        const [, ...args] = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0');
        if (args.some((arg) => arg.startsWith(join(this.extensions, EXTENSION_ID)))) found.push(Number(entry));
      } catch {
        // ended while we looked
      }
    }
    return found;
  }

  /** What the newest window's extension host, the extension and the server have logged last. */
  logTail(lines = 40) {
    const newest = walk(join(this.data, 'logs')).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    const window = newest.find((file) => file.endsWith('exthost.log'));
    const parts = [];
    for (const file of newest) {
      const wanted = file === window || file.toLowerCase().includes('planwright');
      if (!wanted || window === undefined || !file.startsWith(dirname(window))) continue;
      const text = readFileSync(file, 'utf8').trimEnd();
      if (text !== '') parts.push(`--- ${file.slice(this.data.length + 1)}\n${lastLines(text, lines)}`);
    }
    parts.push(`--- code-server\n${lastLines(this.#output.trimEnd(), 12)}`);
    return parts.join('\n');
  }

  /** Ends the whole process group and removes the scratch folder. */
  async stop({ keep = process.env.PLANWRIGHT_E2E_KEEP === '1' } = {}) {
    const child = this.#child;
    if (child?.pid !== undefined) {
      this.#signal('SIGTERM');
      await until('code-server to end', () => groupIsGone(child.pid), { timeout: patient(5000) }).catch(() => {});
      this.#signal('SIGKILL');
      this.#child = undefined;
    }
    if (keep) process.stdout.write(`kept ${this.scratch}\n`);
    else rmSync(this.scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** For an exit that cannot wait. */
  killNow() {
    this.#signal('SIGKILL');
    if (process.env.PLANWRIGHT_E2E_KEEP !== '1') rmSync(this.scratch, { recursive: true, force: true, maxRetries: 5 });
  }

  #signal(signal) {
    try {
      if (this.#child?.pid !== undefined) process.kill(-this.#child.pid, signal);
    } catch {
      // nothing left to end
    }
  }

  #args(port) {
    const config = join(this.scratch, 'config.yaml');
    if (!existsSync(config)) writeFileSync(config, 'auth: none\n');
    return [
      this.parts.codeServer,
      ...['--config', config],
      ...['--bind-addr', `127.0.0.1:${port}`],
      ...['--auth', 'none'],
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
      ...['--reconnection-grace-time', '5'],
      ...['--user-data-dir', this.data],
      ...['--extensions-dir', this.extensions],
      ...(this.displayLanguage === 'en' ? [] : ['--locale', this.displayLanguage]),
    ];
  }

  /** The user's own settings, caches and proxies must not reach in, nor anything here reach out. */
  #environment() {
    const folder = (name) => {
      const path = join(this.scratch, name);
      mkdirSync(path, { recursive: true });
      return path;
    };
    return {
      PATH: `${dirname(this.parts.node)}${delimiter}${process.env.PATH ?? ''}`,
      // No marketplace: the tests need nothing from it and it may not be reachable.
      EXTENSIONS_GALLERY: '{}',
      LANG: 'C.UTF-8',
      TZ: 'Asia/Shanghai',
      HOME: folder('home'),
      TMPDIR: folder('tmp'),
      XDG_CONFIG_HOME: folder('home/.config'),
      XDG_DATA_HOME: folder('home/.local/share'),
      XDG_CACHE_HOME: folder('home/.cache'),
      XDG_RUNTIME_DIR: folder('run'),
    };
  }
}

function groupIsGone(pid) {
  try {
    process.kill(-pid, 0);
    return false;
  } catch {
    return true;
  }
}

function lastLines(text, count) {
  return text.split('\n').slice(-count).join('\n');
}

function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
