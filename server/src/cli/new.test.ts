/** `planwright new`. */
import { describe, expect, it } from 'vitest';
import { folderWith } from './testing/test-folder.js';

describe('new', () => {
  it.each([
    ['en', 'portfolio.plan'],
    ['zh', '项目库.plan'],
  ])('writes a plan that has nothing to be told, not even a hint: %s', async (lang, name) => {
    const folder = folderWith({});

    expect(await folder.call('new', 'plans', '--lang', lang)).toEqual({
      code: 0,
      stdout: `plans/planwright.json\nplans/${name}\n`,
      stderr: '',
    });
    expect(folder.names()).toEqual(['plans', 'plans/planwright.json', `plans/${name}`].sort());
    expect(JSON.parse(folder.read('plans/planwright.json'))).toEqual({ language: lang });
    for (const day of ['2026-03-31', '2026-04-07']) {
      const { stdout } = await folder.call('check', 'plans', ...['--severity', 'hint', '--as-of', day]);
      expect(stdout).toBe(
        lang === 'zh'
          ? `✓ 1 个文件，1 个项目，截至 ${day}：没有发现问题\n`
          : `✓ 1 file, 1 project as of ${day}: no problems\n`,
      );
    }
    expect((await folder.call('format', 'plans', '--check', '--quiet')).stdout).toBe('');
  });

  it.each([
    new Date(2026, 0, 1, 12),
    new Date(2026, 0, 31, 12),
    new Date(2028, 1, 29, 12),
    new Date(2026, 9, 3, 12),
    new Date(2026, 11, 31, 12),
  ])('does so on any day: %s', async (now) => {
    for (const lang of ['en', 'zh']) {
      const folder = folderWith({});
      await folder.call('new', '--lang', lang, { now });
      expect((await folder.call('check', '--severity', 'hint', { now })).stdout).toMatch(/no problems|没有发现问题/);
    }
  });

  it('overwrites nothing', async () => {
    const folder = folderWith({ 'planwright.json': '{}' });

    expect(await folder.call('new')).toEqual({
      code: 2,
      stdout: '',
      stderr: "planwright: 'planwright.json' is there already; nothing was written\n",
    });
    expect((await folder.call('new', '--lang', 'zh')).stderr).toBe(
      'planwright：“planwright.json”已存在，未写入任何内容\n',
    );
    expect(folder.names()).toEqual(['planwright.json']);
  });
});
