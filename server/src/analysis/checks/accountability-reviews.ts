/** The rules about half-year accountability reports (`accountability/review-missing`, `accountability/no-head`). */
import type { ProjectFacts } from '../../model/facts.js';
import { formatPeriod } from '../../model/period.js';
import type { Analysis } from '../analysis.js';
import { listed, plural, quoted } from '../message-values.js';
import { findingReviewsOwed, reportsByLeader } from '../reviews.js';
import { type Found, type Pause, planRule, type Rule } from '../rule.js';

/** `half`: `2025-H2`. `units`: where the head of units owes it; `who` is then missing where they have none. */
type ReviewMissing = {
  readonly half: string;
  readonly halfZh: string;
  readonly projects: readonly string[];
  readonly units?: readonly string[];
  readonly leader?: string;
  readonly head?: string;
};
type NoHead = { readonly unit: string; readonly projects: readonly string[] };

function* reviewMissing(analysis: Analysis): Generator<Found<ReviewMissing> | Pause> {
  for (const { half, who, units, projects, given, unread } of yield* findingReviewsOwed(analysis)) {
    if (given.length > 0 || unread) continue;
    const role = units.length === 0 ? 'leader' : 'unit';
    const at = (project: ProjectFacts) => project[role]?.at ?? project.name.at;
    const [first, ...others] = projects;
    if (first === undefined) continue;
    yield {
      at: at(first),
      data: {
        half: formatPeriod(half, 'en'),
        halfZh: formatPeriod(half, 'zh'),
        projects: projects.map((project) => project.id),
        ...(role === 'leader'
          ? { leader: who?.name.text ?? '' }
          : { units: units.map(({ name }) => name.text), ...(who && { head: who.name.text }) }),
      },
      element: who?.id ?? units[0]?.id ?? first.id,
      related: others.map((project) => ({
        at: at(project),
        message:
          role === 'leader'
            ? { en: `Leader of ${project.id}, too`, zh: `也是${project.id}的责任领导` }
            : { en: `Responsible for ${project.id}, too`, zh: `也负责${project.id}` },
      })),
    };
  }
}

/** Where units report: one that owes the report of the half year that is due. */
function* noHead(analysis: Analysis): Generator<Found<NoHead> | Pause> {
  if (reportsByLeader(analysis.plan)) return;
  for (const { units, projects } of yield* findingReviewsOwed(analysis)) {
    for (const unit of units) {
      if (unit.stated.has('head')) continue;
      yield {
        at: unit.name.at,
        data: { unit: unit.name.text, projects: projects.map(({ id }) => id) },
        element: unit.id,
      };
    }
  }
}

/** `“住建局”负责人“张三”`; without a head the units alone. */
function sayHead({ units = [], head }: ReviewMissing, lang: 'en' | 'zh'): string {
  const named = listed(
    units.map((unit) => quoted(unit, lang)),
    lang,
    'and',
  );
  if (head === undefined) return named;
  return lang === 'en' ? `${quoted(head, 'en')}, head of ${named},` : `${named}负责人${quoted(head, 'zh')}`;
}

export const ACCOUNTABILITY_REVIEW_RULES: readonly Rule[] = [
  planRule<ReviewMissing>(
    {
      code: 'accountability/review-missing',
      severity: 'warning',
      absence: 'plan',
      judgedBy: ['status-date'],
      title: { en: 'The accountability report of a half year is missing', zh: '缺少半年述职' },
      message: {
        en: (data) => {
          const { leader, half, projects } = data;
          const active = plural(projects.length, 'active project');
          return leader === undefined
            ? `${sayHead(data, 'en')} answered for ${active} in ${half}, but there is no accountability report for it`
            : `${quoted(leader, 'en')} led ${active} in ${half}, but there is no accountability report for it`;
        },
        zh: (data) => {
          const { leader, halfZh, projects } = data;
          const who =
            leader === undefined ? `${sayHead(data, 'zh')}在${halfZh}负责` : `${quoted(leader, 'zh')}在${halfZh}包联`;
          return `${who}${projects.length}个推进中项目，但没有这半年的述职`;
        },
      },
      page: {
        en: `Whoever had an active project in a half year owes an accountability report for it, at the latest 14 days after
the half year ended: the head of each responsible unit, or, with \`reviews by leader\` in the portfolio, each leader.
One report is enough, on the unit or on any of the projects. Add \`review 2025-H2 { … }\` with the day it was given and
what it said; one that names another \`reporter\` on a project is that person's. Only the latest half year that is due
is looked at.`,
        zh: `某半年有推进中项目的，应在该半年结束后14天内述职：由各责任单位的负责人述职；项目库写明\`述职 由 责任领导\`的，由各
责任领导述职。写在单位上，或写在其任一项目中即可。请补上\`述职 2025年下半年 { … }\`，写明述职日期和内容；项目中写明
\`报送人\`为他人的，算他人的述职。只检查最近一个已到述职时间的半年。`,
      },
      example: {
        asOf: '2026-01-15',
        shows: `person LiSi
org Works-Bureau {
  head LiSi
}
project P1 {
  unit Works-Bureau
  stage construction on 2025-09-01
}
`,
        clean: `person LiSi
org Works-Bureau {
  head LiSi
  review 2025-H2 {
    date 2026-01-10
  }
}
project P1 {
  unit Works-Bureau
  stage construction on 2025-09-01
}
`,
      },
    },
    reviewMissing,
  ),
  planRule<NoHead>(
    {
      code: 'accountability/no-head',
      severity: 'info',
      absence: 'member',
      judgedBy: ['status-date'],
      lacks: 'head',
      title: { en: 'A responsible unit without a head', zh: '责任单位没有写明负责人' },
      message: {
        en: ({ unit, projects }) =>
          `${quoted(unit, 'en')} owes a half-year report for ${plural(projects.length, 'project')}, but has no head who would give it`,
        zh: ({ unit, projects }) => `${quoted(unit, 'zh')}须为${projects.length}个项目作半年述职，但没有写明负责人`,
      },
      page: {
        en: `The head of a responsible unit gives its half-year accountability report. State \`head\` with a declared person. Where
leaders report instead, state \`reviews by leader\` in the portfolio.`,
        zh: `责任单位的半年述职由其负责人作出。请用\`负责人\`写明已声明的人员。由责任领导述职的，请在项目库中写明
\`述职 由 责任领导\`。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: `org Works-Bureau
project P1 {
  unit Works-Bureau
  stage construction on 2025-09-01
}
`,
        clean: `person LiSi
org Works-Bureau {
  head LiSi
}
project P1 {
  unit Works-Bureau
  stage construction on 2025-09-01
}
`,
      },
    },
    noHead,
  ),
];
