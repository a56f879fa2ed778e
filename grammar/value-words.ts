/** What values of each shape are, in words, for the reference of the language and for hover. */
import type { Bilingual, EntityKind, Pair, Shape, Value } from './shapes.js';

/** What a reference leads to, in words. */
const ENTITIES: Readonly<Record<EntityKind, Pair>> = {
  item: ['milestone, task or approval', '节点、任务或审批'],
  portfolio: ['portfolio', '项目库'],
  calendar: ['calendar', '日历'],
  policy: ['policy', '规则'],
  org: ['organisation', '单位'],
  person: ['person', '人员'],
  category: ['category', '类别'],
  area: ['area', '地区'],
  batch: ['batch', '批次'],
  tag: ['tag', '标签'],
  project: ['project', '项目'],
  issue: ['issue', '问题'],
  meeting: ['meeting', '会议'],
  view: ['view', '视图'],
  field: ['own field', '自定字段'],
};

const SHAPES: Readonly<Record<Exclude<Shape, 'ref' | 'refs' | 'choice'>, Pair>> = {
  date: [
    'a date as fine as the promise: day, ten days, month, quarter, half year or year',
    '日期，承诺到多细就写多细：日、旬、月、季度、半年或年',
  ],
  day: ['a day', '某一天'],
  year: ['a year', '年份'],
  'half-year': ['a half year', '半年'],
  span: ['a span: two dates of any kind, both included', '起止日期，含首尾'],
  duration: ['a duration: days, working days, weeks, months or years', '时长：天、工作日、周、月或年'],
  money: ['an amount of money', '金额'],
  percent: ['a percent', '百分比'],
  count: ['a whole number', '整数'],
  'percent-text': ['a percent; a text', '百分比；可附说明'],
  text: ['a text in quotes', '引号里的文字'],
  texts: ['texts in quotes', '引号里的文字，可写多个'],
  name: ['a name', '名称'],
  judgement: ['one of the words below; a text', '下列词语之一；可附说明'],
  'dated-text': ['a day and a text', '日期和文字'],
  'day-and-text': ['a day; a text', '日期；可附说明'],
  'year-and-text': ['a year and a text', '年度；文字'],
  rhythm: ['`every` and a duration', '`每`和时长'],
  'owed-by': ['`by` and one of the words below', '`由`和下列词语之一'],
  funds: ['the name of a source, where it is of one; an amount of money', '来源名称（指某一来源时）；金额'],
  weekdays: ['days of the week, or `none`', '星期几，可写多个；或`无`'],
  days: ['a day or a span; a text', '某一天或起止日期；可附说明'],
  stage: ['one of the words below; `on` and a day', '下列词语之一；可附`于`和日期'],
  team: ['a text; people in braces', '名称；花括号里写成员'],
  source: ['a name and an amount of money', '名称和金额'],
  'dated-progress': ['a percent; `on` and a day; a text', '百分比；可附`于`和日期；可附说明'],
  suspension: ['a span, whose end may be open; a text', '起止日期，止日可不写；可附说明'],
  revision: [
    'the day of the change; `from` and the deadline before; `by` and a person; a text',
    '调整日期；`原期限`和原来的期限；`批准`和人员；可附原因',
  ],
  dependencies: ['items, each with its kind of dependency and a lag or lead', '节点、任务或审批，可各附依赖类型和间隔'],
  condition: ['a condition', '条件'],
  groups: ['fields; `by` and one more field for a cross table', '字段，可写多个；交叉表再加`按`和一个字段'],
  'sort-keys': ['fields, each with `desc` or not', '字段，可写多个，可附`降序`'],
  expressions: ['expressions, each with a title or without', '表达式，可写多个，各可附标题'],
  'no-rows': ['`none`', '`无`'],
  ranking: ['an expression; `desc` for the greatest first', '表达式；从大到小的，后加`降序`'],
  moment: ['a day, or one of the words below', '日期，或下列词语之一'],
  'light-condition': ['`when` and a condition', '`当`和条件'],
  escalation: ['`yellow consecutive` and a number of periods', '`黄 连续`和期数'],
  requirement: ['members; `for` and a condition', '须写明的内容；可附`对`和条件'],
  expectation: [
    'a condition over all projects, or `per` with a field and its rows',
    '关于全部项目的条件；或`按`加字段和各行数字',
  ],
  names: ['names', '名称，可写多个'],
  holders: ['`project`, `item` or `issue`', '`项目`、`事项`、`问题`，可写多个'],
  'own-value': ['the name of an own field and its value', '自定字段的名称和它的值'],
  block: ['a block with members of its own', '一块内容，见其专页'],
};

/** What the value of a member is. `same` is what the member itself stands in. */
export function valueWords(value: Value): Bilingual {
  switch (value.shape) {
    case 'ref':
    case 'refs':
      return referenceWords(value.to, value.shape === 'refs');
    case 'choice':
      return { en: 'one of the words below', zh: '下列词语之一' };
    default: {
      const [en, zh] = SHAPES[value.shape];
      return { en, zh };
    }
  }
}

function referenceWords(to: readonly EntityKind[] | 'same', several: boolean): Bilingual {
  const [en, zh] =
    to === 'same'
      ? ['one of the same kind', '同类条目']
      : [to.map((kind) => withArticle(ENTITIES[kind][0])).join(' or '), to.map((kind) => ENTITIES[kind][1]).join('或')];
  return several
    ? { en: `names, separated by commas: each of ${en}`, zh: `${zh}的名称，可写多个` }
    : { en: `the name of ${en}`, zh: `${zh}的名称` };
}

const withArticle = (word: string): string => `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
