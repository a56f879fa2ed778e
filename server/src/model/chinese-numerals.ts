/** Chinese numerals from 一 to 九百九十九, as meetings and batches are counted with: 第十次, 第一百零三批. */

const DIGITS = '零一二三四五六七八九';

/** `number` from 1 to 999. */
export function toChineseNumeral(number: number): string {
  const digit = (n: number): string => DIGITS.charAt(n);
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const unit = ones === 0 ? '' : digit(ones);
  if (hundreds > 0) {
    const ten = tens > 0 ? `${digit(tens)}十` : ones > 0 ? '零' : '';
    return `${digit(hundreds)}百${ten}${unit}`;
  }
  if (tens > 0) return `${tens === 1 ? '' : digit(tens)}十${unit}`;
  return unit;
}

/** Undefined of what is not written so. */
export function readChineseNumeral(text: string): number | undefined {
  let [total, last] = [0, 0];
  for (const sign of text) {
    const digit = DIGITS.indexOf(sign);
    if (digit >= 0) last = digit;
    else if (sign === '百' || sign === '十')
      [total, last] = [total + Math.max(last, 1) * (sign === '百' ? 100 : 10), 0];
    else return undefined;
  }
  const number = total + last;
  return number > 0 && number < 1000 && toChineseNumeral(number) === text ? number : undefined;
}
