/** Rules about members of a block that lowering found (`member/repeated`). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { Lang } from '../../model/lang.js';
import { quoted, sayKeyword } from '../message-values.js';
import { type Rule, readingRule } from '../rule.js';

/** `name`: which own field it is. */
type Repeated = { readonly member: Keyword; readonly name?: string };

function sayRepeated({ member, name }: Repeated, lang: Lang): string {
  return name === undefined ? sayKeyword(member, lang) : quoted(name, lang);
}

export const MEMBER_RULES: readonly Rule[] = [
  readingRule<Repeated>({
    code: 'member/repeated',
    severity: 'error',
    title: { en: 'Stated twice', zh: '重复填写' },
    message: {
      en: (data) => `${sayRepeated(data, 'en')} can be stated once here; this second statement does not count`,
      zh: (data) => `${sayRepeated(data, 'zh')}此处只能写一次；重复的这一条不计`,
    },
    page: {
      en: `A member that may stand once in its block stands twice: two deadlines of one milestone, two leaders of one
project, two reports of one project for one day. The first statement counts. Remove one of them; to move a deadline,
change \`due\` and record the old one with \`revised\`.`,
      zh: `只能写一次的内容在同一块中写了两次：一个节点有两个期限、一个项目有两位责任领导、同一项目同一天有两份进展。
以第一条为准。请删去其中一条；期限变动时改\`期限\`，并用\`调整\`记下原期限。`,
    },
    example: {
      asOf: '2026-03-31',
      shows: 'project P1 {\n  scope "6 km of road"\n  scope "7 km of road"\n}\n',
      clean: 'project P1 {\n  scope "6 km of road"\n  note "7 km with the access road"\n}\n',
    },
  }),
];
