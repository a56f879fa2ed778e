/** Inlines as runs of Word. */
import { ExternalHyperlink, InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { BarInline, Inline, Inlines, LightInline } from '../../document.js';
import { visible } from '../../invisible-characters.js';
import { barText, lightText } from '../../plain-text.js';
import { safeHref } from '../../safe-link.js';
import { lightSigns } from '../../wording/document-words.js';
import { DONE, FILL, INK, MUTED, PLAN } from '../paper/paper-colours.js';
import type { WordContext } from './word-context.js';
import { MONO } from './word-styles.js';

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'color' | 'size' | 'font'>;

export function runsOf(content: Inlines, context: WordContext, look: Look = {}): readonly ParagraphChild[] {
  return content.flatMap((inline) => runOf(inline, context, look));
}

export function textRun(text: string, look: Look = {}): TextRun {
  return new TextRun({ text: visible(text), ...look });
}

function runOf(inline: Inline, context: WordContext, look: Look): readonly ParagraphChild[] {
  switch (inline.type) {
    case 'text':
      return [textRun(inline.text, look)];
    case 'strong':
      return runsOf(inline.content, context, { ...look, bold: true });
    case 'emphasis':
      // Chinese has no slanted letters.
      return runsOf(inline.content, context, {
        ...look,
        ...(context.lang === 'zh' ? { bold: true } : { italics: true }),
      });
    case 'muted':
      return runsOf(inline.content, context, { color: MUTED, ...look });
    case 'code':
      return [textRun(inline.text, { ...look, font: MONO })];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'light':
      return [lightRun(inline, context, look)];
    case 'bar':
      return barRuns(inline, look);
    case 'link': {
      const bookmark = context.bookmarks.get(inline.to);
      const inner = runsOf(inline.content, context, look);
      return bookmark === undefined ? inner : [new InternalHyperlink({ anchor: bookmark, children: inner })];
    }
    case 'externalLink': {
      const href = safeHref(inline.href);
      const inner = runsOf(inline.content, context, { ...look, color: INK.blue });
      return href === undefined ? inner : [new ExternalHyperlink({ link: href, children: inner })];
    }
  }
}

/** The sign tells colours apart on a grey print. */
function lightRun(inline: LightInline, { lang }: WordContext, look: Look): TextRun {
  return textRun(`${lightSigns[inline.light]}\u00a0${lightText(inline, lang)}`, { ...look, color: INK[inline.light] });
}

const BLOCKS = 10;

/** Ten blocks, as many of them filled as tens of percent, and the figure. */
function barRuns(inline: BarInline, look: Look): readonly TextRun[] {
  const filled = Math.max(0, Math.min(BLOCKS, Math.round(inline.percent / BLOCKS)));
  const colour = inline.light === undefined ? DONE : FILL[inline.light];
  const blocks = (n: number, color: string): readonly TextRun[] =>
    n === 0 ? [] : [new TextRun({ text: '█'.repeat(n), color, size: 9, font: '宋体' })];
  return [...blocks(filled, colour), ...blocks(BLOCKS - filled, PLAN), textRun(` ${barText(inline)}`, look)];
}
