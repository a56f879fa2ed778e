/** Keywords turned from one vocabulary into the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileFacts } from '../model/facts.js';
import { formatPlan } from '../syntax/format/format.js';
import { readPlan } from '../syntax/read-plan.js';
import { translateKeywords } from './translate-keywords.js';

const EXAMPLES = join(__dirname, '../../../examples');
const examples: readonly string[] = readdirSync(EXAMPLES, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.plan'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

describe('turning the vocabulary', () => {
  test('turns keywords, fields, functions and fixed words, and no names', () => {
    const zh =
      '项目 竣工 "阶段" {\n  阶段 在建\n  建设期限 2026年3月 至 2027年\n  节点 竣工 期限 2026-03-01\n}\n视图 年度 { 筛选 阶段 = 在建 且 类别 属于 产业 列 编号, 亮灯 合计 求和(总投资) }\n';
    const en =
      'project 竣工 "阶段" {\n  stage construction\n  period 2026年3月 .. 2027年\n  milestone 竣工 due 2026-03-01\n}\nview 年度 { where stage = construction and category in 产业 columns id, light totals sum(total) }\n';
    expect(translateKeywords(zh, 'en')).toBe(en);
    expect(translateKeywords(en, 'zh')).toBe(zh);
  });

  test('turning the vocabulary there and back gives the same text, and both say the same', () => {
    for (const text of examples) {
      const formatted = formatPlan(text);
      const [zh, en] = [translateKeywords(formatted, 'zh'), translateKeywords(formatted, 'en')];
      expect(translateKeywords(en, 'zh')).toBe(zh);
      expect(translateKeywords(zh, 'en')).toBe(en);
      const count = (facts: FileFacts): unknown => facts.findings.map(({ code }) => code);
      expect(count(readPlan('a', zh))).toEqual(count(readPlan('a', en)));
      expect(readPlan('a', zh).declarations.map(({ id }) => id)).toEqual(
        readPlan('a', en).declarations.map(({ id }) => id),
      );
      expect(translateKeywords(translateKeywords(zh, 'en'), 'zh')).toBe(zh);
    }
  });
});
