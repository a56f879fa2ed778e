/**
 * The fixed words of the language: those that a member chooses from, listed once in the order in which they are meant
 * to stand, and those that stand inside a statement. Types of the model are made from the lists.
 */
import { isKeyword, type Keyword, spelling } from './keywords.js';
import { type Bilingual, type Meaning, meaning, type Pair } from './shapes.js';

export interface Word extends Meaning {
  /** As a report prints it; in Chinese as it is written. */
  readonly label: string;
}

function word(label: string, means: Pair, example: Pair): Word {
  return { label, ...meaning(means, example) };
}

const weekday = (label: string, en: Keyword): Word =>
  word(label, ['A day of the week.', '一周中的一天。'], [`weekend ${en}`, `休息日 ${spelling(en, 'zh')}`]);

const month = (label: string, of: number): Word =>
  word(label, [`${label}, a calendar month.`, `${of}月，自然月。`], [`year-begins M${of}`, `年度起始 ${of}月`]);

const LISTS = {
  weekday: {
    monday: weekday('Monday', 'monday'),
    tuesday: weekday('Tuesday', 'tuesday'),
    wednesday: weekday('Wednesday', 'wednesday'),
    thursday: weekday('Thursday', 'thursday'),
    friday: weekday('Friday', 'friday'),
    saturday: weekday('Saturday', 'saturday'),
    sunday: weekday('Sunday', 'sunday'),
  },
  level: {
    national: word('National', ['Administered by the nation.', '由国家管理。'], ['level national', '级别 国家级']),
    province: word('Province', ['Administered by the province.', '由省管理。'], ['level province', '级别 省级']),
    city: word('City', ['Administered by the city.', '由市管理。'], ['level city', '级别 市级']),
    county: word('County', ['Administered by the county.', '由县（区）管理。'], ['level county', '级别 县级']),
  },
  priority: {
    top: word('Top priority', ['Of top priority.', '重中之重项目。'], ['priority top', '重要性 重中之重']),
    key: word('Key', ['A key project.', '重点项目。'], ['priority key', '重要性 重点']),
    ordinary: word('Ordinary', ['An ordinary project.', '一般项目。'], ['priority ordinary', '重要性 一般']),
  },
  /** In the order of a project's life. */
  stage: {
    reserve: word('Reserve', ['An idea in reserve.', '储备项目。'], ['stage reserve', '阶段 储备']),
    'owner-confirmed': word(
      'Owner confirmed',
      ['An owner has been found.', '业主已经确立。'],
      ['stage owner-confirmed', '阶段 业主确立'],
    ),
    preparation: word(
      'Preparation',
      ['Approvals are being obtained.', '正在办理前期手续。'],
      ['stage preparation', '阶段 前期'],
    ),
    ready: word(
      'Ready',
      ['Everything is there to begin; counts as active.', '具备开工条件；算作推进中项目。'],
      ['stage ready', '阶段 预备'],
    ),
    construction: word(
      'Construction',
      ['Being built; counts as active.', '正在建设；算作推进中项目。'],
      ['stage construction', '阶段 在建'],
    ),
    completed: word('Completed', ['Construction is finished.', '建设已经竣工。'], ['stage completed', '阶段 竣工']),
    operation: word('In operation', ['In operation.', '已经投产使用。'], ['stage operation', '阶段 投产']),
    suspended: word('Suspended', ['Work has stopped for now.', '暂时停工。'], ['stage suspended', '阶段 停工']),
    cancelled: word('Cancelled', ['Given up.', '已经终止。'], ['stage cancelled', '阶段 终止']),
  },
  dependency: {
    FS: word(
      'FS',
      ['Starts after the finish of the other. The default.', '对方完成后才能开始（默认）。'],
      ['after survey FS', '前置 勘察 FS'],
    ),
    SS: word(
      'SS',
      ['Starts after the start of the other.', '对方开始后才能开始。'],
      ['after survey SS', '前置 勘察 SS'],
    ),
    FF: word(
      'FF',
      ['Finishes after the finish of the other.', '对方完成后才能完成。'],
      ['after survey FF', '前置 勘察 FF'],
    ),
    SF: word(
      'SF',
      ['Finishes after the start of the other.', '对方开始后才能完成。'],
      ['after survey SF', '前置 勘察 SF'],
    ),
  },
  difficulty: {
    land: word('Land', ['Land is missing.', '用地问题。'], ['kind land', '类型 用地']),
    demolition: word(
      'Demolition and resettlement',
      ['Demolition and resettlement.', '征地拆迁问题。'],
      ['kind demolition', '类型 征地拆迁'],
    ),
    funding: word('Funding', ['Money is missing.', '资金问题。'], ['kind funding', '类型 资金']),
    approval: word('Approval', ['An approval is missing.', '审批受阻。'], ['kind approval', '类型 审批']),
    utilities: word(
      'Utilities',
      ['Water, power, roads and other utilities.', '水、电、路等要素保障问题。'],
      ['kind utilities', '类型 要素保障'],
    ),
    contract: word('Contract', ['A contract is in dispute or missing.', '合同问题。'], ['kind contract', '类型 合同']),
    design: word('Design', ['The design is late or wrong.', '设计问题。'], ['kind design', '类型 设计']),
    safety: word('Safety', ['Something is not safe.', '安全问题。'], ['kind safety', '类型 安全']),
    other: word('Other', ['Anything else.', '其他问题。'], ['kind other', '类型 其他']),
  },
  /** Who has to solve it, from below upwards. */
  escalation: {
    project: word(
      'Project',
      ['It is settled within the project.', '在项目内协调。'],
      ['escalated project', '协调层级 项目'],
    ),
    county: word('County', ['The county settles it.', '由县级协调。'], ['escalated county', '协调层级 县级']),
    city: word('City', ['The city settles it.', '由市级协调。'], ['escalated city', '协调层级 市级']),
    province: word('Province', ['The province settles it.', '由省级协调。'], ['escalated province', '协调层级 省级']),
  },
  /** From good to bad. */
  judgement: {
    normal: word('Normal', ['Nothing to remark.', '一切正常。'], ['quality normal', '质量 正常']),
    attention: word('Attention', ['Needs attention.', '需要关注。'], ['quality attention', '质量 关注']),
    problem: word(
      'Problem',
      ['There is a problem.', '存在异常。'],
      ['quality problem "cracks"', '质量 异常 "出现裂缝"'],
    ),
  },
  rhythm: {
    week: word('Weekly', ['Once a week.', '每周一次。'], ['every week', '每 周']),
    month: word('Monthly', ['Once a month.', '每月一次。'], ['every month', '每 月']),
    quarter: word('Quarterly', ['Once a quarter.', '每季度一次。'], ['every quarter', '每 季']),
  },
  baseline: {
    nodes: word(
      'By nodes',
      ['Against the stated nodes of the year.', '按年度计划的节点。'],
      ['baseline nodes', '序时 按节点'],
    ),
    daily: word(
      'Daily',
      ["Against the year's amount spread over the days.", '把年度计划按日均摊。'],
      ['baseline daily', '序时 逐日'],
    ),
    'half-monthly': word(
      'Half-monthly',
      ["Against the year's amount spread over half months.", '把年度计划按半月均摊。'],
      ['baseline half-monthly', '序时 逐半月'],
    ),
    monthly: word(
      'Monthly',
      ["Against the year's amount spread over the months.", '把年度计划按月均摊。'],
      ['baseline monthly', '序时 逐月'],
    ),
  },
  /** The first month of the plan year. */
  month: {
    M1: month('January', 1),
    M2: month('February', 2),
    M3: month('March', 3),
    M4: month('April', 4),
    M5: month('May', 5),
    M6: month('June', 6),
    M7: month('July', 7),
    M8: month('August', 8),
    M9: month('September', 9),
    M10: month('October', 10),
    M11: month('November', 11),
    M12: month('December', 12),
  },
  /** Days that are told by the status date. */
  moment: {
    'last-month': word(
      'End of last month',
      ['The last day of the month before the status date.', '截至日所在月的上一月的最后一天。'],
      ['sum(invested at last-month)', '求和(完成投资 于 上月末)'],
    ),
    'last-quarter': word(
      'End of last quarter',
      ['The last day of the quarter before the status date.', '截至日所在季度的上一季度的最后一天。'],
      ['count(light = red) at last-quarter', '项目数(亮灯 = 红) 于 上季末'],
    ),
    'last-year': word(
      'End of last year',
      ['The last day of the plan year before the status date.', '截至日所在年度的上一年度的最后一天。'],
      ['sum(invested at last-year)', '求和(完成投资 于 上年末)'],
    ),
    'year-ago': word(
      'A year ago',
      [
        'The day a year before the status date; of a month end, the end of that month.',
        '截至日的上一年同一天；截至日为月末的，取上年同月月末。',
      ],
      ['sum(invested) - sum(invested at year-ago)', '求和(完成投资) - 求和(完成投资 于 上年同期)'],
    ),
  },
  /** Who owes the half-year report. */
  reviewer: {
    unit: word(
      'The head of the responsible unit',
      ['The head of each responsible unit.', '各责任单位的负责人。'],
      ['reviews by unit', '述职 由 责任单位'],
    ),
    leader: word(
      'The leader',
      ['Each leader who answers for a project.', '各责任领导。'],
      ['reviews by leader', '述职 由 责任领导'],
    ),
  },
  /** The light that a reporter would give. */
  verdict: {
    red: word(
      'Red',
      ['In serious trouble, as the reporter sees it.', '报送人认为问题严重。'],
      ['judged red', '研判 红'],
    ),
    yellow: word(
      'Yellow',
      ['In some trouble, as the reporter sees it.', '报送人认为有问题。'],
      ['judged yellow', '研判 黄'],
    ),
    green: word('Green', ['In order, as the reporter sees it.', '报送人认为正常。'], ['judged green', '研判 绿']),
  },
  /** How the rows of a published breakdown lie to each other. */
  division: {
    partition: word(
      'Partition',
      ['No project is in two rows, and the rows add up to the whole.', '各行互不重叠，且合起来等于总数。'],
      ['expect per category partition { industry count 81 }', '核对 按 类别 互斥 { 产业 项目数 81 }'],
    ),
    overlap: word(
      'Overlap',
      ['A project may be in several rows.', '同一项目可以出现在几行中。'],
      ['expect per tag overlap { green count 12 }', '核对 按 标签 可重叠 { 绿色 项目数 12 }'],
    ),
  },
} as const satisfies Readonly<Record<string, { readonly [K in Keyword]?: Word }>>;

