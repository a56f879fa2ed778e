/** What of a file others depend on, as text to compare: whether an edit can matter beyond the file it was made in. */
import type { Declaration, FileFacts } from '../model/facts.js';
import { itemsOf } from '../model/plan.js';

/** Places move with every edit and say nothing about what is stated. */
const PLACES: readonly string[] = ['at', 'keywordAt', 'covers'];

/**
 * Texts that are shown and never judged by, and the published figures, which are compared with all projects together
 * and change none of them.
 */
const UNJUDGED: readonly string[] = ['doc', 'post', 'phone', 'email', 'contact', 'expects'];

const LEFT_OUT: ReadonlySet<string> = new Set([...PLACES, ...UNJUDGED]);

/** What no project is judged by; a view only picks some of them. */
const NO_FRAME: ReadonlySet<Declaration['kind']> = new Set(['project', 'meeting', 'inspection', 'view']);

/** What projects are judged by besides themselves: everything but projects, meetings and views; places left out. */
export function frameOf(facts: FileFacts): string {
  const frame = facts.declarations.filter(({ kind }) => !NO_FRAME.has(kind));
  return frame.length === 0 ? '' : JSON.stringify(frame, plain);
}

/** The names that the file's projects and meetings give others to refer to. */
export function namesOf(facts: FileFacts): string {
  const names: string[] = [];
  for (const declaration of facts.declarations) {
    names.push(`${declaration.kind} ${declaration.id}`);
    if (declaration.kind === 'project') {
      for (const item of itemsOf(declaration)) names.push(`item ${item.id}`);
      for (const issue of declaration.issues) names.push(`issue ${issue.id}`);
    } else if (declaration.kind === 'meeting' || declaration.kind === 'inspection') {
      for (const issue of declaration.issues) names.push(`issue ${issue.id}`);
    }
  }
  return names.join('\n');
}

function plain(key: string, value: unknown): unknown {
  if (LEFT_OUT.has(key)) return undefined;
  if (typeof value === 'bigint') return `${value}n`;
  return value instanceof Set ? [...value] : value;
}
