/** The text of a `planwright.json`: what it sets, and what is wrong with it, each mistake with its place. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as z from 'zod';
import type { Bilingual } from '../model/lang.js';
import { leadsOut } from './configuration-globs.js';
import { nameProblem } from './configuration-severities.js';

const severitySetting = z.enum(['error', 'warning', 'info', 'hint', 'off']);

const rules = z.record(z.string(), severitySetting);

export const configurationSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'The address of this schema, for editors.' }),
  extends: z.string().optional().meta({
    description: 'Another configuration, relative to this file, whose settings hold where this one has none.',
  }),
  language: z.enum(['zh', 'en']).optional().meta({ description: 'The language of messages and summaries.' }),
  include: z
    .array(z.string())
    .optional()
    .meta({ description: 'Globs of the plan files, relative to the plan root. Default: **/*.plan' }),
  exclude: z.array(z.string()).optional().meta({
    description: 'Globs of files and folders to leave out, besides node_modules, hidden folders and what git ignores.',
  }),
  rules: rules.optional().meta({
    description: 'The severity of a rule by its code, or of a family as "deadline/*"; "off" switches it off.',
  }),
  overrides: z
    .array(
      z.strictObject({
        files: z.array(z.string()).meta({ description: 'Globs of the files, relative to the plan root.' }),
        rules: rules.meta({ description: 'Severities in these files.' }),
      }),
    )
    .optional()
    .meta({ description: 'Severities in some of the files; the last one that says something has the word.' }),
});

export type Settings = z.infer<typeof configurationSchema>;

/** What is wrong with the configuration, with its place in the file. */
export interface ConfigurationProblem {
  readonly start: number;
  readonly end: number;
  readonly message: Bilingual;
}

export interface SettingsReading {
  readonly settings: Settings;
  readonly problems: readonly ConfigurationProblem[];
  /** Otherwise nobody knows what it sets. */
  readonly isJson: boolean;
  /** Where `extends` says its file. */
  readonly extendsAt: { readonly start: number; readonly end: number };
}

/**
 * Comments and trailing commas are accepted, and an empty file marks a plan root as well as `{}` does. What is wrong is
 * left at its default.
 */
export function readSettings(text: string, codes: readonly string[]): SettingsReading {
  const tree = treeOf(text);
  if ('problem' in tree)
    return { settings: {}, problems: [tree.problem], isJson: false, extendsAt: { start: 0, end: 1 } };
  const { root } = tree;
  const value: unknown = root === undefined ? {} : plain(root);
  const parsed = configurationSchema.safeParse(value);
  const problems = parsed.success ? [] : parsed.error.issues.flatMap((issue) => explain(issue, root));
  const settings = parsed.success ? parsed.data : salvage(value, parsed.error.issues);
  return {
    settings,
    problems: [...repeated(root), ...problems, ...wrongGlobs(settings, root), ...wrongNames(settings, root, codes)],
    isJson: true,
    extendsAt: valuePlace(root, ['extends']),
  };
}

/** Names that stand in their object already: what was said there counts no more. */
function* repeated(node: Node | undefined): Generator<ConfigurationProblem> {
  const names = new Set<unknown>();
  for (const child of node?.children ?? []) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
    if (key !== undefined) {
      if (names.has(key.value)) yield { ...place(key), message: REPEATED(String(key.value)) };
      names.add(key.value);
    }
    yield* repeated(value);
  }
}

const REPEATED = (name: string): Bilingual => ({
  en: `'${name}' is stated a second time: what was stated for it above does not count`,
  zh: `“${name}”重复出现：上面写的“${name}”不起作用`,
});

function* globsIn({
  include = [],
  exclude = [],
  overrides = [],
}: Settings): Generator<readonly [string, readonly string[]]> {
  for (const [index, glob] of include.entries()) yield [glob, ['include', String(index)]];
  for (const [index, glob] of exclude.entries()) yield [glob, ['exclude', String(index)]];
  for (const [at, { files }] of overrides.entries()) {
    for (const [index, glob] of files.entries()) yield [glob, ['overrides', String(at), 'files', String(index)]];
  }
}

function wrongGlobs(settings: Settings, root: Node | undefined): readonly ConfigurationProblem[] {
  return [...globsIn(settings)]
    .filter(([glob]) => leadsOut(glob))
    .map(([glob, path]) => ({
      ...valuePlace(root, path),
      message: { en: `'${glob}' leads out of the plan root`, zh: `“${glob}”超出计划根目录` },
    }));
}

function wrongNames(
  settings: Settings,
  root: Node | undefined,
  codes: readonly string[],
): readonly ConfigurationProblem[] {
  const named = [
    { path: ['rules'], rules: settings.rules ?? {} },
    ...(settings.overrides ?? []).map((each, index) => ({
      path: ['overrides', String(index), 'rules'],
      rules: each.rules,
    })),
  ];
  return named.flatMap(({ path, rules: given }) =>
    Object.keys(given).flatMap((code) => {
      const message = nameProblem(code, codes);
      return message === undefined ? [] : [{ ...keyPlace(root, [...path, code]), message }];
    }),
  );
}

function treeOf(text: string): { readonly root: Node | undefined } | { readonly problem: ConfigurationProblem } {
  const errors: ParseError[] = [];
  try {
    const json = text.replace(/^\uFEFF/, ' ');
    const root = parseTree(json, errors, { allowTrailingComma: true, allowEmptyContent: true });
    const [first] = errors;
    if (first === undefined) return { root };
    const what = WRONG_JSON.get(printParseErrorCode(first.error)) ?? MISPLACED;
    return { problem: notJson(first.offset, Math.max(1, first.length), what) };
  } catch (error) {
    // The parser recurses: what is nested deeper than it can follow is a mistake like any other.
    if (error instanceof RangeError) return { problem: notJson(0, 1, NESTED) };
    throw error;
  }
}

