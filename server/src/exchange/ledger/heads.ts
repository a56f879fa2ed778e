/** What the heads of columns mean, in the words that offices use. One table; a new synonym is one word in it. */
import type { FieldName } from './fields.js';

/** As `normalHead` leaves them: without blanks, brackets and signs, in lower case. */
const WORDS: readonly (readonly [FieldName, string])[] = [
  ['sequence', '序号 序 编列序 号 no. no # s/n sn'],
  ['id', '编号 项目编号 项目代码 代码 项目编码 编码 投资项目代码 id projectid code projectcode ref projectref'],
  [
    'name',
    '项目名称 名称 项目 工程名称 建设项目 建设项目名称 重点项目名称 项目名 项目名称简体 project projectname name projecttitle title',
  ],
  ['alias', '简称 项目简称 曾用名 又名 项目名称原文 alias shortname formername alsoknownas'],
  [
    'category',
    '类别 项目类别 大类 行业 行业分类 所属行业 行业类别 分类 产业分类 产业类别 所属产业 体系 领域 项目分类 category type sector industry class',
  ],
  ['subcategory', '小类 子类 细分行业 二级分类 subcategory subsector'],
  [
    'area',
    '地区 所属地区 所属地域 县区 县市区 区县 所在县区 所在地区 属地 所在地 辖区 区域 行政区划 县 area region district county',
  ],
  ['batch', '批次 项目批次 batch tranche'],
  ['tag', '标签 tag tags label labels'],
  ['level', '级别 项目级别 项目层级 管理级别 层级 level'],
  ['priority', '重要性 重要程度 优先级 priority importance'],
  ['top', '是否重中之重 是否重中之重项目 重中之重'],
  ['provincial', '是否省属重点项目 是否省重点 是否省重点项目 是否省级重点项目'],
  ['stage', '阶段 项目阶段 建设阶段 建设性质 项目状态 建设状态 状态 备注状态 项目进展阶段 stage phase'],
  ['stage-day', '阶段日期 阶段时间 stagedate stagesince'],
  ['admitted', '调入日期 调入时间 入库日期 入库时间 admitted admittedon'],
  ['removed', '调出日期 调出时间 出库日期 出库时间 removed removedon'],
  ['admitted-text', '调入说明 调入原因 admittedwhy'],
  ['removed-text', '调出说明 调出原因 removedwhy'],
  [
    'period',
    '建设期限 建设年限 建设起止年限 建设起止时间 建设起止年月 起止年限 起止时间 建设工期 建设周期 建设时间 建设期 period constructionperiod',
  ],
  [
    'period-start',
    '开工日期 开工时间 开工年月 计划开工 计划开工时间 计划开工日期 拟开工时间 拟开工日期 预计开工 预计开工时间 拟开工 开始时间 startonsite plannedstart start startdate plannedstartdate',
  ],
  [
    'period-end',
    '竣工日期 竣工时间 计划竣工 计划竣工时间 计划竣工日期 计划完工时间 预计竣工 预计竣工时间 预计建成 预计建成时间 预计完工 预计完工时间 计划完工 拟竣工时间 计划建成时间 建成时间 完工时间 完成时限 完成时间 结束时间 计划投产时间 plannedfinish finish finishdate end enddate plannedfinishdate plannedcompletion completion',
  ],
  ['actual-start', '实际开工 实际开工时间 实际开工日期 actualstart actualstartdate startedon'],
  ['actual-finish', '实际竣工 实际竣工时间 实际竣工日期 实际完工时间 actualfinish actualfinishdate finishedon'],
  [
    'scope',
    '建设内容 建设规模 建设规模及内容 建设内容及规模 建设规模和内容 建设内容和规模 主要建设内容 主要建设内容及规模 建设规模及主要内容 建设规模与内容 项目概况 项目简介 scope description projectdescription',
  ],
  [
    'target',
    '年度目标 年度建设目标 年度工作目标 本年工程进度目标 工程进度目标 年度主要建设内容 年度建设内容 主要建设内容及目标 今年主要建设内容及目标 形象进度目标 年度形象进度目标 target annualtarget',
  ],
  [
    'leader',
    '责任领导 挂钩领导 包联领导 分管领导 挂点领导 市领导 挂钩市领导 牵头领导 包抓领导 联系领导 领导 县领导 区领导 省领导 leader sponsor projectsponsor accountableleader sro seniorresponsibleowner',
  ],
  [
    'unit',
    '责任单位 责任部门 牵头单位 牵头部门 主管部门 主管单位 挂钩部门 管理单位 分级管理单位 行业主管部门 unit department accountableunit leadunit leaddepartment',
  ],
  [
    'owner',
    '责任人 项目责任人 具体责任人 项目负责人 负责人 联系人 项目联系人 owner responsible responsibleperson manager projectmanager',
  ],
  ['support', '配合单位 配合部门 协办单位 责任配合单位 参与单位 support supportingunits'],
  ['supervisor', '督办人 督办责任人 督导人 supervisor'],
  [
    'unit-and-leader',
    '挂钩部门及领导 分级管理单位及领导 责任单位及领导 挂钩单位及领导 责任单位及责任领导 牵头单位及领导',
  ],
  ['unit-and-owner', '责任单位及责任人 责任单位责任人 责任单位及负责人 责任单位及联系人'],
  ['owner-and-phone', '责任人及联系电话 责任人及电话 联系人及电话 联系人及联系方式 责任人及联系方式 联系人电话'],
  ['phone', '电话 联系电话 联系方式 手机 手机号 手机号码 phone telephone contact mobile'],
  ['team', '工作专班 专班 工作班子 team'],
  ['team-members', '专班成员 工作专班成员 teammembers'],
  ['scheme', '工作方案 方案 scheme'],
  ['link', '链接 网址 link url'],
  ['fund', '工作经费 前期经费 前期工作经费 fund'],
  [
    'total',
    '总投资 项目总投资 计划总投资 总投资额 投资总额 估算总投资 概算总投资 总投资估算 投资规模 投资额 total totalinvestment totalcost wholelifecost budget totalbudget capex investment',
  ],
  [
    'before',
    '此前完成 至上年底累计完成投资 截至上年底累计完成投资 至上年底完成投资 截至上年底完成投资 至去年底累计完成投资 截至去年底累计完成投资 截止上年底累计完成投资 上年底累计完成投资 以前年度完成投资 before donebefore investedbefore',
  ],
  ['last-year', '上年完成投资 去年完成投资 上年度完成投资 上一年完成投资 lastyear'],
  [
    'year-plan',
    '年度计划投资 年度计划 本年计划投资 今年计划投资 当年计划投资 计划投资 年度投资计划 本年度计划投资 本年投资计划 今年计划投资投资 年度投资 年计划投资 plan yearplan annualplan plannedinvestment planthisyear',
  ],
  [
    'invested',
    '完成投资 当年累计完成 当年累计完成投资 本年累计完成投资 本年累计完成 今年累计完成投资 年初至今完成投资 年初以来累计完成投资 本年完成投资 今年完成投资 当年完成投资 投资完成当年累计 invested investedthisyear yeartodate investmenttodate',
  ],
  ['received', '到位资金 当年累计到位 当年累计到位资金 本年到位资金 本年累计到位资金 received fundsreceived'],
  ['paid', '已支付 本年支付 本年累计支付 paid'],
  ['report-day', '进展日期 报告日期 reportdate reportday'],
  ['progress', '进度 形象进度 工程进度 完成进度 progress percentcomplete physicalprogress'],
  [
    'situation',
    '情况 进展情况 项目进展情况 工程进展情况 工程进展 项目进展 目前进展 目前进展情况 最新进展 进展 工作进展 工程主线形象进度和已开展的主要工作 形象进度描述 report statusreport update situation currentstatus',
  ],
  [
    'next',
    '下步计划 下一步计划 下一步工作计划 下步工作计划 下月工作计划 下个月工作计划安排 下一步工作安排 下步工作安排 next nextsteps',
  ],
  [
    'issue',
    '问题 存在问题 存在的问题 主要问题 存在困难和问题 存在的困难和问题 需协调问题 需要协调解决的问题 需要政府及有关部门协调解决的问题 项目推进中存在的问题及拟采取的措施和办法 issue issues problem problems',
  ],
  ['proposal', '建议 解决建议 工作建议 措施 解决措施 拟采取的措施和办法 proposal mitigation'],
  ['issue-kind', '问题类型 问题类别 issuekind issuetype'],
  ['issue-cause', '问题原因 issuecause'],
  ['issue-raised', '问题提出日期 问题提出时间 issueraised'],
  ['issue-due', '问题期限 问题解决时限 问题解决期限 问题整改期限 issuedue'],
  ['last-year-text', '至上年底工作或工程进展 至上年底工程进展 至上年底形象进度 上年底形象进度'],
  ['plan-kind', '本年计划'],
  ['plan-month', '计划月份'],
  ['year', '年度 年份 项目年份 计划年度 year planyear'],
  ['count', '项目数 项目个数 个数 项目数量 count projects numberofprojects'],
  ['note', '备注 说明 备考 其他说明 note notes remark remarks comment comments'],
];

