/** One portfolio, asked everywhere: every summary, `list`, `check` and the hover give the same figures. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { folderWith } from '../server/src/cli/testing/test-folder.js';
import { Editor } from '../server/src/lsp/testing/test-editor.js';
import { plainText } from '../server/src/report/plain-text.js';
import { blocksOf, summaryOf } from './generated-summary.js';

/** Every way in which a project can count or not; people and money are invented. */
const PLAN = `portfolio City { year 2026 }
org Works
person Chen { org Works }
policy Rules { light time { red when days-late > 30d yellow when days-late > 0d } light money { yellow when investment-behind > 20% } }
project Reported { unit Works stage construction on 2026-01-01 actual-start 2026-01-01 period 2026-01 .. 2027-12
  investment 5亿元 { year 2026 1亿元 } report 2026-03-31 { invested 9000万元 }
  milestone Base due 2026-06-30 milestone Frame due 2026-09-30 }
project Silent { unit Works stage construction on 2026-01-01 actual-start 2026-01-01 period 2026-01 .. 2027-12
  investment 约3亿元 { year 2026 2亿元 } milestone Base due 2026-12-31 }
project LastYear { unit Works stage construction on 2025-01-01 actual-start 2025-01-01 period 2025-01 .. 2027-12
  investment { year 2026 5000万元 } report 2025-12-31 { invested 1亿元 } report 2026-05-31 { text "rain" } }
project Ready { unit Works stage ready period 2026-06 .. 2027-12 investment 1亿元 { year 2026 0元 } milestone Start due 2026-06-30
  issue Land "land" { raised 2026-03-01 due 2026-06-30 owner Chen } issue Water "water" { raised 2026-06-30 } }
project Suspended { unit Works stage suspended on 2026-02-01 investment 2亿元 { year 2026 1亿元 } report 2026-01-31 { invested 1000万元 }
  milestone Base due 2026-01-15 issue Money "money" { raised 2026-01-01 due 2026-01-31 } }
project Cancelled { unit Works stage cancelled on 2026-02-01 investment 7亿元 { year 2026 1亿元 } milestone Base due 2026-01-15
  issue Gone "gone" { raised 2026-01-01 due 2026-01-31 } }
project Removed { unit Works stage construction on 2025-01-01 removed 2026-06-30 "sold" investment 9亿元 { year 2026 9亿元 }
  report 2026-03-31 { invested 8亿元 } milestone Base due 2026-01-15 issue Gone "gone" { due 2026-01-31 } }
project Later { unit Works stage construction admitted 2026-07-01 investment 4亿元 { year 2026 4亿元 } milestone Base due 2026-01-15 }
project Completed { unit Works stage completed on 2026-05-01 actual-start 2025-01-01 actual-finish 2026-05-01 period 2025-01 .. 2026-04
  investment 1亿元 { year 2026 3000万元 } report 2026-05-01 { invested 3000万元 } }
project Reserve { unit Works stage reserve }
meeting Week { date 2026-03-02 decision A "do a" { unit Works owner Chen due 2026-06-30 }
  decision B "do b" { unit Works owner Chen due 2026-06-29 } decision C "do c" { due 2026-01-31 done 2026-02-01 feedback 2026-02-01 "c" } }
inspection Site { date 2026-03-03 issue Fence "fence" { raised 2026-03-03 due 2026-06-29 }
  decision D "mend it" { due 2026-06-30 } }
inspection Coming { date 2026-08-03 issue Roof "roof" { due 2026-06-29 } decision E "mend it" { due 2026-06-30 } }
`;

const LIGHTS = ['red', 'yellow', 'green', 'blue', 'grey'] as const;
const TOTALS = [
  'count()',
  'sum(total)',
  'sum(plan)',
  'sum(invested)',
  'sum(overdue)',
  'sum(overdue-issues)',
  ...LIGHTS.map((light) => `count(light = ${light})`),
];

