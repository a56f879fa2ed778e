/** PDF: the web page of a summary, printed by a browser that is on this machine. */
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** In milliseconds: longer than a register of thousands of projects takes. */
const PATIENCE = 180_000;

/** What the machine says of itself. */
type Variables = { readonly [name: string]: string | undefined };

/** The file, or why there is none; `browser` is the one that was named or tried. */
export type PrintedPdf =
  | { readonly type: 'pdf'; readonly bytes: Uint8Array }
  | { readonly type: 'no browser' }
  | { readonly type: 'no such browser' | 'nothing printed'; readonly browser: string };

/**
 * The page as PDF. The browser sees a folder of its own and nothing of the user's: no profile, no extension; the page
 * names no address, and the browser is told to find none. `statusDate` stands in place of the hour.
 */
export async function printPdf(html: string, statusDate: string, env: Variables): Promise<PrintedPdf> {
  const named = env.PLANWRIGHT_BROWSER;
  const isNamed = named !== undefined && named !== '';
  if (isNamed && !existsSync(named)) return { type: 'no such browser', browser: named };
  const browser = isNamed ? named : installedBrowser(env);
  if (browser === undefined) return { type: 'no browser' };
  const folder = await mkdtemp(path.join(tmpdir(), 'planwright-'));
  try {
    const [page, output] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
    await writeFile(page, html);
    await promisify(execFile)(browser, [...options(folder), `--print-to-pdf=${output}`, pathToFileURL(page).href], {
      timeout: PATIENCE,
      windowsHide: true,
      env: { ...env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    }).catch(() => undefined);
    // Browsers complain of much on the way; what counts is whether there is a file.
    const made = await readFile(output).catch(() => undefined);
    if (made?.subarray(0, 5).toString('latin1') !== '%PDF-') return { type: 'nothing printed', browser };
    return { type: 'pdf', bytes: dated(made, statusDate) };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function options(folder: string): readonly string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-pings',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-pdf-header-footer',
    '--print-to-pdf-no-header',
    `--user-data-dir=${path.join(folder, 'profile')}`,
    // A browser refuses to start in its sandbox for the administrator of a container.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/** Of `PATH` only folders that do not depend on where this runs: a plan's folder names no programs. */
function installedBrowser(env: Variables): string | undefined {
  const inPath = (env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const installed = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined ? [] : WINDOWS.map((name) => path.join(folder, name)),
  );
  return [...inPath, ...MAC, ...installed].find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The hour at which it was made is put back to the status date: the same plan gives the same bytes. */
function dated(pdf: Buffer, statusDate: string): Uint8Array {
  const day = statusDate.replaceAll('-', '');
  const written = pdf
    .toString('latin1')
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g, (whole, before: string) =>
      day.length === 8 ? `${before}${day}000000` : whole,
    );
  return Buffer.from(written, 'latin1');
}