const FIELD_OF: ReadonlyMap<string, FieldName> = new Map(
  WORDS.flatMap(([field, words]) => words.split(' ').map((word) => [word, field] as const)),
);

const DIGITS: ReadonlyMap<string, number> = new Map(
  ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map((word, index) => [word, index + 1]),
);

export interface HeadMeaning {
  readonly field: FieldName;
  /** The name of a source, a node (`Q1`, `M3`), or of an own field. */
  readonly detail?: string;
  /** The year that the head names. */
  readonly year?: number;
  /** Amounts from January to this month of the year. */
  readonly month?: number;
}

/** Heads under which nothing is meant that a word in them would mean elsewhere: benefits, land, materials. */
const OTHER_MATTER = /效益|用地|占地|用量|要素需求|需求量/;
const SOURCES = /资金(?:来源|拼盘|筹措|构成|渠道)|投资来源|fundingsources?/;
const SOURCE_NAMES =
  /^(?:业主自筹|企业自筹|自筹|自筹资金|银行贷款|贷款|政府投资|财政资金|中央|中央资金|中央预算内|中央预算内投资|省级|省级资金|市级资金|县级资金|专项债|专项债券|地方政府专项债券|国债|社会资本)$/;

/** One source in a head of its own: 来源：银行贷款（万元）. */
const ONE_SOURCE = /^(?:来源|source)\s*[:：]\s*(.+?)\s*(?:[(（][^()（）]*[)）])?$/i;
/** What a project can have several of, each in a column with a number: 备注2, 存在问题3. */
const NUMBERED: ReadonlySet<FieldName> = new Set([
  'alias',
  'note',
  'link',
  'issue',
  'proposal',
  'issue-kind',
  'issue-cause',
  'issue-raised',
  'issue-due',
]);

