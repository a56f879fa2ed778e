/** People, organisations, taxonomies, meetings, decisions, issues and the rest of the frame. */
import type { Analysis } from '../../../analysis/analysis.js';
import { poolAt } from '../../../analysis/pool.js';
import { isActive, issueOpenAt } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type { OrgFacts, PersonFacts, ProjectFacts, Ref, TaxonomyFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import type { Pen } from '../../../report/summaries/pen.js';
import { escalationWords, issueWords } from '../../../report/summaries/plan-words.js';
import { daysLeft } from '../../../report/summaries/standing-words.js';
import type { Stated } from '../../entities.js';
import { kindWord, titleOf } from '../../wording.js';
import { personAnswers, unitAnswers } from './answers-for.js';
import { Card } from './card.js';

const words = {
  post: { en: 'Post', zh: '职务' },
  org: { en: 'Organisation', zh: '单位' },
  phone: { en: 'Phone', zh: '电话' },
  email: { en: 'E-mail', zh: '邮箱' },
  in: { en: 'Part of', zh: '属于' },
  head: { en: 'Head', zh: '负责人' },
  alias: { en: 'Also called', zh: '简称' },
  contact: { en: 'Contact', zh: '联系方式' },
  projects: { en: 'Projects', zh: '项目' },
  active: { en: '{n} ({active} active)', zh: '{n}个（在管{active}个）' },
  date: { en: 'Date', zh: '日期' },
  chair: { en: 'Chair', zh: '主持' },
  agenda: { en: 'Agenda', zh: '议题' },
  decisions: { en: 'Decisions', zh: '决定' },
  kind: { en: 'Kind', zh: '类型' },
  level: { en: 'To be settled at', zh: '协调层级' },
  cause: { en: 'Cause', zh: '原因' },
  proposal: { en: 'Proposal', zh: '建议' },
  raised: { en: 'Raised', zh: '提出' },
  due: { en: 'Deadline', zh: '期限' },
  resolved: { en: 'Resolved', zh: '解决' },
  owner: { en: 'Owner', zh: '责任人' },
  unit: { en: 'Unit', zh: '责任单位' },
  done: { en: 'Done', zh: '完成' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function thingCard(stated: Stated, analysis: Analysis, pen: Pen): Card {
  const { lang } = pen;
  const title = titleOf(stated);
  const card = new Card(lang).heading(
    kindWord(stated, lang),
    stated.name?.text ?? '',
    'kind' in stated && stated.kind === 'person' ? stated.title?.text : title,
  );
  if (!('kind' in stated)) {
    return card
      .line(words.unit, pen.name(stated.unit))
      .line(words.owner, pen.name(stated.owner))
      .line(words.due, pen.deadline(stated.due))
      .line(words.done, stated.done && formatDay(stated.done.day));
  }
  card.text(stated.doc);
  switch (stated.kind) {
    case 'person':
      return person(card, stated, analysis, pen);
    case 'org':
      return org(card, stated, analysis, pen);
    case 'category':
    case 'area':
    case 'batch':
    case 'tag':
      return taxonomy(card, stated, analysis, pen);
    case 'meeting':
    case 'inspection':
      return card
        .line(words.date, stated.date && formatDay(stated.date.day))
        .line(words.chair, pen.name(stated.chair))
        .line(words.agenda, pen.names(stated.agenda))
        .line(words.decisions, stated.decisions.length === 0 ? undefined : String(stated.decisions.length));
    case 'issue': {
      const open = issueOpenAt(stated, analysis.status);
      const due = pen.deadline(stated.due);
      const left = stated.due && daysLeft(pen, stated.due.period.last - analysis.status);
      return card
        .line(words.kind, stated.type && issueWords[stated.type.value][lang])
        .line(words.level, stated.escalated && escalationWords[stated.escalated.value][lang])
        .line(words.cause, stated.cause?.text)
        .line(words.proposal, stated.proposal?.text)
        .line(words.raised, stated.raised && formatDay(stated.raised.day))
        .line(words.due, due && open && left ? `${due}${pen.aside(left)}` : due)
        .line(words.resolved, stated.resolved && formatDay(stated.resolved.day))
        .line(words.owner, pen.name(stated.owner))
        .line(words.unit, pen.name(stated.unit));
    }
    default:
      return card;
  }
}

function person(card: Card, stated: PersonFacts, analysis: Analysis, pen: Pen): Card {
  card
    .line(words.post, stated.post?.text)
    .line(words.org, pen.name(stated.org))
    .line(words.phone, texts(pen, stated.phone))
    .line(words.email, texts(pen, stated.email));
  return personAnswers(card, stated, analysis, pen);
}

function org(card: Card, stated: OrgFacts, analysis: Analysis, pen: Pen): Card {
  card
    .line(words.in, pen.name(stated.in))
    .line(words.head, pen.name(stated.head))
    .line(words.alias, texts(pen, stated.alias))
    .line(words.contact, stated.contact?.text);
  return unitAnswers(card, stated, analysis, pen);
}

function taxonomy(card: Card, stated: TaxonomyFacts, analysis: Analysis, pen: Pen): Card {
  const { kind } = stated;
  return card
    .line(words.in, pen.name(stated.in))
    .line(words.date, stated.date && formatDay(stated.date.day))
    .line(
      words.projects,
      countOf(analysis, pen, stated, (project) => (kind === 'category' ? [project.category] : project[kind])),
    );
}

function texts(pen: Pen, values: readonly { readonly text: string }[]): string | undefined {
  return values.length === 0 ? undefined : pen.list(values.map(({ text }) => text));
}

/** How many projects of the pool name something in a member, and how many of them are active. */
function countOf(
  analysis: Analysis,
  pen: Pen,
  stated: Stated,
  refs: (project: ProjectFacts) => readonly (Ref | undefined)[],
): string | undefined {
  const { plan, status } = analysis;
  const found = poolAt(plan, status).filter((project) =>
    refs(project).some(
      (ref) => ref?.segments[0]?.text === stated.name?.text && ref !== undefined && plan.resolve(ref) === stated,
    ),
  );
  if (found.length === 0) return undefined;
  return pen.say(words.active, {
    n: found.length,
    active: found.filter((project) => isActive(project, status)).length,
  });
}
