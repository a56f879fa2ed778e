/** Facts without text, for tests and benchmarks that make more of them than anybody would write. */
import type { Day } from '../server/src/model/day.js';
import type { Duration } from '../server/src/model/duration.js';
import type {
  DependencyFacts,
  DependencyType,
  EntityKind,
  FileFacts,
  ItemFacts,
  ProjectFacts,
  Ref,
  StageName,
} from '../server/src/model/facts.js';
import { dayPeriod } from '../server/src/model/period.js';
import { rational } from '../server/src/model/rational.js';
import type { Span } from '../server/src/model/span.js';

export interface DependencySpec {
  /** `A`, `A.B` or `P.A`. */
  readonly on: string;
  readonly type?: DependencyType;
  readonly lag?: { readonly sign: 1 | -1; readonly duration: Duration };
}

export interface ItemSpec {
  readonly name: string;
  readonly kind?: 'milestone' | 'task' | 'approval';
  readonly after?: readonly DependencySpec[];
  readonly start?: Day;
  readonly finish?: Day;
  readonly due?: Day;
  readonly duration?: Duration;
  readonly started?: Day;
  readonly done?: Day;
  /** In percent. */
  readonly progress?: number;
  readonly remaining?: Duration;
  readonly suspended?: readonly { readonly first: Day; readonly last?: Day }[];
  /** The name of a calendar. */
  readonly calendar?: string;
  readonly items?: readonly ItemSpec[];
}

let place = 0;

function span(file: string): Span {
  place += 1;
  return { file, start: place, end: place };
}

export function buildProject(
  file: string,
  name: string,
  items: readonly ItemSpec[],
  stages: readonly { readonly stage: StageName; readonly on: Day }[] = [],
): ProjectFacts {
  return {
    kind: 'project',
    id: name,
    name: { text: name, at: span(file) },
    at: span(file),
    keywordAt: span(file),
    stated: new Set(),
    area: [],
    batch: [],
    tag: [],
    alias: [],
    targets: [],
    support: [],
    stages: stages.map(({ stage, on }) => ({ stage, on: { day: on, at: span(file) }, at: span(file) })),
    issues: [],
    reports: [],
    reviews: [],
    fields: [],
    notes: [],
    links: [],
    items: items.map((item) => madeItem(file, [name], item)),
  };
}

function madeItem(file: string, scope: readonly string[], item: ItemSpec): ItemFacts {
  const { name, kind = 'task', after = [], start, finish, due, duration, started, done, progress, remaining } = item;
  const { suspended = [], calendar } = item;
  const own = [...scope, name];
  const at = span(file);
  return {
    kind,
    id: own.join('.'),
    name: { text: name, at },
    at,
    keywordAt: at,
    stated: new Set(),
    support: [],
    evidence: [],
    revised: [],
    suspended: suspended.map((each) => ({ ...each, at })),
    fields: [],
    progress: progress === undefined ? [] : [{ value: rational(BigInt(progress)), at }],
    notes: [],
    after: after.map((dependency) => madeDependency(file, own, dependency)),
    items: (item.items ?? []).map((child) => madeItem(file, own, child)),
    ...(start === undefined ? {} : { start: { period: dayPeriod(start), at } }),
    ...(finish === undefined ? {} : { finish: { period: dayPeriod(finish), at } }),
    ...(due === undefined ? {} : { due: { period: dayPeriod(due), at } }),
    ...(duration === undefined ? {} : { duration: { value: duration, at } }),
    ...(started === undefined ? {} : { started: { day: started, at } }),
    ...(done === undefined ? {} : { done: { day: done, at } }),
    ...(calendar === undefined ? {} : { calendar: refTo('calendar', calendar, at) }),
    ...(remaining === undefined ? {} : { remaining: { value: remaining, at } }),
  };
}

function refTo(kind: EntityKind, name: string, at: Span): Ref {
  return { kinds: [kind], segments: [{ text: name, at }], scope: [], at };
}

function madeDependency(
  file: string,
  scope: readonly string[],
  { on, type = 'FS', lag }: DependencySpec,
): DependencyFacts {
  const at = span(file);
  const segments = on.split('.').map((text) => ({ text, at }));
  return {
    target: { kinds: ['item'], segments, scope, at },
    type,
    at,
    ...(lag === undefined ? {} : { lag: { ...lag, at } }),
  };
}

export function buildFile(file: string, projects: readonly ProjectFacts[]): FileFacts {
  return { file, declarations: projects, refs: [], ignores: [], findings: [], vocabulary: undefined, inYuan: [] };
}
