/** The rule about currencies that there are not (`value/currency`). */
import type { FileFacts } from '../../model/facts.js';
import type { Analysis } from '../analysis.js';
import { quoted } from '../message-values.js';
import { type Found, fileRule, type Rule } from '../rule.js';
import { nearest } from '../similar-names.js';

type Currency = {
  readonly currency: string;
  readonly nearest?: string;
  /** An amount that says that it is in yuan, where `currency` is another. */
  readonly inYuan?: true;
};

/** What people call a currency whose code has other letters: RMB is no slip for RUB. */
const CALLED: ReadonlyMap<string, string> = new Map([
  ...['RMB', 'YUAN', 'CNH', '人民币', '元'].map((name) => [name, 'CNY'] as const),
  ...['EURO', '欧元'].map((name) => [name, 'EUR'] as const),
  ...['DOLLAR', '美元'].map((name) => [name, 'USD'] as const),
  ['港币', 'HKD'],
  ['港元', 'HKD'],
]);

/** The codes of ISO 4217, as the running system knows them; asked for only where a plan states one. */
let known: ReadonlySet<string> | undefined;

function* currencies(file: FileFacts, { plan }: Analysis): Generator<Found<Currency>> {
  yield* unknownCurrency(file);
  const currency = plan.portfolio?.currency?.text;
  if (currency === undefined || currency === 'CNY' || file.inYuan.length === 0) return;
  known ??= new Set(Intl.supportedValuesOf('currency'));
  if (known.has(currency)) for (const at of file.inYuan) yield { at, data: { currency, inYuan: true } };
}

function* unknownCurrency(file: FileFacts): Generator<Found<Currency>> {
  for (const declaration of file.declarations) {
    if (declaration.kind !== 'portfolio' || declaration.currency === undefined) continue;
    const { text, at } = declaration.currency;
    known ??= new Set(Intl.supportedValuesOf('currency'));
    if (known.has(text)) continue;
    const upper = text.toUpperCase();
    const meant = known.has(upper) ? upper : (CALLED.get(upper) ?? nearest(upper, [...known]));
    yield {
      at,
      data: { currency: text, ...(meant === undefined ? {} : { nearest: meant }) },
      element: declaration.id,
    };
  }
}

export const VALUE_CURRENCY_RULES: readonly Rule[] = [
  fileRule<Currency>(
    {
      code: 'value/currency',
      severity: 'error',
      title: { en: 'Not a currency', zh: '币种有误' },
      message: {
        en: ({ currency, nearest: meant, inYuan }) =>
          inYuan === true
            ? `This amount says that it is in yuan, but the portfolio's currency is ${currency}: write it in ${currency}, without 元, ¥ or RMB`
            : `ISO 4217 has no currency ${quoted(currency, 'en')}${meant === undefined ? '; write a code such as CNY, EUR or USD' : `; did you mean ${meant}?`}`,
        zh: ({ currency, nearest: meant, inYuan }) =>
          inYuan === true
            ? `此处写的是人民币金额，而项目库的币种是${currency}：请换算成${currency}，不写“元”“¥”“人民币”`
            : `ISO 4217中没有币种${quoted(currency, 'zh')}${meant === undefined ? '；请写代码，如CNY、EUR、USD' : `；是否应为${meant}？`}`,
      },
      page: {
        en: `\`currency\` is the code of ISO 4217 in capitals: CNY, EUR, HKD, USD. Amounts without a unit are in units of it, and the
summaries print it. Without \`currency\` it is CNY. Where it is another, no amount may say that it is in yuan (元, ¥, RMB): \`3.5亿\` or
\`350M\`.`,
        zh: `\`币种\`写ISO 4217的大写代码，如CNY、EUR、HKD、USD。没有单位的金额以该币种计，汇总材料也据此标注。不写\`币种\`的为CNY。写了其他币种的，金额就不能再写“元”“¥”“人民币”，
应写\`3.5亿\`或\`350M\`。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'portfolio City {\n  currency RMB\n}\n',
        clean: 'portfolio City {\n  currency CNY\n}\n',
      },
    },
    currencies,
  ),
];
