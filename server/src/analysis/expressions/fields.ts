/**
 * The one table of a project's fields: both spellings, type, title, and where the value comes from. Type checking,
 * evaluation, completion, hover, columns of views and the documentation are made from it. Words and definitions: the
 * plan language reference, 'Fields of a project in expressions'.
 */
import { spelling } from '../../../../grammar/keywords.js';
import { type BlockName, type LabelledMember, labelOf } from '../../../../grammar/members.js';
import type { Day } from '../../model/day.js';
import type { DateFact, DayFact, EntityKind, ProjectFacts, Ref, Text } from '../../model/facts.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import type { MoneyValue } from '../../model/money.js';
import { type Rational, whole } from '../../model/rational.js';
import type { Analysis } from '../analysis.js';
import type { Elapsed } from '../metrics/elapsed.js';
import { exactFigure, type Figure, moneyFigure } from '../metrics/figure.js';
import type { ProjectMetrics } from '../metrics/project-metrics.js';
import { asOf, lastStated, stageAt } from '../state.js';
import type { ChoiceName } from './fixed-words.js';
import { elapsedSpan } from './time-span.js';
import { type NamedEntity, NONE, SETTLED, type Value, type ValueType } from './values.js';

export interface Field {
  /** The English spelling, which is its name everywhere inside and in JSON. */
  readonly name: string;
  readonly zh: string;
  readonly type: ValueType;
  /** As the head of a column has it. */
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly value: (project: ProjectFacts, analysis: Analysis) => Value;
}

type Words = readonly [name: string, zh: string, title: string, about: Bilingual];

/** Of a field that a member states: called as the member is. */
function memberWords<B extends BlockName>(block: B, keyword: LabelledMember<B>, about: Bilingual): Words {
  return [keyword, spelling(keyword, 'zh'), labelOf(block, keyword).en, about];
}

function field(
  [name, zh, title, about]: Words,
  type: ValueType,
  value: (project: ProjectFacts, analysis: Analysis) => Value,
): Field {
  return { name, zh, type, title: { en: title, zh }, about, value };
}

function stated(words: Words, of: (project: ProjectFacts) => Text | undefined): Field {
  return field(words, { name: 'text' }, (project) => {
    const text = of(project);
    return text === undefined ? NONE : { type: 'text', text: text.text };
  });
}

function one(words: Words, kind: EntityKind, of: (project: ProjectFacts) => Ref | undefined): Field {
  return field(words, { name: 'ref', kind }, (project) => {
    const ref = of(project);
    return ref === undefined ? NONE : { type: 'ref', thing: named(kind, ref) };
  });
}

function several(words: Words, kind: EntityKind, of: (project: ProjectFacts) => readonly Ref[]): Field {
  return field(words, { name: 'refs', kind }, (project) => {
    const refs = of(project);
    // A list that nobody stated is the empty one.
    return refs.length === 0 ? SETTLED : { type: 'refs', things: refs.map((ref) => named(kind, ref)) };
  });
}

function named(kind: EntityKind, ref: Ref): NamedEntity {
  return { kind, name: ref.segments.map(({ text }) => text).join('.'), ref };
}

function choice(
  words: Words,
  choice: ChoiceName,
  of: (project: ProjectFacts, status: Day) => string | undefined,
): Field {
  return field(words, { name: 'choice', choice }, (project, analysis) => {
    const word = of(project, analysis.status);
    return word === undefined ? NONE : { type: 'choice', choice, word };
  });
}

function money(words: Words, of: (metrics: ProjectMetrics) => MoneyValue | Figure | undefined): Field {
  return field(words, { name: 'money' }, (project, analysis) => {
    const value = of(analysis.metrics(project));
    if (value === undefined) return NONE;
    return { type: 'money', figure: 'amount' in value ? moneyFigure(value) : value };
  });
}

/** `settled`: where there is no value, whether that is because there is nothing that it could tell. */
type Settled = (metrics: ProjectMetrics) => boolean;
const lacking: Settled = () => false;

