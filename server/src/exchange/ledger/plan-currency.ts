/** Amounts of a sheet that are in another currency than the plan they would become part of. */
import type { Plan } from '../../model/plan.js';
import type { Ledger, Remark } from './statements.js';

/** That nothing can be imported: an amount without a currency is in the plan's. Undefined where they agree. */
export function otherCurrency(ledger: Ledger, plan: Plan): Remark | undefined {
  const currency = plan.portfolio?.currency?.text ?? 'CNY';
  if (ledger.currency === undefined || ledger.currency === currency) return undefined;
  const message = {
    en: `the sheet's amounts are in ${ledger.currency}, the plan's in ${currency}`,
    zh: `表中金额币种为 ${ledger.currency}，计划为 ${currency}`,
  };
  return { severity: 'error', cell: '', message };
}
