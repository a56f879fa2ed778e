/** What a summary of changes is compared with, from what the editor has told: a day, or the files as they were. */
import { codes } from '../analysis/checks/index.js';
import type { FileFacts } from '../model/facts.js';
import { parseDate } from '../model/period.js';
import { Plan } from '../model/plan.js';
import type { Since } from '../report/summaries/summary.js';
import { readPlan } from '../syntax/read-plan.js';
import { planFilesOf, stateText, unreadPlaces } from '../workspace/state-files.js';
import type { Files } from './files.js';
import { fromBase64, type GivenSince } from './protocol.js';
import type { Root } from './root.js';
import { canonicalUri } from './uris.js';

/** As it was when it was given. What is saved later does not change what the files were; `unread` is that of then alone. */
export async function readSince(given: GivenSince, root: Root, files: Files): Promise<Since> {
  if ('day' in given) {
    const read = parseDate(given.day);
    if (!read.ok) throw new Error(`there is no day '${given.day}'`);
    return { day: read.period.last };
  }
  const then = new Map<string, string>();
  const known = (uri: string): string | undefined => root.fileAt(canonicalUri(uri));
  for (const uri of given.unchanged) {
    const file = known(uri);
    if (file !== undefined) then.set(file, '');
  }
  const unchanged = new Set(then.keys());
  for (const { uri, base64 } of given.changed) {
    const file = known(uri);
    if (file === undefined) continue;
    then.set(file, stateText(fromBase64(base64)));
    unchanged.delete(file);
  }
  const readText = async (file: string): Promise<string | undefined> =>
    unchanged.has(file) ? files.readText(root.uriOf(file)) : then.get(file);
  const wanted = await planFilesOf({ paths: [...then.keys()], readText }, root.plan.configuration, codes);
  const facts = await Promise.all(
    wanted.map(async (file): Promise<readonly FileFacts[]> => {
      const text = await readText(file);
      if (text === undefined) return [];
      const now = root.plan.text(file) === text ? root.plan.facts(file) : undefined;
      return [now ?? readPlan(file, text)];
    }),
  );
  const read = facts.flat();
  return { plan: new Plan(read), name: given.name, unread: unreadPlaces(read) };
}

/** To compare what is here now with it: what cannot be read of either is told. */
export function sinceNow(since: Since | undefined, root: Root): Since | undefined {
  if (since === undefined || 'day' in since) return since;
  return { ...since, unread: since.unread + unreadPlaces(root.plan.plan.files()) };
}
