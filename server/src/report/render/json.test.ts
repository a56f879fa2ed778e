/** JSON reports. */
import { describe, expect, it } from 'vitest';
import { bar, cell, light, row } from '../compose.js';
import type { ReportDocument } from '../document.js';
import { renderJson } from './json.js';
import { origin, sample } from './sample.fixture.js';

const range = { start: { line: 4, column: 3 }, end: { line: 4, column: 28 } };
const locate = () => range;

describe('a JSON report', () => {
  it('gives text, exact value, lights and bars of a cell, and where the row comes from', () => {
    const report: ReportDocument = {
      kind: 'test',
      title: 'T',
      statusDate: '2026-03-31',
      lang: 'en',
      blocks: [
        {
          type: 'table',
          columns: [{ title: 'Done', kind: 'percent' }],
          rows: [row([cell([bar(62.5, { label: '62.5%' }), light('red')], '62.5')], { origin: origin('P1') })],
        },
      ],
    };
    const [table] = JSON.parse(renderJson(report, { locate })).blocks;
    expect(table.rows).toEqual([
      {
        type: 'row',
        cells: [{ text: '62.5%Red', lights: ['red'], bars: [{ percent: 62.5, label: '62.5%' }], value: '62.5' }],
        origin: { id: 'P1', file: 'projects/transport.plan', range },
      },
    ]);
  });

  it('writes days of a wall chart as dates, a point without start', () => {
    const gantt = JSON.parse(renderJson(sample, { locate })).blocks.find((b: { type: string }) => b.type === 'gantt');
    expect([gantt.from, gantt.to]).toEqual(['2026-01-01', '2026-12-31']);
    expect(gantt.rows[2].forecast).toEqual({ start: '2026-02-21', finish: '2026-05-12' });
    expect(gantt.rows[5]).toMatchObject({
      forecast: { start: null, finish: '2026-12-28' },
      due: '2026-12-20',
      slack: -8,
    });
  });

  it('leaves out the range where the text is not at hand, and is the same each time', () => {
    const written = renderJson(sample, { locate: () => undefined });
    expect(JSON.parse(written).blocks[1].origin).toEqual({ id: 'P007.征地', file: 'projects/transport.plan' });
    expect(renderJson(sample, { locate: () => undefined })).toBe(written);
  });

  it('has no character that a terminal would obey, and loses none', () => {
    const title = 'a\u202Eb\u001bc\u0000\u009b';
    const written = renderJson({ kind: 'test', title, statusDate: '', lang: 'en', blocks: [] }, { locate });
    expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(JSON.parse(written).title).toBe(title);
  });
});
