/** Scales of charts: round ticks, and figures as ticks show them. */

/**
 * Round tick values from 0 up to at least `max`, about `count` of them, in steps of 1, 2, 2.5 or 5 times a power of ten
 * (P. Heckbert, 'Nice numbers for graph labels', Graphics Gems, 1990).
 */
export function niceTicks(max: number, count = 5): readonly number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [0, 1];
  const raw = max / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 2.5, 5, 10].find((m) => m * power >= raw * (1 - 1e-9)) ?? 10);
  const ticks = Math.ceil(max / step - 1e-9);
  return Array.from({ length: ticks + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** A figure for a chart: thousands set apart, at most `decimals` digits after the point, no trailing zeros. */
export function chartNumber(value: number, decimals = 2): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const digits = fraction.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shown = digits === '' ? grouped : `${grouped}.${digits}`;
  return value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown;
}

/** The digits after the point that tell neighbouring ticks apart. */
export function tickDecimals(ticks: readonly number[]): number {
  return Math.max(0, ...ticks.map((t) => (String(t).split('.')[1] ?? '').length));
}
