/**
 * A plan from one vocabulary into the other. Only words that the parser took for keywords are turned, and the fields,
 * functions and fixed words of conditions; names, texts and values stay. The pairs are one-to-one, so turning back gives
 * the text that it was.
 */

import { FIELD_HOLDERS, FIELD_TYPES, fieldHolderOf, fieldTypeOf } from '../../../grammar/field-words.js';
import { type Keyword, spellingIn } from '../../../grammar/keywords.js';
import { describeField, describeFunction, usesIn } from '../analysis/expressions/editor-support.js';
import { breakdownsIn, expressionsOf, fieldNamesOf } from '../analysis/expressions/expressions-in-file.js';
import { spellWord } from '../analysis/expressions/fixed-words.js';
import { NO_OWN_FIELDS } from '../analysis/expressions/own-fields.js';
import type { ExpressionScope } from '../analysis/expressions/type-checker.js';
import type { Expression } from '../model/expression.js';
import type { FileFacts, Name } from '../model/facts.js';
import type { Lang } from '../model/lang.js';
import { applyEdits, type Edit } from '../syntax/format/edit.js';
import { isLetter, isNamePart } from '../syntax/letters.js';
import type { PlanParseResult } from '../syntax/parser.js';
import { readWithTree } from '../syntax/read-plan.js';
import { isA, nodesIn, placeOf } from '../syntax/tree.js';

export function translateKeywords(text: string, lang: Lang): string {
  const { facts, parsed } = readWithTree('', text);
  return parsed === undefined ? text : applyEdits(text, translateKeywordEdits(parsed, facts, lang));
}

/** `facts` are what was read from the tree. */
export function translateKeywordEdits(parsed: PlanParseResult, facts: FileFacts, lang: Lang): readonly Edit[] {
  const { text } = parsed;
  const words = new Map<number, string>();
  const names = new Map(namePlaces(parsed));
  let before: Keyword | undefined;
  for (const { tokenType, startOffset, image, isInsertedInRecovery } of parsed.tokens) {
    const { keyword } = tokenType;
    if (keyword === undefined || isInsertedInRecovery === true || names.has(startOffset)) continue;
    // As it is where nothing is to be turned: `2026年3月至5月` and full-width letters are the formatter's to mend.
    const word = spellingIn(before, keyword, lang);
    before = keyword;
    if (word !== image) words.set(startOffset, word);
  }
  for (const [start, word] of wordsOfOwnFields(parsed, lang)) words.set(start, word);
  for (const [start, word] of wordsInConditions(facts, lang)) {
    if (names.has(start) && text.charAt(start) !== '`') words.set(start, word);
  }
  const lengths = new Map(parsed.tokens.map(({ startOffset, image }) => [startOffset, image.length]));
  return [...words]
    .sort(([a], [b]) => a - b)
    .map(([start, word]) => {
      const end = start + (lengths.get(start) ?? 0);
      return { start, end, newText: apart(text, start, end, word) };
    })
    .filter(({ start, end, newText }) => text.slice(start, end) !== newText);
}

/** Types of own fields, what they are stated of, and their unit: words that are fixed only in their declarations. */
function* wordsOfOwnFields({ value }: PlanParseResult, lang: Lang): Generator<readonly [number, string]> {
  for (const node of nodesIn(value)) {
    if (!isA(node, 'OwnField')) continue;
    const type = fieldTypeOf(node.type?.text ?? '');
    if (type !== undefined && node.type !== undefined) yield [placeOf(node.type).start, FIELD_TYPES[type][lang]];
    for (const member of node.members) {
      const { start } = placeOf(member);
      if (isA(member, 'TextMember')) yield [start, lang === 'zh' ? '计量' : 'unit'];
      if (!isA(member, 'HoldersMember')) continue;
      for (const each of member.holders) {
        const holder = fieldHolderOf(each.text ?? '');
        if (holder !== undefined) yield [placeOf(each).start, FIELD_HOLDERS[holder][lang]];
      }
    }
  }
}

/** Where names stand, keywords used as names among them. */
function namePlaces({ value }: PlanParseResult): readonly (readonly [number, true])[] {
  return [...nodesIn(value)]
    .filter(({ $type }) => $type === 'Name')
    .map((node) => [placeOf(node).start, true] as const);
}

/** A word that would run into its neighbours is set apart from them; 至 behind a date and `..` never do. */
function apart(text: string, start: number, end: number, word: string): string {
  if (word === '..' || word === '至') return word;
  const before = start > 0 && isNamePart(text, start - 1) && isNamePart(word, 0) ? ' ' : '';
  const behind = end < text.length && (isNamePart(text, end) || isLetter(text, end)) ? ' ' : '';
  return `${before}${word}${behind}`;
}

/** Where each field, function and fixed word of the conditions begins → how it is spelled. */
function wordsInConditions(facts: FileFacts, lang: Lang): ReadonlyMap<number, string> {
  const words = new Map<number, string>();
  const add = (start: number, word: string | undefined): void => {
    if (word !== undefined) words.set(start, word);
  };
  const expression = (condition: Expression, place: ExpressionScope): void => {
    for (const use of usesIn(condition, place, NO_OWN_FIELDS)) {
      if (use.use === 'field') add(use.at.start, describeField(use.name)?.spelled[lang]);
      else if (use.use === 'function') add(use.at.start, describeFunction(use.name)?.spelled[lang]);
      else if (use.use === 'word') add(use.at.start, spellWord(use.of, use.word, lang));
    }
  };
  const field = ({ text, at }: Name): void => add(at.start, describeField(text)?.spelled[lang]);
  for (const declaration of facts.declarations) {
    for (const { expression: condition, scope } of expressionsOf(declaration)) expression(condition, scope);
    for (const name of fieldNamesOf(declaration)) field(name);
  }
  for (const { field: name, rows } of breakdownsIn(facts)) {
    field(name);
    for (const { measure } of rows.flatMap(({ figures }) => figures)) {
      const word = describeFunction(measure.text)?.spelled[lang] ?? describeField(measure.text)?.spelled[lang];
      add(measure.at.start, word);
    }
  }
  return words;
}
