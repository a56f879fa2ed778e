/** Whole summaries as files: what kinds a plan can show, and one of them in a format. */
import type * as z from 'zod/mini';
import { formatDay } from '../../model/day.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import type { Span } from '../../model/span.js';
import { partShown } from '../../report/narrowed-summary.js';
import { FORMATS } from '../../report/render/formats.js';
import { type TableOrders, withOrders } from '../../report/render/html.js';
import type { JsonRange } from '../../report/render/json.js';
import { SUMMARIES } from '../../report/summaries/index.js';
import { sinceDays } from '../../report/summaries/since-days.js';
import { rangeOf } from '../../workspace/diagnostic.js';
import type { PrintedPdf } from '../../workspace/print-pdf.js';
import type { Environment } from '../environment.js';
import { inBase64, type SummaryChoice, type SummaryFormat, type sinceChoices, type summary } from '../protocol.js';
import type { Session } from '../session.js';
import { readSince, sinceNow } from '../since.js';
import { asksForText, PART } from './preview-picture.js';

type Made = z.output<typeof summary.result>;

export class Summaries {
  readonly #session: Session;
  readonly #printPdf: Environment['printPdf'];

  constructor(session: Session, printPdf: Environment['printPdf']) {
    this.#session = session;
    this.#printPdf = printPdf;
  }

  async kinds(uri: string, lang: Lang): Promise<SummaryChoice[]> {
    const root = await this.#session.roots.rootOf(uri);
    const formats = [...FORMATS.values()].map(
      ({ format, title, opens }): SummaryFormat => ({ format, title: title[lang], opens }),
    );
    const plan = root?.plan.plan;
    return [...SUMMARIES.values()].flatMap(({ kind, title, named }): SummaryChoice[] => {
      const each = (plan?.all(named?.kind ?? 'view') ?? []).map((one) => {
        const called = one.title?.text ?? one.name.text;
        return {
          kind,
          name: one.name.text,
          title: named?.required === false ? `${title[lang]}${lang === 'zh' ? '：' : ': '}${called}` : called,
          formats,
        };
      });
      const plain: SummaryChoice = { kind, title: title[lang], formats };
      if (named === undefined) return [plain];
      return named.required ? each : [plain, ...each.reverse()];
    });
  }

  async sinceChoices(uri: string, lang: Lang): Promise<z.input<typeof sinceChoices.result>> {
    const root = await this.#session.roots.rootOf(uri);
    if (root === undefined) throw new Error('there is no plan');
    const { analysis } = root.plan;
    const days = sinceDays(analysis).map(({ day, title }) => ({ day: formatDay(day), title: title[lang] }));
    return { folder: root.base, status: formatDay(analysis.status), days };
  }

  async make({ kind, name, format, lang, uri, since, look = {} }: z.output<typeof summary.params>): Promise<Made> {
    const root = await this.#session.roots.rootOf(uri);
    const builder = SUMMARIES.get(kind);
    const { render, prints } = FORMATS.get(format) ?? {};
    if (root === undefined || builder === undefined || render === undefined) {
      throw new Error(`there is no summary '${kind}' as ${format}`);
    }
    const compared = sinceNow(since && (await readSince(since, root, this.#session.roots.files)), root);
    const matches = asksForText(look) ? (await import('../pinyin.js')).matches : () => true;
    const { analysis, narrowed } = partShown(builder, root.plan.analysis, lang, look.narrow, matches);
    const built = builder.build(analysis, {
      lang,
      ...(name === undefined ? {} : { name }),
      ...(compared === undefined ? {} : { since: compared }),
    });
    const orders: TableOrders = new Map((look.sort ?? []).map(({ key, ...order }) => [key, order]));
    const report = withOrders(narrowed === undefined ? built : { ...built, narrowed }, orders);
    const locate = (at: Span): JsonRange => rangeOf(at, root.plan.lines(at.file));
    const part = narrowed === undefined ? '' : PART[lang];
    const fileName = `${safeName(report.title)}${part}-${report.statusDate}.${format}`;
    const made = await render(report, { locate });
    if (prints === true && typeof made === 'string') {
      const pdf = (await this.#printPdf?.(made, report.statusDate)) ?? { type: 'no browser' };
      return pdf.type === 'pdf'
        ? { fileName, base64: inBase64(pdf.bytes) }
        : { type: 'refused', problem: unprinted(pdf)[lang] };
    }
    return typeof made === 'string' ? { fileName, text: made } : { fileName, base64: inBase64(made) };
  }
}

/** Why there is no PDF, and how to come by one all the same. */
function unprinted(pdf: Exclude<PrintedPdf, { type: 'pdf' }>): Bilingual {
  switch (pdf.type) {
    case 'no browser':
      return {
        en: 'PDF needs Chromium, Chrome or Edge on the machine that Planwright runs on, and none was found. Save the web page, open it in a browser and print it to a PDF file there; a Word document can be saved as one too.',
        zh: '生成 PDF 需要 Planwright 所在的机器上装有 Chromium、Chrome 或 Edge，但没有找到。请保存网页，用浏览器打开后打印为 PDF；Word 文档也可以另存为 PDF。',
      };
    case 'no such browser':
      return {
        en: `There is no browser “${pdf.browser}”, which PLANWRIGHT_BROWSER names. Save the web page, open it in a browser and print it to a PDF file there.`,
        zh: `PLANWRIGHT_BROWSER 指定的浏览器“${pdf.browser}”不存在。请保存网页，用浏览器打开后打印为 PDF。`,
      };
    case 'nothing printed':
      return {
        en: `“${pdf.browser}” made no PDF. Save the web page, open it in a browser and print it to a PDF file there.`,
        zh: `“${pdf.browser}”没有生成 PDF。请保存网页，用浏览器打开后打印为 PDF。`,
      };
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
