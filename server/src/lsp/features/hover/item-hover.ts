/** A milestone, task or approval: its dates as stated and as computed, and what drives them. */

import { labelOf } from '../../../../../grammar/members.js';
import type { Analysis } from '../../../analysis/analysis.js';
import { responsibleFor } from '../../../analysis/responsible.js';
import type { ScheduledItem } from '../../../analysis/schedule/scheduled-item.js';
import { isUntold, type ToldSchedule, toldOf } from '../../../analysis/schedule/told-schedule.js';
import { WEEKDAYS } from '../../../model/calendar.js';
import { type Day, formatDay, weekday } from '../../../model/day.js';
import { sayDuration } from '../../../model/duration.js';
import type { ItemFacts } from '../../../model/facts.js';
import type { Bilingual, Lang } from '../../../model/lang.js';
import { daysLeft } from '../../../report/wording/deadline-status-words.js';
import type { Formatter } from '../../../report/wording/formatter.js';
import { kindWord } from '../../wording.js';
import { chainLines, heldUpLines } from './driving-chain.js';
import { HoverBuilder } from './hover-builder.js';

const words = {
  in: { en: 'Project', zh: '项目' },
  due: labelOf('item', 'due'),
  done: labelOf('item', 'done'),
  started: labelOf('item', 'started'),
  forecast: { en: 'Forecast', zh: '预计' },
  plan: { en: 'Plan', zh: '计划' },
  through: { en: '{from} to {to}', zh: '{from}至{to}' },
  mustStart: { en: 'Latest start', zh: '最迟开始' },
  slack: { en: 'Slack', zh: '机动时间' },
  missed: { en: 'the deadline will be missed by {slack}', zh: '将误期{slack}' },
  drivers: { en: 'Waits for', zh: '取决于' },
  owner: labelOf('item', 'owner'),
  chain: { en: 'What the forecast is made of', zh: '关键链条' },
  untold: { en: 'not known, as something that it rests on is not', zh: '无法判断（所依据的内容不明）' },
  heldUp: { en: 'Holds up', zh: '影响' },
  unit: labelOf('item', 'unit'),
  left: { en: '{date} ({left})', zh: '{date}（{left}）' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function itemHover(item: ItemFacts, analysis: Analysis, format: Formatter): HoverBuilder {
  const scheduled = analysis.schedule.item(item);
  const due = scheduled?.dueFact ?? item.due;
  const left = due === undefined ? undefined : daysLeft(format, due.period.last - analysis.status);
  const deadline = format.deadline(due);
  const hover = new HoverBuilder(format.lang)
    .heading(kindWord(item, format.lang), item.name.text, item.title?.text)
    .text(item.doc)
    .line(words.in, scheduled && (scheduled.project.title?.text ?? scheduled.project.name.text))
    .line(
      words.due,
      deadline && left !== undefined && scheduled?.open !== false
        ? format.say(words.left, { date: deadline, left })
        : deadline,
    );
  if (scheduled === undefined) return hover;
  const { actualFinish, actualStart, project } = scheduled;
  const told = toldOf(scheduled);
  return hover
    .line(words.done, day(actualFinish, format.lang))
    .line(words.started, actualFinish === undefined ? day(actualStart, format.lang) : undefined)
    .line(words.forecast, actualFinish === undefined ? sayForecast(format, scheduled) : undefined)
    .line(words.plan, span(format, told.planStart, told.planFinish))
    .line(words.mustStart, day(told.mustStart, format.lang))
    .line(words.slack, saySlack(format, told))
    .line(words.drivers, driversOf(format, scheduled))
    .line(words.unit, format.name(responsibleFor(project, item, 'unit')))
    .line(words.owner, format.name(responsibleFor(project, item, 'owner')))
    .list(words.chain, chainLines(scheduled, format))
    .list(words.heldUp, heldUpLines(scheduled, analysis, format));
}

function sayForecast(format: Formatter, scheduled: ScheduledItem): string | undefined {
  if (scheduled.finish !== undefined && isUntold(scheduled)) return format.say(words.untold);
  const { start, finish } = toldOf(scheduled);
  return span(format, start, finish);
}

function driversOf(format: Formatter, scheduled: ScheduledItem): string | undefined {
  const { project } = scheduled;
  const { drivers } = toldOf(scheduled);
  if (drivers.length === 0) return undefined;
  return format.list(
    drivers.map((driver) => {
      const own = driver.id.startsWith(`${project.id}.`) ? driver.id.slice(project.id.length + 1) : driver.id;
      return driver.title === undefined ? own : `${own} ${driver.title.text}`;
    }),
  );
}

function saySlack(format: Formatter, { slack, slackUnit }: ToldSchedule): string | undefined {
  if (slack === undefined || slackUnit === undefined) return undefined;
  const said = sayDuration({ amount: Math.abs(slack), unit: slackUnit }, format.lang);
  return slack < 0 ? format.say(words.missed, { slack: said }) : said;
}

function span(format: Formatter, from: Day | undefined, to: Day | undefined): string | undefined {
  if (to === undefined) return undefined;
  if (from === undefined || from === to) return formatDay(to);
  return format.say(words.through, { from: formatDay(from), to: formatDay(to) });
}

function day(value: Day | undefined, lang: Lang): string | undefined {
  return value === undefined ? undefined : `${formatDay(value)} ${WEEKDAYS[weekday(value)][lang]}`;
}
