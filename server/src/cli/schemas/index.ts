/** Every JSON output with its schema, one line each. */
import * as z from 'zod';
import type { Bilingual } from '../../model/lang.js';
import { configurationJsonSchema } from '../../workspace/configuration-schema.js';
import { baselineSchema } from '../baseline.js';
import { check, diff, list, schedule } from './answers.js';
import { summary } from './document.js';
import { model } from './model.js';
import { whatIf } from './what-if-answer.js';

export interface NamedSchema {
  readonly name: string;
  readonly about: Bilingual;
  /** As JSON Schema, draft 7: what editors read. */
  readonly schema: () => z.core.JSONSchema.BaseSchema;
}

function output(name: string, zod: z.ZodType, en: string, zh: string): NamedSchema {
  return { name, about: { en, zh }, schema: () => z.toJSONSchema(zod, { target: 'draft-7', io: 'output' }) };
}

export const SCHEMAS: readonly NamedSchema[] = [
  output('check', check, 'what check --format json prints', 'check --format json 的输出'),
  output('schedule', schedule, 'what schedule --format json prints', 'schedule --format json 的输出'),
  output('what-if', whatIf, 'what what-if --format json prints', 'what-if --format json 的输出'),
  output('list', list, 'what list --format json prints', 'list --format json 的输出'),
  output('summary', summary, 'what summary KIND --format json prints', 'summary --format json 的输出'),
  output('diff', diff, 'what diff --format json prints', 'diff --format json 的输出'),
  output('export', model, 'what export json prints: the whole model', 'export json 的输出：全部内容'),
  output('baseline', baselineSchema, 'what check --write-baseline writes', 'check --write-baseline 写入的文件'),
  {
    name: 'configuration',
    about: { en: 'what a planwright.json may say', zh: 'planwright.json 可写的内容' },
    schema: configurationJsonSchema,
  },
];
