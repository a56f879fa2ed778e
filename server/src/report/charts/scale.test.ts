/** Ticks, figures and labels of charts. */
import { describe, expect, it } from 'vitest';
import { chartNumber, niceTicks, tickDecimals } from './scale.js';
import { fitLines, textWidth } from './text-fit.js';

describe('the ticks of an axis', () => {
  it.each([
    [171, [0, 50, 100, 150, 200]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [12, [0, 2.5, 5, 7.5, 10, 12.5]],
    [0, [0, 1]],
    [Number.NaN, [0, 1]],
  ])('for a highest value of %d', (max, ticks) => {
    expect(niceTicks(max)).toEqual(ticks);
  });

  it('are written alike', () => {
    expect(niceTicks(12).map((t) => chartNumber(t, tickDecimals(niceTicks(12))))).toEqual([
      '0',
      '2.5',
      '5',
      '7.5',
      '10',
      '12.5',
    ]);
  });
});

describe('figures in charts', () => {
  it.each([
    [1234567.891, '1,234,567.89'],
    [-12, '−12'],
    [-0.001, '0'],
    [0.5, '0.5'],
    [1000, '1,000'],
  ])('%d', (value, shown) => {
    expect(chartNumber(value)).toBe(shown);
  });
});

describe('a label in narrow room', () => {
  it('breaks between Chinese characters and at blanks, and says when it was cut', () => {
    expect(fitLines('龙岩大道高架桥工程', 60, 12, 2)).toEqual(['龙岩大道高', '架桥工程']);
    expect(fitLines('Longyan Avenue viaduct', 90, 12, 2)).toEqual(['Longyan', 'Avenue viaduct']);
    expect(fitLines('龙岩大道高架桥工程', 60, 12, 1)).toEqual(['龙岩大道…']);
    expect(fitLines('短', 60, 12, 2)).toEqual(['短']);
  });

  it('begins no line with a closing mark', () => {
    expect(fitLines('龙岩大道（一期）工程', 84, 12, 3)[1]?.startsWith('）')).toBe(false);
  });

  it('never takes forever, however narrow', () => {
    expect(fitLines('龙岩', 1, 12, 3)).toEqual(['龙', '岩']);
    expect(textWidth('', 12)).toBe(0);
  });
});
