/**
 * The grammar as plain data: what the generator reads from `plan.langium`, once, for the parser, for what can follow, for
 * what stands in which block and for the types of the tree.
 */

type Repetition = '?' | '*' | '+';

export interface Assignment {
  /** `=` sets, `?=` notes that it is there, `+=` appends. */
  readonly operator: '=' | '?=' | '+=';
  readonly property: string;
}

interface Common {
  readonly repeat?: Repetition;
  readonly assign?: Assignment;
}

/** One token of one of these kinds: keywords in English, punctuation, or kinds in capitals. */
export interface TokenPart extends Common {
  readonly is: 'token';
  readonly kinds: readonly string[];
}

/** Another rule: its node is assigned, or stands in place of the one that calls it. */
export interface CallPart extends Common {
  readonly is: 'call';
  readonly rule: string;
}

/** The node becomes one of that type: the one so far, or with `holds` a new one that holds the one so far. */
interface ActionPart {
  readonly is: 'action';
  readonly type: string;
  readonly holds?: Assignment;
  readonly repeat?: undefined;
}

export interface SequencePart {
  readonly is: 'sequence';
  readonly parts: readonly Part[];
  readonly repeat?: Repetition;
}

export interface ChoicePart {
  readonly is: 'choice';
  readonly options: readonly Part[];
  readonly repeat?: Repetition;
}

export type Part = TokenPart | CallPart | ActionPart | SequencePart | ChoicePart;

export interface GrammarRule {
  readonly name: string;
  /** The type of the node that it makes, where no action says otherwise. */
  readonly type: string;
  /** The rule that a file is read by. */
  readonly entry?: true;
  readonly body: Part;
}

/** A node as the parser makes it; the generated types say what the nodes of each type hold. */
export interface TreeNode {
  $type: string;
  $start: number;
  $end: number;
  [property: string]: unknown;
}

/** Makes an empty node of one type, with all its properties: lists are `none`, flags false, the rest undefined. */
export type NodeMaker = (start: number, none: readonly unknown[]) => TreeNode;
