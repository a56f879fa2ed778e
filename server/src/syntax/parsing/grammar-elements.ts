/**
 * What the grammar's rules are made of, ready to run. A predictive parser: one token decides, in the order of the
 * grammar. `parse` answers whether the element was read; where it was not, the mistake is reported already, and whoever
 * repeats statements recovers.
 */
import type { Assignment } from '../grammar/rules.js';
import type { ParserRun } from './parser-run.js';

export interface Element {
  /** The kinds of token that it can begin with: 1 at their index. */
  readonly first: Uint8Array;
  /** The same in words. */
  readonly words: readonly string[];
  parse(run: ParserRun): boolean;
}

export interface Rule {
  readonly name: string;
  /** The type of the node it makes, where no action says otherwise. */
  readonly type: string;
  readonly body: () => Element;
}

export interface FirstSet {
  readonly first: Uint8Array;
  readonly words: readonly string[];
}

abstract class ElementBase implements Element {
  readonly first: Uint8Array;
  readonly words: readonly string[];

  constructor({ first, words }: FirstSet) {
    this.first = first;
    this.words = words;
  }

  abstract parse(run: ParserRun): boolean;
}

/** One token, of one kind or of several. */
export class OneToken extends ElementBase {
  readonly #target: Assignment | undefined;
  readonly #isName: boolean;
  /** A name is what is written, not what the word would be read as elsewhere. */
  readonly #isWord: boolean;
  readonly #closes: boolean;

  constructor(beginning: FirstSet, target: Assignment | undefined) {
    super(beginning);
    const [only, ...more] = beginning.words;
    const isOnly = (word: string): boolean => only === word && more.length === 0;
    this.#target = target;
    this.#isName = isOnly('NAME');
    this.#isWord = this.#isName || isOnly('WORD');
    this.#closes = isOnly('}');
  }