/** What a column is, by the words in its head from the top to the bottom one; undefined where they say nothing known. */
export function meaningOf(path: readonly string[], hasSources: boolean): HeadMeaning | undefined {
  const words = path.map(normalHead).filter((word) => word !== '');
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const source = path.length === 1 ? ONE_SOURCE.exec(path[0] ?? '')?.[1] : undefined;
  if (source !== undefined) return { field: 'source', detail: source };
  const own = path.length === 1 ? /^(?:字段|field)\s*[:：]\s*(.+)$/i.exec(path[0] ?? '')?.[1] : undefined;
  if (own !== undefined) return { field: 'own', detail: own };
  const above = words.slice(0, -1);
  const whole = words.join('');
  const exact = FIELD_OF.get(whole);
  if (exact !== undefined) return { field: exact };
  const [, several, number] = /^(.*\D)(\d{1,3})$/.exec(whole) ?? [];
  const one = FIELD_OF.get(several ?? '');
  if (one !== undefined && number !== undefined && NUMBERED.has(one)) return { field: one, detail: number };
  if (words.some((word) => OTHER_MATTER.test(word))) return undefined;
  if (above.some((word) => SOURCES.test(word))) {
    return /^(?:合计|小计|总计|total)$/.test(last) ? { field: 'ignored' } : { field: 'source', detail: last };
  }
  if (!hasSources && above.length === 0 && SOURCE_NAMES.test(last)) return { field: 'source', detail: last };
  // 本年计划:开工/建成 is a head with the words that one chooses from.
  const choices = FIELD_OF.get(normalHead((path.at(-1) ?? '').split(/[:：]/, 1)[0] ?? ''));
  if (choices !== undefined && /[:：]./.test(path.at(-1) ?? '') && above.length === 0) return { field: choices };
  return nodeOf(last, above) ?? dated(whole) ?? partOf(last) ?? sumOf(last, above) ?? byLastWord(last, above);
}

/** 其中：2026年计划投资 beside 总投资: a part of it, which the head names in full. */
function partOf(last: string): HeadMeaning | undefined {
  const [, part] = /^其中(.+)$/.exec(last) ?? [];
  if (part === undefined) return undefined;
  return FIELD_OF.get(part) === 'year-plan' ? { field: 'year-plan' } : dated(part);
}

/** 全年 and 合计 below a head are what the head says. */
function sumOf(last: string, above: readonly string[]): HeadMeaning | undefined {
  if (above.length === 0 || !/^(?:全年|全年合计|合计|小计|总计|金额|数额|投资额|total)$/.test(last)) return undefined;
  const head = above.join('');
  const field = FIELD_OF.get(head);
  return field === undefined ? dated(head) : { field };
}

/** 开工 and 竣工 below 时间安排. */
const BELOW_TIMES: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['开工', 'period-start'],
  ['竣工', 'period-end'],
  ['完工', 'period-end'],
  ['建成', 'period-end'],
]);

