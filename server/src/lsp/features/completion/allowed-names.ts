/** Which names are not offered although they are of the right kind: what would wait for itself, lie in itself, or stand twice. */
import { liesIn } from '../../../analysis/expressions/lineage.js';
import type { ItemFacts } from '../../../model/facts.js';
import { itemAt } from '../../../model/plan.js';
import type { Token } from '../../../syntax/token-types.js';
import { isItem } from '../../plan-elements.js';
import type { Source } from '../../session.js';
import type { CompletionContext } from './context.js';
import type { Allowed } from './names.js';

/** So many successors are looked at; what lies further behind is told by its rule. */
const FAR = 5_000;

export function allowedNames({ plan, root }: Source, { statement, inside }: CompletionContext): Allowed {
  const keyword = statement[0]?.tokenType.keyword;
  const [own = ''] = inside.slice(-1);
  const listed = listedIn(statement);
  const first: Allowed = (element) => !listed.has('name' in element ? (element.name?.text ?? '') : '');
  if (keyword === 'after') {
    const behind = waitingFor(inside, { plan, root });
    return (element) => first(element) && !(isItem(element) && behind.has(element.id));
  }
  if (keyword === 'parent' || keyword === 'in' || keyword === 'replaces') {
    return (element) => {
      if (!('kind' in element)) return first(element);
      const { kind, name } = element;
      if (kind === 'milestone' || kind === 'task' || kind === 'approval' || kind === 'inspection')
        return first(element);
      const within = keyword === 'replaces' ? name.text === own : liesIn({ kind, name: name.text }, own, plan);
      return first(element) && !within;
    };
  }
  return first;
}

/** The ids of the item around the cursor, of what lies around or in it, and of all that waits for these. */
function waitingFor(
  [project = '', ...path]: readonly string[],
  { plan, root }: Pick<Source, 'plan' | 'root'>,
): Set<string> {
  const found = new Set<string>();
  const home = plan.find('project', project);
  if (home === undefined || path.length === 0) return found;
  const pending: ItemFacts[] = [];
  for (let depth = 1; depth <= path.length; depth++) {
    const item = itemAt(home, path.slice(0, depth));
    if (item === undefined) continue;
    found.add(item.id);
    if (depth === path.length) pending.push(item);
    // What waits for the task around it waits for this one too.
    else pending.push(...successorsOf(item, root));
  }
  const { schedule } = root.plan.analysis;
  const seen = new Set<string>();
  for (let item = pending.pop(); item !== undefined && seen.size < FAR; item = pending.pop()) {
    if (seen.has(item.id)) continue;
    seen.add(item.id);
    found.add(item.id);
    pending.push(...item.items, ...(schedule.item(item.id)?.successors.map(({ successor }) => successor) ?? []));
  }
  return found;
}

function successorsOf(item: ItemFacts, root: Source['root']): readonly ItemFacts[] {
  return root.plan.analysis.schedule.item(item.id)?.successors.map(({ successor }) => successor) ?? [];
}

/** The plain names, no paths, that a list before the cursor holds already. */
function listedIn(statement: readonly Token[]): ReadonlySet<string> {
  const listed = new Set<string>();
  statement.forEach((token, index) => {
    const [before, behind] = [statement[index - 1]?.tokenType, statement[index + 1]?.tokenType.name];
    if (index === 0 || behind === '.' || before?.name === '.') return;
    if (before?.name === ',' || index === 1) listed.add(token.image.replaceAll('`', ''));
  });
  return listed;
}
