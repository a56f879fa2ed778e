/** The process around the command. */
import { run } from './main.js';

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

// No await at the top: the command is bundled as CommonJS, which every Node reads.
run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  locale: () => Intl.DateTimeFormat().resolvedOptions().locale,
  now: () => new Date(),
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  readStdin,
}).then((code) => {
  process.exitCode = code;
});
