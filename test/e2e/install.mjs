#!/usr/bin/env node
// Installs what the end-to-end tests need: a VS Code that runs headless (code-server), the Node it runs on, and a driver
// for Debian's Chromium. Nothing is compiled and nothing lands in the repository: everything goes to one cache folder that
// is reused as long as the versions below stay the same. Needs only the npm registry and Debian packages.
//
//   node test/e2e/install.mjs            install what is missing
//   node test/e2e/install.mjs --check    only say whether it is complete (exit code 1 when it is not)

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** code-server 4.139 carries VS Code 1.139 and wants Node 24, which the npm package below brings for this platform. */
const NODE_PACKAGE = `node-linux-${process.arch === 'arm64' ? 'arm64' : 'x64'}`;
const PACKAGES = {
  [NODE_PACKAGE]: '24.21.0',
  'code-server': '4.139.1',
  'playwright-core': '1.65.1',
};
/** Chromium draws the workbench; without Noto CJK every Chinese character is a box. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];
const CHROMIUM_CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The folder that holds the installation; outside the repository so that a clean checkout can reuse it. */
export function cacheFolder() {
  return (
    process.env.PLANWRIGHT_E2E_CACHE ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'planwright-e2e')
  );
}

/**
 * Where each part is, or `undefined` for one that is missing.
 * @returns {{ node: string, codeServer: string, playwright: string, chromium: string | undefined, complete: boolean }}
 */
export function installation() {
  const modules = join(cacheFolder(), 'node_modules');
  const parts = {
    node: join(modules, NODE_PACKAGE, 'bin', 'node'),
    codeServer: join(modules, 'code-server', 'out', 'node', 'entry.js'),
    playwright: join(modules, 'playwright-core', 'index.mjs'),
    chromium: process.env.PLANWRIGHT_E2E_CHROMIUM ?? CHROMIUM_CANDIDATES.find((path) => existsSync(path)),
  };
  const complete =
    parts.chromium !== undefined &&
    hasChineseFont() &&
    readStamp() === wantedStamp() &&
    existsSync(parts.node) &&
    existsSync(parts.codeServer);
  return { ...parts, complete };
}

const stampFile = () => join(cacheFolder(), 'installed.json');
const wantedStamp = () => JSON.stringify(PACKAGES);

function readStamp() {
  try {
    return readFileSync(stampFile(), 'utf8');
  } catch {
    return undefined; // never installed, or interrupted before the end
  }
}

function hasChineseFont() {
  const answer = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return answer.status === 0 && answer.stdout.trim() !== '';
}

function say(text) {
  process.stdout.write(`e2e install: ${text}\n`);
}

/** Runs a program and stops the installation with its output when it fails. */
function run(program, args, options = {}) {
  const started = Date.now();
  say(`${program} ${args.join(' ')}${options.cwd === undefined ? '' : `   (in ${options.cwd})`}`);
  const answer = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  if (answer.error !== undefined || answer.status !== 0) {
    const reason = answer.error?.message ?? `exit code ${answer.status ?? answer.signal}`;
    process.stderr.write(`${answer.stdout ?? ''}\n${answer.stderr ?? ''}\n`);
    throw new Error(`${program} ${args[0]} failed: ${reason}`);
  }
  say(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function installDebianPackages() {
  const { chromium } = installation();
  if (chromium !== undefined && hasChineseFont()) {
    say(`Chromium at ${chromium} and a Chinese font are there`);
    return;
  }
  const root = process.getuid?.() === 0;
  const sudo = root ? [] : ['sudo', '--non-interactive'];
  const apt = (...args) => {
    const [program, ...rest] = [...sudo, 'apt-get', ...args];
    run(program, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES, 'fontconfig');
}

function installNpmPackages() {
  const folder = cacheFolder();
  if (readStamp() === wantedStamp()) {
    say(`code-server and playwright-core are in ${folder}`);
    return;
  }
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  rmSync(join(folder, 'package-lock.json'), { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name: 'planwright-e2e-cache', private: true, dependencies: PACKAGES }, null, 2)}\n`,
  );
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel', 'error'];
  run('npm', ['install', '--ignore-scripts', ...quiet], { cwd: folder });

  // code-server's own install script would compile native parts; without it the dependencies of the VS Code inside are
  // missing, so they are installed here. Not with `npm ci`, which also resolves what the lock files name for development.
  const { node } = installation();
  const bin = realpathSync(join(node, '..'));
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  for (const cwd of [vscode, join(vscode, 'extensions')]) {
    run('npm', ['install', '--omit=dev', '--ignore-scripts', ...quiet], { cwd, env });
  }
  run(node, [installation().codeServer, '--version']);
  // Last, so that an interrupted installation is taken for what it is.
  writeFileSync(`${stampFile()}.part`, wantedStamp());
  renameSync(`${stampFile()}.part`, stampFile());
}

/**
 * Without compiled parts VS Code runs, but writes no log file and complains about each; these do the same in JavaScript.
 * The logs are what is shown when a scenario fails.
 */
const NATIVE_STAND_INS = {
  '@vscode/native-watchdog': `exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
`,
  '@vscode/spdlog': `const fs = require('fs');
const path = require('path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
    if (file) fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  write(level, message) {
    if (level < this.level || !this.file) return;
    const head = this.raw ? '' : new Date().toISOString() + ' [' + NAMES[level] + '] ';
    fs.appendFileSync(this.file, head + message + (this.raw ? '' : '\\n'));
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
}
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
`,
};

function writeNativeStandIns() {
  for (const [name, code] of Object.entries(NATIVE_STAND_INS)) {
    const file = join(cacheFolder(), 'node_modules', 'code-server', 'lib', 'vscode', 'node_modules', name, 'index.js');
    if (readFileSync(file, 'utf8') !== code) writeFileSync(file, code);
  }
}

/** Installs what is missing and returns where everything is. */
export function install() {
  const started = Date.now();
  installDebianPackages();
  installNpmPackages();
  writeNativeStandIns();
  const found = installation();
  if (!found.complete) throw new Error(`the installation in ${cacheFolder()} is incomplete: ${JSON.stringify(found)}`);
  say(`ready in ${((Date.now() - started) / 1000).toFixed(1)} s: ${cacheFolder()}`);
  return found;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    if (process.argv.includes('--check')) {
      const found = installation();
      say(found.complete ? `complete: ${cacheFolder()}` : `incomplete: ${JSON.stringify(found)}`);
      process.exitCode = found.complete ? 0 : 1;
    } else {
      install();
    }
  } catch (error) {
    process.stderr.write(`e2e install: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
