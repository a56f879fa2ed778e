/** Fonts, styles and paper of Word files, as a Chinese office (GB/T 9704) or an English one sets them. */
import {
  AlignmentType,
  BorderStyle,
  type IFontAttributesProperties,
  type IPropertiesOptions,
  type ISectionOptions,
  LevelFormat,
  LineRuleType,
  PageOrientation,
} from 'docx';
import type { Lang } from '../../../model/lang.js';
import { BAND, MUTED, RULE } from '../paper/paper-colours.js';
import { mm, type Sheet } from './word-context.js';

interface Fonts {
  readonly body: IFontAttributesProperties;
  readonly head: IFontAttributesProperties;
}

function font(latin: string, wide: string): IFontAttributesProperties {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: wide };
}

const FONTS: Readonly<Record<Lang, Fonts>> = {
  zh: { body: font('Times New Roman', '宋体'), head: font('Arial', '黑体') },
  en: { body: font('Calibri', 'SimSun'), head: font('Calibri', 'SimHei') },
};

export const MONO = font('Consolas', '宋体');

/** Of text in tables, in points. */
export const TABLE_SIZE = 9;
/** Of text in wall charts, in points. */
export const WALL_SIZE = 8;

interface Paper {
  readonly width: number;
  readonly height: number;
  /** Top, right, bottom, left, in millimetres. */
  readonly margins: readonly [number, number, number, number];
}

const PAPERS: Readonly<Record<Lang, Readonly<Record<Sheet, Paper>>>> = {
  zh: {
    upright: { width: 210, height: 297, margins: [37, 26, 35, 28] },
    book: { width: 210, height: 297, margins: [18, 18, 17, 25] },
    across: { width: 297, height: 210, margins: [18, 20, 18, 20] },
    wall: { width: 420, height: 297, margins: [22, 18, 20, 18] },
  },
  en: {
    upright: { width: 210, height: 297, margins: [25.4, 25.4, 25.4, 25.4] },
    book: { width: 210, height: 297, margins: [20, 20, 20, 22] },
    across: { width: 297, height: 210, margins: [18, 20, 18, 20] },
    wall: { width: 420, height: 297, margins: [22, 18, 20, 18] },
  },
};

/** The width between the margins, in twips. */
export function roomOn(sheet: Sheet, lang: Lang): number {
  const { width, margins } = PAPERS[lang][sheet];
  return mm(width - margins[1] - margins[3]);
}

export function pageOf(sheet: Sheet, lang: Lang): NonNullable<ISectionOptions['properties']> {
  const { width, height, margins } = PAPERS[lang][sheet];
  const [top, right, bottom, left] = margins;
  const across = width > height;
  return {
    page: {
      // The library turns the sheet itself.
      size: {
        width: mm(across ? height : width),
        height: mm(across ? width : height),
        orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: mm(top),
        right: mm(right),
        bottom: mm(bottom),
        left: mm(left),
        header: mm(12),
        footer: mm(bottom > 30 ? 20 : bottom < 20 ? 9 : 12),
      },
    },
  };
}

const SINGLE = { line: 240, lineRule: LineRuleType.AUTO } as const;

interface Setting {
  /** Each sheet of a book is to hold a project. */
  readonly isDense: boolean;
  /** Figures and tables rather than text: as many of them on a sheet as can be read. */
  readonly isFiled: boolean;
}

