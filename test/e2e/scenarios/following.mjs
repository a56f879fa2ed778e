// Previews go along with the cursor in the text, also to what is not drawn yet, and stay where the reader is otherwise.

import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { patient, until } from '../wait-until.mjs';
import { ok } from './expect.mjs';

const PROJECTS = 200;

/** A register of many pages and a wall chart of many rows. Invented. */
function withManyProjects(folder) {
  for (const file of readdirSync(folder)) if (file.endsWith('.plan')) rmSync(join(folder, file));
  const projects = Array.from(
    { length: PROJECTS },
    (_, i) => `project W${i + 1} "Works no. ${i + 1}" {
  stage construction
  milestone permit "Permit ${i + 1}" due 2026-01-09 done 2026-01-08
  task roadbed "Roadbed ${i + 1}" { after permit  duration 90d  started 2026-01-12  progress 60%  due 2026-06-30 }
  milestone opening "Opening ${i + 1}" due 2027-06-30 { after roadbed }
}
`,
  );
  writeFileSync(
    join(folder, 'projects.plan'),
    `portfolio works "Works of a harbour" { year 2026  status-date 2026-03-31 }\n${projects.join('')}`,
  );
}

/** The same plan once more, in a folder of its own: only the text says which is which. */
function withTwin(folder) {
  withManyProjects(folder);
  const twin = join(folder, 'twin');
  mkdirSync(twin);
  writeFileSync(join(twin, 'planwright.json'), '{ "language": "en" }\n');
  copyFileSync(join(folder, 'projects.plan'), join(twin, 'projects.plan'));
}

const MANY = { fixture: 'harbour', file: 'projects.plan', prepare: withManyProjects };

const lineOf = (studio, text) => studio.text.lineOf(text);
const page = (studio, project) => studio.previewFrame().locator(`[data-key="page:${project}"]`);
const row = (studio, id) => studio.previewFrame().locator(`.pw-wall-label[data-row="${id}"]`);

async function open(studio, kind, text) {
  if (kind === undefined) await studio.palette.run('Planwright: Open Preview');
  else await studio.palette.choose('Planwright: Open Preview of…', kind);
  await studio.waitForPreview(text, { timeout: patient(60_000) });
}

/** By how many px something stands below the bar of the preview; undefined while it is not there. */
const below = async (studio, locator) => {
  if ((await locator.count()) === 0) return undefined;
  const bar = studio.previewFrame().locator('#bar');
  const [top, edge] = await Promise.all(
    [locator, bar].map((each, i) =>
      each.evaluate((element, side) => element.getBoundingClientRect()[side], i === 0 ? 'top' : 'bottom'),
    ),
  );
  return top - edge;
};

const toTop = (studio, what, locator) =>
  until(`${what} at the top`, async () => Math.abs((await below(studio, locator)) ?? Number.NaN) < 12, {
    timeout: patient(30_000),
  }).catch(async (error) => {
    throw new Error(`${error.message}; it stands ${await below(studio, locator)} px below it`);
  });

const allPages = (studio) =>
  until(
    'all pages to be there',
    async () => (await studio.previewFrame().locator('.pw-waiting').count()) === 0 || undefined,
    { timeout: patient(90_000) },
  );

const headingOf = (studio, project) => page(studio, project).locator('h3').first();

/** Scrolls as a reader does. */
async function wheel(studio, by) {
  const { x, y, width, height } = await studio.page
    .locator('iframe.webview.ready >> visible=true')
    .first()
    .boundingBox();
  await studio.page.mouse.move(x + width / 2, y + height / 2);
  await studio.page.mouse.wheel(0, by);
  await studio.page.waitForTimeout(500);
}

const scrolledTo = (studio) =>
  studio
    .previewFrame()
    .locator('html')
    .evaluate(() => scrollY);

