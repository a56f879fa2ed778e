/** The item that somebody means, who writes it as the language refers to it, by its name alone or by its title. */

import type { ItemFacts, ProjectFacts } from '../../model/facts.js';
import { toHalfWidth } from '../../model/half-width.js';
import { itemAt, itemsOf, type Plan } from '../../model/plan.js';
import { NameIndex } from '../similar-names.js';

/** Several have the name; or none has it, and one is near. */
export type FoundItem =
  | { readonly type: 'found'; readonly item: ItemFacts; readonly project: ProjectFacts }
  | { readonly type: 'several'; readonly ids: readonly string[] }
  | { readonly type: 'project'; readonly project: ProjectFacts }
  | { readonly type: 'none'; readonly near: string | undefined };

/** `P007.前期.环评` first; else what ends so (`环评`), else what has that title, or whose path is made of titles. Of a name declared twice the first counts. */
export function findItem(plan: Plan, asked: string): FoundItem {
  const path = segmentsOf(asked);
  const [name = '', ...inner] = path;
  const project = plan.find('project', name);
  if (project !== undefined) {
    const item = inner.length === 0 ? undefined : itemAt(project, inner);
    if (item !== undefined) return { type: 'found', item, project };
  }
  const projects = plan.all('project').filter((each) => plan.find('project', each.name.text) === each);
  const all = projects.flatMap((each) => [...pathsIn(each)]);
  const title = withoutQuotes(asked);
  const meant =
    [
      all.filter(({ path: own }) => endsWith(own, path, ({ name: { text } }, part) => text === part)),
      all.filter(({ item }) => item.title?.text === title),
      all.filter(({ path: own }) => endsWith(own, path, (each, part) => isCalled(each, withoutQuotes(part)))),
    ].find((found) => found.length > 0) ?? [];
  const [only, ...more] = meant;
  if (only !== undefined && more.length > 0) return { type: 'several', ids: meant.map(({ item }) => item.id) };
  if (only !== undefined) return { type: 'found', item: only.item, project: only.project };
  if (project !== undefined && inner.length === 0) return { type: 'project', project };
  const within = project !== undefined && inner.length > 0 ? all.filter((each) => each.project === project) : all;
  const near = new NameIndex(
    within.map(({ item }) => ({
      spellings: [
        ...(within === all ? [item.id] : []),
        item.name.text,
        ...(item.title === undefined ? [] : [item.title.text]),
      ],
      written: item.id,
    })),
  ).nearest(within === all ? path.join('.') : (inner.at(-1) ?? ''));
  return { type: 'none', near };
}

function* pathsIn(project: ProjectFacts): Generator<{
  readonly item: ItemFacts;
  readonly project: ProjectFacts;
  readonly path: Path;
}> {
  const paths = new Map<ItemFacts, Path>();
  for (const item of itemsOf(project)) {
    const own = paths.get(item) ?? [project, item];
    for (const child of item.items) paths.set(child, [...own, child]);
    yield { item, project, path: own };
  }
}

type Path = readonly (ProjectFacts | ItemFacts)[];

function endsWith(
  path: Path,
  asked: readonly string[],
  matches: (each: ProjectFacts | ItemFacts, part: string) => boolean,
): boolean {
  return asked.every((part, i) => {
    const each = path[path.length - asked.length + i];
    return each !== undefined && matches(each, part);
  });
}

/** By its name or its title. */
function isCalled({ name, title }: ProjectFacts | ItemFacts, part: string): boolean {
  return name.text === part || title?.text === part;
}

/** What stands between points; in backquotes a name may hold points and blanks. */
function segmentsOf(asked: string): readonly string[] {
  const parts = [...asked.trim().matchAll(/`([^`]*)`|([^.．`]+)/g)];
  return parts.map(([, quoted, plain = '']) => quoted ?? toHalfWidth(plain).trim()).filter((part) => part !== '');
}

const QUOTES = /^["“「＂『](.*)["”」＂』]$/;

function withoutQuotes(asked: string): string {
  return QUOTES.exec(asked.trim())?.[1] ?? asked.trim();
}
