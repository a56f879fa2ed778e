/** The process around the command. What it does is loaded behind it; the version is told without. */
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { VERSION } from '../workspace/version.js';
import { type Context, EXIT, UsageError } from './context.js';

const argv = process.argv.slice(2);

/** Results that cannot be written, to a full disk or to a reader that has gone, are said in one line. */
let unwritable = false;
function cannotWrite(error: NodeJS.ErrnoException): void {
  if (unwritable) return;
  unwritable = true;
  import('./main.js').then(({ tellUnwritable }) => {
    tellUnwritable(error, argv, context);
    process.exit(EXIT.usage);
  });
}
process.stdout.on('error', cannotWrite);
// Nobody is left to be told.
process.stderr.on('error', () => {});

/** Beyond this no plan goes on, and something else has been put in. */
const LONGEST_INPUT = 64 * 1024 * 1024;

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > LONGEST_INPUT) {
      throw new UsageError({
        en: 'Standard input is larger than 64 MB and is not read',
        zh: '标准输入超过 64 MB，不予读取',
      });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const output = (stream: NodeJS.WriteStream, onError: (error: NodeJS.ErrnoException) => void) => ({
  isTTY: stream.isTTY === true,
  columns: stream.columns ?? 100,
  write: (text: string) => {
    try {
      stream.write(text);
    } catch (error) {
      if (error instanceof Error) onError(error);
    }
  },
});

const context: Context = {
  cwd: process.cwd(),
  env: process.env,
  locale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  now: () => new Date(),
  stdout: output(process.stdout, cannotWrite),
  stderr: output(process.stderr, () => {}),
  readStdin,
  program: () => fileURLToPath(import.meta.url),
  server: () => fileURLToPath(new URL('./server.js', import.meta.url)),
};

// No await at the top: the command is bundled as CommonJS, which every Node reads.
if (argv.length === 1 && argv[0] === '--version') {
  process.stdout.write(`${VERSION}\n`);
} else {
  optimizeLater();
  keepCompiled();
  import('./main.js')
    .then(({ run }) => run(argv, context))
    .then((code) => {
      if (!unwritable) process.exitCode = code;
    });
}

/** Node 22 keeps what it has compiled for the next call, in its own folder for that; Node 20 cannot. */
function keepCompiled(): void {
  if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
    nodeModule.enableCompileCache();
  }
}

/**
 * V8 optimises what has run for a while, on a thread of its own. A call is soon over: most of what is optimised early is
 * never run again, and at a third of a check's processor time that is dear. Eight times the usual patience is the best
 * for small and large plan roots alike.
 */
function optimizeLater(): void {
  // The engine of Node 20; others go by other figures and complain of this one.
  if (/^11\.3\..*-node/.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=540000');
}
