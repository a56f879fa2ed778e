/** Expressions in views, policies and expectations that mean nothing. */
import { FIELD_HOLDERS } from '../../../../grammar/field-words.js';
import type { FileFacts, JsonValue } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import type { Analysis } from '../analysis.js';
import { calledFieldOf } from '../expressions/called-fields.js';
import { checkExpressions, type TypeProblem } from '../expressions/check-expressions.js';
import { fieldOf, spellField } from '../expressions/fields.js';
import { type Choices, spellWord, wordsToChoose } from '../expressions/fixed-words.js';
import { FUNCTIONS, functionOf } from '../expressions/functions.js';
import { ownValueProblems } from '../expressions/own-values.js';
import type { Wanted } from '../expressions/unknown-names.js';
import type { ValueType } from '../expressions/values.js';
import { article, listed, quoted, sayKind } from '../message-values.js';
import { type Found, fileRule, type Rule } from '../rule.js';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type TypeData = Without<TypeProblem, 'at'> & { readonly [key: string]: JsonValue };
type UnknownData = {
  readonly name: string;
  readonly wanted: Wanted;
  readonly nearest?: string;
  /** The kind of thing that has this name but cannot stand here by itself. */
  readonly declared?: Parameters<typeof sayKind>[0];
};

function* types(file: FileFacts, { plan }: Analysis): Generator<Found<TypeData>> {
  for (const { at, ...data } of checkExpressions(file, plan).types) yield { at, data };
  for (const { at, ...data } of ownValueProblems(file, plan)) yield { at, data };
}

function* unknown(file: FileFacts, { plan }: Analysis): Generator<Found<UnknownData>> {
  for (const { at, name, wanted, nearest, declared } of checkExpressions(file, plan).unknown) {
    yield {
      at,
      data: {
        name,
        wanted,
        ...(nearest === undefined ? {} : { nearest }),
        ...(declared === undefined ? {} : { declared }),
      },
    };
  }
}

const TYPES = {
  money: { en: 'money', zh: '金额' },
  percent: { en: 'a percent', zh: '百分数' },
  number: { en: 'a number', zh: '数' },
  ratio: { en: 'a ratio', zh: '比值' },
  date: { en: 'a date', zh: '日期' },
  duration: { en: 'a length of time', zh: '时长' },
  text: { en: 'text', zh: '文字' },
  boolean: { en: 'a condition', zh: '条件' },
  light: { en: 'a light', zh: '灯色' },
  none: { en: 'none', zh: '无' },
  unknown: { en: 'something unknown', zh: '未知' },
} as const;

/** What a type is called in a sentence. */
function sayType(type: ValueType, lang: Lang): string {
  if (type.name === 'ref' || type.name === 'refs') {
    const kind = sayKind(type.kind, lang);
    return lang === 'zh' ? kind : article(kind);
  }
  if (type.name !== 'choice') return TYPES[type.name][lang];
  const word = sayChooser(type.choice, lang);
  return lang === 'zh' ? word : `a ${word}`;
}

/** Whose words they are. */
function sayChooser(of: Choices | 'light', lang: Lang): string {
  if (typeof of !== 'string') return quoted(of.own, lang);
  const field = fieldOf(of);
  return field === undefined ? of : spellField(field, lang);
}

function sayFunction(name: string, lang: Lang): string {
  const found = functionOf(name);
  return found === undefined ? name : lang === 'zh' ? found.zh : found.name;
}

function usage(name: string, lang: Lang): string {
  return (FUNCTIONS.find((known) => known.name === name) ?? calledFieldOf(name))?.usage[lang] ?? name;
}

