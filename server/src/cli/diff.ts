/** `planwright diff BASE [HEAD]`: what changed between two states of a plan: git revisions, folders, or what is here now. */
import path from 'node:path';
import pc from 'picocolors';
import type { Analysis } from '../analysis/analysis.js';
import type { Change } from '../analysis/changes/change.js';
import { changesBetween } from '../analysis/changes/compare.js';
import { valueAsJson } from '../analysis/changes/stated-value.js';
import { currencyOf } from '../analysis/message-values.js';
import { formatDay } from '../model/day.js';
import type { Lang } from '../model/lang.js';
import { atOnce } from '../model/steps.js';
import { visible } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';
import { renderMarkdown } from '../report/render/markdown.js';
import { changesDocument } from '../report/summaries/changes.js';
import { byTopic, changeInWords, topicWords } from '../report/wording/change-words.js';
import { Formatter } from '../report/wording/formatter.js';
import { nearestRoot } from '../workspace/node-files.js';
import { chooseFormat } from './choose-format.js';
import { type Context, EXIT, terminalWidth, UsageError, wantsColor } from './context.js';
import { type FoundRoot, findRoots } from './find-roots.js';
import { jsonText } from './json-text.js';
import { type LoadedRoot, type LoadOptions, readFiles, settingsOf } from './load.js';
import { loadOne } from './one-root.js';
import {
  branchPoint,
  commit,
  isFolder,
  meanwhile,
  type PlanState,
  revisionAt,
  stateIn,
  stateOf,
} from './plan-state.js';
import { wrapped } from './wrap.js';

export interface DiffOptions extends LoadOptions {
  readonly format: string;
  readonly failOn: 'rewritten' | 'never';
  /** The plan root, where it is not here. */
  readonly root?: string | undefined;
  /** What is named is never a folder. */
  readonly revisionsOnly?: true;
  readonly color?: boolean | undefined;
}

interface Side {
  readonly name: string;
  readonly state: PlanState;
}

interface Output {
  readonly base: Side;
  readonly head: Side;
  readonly changes: readonly Change[];
  /** Of the head, for what is said in its currency and named after its portfolio. */
  readonly analysis: Analysis;
  readonly lang: Lang;
}

const FORMATS: ReadonlyMap<string, (output: Output, options: DiffOptions, context: Context) => string> = new Map([
  ['text', asText],
  ['md', asMarkdown],
  ['json', asJson],
]);

export async function diff(
  given: string,
  givenHead: string | undefined,
  options: DiffOptions,
  context: Context,
): Promise<number> {
  const format = chooseFormat(FORMATS, options.format);
  const { base, head, loaded } = await sides(given, givenHead, options, context);
  if (base.state.empty && head.state.empty) {
    throw new UsageError({
      en: `Neither '${base.name}' nor '${head.name}' has a plan file (*.plan)`,
      zh: `“${base.name}”和“${head.name}”中都没有计划文件（*.plan）`,
    });
  }
  const changes = changesBetween(base.state.plan, head.state.plan);
  const output: Output = { base, head, changes, analysis: await analysisOf(head, loaded), lang: loaded.lang };
  context.stdout.write(format(output, options, context));
  const isRewritten = changes.some(({ history }) => history !== undefined);
  return options.failOn === 'rewritten' && isRewritten ? EXIT.findings : EXIT.clean;
}

/** A state that is no loaded plan root is judged as one. */
async function analysisOf({ state }: Side, loaded: LoadedRoot): Promise<Analysis> {
  if (state.plan === loaded.root.plan) return loaded.root.analysis;
  const { Analysis } = await import('../analysis/analysis.js');
  return new Analysis(state.plan, loaded.root.analysis.options);
}

// ------------------------------------------------------------------------------------------------ what is compared

interface Sides {
  readonly base: Side;
  readonly head: Side;
  /** The plan root by whose settings all is read. */
  readonly loaded: LoadedRoot;
}