export const following = [
  {
    name: 'a booklet of many pages opens at the page of the project that the cursor is in, and goes along to others',
    window: MANY,
    async run(studio) {
      await studio.text.goTo(lineOf(studio, 'project W120 '));
      await open(studio, undefined, 'Works no. 120');
      await toTop(studio, 'W120', headingOf(studio, 'W120'));
      await studio.screenshot('following-opened');
      await allPages(studio);
      await studio.page.waitForTimeout(500);
      await toTop(studio, 'W120 when all pages have come', headingOf(studio, 'W120'));
      await studio.text.goTo(lineOf(studio, 'project W30 '));
      await toTop(studio, 'W30', headingOf(studio, 'W30'));
      await studio.text.goTo(lineOf(studio, '"Opening 190"'), 3);
      const opening = page(studio, 'W190').locator('tr.pw-here').first();
      await opening.waitFor({ timeout: patient(20_000) });
      await until('the row in sight', async () => {
        const { top, bottom } = await opening.evaluate((element) => element.getBoundingClientRect().toJSON());
        return top > 0 && bottom < 900;
      });
      await studio.screenshot('following-item');
    },
  },
  {
    name: 'a reader who has scrolled stays there while pages come and text is typed, and in the register goes along in it',
    window: MANY,
    async run(studio) {
      const line = lineOf(studio, 'project W120 ');
      await studio.text.goTo(line);
      await open(studio, undefined, 'Works no. 120');
      await toTop(studio, 'W120', headingOf(studio, 'W120'));
      await wheel(studio, -4000);
      await allPages(studio);
      const away = await below(studio, headingOf(studio, 'W120'));
      ok(away > 1000, `it is not gone back to W120, which stands ${away} px below`);
      const before = await scrolledTo(studio);
      await studio.text.replaceLine(line, 'project W120 "Works by the sea" {');
      await studio.previewFrame().getByText('Works by the sea').first().waitFor({ state: 'attached' });
      await studio.page.waitForTimeout(500);
      ok(Math.abs((await scrolledTo(studio)) - before) < 3, 'typing moves nothing');
      await studio
        .previewFrame()
        .locator('[data-key="part:register:table"]')
        .evaluate((part) => part.scrollIntoView());
      await studio.page.waitForTimeout(500);
      await studio.text.goTo(lineOf(studio, 'project W150 '));
      await toTop(
        studio,
        'the row of W150',
        studio.previewFrame().locator('[data-key="part:register:table"] tr[data-origin="W150"]'),
      );
      await studio.screenshot('following-register');
    },
  },
  {
    name: 'the card that a code lens opens is that of its project, wherever the cursor is',
    window: MANY,
    async run(studio) {
      await studio.text.goTo(lineOf(studio, 'project W120 '));
      const card = studio.text.pane.locator('.codelens-decoration a', { hasText: 'Open the card' });
      await card.nth(1).waitFor({ timeout: patient(60_000) });
      // The keyboard is elsewhere, so that the click makes the text the active editor, too.
      await studio.page.keyboard.press('Control+Shift+E');
      const [first, second] = await studio.text.lines().then((lines) => {
        const shown = lines.flatMap((text) => /project (W\d+) /.exec(text)?.[1] ?? []);
        return shown.filter((name) => name !== 'W120');
      });
      // Lenses are drawn anew while the editor learns of them.
      const openCard = (name) =>
        until(`the code lens above ${name}`, async () => {
          const { y } = await studio.text.pane.locator('.view-line', { hasText: `project ${name} ` }).boundingBox();
          for (const each of await card.all()) {
            const box = await each.boundingBox();
            if (box === null || y - box.y <= 0 || y - box.y >= 30) continue;
            await each.click({ timeout: 2000 });
            return true;
          }
          return false;
        });
      await openCard(first);
      await studio.waitForPreview('Works no.', { timeout: patient(60_000) });
      await toTop(studio, first, headingOf(studio, first));
      await studio.page.waitForTimeout(1000);
      await toTop(studio, `${first} after a while`, headingOf(studio, first));
      await studio.page.keyboard.press('Control+Shift+E');
      await openCard(second);
      await toTop(studio, second, headingOf(studio, second));
      await studio.page.waitForTimeout(1000);
      await toTop(studio, `${second} after a while`, headingOf(studio, second));
      await studio.screenshot('following-card');
    },
  },
  {
    name: 'a wall chart of many rows shows what the cursor is in, also where it is folded away',
    window: MANY,
    async run(studio) {
      await studio.text.goTo(lineOf(studio, '"Opening 150"'), 3);
      await open(studio, 'Wall chart', 'Opening 150');
      await until('its row to be marked', async () => (await row(studio, 'W150.opening').count()) > 0);
      await studio.previewFrame().locator('.pw-wall-bar button', { hasText: 'Projects' }).click();
      await row(studio, 'W150.opening').waitFor({ state: 'detached' });
      ok(
        await row(studio, 'W150').evaluate((label) => label.classList.contains('pw-here')),
        'the project that it is folded away in is marked',
      );
      // The picture becomes another: what the reader has folded stays so.
      await studio.text.typeAt({ line: lineOf(studio, '"Opening 150"'), column: 22, text: 'Grand ' });
      await studio.page.waitForTimeout(2000);
      ok((await row(studio, 'W150.opening').count()) === 0, 'what is folded stays so while one types');
      await studio.screenshot('following-folded');
      await studio.text.goTo(lineOf(studio, '"Roadbed 20"'), 3);
      await row(studio, 'W20.roadbed').waitFor({ timeout: patient(20_000) });
      await until('the row to be marked', () =>
        row(studio, 'W20.roadbed').evaluate((label) => label.classList.contains('pw-here')),
      );
      await studio.screenshot('following-unfolded');
    },
  },
  {
    name: 'the wall chart of another plan that reads the same goes along with the cursor in it',
    window: { ...MANY, prepare: withTwin },
    async run(studio) {
      await studio.text.goTo(lineOf(studio, '"Opening 5"'), 3);
      await open(studio, 'Wall chart', 'Opening 5');
      await row(studio, 'W5.opening').waitFor();
      await studio.text.focus();
      await studio.page.keyboard.press('F1');
      await studio.palette.input.fill('twin/projects.plan');
      await studio.page.locator('.quick-input-list .monaco-list-row', { hasText: 'twin' }).first().click();
      const twin = studio.page.locator('.editor-group-container .monaco-editor[data-uri$="/twin/projects.plan"]');
      await twin.waitFor({ timeout: patient(20_000) });
      await studio.page.waitForTimeout(2000);
      await studio.page.keyboard.press('Control+G');
      await studio.palette.input.fill(`:${lineOf(studio, '"Opening 150"')}:3`);
      await studio.page.keyboard.press('Enter');
      await row(studio, 'W150.opening').waitFor({ timeout: patient(20_000) });
      await studio.screenshot('following-twin');
    },
  },
];
