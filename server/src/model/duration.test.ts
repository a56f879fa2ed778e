/** Durations read from text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Duration, formatDuration, parseDuration, sayDuration } from './duration.js';

function read(text: string): string {
  const reading = parseDuration(text);
  return reading.ok ? `${reading.duration.amount} ${reading.duration.unit}` : reading.reason;
}

describe('durations as they are written', () => {
  it.each([
    ['10d', '10 d'],
    ['10天', '10 d'],
    ['10wd', '10 wd'],
    ['10个工作日', '10 wd'],
    ['10工作日', '10 wd'],
    ['2w', '2 w'],
    ['2周', '2 w'],
    ['3mo', '3 mo'],
    ['3个月', '3 mo'],
    ['2y', '2 y'],
    ['2年', '2 y'],
    ['１０个工作日', '10 wd'],
    ['0d', '0 d'],
    ['2026年', 'not-a-duration'],
    ['10', 'not-a-duration'],
    ['3月', 'not-a-duration'],
    ['-3d', 'not-a-duration'],
    ['1.5mo', 'fraction'],
    ['20260年', 'too-long'],
    ['9999999999999999999999d', 'too-long'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('are said in sentences', () => {
    expect(sayDuration({ amount: 1, unit: 'wd' }, 'en')).toBe('1 working day');
    expect(sayDuration({ amount: 10, unit: 'wd' }, 'en')).toBe('10 working days');
    expect(sayDuration({ amount: 3, unit: 'mo' }, 'zh')).toBe('3个月');
  });

  it('read back what was written', () => {
    const duration: fc.Arbitrary<Duration> = fc.record({
      amount: fc.nat(999),
      unit: fc.constantFrom('d' as const, 'wd' as const, 'w' as const, 'mo' as const, 'y' as const),
    });
    fc.assert(
      fc.property(duration, fc.constantFrom('en' as const, 'zh' as const), (written, lang) => {
        expect(parseDuration(formatDuration(written, lang))).toEqual({ ok: true, duration: written });
      }),
    );
  });
});
