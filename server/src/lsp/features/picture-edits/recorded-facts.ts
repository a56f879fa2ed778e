/** Changes that say that something is done, and figures that are reported. */
import { decisionOpenAt, issueOpenAt, itemOpenAt, startedAt } from '../../../analysis/state.js';
import type { Day } from '../../../model/day.js';
import type { DecisionFacts, IssueFacts, ItemFacts, MeetingFacts, ProjectFacts } from '../../../model/facts.js';
import { toHalfWidth } from '../../../model/half-width.js';
import { formatMoneyValue, type MoneyValue, parseMoney } from '../../../model/money.js';
import { planYearOf } from '../../../model/plan-year.js';
import { cmp, fromDecimalString, HUNDRED } from '../../../model/rational.js';
import { insertDone, insertMember, type WithBlock } from '../code-actions/insert-member.js';
import {
  type Answer,
  type ChangeContext,
  dayIn,
  isRefusal,
  nameIn,
  type Refusal,
  refuse,
  say,
} from './change-context.js';

/** On a day that has come: what lies ahead is no fact. */
function factDay(given: string | undefined, { day }: ChangeContext): Day | Refusal {
  const on = given === undefined ? day : dayIn(given);
  if (isRefusal(on) || on <= day) return on;
  return refuse(
    (lang) => `${say(on, lang)} has not come: ${say(day, lang)} at the latest`,
    (lang) => `${say(on, lang)}还没有到，最晚写${say(day, lang)}`,
  );
}

export function itemDone(item: ItemFacts, given: string | undefined, context: ChangeContext): Answer {
  const { analysis, text } = context;
  const on = factDay(given, context);
  if (isRefusal(on)) return on;
  if (item.items.length > 0) {
    return refuse(
      (lang) => `${nameIn(item, lang)} is done when everything inside it is: mark that`,
      (lang) => `${nameIn(item, lang)}在其下各项全部完成时才算完成，请逐项标明`,
    );
  }
  if (item.stated.has('done')) {
    return refuse(
      (lang) => `${nameIn(item, lang)} says already when it was done`,
      (lang) => `${nameIn(item, lang)}已写明完成日期`,
    );
  }
  const started = startedAt(item, analysis.status)?.day;
  if (started !== undefined && started > on) {
    return refuse(
      (lang) => `${nameIn(item, lang)} began only on ${say(started, lang)}`,
      (lang) => `${nameIn(item, lang)}${say(started, lang)}才开始，不能在此之前完成`,
    );
  }
  const told = item.progress.find(({ on: day, value }) => day !== undefined && day.day > on && cmp(value, HUNDRED) < 0);
  if (told?.on !== undefined) {
    const { day } = told.on;
    return refuse(
      (lang) => `Of ${nameIn(item, lang)} not all was done on ${say(day, lang)}, as its progress says`,
      (lang) => `${nameIn(item, lang)}${say(day, lang)}的进度还不到100%，不能在此之前完成`,
    );
  }
  if (!itemOpenAt(item, analysis.status)) return [];
  return [insertDone(text, item, `${text.word('done')} ${text.day(on)}`)];
}

export function issueResolved(issue: IssueFacts, given: string | undefined, context: ChangeContext): Answer {
  const { analysis, text } = context;
  const on = factDay(given, context);
  if (isRefusal(on)) return on;
  if (issue.stated.has('resolved') || !issueOpenAt(issue, analysis.status)) return notOpen(issue);
  return [insertMember(text, issue, issue.due?.at, `${text.word('resolved')} ${text.day(on)}`)];
}

export function decisionDone(
  decision: DecisionFacts,
  meeting: MeetingFacts,
  given: string | undefined,
  context: ChangeContext,
): Answer {
  const { analysis, text } = context;
  const on = factDay(given, context);
  if (isRefusal(on)) return on;
  if (decision.stated.has('done') || !decisionOpenAt(decision, meeting, analysis.status)) return notOpen(decision);
  return [insertMember(text, decision, decision.due?.at, `${text.word('done')} ${text.day(on)}`)];
}

function notOpen(of: WithBlock & Parameters<typeof nameIn>[0]): Refusal {
  return refuse(
    (lang) => `${nameIn(of, lang)} is not open`,
    (lang) => `${nameIn(of, lang)}不是未完成事项`,
  );
}

// ------------------------------------------------------------------------------------------------ figures