/** A bare number where a unit is wanted is the commonest slip. */
function unitHint({ name }: ValueType, lang: Lang): string {
  if (name === 'percent') return lang === 'zh' ? '；百分数写作 10%' : '; a percent is written 10%';
  if (name === 'duration') return lang === 'zh' ? '；时长写作 30天、3个月' : '; a length of time is written 30d or 3mo';
  if (name === 'date') return lang === 'zh' ? '；日期写作 2026-03-31' : '; a date is written 2026-03-31';
  if (name === 'choice' || name === 'light') {
    return lang === 'zh' ? '；所写的词不加引号' : '; its words are written without quotes';
  }
  return '';
}

function sayTypeProblem(data: TypeData, lang: Lang): string {
  const zh = lang === 'zh';
  const say = (type: ValueType): string => sayType(type, lang);
  switch (data.problem) {
    case 'not-comparable':
      return zh
        ? `${say(data.left)}不能与${say(data.right)}比较${unitHint(data.left, lang)}`
        : `${capital(say(data.left))} cannot be compared with ${say(data.right)}${unitHint(data.left, lang)}`;
    case 'no-order':
      return zh
        ? `${say(data.type)}没有大小之分，只能用 = 或 != 比较`
        : `${capital(say(data.type))} is neither more nor less than another: only = and != can be asked`;
    case 'not-rounded':
      return zh
        ? `≈ 用于核对四舍五入的金额、百分数或数，${say(data.type)}应用 =`
        : `~= is for rounded money, percents and numbers; ${say(data.type)} is compared with =`;
    case 'not-within':
      return zh
        ? `“属于”用于类别、地区等有上下级的名称，${say(data.type)}应用 =`
        : `"in" is for categories, areas and the like, which have something below them; ${say(data.type)} is compared with =`;
    case 'not-a-condition':
      return zh
        ? `此处应为条件，例如 完成率 < 50%，而不是${say(data.type)}`
        : `A condition is needed here, such as completion < 50%, not ${say(data.type)}`;
    case 'arithmetic':
      return sayArithmetic(data.operator, say(data.left), say(data.right), zh);
    case 'no-negative':
      return zh ? `${say(data.type)}没有负值` : `${capital(say(data.type))} has no negative`;
    case 'arguments':
      return zh ? `写作 ${usage(data.function, 'zh')}` : `This is written ${usage(data.function, 'en')}`;
    case 'argument-type':
      return zh
        ? `${sayFunction(data.function, lang)}不能用于${say(data.type)}`
        : `There is no ${sayFunction(data.function, lang)} of ${say(data.type)}`;
    case 'needs-aggregate':
      return sayNeedsAggregate(data.name, data.type, zh);
    case 'no-aggregate':
      return zh
        ? `这里逐个项目判断，不能用${sayFunction(data.function, lang)}；汇总写在“核对”或“合计”中`
        : `This is asked of each project by itself, so ${sayFunction(data.function, lang)} cannot stand here; aggregates belong into "expect" and "totals"`;
    case 'no-groups':
      return zh
        ? `不能按${say(data.type)}分组；请用类别、地区、阶段、级别等字段`
        : `Projects cannot be grouped by ${say(data.type)}; take a field such as category, area, stage or level`;
    case 'own-taken':
    case 'own-type':
    case 'own-choice':
    case 'own-holder':
      return zh ? sayOwnZh(data) : sayOwnEn(data);
    case 'own-light':
      return zh ? '亮灯的条件不能再引用亮灯' : "A light's condition cannot ask for a light";
  }
}

type OwnData = Extract<TypeData, { readonly problem: 'own-taken' | 'own-type' | 'own-choice' | 'own-holder' }>;

const HOLDERS = { project: 'projects', item: 'milestones, tasks and approvals', issue: 'issues' } as const;

