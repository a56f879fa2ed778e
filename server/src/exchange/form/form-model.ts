/** What a form asks of a unit: its sheets, the columns of each, and the rows with what is known. Plain data, no workbook yet. */
import type { Day } from '../../model/day.js';
import type { Bilingual, Lang } from '../../model/lang.js';

export const FORM_VERSION = 1;

export type SheetKey = 'reports' | 'items' | 'issues' | 'decisions' | 'new';

/** What a cell holds. */
type Holds =
  | 'text'
  | 'long-text'
  | 'day'
  | 'amount'
  | 'percent'
  | 'judgement'
  | 'difficulty'
  | 'escalation'
  | 'project';

export interface FormColumn {
  readonly key: string;
  readonly title: Bilingual;
  readonly holds: Holds;
  /** To be filled in; what is not is locked. */
  readonly open: boolean;
  /** In characters. */
  readonly width: number;
}

export type FormValue = string | { readonly day: Day } | { readonly figure: string } | null;

export interface FormRow {
  /** Of the project, item, issue or decision; empty for a row that is to be filled in anew. */
  readonly id: string;
  /** By the keys of the locked columns. */
  readonly known: ReadonlyMap<string, FormValue>;
  /** Columns that are open in other rows and not in this one: a milestone has no start. */
  readonly closed?: readonly string[];
}

export interface FormSheet {
  readonly key: SheetKey;
  readonly rows: readonly FormRow[];
}

export interface Form {
  readonly unit: string;
  readonly portfolio: string;
  readonly status: Day;
  readonly lang: Lang;
  readonly currency: string;
  /** Amounts are in so many tens: 4 for 万元, 6 for millions. */
  readonly zeros: number;
  readonly sheets: readonly FormSheet[];
  /** The projects that a new issue can be about: what is chosen, and the id. */
  readonly projects: readonly { readonly choice: string; readonly id: string }[];
}

export const SHEET_TITLES: { readonly [K in SheetKey]: Bilingual } = {
  reports: { en: 'Progress', zh: '进展填报' },
  items: { en: 'Milestones and tasks', zh: '节点任务' },
  issues: { en: 'Open issues', zh: '在办问题' },
  decisions: { en: 'Decisions', zh: '会议决定' },
  new: { en: 'New issues', zh: '新增问题' },
};

const locked = (key: string, en: string, zh: string, width: number, holds: Holds = 'text'): FormColumn => ({
  key,
  title: { en, zh },
  holds,
  open: false,
  width,
});
const open = (key: string, en: string, zh: string, width: number, holds: Holds): FormColumn => ({
  key,
  title: { en, zh },
  holds,
  open: true,
  width,
});

/** Behind the hidden column with the id. Titles with `{unit}` name the unit of money. */
export const COLUMNS: { readonly [K in SheetKey]: readonly FormColumn[] } = {
  reports: [
    locked('project', 'Project', '项目', 24),
    locked('plan', 'Plan of the year ({unit})', '年度计划（{unit}）', 13, 'amount'),
    locked('last-day', 'Last report', '上次填报', 14, 'day'),
    locked('last-invested', 'Invested then ({unit})', '上次累计完成（{unit}）', 13, 'amount'),
    locked('last-progress', 'Progress then (%)', '上次形象进度（%）', 11, 'percent'),
    open('invested', 'Invested this year, in all ({unit})', '本年累计完成投资（{unit}）', 14, 'amount'),
    open('received', 'Received this year, in all ({unit})', '本年累计到位资金（{unit}）', 14, 'amount'),
    open('paid', 'Paid this year, in all ({unit})', '本年累计支付（{unit}）', 14, 'amount'),
    open('progress', 'Physical progress (%)', '形象进度（%）', 11, 'percent'),
    open('quality', 'Quality', '质量', 8, 'judgement'),
    open('safety', 'Safety', '安全', 8, 'judgement'),
    open('integrity', 'Integrity', '廉政', 8, 'judgement'),
    open('text', 'Situation', '进展情况', 32, 'long-text'),
    open('next', 'Next steps', '下步计划', 26, 'long-text'),
  ],
  items: [
    locked('project', 'Project', '项目', 26),
    locked('item', 'Milestone or task', '节点或任务', 28),
    locked('due', 'Deadline', '期限', 14, 'day'),
    locked('left', 'Days left', '剩余天数', 10),
    locked('was-started', 'Started', '已开始', 14, 'day'),
    open('started', 'Started on', '实际开始日期', 14, 'day'),
    open('done', 'Done on', '完成日期', 14, 'day'),
  ],
  issues: [
    locked('project', 'Project', '项目', 24),
    locked('issue', 'Issue', '问题', 36),
    locked('raised', 'Raised', '提出日期', 14, 'day'),
    locked('due', 'Deadline', '期限', 14, 'day'),
    locked('tried-last', 'Tried last', '最近协调情况', 28),
    open('tried', 'Tried since', '本次协调情况', 32, 'long-text'),
    open('resolved', 'Solved on', '解决日期', 14, 'day'),
  ],
  decisions: [
    locked('number', 'No.', '编号', 16),
    locked('decision', 'What was decided', '决定事项', 44),
    locked('due', 'Deadline', '期限', 14, 'day'),
    locked('left', 'Days left', '剩余天数', 10),
    locked('feedback-last', 'Last feedback', '最近反馈', 28),
    open('feedback', 'Feedback', '本次反馈', 34, 'long-text'),
    open('done', 'Done on', '办结日期', 14, 'day'),
  ],
  new: [
    open('project', 'Project', '项目', 28, 'project'),
    open('issue', 'What is wrong', '存在问题', 36, 'long-text'),
    open('kind', 'Kind', '类型', 12, 'difficulty'),
    open('cause', 'Cause', '原因', 28, 'long-text'),
    open('proposal', 'Proposal', '建议', 28, 'long-text'),
    open('escalated', 'To be dealt with by', '协调层级', 12, 'escalation'),
  ],
};

/** How many rows there are to write new issues into. */
export const NEW_ROWS = 12;

/** Where things stand in every sheet, rows from 0. The hidden column is the first. */
export const PLACES = { title: 0, subtitle: 1, setting: 2, head: 3, first: 4, firstColumn: 1 } as const;
/** On the first sheet: the day of the report and who reports. */
export const SETTING = { dayLabel: 1, day: 2, reporterLabel: 4, reporter: 5 } as const;

export const META_SHEET = '_planwright';
