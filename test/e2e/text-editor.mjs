// The text editor of one file: where the cursor is, what is typed, what the language says to it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_ANSWER, patient, until } from './wait-until.mjs';

export class TextEditor {
  /** @param page of playwright @param {string} folder @param {string} file below it @param palette for 'go to line' */
  constructor(page, folder, file, palette) {
    this.page = page;
    this.folder = folder;
    this.file = file;
    this.palette = palette;
  }

  /** Where the file is shown. */
  get pane() {
    return this.page
      .locator(`.editor-group-container .monaco-editor[data-uri$="/${encodeURIComponent(this.file)}"]`)
      .first();
  }

  /** The lines of the editor that are on screen, from top to bottom. */
  async lines() {
    const lines = await this.pane
      .locator('.view-line')
      .evaluateAll((nodes) =>
        nodes.map((node) => ({ top: Number.parseFloat(node.style.top), text: node.textContent ?? '' })),
      );
    return lines.sort((a, b) => a.top - b.top).map((line) => line.text.replaceAll('\u00a0', ' '));
  }

  /** Puts the keyboard into the editor. */
  async focus() {
    await this.pane.locator('.native-edit-context, textarea.inputarea').first().focus();
  }

  /** Makes it the editor that commands are about, also where a preview was: VS Code then says where its cursor is. */
  async activate() {
    const isActive = () =>
      this.#position.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      );
    await until(
      'the text to be the active editor',
      async () => {
        await this.focus();
        if (await isActive()) return true;
        await this.pane.locator('.view-line').first().click({ force: true, timeout: 2000 });
        return isActive();
      },
      { timeout: patient(10_000) },
    );
  }

  get #position() {
    return this.page.locator('#status\\.editor\\.selection');
  }

  /** Moves the cursor; line and column count from 1. */
  async goTo(line, column = 1) {
    await this.activate();
    await this.page.keyboard.press('Control+G');
    const input = this.palette.input;
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.waitForCursor(line, column);
    await this.focus();
  }

  /** Puts text in at a place as an input method does: at once, without suggestions in between. */
  async typeAt({ line, column = 1, text }) {
    await this.goTo(line, column);
    await this.page.keyboard.insertText(text);
  }

  /** Replaces the whole text of a line. */
  async replaceLine(line, text) {
    await this.goTo(line);
    await this.page.keyboard.press('Shift+End');
    await this.page.keyboard.insertText(text);
  }

  /** The number, from 1, of the first line that holds the text in the file as it was opened. */
  lineOf(text) {
    const lines = readFileSync(join(this.folder, this.file), 'utf8').split('\n');
    const index = lines.findIndex((line) => line.includes(text));
    if (index < 0) throw new Error(`no line of ${this.file} holds “${text}”`);
    return index + 1;
  }

  /** Cursor position as the status bar says it, counted from 1. */
  async cursor() {
    const text = await this.#position.textContent({ timeout: patient(5000) });
    const [line, column] = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    return { line, column };
  }

  /** The line whose number is lit: the status bar says nothing of it while a preview is in front. */
  async activeLine() {
    return Number(await this.pane.locator('.line-numbers.active-line-number').first().textContent({ timeout: 2_000 }));
  }

  async waitForCursor(line, column) {
    let seen;
    await until(
      `the cursor to come to line ${line}`,
      async () => {
        seen = column === undefined ? { line: await this.activeLine() } : await this.cursor();
        return seen.line === line && (column === undefined || seen.column === column);
      },
      { timeout: patient(10_000) },
    ).catch((error) => {
      throw new Error(`${error.message}; it is at ${seen?.line}:${seen?.column}`);
    });
  }

  /** Waits for a wavy line. `kind` is error, warning, info or hint. */
  async waitForSquiggle(kind = 'error', { timeout = FIRST_ANSWER } = {}) {
    await this.pane.locator(`.squiggly-${kind}`).first().waitFor({ state: 'attached', timeout });
  }

  async waitForNoSquiggle(kind = 'error', { timeout = patient(20_000) } = {}) {
    await until(
      `the last ${kind} squiggle to go`,
      async () => (await this.pane.locator(`.squiggly-${kind}`).count()) === 0,
      { timeout },
    );
  }

  /** The labels that completion offers at the cursor, all pages of the list. */
  async completions({ timeout = patient(30_000) } = {}) {
    const widget = this.page.locator('.suggest-widget.visible');
    const labels = async () => widget.locator('.monaco-list-row .label-name').allInnerTexts();
    await until(
      'completion to offer something',
      async () => {
        if (!(await widget.isVisible())) await this.page.keyboard.press('Control+Space');
        await this.page.waitForTimeout(400);
        if ((await labels()).length > 0) return true;
        await this.page.keyboard.press('Escape'); // 'No suggestions' stays up otherwise
        return false;
      },
      { timeout, every: 600 },
    );
    const all = new Set(await labels());
    // The first PageDown only goes to the last row on screen, so one page without anything new is not the end.
    for (let stale = 0; stale < 3; ) {
      const before = all.size;
      await this.page.keyboard.press('PageDown');
      await this.page.waitForTimeout(patient(100));
      for (const label of await labels()) all.add(label);
      stale = all.size === before ? stale + 1 : 0;
    }
    return [...all];
  }

  /**
   * Rests the mouse on the first place where the text stands in the editor and returns what the hover says. What another
   * place says may be on screen still: `says` is waited for.
   */
  async hover(text, { says = '', timeout = patient(60_000) } = {}) {
    const content = this.page.locator('.monaco-hover:visible .hover-contents');
    return until(
      `a hover on “${text}”${says === '' ? '' : ` that says “${says}”`}`,
      async () => {
        const box = await this.#boxOf(text);
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        await this.page.mouse.move(x, y + 200);
        await this.page.mouse.move(x, y, { steps: 4 });
        return until(
          'the hover to be filled',
          async () => {
            const said = (await content.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ').trim();
            return said === '' || said.startsWith('Loading') || !said.includes(says) ? undefined : said;
          },
          { timeout: patient(6000) },
        );
      },
      { timeout },
    );
  }

  /** Where a text is drawn in the editor, in pixels of the page. */
  async #boxOf(text) {
    const box = await this.pane.evaluate((editor, wanted) => {
      for (const line of editor.querySelectorAll('.view-line')) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (at < 0) continue;
        for (let node = walker.nextNode(), done = 0; node !== null; node = walker.nextNode()) {
          const length = node.textContent.length;
          if (done <= at && at < done + length) range.setStart(node, at - done);
          if (done < at + wanted.length && at + wanted.length <= done + length)
            range.setEnd(node, at + wanted.length - done);
          done += length;
        }
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      return undefined;
    }, text);
    if (box === undefined) throw new Error(`“${text}” is not on screen`);
    return box;
  }
}
