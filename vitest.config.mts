import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// West of Greenwich a day that was read as midnight in UTC shows as the day before. Set for this process, so that a thread
// would have it too: that one takes its zone from the process and not from what `env` says.
process.env.TZ = 'America/Los_Angeles';

const standIn = (file: string) => fileURLToPath(new URL(`extension/testing/${file}`, import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: [
            'server/**/*.test.ts',
            'grammar/**/*.test.ts',
            'extension/**/*.test.ts',
            'test/**/*.test.ts',
            'docs/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', 'test/e2e/**', 'test/fuzz/**'],
        },
      },
      { extends: true, test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'] } },
    ],
    // Modules are read once for all files of a worker instead of anew for each, which was three quarters of the time. So no
    // test may change what another sees: what it replaces it puts back. A worker is a process and not a thread, because
    // tests of cost ask the process for its processor time, and a thread would be told that of its neighbour too.
    isolate: false,
    pool: 'forks',
    setupFiles: [fileURLToPath(new URL('test/one-start.ts', import.meta.url))],
    // No test is about time: these limits end only what would never end, on a slow and busy machine too.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
  // The editor's own module exists only inside the editor, and the client library runs only there.
  resolve: {
    alias: [
      { find: 'vscode', replacement: standIn('vscode.ts') },
      { find: /^vscode-languageclient$/, replacement: standIn('languageclient.ts') },
    ],
  },
});
