// The command palette and the lists that commands ask with.

import { patient, until } from './wait-until.mjs';

export class Palette {
  constructor(page) {
    this.page = page;
  }

  get input() {
    return this.page.locator('.quick-input-widget:visible input.input');
  }

  /**
   * Runs a command by its title in the palette, as `Planwright: Open Preview`, from where the keyboard is. Waits for it to be
   * offered: an extension's commands come late, and those with a condition only when it holds.
   */
  async run(title, { timeout = patient(60_000) } = {}) {
    const rows = this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
    let seen = [];
    const offered = async () => {
      seen = await rows.allInnerTexts();
      // A translated command shows its English title on a second line.
      const index = seen.findIndex((row) => row.split('\n').some((line) => line.trim() === title));
      return index < 0 ? undefined : { index };
    };
    await until(
      `the palette to offer “${title}”`,
      async () => {
        if (!(await this.input.isVisible())) await this.page.keyboard.press('F1');
        await this.input.fill(`>${title}`, { timeout: patient(5000) });
        const { index } = await until('the list', offered, { timeout: patient(4000) });
        await rows.nth(index).click({ timeout: patient(5000) });
        return true;
      },
      { timeout },
    ).catch((error) => {
      throw new Error(`${error.message}; it offers ${JSON.stringify(seen)}`);
    });
  }

  /** Picks an entry of the quick pick that is open, by its whole label; waits for it to be offered. */
  async pick(label, { timeout = patient(20_000) } = {}) {
    const labels = this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row .label-name');
    await until(
      `the list to offer “${label}”`,
      async () => {
        await this.input.fill(label, { timeout: patient(5000) });
        await labels
          .getByText(label, { exact: true })
          .first()
          .click({ timeout: patient(4000) });
        return true;
      },
      { timeout },
    );
    await this.input.waitFor({ state: 'hidden', timeout: patient(10_000) }).catch(() => {}); // it may ask on
  }

  /**
   * Runs a command and picks an entry of the list that it shows. A list closes when the keyboard goes elsewhere, as to a
   * picture that was clicked and is late to take it: then the command is run again, as a person would.
   */
  async choose(title, label, { before } = {}) {
    await until(
      `“${label}” to be picked in the list of “${title}”`,
      async () => {
        await before?.();
        await this.run(title);
        await this.pick(label, { timeout: patient(5000) });
        return true;
      },
      { timeout: patient(60_000) },
    );
  }

  /** Chooses a file or folder in VS Code's own list of files, which a window without a desktop shows. */
  async choosePath(path) {
    await until('the question for the file', async () => (await this.input.inputValue()).startsWith('/'), {
      timeout: patient(30_000),
    });
    // The list may be drawn anew while one types, and then stands where it stood before.
    await until(
      'the list of files to take it',
      async () => {
        const value = await this.input.inputValue({ timeout: 1000 }).catch(() => '');
        if (!value.startsWith('/')) return true;
        if (value !== path) await this.input.fill(path, { timeout: 1000 }).catch(() => {});
        await this.page.waitForTimeout(500);
        await this.input.press('Enter', { timeout: 1000 }).catch(() => {});
        await this.page.waitForTimeout(500);
        return false;
      },
      { timeout: patient(20_000) },
    );
  }
}