async function sides(
  given: string,
  givenHead: string | undefined,
  options: DiffOptions,
  context: Context,
): Promise<Sides> {
  const { from, to, parted } = range(given, givenHead);
  const mayBeFolder = options.revisionsOnly !== true;
  const folders = [from, to].filter((each) => mayBeFolder && each !== undefined && isFolder(each, context));
  if (folders.length === 2 && to !== undefined) {
    const [base, head] = [await loadOne([from], options, context), await loadOne([to], options, context)];
    return { base: { name: from, state: stateOf(base) }, head: { name: to, state: stateOf(head) }, loaded: head };
  }
  const { found, loaded } = await rootHere(options, context);
  /** Git is asked at once; what it gives is read in its turn. */
  const side = async (name: string, revision: string = name): Promise<(known?: PlanState) => Promise<Side>> => {
    if (mayBeFolder && (await isMeantAsFolder(revision, loaded, context))) {
      return async () => ({ name, state: stateOf(await loadOne([revision], options, context)) });
    }
    const then = meanwhile(commit(loaded.folder, revision).then((id) => revisionAt(loaded, id)));
    return async (known) => ({ name, state: stateIn(loaded, await then, known, context) });
  };
  const start = parted ? await branchPoint(loaded.folder, from, to ?? 'HEAD') : from;
  const before = await side(parted ? given : from, start);
  if (to !== undefined) {
    const after = await side(to);
    const base = await before();
    return { base, head: await after(base.state), loaded };
  }
  await readFiles(loaded, found, undefined, options, context);
  const head = { name: { en: 'the working tree', zh: '工作区' }[loaded.lang], state: stateOf(loaded) };
  return { base: await before(head.state), head, loaded };
}

/**
 * The plan root that this folder belongs to, without those that lie in it, none of its files read. Without any plan file
 * there now, the folder is still the one that revisions are asked about.
 */
async function rootHere(
  options: DiffOptions,
  context: Context,
): Promise<{ readonly found: FoundRoot; readonly loaded: LoadedRoot }> {
  const home = path.resolve(context.cwd, options.root ?? '.');
  const folder = nearestRoot(home) ?? home;
  const roots = await findRoots([folder], { ...options, allowEmpty: true }, context);
  const found = roots.find((each) => each.folder === folder);
  if (found === undefined) throw new Error('a folder that is asked for is a root');
  return { found, loaded: settingsOf(found, options, context) };
}

/** `A..B` are two revisions; `A...B` is what B has done since it left A. */
function range(given: string, head: string | undefined): { from: string; to: string | undefined; parted: boolean } {
  const [, from = '', dots = '', to = ''] = /^([^.].*?|)(\.{2,3})(?![./])(.*)$/.exec(given) ?? [];
  if (head !== undefined || dots === '' || from === '') return { from: given, to: head, parted: false };
  return { from, to: to === '' ? 'HEAD' : to, parted: dots.length === 3 };
}

/** What may be both is neither until it is said which: `./main` is the folder, `refs/heads/main` the branch. */
async function isMeantAsFolder(name: string, { folder }: LoadedRoot, context: Context): Promise<boolean> {
  if (!isFolder(name, context)) return false;
  if (/^(?:\.{1,2}$|\.{0,2}[\\/]|[A-Za-z]:)|[\\/]$/.test(name)) return true;
  const { commitOf } = await import('../workspace/git-revision.js');
  const revision = await commitOf(folder, name);
  if ('problem' in revision) return true;
  throw new UsageError({
    en: `'${name}' is a folder and a revision; write './${name}' for the folder or 'refs/heads/${name}' for the branch`,
    zh: `“${name}”既是文件夹又是版本：文件夹请写“./${name}”，分支请写“refs/heads/${name}”`,
  });
}

// ------------------------------------------------------------------------------------------------ formats

