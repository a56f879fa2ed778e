/** Rules about who answers for a project (`accountability/*`). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { Accountability, Name, ProjectFacts, Ref } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { itemsOf } from '../../model/plan.js';
import type { Analysis } from '../analysis.js';
import { plural, quoted, sayKeyword } from '../message-values.js';
import { policyOf } from '../policy-in-force.js';
import { projectsOf } from '../pool.js';
import { requiredOf } from '../required-fields.js';
import { type Found, fileRule, type Pause, planRule, projectRule, type Rule } from '../rule.js';
import { isActive } from '../state.js';
import { meetingsIn, projectsIn } from './facts-in-file.js';

type Nothing = Record<string, never>;
type Overload = {
  readonly leader: string;
  readonly count: number;
  readonly max: number;
  readonly projects: readonly string[];
};
type SamePerson = { readonly person: string; readonly roles: readonly [Keyword, Keyword] };
function lacking(member: 'leader' | 'unit' | 'owner', words: Lacking): Rule {
  return projectRule<Nothing>(
    {
      code: `accountability/no-${member}`,
      severity: 'warning',
      absence: 'member',
      judgedBy: ['status-date'],
      lacks: member,
      title: words.title,
      message: { en: () => words.message.en, zh: () => words.message.zh },
      page: words.page,
      example: {
        asOf: '2026-03-31',
        shows: 'project P1 {\n  stage ready\n}\n',
        clean: `${words.declaration}\nproject P1 {\n  stage ready\n  ${member} ${words.name}\n}\n`,
      },
    },
    function* (project, analysis) {
      if (project.stated.has(member) || !isActive(project, analysis.status)) return;
      // What the policy requires is told as missing by `member/missing`.
      if (requiredOf(project, analysis).has(member) && analysis.isTold('member/missing', project.name.at)) return;
      yield { at: project.name.at, data: {}, element: project.id };
    },
  );
}

interface Lacking {
  readonly title: Bilingual;
  readonly message: Bilingual;
  readonly page: Bilingual;
  readonly declaration: string;
  readonly name: string;
}

/** The active projects of each leader, leaders in the order of their first project. A leader is a declared person. */
function* activeByLeader({ plan, status }: Analysis): Generator<Pause, ReadonlyMap<string, Led>> {
  const byLeader = new Map<string, Led>();
  for (const project of projectsOf(plan)) {
    yield;
    const person = plan.declaration('person', project.leader);
    if (person === undefined || project.leader === undefined || !isActive(project, status)) continue;
    const led = byLeader.get(person.name.text);
    if (led === undefined)
      byLeader.set(person.name.text, {
        person: person.name,
        id: person.id,
        projects: [project],
        first: project.leader,
      });
    else led.projects.push(project);
  }
  return byLeader;
}

interface Led {
  readonly person: Name;
  readonly id: string;
  readonly projects: ProjectFacts[];
  /** Where the first of these projects names the leader. */
  readonly first: Ref;
}

function* overload(analysis: Analysis): Generator<Found<Overload> | Pause> {
  if (!analysis.plan.all('policy').some(({ maxLoad }) => maxLoad !== undefined)) return;
  for (const { person, id, projects } of (yield* activeByLeader(analysis)).values()) {
    yield;
    const limits = projects.flatMap((project) => policyOf(analysis.plan, project)?.maxLoad?.value ?? []);
    const max = Math.min(...limits);
    if (projects.length <= max) continue;
    yield {
      at: person.at,
      data: { leader: person.text, count: projects.length, max, projects: projects.map((project) => project.id) },
      element: id,
      related: projects.map((project) => ({
        at: project.leader?.at ?? project.name.at,
        message: { en: `Leader of ${project.id}`, zh: `${project.id}的责任领导` },
      })),
    };
  }
}

/** Two roles of which the second answers to the first. */
const ANSWER_TO = [
  ['leader', 'owner'],
  ['owner', 'supervisor'],
] as const;

function* samePerson(answers: Partial<Accountability>, element: string): Generator<Found<SamePerson>> {
  for (const [above, below] of ANSWER_TO) {
    const [first, second] = [answers[above], answers[below]];
    const person = nameOf(first);
    if (first === undefined || second === undefined || person === undefined || person !== nameOf(second)) continue;
    yield {
      at: second.at,
      data: { person, roles: [above, below] },
      element,
      related: [{ at: first.at, message: { en: 'The same person', zh: '同一个人' } }],
    };
  }
}

function nameOf(ref: Ref | undefined): string | undefined {
  return ref?.segments.length === 1 ? ref.segments[0]?.text : undefined;
}

