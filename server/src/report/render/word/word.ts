/** The Word renderer. */
import {
  Document,
  type FileChild,
  Footer,
  InternalHyperlink,
  type ISectionOptions,
  LeaderType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, Heading, ReportDocument } from '../../document.js';
import { fill, words } from '../../wording/document-words.js';
import { longDay } from '../../wording/long-day.js';
import { paperWords } from '../paper/paper-words.js';
import { settled } from '../paper/settled-package.js';
import { blocksOf } from './word-blocks.js';
import type { Sheet, WordContext } from './word-context.js';
import { textRun } from './word-inlines.js';
import { numbering, pageOf, roomOn, stylesFor, tableStyleXml } from './word-styles.js';
import { isWide } from './word-table.js';

/** From so many headings on a document has a table of contents. */
const CONTENTS_FROM = 8;
/** From so many lines on contents would take a third page. */
const TWO_COLUMNS_FROM = 80;
/** Between the columns, in twips. */
const GUTTER = 500;

/** A Word file: the same bytes for the same document. */
export async function renderWord(report: ReportDocument): Promise<Uint8Array> {
  const bookmarks = bookmarksOf(report.blocks);
  const contents = contentsOf(report);
  const lists = { count: 0 };
  const contextFor = (sheet: Sheet): WordContext => ({
    lang: report.lang,
    sheet,
    room: roomOn(sheet, report.lang),
    bookmarks,
    contents,
    nextList: () => ++lists.count,
  });
  const sections: ISectionOptions[] = [...frontMatter(report, contents)];
  parts(report, contextFor(isFiled(report) ? 'book' : 'upright')).forEach(({ sheet, segments }, i) => {
    const context = contextFor(sheet);
    const title = i === 0 ? titleLines(report) : [];
    const children = segments.flatMap((blocks, j) => blocksOf(blocks, context, j > 0));
    sections.push(section([...title, ...children], sheet, report));
  });
  const file = new Document({
    title: report.title,
    creator: report.issuer ?? 'Planwright',
    lastModifiedBy: 'Planwright',
    description: report.subtitle ?? '',
    styles: stylesFor(report.lang, { isDense: report.cover === true, isFiled: isFiled(report) }),
    numbering,
    sections,
  });
  const made = await Packer.toArrayBuffer(file);
  return settled(new Uint8Array(made), report.statusDate, (path, xml) => mended(path, xml, report));
}

/** A book, and what shows figures and tables, are filed; letters have the margins of letters. */
function isFiled({ cover, blocks }: ReportDocument): boolean {
  return cover === true || blocks.some((block) => block.type === 'keyValues' && block.layout === 'figures');
}

/** What the library has no words for: the table style, and that what ends a section takes no line of a page. */
function mended(path: string, xml: string, { lang, cover }: ReportDocument): string {
  if (path === 'word/styles.xml')
    return xml.replace('</w:styles>', `${tableStyleXml(lang, cover === true)}</w:styles>`);
  if (path !== 'word/document.xml') return xml;
  const flat = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>';
  return counted(xml.replaceAll('<w:p><w:pPr><w:sectPr', `<w:p><w:pPr>${flat}<w:sectPr`));
}

