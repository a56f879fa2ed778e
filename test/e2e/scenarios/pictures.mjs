// The pictures of README and walkthrough, taken of the examples as they are: `node test/e2e/run.mjs --pictures`. They travel
// with the extension, and a palette of 256 colours makes them a third: needs Debian's pngquant.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeXlsx } from 'hucre/xlsx';
import { patient } from '../wait-until.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const EXAMPLES = join(ROOT, 'examples');

const PALETTE = ['--force', '--strip', '--speed', '1', '--quality', '80-98'];

async function keep(studio, name, ...targets) {
  const shot = await studio.screenshot(name);
  for (const target of targets) {
    mkdirSync(dirname(join(ROOT, target)), { recursive: true });
    execFileSync('pngquant', [...PALETTE, '--output', join(ROOT, target), shot]);
  }
}

/** Text, summary and tree beside each other, nothing else. */
async function arrange(studio, { openTree, group, openPreview, kind, shows }) {
  await studio.palette.run(openTree);
  await studio.page.locator('.pane-body .monaco-list-row').first().waitFor();
  await studio.page.locator('.pane-body .monaco-list-row', { hasText: group }).first().click();
  await studio.text.focus();
  await studio.palette.run(openPreview);
  await studio.palette.pick(kind);
  await studio.waitForPreview(shows, { timeout: patient(60_000) });
  await studio.page.mouse.move(190, 780);
  await studio.page.waitForTimeout(2500);
}

async function importLedger(studio, { title, file, rows }) {
  const made = await writeXlsx({ sheets: [{ name: 'A', rows }] });
  const path = join(studio.folder, file);
  writeFileSync(path, made);
  await studio.text.focus();
  await studio.palette.run(title);
  await studio.palette.choosePath(path);
  await studio
    .previewFrame()
    .locator('#confirm')
    .waitFor({ timeout: patient(60_000) });
  await studio.page.waitForTimeout(1500);
}

// Invented, as all of the plans that they go into.
const LEDGER_ZH = [
  ['新增项目台账', null, null, null, null, null],
  [null, null, null, null, null, '单位：万元'],
  ['项目名称', '责任单位', '总投资', '2023年计划投资', '开工时间', '用地亩数'],
  ['滨江湿地公园', null, 42000, 12000, '2023.6', 780],
  ['东部固废处置中心', null, 96000, 30000, '9月底', 215],
];
const LEDGER_EN = [
  ['Project', 'Unit', 'Total investment (M)', 'Plan 2026 (M)', 'Start', 'Plots'],
  ['Riverside park', null, 4.2, 1.2, '2026-06', 12],
  ['Recycling centre', null, 9.6, 3, '2026-09-30', 3],
];

const CHINESE = { fixture: join(EXAMPLES, 'shanghai'), file: '城市基础设施类.plan', displayLanguage: 'zh-cn' };
const ENGLISH = { fixture: join(EXAMPLES, 'westmere'), file: 'highways.plan' };
const SMALL = { viewport: { width: 1280, height: 800 } };

/** @type {import('../run.mjs').Scenario[]} */
export const pictures = [
  {
    name: 'picture: a plan, its tree and its dashboard',
    window: { ...ENGLISH, viewport: { width: 1500, height: 900 } },
    async run(studio) {
      await arrange(studio, {
        openTree: 'View: Show Planwright',
        group: 'Place',
        openPreview: 'Planwright: Open Preview of…',
        kind: 'Overview',
        shows: 'Total investment',
      });
      await keep(studio, 'picture-en', 'docs/images/editor.png', 'extension/walkthrough/pictures/editor.png');
    },
  },
  {
    name: 'picture: the same in Chinese',
    window: { ...CHINESE, viewport: { width: 1500, height: 900 } },
    async run(studio) {
      await arrange(studio, {
        openTree: 'View: Show Planwright',
        group: '城市基础设施',
        openPreview: 'Planwright: 选择预览内容…',
        kind: '总览',
        shows: '总投资',
      });
      const targets = ['docs/images/editor.zh-CN.png', 'extension/walkthrough/pictures/editor.zh-cn.png'];
      await keep(studio, 'picture-zh', ...targets);
    },
  },
  {
    name: 'picture: how a ledger was understood',
    window: { ...ENGLISH, ...SMALL },
    async run(studio) {
      await importLedger(studio, { title: 'Planwright: Import Ledger…', file: 'ledger.xlsx', rows: LEDGER_EN });
      await keep(studio, 'picture-import-en', 'extension/walkthrough/pictures/import.png');
    },
  },
  {
    name: 'picture: how a ledger was understood, in Chinese',
    window: { ...CHINESE, ...SMALL },
    async run(studio) {
      await importLedger(studio, { title: 'Planwright: 导入台账…', file: '台账.xlsx', rows: LEDGER_ZH });
      await keep(studio, 'picture-import-zh', 'extension/walkthrough/pictures/import.zh-cn.png');
    },
  },
];