interface Listed {
  readonly totals: Readonly<Record<string, string | number>>;
  readonly notReported: { readonly count: number; readonly of: number };
}

/** What the command says. */
async function asked(asOf: string) {
  const folder = folderWith({ 'a.plan': PLAN });
  const { totals, notReported } = await folder.json<Listed>(
    'list',
    '--as-of',
    asOf,
    '--totals',
    TOTALS.join(', '),
    '--format',
    'json',
  );
  const { diagnostics } = await folder.json<{ diagnostics: readonly { code: string; element: string }[] }>(
    'check',
    '--as-of',
    asOf,
    '--format',
    'json',
    '--fail-on',
    'never',
  );
  const found = (code: string): number => diagnostics.filter((each) => each.code === code).length;
  return { totals, notReported, found };
}

/** The headline of a summary: labels with figures, and the notes beside them. */
function headline(kind: string, asOf: string): Readonly<Record<string, string>> {
  const entries = blocksOf(summaryOf(kind, PLAN, { asOf }), 'keyValues').find(
    ({ anchor }) => anchor === 'headline',
  )?.entries;
  return Object.fromEntries(
    (entries ?? []).flatMap(({ label, value, note }) => [
      [label, plainText(value, 'en')],
      [`${label}, note`, note ?? ''],
    ]),
  );
}

function cellsOf(kind: string, anchor: string, asOf: string, which: 'totals' | 'rows'): readonly (readonly string[])[] {
  const table = blocksOf(summaryOf(kind, PLAN, { asOf }), 'table').find((block) => block.anchor === anchor);
  const rows =
    which === 'totals'
      ? [table?.totals ?? []]
      : (table?.rows ?? []).flatMap((row) => ('cells' in row ? [row.cells] : []));
  return rows.map((cells) => cells.map(({ content }) => plainText(content, 'en')));
}