export interface Figures {
  readonly invested: string | undefined;
  readonly progress: string | undefined;
}

/** In the report of the day, which is made where there is none. What is not given is left as it was reported. */
export function reported(project: ProjectFacts, given: Figures, context: ChangeContext): Answer {
  const { text, day } = context;
  const invested = given.invested === undefined ? undefined : amountIn(given.invested, project, context);
  const progress = given.progress === undefined ? undefined : percentIn(given.progress);
  if (isRefused(invested)) return invested;
  if (isRefused(progress)) return progress;
  const members = [
    { member: 'invested' as const, value: invested },
    { member: 'progress' as const, value: progress },
  ].flatMap(({ member, value }) => (value === undefined ? [] : [{ member, value }]));
  if (members.length === 0) {
    return refuse(
      () => 'No figure was given',
      () => '没有填写任何数值',
    );
  }
  const today = project.reports.find((report) => report.day === day);
  if (today === undefined) {
    const said = members.map(({ member, value }) => `${text.word(member)} ${value}`).join('  ');
    const line = [`${text.word('report')} ${text.day(day)} { ${said} }`];
    const last = project.reports.at(-1);
    return [last === undefined ? text.intoBlock(project.at, [line]) : text.behind(last.at, project.at, [line])];
  }
  const anew = members.filter(({ member }) => today[member] === undefined);
  const instead = members.flatMap(({ member, value }) => {
    const stated = today[member];
    if (stated === undefined) return [];
    const { start, end } = stated.at;
    // The remark behind a percent is about that day and stays.
    const figure = /^[^%％]*[%％]/.exec(text.slice(stated.at))?.[0].length;
    return [{ file: text.file, start, end: member === 'progress' && figure ? start + figure : end, insert: [value] }];
  });
  if (anew.length === 0) return instead;
  const line = [anew.map(({ member, value }) => `${text.word(member)} ${value}`).join('  ')];
  return [...instead, text.intoBlock(today.at, [line])];
}

function isRefused(value: string | undefined | Refusal): value is Refusal {
  return typeof value === 'object';
}

/** As it is written; within a year a cumulative amount only grows. */
function amountIn(given: string, project: ProjectFacts, context: ChangeContext): string | Refusal {
  const read = parseMoney(given);
  if (!read.ok) {
    return refuse(
      () => `'${given}' is no amount; write 350M or 5000万元`,
      () => `“${given}”不是金额，请写成 5000万元 或 1.2亿元`,
    );
  }
  if (context.text.vocabulary === 'zh' && /^[~约\d.,]+$/.test(toHalfWidth(given).trim())) {
    return refuse(
      () => `'${given}' needs its unit: 5000万元`,
      () => `“${given}”缺少单位，请写成 5000万元`,
    );
  }
  const { amount } = read.value;
  const other = neighbours(project, context).find(({ value, isLater }) =>
    isLater ? value.amount < amount : value.amount > amount,
  );
  if (other !== undefined) {
    const said = (lang: 'en' | 'zh'): string => formatMoneyValue(other.value, lang, { currency: context.currency });
    return refuse(
      (lang) =>
        `The amount counts from the start of the year, so it only grows: ${said(lang)} was reported on ${say(other.day, lang)}`,
      (lang) => `完成投资是当年累计数，只增不减：${say(other.day, lang)}已报${said(lang)}`,
    );
  }
  return read.spelling ?? given.trim();
}

/** What was reported of the same year before and after the day. */
function neighbours(
  project: ProjectFacts,
  { analysis, day }: ChangeContext,
): readonly { readonly day: Day; readonly value: MoneyValue; readonly isLater: boolean }[] {
  const year = planYearOf(day, analysis.yearBegins);
  return project.reports.flatMap((report) => {
    if (report.invested === undefined || report.day === day) return [];
    if (planYearOf(report.day, analysis.yearBegins) !== year) return [];
    return [{ day: report.day, value: report.invested.value, isLater: report.day > day }];
  });
}

function percentIn(given: string): string | Refusal {
  const figure = toHalfWidth(given).replace(/[%\s]/g, '');
  const read = /^[\d.,]+$/.test(figure) ? fromDecimalString(figure) : undefined;
  if (read === undefined || cmp(read.value, HUNDRED) > 0) {
    return refuse(
      () => `'${given}' is no percent from 0 to 100`,
      () => `“${given}”不是 0 至 100 之间的百分数`,
    );
  }
  return `${figure}%`;
}
