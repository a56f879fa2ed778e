/** What git is asked for the files of then, and what is offered of its revisions: with a stand-in of the editor's git. */
import { describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { filesAt } from './files-at.js';
import type { GitRepository } from './git-api.js';
import { commitPicks, refPicks } from './since-picks.js';

type GitChange = GitRepository['state']['mergeChanges'][number];

const COMMIT = 'c'.repeat(40);
const FOLDER = vscode.Uri.parse('file:///repo/plans');
const [MODIFIED, ADDED, RENAMED, DELETED] = [5, 1, 3, 6];

const at = (path: string): vscode.Uri => vscode.Uri.parse(`file:///repo/${path}`);
const change = (status: number, path: string, was = path): GitChange => ({
  uri: at(path),
  originalUri: at(was),
  status,
});

/** `then`: texts at the commit; `followed`: what git follows now. */
function repository(
  differing: readonly GitChange[],
  followed: readonly string[],
  then: Readonly<Record<string, string>>,
  merging: readonly GitChange[] = [],
): GitRepository {
  return {
    rootUri: at(''),
    state: { refs: [], submodules: [], mergeChanges: merging },
    log: async () => [],
    diffWith: async (ref) => (ref === COMMIT ? differing : followed.map((path) => change(ADDED, path))),
    buffer: async (ref, path) => {
      const text = ref === COMMIT ? then[path.replace('/repo/', '')] : undefined;
      if (text === undefined) throw new Error(`${path} is not in ${ref}`);
      return new TextEncoder().encode(text);
    },
  };
}

async function told(git: GitRepository, folder = FOLDER) {
  const files = await filesAt(git, COMMIT, folder);
  return {
    changed: files?.changed.map(({ uri, bytes }) => `${uri.path}: ${new TextDecoder().decode(bytes)}`),
    unchanged: files?.unchanged.map(({ path }) => path),
  };
}

describe('the files of then', () => {
  it('are the old texts of what differs, at the old places, and what git follows that is the same', async () => {
    const differing = [
      change(MODIFIED, 'plans/a.plan'),
      change(ADDED, 'plans/new.plan'),
      change(DELETED, 'plans/gone.plan'),
      change(RENAMED, 'plans/to.plan', 'plans/from.plan'),
      change(MODIFIED, 'plans/read.md'),
      change(MODIFIED, 'other/x.plan'),
    ];
    const followed = ['a.plan', 'new.plan', 'to.plan', 'same.plan', 'planwright.json', 'read.md'];
    const then = { 'plans/a.plan': 'A', 'plans/gone.plan': 'G', 'plans/from.plan': 'F' };
    const git = repository(
      differing,
      followed.map((path) => `plans/${path}`),
      then,
    );
    expect(await told(git)).toEqual({
      changed: ['/repo/plans/a.plan: A', '/repo/plans/gone.plan: G', '/repo/plans/from.plan: F'],
      unchanged: ['/repo/plans/same.plan', '/repo/plans/planwright.json'],
    });
  });

  it('do not hold a file that git does not follow: it was not there', async () => {
    const git = repository([], ['plans/same.plan'], {});
    expect(await told(git)).toEqual({ changed: [], unchanged: ['/repo/plans/same.plan'] });
  });

  it('are unknown while a merge is not finished: neither comparison names files with conflicts', async () => {
    const git = repository([], ['plans/same.plan'], {}, [change(MODIFIED, 'plans/a.plan')]);
    expect(await filesAt(git, COMMIT, FOLDER)).toBeUndefined();
  });

  it('fail where git cannot give a text, instead of taking it for unchanged', async () => {
    const git = repository([change(MODIFIED, 'plans/a.plan')], ['plans/a.plan'], {});
    await expect(filesAt(git, COMMIT, FOLDER)).rejects.toThrow('is not in');
  });

  it('of a loose file are that file alone', async () => {
    const git = repository([], ['plans/same.plan', 'plans/same.plan.json'], {});
    expect((await told(git, at('plans/same.plan'))).unchanged).toEqual(['/repo/plans/same.plan']);
  });
});

describe('what is offered', () => {
  it('commits by the first line of their message and their short name', () => {
    expect(commitPicks([{ hash: COMMIT, message: 'May reports\n\nall units' }])).toEqual([
      { label: 'May reports', description: 'cccccccc', since: { commit: COMMIT, name: 'cccccccc' } },
    ]);
    expect(commitPicks([{ hash: COMMIT, message: '' }])[0]?.label).toBe('cccccccc');
  });

  it('branches before tags, and nothing that names no commit', () => {
    const refs = [
      { type: 2, name: 'v1', commit: COMMIT },
      { type: 0, name: 'main', commit: COMMIT },
      { type: 0, name: 'unborn' },
    ] as const;
    expect(refPicks(refs).map(({ label }) => label)).toEqual(['main', 'v1']);
  });
});
