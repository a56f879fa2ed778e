/** PDF: the web page of a summary, printed by a browser that is on this machine. */
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Context, UsageError } from './context.js';

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

/**
 * The page as PDF. The browser sees a folder of its own and nothing of the user's: no profile, no extension; the page
 * names no address, and the browser is told to find none. `statusDate` stands in place of the hour.
 */
export async function printPdf(html: string, statusDate: string, context: Context): Promise<Uint8Array> {
  const browser = browserOf(context);
  const folder = await mkdtemp(path.join(tmpdir(), 'planwright-'));
  try {
    const [page, output] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
    await writeFile(page, html);
    await promisify(execFile)(browser, [...options(folder), `--print-to-pdf=${output}`, pathToFileURL(page).href], {
      timeout: PATIENCE,
      windowsHide: true,
      env: { ...context.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    }).catch(() => undefined);
    // Browsers complain of much on the way; what counts is whether there is a file.
    const made = await readFile(output).catch(() => undefined);
    if (made?.subarray(0, 5).toString('latin1') === '%PDF-') return dated(made, statusDate);
    throw new UsageError({
      en: `'${browser}' made no PDF; PLANWRIGHT_BROWSER names another browser, or write HTML and print it`,
      zh: `“${browser}”没有生成 PDF；可用 PLANWRIGHT_BROWSER 指定另一个浏览器，或生成 HTML 后自行打印`,
    });
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

function browserOf({ env }: Context): string {
  const named = env.PLANWRIGHT_BROWSER;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new UsageError({
      en: `There is no browser '${named}', which PLANWRIGHT_BROWSER names`,
      zh: `PLANWRIGHT_BROWSER 指定的浏览器“${named}”不存在`,
    });
  }
  const inPath = (env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const installed = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined ? [] : WINDOWS.map((name) => path.join(folder, name)),
  );
  const found = [...inPath, ...MAC, ...installed].find(isProgram);
  if (found !== undefined) return found;
  throw new UsageError({
    en: 'PDF needs Chromium, Chrome or Edge, and none was found: PLANWRIGHT_BROWSER names one. Or write HTML (-o FILE.html), open it in any browser and print it to a PDF file; a Word file can be saved as one too',
    zh: '生成 PDF 需要 Chromium、Chrome 或 Edge，但没有找到，可用 PLANWRIGHT_BROWSER 指定。也可生成 HTML（-o 文件.html），用任意浏览器打开后打印为 PDF；Word 文件同样可以另存为 PDF',
  });
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