function sayOwnEn(data: OwnData): string {
  const name = quoted(data.name, 'en');
  if (data.problem === 'own-taken') return `${name} is a field of the language already: give your own another name`;
  if (data.problem === 'own-choice') {
    return `${quoted(data.found, 'en')} is no choice of ${name}: it is ${listed(data.choices, 'en', 'or')}`;
  }
  if (data.problem === 'own-holder') {
    const on = data.on.map((holder) => HOLDERS[holder]);
    return `${name} is not stated of ${HOLDERS[data.holder]}, but of ${listed(on, 'en', 'or')}`;
  }
  const { type, found } = data;
  const but = found === null ? 'a name' : sayType(found, 'en');
  if (type.name === 'choice') return `${name} is one of its choices, without quotes, not ${but}`;
  return `${name} is ${sayType(type, 'en')}, not ${but}${type.name === 'text' ? '; a text stands in quotes' : unitHint(type, 'en')}`;
}

function sayOwnZh(data: OwnData): string {
  const name = quoted(data.name, 'zh');
  if (data.problem === 'own-taken') return `${name}已是语言中的字段，自定字段请另取名称`;
  if (data.problem === 'own-choice') {
    return `${name}没有${quoted(data.found, 'zh')}这个选项：可写${listed(data.choices, 'zh', 'or')}`;
  }
  if (data.problem === 'own-holder') {
    const on = data.on.map((holder) => FIELD_HOLDERS[holder].zh);
    return `${name}不能写在${FIELD_HOLDERS[data.holder].zh}上，只能写在${listed(on, 'zh', 'or')}上`;
  }
  const { type, found } = data;
  const but = found === null ? '名称' : sayType(found, 'zh');
  if (type.name === 'choice') return `${name}应为所列选项之一，不加引号，而不是${but}`;
  return `${name}应为${sayType(type, 'zh')}，而不是${but}${type.name === 'text' ? '；文字写在引号里' : unitHint(type, 'zh')}`;
}

function sayArithmetic(operator: string, left: string, right: string, zh: boolean): string {
  if (zh) return `${left}与${right}不能用 ${operator} 运算`;
  switch (operator) {
    case '+':
      return `${capital(right)} cannot be added to ${left}`;
    case '-':
      return `${capital(right)} cannot be taken from ${left}`;
    case '*':
      return `${capital(left)} cannot be multiplied by ${right}`;
    default:
      return `${capital(left)} cannot be divided by ${right}`;
  }
}

function sayNeedsAggregate(name: string, { name: type }: ValueType, zh: boolean): string {
  const field = fieldOf(name);
  const word = field === undefined ? name : spellField(field, zh ? 'zh' : 'en');
  const summed = type === 'money' || type === 'number';
  if (zh) {
    return `这里面向全部项目，“${word}”属于单个项目：写作 ${summed ? `求和(${word})` : `项目数(${word} = …)`}`;
  }
  return `This is asked of all projects, but "${word}" is one project's: write ${summed ? `sum(${word})` : `count(${word} = …)`}`;
}

function sayUnknown({ name, wanted, nearest, declared }: UnknownData, lang: Lang): string {
  const zh = lang === 'zh';
  const said = quoted(name, lang);
  const hint =
    nearest === undefined
      ? ''
      : zh
        ? `；是否应为${quoted(nearest, 'zh')}？`
        : `; did you mean ${quoted(nearest, 'en')}?`;
  switch (wanted.name) {
    case 'field':
      if (declared !== undefined) return sayDeclared(name, declared, lang);
      return zh ? `没有名为${said}的字段${hint}` : `There is no field called ${said}${hint}`;
    case 'function':
      return zh ? `没有名为${said}的函数${hint}` : `There is no function called ${said}${hint}`;
    case 'policy-light':
      return zh ? `没有哪条规则有名为${said}的灯${hint}` : `No policy has a light called ${said}${hint}`;
    case 'declared':
      return zh
        ? `没有名为${said}的${sayKind(wanted.kind, 'zh')}${hint}`
        : `There is no ${sayKind(wanted.kind, 'en')} called ${said}${hint}`;
    case 'word': {
      const of = sayChooser(wanted.of, lang);
      const words = wordsToChoose(wanted.of).map(({ word }) => spellWord(wanted.of, word, lang));
      return zh
        ? `${of}没有${said}这个值${hint === '' ? `：可写${listed(words, 'zh', 'or')}` : hint}`
        : `${said} is no ${of}${hint === '' ? `: it is ${listed(words, 'en', 'or')}` : hint}`;
    }
  }
}