function percent(
  words: Words,
  of: (metrics: ProjectMetrics) => Rational | Figure | undefined,
  settled: Settled = lacking,
): Field {
  return field(words, { name: 'percent' }, (project, analysis) => {
    const metrics = analysis.metrics(project);
    const value = of(metrics);
    if (value === undefined) return settled(metrics) ? SETTLED : NONE;
    return { type: 'percent', figure: 'value' in value ? value : exactFigure(value) };
  });
}

/** A deadline or an end is the last day of what was stated, a start the first. */
function date(
  words: Words,
  of: (project: ProjectFacts, analysis: Analysis) => DateFact | DayFact | Day | undefined,
  end: 'first' | 'last' = 'last',
): Field {
  return field(words, { name: 'date' }, (project, analysis) => {
    const found = of(project, analysis);
    if (found === undefined) return NONE;
    if (typeof found === 'number') return { type: 'date', first: found, last: found };
    if ('day' in found) return { type: 'date', first: found.day, last: found.day };
    const day = found.period[end];
    return { type: 'date', first: day, last: day, period: found.period };
  });
}

function duration(
  words: Words,
  of: (metrics: ProjectMetrics) => Elapsed | undefined,
  settled: Settled = lacking,
): Field {
  return field(words, { name: 'duration' }, (project, analysis) => {
    const metrics = analysis.metrics(project);
    const value = of(metrics);
    if (value === undefined) return settled(metrics) ? SETTLED : NONE;
    return { type: 'duration', span: elapsedSpan(value) };
  });
}

function count(words: Words, of: (metrics: ProjectMetrics) => number): Field {
  return field(words, { name: 'number' }, (project, analysis) => ({
    type: 'number',
    figure: exactFigure(whole(of(analysis.metrics(project)))),
  }));
}

const about = (en: string, zh: string): Bilingual => ({ en, zh });

