import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The editor's own module exists only inside the editor.
  resolve: { alias: { vscode: fileURLToPath(new URL('extension/testing/vscode.ts', import.meta.url)) } },
  test: {
    include: [
      'server/**/*.test.ts',
      'grammar/**/*.test.ts',
      'extension/**/*.test.ts',
      'test/**/*.test.ts',
      'docs/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'test/e2e/**'],
    env: { TZ: 'America/Los_Angeles' },
    testTimeout: 20_000,
  },
});
