/** Inlines in Markdown reports. */
import type { Lang } from '../../model/lang.js';
import type { Inline, Inlines } from '../document.js';
import { barText, lightText } from '../plain-text.js';
import { safeHref } from '../safe-link.js';
import { lightWords } from '../wording/document-words.js';
import { codeSpan, escapeMarkdown, guardLineStart, linkTarget } from './escape-markdown.js';

export interface MarkdownContext {
  readonly lang: Lang;
  /** The fragment of each heading that has an anchor, as GitHub and VS Code name it. */
  readonly slugs: ReadonlyMap<string, string>;
}

/** Inlines over as many lines as they have breaks; no line can open a block. */
export function markdownLines(content: Inlines, context: MarkdownContext): string {
  const lines = writeInlines(content, context, false).split('\n').map(guardLineStart);
  return lines.filter((line) => line !== '').join('\\\n');
}

/** Inlines for a table's cell, in one line. */
export function markdownCell(content: Inlines, context: MarkdownContext): string {
  return writeInlines(content, context, true).trim().replaceAll('\n', '<br>');
}

function writeInlines(content: Inlines, context: MarkdownContext, inTable: boolean): string {
  const parts = content.map((inline) => ({ inline, written: writeInline(inline, context, inTable) }));
  let line = '';
  parts.forEach(({ inline, written }, i) => {
    const marked = inline.type === 'strong' || inline.type === 'emphasis';
    if (marked && written !== '') {
      // A mark between punctuation and a letter is none in CommonMark (`是**“一”**的`): there it needs a blank.
      const next = parts[i + 1]?.written ?? '';
      const before = /[\p{L}\p{N}]$/u.test(line) && /^\*+[^\p{L}\p{N}\s*]/u.test(written) ? ' ' : '';
      const after = /^[\p{L}\p{N}]/u.test(next) && /[^\p{L}\p{N}\s*]\*+$/u.test(written) ? ' ' : '';
      line += before + written + after;
    } else line += written;
  });
  return line;
}

function writeInline(inline: Inline, context: MarkdownContext, inTable: boolean): string {
  switch (inline.type) {
    case 'text':
      return escapeMarkdown(inline.text);
    case 'strong':
    case 'emphasis': {
      const inner = writeInlines(inline.content, context, inTable).trim();
      const mark = inline.type === 'strong' ? '**' : '*';
      // A mark cannot run over a line that ends in it, so each line has its own.
      return inner
        .split('\n')
        .map((line) => (line.trim() === '' ? '' : `${mark}${line.trim()}${mark}`))
        .join('\n');
    }
    case 'muted':
      return writeInlines(inline.content, context, inTable);
    case 'code':
      return codeSpan(inline.text, inTable);
    case 'break':
      return '\n';
    case 'light': {
      const colour = lightWords[inline.light][context.lang];
      const said = lightText(inline, context.lang);
      return `● ${colour}${said === colour ? '' : ` ${escapeMarkdown(said)}`}`;
    }
    case 'bar':
      return `${textBar(inline.percent)} ${escapeMarkdown(barText(inline))}`;
    case 'link': {
      const slug = context.slugs.get(inline.to);
      const inner = writeInlines(inline.content, context, inTable);
      return slug === undefined ? inner : `[${inner}](#${linkTarget(slug)})`;
    }
    case 'externalLink': {
      const href = safeHref(inline.href);
      const inner = writeInlines(inline.content, context, inTable);
      return href === undefined ? inner : `[${inner}](${linkTarget(href)})`;
    }
  }
}

/** `██████░░░░`: ten steps of ten percent. */
export function textBar(percent: number): string {
  const filled = percent > 0 ? Math.min(10, Math.round(percent / 10)) : 0;
  return '█'.repeat(filled) + '░'.repeat(10 - filled);
}
