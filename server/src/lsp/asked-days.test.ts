/** Days as people ask for them: what is offered as the status date, and what a typed date is understood as. */
import { describe, expect, it } from 'vitest';
import { dayRead, statusDateChoices } from './protocol.js';
import { Editor } from './testing/test-editor.js';

const PLAN = `项目库 新桥 { 年度 2026  截至 2026-02-28 }
会议 调度3 "第3次调度会" { 日期 2026-02-20 }
会议 调度4 "第4次调度会" { 日期 2026-04-20 }`;

async function asked<T>(ask: (editor: Editor, uri: string) => Promise<T>, plan = PLAN): Promise<T> {
  const { editor, uri } = await Editor.with(plan, { today: '2026-04-01' });
  try {
    return await ask(editor, uri);
  } finally {
    await editor.stop();
  }
}

const read = (text: string, lang: 'en' | 'zh' = 'zh') =>
  asked((editor, uri) => editor.client.sendRequest<unknown>(dayRead.method, { uri, lang, text }));

describe('a typed day', () => {
  it.each([
    ['2026.6.30', '2026-06-30'],
    ['2026年6月30日', '2026-06-30'],
    ['20260630', '2026-06-30'],
    ['6月底', '2026-06-30'],
    ['6月30日', '2026-06-30'],
    ['6.30', '2026-06-30'],
    ['２月底', '2026-02-28'],
    ['2026-02', '2026-02-28'],
    ['一季度末', '2026-03-31'],
    ['上半年', '2026-06-30'],
    ['3月上旬', '2026-03-10'],
    ['2025年底', '2025-12-31'],
    ['今天', '2026-04-01'],
    ['30 Jun 2026', '2026-06-30'],
    ['30th June', '2026-06-30'],
    ['June 30, 2025', '2025-06-30'],
    ['Sept 1', '2026-09-01'],
    ['end of February', '2026-02-28'],
  ])('%s is understood as %s', async (text, day) => {
    expect(await read(text)).toMatchObject({ day });
  });

  it.each(['2026-02-30', '2月30日', '13月底', '上周', 'soon', '6', '31 June', '3 Mayor 2026', 'end of Juna'])(
    '%s is none',
    async (text) => {
      expect(await read(text)).toBeNull();
    },
  );

  it('is said in full, in the language of the reader', async () => {
    expect(await read('6月底')).toEqual({ day: '2026-06-30', said: '2026年6月30日 周二' });
    expect(await read('2026-Q2', 'en')).toEqual({ day: '2026-06-30', said: 'Tuesday, 30 June 2026' });
  });
});

describe('the days that are offered as the status date', () => {
  const choices = (plan?: string) =>
    asked((editor, uri) => editor.client.sendRequest(statusDateChoices.method, { uri, lang: 'zh' }), plan);

  it('are today, the ends of what is over, each once, and the latest meeting that was held', async () => {
    expect(await choices()).toEqual({
      stated: { day: '2026-02-28', by: 'portfolio' },
      days: [
        { day: '2026-04-01', title: '今天' },
        { day: '2026-03-31', title: '上月末' },
        { day: '2026-02-28', title: '上上月末' },
        { day: '2025-12-31', title: '上年末' },
        { day: '2026-02-20', title: '最近一次会议：第3次调度会' },
      ],
    });
  });

  it('count the last year from the day, not from the year that the plan was made for', async () => {
    const lastYear = (day: string) => ({ days: expect.arrayContaining([{ day, title: '上年末' }]) });
    expect(await choices('项目库 a { 年度 2024 }')).toMatchObject(lastYear('2025-12-31'));
    expect(await choices('项目库 a { 年度 2024  年度起始 7月 }')).toMatchObject(lastYear('2025-06-30'));
  });

  it('say that today holds where the plan states no day', async () => {
    expect(await choices('项目库 a')).toMatchObject({ stated: { day: '2026-04-01', by: 'today' } });
  });
});
