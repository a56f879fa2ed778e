/**
 * What a ledger of 1,000 and of 10,000 rows with 26 columns costs, from the file to the plan, and merged into that plan.
 *
 *   npm run build && npm run bench -- import
 *
 * Each in a process of its own, as an office runs it: time on the clock, processor time, and the most memory it took.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIZES = [1000, 10_000];

export function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'planwright-import-'));
  try {
    for (const rows of SIZES) {
      const file = join(folder, `${rows}.csv`);
      writeFileSync(file, ledger(rows));
      const plan = join(folder, String(rows));
      mkdirSync(plan);
      console.table({
        [`${rows} rows`]: run(['import', file, '-o', join(plan, 'a.plan'), '--as-of', '2026-03-31']),
        'merged again': run(['import', file, '--merge', '--plan', plan, '--as-of', '2026-03-31']),
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(call: readonly string[]): { readonly [name: string]: string } {
  const measure = `const r=process.resourceUsage();process.stderr.write('\\n'+JSON.stringify([r.userCPUTime+r.systemCPUTime,r.maxRSS]))`;
  const loaded = `process.on('exit',()=>{${measure}});process.argv.splice(1,0,'planwright');require('./dist/cli.js')`;
  const began = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ['-e', loaded, '--', ...call, '-q'], { encoding: 'utf8' });
  const [cpu = 0, memory = 0] = JSON.parse(stderr.split('\n').at(-1) ?? '[]') as readonly number[];
  return {
    'exit code': String(status),
    'clock, s': ((performance.now() - began) / 1000).toFixed(1),
    'processor, s': (cpu / 1_000_000).toFixed(1),
    'memory, MB': (memory / 1024).toFixed(0),
  };
}

/** All figures and names are invented. */
function ledger(rows: number): string {
  const head =
    '项目编号,项目名称,类别,地区,级别,阶段,计划开工,计划竣工,建设内容,责任领导,责任单位,责任人,联系电话,总投资(万元),资金来源-中央(万元),资金来源-自筹(万元),2026年计划投资(万元),一季度计划,二季度计划,完成投资,形象进度,进展情况,存在问题,批复文号,用地(亩),备注';
  const lines = Array.from({ length: rows }, (_, index) => {
    const person = String.fromCharCode(0x4e00 + (index % 2000));
    return `P${index},某某${index}项目工程,类别${index % 20},第${index % 30}县,市级,在建,2026年3月,2027年12月,长 ${index} 米,王${person},第${index % 200}局,张${person},1390${String(index).padStart(7, '0')},${index + 100}.5,${index},100.5,${(index % 500) + 10},10,20,${(index % 9) + 1},${index % 100}%,主体结构施工中第${index}段,征地问题${index},闽发改〔2026〕${index}号,${index % 300}.5,备注${index}`;
  });
  return `2026年项目台账\n单位：万元\n${head}\n${lines.join('\n')}\n`;
}
