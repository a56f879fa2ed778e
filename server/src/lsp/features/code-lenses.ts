/** Above each project: its light, its open issues, and how often it is referred to. */
import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver';
import type { ProjectFacts } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { Formatter } from '../../report/wording/formatter.js';
import { safeHandler } from '../handlers.js';
import { occurrencesOf } from '../occurrences.js';
import { LENS_COMMANDS } from '../protocol.js';
import { rangeIn, type Session, type Source } from '../session.js';
import type { Feature } from './feature.js';
import { sayLight } from './light-figures.js';

const words = {
  issue: { en: '{n} open issue', zh: '{n}个未解决问题' },
  issues: { en: '{n} open issues', zh: '{n}个未解决问题' },
  reference: { en: '{n} reference', zh: '{n}处引用' },
  card: { en: 'Open the card', zh: '打开项目册' },
  references: { en: '{n} references', zh: '{n}处引用' },
} as const satisfies Readonly<Record<string, Bilingual>>;

type Kind = 'light' | 'issues' | 'references' | 'card';

export const codeLenses: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(session) {
    const { connection, log } = session;
    connection.onCodeLens(
      safeHandler<CodeLensParams, CodeLens[]>('making code lenses', [], log, async ({ textDocument }) => {
        const source = await session.source(textDocument.uri);
        if (source === undefined) return [];
        return source.facts.declarations.flatMap((declaration) =>
          declaration.kind === 'project' ? lensesOf(declaration, source, session) : [],
        );
      }),
    );
    // What a lens says is computed when it comes into sight.
    connection.onCodeLensResolve(async (lens, token) => {
      const resolve = safeHandler<CodeLens, CodeLens>('making a code lens', nothing(lens), log, (each) =>
        resolved(each, session),
      );
      return resolve(lens, token);
    });
  },
  refresh(session) {
    if (session.client.workspace?.codeLens?.refreshSupport !== true) return;
    session.refresh('workspace/codeLens/refresh');
  },
};

function lensesOf(project: ProjectFacts, source: Source, session: Session): readonly CodeLens[] {
  const range = rangeIn(source.lines, project.keywordAt);
  const kinds: readonly Kind[] = [
    'light',
    ...(project.issues.length === 0 && source.root.plan.analysis.issuesFoundIn(project).length === 0
      ? []
      : (['issues'] as const)),
    'references',
    ...(has(session, LENS_COMMANDS.openCard) ? (['card'] as const) : []),
  ];
  return kinds.map((kind) => ({
    range,
    data: { kind, uri: source.uri, name: project.name.text, start: project.at.start },
  }));
}

const nothing = ({ range }: CodeLens): CodeLens => ({ range, command: { title: '', command: '' } });

async function resolved(lens: CodeLens, session: Session): Promise<CodeLens> {
  const data: unknown = lens.data;
  if (!isData(data)) return nothing(lens);
  const source = await session.source(data.uri);
  const projects = source?.facts.declarations.filter((each) => each.kind === 'project') ?? [];
  const project =
    projects.find(({ name, at }) => name.text === data.name && at.start === data.start) ??
    projects.find(({ name }) => name.text === data.name);
  if (source === undefined || project === undefined) return nothing(lens);
  return { range: lens.range, command: commandOf(data.kind, project, source, session) };
}

interface Data {
  readonly kind: Kind;
  readonly uri: string;
  readonly name: string;
  readonly start: number;
}

function isData(data: unknown): data is Data {
  return (
    typeof data === 'object' &&
    data !== null &&
    'kind' in data &&
    'uri' in data &&
    typeof data.uri === 'string' &&
    'name' in data
  );
}

function commandOf(kind: Kind, project: ProjectFacts, source: Source, session: Session): Command {
  const { analysis } = source.root.plan;
  const format = new Formatter(analysis, source.lang);
  const position = source.lines.position(project.name.at.start);
  const card = { uri: source.uri, id: project.id, position };
  if (kind === 'light') {
    return calling(session, LENS_COMMANDS.openCard, sayLight(project, format), card);
  }
  if (kind === 'card') return calling(session, LENS_COMMANDS.openCard, format.say(words.card), card);
  const open = analysis.metrics(project).openIssues.map(({ name }) => name.at);
  const places =
    kind === 'issues'
      ? open
      : occurrencesOf(source.plan, project)
          .filter(({ as }) => as !== 'declaration')
          .map(({ at }) => at);
  const one = kind === 'issues' ? words.issue : words.reference;
  const many = kind === 'issues' ? words.issues : words.references;
  return calling(
    session,
    LENS_COMMANDS.showPlaces,
    format.say(places.length === 1 ? one : many, { n: places.length }),
    {
      uri: source.uri,
      position,
      locations: places.map((at) => session.location(source.root, at)),
    },
  );
}

/** An editor without the command shows the words. */
function calling(session: Session, command: string, title: string, argument: object): Command {
  return has(session, command) ? { title, command, arguments: [argument] } : { title, command: '' };
}

function has({ options }: Session, command: string): boolean {
  return options.lensCommands?.includes(command) === true;
}
