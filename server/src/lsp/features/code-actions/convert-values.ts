/** The value under the cursor in its other spelling. */
import { formatDuration, parseDuration } from '../../../model/duration.js';
import type { Lang } from '../../../model/lang.js';
import { isInYuan, parseMoney, spellMoney } from '../../../model/money.js';
import { formatPeriod, parseDate } from '../../../model/period.js';
import { endOf, tokenAt } from '../../token-lookup.js';
import type { ActionContext, ProposedChange, Refactoring } from './action-types.js';

/** The value under the cursor in the other spelling: 2026-03-31 ⇄ 2026年3月31日, 350M ⇄ 3.5亿元, 10wd ⇄ 10个工作日. */
export const convertValue: Refactoring = {
  kind: 'refactor.rewrite',
  whenAsked: true,
  *propose({ source, start, end }: ActionContext): Generator<ProposedChange> {
    const token = tokenAt(source.parsed, start);
    if (token === undefined || end > endOf(token)) return;
    const other: Lang = /[年月日季半天周个工亿万元]/.test(token.image) ? 'en' : 'zh';
    const currency = source.plan.portfolio?.currency?.text;
    const spelled = converted(token.tokenType.name, token.image, other, currency);
    if (spelled === undefined || spelled === token.image) return;
    yield {
      title: { en: `Write as ${spelled}`, zh: `写成 ${spelled}` },
      edits: [{ file: source.file, start: token.startOffset, end: endOf(token), insert: [spelled] }],
    };
  },
};

function converted(kind: string, text: string, lang: Lang, currency: string | undefined): string | undefined {
  if (kind === 'DATE') {
    const read = parseDate(text);
    return read.ok ? formatPeriod(read.period, lang) : undefined;
  }
  if (kind === 'MONEY') {
    // In another currency 元 is what is wrong with it: without 元 it would be another amount.
    if (currency !== undefined && currency !== 'CNY' && isInYuan(text)) return undefined;
    const read = parseMoney(text);
    return read.ok ? spellMoney(read.value, lang, currency) : undefined;
  }
  if (kind === 'DURATION') {
    const read = parseDuration(text);
    return read.ok ? formatDuration(read.duration, lang) : undefined;
  }
  return undefined;
}
