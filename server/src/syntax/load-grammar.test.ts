/** Loading the generated grammar. */
import { GrammarAST } from 'langium';
import { describe, expect, it } from 'vitest';
import { PlanGrammar } from './generated/grammar.js';
import { loadGrammarFromJson } from './load-grammar.js';

const grammar = (path: string): string =>
  JSON.stringify({
    $type: 'Grammar',
    rules: [
      { $type: 'ParserRule', name: 'A', definition: { $type: 'RuleCall', rule: { $ref: path } } },
      { $type: 'ParserRule', name: 'B', definition: { $type: 'Keyword', value: 'b' } },
    ],
  });

describe('a grammar as generated', () => {
  it('has its calls lead to the rules themselves', () => {
    const [a, b] = loadGrammarFromJson(grammar('#/rules@1')).rules;
    const call = GrammarAST.isParserRule(a) && GrammarAST.isRuleCall(a.definition) ? a.definition : undefined;

    expect(call?.rule.ref).toBe(b);
    expect(call?.rule.$refText).toBe('B');
  });

  it.each(['#/rules@2', '#/types@0', 'B'])('is refused where one leads to %s', (path) => {
    expect(() => loadGrammarFromJson(grammar(path))).toThrow(path);
  });

  it('holds the plan language, which begins with a file', () => {
    const [entry] = PlanGrammar().rules.filter((rule) => GrammarAST.isParserRule(rule) && rule.entry);

    expect(entry?.name).toBe('PlanFile');
  });
});
