/** What becomes of a language server that ends. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { executed, shown } from '../../testing/vscode.js';
import { RestartPolicy } from './restart-policy.js';

const RESTART = 2;

describe('a server that ends', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    shown.errors.length = 0;
    executed.length = 0;
    delete shown.press;
  });
  afterEach(() => vi.useRealTimers());

  it('is started again five times without a word, then the user is told', async () => {
    const policy = new RestartPolicy();
    for (let end = 0; end < 5; end++) expect(policy.closed()).toEqual({ action: RESTART, handled: true });
    shown.press = 'Restart Server';
    expect(policy.closed()).toEqual({ action: 1, handled: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(shown.errors).toEqual([expect.stringContaining('ended 6 times')]);
    expect(executed).toEqual(['planwright.restartServer']);
  });

  it('now and then is started again every time', () => {
    const policy = new RestartPolicy();
    for (let end = 0; end < 20; end++) {
      expect(policy.closed().action).toBe(RESTART);
      vi.advanceTimersByTime(60_000);
    }
  });
});