export const FIELDS: readonly Field[] = [
  // what it is
  field(
    ['id', '编号', 'No.', about('the name it is declared under', '声明时的名称')],
    { name: 'ref', kind: 'project' },
    (project) => ({
      type: 'ref',
      thing: { kind: 'project', name: project.name.text },
    }),
  ),
  stated(
    ['title', '名称', 'Project', about('what it is called', '项目全称')],
    (project) => project.title ?? { ...project.name, markdown: false },
  ),
  one(
    memberWords('project', 'category', about('`in` includes what lies below', '“属于”含下级类别')),
    'category',
    (project) => project.category,
  ),
  choice(
    memberWords('project', 'level', about('who administers it', '由哪一级管理')),
    'level',
    (project) => project.level?.value,
  ),
  several(
    memberWords('project', 'area', about('`in` includes what lies below', '“属于”含下级地区')),
    'area',
    (project) => project.area,
  ),
  choice(
    memberWords('project', 'stage', about('the last stage not after the status date', '截至日当日所处阶段')),
    'stage',
    stageAt,
  ),
  choice(
    memberWords('project', 'priority', about('how important it is', '重要程度')),
    'priority',
    (project) => project.priority?.value,
  ),
  several(
    memberWords('project', 'batch', about('the batches it was put into the pool with', '列入项目库的批次')),
    'batch',
    (project) => project.batch,
  ),
  several(
    memberWords('project', 'tag', about('`in` includes what lies below', '“属于”含下级标签')),
    'tag',
    (project) => project.tag,
  ),
  one(
    memberWords('project', 'parent', about('the package that it is a part of', '所属的上级项目')),
    'project',
    (project) => project.parent,
  ),

  // who answers for it
  one(
    memberWords('project', 'leader', about('the one leader who answers for it', '负总责的领导')),
    'person',
    (project) => project.leader,
  ),
  one(
    memberWords('project', 'unit', about('the one organisation that answers for it', '负责的单位')),
    'org',
    (project) => project.unit,
  ),
  one(
    memberWords('project', 'owner', about('the one person who does it', '具体负责人')),
    'person',
    (project) => project.owner,
  ),
  several(
    memberWords('project', 'support', about('the organisations that help', '协助的单位')),
    'org',
    (project) => project.support,
  ),
  one(
    memberWords('project', 'supervisor', about('the person who follows up', '跟踪督办的人')),
    'person',
    (project) => project.supervisor,
  ),
  field(
    memberWords('project', 'team', about('the working team', '工作班子')),
    { name: 'refs', kind: 'person' },
    ({ team }) =>
      team === undefined
        ? NONE
        : {
            type: 'refs',
            things: team.members.map((ref) => named('person', ref)),
            ...(team.text === undefined ? {} : { text: team.text.text }),
          },
  ),
  field(
    memberWords('project', 'target', about('what the plan year has to reach, in words', '计划年度要达到的目标')),
    { name: 'text' },
    ({ targets }, { year }) => {
      const target = targets.find((each) => each.year === year);
      return target === undefined ? NONE : { type: 'text', text: target.text.text };
    },
  ),
  stated(
    memberWords('project', 'scheme', about('path or address of the plan document', '方案文件的路径或地址')),
    (project) => project.scheme,
  ),
  field(
    memberWords('project', 'fund', about('the funds for preparing it', '前期工作经费')),
    { name: 'money' },
    ({ fund }) => (fund === undefined ? NONE : { type: 'money', figure: moneyFigure(fund.value) }),
  ),

  // money
  money(['total', '总投资', 'Total investment', about('the investment in all', '投资总额')], (of) => of.total),
  money(['plan', '年度计划', 'Plan of the year', about("the plan year's amount", '计划年度的投资额')], (of) => of.plan),
  money(
    memberWords(
      'report',
      'invested',
      about('done this year, by the latest report', '本年累计完成，以最近一次进展为准'),
    ),
    (of) => of.invested,
  ),
  money(
    [
      'planned-to-date',
      '序时计划',
      'Planned to date',
      about('what the plan asks for up to and with the status date', '到截至日（当天计入）按计划应完成的投资'),
    ],
    (of) => of.plannedToDate,
  ),
  money(
    memberWords('report', 'received', about('this year, by the latest report', '本年累计到位')),
    (of) => of.received,
  ),
  money(memberWords('report', 'paid', about('this year, by the latest report', '本年累计支付')), (of) => of.paid),

  // how far
  percent(
    ['completion', '完成率', 'Completion', about('invested ÷ plan of the year', '完成投资 ÷ 年度计划')],
    (of) => of.completion,
    (of) => of.plan?.amount === 0n,
  ),
  percent(
    memberWords(
      'report',
      'progress',
      about('physical progress: reported, else added up from the items', '形象进度：以进展所报为准，未报则按任务加权'),
    ),
    (of) => of.progress,
  ),
  percent(
    [
      'planned-progress',
      '计划进度',
      'Planned progress',
      about(
        "where the plan's dates have it by the status date, that day counted",
        '按计划日期到截至日（当天计入）应达到的进度',
      ),
    ],
    (of) => of.plannedProgress,
  ),
  percent(
    [
      'progress-behind',
      '进度滞后',
      'Progress behind',
      about('planned − actual progress, in percentage points', '计划进度 − 进度，百分点'),
    ],
    (of) => of.progressBehind,
  ),
  percent(
    [
      'investment-behind',
      '投资滞后',
      'Investment behind',
      about('what is missing of the planned-to-date investment', '比序时计划少完成的比例'),
    ],
    (of) => of.investmentBehind,
    (of) => of.plannedToDate?.value.n === 0n,
  ),

  // when
  date(
    ['planned-start', '计划开工', 'Planned start', about('first day of `period`', '建设期限的第一天')],
    (project) => project.period?.from,
    'first',
  ),
  date(
    ['planned-finish', '计划竣工', 'Planned finish', about('last day of `period`', '建设期限的最后一天')],
    (project) => project.period?.to,
  ),
  date(
    memberWords('project', 'actual-start', about('when construction began', '实际开工日期')),
    (project, { status }) => asOf(project.actualStart, status),
  ),
  date(
    memberWords('project', 'actual-finish', about('when construction ended', '实际竣工日期')),
    (project, { status }) => asOf(project.actualFinish, status),
  ),
  date(
    [
      'due',
      '期限',
      'Next deadline',
      about(
        'the open deadline that comes first; the planned completion where no item has one',
        '最近一个未完成节点的期限；没有的，为计划竣工',
      ),
    ],
    (project, analysis) => analysis.metrics(project).due,
  ),
  date(
    [
      'forecast',
      '预计完成',
      'Forecast',
      about(
        'when it ends, as it looks now: its last item, but not before its planned completion',
        '按现状推算的完成日期：最后一项完成之日，且不早于计划竣工',
      ),
    ],
    (project, analysis) => analysis.metrics(project).forecast,
  ),
  duration(
    [
      'start-late',
      '开工滞后',
      'Start late',
      about('time since its planned start, while it has not begun', '应开工而未开工的时间'),
    ],
    (of) => of.startLate,
    (of) => of.hasStarted,
  ),
  duration(
    [
      'days-late',
      '最大逾期天数',
      'Days late incl. forecast',
      about(
        'the worst of what is overdue and what is forecast to be late: deadlines of items, planned start and completion',
        '已逾期和预计逾期中最长的天数：节点期限、计划开工和计划竣工',
      ),
    ],
    (of) => of.daysLate,
  ),
  duration(
    [
      'days-overdue',
      '已逾期天数',
      'Days overdue',
      about(
        'the worst of what is overdue at the status date: deadlines of items, planned start and completion',
        '截至日已经逾期的最长天数：节点期限、计划开工和计划竣工',
      ),
    ],
    (of) => of.daysOverdue,
  ),
  duration(
    ['slack', '机动时间', 'Slack', about('how long it may slip before a deadline is missed', '不误期限还可拖延的天数')],
    (of) => of.slack,
    (of) => of.leaves.length > 0 && of.openLeaves.length === 0,
  ),
  duration(
    ['report-age', '未报天数', 'Report age', about('time since the latest report', '距最近一次进展的天数')],
    (of) => of.reportAge,
  ),

  // how many
  count(
    ['issues', '未解决问题', 'Open issues', about('issues not resolved', '尚未解决的问题数')],
    (of) => of.openIssues.length,
  ),
  count(
    [
      'overdue-issues',
      '逾期问题',
      'Overdue issues',
      about('open issues past their deadline', '过了期限仍未解决的问题数'),
    ],
    (of) => of.overdueIssues.length,
  ),
  count(
    ['overdue', '逾期节点', 'Overdue items', about('open deadlines that have passed', '过了期限仍未完成的节点数')],
    (of) => of.overdue.length,
  ),
  count(
    ['revisions', '调整次数', 'Revisions', about('how often its deadlines were moved', '期限调整的次数')],
    (of) => of.revisions,
  ),

  // in one word
  field(
    ['light', '亮灯', 'Light', about("the worst of its policy's lights", '各项亮灯中最差的一个')],
    { name: 'light' },
    (project, analysis) => ({
      type: 'light',
      light: analysis.light(project).light,
    }),
  ),
  field(
    memberWords(
      'report',
      'judged',
      about("the reporter's own judgement: red, yellow or green", '报送人自己的研判：红、黄、绿'),
    ),
    { name: 'light' },
    (project, { status }) => {
      const judged = lastStated(project, status, (report) => report.judged)?.fact.value;
      return judged === undefined ? NONE : { type: 'light', light: judged };
    },
  ),
  field(
    ['next', '下一节点', 'Next item', about('the item whose deadline comes first', '期限最近的未完成节点')],
    { name: 'ref', kind: 'item' },
    (project, analysis) => {
      const item = analysis.metrics(project).nextDeadline?.item;
      return item === undefined
        ? NONE
        : { type: 'ref', thing: { kind: 'item', name: item.id.slice(project.id.length + 1) } };
    },
  ),
];

const BY_SPELLING: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => [
    [field.name, field],
    [field.zh, field],
  ]),
);

/** The field that `text` spells in either language. */
export function fieldOf(text: string): Field | undefined {
  return BY_SPELLING.get(text);
}

/** How a field is written in a language. */
export function spellField(field: Field, lang: Lang): string {
  return lang === 'en' ? field.name : field.zh;
}
