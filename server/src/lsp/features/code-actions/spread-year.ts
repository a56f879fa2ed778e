/** The action that spreads a year's investment over its quarters. */
import type { Keyword } from '../../../../../grammar/keywords.js';
import { exactly, formatMoney, type Money, toMoney } from '../../../model/money.js';
import { touches } from '../../../model/span.js';
import type { Refactoring } from './action-types.js';
import { projectIn } from './enclosing-item.js';

const QUARTERS: readonly Keyword[] = ['Q1', 'Q2', 'Q3', 'Q4'];

/** In 1/10 000 of the unit: ten thousand units, a thousand, one, and what is smaller. */
const STEPS: readonly bigint[] = [100_000_000n, 10_000_000n, 10_000n, 1n];
/** A quarter is at least so many steps, so that what is left over for the last one stays small beside it. */
const LEAST = 10n;

/** Quarter nodes of equal size that make up the year's amount exactly; what is left over is the fourth quarter's. */
export const spreadYear: Refactoring = {
  kind: 'refactor.rewrite',
  *propose({ chain, place, source, text, analysis }) {
    const year = projectIn(chain)?.investment?.years.find(({ at }) => touches(at, place));
    if (year?.amount === undefined || year.nodes.length > 0 || !year.complete) return;
    const { amount, tolerance } = year.amount.value;
    // What is only known roughly cannot be divided exactly.
    if (tolerance !== 0n || amount <= 0n) return;
    const file = text(source.file);
    const nodes = quarters(amount).map(
      (each, index) => `${file.word(QUARTERS[index] ?? 'Q4')} ${file.money(exactly(each))}`,
    );
    const line = nodes.join('  ');
    const currency = analysis.plan.portfolio?.currency?.text ?? 'CNY';
    yield {
      title: {
        en: `Spread ${formatMoney(amount, 'en', { currency })} evenly over the quarters of ${year.year}`,
        zh: `将${year.year}年的${formatMoney(amount, 'zh', { currency })}平均分到四个季度`,
      },
      edits: [
        file.hasBlock(year.at)
          ? file.intoBlock(year.at, [[line]])
          : { file: file.file, start: year.at.end, end: year.at.end, insert: [` { ${line} }`] },
      ],
    };
  },
};

function quarters(amount: Money): readonly Money[] {
  const step = STEPS.find((each) => amount % each === 0n && amount >= each * LEAST * 4n) ?? 1n;
  const quarter = (amount / 4n / step) * step;
  return [quarter, quarter, quarter, amount - 3n * quarter].map(toMoney);
}
