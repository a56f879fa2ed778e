/** What issues, meetings, decisions, reports and the frame state, taken apart. */
import type {
  DecisionFacts,
  FundsFact,
  IssueFacts,
  JudgementFact,
  MeetingFacts,
  MoneyFact,
  OrgFacts,
  PersonFacts,
  ReportFacts,
  ReviewFacts,
  TaxonomyFacts,
  VerdictFact,
} from '../../model/facts.js';
import { revisions } from './project-statements.js';
import { stated } from './stated-value.js';
import {
  choice,
  datedTexts,
  day,
  ownValues,
  ref,
  refs,
  type Statement,
  statement,
  type Table,
  text,
  texts,
} from './statements.js';

const OWN = { id: null, name: null, at: null, keywordAt: null, stated: null } as const;

const ISSUE_TOPIC = { topic: 'issues', block: 'issue' } as const;
const ISSUE_PEOPLE = { topic: 'people', block: 'issue' } as const;

export const ISSUE: Table<IssueFacts> = {
  ...OWN,
  kind: null,
  doc: null,
  title: null,
  due: null,
  type: choice('kind', ISSUE_TOPIC),
  evidence: texts('evidence', ISSUE_TOPIC),
  cause: text('cause', ISSUE_TOPIC),
  proposal: text('proposal', ISSUE_TOPIC),
  raised: day('raised', { ...ISSUE_TOPIC, nature: 'fact' }),
  resolved: day('resolved', { ...ISSUE_TOPIC, nature: 'fact' }),
  owner: ref('owner', ISSUE_PEOPLE),
  unit: ref('unit', ISSUE_PEOPLE),
  leader: ref('leader', ISSUE_PEOPLE),
  support: refs('support', ISSUE_PEOPLE),
  revised: (facts, side) => revisions(facts, side, 'issue'),
  about: refs('about', ISSUE_TOPIC),
  escalated: choice('escalated', ISSUE_TOPIC),
  blocks: refs('blocks', ISSUE_TOPIC),
  tried: datedTexts('tried', ISSUE_TOPIC),
  fields: (facts) => ownValues(facts, ISSUE_TOPIC),
};

const MEETING_TOPIC = { topic: 'decisions', block: 'meeting' } as const;

export const MEETING: Table<MeetingFacts> = {
  ...OWN,
  kind: null,
  doc: null,
  title: null,
  date: day('date', MEETING_TOPIC),
  level: choice('level', MEETING_TOPIC),
  place: text('place', MEETING_TOPIC),
  chair: ref('chair', MEETING_TOPIC),
  attend: refs('attend', MEETING_TOPIC),
  absent: refs('absent', MEETING_TOPIC),
  recorder: ref('recorder', MEETING_TOPIC),
  text: text('text', MEETING_TOPIC),
  agenda: refs('agenda', MEETING_TOPIC),
  decisions: null,
  issues: null,
};

const DECISION_TOPIC = { topic: 'decisions', block: 'decision' } as const;
const DECISION_PEOPLE = { topic: 'people', block: 'decision' } as const;

export const DECISION: Table<DecisionFacts> = {
  ...OWN,
  text: null,
  due: null,
  about: refs('about', DECISION_TOPIC),
  unit: ref('unit', DECISION_PEOPLE),
  owner: ref('owner', DECISION_PEOPLE),
  support: refs('support', DECISION_PEOPLE),
  supervisor: ref('supervisor', DECISION_PEOPLE),
  number: text('number', DECISION_TOPIC),
  revised: (facts, side) => revisions(facts, side, 'decision'),
  done: day('done', { ...DECISION_TOPIC, nature: 'fact' }),
  evidence: texts('evidence', DECISION_TOPIC),
  feedback: datedTexts('feedback', DECISION_TOPIC),
};

const REPORTED = { topic: 'reports', block: 'report', nature: 'fact' } as const;

const amount =
  (member: 'invested' | 'received' | 'paid') =>
  ({ value, at }: MoneyFact): readonly Statement[] => [statement(member, REPORTED, { value: stated.money(value), at })];

const amounts =
  (member: 'received' | 'paid') =>
  (facts: readonly FundsFact[]): readonly Statement[] =>
    facts.map(({ source, value, at }) =>
      statement(member, REPORTED, {
        key: source.text,
        of: stated.text(source.text),
        value: stated.money(value.value),
        at,
      }),
    );

const judgement =
  (member: 'quality' | 'safety' | 'integrity' | 'judged') =>
  ({ value, text: why, at }: JudgementFact | VerdictFact): readonly Statement[] => [
    statement(member, REPORTED, { value: stated.several([stated.word(value), why && stated.text(why.text)]), at }),
  ];

export const REPORT: Table<ReportFacts> = {
  day: null,
  at: null,
  invested: amount('invested'),
  received: amount('received'),
  paid: amount('paid'),
  receivedFrom: amounts('received'),
  paidFrom: amounts('paid'),
  progress: ({ value, text: why, at }) => [
    statement('progress', REPORTED, {
      value: stated.several([stated.percent(value), why && stated.text(why.text)]),
      at,
    }),
  ],
  judged: judgement('judged'),
  quality: judgement('quality'),
  safety: judgement('safety'),
  integrity: judgement('integrity'),
  text: text('text', REPORTED),
  next: text('next', REPORTED),
  reporter: ref('reporter', REPORTED),
};

const REVIEWED = { topic: 'reports', block: 'review' } as const;

export const REVIEW: Table<ReviewFacts> = {
  at: null,
  half: null,
  reporter: ref('reporter', REVIEWED),
  date: day('date', REVIEWED),
  text: text('text', REVIEWED),
};

const ORG_TOPIC = { topic: 'people', block: 'org' } as const;

export const ORG: Table<OrgFacts> = {
  ...OWN,
  kind: null,
  doc: null,
  title: null,
  in: ref('in', ORG_TOPIC),
  head: ref('head', ORG_TOPIC),
  alias: texts('alias', ORG_TOPIC),
  contact: text('contact', ORG_TOPIC),
  reviews: null,
};

const PERSON_TOPIC = { topic: 'people', block: 'person' } as const;

export const PERSON: Table<PersonFacts> = {
  ...OWN,
  kind: null,
  doc: null,
  title: null,
  org: ref('org', PERSON_TOPIC),
  post: text('title', PERSON_TOPIC),
  phone: texts('phone', PERSON_TOPIC),
  email: texts('email', PERSON_TOPIC),
};

const FRAME = { topic: 'other', block: 'taxonomy' } as const;

export const TAXONOMY: Table<TaxonomyFacts> = {
  ...OWN,
  kind: null,
  doc: null,
  title: null,
  in: ref('in', FRAME),
  date: day('date', FRAME),
};
