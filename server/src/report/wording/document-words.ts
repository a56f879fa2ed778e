/** Words that all reports share: lights, states of the schedule, labels. */
import type { Bilingual, Lang } from '../../model/lang.js';
import type { Light, ScheduleStatus } from '../document.js';

/** What the lights are called; the colour is never the only sign. */
export const lightWords: Readonly<Record<Light, Bilingual>> = {
  red: { en: 'Red', zh: '红' },
  yellow: { en: 'Yellow', zh: '黄' },
  green: { en: 'Green', zh: '绿' },
  blue: { en: 'Blue', zh: '蓝' },
  grey: { en: 'Grey', zh: '灰' },
};

/** One shape a colour, so that lights differ on a grey print and for colour-blind readers. */
export const lightSigns: Readonly<Record<Light, string>> = {
  red: '◆',
  yellow: '▲',
  green: '●',
  blue: '■',
  grey: '○',
};

export const scheduleStatusWords: Readonly<Record<ScheduleStatus, Bilingual>> = {
  done: { en: 'done', zh: '已完成' },
  onTime: { en: 'on time', zh: '正常' },
  atRisk: { en: 'at risk', zh: '有风险' },
  late: { en: 'late', zh: '滞后' },
  unknown: { en: 'no forecast', zh: '无预计' },
};

/** The fixed words of renderers and charts. */
export const words = {
  statusDate: { en: 'As of', zh: '截至' },
  issuer: { en: 'Issued by {name}', zh: '编制单位：{name}' },
  note: { en: 'Note', zh: '说明' },
  warning: { en: 'Warning', zh: '注意' },
  total: { en: 'Total', zh: '合计' },
  titleUnit: { en: '{title} ({unit})', zh: '{title}（{unit}）' },
  unit: { en: 'Amounts in {unit}', zh: '单位：{unit}' },
  contents: { en: 'Contents', zh: '目　录' },
  empty: { en: 'Nothing to show.', zh: '无内容。' },
  plan: { en: 'Plan', zh: '计划' },
  done: { en: 'Done', zh: '完成' },
  planned: { en: 'planned', zh: '计划' },
  completed: { en: 'done', zh: '完成' },
  forecast: { en: 'Forecast', zh: '预计' },
  actual: { en: 'Actual', zh: '实际' },
  pastDeadline: { en: 'Past the deadline', zh: '超出期限' },
  milestone: { en: 'Milestone', zh: '节点' },
  deadline: { en: 'Deadline', zh: '期限' },
  slack: { en: 'Slack', zh: '机动时间' },
  item: { en: 'Item', zh: '事项' },
  owner: { en: 'Responsible', zh: '责任人' },
  period: { en: 'Period', zh: '时段' },
  standing: { en: 'State', zh: '状态' },
  lateBy: { en: '{n} d late', zh: '晚{n}天' },
  spare: { en: '{n} d slack', zh: '余{n}天' },
  sheetOf: { en: '{title}, sheet {n} of {m}', zh: '{title}（第{n}张，共{m}张）' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Puts values into the `{name}` places of a text. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A head or caption with its unit: `Days (d)`, 差距（百分点）. */
export function titleWithUnit(of: { readonly title: string; readonly unit?: string }, lang: Lang): string {
  return of.unit === undefined ? of.title : fill(words.titleUnit[lang], { title: of.title, unit: of.unit });
}
