/** Files that are imported: what they say, shown before anything is written; the editor writes what the user confirms. */
import type * as z from 'zod/mini';
import type { ImportResult } from '../../exchange/import/import-result.js';
import type { Lang } from '../../model/lang.js';
import type { ReportDocument } from '../../report/document.js';
import { renderFragment } from '../../report/render/html.js';
import { tornBy } from '../../workspace/fixes/merge-conflict.js';
import { PlanRoot } from '../../workspace/plan-root.js';
import { changedFiles } from '../changed-files.js';
import { fromBase64, type ImportAnswer, type importFile } from '../protocol.js';
import type { Root } from '../root.js';
import type { Session } from '../session.js';
import { baseName, parentUri } from '../uris.js';

export class Imports {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async answer(asked: z.output<typeof importFile.params>): Promise<ImportAnswer> {
    const { fileName, base64, uri, target, lang, answers } = asked;
    const { roots, today } = this.#session;
    const at = target === undefined ? undefined : await roots.find(target);
    const root = target === undefined ? await roots.rootOf(uri) : at?.root;
    const plan = root?.plan ?? new PlanRoot({ today });
    // What reads spreadsheets is loaded by those who have one.
    const { importFile: read } = await import('../../exchange/import/import-file.js');
    const result = await read(
      { name: fileName, bytes: fromBase64(base64) },
      {
        analysis: plan.analysis,
        textOf: (file) => plan.text(file) ?? '',
        replaced: at === undefined ? undefined : at.file,
      },
      { lang, keywords: vocabularyOf(root) ?? lang, today: today(), answers: new Map(Object.entries(answers)) },
    );
    if (target !== undefined && result.type === 'merge') return refused(THERE_ALREADY, lang);
    return this.#told(result, root, lang);
  }

  async #told(result: ImportResult, root: Root | undefined, lang: Lang): Promise<ImportAnswer> {
    switch (result.type) {
      case 'refused':
        return refused(result.problem, lang);
      case 'ask':
        return {
          type: 'ask',
          questions: result.questions.map(({ choices, ...question }) => ({ ...question, choices: [...choices] })),
        };
      case 'nothing':
        return { type: 'nothing', ...shown(result.report) };
      case 'new':
        return {
          type: 'new',
          ...shown(result.report),
          folder: folderOf(root) ?? null,
          name: result.name,
          text: result.text,
        };
      case 'merge': {
        if (root === undefined) throw new Error('there is no plan to merge into');
        const torn = tornBy(result.changed, root.plan);
        if (torn !== undefined) return refused(torn, lang);
        const files = await changedFiles(result.changed, root, this.#session);
        return 'stale' in files
          ? refused(CHANGED(baseName(files.stale)), lang)
          : { type: 'merge', ...shown(result.report), files };
      }
    }
  }
}

const THERE_ALREADY = {
  en: 'The plan of that folder has some of the projects already: open it and import the file there',
  zh: '该文件夹所在的计划中已有其中的项目：请打开那个计划，再在其中导入',
};

const CHANGED = (file: string) => ({
  en: `${file} has just changed on disk; import the file again`,
  zh: `${file} 刚刚在磁盘上有改动，请重新导入`,
});

function refused(problem: { readonly en: string; readonly zh: string }, lang: Lang): ImportAnswer {
  return { type: 'refused', problem: problem[lang] };
}

/** The title stands in the page's own head. */
function shown(report: ReportDocument): { title: string; blocks: { key: string; html: string }[] } {
  return {
    title: report.title,
    blocks: renderFragment(report).flatMap(({ key, html }) => (key === 'title' ? [] : [{ key, html }])),
  };
}

/** The vocabulary that the plan is written in. */
function vocabularyOf(root: Root | undefined): Lang | undefined {
  return root?.plan.files.map((file) => root.plan.facts(file)?.vocabulary).find((each) => each !== undefined);
}

function folderOf(root: Root | undefined): string | undefined {
  if (root === undefined) return undefined;
  return root.isLoose ? parentUri(root.base) : root.base;
}
