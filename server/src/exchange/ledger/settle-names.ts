/** Whom and what a ledger names, by the names that the plan has for them: a sheet says 'Ada Mason' where the plan says Mason. */
import type { Plan } from '../../model/plan.js';
import { folded } from './own-columns.js';
import type { Ledger, Named, NamedKind, RefMember, Remark, Statement } from './statements.js';

const KIND_OF: Readonly<Record<RefMember, NamedKind>> = {
  category: 'category',
  area: 'area',
  batch: 'batch',
  tag: 'tag',
  leader: 'person',
  owner: 'person',
  supervisor: 'person',
  unit: 'org',
  support: 'org',
};

/**
 * A name that the plan declares stays; another one that is the title of something, or another name of it, becomes its name.
 * Where several are called that nobody knows which is meant: what says so is left out, and told.
 */
export function settleNames(
  ledger: Ledger,
  plan: Plan,
): { readonly ledger: Ledger; readonly remarks: readonly Remark[] } {
  const known = new KnownNames(plan);
  const remarks: Remark[] = [];
  const settled = (kind: NamedKind, names: readonly string[], { cell }: Statement): readonly string[] =>
    names.flatMap((name) => {
      const called = known.of(kind, name);
      if (called.length > 1) remarks.push(several(cell, name, called));
      return called.length > 1 ? [] : [...(called.length === 0 ? [name] : called)];
    });
  const statement = (each: Statement): readonly Statement[] => {
    if (each.type === 'team') return [{ ...each, members: settled('person', each.members, each) }];
    if (each.type !== 'ref') return [each];
    const names = settled(KIND_OF[each.member], each.names, each);
    return names.length === 0 ? [] : [{ ...each, names: [...new Set(names)] }];
  };
  const only = (kind: NamedKind, name: string): string => {
    const [called, ...more] = known.of(kind, name);
    return called === undefined || more.length > 0 ? name : called;
  };
  const named = ({ in: parent, ...each }: Named): Named => ({
    ...each,
    name: only(each.kind, each.name),
    ...(parent === undefined ? {} : { in: only(each.kind === 'person' ? 'org' : each.kind, parent) }),
  });
  const { figures } = ledger;
  return {
    ledger: {
      ...ledger,
      projects: ledger.projects.map((project) => ({ ...project, statements: project.statements.flatMap(statement) })),
      named: ledger.named.map(named),
      ...(figures === undefined
        ? {}
        : { figures: { ...figures, rows: figures.rows.map((row) => ({ ...row, name: only(figures.by, row.name) })) } }),
    },
    remarks,
  };
}

class KnownNames {
  readonly #plan: Plan;
  readonly #byTitle = new Map<NamedKind, ReadonlyMap<string, readonly string[]>>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** The names in the plan of what is called so; none where nothing is. */
  of(kind: NamedKind, name: string): readonly string[] {
    if (this.#plan.find(kind, name) !== undefined) return [name];
    let titles = this.#byTitle.get(kind);
    if (titles === undefined) {
      titles = titlesOf(this.#plan, kind);
      this.#byTitle.set(kind, titles);
    }
    return titles.get(folded(name)) ?? [];
  }
}

function titlesOf(plan: Plan, kind: NamedKind): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>();
  for (const { name, title, ...more } of plan.all(kind)) {
    const alias = 'alias' in more ? more.alias : [];
    for (const text of new Set([name.text, title?.text ?? '', ...alias.map((each) => each.text)].map(folded))) {
      const there = titles.get(text) ?? [];
      if (text !== '' && !there.includes(name.text)) titles.set(text, [...there, name.text]);
    }
  }
  return titles;
}

function several(cell: string, name: string, called: readonly string[]): Remark {
  return {
    severity: 'warning',
    cell,
    message: {
      en: `'${name}' may be ${called.join(' or ')}: left as it is in the plan`,
      zh: `“${name}”可能是${called.join('或')}：计划中未改动`,
    },
  };
}
