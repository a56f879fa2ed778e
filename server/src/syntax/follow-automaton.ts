/**
 * What can follow a run of tokens: the grammar read as an automaton that keeps every way the tokens can be understood.
 * For completion, where the text ends in the middle of a statement and a parser would have to guess.
 */
import type { IToken, TokenType } from 'chevrotain';
import { type Grammar, GrammarAST } from 'langium';
import { PlanGrammar } from './generated/grammar.js';

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
  /** The type that the innermost rule has become on this way: the name of its `infer` action. */
  readonly type?: string;
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
  readonly #grammar: Grammar = PlanGrammar();
  readonly #starts = new Map<string, Node>();
  #nodes = 0;
  #frames = 0;

  /** What can follow `tokens` from the start of a file; undefined where they are not the beginning of one. */
  after(tokens: readonly IToken[]): readonly FollowToken[] | undefined {
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
    const found = this.#grammar.rules.find(({ name }) => name === rule);
    const end = this.#node({ last: true });
    if (GrammarAST.isParserRule(found)) this.#build(found.definition, start, undefined).next.push(end);
    return start;
  }

  #node(what: Omit<Node, 'id' | 'next'>): Node {
    return { id: ++this.#nodes, next: [], ...what };
  }

  /** Adds what `element` describes behind `before`; answers where it ends. */
  #build(element: GrammarAST.AbstractElement, before: Node, property: string | undefined): Node {
    const end = this.#node({});
    const start = this.#node({});
    before.next.push(start);
    const inner = this.#content(element, start, property);
    inner.next.push(end);
    const { cardinality } = element;
    if (cardinality === '?' || cardinality === '*') start.next.push(end);
    if (cardinality === '+' || cardinality === '*') inner.next.push(start);
    return end;
  }

  #content(element: GrammarAST.AbstractElement, before: Node, property: string | undefined): Node {
    const under = property === undefined ? {} : { property };
    if (GrammarAST.isKeyword(element)) return append(before, this.#node({ token: element.value, ...under }));
    if (GrammarAST.isGroup(element)) {
      return element.elements.reduce((at, each) => this.#build(each, at, property), before);
    }
    if (GrammarAST.isAlternatives(element)) {
      const end = this.#node({});
      for (const each of element.elements) this.#build(each, before, property).next.push(end);
      return end;
    }
    if (GrammarAST.isAssignment(element)) return this.#build(element.terminal, before, element.feature);
    if (GrammarAST.isRuleCall(element)) {
      const name = element.rule.$refText;
      const isRule = this.#grammar.rules.some((rule) => rule.name === name && GrammarAST.isParserRule(rule));
      return append(before, this.#node(isRule ? { call: name, ...under } : { token: name, ...under }));
    }
    // Actions take nothing.
    return append(before, this.#node({}));
  }
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

function takes(expected: string, { tokenType }: IToken): boolean {
  return isKind(tokenType, expected);
}

function isKind(type: TokenType, name: string): boolean {
  return type.name === name || (type.CATEGORIES ?? []).some((category) => isKind(category, name));
}
