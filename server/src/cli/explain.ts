/** `planwright explain CODE`: a rule's page. */
import { RULES, ruleOf } from '../analysis/checks/index.js';
import { rulePage } from '../analysis/rule-page.js';
import { nearest } from '../analysis/similar-names.js';
import type { Lang } from '../model/lang.js';
import { type Context, EXIT, environmentLang, UsageError } from './context.js';

export function explain(code: string, options: { readonly lang?: Lang | undefined }, context: Context): number {
  const rule = ruleOf(code);
  if (rule === undefined) {
    const close = nearest(
      code,
      RULES.map((each) => each.code),
    );
    throw new UsageError({
      en: `There is no rule '${code}'${close === undefined ? '' : `; did you mean '${close}'?`}`,
      zh: `没有名为“${code}”的规则${close === undefined ? '' : `，是否指“${close}”？`}`,
    });
  }
  context.stdout.write(`${rulePage(rule, options.lang ?? environmentLang(context))}\n`);
  return EXIT.clean;
}
