/** Rules about names that nothing has, that two things have, or that something of another kind has (`name/*`). */
import type { Entity, EntityKind, FileFacts, Name, Ref } from '../../model/facts.js';
import { kindOf } from '../../model/plan.js';
import type { Span } from '../../model/span.js';
import type { Analysis } from '../analysis.js';
import { article, quoted, sayKind, sayKinds } from '../message-values.js';
import { type Found, fileRule, type Rule } from '../rule.js';
import { nearestTo } from '../similar-declarations.js';
import { meetingsIn, projectsIn } from './facts-in-file.js';

type Unknown = { readonly name: string; readonly kinds: readonly EntityKind[]; readonly nearest?: string };
type WrongKind = { readonly name: string; readonly kinds: readonly EntityKind[]; readonly found: EntityKind };
/** `only`: there may be one of the kind at all, whatever its name. */
type Duplicate = { readonly name: string; readonly kind: DuplicateKind; readonly only: boolean };
type DuplicateKind = EntityKind | 'decision' | 'light';

const EVERY_KIND: readonly EntityKind[] = [
  'person',
  'org',
  'project',
  'item',
  'issue',
  'category',
  'area',
  'batch',
  'tag',
  'meeting',
  'calendar',
  'policy',
  'view',
  'portfolio',
];

const pathOf = (ref: Ref): string => ref.segments.map(({ text }) => text).join('.');

function otherKind(ref: Ref, { plan }: Analysis): { readonly kind: EntityKind; readonly entity: Entity } | undefined {
  for (const kind of EVERY_KIND) {
    const entity = ref.kinds.includes(kind) ? undefined : plan.resolveAs(ref, kind);
    if (entity !== undefined) return { kind, entity };
  }
  return undefined;
}

function* unknown(file: FileFacts, analysis: Analysis): Generator<Found<Unknown>> {
  for (const ref of file.refs) {
    if (analysis.plan.resolve(ref) !== undefined || otherKind(ref, analysis) !== undefined) continue;
    const nearest = nearestTo(ref, analysis.plan);
    yield {
      at: ref.at,
      data: { name: pathOf(ref), kinds: ref.kinds, ...(nearest === undefined ? {} : { nearest }) },
    };
  }
}

function* wrongKind(file: FileFacts, analysis: Analysis): Generator<Found<WrongKind>> {
  for (const ref of file.refs) {
    const other = analysis.plan.resolve(ref) === undefined ? otherKind(ref, analysis) : undefined;
    if (other === undefined) continue;
    yield {
      at: ref.at,
      data: { name: pathOf(ref), kinds: ref.kinds, found: other.kind },
      related: [{ at: other.entity.name.at, message: { en: 'Declared here', zh: '声明在这里' } }],
    };
  }
}

function* duplicates(file: FileFacts, { plan }: Analysis): Generator<Found<Duplicate>> {
  for (const declaration of file.declarations) {
    const kind = kindOf(declaration);
    const [first] = plan.named(kind, declaration.name.text);
    const alone = kind === 'portfolio' ? plan.portfolio : first;
    if (alone === undefined || alone === declaration) continue;
    const only = kind === 'portfolio' && alone.name.text !== declaration.name.text;
    yield repeated(declaration.name, kind, alone.name.at, declaration.id, only);
  }
  for (const project of projectsIn(file)) {
    yield* repeatedItems(project.items);
    yield* repeatedNames(project.issues, 'issue');
  }
  for (const meeting of meetingsIn(file)) {
    yield* repeatedNames(meeting.issues, 'issue');
    yield* repeatedNames(meeting.decisions, 'decision');
  }
  for (const policy of file.declarations) {
    if (policy.kind !== 'policy') continue;
    yield* repeatedNames(
      policy.lights.map(({ name }) => ({ name, id: policy.id })),
      'light',
    );
  }
}

interface Nested extends Named {
  readonly items: readonly Nested[];
}

interface Named {
  readonly id: string;
  readonly name?: Name;
}

function* repeatedItems(items: readonly Nested[]): Generator<Found<Duplicate>> {
  yield* repeatedNames(items, 'item');
  for (const item of items) if (item.items.length > 0) yield* repeatedItems(item.items);
}

function* repeatedNames(beside: readonly Named[], kind: DuplicateKind): Generator<Found<Duplicate>> {
  if (beside.length < 2) return;
  const firsts = new Map<string, Name>();
  for (const { name, id } of beside) {
    if (name === undefined) continue;
    const first = firsts.get(name.text);
    if (first === undefined) firsts.set(name.text, name);
    else yield repeated(name, kind, first.at, id, false);
  }
}

function repeated(name: Name, kind: DuplicateKind, first: Span, element: string, only: boolean): Found<Duplicate> {
  return {
    at: name.at,
    data: { name: name.text, kind, only },
    element,
    related: [{ at: first, message: { en: 'First declared here', zh: '首次声明在这里' } }],
  };
}

