/** `planwright import FILE.xml`: a schedule of Microsoft Project as plan text, with what could not be placed. */
import path from 'node:path';
import { projectsThere } from '../exchange/ledger/report-words.js';
import type { ScheduleText } from '../exchange/mspdi/write-schedule.js';
import type { Lang } from '../model/lang.js';
import type { Plan } from '../model/plan.js';
import { visible } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';
import { readRegular } from '../workspace/node-files-read.js';
import { type Context, EXIT, UsageError } from './context.js';
import type { ImportOptions } from './import.js';
import { remarkLines } from './import-report.js';
import { jsonText } from './json-text.js';
import { displayPath } from './paths.js';
import { unreadable } from './unreadable.js';
import { writeFileAtomically } from './write-file.js';

/** `target` and `there`: the file to write, and the plan that it becomes a part of. */
export async function importSchedule(
  file: string,
  target: string | undefined,
  there: Plan | undefined,
  lang: Lang,
  options: ImportOptions,
  context: Context,
): Promise<number> {
  const absolute = path.resolve(context.cwd, file);
  const name = displayPath(context, absolute);
  if (options.merge === true) {
    throw new UsageError({
      en: 'A schedule of Microsoft Project is imported into a file of its own (-o), not merged',
      zh: 'Microsoft Project 进度只能导入到新文件（-o），不能合并',
    });
  }
  const read = await readRegular(absolute);
  if ('unread' in read) throw unreadable([{ name, why: read.unread }]);
  const [{ readProjectFile }, { writeSchedule }] = await Promise.all([
    import('../exchange/mspdi/project-file.js'),
    import('../exchange/mspdi/write-schedule.js'),
  ]);
  const schedule = readProjectFile(read.bytes);
  if (!schedule.ok) {
    throw new UsageError({ en: `'${name}': ${schedule.problem.en}`, zh: `“${name}”：${schedule.problem.zh}` });
  }
  const made = writeSchedule(schedule.value, {
    lang: options.keywords ?? lang,
    fileName: path.basename(file).replace(/\.[^.]*$/, ''),
    portfolio: there?.portfolio === undefined,
    isDeclared: (kind, declared) => there?.find(kind, declared) !== undefined,
  });
  const double = made.projects.filter(({ id }) => there?.find('project', id) !== undefined).map(({ id }) => id);
  if (double.length > 0) throw new UsageError(projectsThere(double));
  const isWritten = target !== undefined && options.dryRun !== true;
  if (isWritten) await writeFileAtomically(target, made.text);
  const written = isWritten ? displayPath(context, target) : null;
  if (options.format === 'json') {
    context.stdout.write(
      jsonText({
        version: 1,
        file: name,
        written,
        projects: made.projects,
        remarks: made.remarks.map(({ severity, cell, message }) => ({ severity, cell, message: message[lang] })),
      }),
    );
    return EXIT.clean;
  }
  const report = reportOf(made, name, written, lang, options, context);
  if (target === undefined && options.dryRun !== true) {
    if (options.quiet !== true) context.stderr.write(report);
    context.stdout.write(made.text);
  } else if (options.quiet !== true) context.stdout.write(report);
  return EXIT.clean;
}

function reportOf(
  { projects, remarks }: ScheduleText,
  file: string,
  written: string | null,
  lang: Lang,
  options: ImportOptions,
  context: Context,
): string {
  const zh = lang === 'zh';
  const items = projects.reduce((sum, project) => sum + project.items, 0);
  const count = zh
    ? `${file}：${projects.length} 个项目，${items} 项任务和节点`
    : `${file}: ${projects.length} projects, ${items} tasks and milestones`;
  const end =
    written === null
      ? zh
        ? '，未写入文件'
        : '; nothing was written'
      : zh
        ? `，已写入 ${written}`
        : `, written to ${written}`;
  const told = remarkLines(remarks, lang, options.color, context);
  return logText(`${[told, visible(`${count}${end}`)].filter((part) => part !== '').join('\n\n')}\n`);
}