/** Headed `Lights`, `Overdue deadlines`, …: what the card of the unit that answers for all of them says. */
async function hoverOnUnit(today: string): Promise<string> {
  const { editor, uri, at } = await Editor.with(PLAN.replace('org Works', 'org Wor<|>ks'), { today });
  onTestFinished(() => editor.stop());
  const hover = await editor.at<Hover | null>('textDocument/hover', uri, at.cursor);
  const contents = hover?.contents;
  return contents !== undefined && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

/** Around a deadline, on both sides of two year ends, and before anything was reported. */
const DAYS = [
  '2025-12-31',
  '2026-01-01',
  '2026-01-31',
  '2026-02-01',
  '2026-06-29',
  '2026-06-30',
  '2026-07-01',
  '2026-12-31',
  '2027-01-01',
];

describe('the figures of one portfolio', () => {
  it('are these on 30 June, worked out by hand', async () => {
    const { totals, notReported } = await asked('2026-06-30');
    expect(totals).toEqual({
      'count()': 8, // all but Removed and Later
      'sum(total)': '1900000000', // 5 + about 3 + 1 + 2 + 7 + 1
      'sum(plan)': '580000000', // 1 + 2 + 0.5 + 0 + 1 + 1 + 0.3
      'sum(invested)': '130000000', // 0.9 + 0.1 + 0.3
      'sum(overdue)': 1, // Suspended.Base; a deadline on the day itself has not passed
      'sum(overdue-issues)': 1, // Suspended.Money
      'count(light = red)': 1, // Suspended
      'count(light = yellow)': 0,
      'count(light = green)': 2, // Reported, ahead of half a year; Ready, of which nothing is asked yet
      'count(light = blue)': 1, // Completed
      'count(light = grey)': 4, // Silent and LastYear for want of a report; Cancelled, Reserve
    });
    expect(notReported).toEqual({ count: 3, of: 4 }); // Silent, LastYear, Ready; not Suspended, which is not active
  });

  for (const day of DAYS) {
    it(`are the same everywhere on ${day}`, async () => {
      const { totals, notReported, found } = await asked(day);
      const dashboard = headline('dashboard', day);
      const deadlines = headline('deadlines', day);
      const [unit] = cellsOf('accountability', 'unit-rows', day, 'rows');
      const count = String(totals['count()']);
      const missing = `${notReported.count} of ${notReported.of} not reported`;

      // projects in the pool
      expect(dashboard.Projects).toBe(count);
      expect(cellsOf('dashboard', 'pool', day, 'totals')[0]?.[1]).toBe(count);
      expect(cellsOf('investment', 'unit-sums', day, 'totals')[0]?.[1]).toBe(count);
      expect(summaryOf('booklet', PLAN, { asOf: day }).markdown).toContain(`${count} projects`);
      expect(unit?.[2]).toBe(count);

      // active ones, and those that did not report
      const hover = await hoverOnUnit(day);
      expect(hover).toContain(`Answers for: ${count} (${notReported.of} active)`);
      expect(unit?.[3]).toBe(String(notReported.of));
      if (notReported.count > 0) {
        if (totals['sum(invested)'] !== null) expect(dashboard['Invested, note']).toContain(missing);
        expect(headline('investment', day)['Invested, note']).toBe(missing);
        expect(summaryOf('booklet', PLAN, { asOf: day }).markdown).toContain(missing);
        expect(unit).toContain(`${notReported.count} of ${notReported.of}`);
      }

      // lights
      expect(dashboard['Red lights']).toBe(String(totals['count(light = red)']));
      expect(dashboard['Yellow lights']).toBe(String(totals['count(light = yellow)']));
      const lights = LIGHTS.flatMap((light) => totals[`count(light = ${light})`] || []);
      expect(unit?.[unit.length - 4]).toBe(lights.join(' '));
      for (const light of LIGHTS) {
        const n = totals[`count(light = ${light})`];
        if (n !== 0) expect(hover.toLowerCase()).toContain(`${light} ${n}`);
      }

      // deadlines, issues, decisions
      const overdue = String(totals['sum(overdue)']);
      expect(String(found('deadline/overdue'))).toBe(overdue);
      expect(dashboard['Overdue deadlines']).toBe(overdue);
      expect(deadlines.Overdue ?? '0').toBe(overdue);
      expect(unit?.[unit.length - 3]).toBe(overdue);
      if (overdue !== '0') expect(hover).toContain(`Overdue deadlines: ${overdue}`);
      const issues = headline('issues', day);
      expect(dashboard['Open issues']).toBe(issues['Open issues'] ?? '0');
      expect(String(found('issue/overdue'))).toBe(issues.Overdue ?? '0');
      const since = Object.keys(issues)
        .find((label) => label.startsWith('New since'))
        ?.slice('New '.length);
      expect(dashboard['Open issues, note'] ?? '').toBe(
        [
          ...(issues.Overdue === undefined || issues.Overdue === '0' ? [] : [`${issues.Overdue} overdue`]),
          ...(since === undefined
            ? []
            : [`${issues[`Solved ${since}`]} solved and ${issues[`New ${since}`]} new ${since}`]),
        ].join(', '),
      );
      const decisions = String(found('decision/overdue'));
      expect(headline('supervision', day).Overdue ?? '0').toBe(decisions);
      expect(headline('agenda', day)['of which overdue'] ?? '0').toBe(decisions);

      // money, in millions
      const millions = (text: string | number | undefined): string => String(Number(text) / 1e6);
      const shown = (text: string | undefined): string =>
        String(Number((text ?? '').replace(/[~,]/g, '').replace('—', '0')));
      const sums = cellsOf('dashboard', 'pool', day, 'totals')[0] ?? [];
      const register = cellsOf('booklet', 'part:register', day, 'totals')[0] ?? [];
      for (const [index, total] of ['sum(total)', 'sum(plan)', 'sum(invested)'].entries()) {
        expect(shown(sums[2 + index])).toBe(millions(totals[total]));
        expect(shown(register[8 + index])).toBe(millions(totals[total]));
      }
    });
  }
});