/** A word below a head of its own: 项目基本情况 over 项目名称. Heads that change what a word means come first. */
function byLastWord(last: string, above: readonly string[]): HeadMeaning | undefined {
  const under = above.join('');
  const field =
    FIELD_OF.get(last) ?? BELOW_TIMES.get(/(?:时间|日期|年月)(?:安排|计划)?$|时间节点$/.test(under) ? last : '');
  if (field === undefined) return undefined;
  if (/当月|本月|开工以来/.test(under)) return undefined;
  if (field === 'total' && /计划/.test(under))
    return /年度|今年|本年|当年|\d{4}年/.test(under) ? { field: 'year-plan' } : undefined;
  if ((field === 'period-start' || field === 'period-end') && /实际/.test(under)) {
    return { field: field === 'period-start' ? 'actual-start' : 'actual-finish' };
  }
  // Under a head about money a bare word is an amount of that, and not of the project.
  if (/投资|资金/.test(under) && ['issue', 'progress', 'year-plan', 'name', 'category'].includes(field))
    return undefined;
  return { field };
}

const MONTH = '(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?';

function nodeOf(last: string, above: readonly string[]): HeadMeaning | undefined {
  const under = above.join('');
  if (/完成|实际|累计|到位/.test(under)) return undefined;
  const quarter =
    /^第?([一二三四1-4])季度?(?:计划|计划投资|投资计划|投资)?$/.exec(last) ?? /^q([1-4])(?:plan)?$/.exec(last);
  const month = new RegExp(`^${MONTH}(?:计划|计划投资|投资计划)?$`).exec(last) ?? /^m(\d\d?)(?:plan)?$/.exec(last);
  const [, number] = quarter ?? month ?? [];
  if (number === undefined) return undefined;
  const year = /(\d{4})年/.exec(under)?.[1];
  const index = DIGITS.get(number) ?? Number(number);
  return {
    field: 'node',
    detail: `${quarter === null ? 'M' : 'Q'}${index}`,
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

/** Heads with a year or a month in them: 2026年计划投资, 1-3月完成投资, 截至2025年底累计完成投资. */
function dated(whole: string): HeadMeaning | undefined {
  const plan =
    /^(\d{4})年?度?(?:计划|预计)(?:完成)?投资(?:额|计划)?(?:投资)?$|^(\d{4})年?度?(?:投资)?计划$|^plan(\d{4})$|^(\d{4})plan$/.exec(
      whole,
    );
  if (plan !== null) return { field: 'year-plan', year: firstNumber(plan) };
  const node = new RegExp(
    `^(\\d{4})年(?:第?([一二三四1-4])季度|${MONTH})计划$|^(\\d{4})(?:q([1-4])|m(\\d\\d?))plan$`,
  ).exec(whole);
  if (node !== null) {
    const [, year, quarter, month, yearToo, quarterToo, monthToo] = node;
    const isQuarter = (quarter ?? quarterToo) !== undefined;
    const said = quarter ?? month ?? quarterToo ?? monthToo ?? '';
    const detail = `${isQuarter ? 'Q' : 'M'}${DIGITS.get(said) ?? Number(said)}`;
    return { field: 'node', detail, year: Number(year ?? yearToo) };
  }
  const target = /^(\d{4})年?度?(?:主要)?(?:建设|工作|工程)?(?:内容及|进度)?目标$|^target(\d{4})$/.exec(whole);
  if (target !== null) return { field: 'target', year: firstNumber(target) };
  const before =
    /^(?:截?[至止]|截止)(\d{4})年(?:年?底|末|12月底?|12月31日)(?:止)?(?:累计)?(?:已)?完成投资(?:额)?$/.exec(whole);
  if (before !== null) return { field: 'before', year: firstNumber(before) };
  const months =
    /^(?:(\d{4})年)?1月?[-—~至到](1[0-2]|[1-9])月份?(?:累计)?(?:实际)?(?:完成|投资完成)(?:投资)?(?:额)?$/.exec(whole);
  if (months !== null) {
    const year = months[1];
    return { field: 'invested', month: Number(months[2]), ...(year === undefined ? {} : { year: Number(year) }) };
  }
  const done = /^(\d{4})年?度?(?:实际)?完成投资(?:额)?$/.exec(whole);
  if (done !== null) return { field: 'last-year', year: firstNumber(done) };
  return undefined;
}

function firstNumber(match: RegExpExecArray): number {
  return Number(match.slice(1).find((group) => group !== undefined));
}

/** Whether something above the columns says where money comes from: then 银行贷款 elsewhere is no source. */
export function namesSources(paths: readonly (readonly string[])[]): boolean {
  return paths.some((path) => path.slice(0, -1).some((word) => SOURCES.test(normalHead(word))));
}

/** A head without blanks, brackets and what stands in them, in half-width small letters. */
export function normalHead(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([{【〔〈《][^)\]}】〕〉》]*[)\]}】〕〉》]/g, '')
    .replace(/[\s_*"“”'‘’、,。.:;：；/\\|]+/g, '')
    .replace(/(?:gbp|usd|eur|cny|rmb)m?$/, '');
}

/** What stands in brackets: units most often. */
export function bracketed(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(/[([【〔]([^)\]】〕]*)[)\]】〕]/g)].map(([, inner = '']) => inner.trim());
}
