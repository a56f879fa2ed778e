/** `planwright form UNIT`: an Excel form for a unit that reports, prefilled with what is known. */
import path from 'node:path';
import type { Analysis } from '../analysis/analysis.js';
import { nearest } from '../analysis/similar-names.js';
import { buildForm } from '../exchange/form/build-form.js';
import type { Form } from '../exchange/form/form-model.js';
import { writeForm } from '../exchange/form/write-form.js';
import type { OrgFacts } from '../model/facts.js';
import type { Bilingual, Lang } from '../model/lang.js';
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
  const unit = unitNamed(name, analysis.plan, lang);
  const made = buildForm(unit, analysis, lang);
  if (isEmpty(made)) throw new UsageError(nothingToReport(name, unitsBelow(unit, analysis, lang)), lang);
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

function isEmpty({ sheets }: Form): boolean {
  return sheets.every(({ rows }) => rows.length === 0);
}

/** The units within it, at any depth, that have something to report. */
function unitsBelow(unit: OrgFacts, analysis: Analysis, lang: Lang): readonly string[] {
  const { plan } = analysis;
  const isWithin = (each: OrgFacts): boolean => {
    const seen = new Set<OrgFacts>();
    for (let above = plan.declaration('org', each.in); above !== undefined; above = plan.declaration('org', above.in)) {
      if (above === unit) return true;
      if (seen.has(above)) return false;
      seen.add(above);
    }
    return false;
  };
  return plan
    .all('org')
    .filter((each) => each !== unit && isWithin(each) && !isEmpty(buildForm(each, analysis, lang)))
    .map(({ name }) => name.text);
}

const MOST_NAMED = 12;

function nothingToReport(name: string, below: readonly string[]): Bilingual {
  if (below.length === 0) {
    return {
      en: `'${name}' answers for no project, item, issue or decision: there is nothing to report`,
      zh: `“${name}”没有负责的项目、节点、问题或决定事项，无需填报`,
    };
  }
  const [shown, more] = [below.slice(0, MOST_NAMED), below.length > MOST_NAMED];
  return {
    en: `'${name}' answers for nothing itself; the units within it that do: ${shown.join(', ')}${more ? ` … (${below.length})` : ''}. Ask each of them for a form`,
    zh: `“${name}”自身没有负责的事项，有填报内容的是下属单位：${shown.join('、')}${more ? `等 ${below.length} 个` : ''}，请分别生成填报表`,
  };
}

/** By its name, its title or a short form. */
function unitNamed(name: string, plan: Plan, lang: Lang): OrgFacts {
  const units = plan.all('org');
  const spellings = ({ name: own, title, alias }: OrgFacts) => [
    own.text,
    ...(title === undefined ? [] : [title.text]),
    ...alias.map(({ text }) => text),
  ];
  const found = units.find((unit) => unit.name.text === name) ?? units.find((unit) => spellings(unit).includes(name));
  if (found !== undefined) return found;
  const close = nearest(name, units.flatMap(spellings));
  throw new UsageError(
    {
      en: `The plan declares no unit '${name}'${close === undefined ? '' : `; did you mean '${close}'?`}`,
      zh: `计划中没有单位“${name}”${close === undefined ? '' : `，是否指“${close}”？`}`,
    },
    lang,
  );
}
