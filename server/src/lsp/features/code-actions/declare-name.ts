/** The quick fix for `name/unknown` that declares the name. */
import type { EntityKind, FileFacts, ItemFacts, ProjectFacts, Ref } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { type DeclarationKind, itemAt, kindOf, type Plan } from '../../../model/plan.js';
import { KIND_WORDS } from '../../wording.js';
import { written } from '../completion/names.js';
import type { ActionContext, ProposedChange, QuickFix } from './action-types.js';

/** What can be declared by its name alone. */
const DECLARABLE = ['person', 'org', 'category', 'area', 'batch', 'tag', 'project'] as const;
type Declarable = (typeof DECLARABLE)[number];

/** A name that nothing has is declared: in the file that declares most of its kind, or inside its project. */
export const declareUnknown: QuickFix = {
  codes: ['name/unknown'],
  *propose({ at }, context) {
    const { source } = context;
    const ref = source.facts.refs.find((each) => each.at.start === at.start && each.at.end === at.end);
    if (ref === undefined) return;
    for (const kind of ref.kinds) {
      if (isDeclarable(kind)) yield* declaration(kind, ref, context);
      else if (kind === 'item') yield* milestone(ref, context);
    }
  },
};

/** What names alone say all there is to say of: a project declared by the way would be counted. */
const BY_THE_WAY: ReadonlySet<Declarable> = new Set(['person', 'org', 'category', 'area', 'batch', 'tag']);

/** After a plan was pasted: every name that can be one thing only, and is like none that there is. */
export const declareAll: QuickFix = {
  codes: ['name/unknown'],
  *propose(_, { source, text }) {
    const found = new Map<string, { readonly kind: Declarable; readonly name: string }>();
    const refs = new Map(source.facts.refs.map((ref) => [ref.at.start, ref]));
    for (const { code, at, data } of source.root.plan.findings(source.file)) {
      const ref = code === 'name/unknown' && !data.nearest ? refs.get(at.start) : undefined;
      const [kind, ...otherKinds] = ref?.kinds ?? [];
      const [only, ...more] = ref?.segments ?? [];
      if (kind === undefined || only === undefined || otherKinds.length + more.length > 0) continue;
      if (isDeclarable(kind) && BY_THE_WAY.has(kind)) found.set(`${kind} ${only.text}`, { kind, name: only.text });
    }
    if (found.size < 2) return;
    const byFile = new Map<string, { readonly kind: Declarable; readonly name: string }[]>();
    for (const each of found.values()) {
      const home = homeOf(each.kind, source.plan) ?? source.file;
      byFile.set(home, [...(byFile.get(home) ?? []), each]);
    }
    yield {
      title: {
        en: `Declare all ${found.size} names of this file that nothing declares (extract inline names)`,
        zh: `声明本文件中全部${found.size}个尚未声明的名称（提取内联名称）`,
      },
      edits: [...byFile].map(([file, own]) => {
        const home = text(file);
        return home.atEnd(own.map(({ kind, name }) => [`${home.word(kind)} ${written(name)}`]));
      }),
      makes: [...found.values()].map(({ name }) => name),
    };
  },
};

function isDeclarable(kind: EntityKind): kind is Declarable {
  return DECLARABLE.some((each) => each === kind);
}

function title(kind: 'milestone' | Declarable, name: string, where?: Bilingual): Bilingual {
  const word = KIND_WORDS[kind];
  return {
    en: `Declare the ${word.en} '${name}'${where === undefined ? '' : ` in ${where.en}`}`,
    zh: `${where === undefined ? '' : `在${where.zh}中`}声明${word.zh}“${name}”`,
  };
}

function* declaration(kind: Declarable, { segments }: Ref, { source, text }: ActionContext): Generator<ProposedChange> {
  const [only, ...more] = segments;
  if (only === undefined || more.length > 0) return;
  const home = homeOf(kind, source.plan) ?? source.file;
  const file = text(home);
  const where = home === source.file ? undefined : { en: home, zh: home };
  yield {
    title: title(kind, only.text, where),
    edits: [file.atEnd([[`${file.word(kind)} ${written(only.text)}`]])],
    makes: [only.text],
  };
}

/** The file that declares most of a kind; of those that declare as many the first. */
function homeOf(kind: DeclarationKind, plan: Plan): string | undefined {
  const count = ({ declarations }: FileFacts): number =>
    declarations.filter((declared) => kindOf(declared) === kind).length;
  const counted = plan.files().map((facts) => ({ file: facts.file, count: count(facts) }));
  const most = Math.max(0, ...counted.map((each) => each.count));
  return most === 0 ? undefined : counted.find((each) => each.count === most)?.file;
}

/** `Survey` in the project at hand, `P007.Survey` in that project, `P007.Preparation.Survey` in that task. */
function* milestone(ref: Ref, { source, text }: ActionContext): Generator<ProposedChange> {
  const names = ref.segments.map((segment) => segment.text);
  const name = names.at(-1);
  const holder = name === undefined ? undefined : holderOf(names.slice(0, -1), ref, source.plan);
  if (name === undefined || holder === undefined) return;
  const file = text(holder.at.file);
  yield {
    title: title('milestone', name, holder.name.text === ref.scope[0] ? undefined : { en: holder.id, zh: holder.id }),
    edits: [file.intoBlock(holder.at, [[`${file.word('milestone')} ${written(name)}`]])],
    makes: [name],
  };
}

function holderOf(path: readonly string[], ref: Ref, plan: Plan): ProjectFacts | ItemFacts | undefined {
  const [first, ...rest] = path;
  const home = ref.scope[0] === undefined ? undefined : plan.find('project', ref.scope[0]);
  if (first === undefined) return home;
  const inside = home === undefined ? undefined : itemAt(home, path);
  if (inside !== undefined) return inside.kind === 'task' || inside.kind === 'approval' ? inside : undefined;
  const other = plan.find('project', first);
  if (other === undefined || rest.length === 0) return other;
  const within = itemAt(other, rest);
  return within?.kind === 'milestone' ? undefined : within;
}
