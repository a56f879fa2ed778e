/** Generated summaries of plan text, for tests. */
import { Analysis } from '../server/src/analysis/analysis.js';
import { parseIsoDay, toDay } from '../server/src/model/day.js';
import type { Lang } from '../server/src/model/lang.js';
import { Plan } from '../server/src/model/plan.js';
import type { Block, ReportDocument } from '../server/src/report/document.js';
import { renderMarkdown } from '../server/src/report/render/markdown.js';
import { SUMMARIES } from '../server/src/report/summaries/index.js';
import { readPlan } from '../server/src/syntax/read-plan.js';

export interface GeneratedSummary {
  readonly document: ReportDocument;
  readonly markdown: string;
}

/** A summary of one file of plan text, as of a day. */
export function summaryOf(
  kind: string,
  text: string,
  { asOf = '2026-06-30', lang = 'en', name }: { asOf?: string; lang?: Lang; name?: string } = {},
): GeneratedSummary {
  const summary = SUMMARIES.get(kind);
  const day = parseIsoDay(asOf);
  if (summary === undefined || day === undefined) throw new Error(`no ${kind} as of ${asOf}`);
  const analysis = new Analysis(new Plan([readPlan('a.plan', text)]), { today: toDay(0), asOf: day });
  const document = summary.build(analysis, { lang, ...(name === undefined ? {} : { name }) });
  return { document, markdown: renderMarkdown(document) };
}

/** The lines of a document that stand in tables, without head and rule. */
export function rowsOf({ markdown }: GeneratedSummary): readonly string[] {
  const lines = markdown.split('\n');
  return lines.filter(
    (line, i) => line.startsWith('|') && !line.startsWith('| ---') && !lines[i + 1]?.startsWith('| ---'),
  );
}

export function blocksOf<T extends Block['type']>(
  { document }: GeneratedSummary,
  type: T,
): readonly Extract<Block, { readonly type: T }>[] {
  return document.blocks.filter((block): block is Extract<Block, { readonly type: T }> => block.type === type);
}
