/** Labels with values: as a form, or as large figures. */
import { AlignmentType, Paragraph, type Table, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { KeyValue, KeyValues } from '../../document.js';
import { BAND, MUTED } from '../paper/paper-colours.js';
import type { WordContext } from './word-context.js';
import { runsOf, textRun } from './word-inlines.js';
import { gridTable } from './word-table.js';

export function keyValuesTable(block: KeyValues, context: WordContext): readonly Table[] {
  if (block.entries.length === 0) return [];
  return [block.layout === 'figures' ? figures(block.entries, context) : form(block.entries, context)];
}

const LABEL_SHARE = 0.17;

/** Two entries a line; long ones take a line of their own. A form stays on one page. */
function form(entries: readonly KeyValue[], context: WordContext): Table {
  const label = Math.round(context.room * LABEL_SHARE);
  const value = Math.round(context.room / 2) - label;
  const lines = linesOf(entries);
  const rows = lines.map(([first, second], i) => {
    const keepNext = i < lines.length - 1;
    const labelled = (entry: KeyValue, width: number, span: number): readonly TableCell[] => [
      labelCell(entry, label, keepNext),
      valueCell(entry, width, context, keepNext, span),
    ];
    return new TableRow({
      cantSplit: true,
      children:
        second === undefined
          ? labelled(first, value * 2 + label, 3)
          : [...labelled(first, value, 1), ...labelled(second, value, 1)],
    });
  });
  return gridTable(rows, [label, value, label, value]);
}

type Line = readonly [KeyValue, KeyValue?];

function linesOf(entries: readonly KeyValue[]): readonly Line[] {
  const lines: Line[] = [];
  for (let i = 0; i < entries.length; ) {
    const [entry, next] = entries.slice(i, i + 2);
    if (entry === undefined) break;
    const pair = entry.wide !== true && next !== undefined && next.wide !== true;
    lines.push(pair ? [entry, next] : [entry]);
    i += pair ? 2 : 1;
  }
  return lines;
}

function labelCell({ label }: KeyValue, width: number, keepNext: boolean): TableCell {
  return new TableCell({
    shading: { fill: BAND },
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: width, type: WidthType.DXA },
    children: [
      new Paragraph({ style: 'TableText', keepNext, alignment: AlignmentType.CENTER, children: [textRun(label)] }),
    ],
  });
}

function valueCell(
  { value, note }: KeyValue,
  width: number,
  context: WordContext,
  keepNext: boolean,
  span: number,
): TableCell {
  return new TableCell({
    ...(span === 1 ? {} : { columnSpan: span }),
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: width, type: WidthType.DXA },
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext,
        children: [...runsOf(value, context), ...(note === undefined ? [] : [noteRun(note, context)])],
      }),
    ],
  });
}

function noteRun(note: string, { lang }: WordContext) {
  return textRun(lang === 'zh' ? `（${note}）` : ` (${note})`, { color: MUTED });
}

/** At most so many large figures stand in a line. */
const IN_A_LINE = { upright: 4, across: 5 } as const;

function figures(entries: readonly KeyValue[], context: WordContext): Table {
  const lines = Math.ceil(entries.length / IN_A_LINE[context.sheet === 'across' ? 'across' : 'upright']);
  const columns = Math.ceil(entries.length / lines);
  const width = Math.floor(context.room / columns);
  const rows = Array.from({ length: lines }, (_, line) => {
    const inLine = entries.slice(line * columns, (line + 1) * columns);
    return new TableRow({
      cantSplit: true,
      children: Array.from({ length: columns }, (_, i) => figureCell(inLine[i], width, context)),
    });
  });
  return gridTable(
    rows,
    Array.from({ length: columns }, () => width),
  );
}

function figureCell(entry: KeyValue | undefined, width: number, context: WordContext): TableCell {
  const line = (text: string): Paragraph =>
    new Paragraph({ style: 'TableText', alignment: AlignmentType.CENTER, children: [textRun(text, { color: MUTED })] });
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: width, type: WidthType.DXA },
    children:
      entry === undefined
        ? [new Paragraph({ style: 'TableText' })]
        : [
            line(entry.label),
            new Paragraph({ style: 'FigureLarge', children: runsOf(entry.value, context) }),
            ...(entry.note === undefined ? [] : [line(entry.note)]),
          ],
  });
}
