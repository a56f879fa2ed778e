/** How far apart neighbours on one line stand: one blank, or none; two where an author set statements apart. */
import type { Token } from '../token-types.js';
import type { LayoutLines, LayoutPiece } from './layout-lines.js';

/** A parenthesis behind these opens an inner condition; behind any other word it holds the arguments of a call. */
const BEFORE_CONDITION: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'where',
  'when',
  'for',
  'expect',
  'totals',
  'columns',
  'rank',
  'at',
]);
const OPERATORS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', '~=', '+', '-', '*', '/']);

const kindOf = ({ token }: LayoutPiece): string => token?.tokenType.name ?? '';

/** What stands between two pieces of one line. `between` is what did. */
export function gap(
  left: LayoutPiece,
  right: LayoutPiece,
  between: string,
  { lags, glued, stops, statements }: Pick<LayoutLines, 'lags' | 'glued' | 'stops' | 'statements'>,
  before: LayoutPiece | undefined,
): string {
  const [a, b] = [kindOf(left), kindOf(right)];
  // Remarks that stand in a column stay in it.
  if (right.comment === 'line' && /^ +$/.test(between)) return between;
  if (left.token === undefined || right.token === undefined) return ' ';
  if (glued.has(right.start)) return '';
  if (between === '' && (stops.has(left.start) || stops.has(right.start))) return '';
  if (b === ',' || b === ')' || a === '(') return '';
  if (a === '{' && b === '}') return '';
  if (a === '.' || b === '.') return isWord(a === '.' ? right.token : left.token) ? '' : between === '' ? '' : ' ';
  if (b === '(') return isWord(left.token) && !BEFORE_CONDITION.has(a) ? '' : ' ';
  if ((a === '+' || a === '-') && lags.has(left.start)) return '';
  if (a === '-' && isUnary(before)) return '';
  // Several statements on a line are told apart at a glance where a wider gap lies between them.
  if (a !== '{' && b !== '{' && b !== '}' && a !== ',' && statements.has(right.start) && between.length > 1)
    return '  ';
  return ' ';
}

function isWord(token: Token): boolean {
  return /^[\p{L}_`]/u.test(token.image);
}

/** Whether a minus behind `before` has no left side. */
function isUnary(before: LayoutPiece | undefined): boolean {
  if (before?.token === undefined) return true;
  const kind = kindOf(before);
  return OPERATORS.has(kind) || kind === '(' || kind === ',' || BEFORE_CONDITION.has(kind);
}
