/** Small edits to the files of a plan that touch nothing else: lines into blocks, values in place of values. */
import type { FileFacts } from '../../model/facts.js';
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

/** The files of a plan as they are. */
export interface PlanFiles {
  readonly text: (file: string) => string | undefined;
  readonly facts: (file: string) => FileFacts | undefined;
}

export class PlanEdits {
  readonly #files = new Map<string, PlanText>();
  readonly #lines = new Map<string, { readonly at: Span; readonly lines: string[] }>();
  readonly #edits: SnippetEdit[] = [];
  readonly #added = new Map<string, string[]>();

  constructor(
    readonly there: PlanFiles,
    /** The vocabulary of a file that shows none. */
    readonly lang: Lang,
  ) {}

  /** The file as something to write into. */
  file(name: string): PlanText {
    let file = this.#files.get(name);
    if (file === undefined) {
      file = new PlanText(name, this.there.text(name) ?? '', this.there.facts(name)?.vocabulary ?? this.lang);
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
    const there = this.#added.get(file);
    if (there === undefined) this.#added.set(file, [...blocks]);
    else for (const block of blocks) there.push(block);
  }

  /** The files as they are then. Throws where that could not be read: that would be our mistake. */
  changed(): readonly ChangedFile[] {
    const edits = new Map<string, Edit[]>();
    const add = (each: SnippetEdit): void => {
      const same = edits.get(each.file);
      if (same === undefined) edits.set(each.file, [plainEdit(each)]);
      else same.push(plainEdit(each));
    };
    for (const each of this.#edits) add(each);
    for (const { at, lines } of this.#lines.values()) {
      add(
        this.file(at.file).intoBlock(
          at,
          lines.map((line) => [line]),
        ),
      );
    }
    const files = new Set([...edits.keys(), ...this.#added.keys()]);
    return [...files].sort().map((name) => {
      const before = this.file(name).text;
      const own = (edits.get(name) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
      const all = withBlocks(before, own, this.#added.get(name) ?? []);
      const text = applyEdits(before, all);
      if (!isReadBack(name, text, unread(this.there.facts(name))))
        throw new Error(`what was written into ${name} cannot be read back`);
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

function unread(facts: FileFacts | undefined): number {
  return facts?.findings.filter(({ code }) => code === 'syntax/unexpected').length ?? 0;
}

/** A text is read back in pieces of about so many characters: the tree of a whole register takes hundreds of megabytes. */
const PIECE = 200_000;

/** Whether all of a text can be read, but for as many mistakes as it had before. */
function isReadBack(name: string, text: string, before: number): boolean {
  if (before > 0) return unread(readPlan(name, text)) <= before;
  for (let at = 0; at < text.length; ) {
    const end = pieceEnd(text, at + PIECE);
    if (unread(readPlan(name, text.slice(at, end))) > 0)
      return text.length > PIECE && unread(readPlan(name, text)) === 0;
    at = end;
  }
  return true;
}

/** Behind a line that is a closing brace and nothing else, as at the end of a declaration; else the end of the text. */
function pieceEnd(text: string, from: number): number {
  if (from >= text.length) return text.length;
  const brace = /\n[}｝]\r?\n/g;
  brace.lastIndex = from;
  return brace.exec(text) === null ? text.length : brace.lastIndex;
}
