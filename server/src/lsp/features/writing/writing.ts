/** Texts that commands of the editor ask for: a new project, the next meeting, reports. The editor puts them in. */
import type * as z from 'zod/mini';
import { messageOf } from '../../../analysis/checks/index.js';
import { meetingsAround } from '../../../analysis/meetings-around.js';
import { poolAt } from '../../../analysis/pool.js';
import { isActive, latestReport } from '../../../analysis/state.js';
import { type Day, formatDay, parseIsoDay } from '../../../model/day.js';
import type { Declared, ProjectFacts, Ref } from '../../../model/facts.js';
import type { Bilingual, Lang } from '../../../model/lang.js';
import { dayPeriod, formatPeriod } from '../../../model/period.js';
import { visible } from '../../../report/invisible-characters.js';
import { Formatter, titleOf } from '../../../report/wording/formatter.js';
import { stageWords } from '../../../report/wording/plan-words.js';
import type { SnippetEdit } from '../../../workspace/fixes/plan-text.js';
import type {
  ChangedFiles,
  meetingDue,
  meetingNew,
  projectChoices,
  projectNew,
  reportChoices,
  reportNew,
  reportSheet,
  reportsFromSheet,
  Written,
} from '../../protocol.js';
import type { Root } from '../../root.js';
import { rangeIn, type Session } from '../../session.js';
import type { ActionContext } from '../code-actions/action-types.js';
import { questionAt } from '../code-actions/code-actions.js';
import { nextDay, preparedMeeting } from '../code-actions/next-meeting.js';
import { whyNotThere } from '../code-actions/safe-places.js';
import { reportToFill } from '../code-actions/weekly-report.js';
import { plainText, snippetText } from '../code-actions/workspace-edit.js';
import { fileForProject, newProject } from './new-project.js';
import { readSheet, sheetOf } from './report-sheet.js';

