/** A file that says once what the columns of an office's ledger are: read, and written from what was understood. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { type Mapping, mappedField } from '../exchange/ledger/columns.js';
import { FIELDS } from '../exchange/ledger/fields.js';
import type { LedgerReading } from '../exchange/ledger/read-ledger.js';
import { decode, readRegular } from '../workspace/node-files-read.js';
import { type Context, UsageError } from './context.js';
import { jsonText } from './json-text.js';
import { displayPath } from './paths.js';
import { unreadable } from './unreadable.js';
import { writeResult } from './write-file.js';

const MAPPING = z.strictObject({
  columns: z.optional(z.record(z.string(), z.string())),
  unit: z.optional(z.string()),
  year: z.optional(z.number()),
});

export interface GivenMapping {
  readonly columns: Mapping;
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
}

export async function readMapping(file: string | undefined, context: Context): Promise<GivenMapping> {
  if (file === undefined) return { columns: new Map() };
  const absolute = path.resolve(context.cwd, file);
  const name = displayPath(context, absolute);
  const read = await readRegular(absolute);
  if ('unread' in read) throw unreadable([{ name, why: read.unread }]);
  const parsed = MAPPING.safeParse(jsonIn(decode(read.bytes)));
  if (!parsed.success) {
    throw new UsageError({
      en: `'${name}' is no mapping: {"columns": {"建设地点": "地区"}, "unit": "万元", "year": 2026}`,
      zh: `“${name}”不是对应关系文件，写法：{"columns": {"建设地点": "地区"}, "unit": "万元", "year": 2026}`,
    });
  }
  const { columns = {}, unit, year } = parsed.data;
  return {
    unit,
    year,
    columns: new Map(
      Object.entries(columns).map(([column, field]) => {
        const mapped = mappedField(field);
        if (mapped !== undefined) return [column, mapped] as const;
        throw new UsageError({
          en: `'${name}': '${field}' is no field of a ledger`,
          zh: `“${name}”中的“${field}”不是可用的字段`,
        });
      }),
    ),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What was understood, to be corrected and given back. */
export async function writeMapping(
  file: string,
  { sheets, year }: LedgerReading,
  { lang, unit }: { readonly lang?: 'zh' | 'en' | undefined; readonly unit?: string | undefined },
  context: Context,
): Promise<void> {
  const absolute = path.resolve(context.cwd, file);
  if (existsSync(absolute)) {
    const name = displayPath(context, absolute);
    throw new UsageError({ en: `'${name}' is there already`, zh: `“${name}”已存在` });
  }
  const columns = sheets.flatMap((sheet) =>
    sheet.columns.map(({ head, letters, field, detail }): [string, string] => {
      const title = FIELDS[field].title[lang ?? 'zh'];
      return [head === '' ? letters : head, detail === undefined ? title : `${title}:${detail}`];
    }),
  );
  const content = { columns: Object.fromEntries(columns), ...(unit === undefined ? {} : { unit }), year: year.value };
  await writeResult(absolute, jsonText(content), {}, context);
}
