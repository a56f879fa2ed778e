/** Findings that are there only because of others. */
import { type Keyword, spelling } from '../../../../grammar/keywords.js';
import type { FileFacts, Finding, JsonValue } from '../../model/facts.js';
import type { Span } from '../../model/span.js';
import { type Element, elementsIn } from './facts-in-file.js';
import { ruleOf } from './index.js';
import { holdsName, isReadingError, type Unread, type UnreadInFile } from './unread.js';

const LANGS = ['en', 'zh'] as const;

/** What a mistake in a name may cost: the reference, the second of the name, the name that nobody mentions. */
const OF_NAMES: ReadonlySet<string> = new Set([
  'name/unknown',
  'name/duplicate',
  'name/unused',
  'expression/unknown-field',
]);

/**
 * "A diagnostic that follows from another on the same statement is not shown: one mistake, one diagnostic" (semantics
 * §4). A member that cannot be read counts as stated but unknown, so that nothing is concluded from its value. Left are
 * findings in the very text that could not be read, findings of what may stand there, and names that are declared or
 * used there. What is stated and wrong is told all the same, and there is always the mistake itself.
 */
export function consequencesIn(file: FileFacts, here: UnreadInFile, unread: Unread): (finding: Finding) => boolean {
  if (here.errors.length === 0 && !unread.any && unread.frame.size === 0) return () => false;
  const covered = coveredBy(here.errors);
  const innermost = innermostIn(file);
  return (finding) => {
    if (isReadingError(finding) || finding.code === 'syntax/full-width') return isBrokenOff(finding, here);
    if (covered(finding.at)) return true;
    // Of an amount that is typed to its half (`2.`) nothing is said but that.
    if (finding.code === 'value/scale' && here.errors.some(({ at }) => at.start === finding.at.end)) return true;
    if (finding.code.startsWith('expression/') && isOnLineOf(finding, here)) return true;
    const rule = ruleOf(finding.code);
    if (rule?.judgedBy?.some((member) => unread.frame.has(member)) === true) return true;
    if (OF_NAMES.has(finding.code)) {
      return (unread.whole && mayBeElsewhere(finding)) || isOfUnreadName(finding, here, unread);
    }
    switch (rule?.absence) {
      case undefined:
        return false;
      case 'plan':
        return unread.any;
      case 'project': {
        const around = file.declarations.find(({ at }) => within(finding.at, at));
        return around !== undefined && here.errors.some((error) => touches(error, around.at, here));
      }
      default: {
        const around = innermost(finding);
        const isValue = rule?.absence === 'statement';
        return (
          around !== undefined &&
          here.errors.some(
            (error) => (isValue || !isOfValue(error)) && !isAnother(error, rule?.lacks) && touches(error, around, here),
          )
        );
      }
    }
  };
}

/** The sign behind which the rest of a date is missing, `2026-12-`, where the date is told already. */
function isBrokenOff({ code, at, data }: Finding, { errors }: UnreadInFile): boolean {
  if (code !== 'syntax/unexpected' || (data.found !== '-' && data.found !== '/' && data.found !== '.')) return false;
  return errors.some((error) => error.code.startsWith('value/') && error.at.end === at.start);
}

/** What stands in an expression is judged by all of it: where a part could not be read, nothing is said of its types. */
function isOnLineOf({ at }: Finding, { regions }: UnreadInFile): boolean {
  return regions.some(({ start, text }) => {
    const end = text.indexOf('\n');
    return start <= at.start && at.start < start + (end < 0 ? text.length : end);
  });
}

/** A value that cannot be read is stated: nothing else of the declaration can be hidden in it. */
function isOfValue({ code }: Finding): boolean {
  return code.startsWith('value/');
}

/** A mistyped keyword that is known to be meant for another member than the one that is not there. */
function isAnother({ data }: Finding, lacked: Keyword | undefined): boolean {
  const meant = data.guess ?? (isRecord(data.glued) ? data.glued.keyword : undefined);
  if (lacked === undefined || meant === undefined || meant === lacked) return false;
  // 责任 may have become 责任单位 as well as what it is nearest to.
  const { found } = data;
  return typeof found !== 'string' || !LANGS.some((lang) => spelling(lacked, lang).startsWith(found));
}

function isRecord(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function touches({ code, at }: Finding, span: Span, { regions }: UnreadInFile): boolean {
  if (within(at, span)) return true;
  if (code !== 'syntax/unexpected') return false;
  // What is left over behind a declaration on its own line may belong to it.
  const region = regions.find(({ start, end }) => start <= at.start && at.start < end);
  return region !== undefined && region.start < span.end && at.start >= span.end;
}

/** Whether a name that nothing is known of may be declared, or mentioned, in a file that could not be read. */
function mayBeElsewhere({ code, data }: Finding): boolean {
  if (code === 'name/duplicate') return false;
  const { wanted } = data;
  return !isRecord(wanted) || wanted.name === 'declared' || wanted.name === 'policy-light';
}

function isOfUnreadName({ code, at, data }: Finding, { errors, regions }: UnreadInFile, unread: Unread): boolean {
  if (errors.some((error) => error.code === 'syntax/unexpected' && isBeside(at, error.at))) return true;
  if (code === 'name/duplicate' || typeof data.name !== 'string') return false;
  // That a name is told in text that could not be read says nothing about where else it stands.
  const own = regions.find(({ start, end }) => start <= at.start && at.end <= end);
  let texts = unread.texts;
  if (own !== undefined) {
    const rest = `${own.text.slice(0, at.start - own.start)}\n${own.text.slice(at.end - own.start)}`;
    const index = texts.indexOf(own.text);
    if (index >= 0) texts = texts.with(index, rest);
  }
  const { name } = data;
  return [name, ...name.split('.')].some((part) => part !== '' && holdsName(texts, part));
}

/** Nothing stands between the name and the mistake behind it but a blank or two. */
function isBeside(name: Span, error: Span): boolean {
  return error.start >= name.start && error.start - name.end <= 2;
}

/** The innermost declaration, item, issue or decision that a finding lies in. */
function innermostIn(file: FileFacts): (finding: Finding) => Span | undefined {
  let elements: readonly Element[] | undefined;
  return ({ at }) => {
    elements ??= [...elementsIn(file)];
    let found: Span | undefined;
    for (const { at: span } of elements) {
      if (within(at, span) && (found === undefined || within(span, found))) found = span;
    }
    return found;
  };
}

/** Whether a place lies in the place of a cause; `causes` by their start. */
function coveredBy(causes: readonly Finding[]): (at: Span) => boolean {
  /** How far the causes reach that begin at or before each of them. */
  let reach = 0;
  const reaches = causes.map(({ at }) => {
    reach = Math.max(reach, at.end);
    return reach;
  });
  return ({ start, end }) => {
    let [low, high] = [0, causes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((causes[middle]?.at.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return end <= (reaches[low - 1] ?? -1);
  };
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
