/**
 * The configuration of a plan root: its `planwright.json` and what that extends. Which files belong to the plan, the
 * language of messages, the weight of rules.
 */
import type { Bilingual } from '../model/lang.js';
import { type ConfigurationProblem, readSettings, type Settings } from './configuration-reading.js';
import { type Configuration, DEFAULT_CONFIGURATION } from './settings.js';

/** A mistake, and the file that it is in. */
interface PlacedProblem extends ConfigurationProblem {
  readonly file: string;
  /** The text of that file, to tell line and column by. */
  readonly text: string;
  /** Where the configuration itself names the file that leads there; its own place where it is in the file itself. */
  readonly via: { readonly start: number; readonly end: number };
}

export interface ConfigurationParseResult {
  readonly configuration: Configuration;
  readonly problems: readonly PlacedProblem[];
  /** Otherwise one of the files is no JSON, and nobody knows what it sets. */
  readonly isJson: boolean;
  /** The files that were read, the configuration's own first. */
  readonly files: readonly string[];
}

/** Where configurations are read from: paths are relative to one folder, which they never leave. */
export interface ConfigurationSource {
  /** The codes of all rules. */
  readonly codes: readonly string[];
  /** The text of a file; undefined where there is none that may be read. */
  readText(file: string): Promise<string | undefined>;
}

/** Reads the configuration `file` with all that it extends. Its globs are relative to the plan root, wherever they are said. */
export async function readConfiguration(
  file: string,
  text: string,
  source: ConfigurationSource,
): Promise<ConfigurationParseResult> {
  const problems: PlacedProblem[] = [];
  const files = [file];
  const chain: Settings[] = [];
  let [at, own, isJson] = [file, text, true];
  let via: PlacedProblem['via'] | undefined;
  for (;;) {
    const { settings, problems: found, isJson: isRead, extendsAt } = readSettings(own, source.codes);
    const told = (problem: ConfigurationProblem): PlacedProblem => ({
      file: at,
      text: own,
      via: via ?? { start: problem.start, end: problem.end },
      ...problem,
    });
    problems.push(...found.map(told));
    isJson &&= isRead;
    chain.unshift(settings);
    if (settings.extends === undefined) break;
    const wrong = (message: Bilingual): void => void problems.push(told({ ...extendsAt, message }));
    const name = settings.extends;
    const next = beside(at, name);
    if (next === undefined) {
      wrong({ en: `'${name}' leads out of the plan root`, zh: `“${name}”超出计划根目录` });
      break;
    }
    if (files.includes(next)) {
      wrong({ en: `'${name}' extends this file in turn`, zh: `“${name}”又继承了本文件，形成循环` });
      break;
    }
    const read = await source.readText(next);
    if (read === undefined) {
      wrong({ en: `'${name}' cannot be read`, zh: `无法读取“${name}”` });
      break;
    }
    files.push(next);
    via ??= extendsAt;
    [at, own] = [next, read];
  }
  return { configuration: merged(chain), problems, isJson, files };
}

/** What `file` names by a path relative to itself; undefined where that is absolute or climbs out. */
function beside(file: string, named: string): string | undefined {
  if (/^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(named)) return undefined;
  const segments = file.split('/').slice(0, -1);
  for (const segment of named.split(/[\\/]/)) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** What is said nearer to the plan goes before what it extends; severities are put upon each other. */
function merged(chain: readonly Settings[]): Configuration {
  const last = <K extends 'language' | 'include' | 'exclude'>(key: K): Settings[K] =>
    chain.findLast((settings) => settings[key] !== undefined)?.[key];
  return {
    language: last('language'),
    include: last('include') ?? DEFAULT_CONFIGURATION.include,
    exclude: last('exclude') ?? DEFAULT_CONFIGURATION.exclude,
    layers: chain.flatMap(({ rules, overrides = [] }) => [
      ...(rules === undefined ? [] : [{ rules: new Map(Object.entries(rules)) }]),
      ...overrides.map(({ files, rules: inFiles }) => ({ files, rules: new Map(Object.entries(inFiles)) })),
    ]),
  };
}
