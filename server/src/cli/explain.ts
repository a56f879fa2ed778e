/** `planwright explain`: a rule's page, or all rules. */
import pc from 'picocolors';
import { RULES, ruleOf } from '../analysis/checks/index.js';
import { ruleAddress } from '../analysis/documentation.js';
import type { Rule } from '../analysis/rule.js';
import { SEVERITY_NAMES } from '../analysis/severity-words.js';
import { nearest } from '../analysis/similar-names.js';
import { rulePage } from '../exchange/rule-page.js';
import type { Lang } from '../model/lang.js';
import { type Context, EXIT, environmentLang, showsLinks, terminalWidth, UsageError, wantsColor } from './context.js';
import { linked } from './terminal-link.js';
import { textTable } from './text-table.js';

export interface ExplainOptions {
  readonly lang?: Lang | undefined;
  readonly color?: boolean | undefined;
}

export function explain(code: string | undefined, options: ExplainOptions, context: Context): number {
  const lang = options.lang ?? environmentLang(context);
  if (code === undefined) {
    context.stdout.write(allRules(lang, options, context));
    return EXIT.clean;
  }
  const rule = ruleOf(code);
  if (rule === undefined) throw noRule(code);
  context.stdout.write(`${rulePage(rule, lang)}\n\n${ruleAddress(code, lang)}\n`);
  return EXIT.clean;
}

function noRule(code: string): UsageError {
  const close = nearest(
    code,
    RULES.map((each) => each.code),
  );
  return new UsageError({
    en: `There is no rule '${code}'${close === undefined ? "; 'planwright explain' lists all" : `; did you mean '${close}'?`}`,
    zh: `没有名为“${code}”的规则${close === undefined ? '，用“planwright explain”可列出全部规则' : `，是否指“${close}”？`}`,
  });
}

function allRules(lang: Lang, { color }: ExplainOptions, context: Context): string {
  const colors = pc.createColors(wantsColor(color, context));
  const links = showsLinks(color, context);
  const rules = [...RULES].sort((a, b) => (a.code < b.code ? -1 : 1));
  const cells = ({ code, severity, title }: Rule) => [code, SEVERITY_NAMES[severity][lang], title[lang]];
  const titles = lang === 'zh' ? ['代码', '级别', '含义'] : ['code', 'severity', 'what'];
  return `${textTable(
    titles.map((title) => ({ title })),
    rules.map((rule) => ({
      cells: cells(rule),
      paint: (cell, column) =>
        column === 0 && links ? cell.replace(rule.code, linked(rule.code, ruleAddress(rule.code, lang))) : cell,
    })),
    { head: colors.bold, rule: colors.dim },
    terminalWidth(context),
  )}\n`;
}
