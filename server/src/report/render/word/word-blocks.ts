/** Blocks of a report as paragraphs and tables of Word. */
import { Bookmark, type FileChild, HeadingLevel, Paragraph, type ParagraphChild, Table } from 'docx';
import type { Block, Heading, List, ListItem } from '../../document.js';
import { visibleLines } from '../../invisible-characters.js';
import { prose } from '../../prose.js';
import { words } from '../../wording/document-words.js';
import { chartBlocks } from './word-charts.js';
import type { WordContext } from './word-context.js';
import { runsOf, textRun } from './word-inlines.js';
import { keyValuesTable } from './word-key-values.js';
import { ORDERED, UNORDERED } from './word-styles.js';
import { tableBlocks } from './word-table.js';

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Tables keep a little distance from what follows, and would else grow together. */
export function blocksOf(blocks: readonly Block[], context: WordContext, onNewPage = false): readonly FileChild[] {
  const children: FileChild[] = [];
  blocks.forEach((block, i) => {
    const made = blockOf(block, context, onNewPage && i === 0, blocks[i + 1]);
    if (children.at(-1) instanceof Table && made[0] !== undefined && block.type !== 'heading') {
      // A remark on a table stays with it.
      children.push(new Paragraph({ style: 'Spacer', keepNext: block.type === 'paragraph' }));
    }
    children.push(...made);
  });
  return children;
}

function blockOf(block: Block, context: WordContext, onNewPage: boolean, next?: Block): readonly FileChild[] {
  const made = contentOf(block, context, onNewPage, next);
  if (!onNewPage || block.type === 'heading') return made;
  return [new Paragraph({ style: 'Spacer', pageBreakBefore: true }), ...made];
}

function contentOf(block: Block, context: WordContext, onNewPage: boolean, next?: Block): readonly FileChild[] {
  switch (block.type) {
    case 'heading':
      return headingOf(block, context, onNewPage);
    case 'paragraph':
      // What leads to a table stays with it.
      return [
        new Paragraph({
          keepNext: next?.type === 'table' || next?.type === 'keyValues',
          children: runsOf(block.content, context),
        }),
      ];
    case 'markdown':
      return blocksOf(prose(block.text), context);
    case 'list':
      return listItems(block, context, 0, context.nextList());
    case 'quote':
      return block.blocks.flatMap((inner) =>
        inner.type === 'paragraph'
          ? [new Paragraph({ style: 'Quoted', children: runsOf(inner.content, context) })]
          : contentOf(inner, context, false),
      );
    case 'code':
      return visibleLines(block.text)
        .split('\n')
        .map((line) => new Paragraph({ style: 'Verbatim', children: [textRun(line)] }));
    case 'keyValues':
      return keyValuesTable(block, context);
    case 'table':
      return tableBlocks(block, context, next?.type === 'paragraph');
    case 'callout': {
      const title = block.title ?? words[block.tone === 'warn' ? 'warning' : 'note'][context.lang];
      return [
        new Paragraph({ style: 'Remark', keepNext: true, children: [textRun(title, { bold: true })] }),
        new Paragraph({ style: 'Remark', children: runsOf(block.content, context) }),
        new Paragraph({ style: 'Spacer' }),
      ];
    }
    case 'pageBreak':
      return [];
    case 'sCurve':
    case 'barChart':
    case 'stackedCounts':
    case 'gantt':
      return chartBlocks(block, context, next?.type === 'paragraph');
  }
}

function headingOf(block: Heading, context: WordContext, onNewPage: boolean): readonly Paragraph[] {
  const bookmark = block.anchor === undefined ? undefined : context.bookmarks.get(block.anchor);
  const marks = [bookmark, context.contents.get(block)].filter((id) => id !== undefined);
  const heading = new Paragraph({
    heading: LEVELS[block.level],
    ...(onNewPage ? { pageBreakBefore: true } : {}),
    children: marks.reduce<readonly ParagraphChild[]>(
      (children, id) => [new Bookmark({ id, children })],
      [textRun(block.text)],
    ),
  });
  // Lights go below: in the heading itself they would stand in the contents.
  return block.aside === undefined || block.aside.length === 0
    ? [heading]
    : [heading, new Paragraph({ style: 'Aside', children: runsOf(block.aside, context) })];
}

function listItems(list: List, context: WordContext, level: number, instance: number): readonly Paragraph[] {
  const reference = list.ordered ? ORDERED : UNORDERED;
  const item = ({ content, children }: ListItem): readonly Paragraph[] => [
    new Paragraph({
      numbering: { reference, level: Math.min(level, 5), instance },
      children: runsOf(content, context),
    }),
    ...(children === undefined ? [] : listItems(children, context, level + 1, instance)),
  ];
  return list.items.flatMap(item);
}
