/** The rule about declarations that lie within themselves (`name/cycle`). */
import type { EntityKind, OrgFacts, ProjectFacts, Ref, TaxonomyFacts } from '../../model/facts.js';
import type { Plan } from '../../model/plan.js';
import type { Analysis } from '../analysis.js';
import { quoted, sayKind } from '../message-values.js';
import { type Found, planRule, type Rule } from '../rule.js';

/** `path`: from the declaration back to itself. */
type Cycle = { readonly kind: EntityKind; readonly path: readonly string[] };
type Nested = ProjectFacts | OrgFacts | TaxonomyFacts;

const KINDS = ['project', 'org', 'category', 'area', 'batch', 'tag'] as const;

function above(declaration: Nested): Ref | undefined {
  return declaration.kind === 'project' ? declaration.parent : declaration.in;
}

/** Each cycle once, at the declaration of it that comes first in the plan. */
function* cycles({ plan }: Analysis): Generator<Found<Cycle>> {
  for (const kind of KINDS) {
    const settled = new Set<Nested>();
    for (const declaration of plan.all(kind)) {
      const cycle = cycleFrom(declaration, kind, plan, settled);
      const [first] = cycle;
      const ref = first === undefined ? undefined : above(first);
      if (first === undefined || ref === undefined) continue;
      yield {
        at: ref.at,
        data: { kind, path: [...cycle, first].map(({ name }) => name.text) },
        element: first.id,
        related: cycle.slice(1).flatMap((each) => {
          const up = above(each);
          return up === undefined ? [] : [{ at: up.at, message: { en: 'And on from here', zh: '由此继续' } }];
        }),
      };
    }
  }
}

/** What lies within itself on the way up from `start`; nothing of what was walked before. */
function cycleFrom(start: Nested, kind: (typeof KINDS)[number], plan: Plan, settled: Set<Nested>): readonly Nested[] {
  const path: Nested[] = [];
  const places = new Map<Nested, number>();
  let at: Nested | undefined = start;
  while (at !== undefined && !settled.has(at)) {
    settled.add(at);
    places.set(at, path.length);
    path.push(at);
    at = plan.declaration(kind, above(at));
  }
  const from = at === undefined ? undefined : places.get(at);
  return from === undefined ? [] : path.slice(from);
}

const sayPath = (path: readonly string[], lang: 'en' | 'zh'): string =>
  path.map((name) => quoted(name, lang)).join(lang === 'zh' ? '→' : ' → ');

export const NAME_CYCLE_RULES: readonly Rule[] = [
  planRule<Cycle>(
    {
      code: 'name/cycle',
      severity: 'error',
      title: { en: 'Lies within itself', zh: '隶属关系成环' },
      message: {
        en: ({ kind, path }) => `The ${sayKind(kind, 'en')} lies within itself: ${sayPath(path, 'en')}`,
        zh: ({ kind, path }) => `${sayKind(kind, 'zh')}的隶属关系成环：${sayPath(path, 'zh')}`,
      },
      page: {
        en: `A project (by \`parent\`), an organisation or an entry of a taxonomy (by \`in\`) lies within another that lies, directly or
through others, within the first. Then it is not known what belongs to what: conditions with \`in\` and sums by category
take each of them for the top. Correct one of the references; the related places are the others on the way round.`,
        zh: `项目（\`上级项目\`）、单位或类别（\`属于\`）所属的对象，又直接或间接地属于它自己，于是无从确定上下级：带\`属于\`的条件和按
类别的合计会把它们各自当作最上一级。请改正其中一处引用；相关位置是环上的其他各处。`,
      },
      example: {
        asOf: '2026-03-31',
        shows:
          'category Industry {\n  in Steel\n}\ncategory Steel {\n  in Industry\n}\nproject P1 {\n  category Steel\n}\n',
        clean: 'category Industry\ncategory Steel {\n  in Industry\n}\nproject P1 {\n  category Steel\n}\n',
      },
    },
    cycles,
  ),
];
