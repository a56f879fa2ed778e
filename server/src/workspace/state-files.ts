/** What an earlier state of a folder held: which of its files were plan files then, what they said, what of it is unread. */
import { tellsLoss } from '../analysis/checks/index.js';
import { decodedFrom, readBytes } from '../model/encoding.js';
import type { FileFacts } from '../model/facts.js';
import { readConfiguration } from './configuration.js';
import { matcher } from './configuration-globs.js';
import { CONFIGURATION_FILE } from './file-system.js';
import type { Configuration } from './settings.js';

export interface StateFiles {
  /** Every path that may matter, relative to the folder. */
  readonly paths: readonly string[];
  readonly readText: (path: string) => Promise<string | undefined>;
}

/** The plan files of a state. Without a configuration of its own there, that of today says which they were. */
export async function planFilesOf(
  { paths, readText }: StateFiles,
  today: Configuration,
  codes: readonly string[],
): Promise<readonly string[]> {
  const own = await readText(CONFIGURATION_FILE);
  // What was wrong in it then is left at its default, as everywhere: nobody can mend it any more.
  const configuration =
    own === undefined ? today : (await readConfiguration(CONFIGURATION_FILE, own, { codes, readText })).configuration;
  const takes = matcher(configuration);
  const nested = paths
    .filter((path) => path.endsWith(`/${CONFIGURATION_FILE}`))
    .map((path) => path.slice(0, -CONFIGURATION_FILE.length));
  return paths.filter((path) => takes(path) && !nested.some((root) => path.startsWith(root)));
}

/** A file that was converted since says the same as before: it is read in the encoding that it had. */
export function stateText(bytes: Uint8Array): string {
  const { text, foreign } = readBytes(bytes);
  if (foreign === undefined) return text;
  const decoded = decodedFrom(bytes, foreign.encoding === 'gb18030' ? 'gb18030' : 'utf-16');
  return decoded ?? new TextDecoder('utf-8').decode(bytes);
}

/** How many places of files could not be read, whatever severity they are told with: what they say counts nowhere. */
export function unreadPlaces(files: Iterable<FileFacts>): number {
  let count = 0;
  for (const { findings } of files) count += findings.filter(tellsLoss).length;
  return count;
}
