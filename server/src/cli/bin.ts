/** The process around the command. What it does is loaded behind it; the version is told without. */
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { VERSION } from '../workspace/version.js';

/** A reader such as `head` may close the pipe early; that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

const output = (stream: NodeJS.WriteStream) => ({
  isTTY: stream.isTTY === true,
  columns: stream.columns ?? 100,
  write: (text: string) => {
    stream.write(text);
  },
});

const argv = process.argv.slice(2);

// No await at the top: the command is bundled as CommonJS, which every Node reads.
if (argv.length === 1 && argv[0] === '--version') {
  process.stdout.write(`${VERSION}\n`);
} else {
  optimizeLater();
  keepCompiled();
  import('./main.js')
    .then(({ run }) =>
      run(argv, {
        cwd: process.cwd(),
        env: process.env,
        locale: () => Intl.DateTimeFormat().resolvedOptions().locale,
        now: () => new Date(),
        stdout: output(process.stdout),
        stderr: output(process.stderr),
        readStdin,
        server: () => fileURLToPath(new URL('./server.js', import.meta.url)),
      }),
    )
    .then((code) => {
      process.exitCode = code;
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
