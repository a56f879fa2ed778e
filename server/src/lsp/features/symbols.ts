/** The outline of a file, and the names of all files, found by pinyin as well. */
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { visible } from '../../report/invisible-characters.js';
import { symbolKindFor, symbolsFor } from '../for-client.js';
import { safeHandler } from '../handlers.js';
import { allElements, childrenOf, type PlanElement } from '../plan-elements.js';
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
  const detail = element.name === undefined ? undefined : shownTitle(element);
  return {
    name: nameOf(element).trim() || '?',
    ...(detail === undefined ? {} : { detail }),
    kind: symbolKindFor(known, kindOf(element)),
    range: rangeIn(source.lines, element.at),
    selectionRange: rangeIn(source.lines, element.name?.at ?? element.keywordAt),
    children: childrenOf(element).map((child) => outline(child, source, known)),
  };
}
