// A ledger into the plan: looked at, asked about, confirmed, taken back; the same in a browser without a process.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { EXTENSION_ID } from '../code-server.mjs';
import { patient, until } from '../wait-until.mjs';
import { equal, ok } from './expect.mjs';

const CHINESE = { fixture: 'xinqiao', file: 'projects.plan', displayLanguage: 'zh-cn' };
const IN_THE_PAGE = { 'remote.extensionKind': { [EXTENSION_ID]: ['ui'] } };

// Invented, as all of the plan that it goes into.
const ROWS = [
  ['新桥县重点项目台账', null, null, null, null, null, null],
  ['截至2026年3月31日', null, null, null, null, null, '单位：万元'],
  ['项目编号', '项目名称', '责任单位', '总投资', '2026年计划投资', '开工时间', '用地亩数'],
  ['P001', '新桥大道', '交通局', 125000, 30000, '2026.1', 320],
  [null, '清溪水库工程', '水利局', 60000, 8000, '年底前看情况', 1500],
  ['P003', '城南污水厂', '住建局', 22000, 9000, '2026.6', 45],
];

async function ledger(studio) {
  const made = await writeXlsx({ sheets: [{ name: '台账', rows: ROWS }] });
  const file = join(studio.folder, '台账.xlsx');
  writeFileSync(file, made);
  return file;
}

async function importIt(studio, title, file) {
  await studio.text.focus();
  await studio.palette.run(title);
  await studio.palette.choosePath(file);
}

const confirm = (studio) =>
  studio
    .previewFrame()
    .locator('#confirm')
    .click({ timeout: patient(20_000) });

export const imports = [
  {
    name: 'a ledger is shown and asked about before it is written, and one undo takes it back',
    window: CHINESE,
    async run(studio) {
      const before = readFileSync(join(studio.folder, 'projects.plan'), 'utf8');
      await importIt(studio, 'Planwright: 导入台账…', await ledger(studio));
      await studio.page.locator('.quick-input-widget:visible', { hasText: '是否就是 P002' }).waitFor();
      await studio.screenshot('import-question');
      await studio.palette.pick('就是 P002“清溪水库”');
      await studio.waitForPreview('用地亩数', { timeout: patient(60_000) });
      const text = await studio.previewText();
      ok(text.includes('新增 1 个项目'), `the page says what is new: ${text}`);
      ok(text.includes('年底前看情况'), `the page says what could not be placed: ${text}`);
      await studio.screenshot('import-report-light');
      equal(readFileSync(join(studio.folder, 'projects.plan'), 'utf8'), before, 'the plan on disk');
      await confirm(studio);
      await until(
        'the new project',
        async () => (await studio.text.lines()).some((line) => line.includes('12.5亿元')),
        {
          timeout: patient(30_000),
        },
      );
      await studio.screenshot('import-written');
      equal(readFileSync(join(studio.folder, 'projects.plan'), 'utf8'), before, 'the plan on disk, not saved');
      await studio.text.focus();
      await studio.page.keyboard.press('Control+z');
      await until(
        'the text as it was',
        async () => !(await studio.text.lines()).some((line) => line.includes('12.5亿元')),
        {
          timeout: patient(20_000),
        },
      );
    },
  },
  {
    name: 'an import that is called off leaves nothing behind',
    window: CHINESE,
    async run(studio) {
      const file = join(studio.folder, 'new.csv');
      writeFileSync(file, '项目编号,项目名称\nP9,新码头\n');
      await importIt(studio, 'Planwright: 导入台账…', file);
      await studio.waitForPreview('新码头', { timeout: patient(60_000) });
      await studio.previewFrame().locator('#cancel').click();
      await studio.page.locator('iframe.webview.ready').waitFor({ state: 'detached', timeout: patient(20_000) });
      ok(!existsSync(join(studio.folder, 'new.plan')), 'no plan is written');
      await importIt(studio, 'Planwright: 导入台账…', file);
      await studio.waitForPreview('新码头', { timeout: patient(60_000) });
      await confirm(studio);
      await studio.palette.choosePath(join(studio.folder, 'new.plan'));
      await until('the plan file', () => existsSync(join(studio.folder, 'new.plan')), { timeout: patient(20_000) });
      ok(readFileSync(join(studio.folder, 'new.plan'), 'utf8').includes('项目 P9 "新码头"'), 'the project is in it');
      await studio.screenshot('import-new-plan');
    },
  },
  {
    name: 'a file that is no ledger is refused in a sentence',
    window: { fixture: 'xinqiao', file: 'projects.plan' },
    async run(studio) {
      const file = join(studio.folder, 'broken.xlsx');
      writeFileSync(file, 'PK\u0003\u0004 and then nothing');
      await importIt(studio, 'Planwright: Import Ledger…', file);
      const told = studio.page.locator('.notifications-toasts .notification-list-item-message').first();
      await told.waitFor({ timeout: patient(30_000) });
      const said = await until('the reason', async () => {
        const texts = await studio.page.locator('.notification-list-item-message').allInnerTexts();
        return texts.find((each) => /damaged|cannot be read|not a workbook|Excel/i.test(each));
      });
      ok(!/undefined|Error:/.test(said), said);
      await studio.screenshot('import-refused');
    },
  },
  {
    name: 'in a browser a ledger is imported without a process',
    window: { ...CHINESE, theme: 'dark', settings: IN_THE_PAGE },
    async run(studio) {
      await importIt(studio, 'Planwright: 导入台账…', await ledger(studio));
      await studio.palette.pick('就是 P002“清溪水库”');
      await studio.waitForPreview('用地亩数', { timeout: patient(60_000) });
      await studio.screenshot('import-report-dark');
      await confirm(studio);
      await until(
        'the new project',
        async () => (await studio.text.lines()).some((line) => line.includes('12.5亿元')),
        {
          timeout: patient(30_000),
        },
      );
      equal(studio.server.extensionProcesses(), [], 'processes of the extension');
    },
  },
];
