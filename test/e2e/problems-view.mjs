// The Problems view: what is reported, as a reader of the list sees it.

import { FIRST_ANSWER, patient, until } from './wait-until.mjs';

/**
 * @typedef {object} Problem one row of the Problems view; lines and columns count from 1
 * @property {string} message
 * @property {string} code
 * @property {string} source
 * @property {'error' | 'warning' | 'info'} severity
 * @property {number} line
 * @property {number} column
 */

export class ProblemsView {
  constructor(page) {
    this.page = page;
  }

  /** What the Problems view shows, opening it where it is closed. @returns {Promise<Problem[]>} */
  async rows() {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.page.keyboard.press('Control+Shift+M');
      await panel.waitFor();
    }
    const found = await panel.locator('.monaco-list-row').evaluateAll((nodes) =>
      nodes.map((node) => {
        const text = (selector) => node.querySelector(selector)?.textContent ?? '';
        const icon = node.querySelector('.marker-icon .codicon')?.className ?? '';
        const severity = /codicon-(error|warning|info)/.exec(icon)?.[1];
        const [line, column] = [...text('.marker-line').matchAll(/\d+/g)].map(([digits]) => Number(digits));
        return {
          severity,
          line,
          column,
          message: text('.marker-message'),
          code: text('.marker-code'),
          source: text('.marker-source'),
        };
      }),
    );
    return found
      .filter((row) => row.severity !== undefined)
      .map((row) => ({ ...row, code: row.code.replace(/^\(|\)$/g, '') }));
  }

  /** Waits for a problem that has all that is asked for; `message` may be a part. Returns it. */
  async waitFor(wanted, { timeout = FIRST_ANSWER } = {}) {
    let seen = [];
    return until(
      `the problem ${JSON.stringify(wanted)}`,
      async () => {
        seen = await this.rows();
        return seen.find((problem) => matches(problem, wanted));
      },
      { timeout, every: 250 },
    ).catch((error) => {
      throw new Error(`${error.message}; Problems shows ${JSON.stringify(seen)}`);
    });
  }

  async waitForNone(wanted, { timeout = patient(20_000) } = {}) {
    await until(
      `the problem ${JSON.stringify(wanted)} to go`,
      async () => !(await this.rows()).some((problem) => matches(problem, wanted)),
      { timeout, every: 250 },
    );
  }
}

/** @param {Problem} problem @param {Partial<Problem>} wanted */
function matches(problem, wanted) {
  return Object.entries(wanted).every(([key, value]) =>
    key === 'message' ? problem.message.includes(value) : problem[key] === value,
  );
}