/** The library numbers bookmarks and pictures through all documents that it makes: here each begins at one. */
function counted(xml: string): string {
  const numbers = new Map<string, number>();
  const id = /(<(w:bookmark|wp:docPr)(?:Start|End)?\b[^>]*?\b(?:w:)?id=")(\d+)"/g;
  return xml.replace(id, (_whole, before: string, kind: string, given: string) => {
    const number = numbers.get(`${kind} ${given}`) ?? numbers.size + 1;
    numbers.set(`${kind} ${given}`, number);
    return `${before}${number}"`;
  });
}

function section(children: readonly FileChild[], sheet: Sheet, { lang }: ReportDocument): ISectionOptions {
  const footer =
    lang === 'zh'
      ? ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页']
      : ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return {
    properties: pageOf(sheet, lang),
    footers: {
      default: new Footer({
        children: [new Paragraph({ style: 'PageNumber', children: [new TextRun({ children: footer })] })],
      }),
    },
    children,
  };
}

interface Part {
  readonly sheet: Sheet;
  /** Each begins a new page. */
  readonly segments: readonly (readonly Block[])[];
}

/** What lies on one kind of paper: page by page as the document says, wide registers across. */
function parts(report: ReportDocument, upright: WordContext): readonly Part[] {
  const segments: Block[][] = [[]];
  for (const block of report.blocks) {
    if (block.type === 'pageBreak') segments.push([]);
    else segments.at(-1)?.push(block);
  }
  const result: { sheet: Sheet; segments: Block[][] }[] = [];
  for (const blocks of segments) {
    if (blocks.length === 0 && (segments.length > 1 || result.length > 0)) continue;
    const sheet = sheetFor(blocks, upright);
    const last = result.at(-1);
    if (last?.sheet === sheet) last.segments.push(blocks);
    else result.push({ sheet, segments: [blocks] });
  }
  return result.length === 0 ? [{ sheet: upright.sheet, segments: [[]] }] : result;
}

function sheetFor(blocks: readonly Block[], upright: WordContext): Sheet {
  if (blocks.some((block) => block.type === 'gantt' && block.rows.length > 0)) return 'wall';
  return blocks.some((block) => block.type === 'table' && isWide(block, upright)) ? 'across' : upright.sheet;
}

/** Title, who issues it, the day, and the sentence that sums it up. */
function titleLines(report: ReportDocument): readonly Paragraph[] {
  return [
    new Paragraph({ style: 'Title', children: [textRun(report.title)] }),
    new Paragraph({ style: 'Under', children: [textRun(issuedLine(report).join('　　'))] }),
    ...(report.narrowed === undefined
      ? []
      : [new Paragraph({ style: 'Under', children: [textRun(report.narrowed, { size: 21, bold: true })] })]),
    ...(report.subtitle === undefined
      ? []
      : [new Paragraph({ style: 'Under', children: [textRun(report.subtitle, { size: 21 })] })]),
  ];
}

function issuedLine({ issuer, statusDate, lang }: ReportDocument): readonly string[] {
  return [
    ...(issuer === undefined ? [] : [fill(words.issuer[lang], { name: issuer })]),
    fill(paperWords.asOf[lang], { day: longDay(statusDate, lang) }),
  ];
}

/** The headings that the contents name; none where the document is short. */
function contentsOf({ blocks }: ReportDocument): ReadonlyMap<Heading, string> {
  const headings = blocks.flatMap((block) => (block.type === 'heading' && block.level <= 2 ? [block] : []));
  return new Map(headings.length < CONTENTS_FROM ? [] : headings.map((heading, i) => [heading, `contents_${i + 1}`]));
}

/** A cover where the document asks for one, and contents where it is long: in two columns where they are long as well. */
function frontMatter(report: ReportDocument, contents: ReadonlyMap<Heading, string>): readonly ISectionOptions[] {
  const cover =
    report.cover === true
      ? [
          new Paragraph({ style: 'CoverTitle', children: [textRun(report.title)] }),
          ...[...issuedLine(report), ...(report.narrowed === undefined ? [] : [report.narrowed])].map(
            (line) => new Paragraph({ style: 'Under', children: [textRun(line)] }),
          ),
        ]
      : [];
  if (contents.size === 0) return cover.length === 0 ? [] : [section(cover, 'upright', report)];
  const title = new Paragraph({
    style: 'ContentsTitle',
    ...(cover.length === 0 ? {} : { pageBreakBefore: true }),
    children: [textRun(words.contents[report.lang])],
  });
  const room = roomOn('upright', report.lang);
  if (contents.size < TWO_COLUMNS_FROM) {
    return [section([...cover, title, ...contentsLines(contents, room)], 'upright', report)];
  }
  const columns = section(contentsLines(contents, (room - GUTTER) / 2), 'upright', report);
  return [
    section([...cover, title], 'upright', report),
    {
      ...columns,
      properties: { ...columns.properties, type: SectionType.CONTINUOUS, column: { count: 2, space: GUTTER } },
    },
  ];
}

function contentsLines(contents: ReadonlyMap<Heading, string>, room: number): readonly Paragraph[] {
  return [...contents].map(([heading, bookmark]) => contentsLine(heading, bookmark, room));
}

/**
 * Each page's number is a reference of its own: programs that do not make a table of contents anew when they open a file
 * still find out on which page a bookmark is.
 */
function contentsLine({ level, text }: Heading, bookmark: string, room: number): Paragraph {
  return new Paragraph({
    style: `TOC${level}`,
    tabStops: [{ type: TabStopType.RIGHT, position: room, leader: LeaderType.DOT }],
    children: [
      new InternalHyperlink({
        anchor: bookmark,
        children: [
          textRun(text),
          new TextRun({ children: [new Tab()] }),
          new PageReference(bookmark, { hyperlink: true }),
        ],
      }),
    ],
  });
}

/** A bookmark for each anchor of headings and rows: Word allows letters and digits, and forty of them. */
function bookmarksOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (anchor: string | undefined): void => {
    if (anchor !== undefined && !found.has(anchor)) found.set(anchor, `plan_${found.size + 1}`);
  };
  for (const block of blocks) {
    if (block.type === 'heading') add(block.anchor);
    if (block.type === 'table') for (const row of block.rows) if (row.type === 'row') add(row.anchor);
  }
  return found;
}
