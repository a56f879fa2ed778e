/** `planwright form UNIT`: an Excel form for a unit that reports, prefilled with what is known. */
import path from 'node:path';
import { nearest } from '../analysis/similar-names.js';
import { buildForm } from '../exchange/form/build-form.js';
import { writeForm } from '../exchange/form/write-form.js';
import type { OrgFacts } from '../model/facts.js';
import type { Plan } from '../model/plan.js';
import { visible } from '../report/invisible-characters.js';
import { type Context, EXIT, UsageError } from './context.js';
import type { LoadOptions } from './load.js';
import { displayPath } from './paths.js';
import { loadToAnswer } from './unread-statements.js';
import { type WriteOptions, writeResult } from './write-file.js';

export interface FormOptions extends LoadOptions, WriteOptions {
  readonly output?: string | undefined;
}

export async function form(
  name: string,
  paths: readonly string[],
  options: FormOptions,
  context: Context,
): Promise<number> {
  if (options.output === undefined || !/\.xlsx$/i.test(options.output)) {
    throw new UsageError({
      en: 'A form is an Excel file: name it with -o, as in -o form.xlsx',
      zh: '填报表是 Excel 文件，请用 -o 指明文件名，例如 -o 填报表.xlsx',
    });
  }
  const { root, lang } = await loadToAnswer(paths, options, context);
  const { analysis } = root;
  const unit = unitNamed(name, analysis.plan);
  const made = buildForm(unit, analysis, lang);
  if (made.sheets.every(({ rows }) => rows.length === 0)) {
    throw new UsageError({
      en: `'${name}' answers for no project, item, issue or decision: there is nothing to report`,
      zh: `“${name}”没有负责的项目、节点、问题或决定事项，无需填报`,
    });
  }
  const file = path.resolve(context.cwd, options.output);
  await writeResult(file, await writeForm(made), options, context);
  if (options.quiet !== true) {
    const counts = made.sheets
      .filter(({ rows }) => rows.length > 0)
      .map(({ key, rows }) => counted(key, rows.length, lang));
    const shown = visible(displayPath(context, file));
    context.stderr.write(lang === 'zh' ? `${shown}：${counts.join('，')}\n` : `${shown}: ${counts.join(', ')}\n`);
  }
  return EXIT.clean;
}

function counted(key: string, count: number, lang: 'zh' | 'en'): string {
  const words: { readonly [key: string]: readonly [en: string, zh: string] } = {
    reports: ['projects', '个项目'],
    items: ['milestones and tasks', '个节点任务'],
    issues: ['issues', '个问题'],
    decisions: ['decisions', '项决定'],
  };
  const [en = '', zh = ''] = words[key] ?? [];
  return lang === 'zh' ? `${count} ${zh}` : `${count} ${en}`;
}

/** By its name, its title or a short form. */
function unitNamed(name: string, plan: Plan): OrgFacts {
  const units = plan.all('org');
  const spellings = ({ name: own, title, alias }: OrgFacts) => [
    own.text,
    ...(title === undefined ? [] : [title.text]),
    ...alias.map(({ text }) => text),
  ];
  const found = units.find((unit) => unit.name.text === name) ?? units.find((unit) => spellings(unit).includes(name));
  if (found !== undefined) return found;
  const close = nearest(name, units.flatMap(spellings));
  throw new UsageError({
    en: `The plan declares no unit '${name}'${close === undefined ? '' : `; did you mean '${close}'?`}`,
    zh: `计划中没有单位“${name}”${close === undefined ? '' : `，是否指“${close}”？`}`,
  });
}
