/** Writes the generated files of the syntax: the rules as data, what makes each node, and the types of the tree. */
import type { GrammarRule } from './rules.js';
import { type Property, type TreeTypes, treeTypes } from './tree-types.js';

const HEAD = '// Made by grammar/generate.mjs from grammar/plan.langium; do not edit.\n';

/** File name → what has to be in it. */
export function syntaxFiles(rules: readonly GrammarRule[]): ReadonlyMap<string, string> {
  const types = treeTypes(rules);
  return new Map([
    ['rules.ts', `${HEAD}${rulesText(rules, types)}`],
    ['tree.ts', `${HEAD}${treeText(types)}`],
  ]);
}

function rulesText(rules: readonly GrammarRule[], { nodes }: TreeTypes): string {
  return [
    `import type { GrammarRule, NodeMaker } from '../grammar/rules.js';`,
    '',
    'export const RULES: readonly GrammarRule[] = [',
    ...rules.map((rule) => `  ${JSON.stringify(rule)},`),
    '];',
    '',
    '// Written out one by one: engines give objects of one literal one shape, copies of a template one each.',
    'export const NODE_MAKERS: Readonly<Record<string, NodeMaker>> = {',
    ...[...nodes].map(([type, properties]) => `  ${type}: ${makerText(type, properties)},`),
    '};',
    '',
  ].join('\n');
}

/** The function that makes an empty node: `(start, none) => ({ $type: 'Weekday', … })`. */
function makerText(type: string, properties: ReadonlyMap<string, Property>): string {
  const own = [...properties].map(([name, { holds }]) => `${name}: ${EMPTY[holds]}`);
  const fields = [`$type: '${type}'`, '$start: start', '$end: 0', ...own];
  const hasLists = [...properties.values()].some(({ holds }) => holds === 'list');
  return `(start${hasLists ? ', none' : ''}) => ({ ${fields.join(', ')} })`;
}

const EMPTY = { one: 'undefined', list: 'none', flag: 'false' } as const;

function treeText({ nodes, unions }: TreeTypes): string {
  const interfaces = [...nodes].map(([type, properties]) =>
    [
      `export interface ${type} extends Place {`,
      `  readonly $type: '${type}';`,
      ...[...properties].map(([name, property]) => `  readonly ${name}${propertyType(property)};`),
      '}',
      '',
    ].join('\n'),
  );
  return [
    `import type { Place } from '../tree.js';`,
    '',
    ...interfaces,
    ...[...unions].map(([name, types]) => `export type ${name} = ${[...types].join(' | ')};`),
    '',
    '/** Every node of the tree, by its type. */',
    'export interface NodeTypes {',
    ...[...nodes.keys()].map((type) => `  readonly ${type}: ${type};`),
    '}',
    '',
  ].join('\n');
}

/** Only lists and flags are always there: where the text breaks off, anything else can be missing. */
function propertyType({ holds, nodes }: Property): string {
  if (holds === 'flag') return ': boolean';
  const types = nodes.size === 0 ? 'string' : [...nodes].join(' | ');
  if (holds === 'one') return `?: ${types}`;
  return `: readonly ${nodes.size > 1 ? `(${types})` : types}[]`;
}
