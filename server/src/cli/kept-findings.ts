/**
 * What `check --cache` keeps of a plan root between two calls, as a file. It is told from a damaged one by a digest, and
 * holds for the key that it was written with and for nothing else.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { SEVERITIES } from '../analysis/checks/index.js';
import type { Day } from '../model/day.js';
import type { Span } from '../model/span.js';
import type { Diagnostic, Range } from '../workspace/diagnostic.js';
import { writeFileAtomically } from './write-file.js';

/** Another number whenever the shape of what is kept changes. */
const SHAPE = 1;
const ENDING = '.findings';
/** What nobody has written anew for so long, in milliseconds, is taken away: it holds for one day only. */
const LONGEST_KEPT = 7 * 24 * 60 * 60 * 1000;

export interface KeptFindings {
  readonly status: Day;
  readonly projects: number;
  /** Which documents that plans name were looked for, and what was found. */
  readonly looked: readonly Looked[];
  /** Of each file that was asked for. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** The plan file, what it names, whether that was there. */
export type Looked = readonly [file: string, target: string, there: boolean | 'outside'];

const keptShape = z.object({
  shape: z.literal(SHAPE),
  key: z.string(),
  status: z.custom<Day>((value) => Number.isInteger(value)),
  projects: z.int(),
  looked: z.array(z.tuple([z.string(), z.string(), z.union([z.boolean(), z.literal('outside')])])),
  diagnostics: z.array(z.tuple([z.string(), z.array(z.custom<Diagnostic>(isDiagnostic))])),
});

type Fields<T> = { readonly [K in keyof T]?: unknown };

function isObject<T>(value: Fields<T> | unknown): value is Fields<T> {
  return typeof value === 'object' && value !== null;
}

/** By hand: there are tens of thousands, and a schema takes a fifth of the time of the whole call. */
function isDiagnostic(value: unknown): value is Diagnostic {
  if (!isObject<Diagnostic>(value) || !isPlace(value) || !Array.isArray(value.related)) return false;
  const { severity, code, element, data, fingerprint } = value;
  return (
    SEVERITIES.some((each) => each === severity) &&
    typeof code === 'string' &&
    (element === undefined || typeof element === 'string') &&
    isObject(data) &&
    typeof fingerprint === 'string' &&
    value.related.every(isPlace)
  );
}

function isPlace(value: unknown): boolean {
  if (!isObject<Diagnostic>(value)) return false;
  const { file, at, range, message } = value;
  return typeof file === 'string' && typeof message === 'string' && isSpan(at) && isRange(range);
}

function isSpan(value: unknown): boolean {
  if (!isObject<Span>(value)) return false;
  return typeof value.file === 'string' && Number.isInteger(value.start) && Number.isInteger(value.end);
}

function isRange(value: unknown): boolean {
  return isObject<Range>(value) && [value.start, value.end].every(isLineAndColumn);
}

function isLineAndColumn(value: unknown): boolean {
  return isObject<Range['start']>(value) && Number.isInteger(value.line) && Number.isInteger(value.column);
}

export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex');
}

/** What is kept under `name` for `key`; undefined where nothing is, or where it is damaged or speaks of another state. */
export async function keptFindings(folder: string, name: string, key: string): Promise<KeptFindings | undefined> {
  try {
    const bytes = await readFile(path.join(folder, name + ENDING));
    const head = bytes.indexOf('\n');
    const body = bytes.subarray(head + 1);
    if (head === -1 || bytes.toString('latin1', 0, head) !== digestOf(body)) return undefined;
    const kept = keptShape.parse(JSON.parse(body.toString('utf8')));
    return kept.key === key ? { ...kept, diagnostics: new Map(kept.diagnostics) } : undefined;
  } catch {
    return undefined;
  }
}

/** Answers whether it could be written. */
export async function keepFindings(folder: string, name: string, key: string, found: KeptFindings): Promise<boolean> {
  const { status, projects, looked, diagnostics } = found;
  const kept = { shape: SHAPE, key, status, projects, looked, diagnostics: [...diagnostics] };
  const body = Buffer.from(JSON.stringify(kept));
  const file = path.join(folder, name + ENDING);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFileAtomically(file, Buffer.concat([Buffer.from(`${digestOf(body)}\n`), body]));
    // It quotes the plan, which may be for its owner's eyes only.
    await chmod(file, 0o600);
    await clear(folder);
    return true;
  } catch {
    return false;
  }
}

async function clear(folder: string): Promise<void> {
  const now = Date.now();
  for (const each of await readdir(folder)) {
    if (!each.endsWith(ENDING) && !/^\.planwright-[\da-f]+\.tmp$/.test(each)) continue;
    const file = path.join(folder, each);
    const written = await stat(file).catch(() => undefined);
    if (written !== undefined && now - written.mtimeMs > LONGEST_KEPT) await rm(file, { force: true });
  }
}