export const ACCOUNTABILITY_RULES: readonly Rule[] = [
  lacking('leader', {
    title: { en: 'An active project without a leader', zh: '推进中项目没有责任领导' },
    message: {
      en: 'The project is active, but no leader answers for it',
      zh: '项目推进中，但没有责任领导',
    },
    page: {
      en: `A project that is ready or under construction needs one leader who answers for it. State \`leader\` with a declared
person. Where the leader is named but unknown, only the unknown name is reported.`,
      zh: `预备和在建项目须有一位责任领导。请用\`责任领导\`写明已声明的人员。已写但名称不认识的，只提示名称不认识。`,
    },
    declaration: 'person LiSi',
    name: 'LiSi',
  }),
  lacking('unit', {
    title: { en: 'An active project without a unit', zh: '推进中项目没有责任单位' },
    message: {
      en: 'The project is active, but no unit answers for it',
      zh: '项目推进中，但没有责任单位',
    },
    page: {
      en: `A project that is ready or under construction needs one organisation that answers for it. State \`unit\` with a
declared organisation; those that help are \`support\`.`,
      zh: `预备和在建项目须有一个责任单位。请用\`责任单位\`写明已声明的单位；协助的单位写在\`配合单位\`中。`,
    },
    declaration: 'org Works-Bureau',
    name: 'Works-Bureau',
  }),
  lacking('owner', {
    title: { en: 'An active project without an owner', zh: '推进中项目没有责任人' },
    message: {
      en: 'The project is active, but no person is responsible for the work',
      zh: '项目推进中，但没有责任人',
    },
    page: {
      en: `A project that is ready or under construction needs one person who does the work or sees to it. State \`owner\` with
a declared person.`,
      zh: `预备和在建项目须有一位具体负责的责任人。请用\`责任人\`写明已声明的人员。`,
    },
    declaration: 'person WangWu',
    name: 'WangWu',
  }),
  planRule<Overload>(
    {
      code: 'accountability/overload',
      severity: 'warning',
      judgedBy: ['status-date', 'policy'],
      title: { en: 'A leader answers for too many projects', zh: '责任领导包联项目过多' },
      message: {
        en: ({ leader, count, max }) =>
          `${quoted(leader, 'en')} answers for ${plural(count, 'active project')}; the policy allows ${max}`,
        zh: ({ leader, count, max }) => `${quoted(leader, 'zh')}包联${count}个推进中项目，规则允许${max}个`,
      },
      page: {
        en: `A leader answers for more active projects than \`max-load\` of the policy allows, so none of them may get the
attention it needs. Hand some over to another leader. Projects in other stages than ready and construction do not
count. Where the projects follow different policies, the strictest counts.`,
        zh: `一位责任领导包联的推进中项目超过了规则中\`承包上限\`的个数，难以兼顾。请把其中一些交由其他领导负责。只计预备
和在建项目；各项目适用不同规则的，以最严的为准。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `policy Rules {
  max-load 1
}
person LiSi
project P1 {
  leader LiSi
  stage ready
}
project P2 {
  leader LiSi
  stage construction
}
`,
        clean: `policy Rules {
  max-load 1
}
person LiSi
project P1 {
  leader LiSi
  stage ready
}
project P2 {
  leader LiSi
  stage reserve
}
`,
      },
    },
    overload,
  ),
  fileRule<SamePerson>(
    {
      code: 'accountability/same-person',
      severity: 'info',
      title: { en: 'One person in two roles', zh: '一人兼两责' },
      message: {
        en: ({ person, roles: [above, below] }) =>
          `${quoted(person, 'en')} is both ${sayKeyword(above, 'en')} and ${sayKeyword(below, 'en')}`,
        zh: ({ person, roles: [above, below] }) =>
          `${quoted(person, 'zh')}既是${sayKeyword(above, 'zh')}又是${sayKeyword(below, 'zh')}`,
      },
      page: {
        en: `The leader who answers for the work and the person who does it, or that person and the one who follows up, are
the same. Then nobody checks on anybody: name two persons where that is possible. In a small unit it may be as it is
meant; silence it there with \`// planwright-ignore accountability/same-person: reason\`.`,
        zh: `责任领导与责任人，或责任人与督办人，是同一个人，这样就没有人督促。有条件的请分别确定两人。小单位确实如此的，
可用\`// planwright-ignore accountability/same-person: 原因\`在此处不再提示。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'person LiSi\nproject P1 {\n  leader LiSi\n  owner LiSi\n}\n',
        clean: 'person LiSi\nperson WangWu\nproject P1 {\n  leader LiSi\n  owner WangWu\n}\n',
      },
    },
    function* (file) {
      for (const project of projectsIn(file)) {
        yield* samePerson(project, project.id);
        for (const item of itemsOf(project)) yield* samePerson(item, item.id);
      }
      for (const meeting of meetingsIn(file)) {
        for (const decision of meeting.decisions) yield* samePerson(decision, decision.id);
      }
    },
  ),
];