  parse(run: ParserRun): boolean {
    const { token } = run;
    let value: string | undefined = this.#isWord ? token.image : run.said;
    if (this.first[token.tokenTypeIdx] === 1) run.advance();
    else {
      if (run.passDoubled(this.first) || run.passColon(this.first) || run.passStray(this.first, this.words)) {
        return this.parse(run);
      }
      if (this.#closes && run.passSeparator()) return this.parse(run);
      value = this.#isName ? (run.numberAsName() ?? run.stringAsName()) : undefined;
      if (value === undefined) return run.fail(this.words);
    }
    if (this.#target !== undefined) run.set(this.#target, value);
    return true;
  }
}

/** A rule whose node becomes a property. What could be read of it is kept even where it ends in a mistake. */
export class RuleCall extends ElementBase {
  readonly #rule: Rule;
  readonly #target: Assignment;

  constructor(beginning: FirstSet, rule: Rule, target: Assignment) {
    super(beginning);
    this.#rule = rule;
    this.#target = target;
  }

  parse(run: ParserRun): boolean {
    if (run.passDoubled(this.first)) return this.parse(run);
    if (this.first[run.token.tokenTypeIdx] !== 1) {
      if (run.passColon(this.first) || run.passStray(this.first, this.words)) return this.parse(run);
      // A number in place of a name is dealt with where the name is read.
      if (this.words[0] !== 'NAME') return run.fail(this.words);
    }
    const fine = run.rule(this.#rule);
    if (run.made !== undefined) run.set(this.#target, run.made);
    return fine;
  }
}

/** A rule that stands for the one that calls it: `Declaration: Portfolio | …`. */
export class InPlace extends ElementBase {
  readonly #type: string;
  readonly #body: Element;

  constructor(type: string, body: Element) {
    super(body);
    this.#type = type;
    this.#body = body;
  }

  parse(run: ParserRun): boolean {
    return run.inPlace(this.#type, this.#body);
  }
}

/** `{infer X}`, and `{infer X.parts+=current}`. */
export class Action extends ElementBase {
  readonly #type: string;
  readonly #target: Assignment | undefined;

  constructor(type: string, target: Assignment | undefined) {
    super({ first: new Uint8Array(0), words: [] });
    this.#type = type;
    this.#target = target;
  }

  parse(run: ParserRun): boolean {
    if (this.#target === undefined) run.become(this.#type);
    else run.wrap(this.#type, this.#target);
    return true;
  }
}

export class Choice extends ElementBase {
  readonly #options: readonly Element[];
  /** Kind of token → which option, counted from 1. */
  readonly #option: Uint8Array;

  constructor(beginning: FirstSet, options: readonly Element[]) {
    super(beginning);
    this.#options = options;
    this.#option = new Uint8Array(beginning.first.length);
    let option = 0;
    for (const { first } of options) {
      option++;
      for (let kind = 0; kind < first.length; kind++) {
        if (first[kind] === 1 && this.#option[kind] === 0) this.#option[kind] = option;
      }
    }
  }

  parse(run: ParserRun): boolean {
    const option = this.#options[(this.#option[run.token.tokenTypeIdx] ?? 0) - 1];
    return option === undefined ? run.fail(this.words) : option.parse(run);
  }
}

export class Optional extends ElementBase {
  readonly #element: Element;

  constructor(element: Element) {
    super(element);
    this.#element = element;
  }

  /** The statements of the block that it is. */
  get statements(): Statements | undefined {
    return this.#element instanceof Sequence ? this.#element.statements : undefined;
  }

  parse(run: ParserRun): boolean {
    if (this.first[run.token.tokenTypeIdx] === 1 || run.passColon(this.first, ':') || run.passDoubled(this.first))
      return this.#element.parse(run);
    run.couldBe(this.words);
    return true;
  }
}

export class Many extends ElementBase {
  readonly #element: Element;
  readonly #atLeast: 0 | 1;
  /** What follows the comma, where it is a list that is repeated. */
  readonly #entry: Element | undefined;

  constructor(element: Element, atLeast: 0 | 1) {
    super(element);
    this.#element = element;
    this.#atLeast = atLeast;
    this.#entry = element instanceof Sequence ? element.afterComma : undefined;
  }

  parse(run: ParserRun): boolean {
    if (this.#atLeast === 1 && !this.#element.parse(run)) return false;
    for (;;) {
      if (this.#entry !== undefined && run.atSeparator) {
        const separator = run.separatorBefore(this.#entry.first);
        if (separator === 'superfluous') break;
        if (separator === 'other') {
          run.passAsComma();
          if (!this.#entry.parse(run)) return false;
          continue;
        }
      }
      if (this.first[run.token.tokenTypeIdx] !== 1) break;
      if (!this.#element.parse(run)) return false;
    }
    run.couldBe(this.words);
    return true;
  }
}

/** The statements of a block or of the file: a broken one costs itself. */
export class Statements extends ElementBase {
  readonly #element: Element;
  readonly #end: readonly string[];
  readonly #keywords: ReadonlySet<string>;

  constructor(element: Element, end: '}' | 'EOF') {
    super(element);
    this.#element = element;
    this.#end = [end];
    this.#keywords = new Set(this.words);
  }

  parse(run: ParserRun): boolean {
    const around = run.enterStatements(this.#keywords);
    this.#all(run);
    run.leaveStatements(around);
    return true;
  }

  get keywords(): ReadonlySet<string> {
    return this.#keywords;
  }

  /** Only those on the rest of the line: of a block whose brace is missing. */
  parseLine(run: ParserRun): void {
    const around = run.enterStatements(this.#keywords);
    const line = run.token.startLine;
    while (run.token.startLine === line && !run.atEndOfBlock) {
      if (this.first[run.token.tokenTypeIdx] === 1) {
        if (!this.#element.parse(run)) run.recover(this.first);
      } else if (!run.passSeparator()) break;
    }
    run.leaveStatements(around);
  }

  #all(run: ParserRun): void {
    for (;;) {
      if (this.first[run.token.tokenTypeIdx] === 1) {
        if (!this.#element.parse(run)) run.recover(this.first);
        continue;
      }
      if (run.passSeparator()) continue;
      run.couldBe(this.words);
      if (run.atEndOfBlock) return;
      if (run.passSignInFront(this.first, this.#end) || run.splitGlued(this.words, this.#end)) continue;
      run.fail(this.#end);
      run.recover(this.first);
    }
  }
}

export class Sequence extends ElementBase {
  readonly #elements: readonly Element[];
  /** Where a block that ends the sequence begins, if it has one: it is read even when what stands before it is broken. */
  readonly #block: Element | undefined;
  /** Where the sequence itself is a block. */
  readonly #braces: boolean;
  /** The statements of that block. */
  readonly #members: Statements | undefined;
  /** What may stand between the name of a declaration and its block, and what that and the block begin with. */
  readonly #rest: readonly Element[];
  readonly #head: Uint8Array;

  constructor(beginning: FirstSet, elements: readonly Element[], shape: { block?: Element; braces: boolean }) {
    super(beginning);
    this.#elements = elements;
    this.#block = shape.block;
    this.#braces = shape.braces;
    this.#members = shape.block instanceof Optional ? shape.block.statements : undefined;
    this.#rest =
      shape.block === undefined
        ? []
        : elements.slice(2, -1).filter((element) => element instanceof Optional || element instanceof Many);
    const begins = shape.block === undefined ? [] : [...this.#rest, shape.block];
    this.#head = unionOf(begins.map(({ first }) => first));
  }

  /** The statements in it, where it is a block. */
  get statements(): Statements | undefined {
    const [, inside] = this.#elements;
    return this.#braces && inside instanceof Statements ? inside : undefined;
  }

  /** What stands behind the comma that the sequence begins with, if it does. */
  get afterComma(): Element | undefined {
    const [comma, entry, ...more] = this.#elements;
    return comma?.words.length === 1 && comma.words[0] === ',' && more.length === 0 ? entry : undefined;
  }

  parse(run: ParserRun): boolean {
    const from = run.position;
    const { length } = this.#elements;
    for (let index = 0; index < length; index++) {
      const element = this.#elements[index];
      if (element === undefined) continue;
      if (element === this.#block && run.position > from && this.#members !== undefined) {
        if (run.lacksBrace(this.#members.keywords)) {
          run.tellMissingBrace(from);
          this.#members.parseLine(run);
          return true;
        }
      }
      if (element === this.#block && run.position > from && run.passRestOfHead(this.#head)) {
        // What the head could have had comes behind the stray word: its title, its deadline.
        for (const rest of this.#rest) rest.parse(run);
      }
      if (element.parse(run)) continue;
      if (this.#braces && run.position > from) {
        run.skipBlock();
        return true;
      }
      return index < length - 1 && this.#readBlock(run);
    }
    return true;
  }

  #readBlock(run: ParserRun): boolean {
    if (this.#block === undefined) return false;
    const opens = () => this.#block?.first[run.token.tokenTypeIdx] === 1;
    while (!opens() && !run.atEndOfBlock && !run.beginsLine) run.skip();
    return opens() && this.#block.parse(run);
  }
}

function unionOf(sets: readonly Uint8Array[]): Uint8Array {
  const union = new Uint8Array(Math.max(0, ...sets.map(({ length }) => length)));
  for (const set of sets) {
    for (let kind = 0; kind < set.length; kind++) if (set[kind] === 1) union[kind] = 1;
  }
  return union;
}
