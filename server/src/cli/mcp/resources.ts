/** What a model can read without asking a question: summaries, the pages of rules, the reference of the language. */
import { languagePages } from '../../../../docs/language.js';
import { RULES } from '../../analysis/checks/index.js';
import { rulePage } from '../../exchange/rule-page.js';
import type { Lang } from '../../model/lang.js';
import { SUMMARIES } from '../../report/summaries/index.js';
import type { Context } from '../context.js';
import { type Answer, answerOf } from './answer.js';
import type { Home } from './tools.js';

export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly read: (home: Home, context: Context) => Promise<Answer>;
}

const said = (text: string): Answer => ({ text, beside: '', isError: false });

export function resourcesIn(lang: Lang): readonly Resource[] {
  return [
    ...[...SUMMARIES.values()]
      .filter(({ named }) => named?.required !== true)
      .map(
        ({ kind, title }): Resource => ({
          uri: `planwright://summary/${kind}`,
          name: `summary-${kind}`,
          title: title[lang],
          read: (home, context) =>
            answerOf(context, lang, async (caught) => {
              const { summary } = await import('../summary.js');
              const options = { format: 'md', lang: home.lang, asOf: home.asOf, quiet: true };
              return summary(kind, [home.folder], options, caught);
            }),
        }),
      ),
    ...RULES.map(
      (rule): Resource => ({
        uri: `planwright://rule/${rule.code}`,
        name: rule.code,
        title: rule.title[lang],
        read: async () => said(rulePage(rule, lang)),
      }),
    ),
    ...languagePages(lang).map(
      ([file, text]): Resource => ({
        uri: `planwright://${file.replace(/\.md$/, '')}`,
        name: file.replace(/\.md$/, ''),
        title: /^# (.*)$/m.exec(text)?.[1] ?? file,
        read: async () => said(text),
      }),
    ),
  ];
}