const words = {
  noPlan: { en: 'There is no plan file to write into.', zh: '没有可以写入的计划文件。' },
  meeting: {
    en: 'The meeting of {day} is stated already.',
    zh: '{day}的会议已经写在计划中。',
  },
  reported: {
    en: '{project} has a report of {day} already.',
    zh: '{project}已有{day}的进展。',
  },
  noProject: { en: 'The plan has no project {project}.', zh: '计划中没有项目{project}。' },
  changedOnDisk: {
    en: '{file} has just changed on disk; try again.',
    zh: '{file}刚刚在磁盘上有改动，请重试。',
  },
  heading: {
    en: 'Reports of {who}, {day}. What is not filled in is not taken over.',
    zh: '{who}进展填报，{day}。没有填写的内容不会写入计划。',
  },
  there: { en: 'Reported for {day} already: {projects}', zh: '已有{day}的进展：{projects}' },
  written: { en: '{n} written into the plan', zh: '已写入{n}个进展' },
  empty: { en: 'not filled in: {projects}', zh: '未填写：{projects}' },
  nothing: { en: 'Nothing has been filled in yet.', zh: '还没有填写任何内容。' },
  never: { en: 'no report yet', zh: '尚无进展' },
  last: { en: 'latest report {day}', zh: '最近进展{day}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export class Writing {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  // ── a new project ───────────────────────────────────────────────────────────────────────────────────────────────

  async projectChoices({ uri, lang }: z.output<typeof projectChoices.params>) {
    const root = await this.#session.roots.rootOf(uri);
    const plan = root?.plan.plan;
    const named = (all: readonly Declared[] = []) =>
      all.map((each) => {
        const name = each.name.text;
        const title = visible(titleOf(each));
        return { name, title, ...(title.includes(name) ? {} : { detail: name }) };
      });
    const leads = new Set(plan?.all('project').map(({ leader }) => plan.declaration('person', leader)));
    const people = [...(plan?.all('person') ?? [])].sort((a, b) => Number(leads.has(b)) - Number(leads.has(a)));
    return {
      categories: named(plan?.all('category')),
      units: named(plan?.all('org')),
      // A person's title is the post.
      leaders: people.map(({ name, post }) => ({
        name: name.text,
        title: visible([name.text, post?.text ?? ''].join(' ').trim()),
      })),
      stages: Object.entries(stageWords).map(([name, title]) => ({ name, title: title[lang] })),
    };
  }

  async newProject({ uri, lang, ...said }: z.output<typeof projectNew.params>): Promise<Written> {
    const root = await this.#session.roots.rootOf(uri);
    const file = root && fileForProject(root.plan.plan, said);
    const context = root && file !== undefined ? this.#context(root, file) : undefined;
    if (root === undefined || context === undefined || file === undefined) return refused(words.noPlan, lang);
    return this.#insertion(newProject(root.plan.plan, said, context.text(file)), context, lang);
  }

  // ── the next meeting ────────────────────────────────────────────────────────────────────────────────────────────

  async meetingDue({ uri, lang }: z.output<typeof meetingDue.params>): Promise<z.input<typeof meetingDue.result>> {
    const root = await this.#session.roots.rootOf(uri);
    if (root === undefined) return { day: formatDay(this.#session.today()), there: null };
    const { analysis } = root.plan;
    const { next, latest } = meetingsAround(analysis);
    if (next?.date !== undefined) {
      const said = say(words.meeting, lang, { day: spell(next.date.day, lang) });
      return { day: formatDay(next.date.day), there: { ...this.#session.location(root, next.name.at), said } };
    }
    const day = latest?.date === undefined ? analysis.status : nextDay(latest.date.day, { analysis });
    return { day: formatDay(day), there: null };
  }

  async newMeeting({ uri, lang, day: iso }: z.output<typeof meetingNew.params>): Promise<Written> {
    const root = await this.#session.roots.rootOf(uri);
    const day = parseIsoDay(iso);
    if (root === undefined || day === undefined) return refused(words.noPlan, lang);
    const { plan } = root.plan;
    const { latest } = meetingsAround(root.plan.analysis);
    const held = plan.all('meeting').find(({ kind, date }) => kind === 'meeting' && date?.day === day);
    if (held !== undefined) {
      const said = say(words.meeting, lang, { day: spell(day, lang) });
      return { type: 'there', ...this.#session.location(root, held.name.at), said };
    }
    const file = latest?.at.file ?? plan.portfolio?.at.file ?? root.plan.files[0];
    const context = file === undefined ? undefined : this.#context(root, file);
    if (context === undefined || file === undefined) return refused(words.noPlan, lang);
    return this.#insertion(preparedMeeting(latest, day, context.text(file), context).edit, context, lang);
  }

  // ── reports ─────────────────────────────────────────────────────────────────────────────────────────────────────

  async reportChoices({
    uri,
    lang,
  }: z.output<typeof reportChoices.params>): Promise<z.input<typeof reportChoices.result>> {
    const root = await this.#session.roots.rootOf(uri);
    if (root === undefined) return { reporters: [], projects: [] };
    const { analysis, plan } = root.plan;
    const format = new Formatter(analysis, lang);
    const active = poolAt(plan, analysis.status).filter((project) => isActive(project, analysis.status));
    const age = (project: ProjectFacts): number => analysis.metrics(project).reportAge?.days ?? Number.MAX_SAFE_INTEGER;
    const who = (kind: 'unit' | 'person') => {
      const found = new Map<string, { title: string; projects: number }>();
      for (const project of active) {
        const ref = kind === 'unit' ? project.unit : project.owner;
        const name = nameOf(ref);
        if (name === undefined) continue;
        const same = found.get(name);
        if (same === undefined) found.set(name, { title: visible(format.name(ref) ?? name), projects: 1 });
        else same.projects++;
      }
      return [...found].map(([name, each]) => ({ key: `${kind}:${name}`, kind, ...each }));
    };
    return {
      reporters: [...who('unit'), ...who('person')],
      projects: [...active]
        .sort((a, b) => age(b) - age(a))
        .map((project) => {
          const last = latestReport(project, analysis.status);
          return {
            node: `project:${project.id}`,
            title: visible([project.name.text, project.title?.text ?? ''].join(' ').trim()),
            detail: last === undefined ? words.never[lang] : say(words.last, lang, { day: formatDay(last.day) }),
          };
        }),
    };
  }

  async newReport({ uri, lang, node }: z.output<typeof reportNew.params>): Promise<Written> {
    const root = await this.#session.roots.rootOf(uri);
    const id = node.replace(/^project:/, '');
    const project = root?.plan.plan.all('project').find((each) => each.id === id);
    const context = root && project && this.#context(root, project.at.file);
    if (root === undefined || project === undefined || context === undefined) {
      return refused(filled(words.noProject, { project: id }), lang);
    }
    const edit = reportToFill(project, context);
    if (edit !== undefined) return this.#insertion(edit, context, lang);
    const there = project.reports.find(({ day }) => day === context.day);
    const said = say(words.reported, lang, { project: visible(titleOf(project)), day: spell(context.day, lang) });
    return { type: 'there', ...this.#session.location(root, there?.at ?? project.at), said };
  }

  async sheet({ uri, lang, key }: z.output<typeof reportSheet.params>): Promise<{ text: string }> {
    const root = await this.#session.roots.rootOf(uri);
    if (root === undefined) throw new Error('there is no plan');
    const { analysis, plan } = root.plan;
    const [, kind = '', name = ''] = /^(\w+):(.*)$/s.exec(key) ?? [];
    const mine = poolAt(plan, analysis.status).filter(
      (project) =>
        isActive(project, analysis.status) && nameOf(kind === 'unit' ? project.unit : project.owner) === name,
    );
    const [first] = mine;
    const context = first && this.#context(root, first.at.file);
    if (first === undefined || context === undefined) throw new Error(`nobody reports as ${key}`);
    const { day } = context;
    const isThere = ({ reports }: ProjectFacts): boolean => reports.some((report) => report.day === day);
    const there = mine.filter(isThere).map(titleOf).map(visible);
    const entries = mine
      .filter((project) => !isThere(project))
      .map((project) => ({
        project,
        last: latestReport(project, analysis.status),
        file: context.text(project.at.file),
      }));
    const format = new Formatter(analysis, lang);
    const who = visible(format.name(kind === 'unit' ? first.unit : first.owner) ?? name);
    const heading = [
      say(words.heading, lang, { who, day: spell(day, lang) }),
      ...(there.length === 0
        ? []
        : [say(words.there, lang, { day: spell(day, lang), projects: there.join(lang === 'zh' ? '、' : ', ') })]),
    ];
    return { text: sheetOf(entries, heading, day) };
  }

  async fromSheet({
    uri,
    lang,
    text,
  }: z.output<typeof reportsFromSheet.params>): Promise<z.input<typeof reportsFromSheet.result>> {
    const root = await this.#session.roots.rootOf(uri);
    if (root === undefined) return refused(words.noPlan, lang);
    const read = readSheet(text, (finding) => ({ en: messageOf(finding, 'en'), zh: messageOf(finding, 'zh') }));
    if (read.type === 'refused') return refused(read.problem, lang);
    if (read.reports.length === 0) return refused(words.nothing, lang);
    const { plan } = root.plan;
    const edits: SnippetEdit[] = [];
    const taken = new Set<string>();
    for (const { project: name, day, lines } of read.reports) {
      const project = plan.find('project', name);
      const context = project && this.#context(root, project.at.file);
      if (project === undefined || context === undefined) {
        return refused(filled(words.noProject, { project: visible(name) }), lang);
      }
      const isTaken = taken.has(`${day} ${name}`) || project.reports.some((report) => report.day === day);
      taken.add(`${day} ${name}`);
      if (isTaken) {
        return refused(filled(words.reported, { project: visible(name), day: formatDay(day) }), lang);
      }
      const file = context.text(project.at.file);
      const before = project.reports.filter((report) => report.day < day).sort((a, b) => a.day - b.day);
      const last = before.at(-1);
      const pieces = lines.map((line) => [line]);
      const edit = last === undefined ? file.intoBlock(project.at, pieces) : file.behind(last.at, project.at, pieces);
      const problem = whyNotThere([edit], context);
      if (problem !== undefined) return refused(namedProblem(project, problem), lang);
      edits.push(edit);
    }
    const files = await this.#fileEdits(edits, root);
    if ('changed' in files) return refused(filled(words.changedOnDisk, { file: files.changed }), lang);
    const said = [
      say(words.written, lang, { n: read.reports.length }),
      ...(read.empty.length === 0
        ? []
        : [say(words.empty, lang, { projects: new Formatter(root.plan.analysis, lang).few(read.empty.map(visible)) })]),
    ].join(lang === 'zh' ? '；' : '; ');
    return { type: 'edits', said, files: files.files };
  }

  // ── the form of answers ─────────────────────────────────────────────────────────────────────────────────────────

  /** As code actions see it, with places to fill in. */
  #context(root: Root, file: string): ActionContext | undefined {
    const source = this.#session.sourceOf({ root, file });
    return source && { ...questionAt(source, 0, 0, this.#session), placeholders: true };
  }

  async #insertion(edit: SnippetEdit, context: ActionContext, lang: Lang): Promise<Written> {
    const { root } = context.source;
    const problem = whyNotThere([edit], context);
    if (problem !== undefined) return refused(problem, lang);
    const files = await this.#fileEdits([edit], root);
    if ('changed' in files) return refused(filled(words.changedOnDisk, { file: files.changed }), lang);
    const uri = this.#session.roots.uriOf(root, edit.file);
    const version = this.#session.roots.documentOf(uri)?.version ?? null;
    const range = rangeIn(root.plan.lines(edit.file), edit);
    return { type: 'insert', uri, version, range, snippet: snippetText(edit.insert) };
  }

  /** For the very texts that they were made for: a file that nobody has open must be what was read. */
  async #fileEdits(
    edits: readonly SnippetEdit[],
    root: Root,
  ): Promise<{ readonly files: ChangedFiles } | { readonly changed: string }> {
    const { roots } = this.#session;
    const files = new Map<string, ChangedFiles[number]>();
    for (const edit of edits) {
      const uri = roots.uriOf(root, edit.file);
      const version = roots.documentOf(uri)?.version ?? null;
      if (version === null && !(await roots.isAsOnDisk(uri))) {
        roots.watched([uri]);
        return { changed: edit.file };
      }
      const range = rangeIn(root.plan.lines(edit.file), edit);
      const known = files.get(uri) ?? { uri, version, edits: [] };
      known.edits.push({ range, newText: plainText(edit.insert) });
      files.set(uri, known);
    }
    return { files: [...files.values()] };
  }
}

function refused(problem: Bilingual, lang: Lang): { readonly type: 'refused'; readonly problem: string } {
  return { type: 'refused', problem: problem[lang] };
}

function namedProblem(project: ProjectFacts, { en, zh }: Bilingual): Bilingual {
  const name = visible(titleOf(project));
  return { en: `${name}: ${en}`, zh: `${name}：${zh}` };
}

function say(template: Bilingual, lang: Lang, values: Readonly<Record<string, string | number>>): string {
  return filled(template, values)[lang];
}

function filled(template: Bilingual, values: Readonly<Record<string, string | number>>): Bilingual {
  const of = (lang: Lang): string =>
    template[lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { en: of('en'), zh: of('zh') };
}

function spell(day: Day, lang: Lang): string {
  return lang === 'zh' ? formatPeriod(dayPeriod(day), 'zh') : formatDay(day);
}

function nameOf(ref: Ref | undefined): string | undefined {
  return ref?.segments.map(({ text }) => text).join('.');
}
