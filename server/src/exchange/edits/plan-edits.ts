/** Small edits to the files of a plan that touch nothing else: lines into blocks, values in place of values. */
import type { Lang } from '../../model/lang.js';
import type { Span } from '../../model/span.js';
import { applyEdits, type Edit } from '../../syntax/format/edit.js';
import { readPlan } from '../../syntax/read-plan.js';
import { PlanText, type SnippetEdit } from '../../workspace/fixes/plan-text.js';

export interface ChangedFile {
  readonly file: string;
  /** As it is then. */
  readonly text: string;
  /** What makes it so. */
  readonly edits: readonly Edit[];
}

export class PlanEdits {
  readonly #files = new Map<string, PlanText>();
  readonly #lines = new Map<string, { readonly at: Span; readonly lines: string[] }>();
  readonly #edits: SnippetEdit[] = [];
  readonly #added = new Map<string, string[]>();

  constructor(
    readonly textOf: (file: string) => string,
    /** The vocabulary of a file that shows none. */
    readonly lang: Lang,
  ) {}

  /** The file as something to write into. */
  file(name: string): PlanText {
    let file = this.#files.get(name);
    if (file === undefined) {
      const text = this.textOf(name);
      file = new PlanText(name, text, readPlan(name, text).vocabulary ?? this.lang);
      this.#files.set(name, file);
    }
    return file;
  }

  /** Members at the end of a block; all that goes into one block is written at once. */
  into(at: Span, ...lines: readonly string[]): void {
    const key = `${at.file}:${at.start}`;
    const there = this.#lines.get(key);
    if (there === undefined) this.#lines.set(key, { at, lines: [...lines] });
    else there.lines.push(...lines);
  }

  /** Members behind another member of a block. */
  behind(member: Span, block: Span, ...lines: readonly string[]): void {
    const file = this.file(block.file);
    this.#edits.push(
      file.behind(
        member,
        block,
        lines.map((line) => [line]),
      ),
    );
  }

  /** Text behind a statement that has no block. */
  append(at: Span, text: string): void {
    this.#edits.push({ file: at.file, start: at.end, end: at.end, insert: [text] });
  }

  replace(at: Span, text: string): void {
    this.#edits.push({ file: at.file, start: at.start, end: at.end, insert: [text] });
  }

  /** Declarations at the end of a file. */
  declare(file: string, ...blocks: readonly string[]): void {
    this.#added.set(file, [...(this.#added.get(file) ?? []), ...blocks]);
  }

  /** The files as they are then. Throws where that could not be read: that would be our mistake. */
  changed(): readonly ChangedFile[] {
    const edits = [...this.#edits];
    for (const { at, lines } of this.#lines.values()) {
      edits.push(
        this.file(at.file).intoBlock(
          at,
          lines.map((line) => [line]),
        ),
      );
    }
    const files = new Set([...edits.map(({ file }) => file), ...this.#added.keys()]);
    return [...files].sort().map((name) => {
      const before = this.file(name).text;
      const own = edits
        .filter(({ file }) => file === name)
        .map(plainEdit)
        .sort((a, b) => a.start - b.start || a.end - b.end);
      const all = withBlocks(before, own, this.#added.get(name) ?? []);
      const text = applyEdits(before, all);
      const broken = (each: string): number =>
        readPlan(name, each).findings.filter(({ code }) => code === 'syntax/unexpected').length;
      if (broken(text) > broken(before)) throw new Error(`what was written into ${name} cannot be read back`);
      return { file: name, text, edits: all };
    });
  }
}

function plainEdit({ start, end, insert }: SnippetEdit): Edit {
  return { start, end, newText: insert.map((part) => (typeof part === 'string' ? part : part.text)).join('') };
}

/** Blocks at the end of the file, an empty line apart; what ends it already gives way, unless something is written there. */
function withBlocks(text: string, edits: readonly Edit[], blocks: readonly string[]): readonly Edit[] {
  if (blocks.length === 0) return edits;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const kept = text.trimEnd().length;
  const start = Math.max(kept, edits.at(-1)?.end ?? 0);
  const added = blocks.join('\n\n').replaceAll('\n', eol);
  const isEmpty = kept === 0 && edits.length === 0;
  return [...edits, { start, end: text.length, newText: `${isEmpty ? '' : `${eol}${eol}`}${added}${eol}` }];
}
