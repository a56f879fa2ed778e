/** What can stand in which block, taken from the grammar: for guessing where a brace was forgotten. */
import { RULES } from '../generated/rules.js';
import { firstKeywords, ruleNamed } from './beginnings.js';
import type { Part, SequencePart } from './rules.js';

let members: ReadonlyMap<string, ReadonlySet<string>> | undefined;
let declarations: ReadonlySet<string> | undefined;

/** The keyword that a statement with a block begins with → the words that statements in its block can begin with. */
export function blockMembers(): ReadonlyMap<string, ReadonlySet<string>> {
  members ??= read();
  return members;
}

/** The keywords that begin a declaration. */
export function declarationWords(): ReadonlySet<string> {
  declarations ??= firstKeywords(ruleNamed('Declaration').body);
  return declarations;
}

function read(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { body } of RULES) {
    for (const option of body.is === 'choice' ? body.options : [body]) {
      if (option.is !== 'sequence') continue;
      const [, statements] = blockOf(option)?.parts ?? [];
      if (statements === undefined) continue;
      const words = firstKeywords(statements);
      for (const keyword of firstKeywords(option)) {
        found.set(keyword, new Set([...(found.get(keyword) ?? []), ...words]));
      }
    }
  }
  return found;
}

/** The block that a sequence ends in, as `expect per F partition { … }` does in its second part. */
function blockOf(sequence: SequencePart): SequencePart | undefined {
  const last = sequence.parts.at(-1);
  for (const option of last?.is === 'choice' ? last.options : [last]) {
    if (option?.is !== 'sequence') continue;
    if (opensBlock(option)) return option;
    const inner = blockOf(option);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Whether a part is a block: a brace, its statements, a brace. */
export function opensBlock(part: Part | undefined): boolean {
  return part?.is === 'sequence' && isSign(part.parts[0], '{');
}

/** Whether a part is one sign and no other. */
export function isSign(part: Part | undefined, sign: '{' | '}'): boolean {
  return part?.is === 'token' && part.kinds.length === 1 && part.kinds[0] === sign && part.repeat === undefined;
}
