/** Amounts that say that they are in yuan, in a portfolio of another currency: they are counted as if they were in it. */
import type { Bilingual } from '../model/lang.js';
import type { Plan } from '../model/plan.js';
import { plural } from './message-values.js';

/** Nothing where all amounts are of one currency. */
export function mixedCurrencies(plan: Plan): Bilingual | undefined {
  const currency = plan.portfolio?.currency?.text;
  if (currency === undefined || currency === 'CNY') return undefined;
  const count = plan.files().reduce((sum, { inYuan }) => sum + inYuan.length, 0);
  if (count === 0) return undefined;
  const [are, they] = count === 1 ? ['is', 'it'] : ['are', 'them'];
  return {
    en: `${plural(count, 'amount')} ${are} written in yuan but counted as ${currency}: sums that include ${they} are wrong`,
    zh: `有${count}处金额写明为人民币，却按${currency}计入，含有这些金额的合计均不可信`,
  };
}
