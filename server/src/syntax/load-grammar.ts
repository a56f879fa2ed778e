/**
 * The grammar as Langium's generator writes it, as plain data. Langium's own loader builds a language server for
 * grammars first: a quarter of the command's size, and of the time that it takes to start.
 */
import type { Grammar } from 'langium';

interface Reference {
  readonly $ref: string;
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string';

/** References lead to rules; containers are not set. Throws on a reference that leads nowhere. */
export function loadGrammarFromJson(json: string): Grammar {
  const pending: { readonly path: string; readonly made: { ref?: Grammar['rules'][number]; $refText: string } }[] = [];
  const grammar: Grammar = JSON.parse(json, (_, value: unknown) => {
    if (!isReference(value)) return value;
    const made = { $refText: '' };
    pending.push({ path: value.$ref, made });
    return made;
  });
  for (const { path, made } of pending) {
    const rule = grammar.rules[Number(/^#\/rules@(\d+)$/.exec(path)?.[1])];
    if (rule === undefined) throw new Error(`no rule at ${path}`);
    made.ref = rule;
    made.$refText = rule.name;
  }
  return grammar;
}