function sayDeclared(name: string, kind: Parameters<typeof sayKind>[0], lang: Lang): string {
  const field = kind === 'person' ? 'leader' : kind === 'org' ? 'unit' : kind === 'project' ? 'id' : kind;
  const known = fieldOf(field);
  const word = known === undefined ? field : spellField(known, lang);
  const joint = kind === 'person' || kind === 'org' || kind === 'project' ? '=' : lang === 'zh' ? '属于' : 'in';
  return lang === 'zh'
    ? `“${name}”是${sayKind(kind, 'zh')}，不是字段：写作 ${word} ${joint} ${name}`
    : `"${name}" is ${article(sayKind(kind, 'en'))} and no field: write ${word} ${joint} ${name}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const EXPRESSION_RULES: readonly Rule[] = [
  fileRule<TypeData>(
    {
      code: 'expression/type',
      severity: 'error',
      title: { en: 'The expression makes no sense', zh: '表达式的类型不符' },
      message: { en: (data) => sayTypeProblem(data, 'en'), zh: (data) => sayTypeProblem(data, 'zh') },
      page: {
        en: `The parts of an expression do not go together: money is compared with a date, a bare number with a percent,
a sum is asked of text. Every field has a type (see the table of fields in the language reference), and a comparison
needs the same type on both sides. Write units: \`10%\`, \`30d\`, \`3mo\`, \`5M\`. A bare number beside money counts
in units of the portfolio's currency.

\`where\`, \`require … for\` and the conditions of lights are asked of each project by itself; \`expect\` and \`totals\`
are asked of all of them, so fields stand inside \`sum(…)\`, \`count(…)\`, \`avg(…)\`, \`min(…)\`, \`max(…)\` or
\`share(…)\` there.`,
        zh: `表达式各部分的类型不相配：例如金额与日期比较、百分数与不带单位的数比较、对文字求和。每个字段都有类型
（见语言参考的字段表），比较的两边类型须相同。请写明单位：\`10%\`、\`30天\`、\`3个月\`、\`500万元\`。与金额比较时，
不带单位的数按项目库的币种计。

\`筛选\`、\`必备 … 对\`和亮灯条件逐个项目判断；\`核对\`和\`合计\`面向全部项目，字段须写在\`求和(…)\`、\`项目数(…)\`、
\`平均(…)\`、\`最小(…)\`、\`最大(…)\`或\`占比(…)\`里。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'view slow {\n  where completion < 2026-06-30\n  columns id, completion\n}\n',
        clean: 'view slow {\n  where completion < 50% and planned-finish < 2026-06-30\n  columns id, completion\n}\n',
      },
    },
    types,
  ),
  fileRule<UnknownData>(
    {
      code: 'expression/unknown-field',
      severity: 'error',
      title: { en: 'Nothing in expressions has this name', zh: '表达式中没有这个名称' },
      message: { en: (data) => sayUnknown(data, 'en'), zh: (data) => sayUnknown(data, 'zh') },
      page: {
        en: `A name in an expression is a field of a project, in English or Chinese spelling; beside a field it may be one
of that field's words (\`level = city\`) or a declared name (\`category in industry\`, \`leader = LiSi\`). This one is
none of them. The quick fix takes the nearest name.`,
        zh: `表达式中的名称是项目的字段，中英文写法均可；与字段比较时，也可以是该字段的固定用词（\`级别 = 市级\`）或已声明
的名称（\`类别 属于 产业\`、\`责任领导 = 李四\`）。此处的名称都不是。快速修复取最相近的名称。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'view slow {\n  where completoin < 50%\n  columns id, completion\n}\n',
        clean: 'view slow {\n  where completion < 50%\n  columns id, completion\n}\n',
      },
    },
    unknown,
  ),
];
