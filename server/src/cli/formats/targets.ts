/** Where the outputs of `check` go: `json` to standard output, `json=report.json` into a file. */
import path from 'node:path';
import { chooseFormat } from '../choose-format.js';
import { type Context, UsageError } from '../context.js';
import { FORMATS } from './index.js';
import type { OutputFormat } from './output-format.js';

export interface Target {
  readonly format: OutputFormat;
  /** Absolute; undefined is standard output. */
  readonly file: string | undefined;
}

/** Two outputs in one place would be neither of both. */
export function readTargets(options: readonly string[], { cwd }: Context): readonly Target[] {
  const targets = options.map((option) => {
    const [name = '', ...rest] = option.split('=');
    const format = chooseFormat(FORMATS, name);
    const file = rest.join('=');
    if (rest.length > 0 && file === '') {
      throw new UsageError({ en: `--format ${option}: the file is missing`, zh: `--format ${option}：缺少文件名` });
    }
    return { format, file: file === '' || file === '-' ? undefined : path.resolve(cwd, file) };
  });
  const files = targets.map(({ file }) => file);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (new Set(files).size < files.length) {
    const [en, zh] =
      twice === undefined
        ? ['Several formats go to standard output', '有多种格式输出到标准输出']
        : [`Several formats go into '${path.relative(cwd, twice)}'`, `有多种格式写入“${path.relative(cwd, twice)}”`];
    throw new UsageError({
      en: `${en}; send each to a file of its own: --format json=FILE`,
      zh: `${zh}；请分别写入不同文件：--format json=文件`,
    });
  }
  return targets;
}
