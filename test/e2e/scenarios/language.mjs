// What the editor knows of the language: completion and hover, in both vocabularies and both display languages.

import { includesAll, ok } from './expect.mjs';

export const language = [
  {
    name: 'completion offers Chinese keywords in a Chinese file, and no English ones',
    window: { fixture: 'xinqiao', file: 'projects.plan' },
    async run(studio) {
      const line = studio.text.lineOf('责任人 吴小溪');
      await studio.text.goTo(line);
      await studio.page.keyboard.press('End');
      await studio.page.keyboard.press('Enter');
      const labels = await studio.text.completions();
      await studio.screenshot('completion-chinese');
      includesAll(labels, ['节点', '任务', '配合单位'], 'completion');
      ok(!labels.includes('milestone'), 'no English keyword in a Chinese file');
    },
  },
  {
    name: 'hover on a project shows its card',
    window: { fixture: 'xinqiao', file: 'projects.plan' },
    async run(studio) {
      const card = await studio.text.hover('P001');
      await studio.screenshot('hover-project');
      ok(card.includes('新桥大道'), `the card names the project: ${card}`);
      ok(/12亿元|1\.2B/.test(card), `the card says what it costs, in the way of the display language: ${card}`);
      ok(card.includes('周明远'), `the card says who answers for it: ${card}`);
    },
  },
  {
    name: 'commands have Chinese titles in a Chinese VS Code',
    window: { fixture: 'xinqiao', file: 'projects.plan', displayLanguage: 'zh-cn' },
    async run(studio) {
      await studio.text.focus();
      await studio.palette.run('Planwright: 打开预览');
      await studio.waitForPreview('新桥大道', { timeout: 60_000 });
      await studio.screenshot('display-language-chinese');
    },
  },
];
