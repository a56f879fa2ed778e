/**
 * A baseline: the findings that are known already, so that only new ones count. An entry is kept by plan root, code,
 * element and fingerprint, never by line, and hides one finding.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { CheckedRoot } from './checked-root.js';
import { type Context, UsageError } from './context.js';
import type { Listed } from './formats/output-format.js';
import { jsonText } from './json-text.js';
import { relativePath } from './paths.js';
import { type WriteOptions, writeResult } from './write-file.js';

const entrySchema = z.object({
  /** The plan root, relative to the baseline's own folder: so it has one name whatever else is checked, and from where. */
  root: z.string().default('.'),
  file: z.string(),
  code: z.string(),
  element: z.string().nullable(),
  fingerprint: z.string(),
});

export type Entry = z.infer<typeof entrySchema>;

export const baselineSchema = z.object({ version: z.literal(1), findings: z.array(entrySchema) });

export interface Known {
  readonly listed: ReadonlySet<Listed>;
  /** Entries that hide nothing although what they speak of was looked at. */
  readonly stale: readonly Entry[];
}

export interface Baseline {
  match(listed: readonly Listed[], roots: readonly CheckedRoot[]): Known;
}

export async function readBaseline(name: string, context: Context): Promise<Baseline> {
  const file = path.resolve(context.cwd, name);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UsageError({
      en: `The baseline '${name}' cannot be read; '--write-baseline ${name}' makes one`,
      zh: `无法读取基线文件“${name}”，可用“--write-baseline ${name}”生成`,
    });
  }
  const read = baselineSchema.safeParse(parse(text));
  if (!read.success) throw new UsageError({ en: `'${name}' is no baseline`, zh: `“${name}”不是基线文件` });
  return { match: (listed, roots) => match(read.data.findings, listed, roots, path.dirname(file)) };
}

function match(
  entries: readonly Entry[],
  listed: readonly Listed[],
  roots: readonly CheckedRoot[],
  home: string,
): Known {
  const left = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = left.get(keyOf(entry));
    if (same === undefined) left.set(keyOf(entry), [entry]);
    else same.push(entry);
  }
  const known = new Set<Listed>();
  for (const each of listed) if (left.get(keyOf(entryOf(each, home)))?.pop() !== undefined) known.add(each);
  const byName = new Map(roots.map((root) => [rootName(root, home), root]));
  const stale = [...left.values()].flat().filter(({ root, file }) => {
    const checked = byName.get(root);
    // What was not asked for was not looked at; a file that is gone has nothing left to hide.
    return checked !== undefined && (checked.asked.includes(file) || checked.text(file) === undefined);
  });
  return { listed: known, stale: stale.sort(byPlace) };
}

export async function writeBaseline(
  name: string,
  listed: readonly Listed[],
  options: WriteOptions,
  context: Context,
): Promise<void> {
  const file = path.resolve(context.cwd, name);
  await writeResult(file, baselineText(listed, path.dirname(file)), options, context);
}

/** What it says of each finding besides its key is for people who review it; it is sorted so that lines that moved change nothing in it. */
function baselineText(listed: readonly Listed[], home: string): string {
  return jsonText({ version: 1, findings: listed.map((each) => entryOf(each, home)).sort(byPlace) });
}

function entryOf({ diagnostic, root, names }: Listed, home: string): Entry {
  const { code, element = null, fingerprint } = diagnostic;
  return { root: rootName(root, home), file: names.inPlan, code, element, fingerprint };
}

function rootName({ folder }: CheckedRoot, home: string): string {
  return relativePath(home, folder) || '.';
}

function keyOf({ root, code, element, fingerprint }: Entry): string {
  return JSON.stringify([root, code, element, fingerprint]);
}

function byPlace(a: Entry, b: Entry): number {
  return (
    compare(a.root, b.root) ||
    compare(a.file, b.file) ||
    compare(a.code, b.code) ||
    compare(a.fingerprint, b.fingerprint)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