export type WordList = keyof typeof LISTS;
/** The words of a list, by their English spelling. */
export type WordOf<L extends WordList> = keyof (typeof LISTS)[L] & Keyword;

/** Words inside a statement that choose nothing. */
const CONNECTIVES = {
  '..': meaning(
    ['From the first to the last, both included.', '从前者到后者，含首尾。'],
    ['period 2026-02 .. 2027-12', '建设期限 2026年2月 至 2027年12月'],
  ),
  every: meaning(['Introduces a rhythm.', '引出频度。'], ['meetings every 1w', '例会 每 1周']),
  on: meaning(
    [
      'Since which day a stage holds, or as of which day a progress was measured.',
      '阶段自哪一天起，或进度截至哪一天。',
    ],
    ['stage ready on 2026-01-05', '阶段 预备 于 2026年1月5日'],
  ),
  at: meaning(
    ['The value as of that day: what happened later is left out.', '该日当时的值：此后发生的不计。'],
    ['sum(invested at last-month)', '求和(完成投资 于 上月末)'],
  ),
  from: meaning(
    ['The deadline that held before.', '调整前的期限。'],
    ['revised 2026-04-20 from 2026-04-30', '调整 2026年4月20日 原期限 2026年4月30日'],
  ),
  by: meaning(
    ['Who allowed the change.', '谁批准了调整。'],
    ['revised 2026-04-20 by LiSi', '调整 2026年4月20日 批准 李四'],
  ),
  or: meaning(
    ['At least one of the conditions holds.', '至少一个条件成立。'],
    ['stage = ready or stage = construction', '阶段 = 预备 或 阶段 = 在建'],
  ),
  and: meaning(
    ['Both conditions hold.', '两个条件都成立。'],
    ['level = city and light = red', '级别 = 市级 且 亮灯 = 红'],
  ),
  not: meaning(['The condition does not hold.', '条件不成立。'], ['not light = green', '非 亮灯 = 绿']),
  in: meaning(['Is it, or lies below it.', '等于它，或在它之下。'], ['category in transport', '类别 属于 交通']),
  none: meaning(['The missing value.', '没有值。'], ['leader = none', '责任领导 = 无']),
  desc: meaning(['From the greatest to the least.', '从大到小。'], ['sort total desc', '排序 总投资 降序']),
  when: meaning(
    ['Introduces the condition of a light.', '引出亮灯的条件。'],
    ['red when days-late > 30d', '红 当 逾期天数 > 30天'],
  ),
  yellow: meaning(['Yellow lights.', '黄灯。'], ['escalate yellow consecutive 2', '升级 黄 连续 2']),
  consecutive: meaning(
    ['How many periods running.', '连续多少期。'],
    ['escalate yellow consecutive 2', '升级 黄 连续 2'],
  ),
  for: meaning(
    ['For which projects it is required.', '对哪些项目要求。'],
    ['require fund for priority = top', '必备 工作经费 对 重要性 = 重中之重'],
  ),
  per: meaning(
    ['A published breakdown by the values of a field.', '按某个字段公布的分项数字。'],
    ['expect per category partition { industry count 81 }', '核对 按 类别 互斥 { 产业 项目数 81 }'],
  ),
} as const satisfies { readonly [K in Keyword]?: Meaning };

