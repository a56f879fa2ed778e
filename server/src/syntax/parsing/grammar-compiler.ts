/** Turns the rules of the grammar into elements that run. */
import { beginningOf, beginningOnce, ruleNamed } from '../grammar/beginnings.js';
import { isSign, opensBlock } from '../grammar/blocks.js';
import type { Assignment, CallPart, ChoicePart, Part, SequencePart, TokenPart } from '../grammar/rules.js';
import type { TokenKind } from '../token-types.js';
import {
  Action,
  Choice,
  type Element,
  type FirstSet,
  InPlace,
  Many,
  OneToken,
  Optional,
  type Rule,
  RuleCall,
  Sequence,
  Statements,
} from './grammar-elements.js';

export class GrammarCompiler {
  /** Name → the indices of the kinds that are of that kind, itself or by a category. */
  readonly #kinds = new Map<string, number[]>();
  readonly #size: number;
  readonly #rules = new Map<string, Rule>();
  readonly #firsts = new Map<string, Uint8Array>();

  constructor(kinds: readonly TokenKind[]) {
    this.#size = Math.max(...kinds.map(({ tokenTypeIdx }) => tokenTypeIdx)) + 1;
    for (const kind of kinds) {
      for (const name of namesOf(kind)) {
        const same = this.#kinds.get(name);
        if (same === undefined) this.#kinds.set(name, [kind.tokenTypeIdx]);
        else same.push(kind.tokenTypeIdx);
      }
    }
  }

  /** The rule with that name. What it is made of is compiled when it is first run: few files use all of the language. */
  rule(name: string): Rule {
    let rule = this.#rules.get(name);
    if (rule === undefined) {
      const { type, body, entry } = ruleNamed(name);
      let compiled: Element | undefined;
      rule = {
        name,
        type,
        body: () => (compiled ??= this.#element(body, entry ? 'EOF' : undefined)),
      };
      this.#rules.set(name, rule);
    }
    return rule;
  }

  /** `statementsUntil` where the part repeats what a block or the file is made of. */
  #element(part: Part, statementsUntil?: '}' | 'EOF'): Element {
    const once = this.#once(part);
    switch (part.repeat) {
      case '?':
        return new Optional(once);
      case '*':
        return statementsUntil === undefined ? new Many(once, 0) : new Statements(once, statementsUntil);
      case '+':
        return new Many(once, 1);
      default:
        return once;
    }
  }

  #once(part: Part): Element {
    switch (part.is) {
      case 'token':
        return this.#token(part);
      case 'call':
        return this.#call(part, part.assign);
      case 'action':
        return new Action(part.type, part.holds);
      case 'choice':
        return this.#choice(part);
      case 'sequence':
        return this.#sequence(part);
    }
  }

  #token({ kinds, assign }: TokenPart): Element {
    return new OneToken(this.#beginning(kinds), assign);
  }

  #choice(part: ChoicePart): Element {
    return new Choice(
      this.#beginning(beginningOf(part).kinds),
      part.options.map((option) => this.#element(option)),
    );
  }

  #call({ rule: name }: CallPart, assign: Assignment | undefined): Element {
    const { type, body } = ruleNamed(name);
    if (assign === undefined) return new InPlace(type, this.#element(body));
    return new RuleCall(this.#beginning(beginningOf(body).kinds), this.rule(name), assign);
  }

  #sequence(sequence: SequencePart): Element {
    const { parts } = sequence;
    const elements = parts.map((part, index) => this.#element(part, isSign(parts[index + 1], '}') ? '}' : undefined));
    const block = opensBlock(parts.at(-1)) ? elements.at(-1) : undefined;
    return new Sequence(this.#beginning(beginningOnce(sequence).kinds), elements, {
      braces: opensBlock(sequence),
      ...(block === undefined ? {} : { block }),
    });
  }

  #beginning(words: readonly string[]): FirstSet {
    const key = words.join('\n');
    let first = this.#firsts.get(key);
    if (first === undefined) {
      first = new Uint8Array(this.#size);
      for (const word of words) {
        const kinds = this.#kinds.get(word);
        if (kinds === undefined) throw new Error(`no token ${word}`);
        for (const kind of kinds) first[kind] = 1;
      }
      this.#firsts.set(key, first);
    }
    return { first, words };
  }
}

/** The kind itself and the categories that it belongs to. */
function namesOf(kind: TokenKind): ReadonlySet<string> {
  return new Set([kind.name, ...kind.CATEGORIES.flatMap((category) => [...namesOf(category)])]);
}