function asText({ base, head, changes, analysis, lang }: Output, options: DiffOptions, context: Context): string {
  const colors = pc.createColors(wantsColor(options.color, context));
  const columns = terminalWidth(context);
  const zh = lang === 'zh';
  const lines: string[] = [colors.bold(visible(`${base.name} → ${head.name}`)), ...unreadLines({ base, head, lang })];
  for (const [topic, mine] of byTopic(changes)) {
    lines.push('', colors.bold(`${topicWords(topic, lang)}${zh ? `（${mine.length}）` : ` (${mine.length})`}`));
    let project: string | undefined;
    for (const change of mine) {
      const said = changeInWords(change, currencyOf(analysis), lang);
      if (said.project !== project) {
        project = said.project;
        if (project !== '') lines.push(`  ${visible(project)}`);
      }
      const indent = project === '' ? '  ' : '    ';
      const moved = [said.before, said.after].filter((part) => part !== '').map(visible);
      const value = change.what === 'gone' && change.member !== undefined ? `${moved.join('')} → —` : moved.join(' → ');
      const parts = [visible(said.subject), said.what, value, visible(said.note)].filter((part) => part !== '');
      const line = wrapped(parts.join('  '), columns, indent);
      lines.push(said.problem === '' ? line : `${line}  ${colors.red(`✗ ${said.problem}`)}`);
    }
  }
  if (changes.length === 0) lines.push('', zh ? '没有变动' : 'Nothing has changed');
  const wrong = changes.filter(({ history }) => history !== undefined).length;
  if (wrong > 0) {
    const told = zh
      ? `✗ ${wrong} 处历史记录被改写或期限变动没有记录`
      : `✗ ${wrong} change${wrong === 1 ? '' : 's'} of history or of a deadline without a record`;
    lines.push('', colors.red(told));
  }
  return logText(`${lines.join('\n')}\n`);
}

function unreadLines({ base, head, lang }: Pick<Output, 'base' | 'head' | 'lang'>): readonly string[] {
  return [base, head].flatMap(({ name, state: { unread, empty } }) => {
    if (empty) return [lang === 'zh' ? `“${name}”中没有计划文件` : `'${name}' has no plan file`];
    if (unread === 0) return [];
    return [
      lang === 'zh'
        ? `“${name}”中有 ${unread} 处无法读懂，其内容未参与比较`
        : `${unread} place${unread === 1 ? '' : 's'} in '${name}' cannot be read; what they say is not compared`,
    ];
  });
}

function asMarkdown({ base, head, changes, analysis, lang }: Output): string {
  const format = new Formatter(analysis, lang);
  const unread = base.state.unread + head.state.unread;
  const text = renderMarkdown(
    atOnce(changesDocument(format, changes, { plan: base.state.plan, name: base.name, unread })),
  );
  return text.endsWith('\n') ? text : `${text}\n`;
}

function asJson({ base, head, changes, analysis }: Output): string {
  const place = (at: Change['headAt'], { state }: Side) =>
    at === undefined ? null : { file: at.file, range: state.locate(at) };
  const side = ({ name, state: { unread } }: Side) => ({ name, unread });
  return jsonText({
    version: 1,
    statusDate: formatDay(analysis.status),
    base: side(base),
    head: side(head),
    changes: changes.map((change) => ({
      topic: change.topic,
      change: change.what,
      kind: change.subject.kind,
      element: change.subject.id,
      title: change.subject.title,
      project: change.project?.id ?? null,
      of: change.subject.of === undefined ? null : valueAsJson(change.subject.of),
      member: change.member?.keyword ?? null,
      memberOf: change.member?.of === undefined ? null : valueAsJson(change.member.of),
      before: change.before === undefined ? null : valueAsJson(change.before),
      after: change.after === undefined ? null : valueAsJson(change.after),
      moves: (change.moves ?? []).map(({ day, from, by, why }) => ({
        day: formatDay(day),
        from: from === undefined ? null : valueAsJson(from),
        by: by ?? null,
        why: why ?? null,
      })),
      history: change.history ?? null,
      base: place(change.baseAt, base),
      head: place(change.headAt, head),
    })),
  });
}
