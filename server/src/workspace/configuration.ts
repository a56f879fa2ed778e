/** `planwright.json` at the plan root: which files belong to the plan, the language of messages, the weight of rules. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as z from 'zod';
import type { Severity } from '../analysis/rule.js';
import type { Bilingual, Lang } from '../model/lang.js';

const severitySetting = z.enum(['error', 'warning', 'info', 'hint', 'off']);

const configurationSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'The address of this schema, for editors.' }),
  language: z.enum(['zh', 'en']).optional().meta({ description: 'The language of messages and summaries.' }),
  include: z
    .array(z.string())
    .optional()
    .meta({ description: 'Globs of the plan files, relative to this folder. Default: **/*.plan' }),
  exclude: z
    .array(z.string())
    .optional()
    .meta({ description: 'Globs of files and folders to leave out, besides node_modules and hidden folders.' }),
  rules: z
    .record(z.string(), severitySetting)
    .optional()
    .meta({ description: 'The severity of a rule by its code, or "off".' }),
});

export interface Configuration {
  readonly language?: Lang | undefined;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
}

export const DEFAULT_CONFIGURATION: Configuration = { include: ['**/*.plan'], exclude: [], rules: new Map() };

/** What is wrong with the configuration, with its place in the file. */
export interface ConfigurationProblem {
  readonly start: number;
  readonly end: number;
  readonly message: Bilingual;
}

export interface ConfigurationParseResult {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * Reads the text of a `planwright.json`; comments and trailing commas are accepted, and an empty file marks a plan root
 * as well as `{}` does. What is wrong is left at its default.
 */
export function readConfiguration(text: string, isRule: (code: string) => boolean): ConfigurationParseResult {
  const tree = treeOf(text);
  if ('problem' in tree) return { configuration: DEFAULT_CONFIGURATION, problems: [tree.problem] };
  const { root } = tree;
  const value: unknown = root === undefined ? {} : plain(root);
  const parsed = configurationSchema.safeParse(value);
  const problems = parsed.success ? [] : parsed.error.issues.flatMap((issue) => explain(issue, root));
  const kept = parsed.success ? parsed.data : salvage(value, parsed.error.issues);
  const unknown = Object.keys(kept.rules ?? {}).filter((code) => !isRule(code));
  return {
    configuration: {
      language: kept.language,
      include: kept.include ?? DEFAULT_CONFIGURATION.include,
      exclude: kept.exclude ?? [],
      rules: new Map(Object.entries(kept.rules ?? {})),
    },
    problems: [
      ...problems,
      ...unknown.map((code) => ({
        ...keyPlace(root, ['rules', code]),
        message: { en: `There is no rule '${code}'`, zh: `没有名为“${code}”的规则` },
      })),
    ],
  };
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

/** The settings that are right, where others are not. */
function salvage(value: unknown, issues: readonly z.core.$ZodIssue[]): z.infer<typeof configurationSchema> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const wrong = new Set(
    issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])])),
  );
  const right = Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)));
  return configurationSchema.safeParse(right).data ?? {};
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

function propertyOf(object: Node | undefined, key: string): Node | undefined {
  return object?.children?.find(({ children }) => children?.[0]?.value === key);
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
