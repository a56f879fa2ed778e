/** Rules about suppressions themselves (`ignore/*`). */
import { quoted } from '../message-values.js';
import { type Rule, readingRule } from '../rule.js';

/** `known`: there is a rule with that code. */
export type UnusedIgnore = { readonly code: string; readonly known: boolean };
export type NoReason = { readonly code: string };

/** Found where suppressions are applied, since only there is known what they silence. */
export const IGNORE_RULES: readonly Rule[] = [
  readingRule<UnusedIgnore>({
    code: 'ignore/unused',
    severity: 'warning',
    title: { en: 'A suppression that silences nothing', zh: '多余的忽略标记' },
    message: {
      en: ({ code, known }) =>
        known
          ? `Nothing to silence here: ${quoted(code, 'en')} does not show on the statement below`
          : code === ''
            ? 'The suppression names no code'
            : `There is no rule with the code ${quoted(code, 'en')}`,
      zh: ({ code, known }) =>
        known
          ? `下面的语句没有${quoted(code, 'zh')}提示，这条忽略标记是多余的`
          : code === ''
            ? '忽略标记没有写明代码'
            : `没有代码为${quoted(code, 'zh')}的规则`,
    },
    page: {
      en: `A comment \`// planwright-ignore CODE: reason\` silences the diagnostics with that code on the statement below it.
Here there are none: what it silenced has been put right, the code is mistyped, or the comment stands above another
statement. Remove it, so that it does not hide a later mistake.`,
      zh: `注释\`// planwright-ignore 代码: 原因\`使下面一条语句不再显示该代码的提示。此处没有这样的提示：问题已经改正、
代码写错，或注释写在了别的语句上面。请删去，以免遮住以后的错误。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: `project P1 {
  // planwright-ignore deadline/overdue: waiting for the court
  milestone M1 due 2026-12-31
}
`,
      clean: `project P1 {
  // planwright-ignore deadline/overdue: waiting for the court
  milestone M1 due 2026-01-31
}
`,
    },
  }),
  readingRule<NoReason>({
    code: 'ignore/no-reason',
    severity: 'warning',
    title: { en: 'A suppression without a reason', zh: '忽略标记没有写原因' },
    message: {
      en: ({ code }) => `Say why ${quoted(code, 'en')} is silenced here: without a reason the comment has no effect`,
      zh: ({ code }) => `请写明为何忽略${quoted(code, 'zh')}：没有原因的忽略标记不起作用`,
    },
    page: {
      en: `A suppression needs a reason behind the colon, so that whoever reads the plan later can judge whether it still
holds: \`// planwright-ignore deadline/overdue: waiting for the court\`. Without one it silences nothing.`,
      zh: `忽略标记须在冒号后写明原因，以便日后的读者判断是否仍然成立，例如
\`// planwright-ignore deadline/overdue: 等待法院裁定\`。没有原因的不起作用。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: `project P1 {
  // planwright-ignore deadline/overdue
  milestone M1 due 2026-01-31
}
`,
      clean: `project P1 {
  // planwright-ignore deadline/overdue: waiting for the court
  milestone M1 due 2026-01-31
}
`,
    },
  }),
];
