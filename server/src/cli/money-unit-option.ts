/** The option `--unit`: what money is written in. */
import { MONEY_UNITS, type MoneyUnit, moneyUnitNamed } from '../report/wording/money-unit.js';
import { UsageError } from './context.js';

/** Undefined where nothing was asked for. */
export function moneyUnitOption(text: string | undefined): MoneyUnit | undefined {
  if (text === undefined) return undefined;
  const unit = moneyUnitNamed(text);
  if (unit !== undefined) return unit;
  const zh = MONEY_UNITS.map(({ word }) => `${word.zh}元`).join('、');
  const en = MONEY_UNITS.map(({ word, names }) => (word.en === '' ? names[0] : word.en)).join(', ');
  throw new UsageError({
    en: `There is no unit of money '${text}'; there are: ${en} (in Chinese ${zh})`,
    zh: `没有金额单位“${text}”，可用的有：${zh}`,
  });
}
