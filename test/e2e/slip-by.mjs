// Asking what follows if an item slips, up to the page that shows it.

import { patient } from './wait-until.mjs';

const WORDS = {
  en: { command: 'Planwright: Slip by…', other: 'Another duration…' },
  zh: { command: 'Planwright: 若延期…', other: '其他时长…' },
};

/** From the line of the item to the question by how much; it is left open. */
export async function askBy(studio, line, lang = 'en') {
  const { command, other } = WORDS[lang];
  await studio.palette.choose(command, other, { before: () => studio.text.goTo(line, 3) });
  await studio.palette.input.waitFor();
}

/** Answers the question; the page that follows has the `title`. */
export async function slipBy(studio, slip, title) {
  await studio.palette.input.fill(slip);
  await studio.page.keyboard.press('Enter');
  await studio.waitForPreview(title, { timeout: patient(60_000) });
}
