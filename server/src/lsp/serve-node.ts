/** The language server over a channel of Node: under VS Code its own, elsewhere the standard streams. */
import { createConnection as createSocket } from 'node:net';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../workspace/node-files.js';
import { VERSION } from '../workspace/version.js';
import { filesOf } from './files.js';
import { lifecycle } from './lifecycle.js';
import { createServer } from './server.js';

/** How often to look whether the process that started this one is still there, in milliseconds. */
const PARENT_CHECK = 3000;

/**
 * Serves over the channel named on the command line, `--stdio`, `--node-ipc`, `--pipe NAME`, or `--socket PORT` (of this
 * machine); standard streams where none is. `--as-of DAY`, `--lang zh|en`, `--clientProcessId ID`.
 */
export function serve(args: readonly string[]): void {
  const connection = connect(args);
  process.on('unhandledRejection', (reason) => {
    connection.console.error(
      `Unhandled: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
    );
  });
  const [asOf, lang] = [argumentOf('--as-of', args), argumentOf('--lang', args)];
  createServer(connection, {
    files: (links) => filesOf(nodeFiles, links),
    now: () => new Date(),
    dayCheck: 20_000,
    version: VERSION,
    watchParent,
    printPdf: async (html, day) => (await import('../workspace/print-pdf.js')).printPdf(html, day, process.env),
    ...(asOf === undefined ? {} : { asOf }),
    ...(lang === 'en' || lang === 'zh' ? { lang } : {}),
  });
  connection.listen();
}

/** A pipe or a socket is a stream like any other, so that this process ends with it as it does with standard input. */
function connect(args: readonly string[]): Connection {
  const at = argumentOf('--pipe', args) ?? argumentOf('--socket', args);
  if (at !== undefined) {
    const stream = argumentOf('--pipe', args) === undefined ? createSocket(Number(at), '127.0.0.1') : createSocket(at);
    stream.on('error', ({ message }) => {
      process.stderr.write(`planwright: ${message}\n`);
      process.exit(1);
    });
    return createConnection(ProposedFeatures.all, stream, stream, lifecycle());
  }
  return args.includes('--node-ipc') || args.includes('--stdio')
    ? createConnection(ProposedFeatures.all, lifecycle())
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout, lifecycle());
}

/** `--name value` or `--name=value`. */
function argumentOf(name: string, args: readonly string[]): string | undefined {
  const joined = args.find((arg) => arg.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const index = args.indexOf(name);
  return index === -1 ? undefined : args[index + 1];
}

/** Ends this process when the one that asked for it is gone without saying so. */
function watchParent(processId: number): void {
  const timer = setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch (error) {
      // EPERM: it is there, and another user's.
      if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) process.exit(1);
    }
  }, PARENT_CHECK);
  timer.unref();
}
