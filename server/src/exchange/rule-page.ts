/**
 * A rule's page as Markdown: for `explain`, for the link in the editor, and for the documentation that is made from it.
 * A Chinese page shows its plans in Chinese keywords.
 */

import type { Rule } from '../analysis/rule.js';
import { SEVERITY_NAMES } from '../analysis/severity-words.js';
import type { Lang } from '../model/lang.js';
import { translateKeywords } from './translate-keywords.js';

/** The plans of a rule's page in the vocabulary of a language. */
function exampleIn({ example }: Rule, lang: Lang): Rule['example'] {
  if (lang === 'en') return example;
  const { base, shows, clean } = example;
  const turned = (text: string): string => translateKeywords(text, lang);
  return {
    ...example,
    shows: turned(shows),
    clean: turned(clean),
    ...(base === undefined ? {} : { base: turned(base) }),
  };
}

export function rulePage(rule: Rule, lang: Lang): string {
  const zh = lang === 'zh';
  const { asOf, savedAs, padded } = rule.example;
  const { base, shows, clean } = exampleIn(rule, lang);
  return [
    `# ${rule.code}`,
    '',
    `**${rule.title[lang]}** · ${SEVERITY_NAMES[rule.severity][lang]}`,
    '',
    rule.page[lang].trim(),
    '',
    ...(base === undefined ? [] : [zh ? '## 此前' : '## Before', '', '```plan', base.trim(), '```', '']),
    padded === true
      ? zh
        ? '## 会提示的写法（其后还有许多内容）'
        : '## Reported (with a great deal behind it)'
      : savedAs === undefined
        ? zh
          ? `## 会提示的写法（截至 ${asOf}）`
          : `## Reported (as of ${asOf})`
        : zh
          ? `## 会提示的写法（以 ${savedAs.toUpperCase()} 保存）`
          : `## Reported (saved as ${savedAs.toUpperCase()})`,
    '',
    '```plan',
    shows.trim(),
    '```',
    '',
    savedAs === undefined
      ? zh
        ? '## 不会提示的写法'
        : '## Not reported'
      : zh
        ? '## 不会提示的写法（以 UTF-8 保存）'
        : '## Not reported (saved as UTF-8)',
    '',
    '```plan',
    clean.trim(),
    '```',
    '',
    zh ? '## 关闭或调整' : '## Switching it off',
    '',
    zh
      ? `在 \`planwright.json\` 中写 \`{ "rules": { "${rule.code}": "off" } }\`，或在语句上一行写 \`// planwright-ignore ${rule.code}: 理由\`。`
      : `Write \`{ "rules": { "${rule.code}": "off" } }\` in \`planwright.json\`, or \`// planwright-ignore ${rule.code}: reason\` on the line above the statement.`,
  ].join('\n');
}
