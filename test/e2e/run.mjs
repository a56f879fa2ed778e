#!/usr/bin/env node
// Runs the scenarios against the packed extension in a real VS Code.
//
//   node test/e2e/run.mjs                       all scenarios
//   node test/e2e/run.mjs window reload, hover  those whose name holds one of the phrases between the commas
//   node test/e2e/run.mjs --list                their names
//   node test/e2e/run.mjs --vsix FILE           another vsix than ./planwright.vsix
//   node test/e2e/run.mjs --times               how long an edit takes to stand in its preview, in place of the scenarios
//   node test/e2e/run.mjs --pictures            takes the pictures of README and walkthrough, in place of the scenarios
//
// PASS or FAIL per scenario, screenshots in out/e2e/, exit code 1 when one failed. PLANWRIGHT_E2E_KEEP=1 keeps the scratch
// folder with all logs; PLANWRIGHT_E2E_PATIENCE=3 waits three times as long.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CodeServer } from './code-server.mjs';
import { install } from './install.mjs';
import { bars } from './scenarios/bar.mjs';
import { browser as inBrowser } from './scenarios/browser.mjs';
import { commands } from './scenarios/commands.mjs';
import { diagnostics } from './scenarios/diagnostics.mjs';
import { editInPicture } from './scenarios/edit-in-picture.mjs';
import { explorer } from './scenarios/explorer.mjs';
import { exported } from './scenarios/export.mjs';
import { following } from './scenarios/following.mjs';
import { imports } from './scenarios/import.mjs';
import { language } from './scenarios/language.mjs';
import { pictures } from './scenarios/pictures.mjs';
import { preview } from './scenarios/preview.mjs';
import { since } from './scenarios/since.mjs';
import { times } from './scenarios/times.mjs';
import { tour } from './scenarios/tour.mjs';
import { launchChromium, Studio } from './vscode-window.mjs';
import { patient } from './wait-until.mjs';

/**
 * @typedef {object} Scenario
 * @property {string} name a sentence that is true when it passes
 * @property {object} window options of `Studio.open`; `fixture` names a folder of test/e2e/fixtures; also `displayLanguage`
 * @property {(studio: Studio, tools: { note: (text: string) => void }) => Promise<void>} run throws when it fails
 */

/** @type {Scenario[]} */
const SCENARIOS = [
  ...diagnostics,
  ...inBrowser,
  ...commands,
  ...explorer,
  ...exported,
  ...imports,
  ...editInPicture,
  ...preview,
  ...bars,
  ...following,
  ...since,
  ...tour,
  ...language,
];
const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url));
const DEFAULT_VSIX = fileURLToPath(new URL('../../planwright.vsix', import.meta.url));
const SCENARIO_LIMIT = patient(240_000);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    vsix: { type: 'string', default: DEFAULT_VSIX },
    list: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
    times: { type: 'boolean', default: false },
  },
});
const phrases = positionals
  .join(' ')
  .split(',')
  .map((phrase) => phrase.trim().toLowerCase());
const wanted = (values.pictures ? pictures : values.times ? times : SCENARIOS).filter(({ name }) =>
  phrases.some((phrase) => name.toLowerCase().includes(phrase)),
);

/** One server per display language, started when the first scenario needs it. @type {Map<string, CodeServer>} */
const servers = new Map();
let browser;

process.on('exit', () => {
  for (const server of servers.values()) server.killNow();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

function say(text) {
  process.stdout.write(`${text}\n`);
}

async function serverFor(displayLanguage) {
  let server = servers.get(displayLanguage);
  if (server === undefined) {
    server = new CodeServer({ vsix: resolve(values.vsix), displayLanguage });
    servers.set(displayLanguage, server);
    await server.start();
  }
  return server;
}

/** Runs one scenario in a window of its own; true when it passed. */
async function attempt({ name, window, run }) {
  const started = Date.now();
  const notes = [];
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  let server;
  let studio;
  try {
    const { displayLanguage = 'en', fixture, ...options } = window;
    server = await serverFor(displayLanguage);
    browser ??= await launchChromium(server);
    studio = await Studio.open(server, browser, { ...options, fixture: resolve(FIXTURES, fixture) });
    await withLimit(run(studio, { note: (text) => notes.push(text) }));
    say(`PASS  ${name}  (${seconds()} s)`);
    for (const note of notes) say(`      ${note}`);
    return true;
  } catch (error) {
    say(`FAIL  ${name}  (${seconds()} s)`);
    say(indent(error instanceof Error ? error.message : String(error)));
    for (const note of notes) say(`      ${note}`);
    const shot = await studio?.screenshot(`FAIL-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`).catch(() => undefined);
    if (shot !== undefined) say(`      screenshot: ${shot}`);
    const said = studio?.consoleErrors.slice(-15).map((text) => text.split('\n').slice(0, 4).join('\n')) ?? [];
    if (said.length > 0) say(indent(`--- page console\n${said.join('\n')}`));
    if (server !== undefined) say(indent(server.logTail()));
    return false;
  } finally {
    await studio?.close().catch(() => {});
  }
}

function withLimit(work) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${SCENARIO_LIMIT / 1000} s`)), SCENARIO_LIMIT);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** Sets a block off and cuts lines that nobody would read to their end. */
function indent(text) {
  return text
    .split('\n')
    .map((line) => `      ${line.length > 400 ? `${line.slice(0, 400)}…` : line}`)
    .join('\n');
}

async function main() {
  if (values.list) {
    for (const { name } of wanted) say(name);
    return 0;
  }
  if (wanted.length === 0) {
    say(`no scenario's name holds “${phrases.join('” or “')}”; --list names them`);
    return 2;
  }
  install();
  let passed = 0;
  try {
    for (const scenario of wanted) {
      if (await attempt(scenario)) passed += 1;
      // An editor under a browser under a test may stumble once; what fails twice is a fault. Both are told.
      else if (await attempt({ ...scenario, name: `${scenario.name} (second attempt)` })) passed += 1;
    }
  } finally {
    await browser?.close().catch(() => {});
    for (const server of servers.values()) await server.stop();
    servers.clear();
  }
  say(`${passed} passed, ${wanted.length - passed} failed`);
  return passed === wanted.length ? 0 : 1;
}

process.exitCode = await main();
