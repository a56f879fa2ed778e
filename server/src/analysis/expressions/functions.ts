/** The functions of expressions, both spellings. */
import type { Bilingual } from '../../model/lang.js';

export type FunctionName = 'count' | 'sum' | 'avg' | 'min' | 'max' | 'share' | 'light';

export interface FunctionFacts {
  readonly name: FunctionName;
  readonly zh: string;
  /** How it is called. */
  readonly usage: Bilingual;
  readonly about: Bilingual;
}

export const FUNCTIONS: readonly FunctionFacts[] = [
  {
    name: 'count',
    zh: '项目数',
    usage: { en: 'count() or count(condition)', zh: '项目数() 或 项目数(条件)' },
    about: { en: 'how many projects there are, or meet the condition', zh: '项目的个数，或符合条件的个数' },
  },
  {
    name: 'sum',
    zh: '求和',
    usage: { en: 'sum(field) or sum(field, condition)', zh: '求和(字段) 或 求和(字段, 条件)' },
    about: { en: 'the sum over the projects that have a value', zh: '各项目之和，缺值的不计' },
  },
  {
    name: 'avg',
    zh: '平均',
    usage: { en: 'avg(field) or avg(field, condition)', zh: '平均(字段) 或 平均(字段, 条件)' },
    about: { en: 'the mean of the projects that have a value', zh: '各项目的平均值，缺值的不计' },
  },
  {
    name: 'min',
    zh: '最小',
    usage: { en: 'min(field) or min(field, condition)', zh: '最小(字段) 或 最小(字段, 条件)' },
    about: { en: 'the least, or earliest, of the projects', zh: '各项目中最小（最早）的值' },
  },
  {
    name: 'max',
    zh: '最大',
    usage: { en: 'max(field) or max(field, condition)', zh: '最大(字段) 或 最大(字段, 条件)' },
    about: { en: 'the greatest, or latest, of the projects', zh: '各项目中最大（最晚）的值' },
  },
  {
    name: 'share',
    zh: '占比',
    usage: { en: 'share(condition, field)', zh: '占比(条件, 字段)' },
    about: {
      en: 'the sum of the projects that meet the condition, in percent of the sum of all',
      zh: '符合条件的项目之和占全部项目之和的百分比',
    },
  },
  {
    name: 'light',
    zh: '亮灯',
    usage: { en: 'light(name)', zh: '亮灯(名称)' },
    about: { en: "the policy's light of that name", zh: '规则中该名称的灯' },
  },
];

const BY_SPELLING: ReadonlyMap<string, FunctionFacts> = new Map(
  FUNCTIONS.flatMap((facts) => [
    [facts.name, facts],
    [facts.zh, facts],
  ]),
);

export function functionOf(text: string): FunctionFacts | undefined {
  return BY_SPELLING.get(text);
}
