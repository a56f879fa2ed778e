/** A baseline: the findings that are known already, so that only new ones count. Kept by fingerprint, never by line. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { UsageError } from './context.js';
import type { Listed } from './formats/output-format.js';
import { jsonText } from './json-text.js';

const baselineSchema = z.object({
  version: z.literal(1),
  findings: z.array(z.object({ fingerprint: z.string() })),
});

/** The fingerprints in a baseline. `name` is how the caller called the file. */
export async function readBaseline(file: string, name: string): Promise<ReadonlySet<string>> {
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
  if (read.success) return new Set(read.data.findings.map(({ fingerprint }) => fingerprint));
  throw new UsageError({ en: `'${name}' is no baseline`, zh: `“${name}”不是基线文件` });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a baseline says of each finding besides its fingerprint is for people who review it; it is sorted so that lines that moved change nothing in it. */
export function baselineText(listed: readonly Listed[]): string {
  const findings = listed
    .map(({ diagnostic, names }) => ({
      file: names.inPlan,
      code: diagnostic.code,
      element: diagnostic.element ?? null,
      fingerprint: diagnostic.fingerprint,
    }))
    .sort((a, b) => compare(a.file, b.file) || compare(a.code, b.code) || compare(a.fingerprint, b.fingerprint));
  return jsonText({ version: 1, findings });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
