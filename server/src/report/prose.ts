/** Long texts of plan authors (Markdown) as blocks of the document model. */
import MarkdownIt from 'markdown-it';
import type { Block, Cell, Column, Inline, Inlines, List, ListItem, Table } from './document.js';

type Token = ReturnType<MarkdownIt['parse']>[number];

let reader: MarkdownIt | undefined;

/** HTML stays the text that it is; only addresses that say their scheme become links by themselves. */
function newReader(): MarkdownIt {
  const made = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: true });
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  return made;
}

/**
 * Reads a plan author's long text into blocks of the document model, so that every renderer treats it as it treats all
 * else. Images become their alternative text, headings strong lines (the outline belongs to the document), rules
 * nothing.
 */
export function prose(markdown: string): readonly Block[] {
  reader ??= newReader();
  return new ProseReader(reader.parse(markdown, {})).blocksUntil(undefined);
}

class ProseReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  blocksUntil(close: string | undefined): Block[] {
    const blocks: Block[] = [];
    for (let token = this.next(); token !== undefined && token.type !== close; token = this.next()) {
      const block = this.block(token);
      if (block !== undefined) blocks.push(block);
    }
    return blocks;
  }

  private next(): Token | undefined {
    return this.tokens[this.at++];
  }

  private block(token: Token): Block | undefined {
    switch (token.type) {
      case 'inline':
        return { type: 'paragraph', content: inlineContent(token.children ?? []) };
      case 'heading_open':
        return { type: 'paragraph', content: [{ type: 'strong', content: this.inlineUntil('heading_close') }] };
      case 'fence':
      case 'code_block':
        return { type: 'code', text: token.content.replace(/\n$/, '') };
      case 'blockquote_open':
        return { type: 'quote', blocks: this.blocksUntil('blockquote_close') };
      case 'bullet_list_open':
        return this.list(false, 'bullet_list_close');
      case 'ordered_list_open':
        return this.list(true, 'ordered_list_close');
      case 'table_open':
        return this.table();
      default:
        return undefined;
    }
  }

  private inlineUntil(close: string): Inlines {
    return paragraphs(this.blocksUntil(close));
  }

  private list(ordered: boolean, close: string): List {
    const items: ListItem[] = [];
    for (let token = this.next(); token !== undefined && token.type !== close; token = this.next()) {
      if (token.type !== 'list_item_open') continue;
      const inside = this.blocksUntil('list_item_close');
      const children = inside.find((block): block is List => block.type === 'list');
      const content = paragraphs(inside.filter((block) => block !== children));
      items.push(children === undefined ? { content } : { content, children });
    }
    return { type: 'list', ordered, items };
  }

  private table(): Table {
    const rows: Cell[][] = [];
    const columns: Column[] = [];
    let row: Cell[] = [];
    for (let token = this.next(); token !== undefined && token.type !== 'table_close'; token = this.next()) {
      if (token.type === 'tr_open') row = [];
      else if (token.type === 'tr_close' && columns.length > 0 && row.length > 0) rows.push(row);
      else if (token.type === 'td_open') row.push({ content: this.inlineUntil('td_close') });
      else if (token.type === 'th_open') {
        const align = /center|right/.exec(String(token.attrGet('style') ?? ''))?.[0];
        const title = this.inlineUntil('th_close').map(textOf).join('');
        columns.push({ title, kind: 'text', ...(align && { align: align === 'right' ? 'end' : 'center' }) });
      }
    }
    return { type: 'table', columns, headColumn: -1, rows: rows.map((cells) => ({ type: 'row', cells })) };
  }
}

/** Blocks inside a place that holds only inlines: one line each. */
function paragraphs(blocks: readonly Block[]): Inlines {
  return blocks
    .map(blockInlines)
    .flatMap((content, i) => (i === 0 ? content : [{ type: 'break' } as const, ...content]));
}

function blockInlines(block: Block): Inlines {
  switch (block.type) {
    case 'paragraph':
      return block.content;
    case 'code':
      return [{ type: 'code', text: block.text }];
    case 'quote':
      return paragraphs(block.blocks);
    case 'list':
      return paragraphs(
        block.items.map((item, i) => ({
          type: 'paragraph',
          content: [{ type: 'text', text: block.ordered ? `${i + 1}. ` : '– ' }, ...item.content],
        })),
      );
    case 'table':
      return paragraphs(
        block.rows.map((row) => ({
          type: 'paragraph',
          content: row.type === 'group' ? row.content : row.cells.flatMap((cell) => [...cell.content, blank]),
        })),
      );
    default:
      return [];
  }
}

const blank: Inline = { type: 'text', text: ' ' };

function textOf(inline: Inline): string {
  if ('text' in inline) return inline.text;
  return 'content' in inline ? inline.content.map(textOf).join('') : ' ';
}

/** The inline tokens of one paragraph, nested by their opening and closing marks. */
function inlineContent(tokens: readonly Token[]): Inlines {
  const stack: { wrap: (content: Inlines) => Inlines; content: Inline[] }[] = [];
  let content: Inline[] = [];
  const open = (wrap: (content: Inlines) => Inlines): void => {
    stack.push({ wrap, content });
    content = [];
  };
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'text_special') {
      if (token.content !== '') content.push({ type: 'text', text: token.content });
    } else if (token.type === 'code_inline') content.push({ type: 'code', text: token.content });
    else if (token.type === 'softbreak' || token.type === 'hardbreak') content.push({ type: 'break' });
    else if (token.type === 'image') content.push(...inlineContent(token.children ?? []));
    else if (token.type === 'strong_open') open((inner) => [{ type: 'strong', content: inner }]);
    else if (token.type === 'em_open') open((inner) => [{ type: 'emphasis', content: inner }]);
    else if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '');
      open((inner) => [{ type: 'externalLink', href, content: inner }]);
    } else if (token.nesting === 1) open((inner) => inner);
    else if (token.nesting === -1) {
      const outer = stack.pop();
      if (outer === undefined) continue;
      const wrapped = outer.wrap(content);
      content = [...outer.content, ...wrapped];
    }
  }
  return content;
}
