/** Amounts, lengths of time and percents: round ones, or what has been typed of a number with the units it can have. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { Bilingual, Lang } from '../../../model/lang.js';
import type { Proposal } from './names.js';

export type Measure = 'money' | 'duration' | 'percent' | 'number' | 'signed duration';

const UNITS: Readonly<
  Record<Exclude<Measure, 'number' | 'signed duration'>, Readonly<Record<Lang, readonly string[]>>>
> = {
  money: { en: ['M', 'k', 'B'], zh: ['万元', '亿元', '元'] },
  duration: { en: ['wd', 'd', 'w', 'mo'], zh: ['个工作日', '天', '周', '个月'] },
  percent: { en: ['%'], zh: ['%'] },
};

const ROUND: Readonly<Record<Measure, Readonly<Record<Lang, readonly string[]>>>> = {
  money: { en: ['10M', '50M', '100M', '500M', '1B'], zh: ['1000万元', '5000万元', '1亿元', '5亿元', '10亿元'] },
  duration: { en: ['10wd', '20wd', '30d', '2w', '1mo'], zh: ['10个工作日', '20个工作日', '30天', '2周', '1个月'] },
  'signed duration': { en: ['0d', '10d', '30d', '2w', '1mo'], zh: ['0天', '10天', '30天', '2周', '1个月'] },
  percent: { en: ['100%', '90%', '80%', '50%', '0%'], zh: ['100%', '90%', '80%', '50%', '0%'] },
  number: { en: ['0', '1', '2', '3', '5'], zh: ['0', '1', '2', '3', '5'] },
};

const about: Readonly<Record<Measure, Bilingual>> = {
  money: { en: 'amount', zh: '金额' },
  duration: { en: 'length of time', zh: '时长' },
  'signed duration': { en: 'length of time', zh: '时长' },
  percent: { en: 'percent', zh: '百分比' },
  number: { en: 'number', zh: '数' },
};

export function amountsFor(measure: Measure, typed: string, vocabulary: Lang, lang: Lang): readonly Proposal[] {
  const [number] = /^\d[\d,]*(?:\.\d+)?/.exec(typed) ?? [];
  const kind = measure === 'signed duration' ? 'duration' : measure;
  const texts =
    number === undefined || kind === 'number'
      ? ROUND[measure][vocabulary]
      : UNITS[kind][vocabulary].map((unit) => `${number}${unit}`);
  return texts.map((label) => ({
    label,
    insert: label,
    kind: CompletionItemKind.Value,
    detail: about[measure][lang],
    rank: 0,
  }));
}
