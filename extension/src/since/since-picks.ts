/** What is offered where the user is asked since when: days, commits, branches and tags. */
import type { GitCommit, GitRef } from './git-api.js';

export interface RevisionPick {
  readonly label: string;
  readonly description: string;
  readonly since: { readonly commit: string; readonly name: string };
}

/** The first line of what was said of a commit, behind its short name; the latest first, as git tells them. */
export function commitPicks(commits: readonly GitCommit[]): readonly RevisionPick[] {
  return commits.map(({ hash, message }) => {
    const short = hash.slice(0, 8);
    return { label: message.split('\n', 1)[0] || short, description: short, since: { commit: hash, name: short } };
  });
}

/** Branches before tags. Branches of a remote are called after it; what names no commit cannot be compared with. */
export function refPicks(refs: readonly GitRef[]): readonly RevisionPick[] {
  const picks = refs.flatMap(({ type, name, commit }) => {
    if (name === undefined || commit === undefined) return [];
    return [{ type, label: name, description: commit.slice(0, 8), since: { commit, name } }];
  });
  return [...picks.filter(({ type }) => type !== 2), ...picks.filter(({ type }) => type === 2)].map(
    ({ label, description, since }) => ({ label, description, since }),
  );
}