const sayDuplicate = (kind: DuplicateKind, lang: 'en' | 'zh'): string =>
  kind === 'decision' || kind === 'light' ? UNDECLARED[kind][lang] : sayKind(kind, lang);

/** What has a name only where it stands. */
const UNDECLARED = { decision: { en: 'decision', zh: '决定' }, light: { en: 'light', zh: '亮灯' } } as const;

export const NAME_RULES: readonly Rule[] = [
  fileRule<Unknown>(
    {
      code: 'name/unknown',
      severity: 'error',
      title: { en: 'Nothing has this name', zh: '没有这个名称' },
      message: {
        en: ({ name, kinds, nearest }) =>
          `There is no ${sayKinds(kinds, 'en')} called ${quoted(name, 'en')}${
            nearest === undefined ? '' : `; did you mean ${quoted(nearest, 'en')}?`
          }`,
        zh: ({ name, kinds, nearest }) =>
          `没有名为${quoted(name, 'zh')}的${sayKinds(kinds, 'zh')}${
            nearest === undefined ? '' : `；是否应为${quoted(nearest, 'zh')}？`
          }`,
      },
      page: {
        en: `The reference leads nowhere: no file under the plan root declares such a name. Correct the name (the quick fix
takes the nearest one) or declare it, for example with \`person LiSi\` in the file that lists the people.

A milestone or task of the same project is called by its name, one of another project by \`P007.Topping-out\`, a
nested one by \`P007.Preparation.Survey\`.`,
        zh: `引用没有着落：计划根目录下的各文件都没有声明这个名称。请改正名称（快速修复取最相近的一个），或补上声明，
例如在人员文件中写\`人员 李四\`。

同一项目内的节点、任务直接写名称，其他项目的写\`P007.竣工\`，嵌套任务写\`P007.前期.环评\`。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'person LiSi\nproject P1 {\n  leader LiSii\n}\n',
        clean: 'person LiSi\nproject P1 {\n  leader LiSi\n}\n',
      },
    },
    unknown,
  ),
  fileRule<WrongKind>(
    {
      code: 'name/wrong-kind',
      severity: 'error',
      title: { en: 'The name belongs to something of another kind', zh: '名称所指的种类不对' },
      message: {
        en: ({ name, kinds, found }) =>
          `${quoted(name, 'en')} is ${article(sayKind(found, 'en'))}, but ${article(sayKinds(kinds, 'en'))} is needed here`,
        zh: ({ name, kinds, found }) =>
          `${quoted(name, 'zh')}是${sayKind(found, 'zh')}，此处应为${sayKinds(kinds, 'zh')}`,
      },
      page: {
        en: `The name is declared, but as something that cannot stand here: an organisation where a person answers, a
category where an area is asked for. Put the reference into the member it belongs to, or name the right one.`,
        zh: `名称已有声明，但所指的东西不能用在这里：例如应写人员处写了单位，应写地区处写了类别。请改用正确的名称，
或把它移到应写的那一项。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'org Works-Bureau\nproject P1 {\n  leader Works-Bureau\n}\n',
        clean: 'org Works-Bureau\nproject P1 {\n  unit Works-Bureau\n}\n',
      },
    },
    wrongKind,
  ),
  fileRule<Duplicate>(
    {
      code: 'name/duplicate',
      severity: 'error',
      title: { en: 'The name is declared twice', zh: '名称重复声明' },
      message: {
        en: ({ name, kind, only }) =>
          only
            ? `There is a portfolio already: a plan root has one, so ${quoted(name, 'en')} does not count`
            : `There is ${article(sayDuplicate(kind, 'en'))} called ${quoted(name, 'en')} already`,
        zh: ({ name, kind, only }) =>
          only
            ? `已经有一个项目库：一个计划根目录只能有一个，${quoted(name, 'zh')}不计`
            : `名为${quoted(name, 'zh')}的${sayDuplicate(kind, 'zh')}已经存在`,
      },
      page: {
        en: `Two declarations of one kind share a name, so a reference could mean either. References lead to the first
one, in the order of the files' names. Give one of them another name, or remove it. Until then a project that shares its
name is not green, nor is one that waits for it, and none is by a calendar or policy that shares its name.

Within a project, milestones, tasks and approvals that stand in the same block share their names; so do issues, and the
lights of a policy.`,
        zh: `同一种类的两个声明用了同一名称，引用时无法区分。引用一律指向第一个（按文件名顺序）。请给其中一个改名，
或删去一个。在此之前，重名项目和依赖它的项目不亮绿灯，
按重名的日历、规则评判的项目也不亮绿灯。

项目内同一块中的节点、任务、审批不得重名，问题不得重名，一套规则中的亮灯也不得重名。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'project P1 "Harbour bridge"\nproject P1 "Ring road"\n',
        clean: 'project P1 "Harbour bridge"\nproject P2 "Ring road"\n',
      },
    },
    duplicates,
  ),
];
