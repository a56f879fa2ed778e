/** Short constructors for the parts of a report document. */
import type { BarInline, Cell, Inline, Inlines, Light, LightInline, Origin, Paragraph, TableRow } from './document.js';

/** Short names for what builders write most. A string stands for plain text wherever inlines are wanted. */
export type InlineContent = string | Inline | Inlines;

export function inlines(words: InlineContent): Inlines {
  if (typeof words === 'string') return words === '' ? [] : [{ type: 'text', text: words }];
  return isInline(words) ? [words] : words;
}

function isInline(words: Inline | Inlines): words is Inline {
  return 'type' in words;
}

export function text(value: string): Inline {
  return { type: 'text', text: value };
}

export function strong(words: InlineContent): Inline {
  return { type: 'strong', content: inlines(words) };
}

export function muted(words: InlineContent): Inline {
  return { type: 'muted', content: inlines(words) };
}

/** A paragraph beside the matter: that there is nothing, what a table leaves out. */
export function remark(words: InlineContent): Paragraph {
  return { type: 'paragraph', content: [muted(words)] };
}

export function code(value: string): Inline {
  return { type: 'code', text: value };
}

export function light(colour: Light, word?: string): LightInline {
  return word === undefined ? { type: 'light', light: colour } : { type: 'light', light: colour, word };
}

export function bar(percent: number, more: Omit<BarInline, 'type' | 'percent'> = {}): BarInline {
  return { type: 'bar', percent, ...more };
}

export function link(to: string, words: InlineContent): Inline {
  return { type: 'link', to, content: inlines(words) };
}

export function externalLink(href: string, words: InlineContent = href): Inline {
  return { type: 'externalLink', href, content: inlines(words) };
}

/** Puts `separator` between the parts. */
export function joined(parts: readonly InlineContent[], separator: InlineContent): Inlines {
  return parts.flatMap((part, i) => (i === 0 ? inlines(part) : [...inlines(separator), ...inlines(part)]));
}

/** @param value see `Cell.value` */
export function cell(words: InlineContent, value?: string | null): Cell {
  return value === undefined ? { content: inlines(words) } : { content: inlines(words), value };
}

export function row(
  cells: readonly (InlineContent | Cell)[],
  more: { origin?: Origin; anchor?: string } = {},
): TableRow {
  return { type: 'row', cells: cells.map((c) => (isCell(c) ? c : cell(c))), ...more };
}

function isCell(words: InlineContent | Cell): words is Cell {
  return typeof words === 'object' && 'content' in words && !('type' in words);
}