/** Where a connective says something else than anywhere else: by the member that it stands in. */
const CONNECTIVES_IN: ReadonlyMap<Keyword, { readonly [K in Keyword]?: Meaning }> = new Map([
  [
    'reviews',
    {
      by: meaning(['Who owes the half-year report.', '由谁提交半年述职。'], ['reviews by leader', '述职 由 责任领导']),
    },
  ],
  [
    'group',
    {
      by: meaning(
        ['The field whose values become the columns of a cross table.', '交叉表中横向展开成列的字段。'],
        ['group area by category', '分组 地区 按 类别'],
      ),
    },
  ],
]);

/** What a connective says inside of a member, where it says something else there than anywhere else. */
export function connectiveIn(member: Keyword, keyword: Keyword): Meaning | undefined {
  return CONNECTIVES_IN.get(member)?.[keyword];
}

type Connective = keyof typeof CONNECTIVES;
/** Every word that is fixed somewhere. */
export type FixedWord = Connective | { [L in WordList]: WordOf<L> }[WordList];

/** The words of a list in their order. */
export function wordsOf<L extends WordList>(list: L): readonly WordOf<L>[] {
  return Object.keys(LISTS[list])
    .filter(isKeyword)
    .filter((word) => isWordOf(list, word));
}

export function isWordOf<L extends WordList>(list: L, word: Keyword | undefined): word is WordOf<L> {
  return word !== undefined && Object.hasOwn(LISTS[list], word);
}

export const WORD_LISTS: readonly WordList[] = Object.keys(LISTS).filter(isWordList);

function isWordList(name: string): name is WordList {
  return Object.hasOwn(LISTS, name);
}

const PLAIN: Readonly<Record<WordList, { readonly [K in Keyword]?: Word }>> = LISTS;

/** What a word of a list means, and how reports print it. */
export function wordIn(list: WordList, word: Keyword): Word | undefined {
  return PLAIN[list][word];
}

/** As reports print the words of a list. */
export function wordLabels<L extends WordList>(list: L): Readonly<Record<WordOf<L>, Bilingual>> {
  const labels = wordsOf(list).map((word) => [word, { en: wordIn(list, word)?.label, zh: spelling(word, 'zh') }]);
  return Object.fromEntries(labels);
}

const PLAIN_CONNECTIVES: { readonly [K in Keyword]?: Meaning } = CONNECTIVES;

/** What a word inside a statement means that chooses nothing. */
export function connective(word: Keyword): Meaning | undefined {
  return PLAIN_CONNECTIVES[word];
}
