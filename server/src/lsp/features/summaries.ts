/** Whole summaries as files: what kinds a plan can show, and one of them in a format. */
import type * as z from 'zod/mini';
import type { Lang } from '../../model/lang.js';
import type { ReportDocument } from '../../report/document.js';
import { renderHtml } from '../../report/render/html.js';
import { renderJson } from '../../report/render/json.js';
import { renderMarkdown } from '../../report/render/markdown.js';
import { SUMMARIES } from '../../report/summaries/index.js';
import { wallChartScript } from '../../report/wall-chart/script.js';
import { rangeOf } from '../../workspace/diagnostic.js';
import { type SummaryChoice, type SummaryFormat, type summary, summaryKindSchema } from '../protocol.js';
import type { Root } from '../root.js';
import type { Session } from '../session.js';

/** One line a format that a summary can be had in. */
const RENDERERS: ReadonlyMap<SummaryFormat, (report: ReportDocument, root: Root) => string> = new Map<
  SummaryFormat,
  (report: ReportDocument, root: Root) => string
>([
  ['md', renderMarkdown],
  ['html', (report) => renderHtml(report, wallChartScript)],
  ['json', (report, { plan }) => renderJson(report, { locate: (at) => rangeOf(at, plan.lines(at.file)) })],
]);

export class Summaries {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async kinds(uri: string, lang: Lang): Promise<SummaryChoice[]> {
    const root = await this.#session.roots.rootOf(uri);
    const formats = [...RENDERERS.keys()];
    const choices: SummaryChoice[] = [];
    for (const { kind, title } of SUMMARIES.values()) {
      const known = summaryKindSchema.safeParse(kind);
      if (known.success && known.data !== 'view') choices.push({ kind: known.data, title: title[lang], formats });
    }
    if (SUMMARIES.has('view')) {
      for (const view of root?.plan.plan.all('view') ?? []) {
        choices.push({ kind: 'view', name: view.name.text, title: view.title?.text ?? view.name.text, formats });
      }
    }
    return choices;
  }

  async make({ kind, name, format, lang, uri }: z.output<typeof summary.params>) {
    const root = await this.#session.roots.rootOf(uri);
    const builder = SUMMARIES.get(kind);
    const render = RENDERERS.get(format);
    if (root === undefined || builder === undefined || render === undefined) {
      throw new Error(`there is no summary '${kind}' as ${format}`);
    }
    const report = builder.build(root.plan.analysis, { lang, ...(name === undefined ? {} : { name }) });
    return { fileName: `${safeName(report.title)}-${report.statusDate}.${format}`, text: render(report, root) };
  }
}

/** A title as a file's name, on every system. */
function safeName(title: string): string {
  return (
    title
      .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-')
      .replace(/^[\s.-]+|[\s.-]+$/g, '')
      .slice(0, 80) || 'summary'
  );
}
