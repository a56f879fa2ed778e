/** The rule about members that a policy requires and a project lacks (`member/missing`). */
import { keywordOf } from '../../../../grammar/keywords.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import type { Analysis } from '../analysis.js';
import { isPursued } from '../deadlines.js';
import { type Field, fieldOf, spellField } from '../expressions/fields.js';
import { fieldIn, isNamed, ownFields } from '../expressions/own-fields.js';
import type { Value } from '../expressions/values.js';
import { listed, quoted } from '../message-values.js';
import { policyOf } from '../policy-in-force.js';
import { requiredOf } from '../required-fields.js';
import { type Found, projectRule, type Rule } from '../rule.js';

/** Fields by their English spelling. */
type Missing = { readonly missing: readonly string[]; readonly policy: string };

function* missing(project: ProjectFacts, analysis: Analysis): Generator<Found<Missing>> {
  const policy = policyOf(analysis.plan, project);
  if (policy === undefined || policy.require.length === 0 || !isPursued(project, analysis.status)) return;
  const own = ownFields(analysis.plan);
  const lacking = [...requiredOf(project, analysis)].filter((name) => {
    const field = fieldIn(own, name);
    return field !== undefined && lacks(project, field, analysis);
  });
  if (lacking.length === 0) return;
  yield {
    at: project.name.at,
    data: { missing: lacking, policy: policy.name.text },
    element: project.id,
    related: [{ at: policy.name.at, message: { en: 'The policy that requires it', zh: '作出要求的规则' } }],
  };
}

/** What is stated but cannot be read is not missing. */
function lacks(project: ProjectFacts, field: Field, analysis: Analysis): boolean {
  const value = field.value(project, analysis);
  // An empty text and an amount of nothing are stated, and say nothing.
  if (isVoid(value)) return true;
  if (value.type !== 'none') return false;
  if ((field.name === 'total' || field.name === 'plan') && project.investment?.complete === false) return false;
  if (project.fields.some((stated) => isNamed(stated.field, field.name))) return false;
  const member = keywordOf(field.name);
  return member === undefined || member === 'team' || !project.stated.has(member);
}

function isVoid(value: Value): boolean {
  if (value.type === 'text') return value.text.trim() === '';
  if (value.type === 'money') return value.figure.value.n === 0n;
  return value.type === 'refs' && value.things.length === 0 && (value.text ?? '').trim() === '';
}

function say(missing: readonly string[], lang: Lang): string {
  const words = missing.map((name) => {
    const field = fieldOf(name);
    return quoted(field === undefined ? name : spellField(field, lang), lang);
  });
  return listed(words, lang, 'and');
}

export const MEMBER_MISSING_RULES: readonly Rule[] = [
  projectRule<Missing>(
    {
      code: 'member/missing',
      severity: 'warning',
      absence: 'member',
      judgedBy: ['status-date', 'policy'],
      title: { en: 'What the policy requires is missing', zh: '缺少规则要求的内容' },
      message: {
        en: ({ missing, policy }) => `Missing ${say(missing, 'en')}, which the policy ${quoted(policy, 'en')} requires`,
        zh: ({ missing, policy }) => `缺少${say(missing, 'zh')}，规则${quoted(policy, 'zh')}要求填写`,
      },
      page: {
        en: `The policy that holds for the project demands with \`require … for …\` that certain members are stated, for
instance the 'five ones': leader, unit, team, scheme and fund. All that the project lacks is listed at once. State it;
the quick fix adds the members. An empty text and an amount of 0 do not meet it. Projects that were cancelled or have left the pool are not asked.`,
        zh: `项目适用的规则用\`必备 … 对 …\`规定了须写明的内容，例如“五个一”：责任领导、责任单位、工作专班、工作方案、
工作经费。所缺的内容一次列出。请补上；快速修复可添加这些项。写了空白文字或0元的，仍算缺少。已终止或已调出的项目不作要求。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `policy Rules {
  require scheme, fund for priority = top
}
project P1 {
  priority top
  fund 300k
}
`,
        clean: `policy Rules {
  require scheme, fund for priority = top
}
project P1 {
  priority key
}
`,
      },
    },
    missing,
  ),
];
