/**
 * What can follow a run of tokens: the grammar read as an automaton that keeps every way the tokens can be understood.
 * For completion, where the text ends in the middle of a statement and a parser would have to guess.
 */
import { ruleNamed } from './grammar/beginnings.js';
import type { Assignment, Part } from './grammar/rules.js';
import type { Token, TokenKind } from './token-types.js';

/** Something that can stand next: a keyword or punctuation by its text, a terminal by its name in capitals. */
export interface FollowToken {
  readonly token: string;
  /** Where in the grammar it would stand, outermost first: `RefMember.refs`, `Path.segments`, `Name.text`. */
  readonly path: readonly string[];
  /** The tokens of the run that the same rules have taken already, innermost rule's first, by the kind that matched. */
  readonly member: readonly string[];
}

interface Node {
  readonly id: number;
  /** What it takes; absent where it takes nothing. */
  readonly token?: string;
  readonly call?: string;
  /** The property that what it takes or calls is assigned to. */
  readonly property?: string;
  readonly next: Node[];
  readonly last?: boolean;
}

/** Where to go on when a rule is done. */
interface Frame {
  readonly id: number;
  readonly node: Node;
  readonly below: Frame | undefined;
  readonly rule: string;
}

interface State {
  readonly node: Node;
  readonly frame: Frame | undefined;
  readonly rule: string;
  /** What was taken since the member or declaration began. */
  readonly taken: readonly string[];
}

/** Rules whose beginning is the beginning of a statement. */
const STATEMENTS = /(?:Declaration|Member|Node|Rule|Row)$/;

export class FollowAutomaton {
  readonly #starts = new Map<string, Node>();
  #nodes = 0;
  #frames = 0;

  /** What can follow `tokens` from the start of a file; undefined where they are not the beginning of one. */
  after(tokens: readonly Token[]): readonly FollowToken[] | undefined {
    const frames = new Map<string, Frame>();
    const entry: State = { node: this.#start('PlanFile'), frame: undefined, rule: 'PlanFile', taken: [] };
    let states = this.#ready([entry], frames);
    for (const token of tokens) {
      const advanced: State[] = [];
      for (const state of states) {
        const { node } = state;
        if (node.token === undefined || !takes(node.token, token)) continue;
        for (const next of node.next) advanced.push({ ...state, node: next, taken: [...state.taken, node.token] });
      }
      if (advanced.length === 0) return undefined;
      states = this.#ready(advanced, frames);
    }
    return states.map(({ node, frame, rule, taken }) => ({
      token: node.token ?? '',
      path: pathOf(node, frame, rule),
      member: taken,
    }));
  }

  /** All states in which a token is waited for, reached without one. */
  #ready(from: readonly State[], frames: Map<string, Frame>): readonly State[] {
    const seen = new Set<string>();
    const ready: State[] = [];
    // A stack whose top comes first in the grammar.
    const pending = [...from].reverse();
    for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
      const { node, frame, rule, taken } = state;
      const key = `${node.id} ${frame?.id ?? 0} ${taken.join(' ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (node.token !== undefined) ready.push(state);
      else if (node.call !== undefined) {
        const frameKey = `${node.id} ${frame?.id ?? 0}`;
        let inner = frames.get(frameKey);
        if (inner === undefined) {
          inner = { id: ++this.#frames, node, below: frame, rule };
          frames.set(frameKey, inner);
        }
        const begins = STATEMENTS.test(node.call);
        pending.push({ node: this.#start(node.call), frame: inner, rule: node.call, taken: begins ? [] : taken });
      } else if (node.last === true) {
        if (frame === undefined) continue;
        for (const next of frame.node.next.toReversed()) {
          pending.push({ node: next, frame: frame.below, rule: frame.rule, taken });
        }
      } else for (const next of node.next.toReversed()) pending.push({ ...state, node: next });
    }
    return ready;
  }

  #start(rule: string): Node {
    const known = this.#starts.get(rule);
    if (known !== undefined) return known;
    const start = this.#node({});
    this.#starts.set(rule, start);
    const end = this.#node({ last: true });
    this.#build(ruleNamed(rule).body, start).next.push(end);
    return start;
  }

  #node(what: Omit<Node, 'id' | 'next'>): Node {
    return { id: ++this.#nodes, next: [], ...what };
  }

  /** Adds what `part` describes behind `before`; answers where it ends. */
  #build(part: Part, before: Node): Node {
    const end = this.#node({});
    const start = this.#node({});
    before.next.push(start);
    const inner = this.#once(part, start);
    inner.next.push(end);
    const { repeat } = part;
    if (repeat === '?' || repeat === '*') start.next.push(end);
    if (repeat === '+' || repeat === '*') inner.next.push(start);
    return end;
  }

  #once(part: Part, before: Node): Node {
    switch (part.is) {
      case 'token':
        return this.#either(part.kinds, before, (kind, at) => append(at, this.#node({ token: kind, ...under(part) })));
      case 'call':
        return append(before, this.#node({ call: part.rule, ...under(part) }));
      case 'sequence':
        return part.parts.reduce((at, each) => this.#build(each, at), before);
      case 'choice':
        return this.#either(part.options, before, (option, at) => this.#build(option, at));
      case 'action':
        // It takes nothing.
        return append(before, this.#node({}));
    }
  }

  #either<T>(options: readonly T[], before: Node, build: (option: T, before: Node) => Node): Node {
    const end = this.#node({});
    for (const option of options) build(option, before).next.push(end);
    return end;
  }
}

function under({ assign }: { readonly assign?: Assignment }): { readonly property?: string } {
  return assign === undefined ? {} : { property: assign.property };
}

function append(before: Node, node: Node): Node {
  before.next.push(node);
  return node;
}

function pathOf(node: Node, frame: Frame | undefined, rule: string): readonly string[] {
  const path = [`${rule}.${node.property ?? ''}`];
  for (let at = frame; at !== undefined; at = at.below) path.unshift(`${at.rule}.${at.node.property ?? ''}`);
  return path;
}

function takes(expected: string, { tokenType }: Token): boolean {
  return isKind(tokenType, expected);
}

function isKind(type: TokenKind, name: string): boolean {
  return type.name === name || (type.CATEGORIES ?? []).some((category) => isKind(category, name));
}
