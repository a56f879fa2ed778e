/** The option `--format`: one of the formats that a command has. */
import { nearest } from '../analysis/similar-names.js';
import { UsageError } from './context.js';

/** The format of that name; where there is none, the caller is told which there are. */
export function chooseFormat<T>(formats: ReadonlyMap<string, T>, name: string): T {
  const format = formats.get(name);
  if (format !== undefined) return format;
  const names = [...formats.keys()];
  const close = nearest(name, names);
  throw new UsageError({
    en: `There is no format '${name}'; ${close === undefined ? `there are: ${names.join(', ')}` : `did you mean '${close}'?`}`,
    zh: `没有格式“${name}”，${close === undefined ? `可用的有：${names.join('、')}` : `是否指“${close}”？`}`,
  });
}
