/** People, organisations, taxonomies, meetings, decisions, issues and the rest of the frame. */
import { FIELD_HOLDERS, FIELD_TYPES } from '../../../../../grammar/field-words.js';
import { labelOf } from '../../../../../grammar/members.js';
import type { Analysis } from '../../../analysis/analysis.js';
import { poolAt } from '../../../analysis/pool.js';
import { dueAt, isActive, issueOpenAt, revisionsAt } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type { OrgFacts, PersonFacts, ProjectFacts, Ref, TaxonomyFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { daysLeft } from '../../../report/wording/deadline-status-words.js';
import type { Formatter } from '../../../report/wording/formatter.js';
import { sayMoves } from '../../../report/wording/moved-deadlines.js';
import { escalationWords, issueWords } from '../../../report/wording/plan-words.js';
import type { PlanElement } from '../../plan-elements.js';
import { kindWord, titleOf } from '../../wording.js';
import { HoverBuilder } from './hover-builder.js';
import { personResponsibilities, unitResponsibilities } from './responsibilities.js';

const words = {
  type: { en: 'Type', zh: '类型' },
  choices: { en: 'Choices', zh: '选项' },
  unitOfMeasure: { en: 'Unit', zh: '计量' },
  on: { en: 'Stated of', zh: '适用于' },
  post: labelOf('person', 'title'),
  org: labelOf('person', 'org'),
  phone: labelOf('person', 'phone'),
  email: labelOf('person', 'email'),
  in: labelOf('org', 'in'),
  head: labelOf('org', 'head'),
  alias: labelOf('org', 'alias'),
  contact: labelOf('org', 'contact'),
  projects: { en: 'Projects', zh: '项目' },
  active: { en: '{n} ({active} active)', zh: '{n}个（推进中{active}个）' },
  date: labelOf('meeting', 'date'),
  chair: labelOf('meeting', 'chair'),
  agenda: labelOf('meeting', 'agenda'),
  decisions: { en: 'Decisions', zh: '决定' },
  kind: labelOf('issue', 'kind'),
  level: labelOf('issue', 'escalated'),
  cause: labelOf('issue', 'cause'),
  proposal: labelOf('issue', 'proposal'),
  raised: labelOf('issue', 'raised'),
  due: labelOf('issue', 'due'),
  resolved: labelOf('issue', 'resolved'),
  owner: labelOf('issue', 'owner'),
  unit: labelOf('issue', 'unit'),
  done: labelOf('decision', 'done'),
  number: labelOf('decision', 'number'),
  support: labelOf('decision', 'support'),
  moves: labelOf('decision', 'revised'),
} as const satisfies Readonly<Record<string, Bilingual>>;

export function declarationHover(element: PlanElement, analysis: Analysis, format: Formatter): HoverBuilder {
  const { lang } = format;
  const title = titleOf(element);
  const hover = new HoverBuilder(lang).heading(
    kindWord(element, lang),
    element.name?.text ?? '',
    'kind' in element && element.kind === 'person' ? element.title?.text : title,
  );
  if (!('kind' in element)) {
    return hover
      .line(words.number, element.number?.text)
      .line(words.unit, format.name(element.unit))
      .line(words.support, format.names(element.support))
      .line(words.owner, format.name(element.owner))
      .line(words.due, format.deadline(dueAt(element, analysis.status)))
      .line(words.moves, sayMoves(format, revisionsAt(element, analysis.status)))
      .line(words.done, element.done && formatDay(element.done.day));
  }
  hover.text(element.doc);
  switch (element.kind) {
    case 'person':
      return person(hover, element, analysis, format);
    case 'org':
      return org(hover, element, analysis, format);
    case 'category':
    case 'area':
    case 'batch':
    case 'tag':
      return taxonomy(hover, element, analysis, format);
    case 'field':
      return hover
        .line(words.type, element.type && FIELD_TYPES[element.type][lang])
        .line(words.choices, format.list(element.choices.map(({ text }) => text)))
        .line(words.unitOfMeasure, element.unit?.text)
        .line(words.on, format.list(element.on.map((holder) => FIELD_HOLDERS[holder][lang])));
    case 'meeting':
    case 'inspection':
      return hover
        .line(words.date, element.date && formatDay(element.date.day))
        .line(words.chair, format.name(element.chair))
        .line(words.agenda, format.names(element.agenda))
        .line(words.decisions, element.decisions.length === 0 ? undefined : String(element.decisions.length));
    case 'issue': {
      const open = issueOpenAt(element, analysis.status);
      const held = dueAt(element, analysis.status);
      const due = format.deadline(held);
      const left = held && daysLeft(format, held.period.last - analysis.status);
      return hover
        .line(words.kind, element.type && issueWords[element.type.value][lang])
        .line(words.level, element.escalated && escalationWords[element.escalated.value][lang])
        .line(words.cause, element.cause?.text)
        .line(words.proposal, element.proposal?.text)
        .line(words.raised, element.raised && formatDay(element.raised.day))
        .line(words.due, due && open && left ? `${due}${format.aside(left)}` : due)
        .line(words.moves, sayMoves(format, revisionsAt(element, analysis.status)))
        .line(words.resolved, element.resolved && formatDay(element.resolved.day))
        .line(words.owner, format.name(element.owner))
        .line(words.unit, format.name(element.unit))
        .line(words.support, format.names(element.support));
    }
    default:
      return hover;
  }
}

function person(hover: HoverBuilder, element: PersonFacts, analysis: Analysis, format: Formatter): HoverBuilder {
  hover
    .line(words.post, element.post?.text)
    .line(words.org, format.name(element.org))
    .line(words.phone, texts(format, element.phone))
    .line(words.email, texts(format, element.email));
  return personResponsibilities(hover, element, analysis, format);
}

function org(hover: HoverBuilder, element: OrgFacts, analysis: Analysis, format: Formatter): HoverBuilder {
  hover
    .line(words.in, format.name(element.in))
    .line(words.head, format.name(element.head))
    .line(words.alias, texts(format, element.alias))
    .line(words.contact, element.contact?.text);
  return unitResponsibilities(hover, element, analysis, format);
}

function taxonomy(hover: HoverBuilder, element: TaxonomyFacts, analysis: Analysis, format: Formatter): HoverBuilder {
  const { kind } = element;
  return hover
    .line(words.in, format.name(element.in))
    .line(words.date, element.date && formatDay(element.date.day))
    .line(
      words.projects,
      countOf(analysis, format, element, (project) => (kind === 'category' ? [project.category] : project[kind])),
    );
}

function texts(format: Formatter, values: readonly { readonly text: string }[]): string | undefined {
  return values.length === 0 ? undefined : format.list(values.map(({ text }) => text));
}

/** How many projects of the pool name something in a member, and how many of them are active. */
function countOf(
  analysis: Analysis,
  format: Formatter,
  element: PlanElement,
  refs: (project: ProjectFacts) => readonly (Ref | undefined)[],
): string | undefined {
  const { plan, status } = analysis;
  const found = poolAt(plan, status).filter((project) =>
    refs(project).some(
      (ref) => ref?.segments[0]?.text === element.name?.text && ref !== undefined && plan.resolve(ref) === element,
    ),
  );
  if (found.length === 0) return undefined;
  return format.say(words.active, {
    n: found.length,
    active: found.filter((project) => isActive(project, status)).length,
  });
}
