/** An expression as it could be written, in English words: what programs know a computed column or total by. */

import { formatDuration } from '../../model/duration.js';
import type { Expression, LiteralValue } from '../../model/expression.js';
import { spellMoney } from '../../model/money.js';
import { formatPeriod } from '../../model/period.js';
import { toTrimmedString } from '../../model/rational.js';

/** Names as they stand in the plan, whichever language they are in. */
export function spellExpression(expression: Expression): string {
  switch (expression.type) {
    case 'name':
      return expression.name.text;
    case 'call':
      return `${expression.name.text}(${expression.arguments.map(spellExpression).join(', ')})`;
    case 'compare':
      return `${spellExpression(expression.left)} ${expression.operator} ${spellExpression(expression.right)}`;
    case 'and':
    case 'or':
      return expression.parts.map(spellExpression).join(` ${expression.type} `);
    case 'arithmetic':
      return [
        spellExpression(expression.first),
        ...expression.rest.map(({ operator, operand }) => `${operator} ${spellExpression(operand)}`),
      ].join(' ');
    case 'not':
      return `not ${spellExpression(expression.operand)}`;
    case 'negate':
      return `-${spellExpression(expression.operand)}`;
    case 'as-of': {
      const { operand, day } = expression;
      const of = ['arithmetic', 'compare', 'and', 'or', 'as-of'].includes(operand.type)
        ? `(${spellExpression(operand)})`
        : spellExpression(operand);
      return `${of} at ${day.is === 'day' ? formatPeriod(day.period, 'en') : day.is}`;
    }
    case 'none':
      return 'none';
    case 'literal':
      return literal(expression.value);
    case 'broken':
      return '…';
  }
}

function literal(value: LiteralValue): string {
  switch (value.type) {
    case 'money':
      return spellMoney(value.value, 'en');
    case 'percent':
      return `${toTrimmedString(value.value, 10)}%`;
    case 'number':
      return toTrimmedString(value.value, 10);
    case 'date':
      return formatPeriod(value.value, 'en');
    case 'duration':
      return formatDuration(value.value, 'en');
    case 'text':
      return JSON.stringify(value.value);
  }
}