/** By the name that the parser of JSON gives a mistake. */
const WRONG_JSON: ReadonlyMap<string, Bilingual> = new Map([
  ['PropertyNameExpected', { en: 'a name in quotes is missing here', zh: '此处缺少带引号的名称' }],
  ['ValueExpected', { en: 'a value is missing here', zh: '此处缺少值' }],
  ['ColonExpected', { en: 'a colon is missing here', zh: '此处缺少冒号' }],
  ['CommaExpected', { en: 'a comma is missing here', zh: '此处缺少逗号' }],
  ['CloseBraceExpected', { en: "a '}' is missing here", zh: '此处缺少“}”' }],
  ['CloseBracketExpected', { en: "a ']' is missing here", zh: '此处缺少“]”' }],
  ['EndOfFileExpected', { en: 'nothing may follow here', zh: '此处之后不应再有内容' }],
  ['UnexpectedEndOfString', { en: 'a quote is not closed here', zh: '此处的引号没有结束' }],
  ['UnexpectedEndOfComment', { en: 'a comment is not closed here', zh: '此处的注释没有结束' }],
]);

const MISPLACED: Bilingual = { en: 'this does not belong here', zh: '此处的内容不应出现' };
const NESTED: Bilingual = { en: 'it is nested too deeply', zh: '嵌套过深' };

function notJson(start: number, length: number, what: Bilingual): ConfigurationProblem {
  const message = { en: `Not valid JSON: ${what.en}`, zh: `不是有效的 JSON：${what.zh}` };
  return { start, end: start + length, message };
}

/** The JSON value of a tree; names of properties are the user's, so nothing is ever set on a prototype. */
function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).map(({ children }) => [
      String(children?.[0]?.value),
      children?.[1] === undefined ? null : plain(children[1]),
    ]),
  );
}

/** The settings that are right, where others are not: of a list or of the rules the entries that are. */
function salvage(value: unknown, issues: readonly z.core.$ZodIssue[]): Settings {
  const wrong = issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
    // What lacks something cannot be used either.
    return [isThere(value, path) ? path : path.slice(0, -1)];
  });
  if (wrong.some((path) => path.length === 0)) return {};
  const right = without(value, wrong);
  const parsed = configurationSchema.safeParse(right);
  return parsed.success ? parsed.data : salvage(right, parsed.error.issues);
}

function isThere(value: unknown, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, first)
    ? isThere(Object.entries(value).find(([key]) => key === first)?.[1], rest)
    : false;
}

function without(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, each]): readonly (readonly [string, unknown])[] => {
    const inside = paths.filter(([first]) => first === key).map((path) => path.slice(1));
    return inside.some((path) => path.length === 0) ? [] : [[key, without(each, inside)]];
  });
  return Array.isArray(value) ? kept.map(([, each]) => each) : Object.fromEntries(kept);
}

const SHAPES: ReadonlyMap<string, Bilingual> = new Map([
  ['array', { en: 'a list', zh: '列表' }],
  ['string', { en: 'text', zh: '文本' }],
  ['object', { en: 'an object', zh: '对象' }],
  ['record', { en: 'an object', zh: '对象' }],
]);

function explain(issue: z.core.$ZodIssue, root: Node | undefined): readonly ConfigurationProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...keyPlace(root, [...path, key]),
      message: { en: `There is no setting '${key}'`, zh: `没有名为“${key}”的设置` },
    }));
  }
  const at = valuePlace(root, path);
  const [en, zh] = path.length === 0 ? ['The configuration', '配置'] : [`'${path.join('.')}'`, `“${path.join('.')}”`];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return [
      {
        ...at,
        message: { en: `${en} has to be one of: ${values.join(', ')}`, zh: `${zh}只能是：${values.join('、')}` },
      },
    ];
  }
  const shape = issue.code === 'invalid_type' ? SHAPES.get(issue.expected) : undefined;
  return [
    {
      ...at,
      message:
        shape === undefined
          ? { en: `${en} is not what is wanted here`, zh: `${zh}的值不合要求` }
          : { en: `${en} has to be ${shape.en}`, zh: `${zh}应为${shape.zh}` },
    },
  ];
}

/** The value at a path of names and positions; undefined where the path leads nowhere. */
function valueAt(root: Node | undefined, path: readonly string[]): Node | undefined {
  let node = root;
  for (const key of path) {
    node = node?.type === 'array' ? node.children?.[Number(key)] : propertyOf(node, key)?.children?.[1];
  }
  return node;
}

/** The one that counts. */
function propertyOf(object: Node | undefined, key: string): Node | undefined {
  return object?.children?.findLast(({ children }) => children?.[0]?.value === key);
}

function keyPlace(root: Node | undefined, path: readonly string[]) {
  const property = propertyOf(valueAt(root, path.slice(0, -1)), path.at(-1) ?? '');
  return place(property?.children?.[0] ?? root);
}

function valuePlace(root: Node | undefined, path: readonly string[]) {
  return place(valueAt(root, path) ?? root);
}

function place(node: Node | undefined): { readonly start: number; readonly end: number } {
  return node === undefined ? { start: 0, end: 1 } : { start: node.offset, end: node.offset + node.length };
}
