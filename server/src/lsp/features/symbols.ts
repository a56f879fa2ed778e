/** The outline of a file, and the names of all files, found by pinyin as well. */
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { asOf, dueAt, finishedAt } from '../../analysis/state.js';
import { type Day, formatDay } from '../../model/day.js';
import type { Bilingual } from '../../model/lang.js';
import { dayPeriod, formatPeriod } from '../../model/period.js';
import { visible } from '../../report/invisible-characters.js';
import { lightSigns, lightWords } from '../../report/wording/document-words.js';
import { symbolKindFor, symbolsFor } from '../for-client.js';
import { safeHandler } from '../handlers.js';
import { allElements, childrenOf, isIssue, isItem, type PlanElement } from '../plan-elements.js';
import { rangeIn, type Source } from '../session.js';
import { kindWord, titleOf } from '../wording.js';
import type { Feature } from './feature.js';

/** More are of no use in a list that is searched by typing. */
const MOST = 500;

const KINDS: Readonly<Record<string, SymbolKind>> = {
  portfolio: SymbolKind.Namespace,
  calendar: SymbolKind.Object,
  policy: SymbolKind.Interface,
  org: SymbolKind.Module,
  person: SymbolKind.Constant,
  category: SymbolKind.Enum,
  area: SymbolKind.Enum,
  batch: SymbolKind.Enum,
  tag: SymbolKind.Enum,
  project: SymbolKind.Class,
  milestone: SymbolKind.Event,
  task: SymbolKind.Method,
  approval: SymbolKind.Function,
  issue: SymbolKind.Null,
  meeting: SymbolKind.Struct,
  inspection: SymbolKind.Struct,
  decision: SymbolKind.Property,
  view: SymbolKind.Array,
};

const kindOf = (element: PlanElement): SymbolKind =>
  KINDS['kind' in element ? element.kind : 'decision'] ?? SymbolKind.Variable;

/** As it is shown: nothing in it acts on the editor. */
const nameOf = (element: PlanElement): string => visible(element.name?.text ?? titleOf(element) ?? element.id);

const shownTitle = (element: PlanElement): string | undefined => {
  const title = titleOf(element);
  return title === undefined ? undefined : visible(title);
};

export const symbols: Feature = {
  capabilities: { documentSymbolProvider: true, workspaceSymbolProvider: true },
  register(session) {
    const { connection, log } = session;
    connection.onDocumentSymbol(
      safeHandler<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>(
        'outlining',
        [],
        log,
        async ({ textDocument }) => {
          const source = await session.source(textDocument.uri);
          if (source === undefined) return [];
          const known = session.client.textDocument?.documentSymbol?.symbolKind?.valueSet;
          const tree = source.facts.declarations.map((declaration) => outline(declaration, source, known));
          return symbolsFor(session.client, source.uri, tree);
        },
      ),
    );
    connection.onWorkspaceSymbol(
      safeHandler<WorkspaceSymbolParams, WorkspaceSymbol[]>('looking for a name', [], log, async ({ query }, token) => {
        const { matches } = await import('../pinyin.js');
        await session.roots.ready();
        session.roots.flush();
        const found: WorkspaceSymbol[] = [];
        for (const root of session.roots.all()) {
          for (const facts of root.plan.plan.files()) {
            if (token.isCancellationRequested) return [];
            for (const element of allElements(facts.declarations)) {
              const title = shownTitle(element);
              if (!matches(query, title === undefined ? [nameOf(element)] : [nameOf(element), title])) continue;
              found.push({
                name:
                  title === undefined || title === nameOf(element) ? nameOf(element) : `${nameOf(element)} ${title}`,
                kind: symbolKindFor(session.client.workspace?.symbol?.symbolKind?.valueSet, kindOf(element)),
                containerName: kindWord(element, session.lang(root)),
                location: session.location(root, element.name?.at ?? element.at),
              });
              if (found.length >= MOST) return found;
            }
          }
        }
        return found;
      }),
    );
  },
};

function outline(element: PlanElement, source: Source, known: readonly SymbolKind[] | undefined): DocumentSymbol {
  const title = element.name === undefined ? undefined : shownTitle(element);
  const detail = [title, stateOf(element, source)].filter((part) => part !== undefined).join(' · ');
  return {
    name: nameOf(element).trim() || '?',
    ...(detail === '' ? {} : { detail }),
    kind: symbolKindFor(known, kindOf(element)),
    range: rangeIn(source.lines, element.at),
    selectionRange: rangeIn(source.lines, element.name?.at ?? element.keywordAt),
    children: childrenOf(element).map((child) => outline(child, source, known)),
  };
}

const words = {
  due: { en: 'due {day}', zh: '期限{day}' },
  done: { en: 'done {day}', zh: '{day}完成' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The light of a project; of what has a deadline, when it is due or was done. */
function stateOf(element: PlanElement, { root, lang }: Source): string | undefined {
  const { analysis } = root.plan;
  const { status } = analysis;
  const say = (word: keyof typeof words, day: Day): string =>
    words[word][lang].replace('{day}', lang === 'zh' ? formatPeriod(dayPeriod(day), 'zh') : formatDay(day));
  if ('kind' in element && element.kind === 'project') {
    const { light } = analysis.light(element);
    return `${lightSigns[light]} ${lightWords[light][lang]}`;
  }
  if (!isItem(element) && !isIssue(element)) return undefined;
  const done = isItem(element) ? finishedAt(element, status) : asOf(element.resolved, status);
  if (done !== undefined) return say('done', done.day);
  const due = dueAt(element, status)?.period.last;
  return due === undefined ? undefined : say('due', due);
}
