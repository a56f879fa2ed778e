/** How often each rule found something, the most frequent first. */

import type { Colors } from 'picocolors/types';
import { ruleOf } from '../../analysis/checks/index.js';
import type { Severity } from '../../analysis/rule.js';
import { SEVERITY_NAMES } from '../../analysis/severity-words.js';
import { isSafelyFixable } from '../../workspace/fixes/registry.js';
import { textTable } from '../text-table.js';
import type { CheckResult } from './output-format.js';

export interface RuleCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** Whether `--fix` mends what the rule finds, where it can tell how. */
  readonly fixable: boolean;
}

/** A rule that has several severities in several files is counted by each. */
export function statisticsOf({ listed }: CheckResult): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { diagnostic } of listed) {
    const { code, severity } = diagnostic;
    const key = `${code} ${severity}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { code, severity, count, fixable: isSafelyFixable(code) });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

export function statisticsTable(result: CheckResult, colors: Colors, room?: number): string {
  const { lang } = result;
  const titles =
    lang === 'zh' ? ['数量', '级别', '代码', '可修复', '含义'] : ['count', 'severity', 'code', 'fixable', 'what'];
  const rows = statisticsOf(result).map(({ code, severity, count, fixable }) => ({
    cells: [
      String(count),
      SEVERITY_NAMES[severity][lang],
      code,
      fixable ? (lang === 'zh' ? '是' : 'yes') : '',
      ruleOf(code)?.title[lang] ?? '',
    ],
  }));
  const columns = titles.map((title, index) => ({ title, ...(index === 0 ? { align: 'right' as const } : {}) }));
  return textTable(columns, rows, { head: colors.bold, rule: colors.dim }, room);
}
