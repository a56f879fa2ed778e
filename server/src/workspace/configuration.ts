/** `planwright.json` at the plan root: which files belong to the plan, the language of messages, the weight of rules. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as z from 'zod';
import type { Severity } from '../analysis/rule.js';
import type { Bilingual, Lang } from '../model/lang.js';

export const severitySetting = z.enum(['error', 'warning', 'info', 'hint', 'off']);
export type SeveritySetting = z.infer<typeof severitySetting>;

export const configurationSchema = z.strictObject({
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

export interface ConfigurationReading {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads the text of a `planwright.json`; comments and trailing commas are accepted. What is wrong is left at its default. */
export function readConfiguration(text: string, isRule: (code: string) => boolean): ConfigurationReading {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) {
    const what = printParseErrorCode(first.error);
    return {
      configuration: DEFAULT_CONFIGURATION,
      problems: [
        {
          start: first.offset,
          end: first.offset + Math.max(1, first.length),
          message: {
            en: `planwright.json is not valid JSON here (${what})`,
            zh: `planwright.json 在此处不是有效的 JSON（${what}）`,
          },
        },
      ],
    };
  }
  const value: unknown = root === undefined ? {} : plain(root);
  const parsed = configurationSchema.safeParse(value);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => explain(issue, root));
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

function explain(issue: z.core.$ZodIssue, root: Node | undefined): ConfigurationProblem {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return {
      ...keyPlace(root, [...path, key]),
      message: { en: `There is no setting '${key}'`, zh: `没有名为“${key}”的设置` },
    };
  }
  const name = path.join('.');
  const allowed = issue.code === 'invalid_value' ? issue.values.map(String).join(', ') : undefined;
  const shape = issue.code === 'invalid_type' ? issue.expected : undefined;
  return {
    ...valuePlace(root, path),
    message:
      allowed === undefined
        ? { en: `'${name}' has to be of type ${shape ?? 'another'}`, zh: `“${name}”的类型应为 ${shape ?? '其他类型'}` }
        : { en: `'${name}' has to be one of: ${allowed}`, zh: `“${name}”只能是：${allowed}` },
  };
}

function property(root: Node | undefined, path: readonly string[]): Node | undefined {
  let node = root;
  let found: Node | undefined;
  for (const key of path) {
    found = node?.type === 'array' ? undefined : node?.children?.find((child) => child.children?.[0]?.value === key);
    node = node?.type === 'array' ? node.children?.[Number(key)] : found?.children?.[1];
  }
  return found;
}

function place(node: Node | undefined): { readonly start: number; readonly end: number } {
  return node === undefined ? { start: 0, end: 1 } : { start: node.offset, end: node.offset + node.length };
}

function keyPlace(root: Node | undefined, path: readonly string[]) {
  return place(property(root, path)?.children?.[0] ?? root);
}

function valuePlace(root: Node | undefined, path: readonly string[]) {
  return place(property(root, path)?.children?.[1] ?? root);
}
