/**
 * Hover text: a heading and lines of `label: value`. All plan text is escaped: no markup, no images, no links, no
 * commands come out of it.
 */
import type { Bilingual, Lang } from '../../../model/lang.js';
import { escapeMarkdown, guardLineStart } from '../../../report/render/escape-markdown.js';

export class HoverBuilder {
  readonly #parts: string[] = [];
  #lines: string[] = [];

  constructor(readonly lang: Lang) {}

  /** `kind`, then the name in bold, then the title. */
  heading(kind: string, name: string, title?: string): this {
    const more = title === undefined || title === name ? '' : ` ${escapeMarkdown(title)}`;
    return this.#part(`${escapeMarkdown(kind)} **${escapeMarkdown(name)}**${more}`);
  }

  /** A line with what it is about; nothing where there is no value. */
  line(label: Bilingual, value: string | undefined): this {
    if (value !== undefined && value !== '') {
      this.#lines.push(`${label[this.lang]}${this.lang === 'zh' ? '：' : ': '}${escapeMarkdown(value)}`);
    }
    return this;
  }

  /** Lines below a label of their own; nothing where there are none. */
  list(label: Bilingual, items: readonly string[]): this {
    if (items.length === 0) return this;
    const lines = items.map((item) => `- ${guardLineStart(escapeMarkdown(item))}`);
    return this.#part([`${label[this.lang]}${this.lang === 'zh' ? '：' : ':'}`, ...lines].join('\n'));
  }

  text(text: string | undefined): this {
    if (text !== undefined && text.trim() !== '') this.#part(prose(text));
    return this;
  }

  /** Markdown that is our own; nothing where there is none. */
  own(markdown: string | undefined): this {
    return markdown === undefined ? this : this.#part(markdown);
  }

  toString(): string {
    this.#flush();
    return this.#parts.join('\n\n');
  }

  #part(markdown: string): this {
    this.#flush();
    this.#parts.push(markdown);
    return this;
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    this.#parts.push(this.#lines.join('  \n'));
    this.#lines = [];
  }
}

/** A long text shortened to what fits beside the code, its lines kept. */
function prose(text: string): string {
  const LONGEST = 600;
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return cut
    .split('\n')
    .map((line) => guardLineStart(escapeMarkdown(line)))
    .join('  \n');
}
