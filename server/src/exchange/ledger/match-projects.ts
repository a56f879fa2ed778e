/** Which project of the plan a row of a ledger is about: by its id, its name, another name of it; a near name is told, not taken. */
import { NameIndex } from '../../analysis/similar-names.js';
import type { ProjectFacts } from '../../model/facts.js';
import type { Plan } from '../../model/plan.js';
import { folded } from './own-columns.js';
import type { LedgerProject, Remark } from './statements.js';

export type Match =
  | { readonly is: 'known'; readonly row: LedgerProject; readonly project: ProjectFacts }
  | { readonly is: 'new'; readonly row: LedgerProject };

/** A row whose name is near to one of the plan: only a person knows whether it is that one. */
export interface NearName {
  readonly row: LedgerProject;
  readonly project: ProjectFacts;
}

/** What becomes of such a row: it is asked about, taken for that project, or taken for a new one. */
export type Near = (name: NearName) => 'ask' | 'known' | 'new';

export function matchProjects(
  rows: readonly LedgerProject[],
  plan: Plan,
  near: Near,
): { readonly matches: readonly Match[]; readonly asked: readonly NearName[]; readonly remarks: readonly Remark[] } {
  const projects = plan.all('project');
  const byName = new Map<string, ProjectFacts[]>();
  const add = (name: string, project: ProjectFacts): void => {
    const key = folded(name);
    const there = byName.get(key) ?? [];
    if (!there.includes(project)) byName.set(key, [...there, project]);
  };
  for (const project of projects) {
    for (const name of [project.name.text, project.title?.text ?? '', ...project.alias.map(({ text }) => text)]) {
      if (name !== '') add(name, project);
    }
  }
  const index = new NameIndex(
    projects.map((project) => ({
      spellings: [project.name.text, ...(project.title === undefined ? [] : [project.title.text])],
      written: project.name.text,
    })),
  );
  const matches: Match[] = [];
  const remarks: Remark[] = [];
  const asked: NearName[] = [];
  const taken = new Map<ProjectFacts, LedgerProject>();
  for (const row of rows) {
    const found = plan.find('project', row.id);
    const same =
      found === undefined ? (byName.get(folded(row.title ?? row.id)) ?? byName.get(folded(row.id)) ?? []) : [found];
    const [first, ...more] = same;
    if (more.length > 0) {
      remarks.push(
        told(
          row,
          `several projects are called that: ${same.map(({ id }) => id).join(', ')}`,
          `有多个同名项目：${same.map(({ id }) => id).join('、')}`,
        ),
      );
      continue;
    }
    const nearest = first === undefined ? plan.find('project', index.nearest(row.title ?? row.id) ?? '') : undefined;
    const meant = nearest === undefined ? 'new' : near({ row, project: nearest });
    if (nearest !== undefined && meant === 'ask') {
      asked.push({ row, project: nearest });
      continue;
    }
    const close = meant === 'known' ? nearest : undefined;
    const project = first ?? close;
    const before = project === undefined ? undefined : taken.get(project);
    if (project !== undefined && before !== undefined) {
      remarks.push(told(row, `is ${project.id}, as ${before.cell} is`, `与 ${before.cell} 是同一个项目 ${project.id}`));
      continue;
    }
    if (project === undefined) matches.push({ is: 'new', row });
    else {
      taken.set(project, row);
      matches.push({ is: 'known', row, project });
      if (first === undefined) {
        remarks.push({
          severity: 'info',
          cell: row.cell,
          message: {
            en: `'${row.title ?? row.id}' is taken for ${project.id}`,
            zh: `“${row.title ?? row.id}”按 ${project.id} 更新`,
          },
        });
      }
    }
  }
  return { matches, asked, remarks };
}

function told(row: LedgerProject, en: string, zh: string): Remark {
  const name = row.title ?? row.id;
  return { severity: 'error', cell: row.cell, message: { en: `'${name}' ${en}`, zh: `“${name}”${zh}` } };
}
