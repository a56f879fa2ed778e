/** The table of published figures beside what the files add up to. */
import { type Compared, expectationsOf, type Outcome } from '../../analysis/expectations.js';
import { sayExpression, sayName } from '../../analysis/expressions/expression-words.js';
import { fieldOf } from '../../analysis/expressions/fields.js';
import { sayWord } from '../../analysis/expressions/fixed-words.js';
import { functionOf } from '../../analysis/expressions/functions.js';
import { isLess, publishedFigure, sayDifference, sayFoundAndStated } from '../../analysis/published-words.js';
import { lackingInWords } from '../../analysis/report-note.js';
import type { Expression } from '../../model/expression.js';
import type { ExpectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import type { Span } from '../../model/span.js';
import { cell, type InlineContent, light, muted, row } from '../compose.js';
import type { Inlines, Table } from '../document.js';
import { type Formatter, titleOf } from '../wording/formatter.js';

const words = {
  what: { en: 'Published figure', zh: '核对事项' },
  stated: { en: 'Published', zh: '公布数' },
  found: { en: 'In the register', zh: '台账数' },
  difference: { en: 'Difference', zh: '差额' },
  result: { en: 'Result', zh: '结果' },
  holds: { en: 'agrees', zh: '相符' },
  fails: { en: 'differs', zh: '不符' },
  unasked: { en: 'cannot be compared', zh: '无法核对' },
  count: { en: 'Projects', zh: '项目数' },
  row: { en: '{row}: {measure}', zh: '{row}：{measure}' },
  partition: { en: 'Every project falls into one row by {field}', zh: '各项目按{field}只归入一行' },
  rest: { en: 'in none: {names}', zh: '未归入：{names}' },
  twice: { en: '{project} in two rows', zh: '{project}重复归入' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The published figures beside what the files amount to; undefined where the portfolio states none. */
export function expectationTable(format: Formatter): Table | undefined {
  const { analysis } = format;
  const outcomes = expectationsOf(analysis);
  const { portfolio } = analysis.plan;
  if (outcomes.length === 0 || portfolio === undefined) return undefined;
  return {
    type: 'table',
    anchor: 'expectations',
    columns: [
      { title: format.say(words.what), kind: 'text' },
      { title: format.say(words.stated), kind: 'text', align: 'end', wrap: false },
      { title: format.say(words.found), kind: 'text', align: 'end', wrap: false },
      { title: format.say(words.difference), kind: 'text', align: 'end', wrap: false },
      { title: format.say(words.result), kind: 'light' },
    ],
    rows: outcomes.map((outcome) => {
      const compared = 'compared' in outcome ? outcome.compared : undefined;
      const figures = compared && sayFoundAndStated(publishedFigure(compared), format.currency, format.lang);
      return row(
        [
          whatOf(format, outcome, portfolio.expects),
          cell(format.or(figures?.stated)),
          cell([...format.or(figures?.found), ...lackingIn(format, compared)]),
          cell(format.or(compared && differenceOf(format, compared))),
          cell(resultOf(format, outcome)),
        ],
        { origin: { id: portfolio.id, at: outcome.at } },
      );
    }),
  };
}

function whatOf(format: Formatter, outcome: Outcome, expects: readonly ExpectFacts[]): string {
  switch (outcome.of) {
    case 'condition': {
      const condition = conditionAt(expects, outcome.at);
      return condition === undefined ? '' : subject(format, condition);
    }
    case 'unasked': {
      const { row: name, measure, at } = outcome;
      if (name !== undefined) {
        return measure === undefined
          ? name
          : format.say(words.row, { row: name, measure: measureName(format, measure) });
      }
      const condition = conditionAt(expects, at);
      const field = expects.find((expect) => expect.type === 'breakdown' && within(at, expect.at));
      if (condition !== undefined) return subject(format, condition);
      return field?.type === 'breakdown' ? sayName(field.field.text, format.lang) : '';
    }
    case 'row':
      return format.say(words.row, {
        row: titleOfRow(format, outcome, expects) ?? sayWord(outcome.words, outcome.row, format.lang),
        measure: measureName(format, outcome.measure),
      });
    case 'two-rows':
    case 'rest': {
      const holder = expects.find((expect) => within(outcome.at, expect.at));
      return format.say(words.partition, {
        field: holder?.type === 'breakdown' ? sayName(holder.field.text, format.lang) : '',
      });
    }
  }
}

/** What the row is called where it is an entry of a taxonomy; a fixed word has no declaration. */
function titleOfRow(format: Formatter, { at, row: name }: { at: Span; row: string }, expects: readonly ExpectFacts[]) {
  const holder = expects.find((expect) => within(at, expect.at));
  const type = holder?.type === 'breakdown' ? fieldOf(holder.field.text)?.type : undefined;
  if (type?.name !== 'ref' && type?.name !== 'refs') return undefined;
  const kind = (['category', 'area', 'batch', 'tag', 'org', 'person'] as const).find((each) => each === type.kind);
  const thing = kind && format.analysis.plan.find(kind, name);
  return thing === undefined ? undefined : titleOf(thing);
}

function within(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** Parts of an `and` are expectations of their own: the one that stands at `at`. */
function conditionAt(expects: readonly ExpectFacts[], at: Span): Expression | undefined {
  const look = (expression: Expression): Expression | undefined => {
    if (expression.at.start === at.start && expression.at.end === at.end && expression.at.file === at.file) {
      return expression;
    }
    return expression.type === 'and' ? firstOf(expression.parts.map(look)) : undefined;
  };
  return firstOf(expects.map((expect) => (expect.type === 'condition' ? look(expect.condition) : undefined)));
}

function firstOf<T>(found: readonly (T | undefined)[]): T | undefined {
  return found.find((value) => value !== undefined);
}

/** Of a comparison with a literal what is compared; the published figure has its own column. */
function subject(format: Formatter, condition: Expression): string {
  if (condition.type !== 'compare') return sayExpression(condition, format.lang);
  if (condition.right.type === 'literal') return sayExpression(condition.left, format.lang);
  return condition.left.type === 'literal'
    ? sayExpression(condition.right, format.lang)
    : sayExpression(condition, format.lang);
}

function measureName(format: Formatter, measure: string): string {
  if (functionOf(measure)?.name === 'count') return format.say(words.count);
  const known = functionOf(measure);
  if (known !== undefined) return format.lang === 'zh' ? known.zh : known.name;
  return fieldOf(measure)?.title[format.lang] ?? measure;
}

/** How many did not report stands beside what only counts reports. */
function lackingIn(format: Formatter, compared: Compared | undefined): Inlines {
  const lacking = compared?.reports === undefined ? '' : lackingInWords(compared.reports, format.lang);
  return lacking === '' ? [] : [muted(format.aside(lacking))];
}

/** found − stated; a figure that was published rounded may differ by the rounding and still agree. */
function differenceOf({ currency, lang }: Formatter, compared: Compared): string | undefined {
  if (compared.difference === undefined || compared.difference.value.n === 0n) return undefined;
  const figure = publishedFigure(compared);
  const said = sayDifference(figure, currency, lang);
  return said === undefined || !isLess(figure) ? said : `-${said}`;
}

function resultOf(format: Formatter, outcome: Outcome): InlineContent {
  if (outcome.holds) return light('green', format.say(words.holds));
  if (outcome.of === 'unasked') return light('grey', format.say(words.unasked));
  if (outcome.of === 'rest') {
    return light('red', format.say(words.rest, { names: format.list(outcome.projects.slice(0, 5).map(titleOf)) }));
  }
  if (outcome.of === 'two-rows') {
    return light('red', format.say(words.twice, { project: titleOf(outcome.project) }));
  }
  return light('red', format.say(words.fails));
}