export function stylesFor(lang: Lang, { isDense: dense, isFiled }: Setting): NonNullable<IPropertiesOptions['styles']> {
  const { body, head } = FONTS[lang];
  const zh = lang === 'zh';
  const heading = (size: number, before: number, after: number, bold: boolean) => ({
    run: { font: head, size: size * 2, bold, color: '000000', italics: false },
    paragraph: { spacing: { before, after, ...SINGLE }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font: body, size: zh ? 21 : 22, language: { value: zh ? 'en-US' : 'en-GB', eastAsia: 'zh-CN' } },
        paragraph: {
          spacing: { after: dense ? 30 : 60, line: dense ? 264 : zh ? 300 : 276, lineRule: LineRuleType.AUTO },
        },
      },
      title: {
        run: { font: zh ? body : head, size: 44, bold: true, color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 160, ...SINGLE } },
      },
      heading1: heading(zh ? 16 : 15, isFiled ? 200 : 280, isFiled ? 100 : 140, !zh),
      heading2: heading(14, 200, 100, !zh),
      heading3: heading(12, 160, 80, true),
      heading4: heading(zh ? 10.5 : 11, 120, 60, true),
      hyperlink: { run: { color: '1F5A96' } },
    },
    paragraphStyles: [
      {
        id: 'Under',
        name: zh ? '题下说明' : 'Under Title',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 80 } },
        run: { size: zh ? 24 : 22 },
      },
      {
        id: 'CoverTitle',
        name: zh ? '封面标题' : 'Cover Title',
        basedOn: 'Title',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 4400, after: 700, ...SINGLE } },
        run: { size: 56 },
      },
      {
        id: 'ContentsTitle',
        name: zh ? '目录标题' : 'Contents Title',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
        run: { font: head, size: 32, bold: !zh },
      },
      ...[0, 1, 2].map((level) => ({
        id: `TOC${level + 1}`,
        name: `toc ${level + 1}`,
        basedOn: 'Normal',
        paragraph: { indent: { left: level * 420 }, spacing: { after: 0, ...SINGLE } },
      })),
      {
        id: 'Aside',
        name: zh ? '标题附注' : 'Heading Note',
        basedOn: 'Normal',
        paragraph: { keepNext: true, spacing: { after: 80 } },
      },
      {
        id: 'TableCaption',
        name: zh ? '表题' : 'Table Caption',
        basedOn: 'Normal',
        paragraph: { keepNext: true, spacing: { before: dense ? 70 : 110, after: dense ? 20 : 40, ...SINGLE } },
        run: { bold: true },
      },
      {
        id: 'TableText',
        name: zh ? '表格文字' : 'Table Text',
        basedOn: 'Normal',
        // Exact, so that a page holds the same whatever font stands in for the one that is named.
        paragraph: { spacing: { before: 0, after: 0, line: dense ? 228 : 250, lineRule: LineRuleType.EXACT } },
        run: { size: TABLE_SIZE * 2 },
      },
      {
        id: 'TableHead',
        name: zh ? '表头' : 'Table Head',
        basedOn: 'TableText',
        paragraph: { alignment: AlignmentType.CENTER },
        run: { bold: true },
      },
      {
        id: 'FigureLarge',
        name: zh ? '主要数字' : 'Figure',
        basedOn: 'TableText',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0, ...SINGLE } },
        run: { size: 28, bold: true },
      },
      {
        id: 'WallText',
        name: zh ? '挂图文字' : 'Wall Chart Text',
        basedOn: 'TableText',
        paragraph: { spacing: { before: 0, after: 0, line: 215, lineRule: LineRuleType.EXACT } },
        run: { size: WALL_SIZE * 2 },
      },
      {
        id: 'Quoted',
        name: zh ? '引文' : 'Quotation',
        basedOn: 'Normal',
        paragraph: { indent: { left: 420 } },
        run: { color: MUTED },
      },
      {
        id: 'Verbatim',
        name: zh ? '原样文字' : 'Verbatim',
        basedOn: 'Normal',
        paragraph: { shading: { fill: BAND }, spacing: { before: 0, after: 0, ...SINGLE } },
        run: { font: MONO, size: 18 },
      },
      {
        id: 'Remark',
        name: zh ? '提示' : 'Remark',
        basedOn: 'Normal',
        paragraph: {
          shading: { fill: BAND },
          border: { left: { style: BorderStyle.SINGLE, size: 18, color: RULE, space: 8 } },
          indent: { left: 200 },
          spacing: { before: 0, after: 0 },
        },
      },
      {
        id: 'Spacer',
        name: zh ? '间隔' : 'Spacer',
        basedOn: 'Normal',
        paragraph: { spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT } },
        run: { size: 8 },
      },
      {
        id: 'PageNumber',
        name: zh ? '页码' : 'Page Number Line',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } },
        run: { size: zh ? 21 : 18 },
      },
    ],
  };
}

export const ORDERED = 'ordered';
export const UNORDERED = 'unordered';

export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: ORDERED,
      levels: [0, 1, 2, 3, 4, 5].map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 420 * (level + 1), hanging: 420 } } },
      })),
    },
    {
      reference: UNORDERED,
      levels: [0, 1, 2, 3, 4, 5].map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: level % 2 === 0 ? '•' : '–',
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 420 * (level + 1), hanging: 280 } } },
      })),
    },
  ],
};

/** The table style, which the library has no words for: a full grid, the text kept off it. */
export const TABLE_STYLE = 'PlanTable';

export function tableStyleXml(lang: Lang, dense: boolean): string {
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="${RULE}"/>`;
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  const rim = dense ? 16 : 28;
  const name = lang === 'zh' ? '台账表格' : 'Plan Table';
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="${name}"/><w:qFormat/>` +
    `<w:tblPr><w:tblBorders>${sides}</w:tblBorders><w:tblCellMar><w:top w:w="${rim}" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>` +
    `<w:bottom w:w="${rim}" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`
  );
}

/** What a cell keeps free at its sides, both together, in twips. */
export const CELL_SIDES = 150;
