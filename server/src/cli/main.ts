/** The command `planwright`: arguments in, exit code out. */
import { CommanderError } from 'commander';
import type { Bilingual, Lang } from '../model/lang.js';
import { VERSION } from '../workspace/version.js';
import { type Context, EXIT, environmentLang, UsageError } from './context.js';
import { printMessage } from './print-message.js';
import { programFor } from './program.js';
import { wrongCall } from './wording.js';

/** Runs one call and answers its exit code. Nothing here ends the process. */
export async function run(argv: readonly string[], context: Context): Promise<number> {
  const lang = requestedLang(argv) ?? environmentLang(context);
  let exit: number = EXIT.clean;
  const program = programFor(context, lang, (code) => {
    exit = code;
  });
  try {
    await program.parseAsync(commandFirst(argv), { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.clean;
      const wrong = wrongCall(error, lang);
      printMessage(context, lang, { en: wrong, zh: wrong });
      return EXIT.usage;
    }
    if (error instanceof UsageError) {
      printMessage(context, error.lang ?? lang, error.text);
      return EXIT.usage;
    }
    if (isSystemError(error)) {
      const where = `${error.code ?? ''} ${error.path ?? ''}`.trim();
      printMessage(context, lang, { en: `cannot read or write (${where})`, zh: `无法读写文件（${where}）` });
      return EXIT.usage;
    }
    printMessage(context, lang, internalError(error, argv));
    return EXIT.internal;
  }
}

/** Said where standard output takes no more. */
export function tellUnwritable(
  { code, message }: NodeJS.ErrnoException,
  argv: readonly string[],
  context: Context,
): void {
  const why = code ?? message;
  printMessage(context, requestedLang(argv) ?? environmentLang(context), {
    en: `cannot write to standard output (${why})`,
    zh: `无法写入标准输出（${why}）`,
  });
}

/** The language that help and errors are wanted in is needed before the arguments are parsed. */
function requestedLang(argv: readonly string[]): Lang | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  return at !== -1 && (value === 'zh' || value === 'en') ? value : undefined;
}

/** Options that every command takes may stand before it: they are moved behind it. */
function commandFirst(argv: readonly string[]): string[] {
  let at = 0;
  while (/^--(?:as-of|lang|color|no-color|quiet)(?:=|$)|^-q$/.test(argv[at] ?? '')) {
    at += /^--(?:as-of|lang)$/.test(argv[at] ?? '') ? 2 : 1;
  }
  const [command, ...rest] = argv.slice(at);
  if (command === undefined) return [...argv];
  return command.startsWith('-') ? [command, ...rest] : [command, ...argv.slice(0, at), ...rest];
}

interface SystemError extends Error {
  readonly code?: string;
  readonly path?: string;
}

/** What the system refused: a file, a folder, a disk that is full. */
function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error;
}

function internalError(error: unknown, argv: readonly string[]): Bilingual {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const call = argv.join(' ');
  return {
    en: `an internal error; this is a fault of the program. Please report it with:\n  planwright ${VERSION}, call: ${call}\n${detail}`,
    zh: `程序内部错误，这不是您的问题。反馈时请附上以下内容：\n  planwright ${VERSION}，命令：${call}\n${detail}`,
  };
}
