/** Quick fixes for amounts of money that were written in another sense than that in which they are read. */
import { currencyOf } from '../../../analysis/message-values.js';
import { exactly, formatMoney, type Money, parseMoney, toMoney } from '../../../model/money.js';
import type { ProposedChange, QuickFix } from './action-types.js';

/** What was invested is stated since the year began; who states a month's amount writes one that is too small. */
export const cumulate: QuickFix = {
  codes: ['investment/not-monotonic'],
  *propose({ at, data }, { text, analysis }): Generator<ProposedChange> {
    const [before, stated] = [amountOf(data.from), amountOf(data.to)];
    const file = text(at.file);
    const written = parseMoney(file.slice(at));
    if (before === undefined || stated === undefined || !written.ok || written.value.tolerance !== 0n) return;
    const sum = toMoney(before + stated);
    const currency = currencyOf(analysis);
    yield {
      title: {
        en: `It is the amount since the last report: ${formatMoney(sum, 'en', { currency })} since the year began`,
        zh: `所填为本期数，改为年初以来累计${formatMoney(sum, 'zh', { currency })}`,
      },
      edits: [{ file: at.file, start: at.start, end: at.end, insert: [file.money(exactly(sum))] }],
    };
  },
};

/** The unit that was probably forgotten: the one with which the amount comes nearest to what the plan usually states. */
export const withUnit: QuickFix = {
  codes: ['value/scale'],
  *propose({ at, data }, { source, text }): Generator<ProposedChange> {
    const [amount, median] = [amountOf(data.amount), amountOf(data.median)];
    const file = text(at.file);
    const written = file.slice(at);
    if (amount === undefined || median === undefined || !/^[0-9][0-9.,]*$/.test(written)) return;
    const inChinese = /[万亿]/.test(source.text);
    const units = inChinese ? ['万元', '亿元'] : ['k', 'M', 'B'];
    const distance = (unit: string): number => {
      const meant = parseMoney(`${written}${unit}`);
      return meant.ok ? Math.abs(Math.log(Number(meant.value.amount) / Number(median))) : Number.POSITIVE_INFINITY;
    };
    const [unit = ''] = [...units].sort((a, b) => distance(a) - distance(b));
    yield replaced(`${written}${unit}`);
    if (inChinese) yield replaced(`${written}元`);

    function replaced(spelled: string): ProposedChange {
      return {
        title: { en: `Write ${spelled}`, zh: `写作 ${spelled}` },
        edits: [{ file: at.file, start: at.start, end: at.end, insert: [spelled] }],
      };
    }
  },
};

/** Of a figure in a finding: a decimal string in units of the currency. */
function amountOf(figure: unknown): Money | undefined {
  const read = typeof figure === 'string' ? parseMoney(figure) : undefined;
  return read?.ok === true ? read.value.amount : undefined;
}
