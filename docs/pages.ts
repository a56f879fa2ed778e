/** The pages that are made from tables: one a rule, one a declaration, one a command, one of all keywords; each in both languages. */

import { KEYWORDS } from '../grammar/keywords.js';
import { meaningsOf } from '../grammar/meanings.js';
import { RULES } from '../server/src/analysis/checks/index.js';
import { FIELDS } from '../server/src/analysis/expressions/fields.js';
import { FUNCTIONS } from '../server/src/analysis/expressions/functions.js';
import { rulePage } from '../server/src/exchange/rule-page.js';
import type { Lang } from '../server/src/model/lang.js';
import { commandPages } from './commands.js';
import { languagePages } from './language.js';

/** Paths relative to `docs/` and what has to be in them. */
export function pages(): ReadonlyMap<string, string> {
  return new Map(
    (['en', 'zh'] as const).flatMap((lang) => [
      ...rulePages(lang),
      rulesIndex(lang),
      words(lang),
      ...languagePages(lang),
      ...commandPages(lang),
    ]),
  );
}

function rulePages(lang: Lang): [string, string][] {
  return RULES.map((rule) => [`rules/${lang}/${rule.code}.md`, `${rulePage(rule, lang)}\n`]);
}

const SEVERITIES = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'information', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
} as const;

function rulesIndex(lang: Lang): [string, string] {
  const zh = lang === 'zh';
  const lines = [...RULES]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, title, severity }) => `| [${code}](${code}.md) | ${SEVERITIES[severity][lang]} | ${title[lang]} |`);
  const head = zh ? ['# 检查规则', '', '| 代码 | 级别 | 含义 |'] : ['# Rules', '', '| code | severity | what |'];
  return [`rules/${lang}/README.md`, [...head, '| --- | --- | --- |', ...lines, ''].join('\n')];
}

function words(lang: Lang): [string, string] {
  const zh = lang === 'zh';
  const code = (text: string): string => `\`${text}\``;
  const keywords = [...KEYWORDS.values()].flatMap(({ en, zh: chinese }) =>
    meaningsOf(en).map(
      ({ means, example }) => `| ${code(en)} | ${code(chinese)} | ${means[lang]} | ${code(example[lang])} |`,
    ),
  );
  const fields = FIELDS.map((field) => `| ${code(field.name)} | ${code(field.zh)} | ${field.about[lang]} |`);
  const functions = FUNCTIONS.map((each) => `| ${code(each.name)} | ${code(each.zh)} | ${each.about[lang]} |`);
  return [
    `words.${lang}.md`,
    [
      zh ? '# 关键词与字段' : '# Keywords and fields',
      '',
      zh
        ? '每个关键词都有英文和中文两种写法，意义相同，可以混用。'
        : 'Every keyword has an English and a Chinese spelling. They mean the same and mix freely.',
      '',
      zh ? '## 关键词' : '## Keywords',
      '',
      zh ? '| 英文 | 中文 | 含义 | 示例 |' : '| English | Chinese | meaning | example |',
      '| --- | --- | --- | --- |',
      ...keywords,
      '',
      zh ? '## 表达式中的项目字段' : '## Fields of a project in expressions',
      '',
      zh ? '| 英文 | 中文 | 含义 |' : '| English | Chinese | meaning |',
      '| --- | --- | --- |',
      ...fields,
      '',
      zh ? '## 函数' : '## Functions',
      '',
      zh ? '| 英文 | 中文 | 含义 |' : '| English | Chinese | meaning |',
      '| --- | --- | --- |',
      ...functions,
      '',
    ].join('\n'),
  ];
}
