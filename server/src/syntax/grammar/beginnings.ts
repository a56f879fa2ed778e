/** What the rules and their parts can begin with. */
import { isKeyword, type Keyword } from '../../../../grammar/keywords.js';
import { RULES } from '../generated/rules.js';
import type { GrammarRule, Part } from './rules.js';

const BY_NAME: ReadonlyMap<string, GrammarRule> = new Map(RULES.map((rule) => [rule.name, rule]));

export function ruleNamed(name: string): GrammarRule {
  const rule = BY_NAME.get(name);
  if (rule === undefined) throw new Error(`no rule ${name}`);
  return rule;
}

export interface Beginning {
  /** Kinds of token, in the order of the grammar. */
  readonly kinds: readonly string[];
  /** Whether it can also be nothing. */
  readonly empty: boolean;
}

export function beginningOf(part: Part): Beginning {
  const once = beginningOnce(part);
  return part.repeat === '?' || part.repeat === '*' ? { kinds: once.kinds, empty: true } : once;
}

/** The parts are those of the grammar and never change. */
const known = new WeakMap<Part, Beginning>();

/** The same of a part that stands there once. */
export function beginningOnce(part: Part): Beginning {
  let beginning = known.get(part);
  if (beginning === undefined) {
    beginning = readBeginning(part);
    known.set(part, beginning);
  }
  return beginning;
}

function readBeginning(part: Part): Beginning {
  switch (part.is) {
    case 'token':
      return { kinds: part.kinds, empty: false };
    case 'call':
      return beginningOf(ruleNamed(part.rule).body);
    case 'action':
      return { kinds: [], empty: true };
    case 'choice': {
      const options = part.options.map(beginningOf);
      return {
        kinds: [...new Set(options.flatMap(({ kinds }) => kinds))],
        empty: options.some(({ empty }) => empty),
      };
    }
    case 'sequence': {
      const kinds = new Set<string>();
      for (const each of part.parts) {
        const begins = beginningOf(each);
        for (const kind of begins.kinds) kinds.add(kind);
        if (!begins.empty) return { kinds: [...kinds], empty: false };
      }
      return { kinds: [...kinds], empty: true };
    }
  }
}

/** The keywords that a part can begin with. */
export function firstKeywords(part: Part): ReadonlySet<Keyword> {
  return new Set(beginningOnce(part).kinds.filter(isKeyword));
}
