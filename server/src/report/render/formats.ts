/** Every format that a summary can be had in, one entry each: the command, the editor and the extension read this list. */
import type { Bilingual } from '../../model/lang.js';
import type { Span } from '../../model/span.js';
import type { ReportDocument } from '../document.js';
import type { Paper } from '../paper.js';
import { wallChartScript } from '../wall-chart/script.js';
import { renderHtml } from './html.js';
import { type JsonRange, renderJson } from './json.js';
import { renderMarkdown } from './markdown.js';
import { safeJson } from './safe-json.js';

/** What a renderer is told of where things stand: lines and columns, for the formats that name them. */
interface Surroundings {
  readonly locate: (span: Span) => JsonRange;
  /** Of a web page: what it is to be printed on, where somebody asked. */
  readonly paper?: Paper | undefined;
}

export interface ReportFormat {
  /** The ending of the file's name, and what it is called on the command line. */
  readonly format: string;
  readonly title: Bilingual;
  /** Where a reader looks at it: as text in an editor, or in a program of its own. */
  readonly opens: 'in the editor' | 'outside';
  /** Text, or the bytes of a file that only such a program reads. */
  readonly render: (report: ReportDocument, surroundings: Surroundings) => string | Promise<Uint8Array>;
  /** Its files are bytes: they are never written to a terminal. */
  readonly binary?: true;
  /** What is rendered is the web page that a browser prints: who has none on the machine has no such file. */
  readonly prints?: true;
}

/** In the order in which faces offer them. */
export const FORMATS: ReadonlyMap<string, ReportFormat> = new Map(
  (
    [
      {
        format: 'html',
        title: { en: 'Web page', zh: '网页' },
        opens: 'outside',
        render: (report, { paper }) => renderHtml(report, wallChartScript, paper),
      },
      {
        format: 'docx',
        title: { en: 'Word document', zh: 'Word 文档' },
        opens: 'outside',
        binary: true,
        // Loaded when it is asked for: it takes longer to load than most summaries to make.
        render: async (report) => (await import('./word/word.js')).renderWord(report),
      },
      {
        format: 'xlsx',
        title: { en: 'Excel workbook', zh: 'Excel 工作簿' },
        opens: 'outside',
        binary: true,
        render: async (report) => (await import('./excel/excel.js')).renderExcel(report),
      },
      {
        format: 'pdf',
        title: { en: 'PDF', zh: 'PDF' },
        opens: 'outside',
        binary: true,
        prints: true,
        render: (report, { paper }) => renderHtml(report, undefined, paper),
      },
      { format: 'md', title: { en: 'Markdown', zh: 'Markdown' }, opens: 'in the editor', render: renderMarkdown },
      {
        format: 'json',
        title: { en: 'JSON', zh: 'JSON' },
        opens: 'in the editor',
        render: (report, { locate }) => safeJson(renderJson(report, { locate })),
      },
    ] satisfies readonly ReportFormat[]
  ).map((format) => [format.format, format]),
);
