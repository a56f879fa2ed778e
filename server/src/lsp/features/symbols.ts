/** The outline of a file, and the names of all files, found by pinyin as well. */
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { allStated, childrenOf, type Stated } from '../entities.js';
import { isolated } from '../isolated.js';
import { matches } from '../pinyin.js';
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

const kindOf = (stated: Stated): SymbolKind =>
  KINDS['kind' in stated ? stated.kind : 'decision'] ?? SymbolKind.Variable;

const nameOf = (stated: Stated): string => stated.name?.text ?? titleOf(stated) ?? stated.id;

export const symbols: Feature = {
  capabilities: { documentSymbolProvider: true, workspaceSymbolProvider: true },
  register(session) {
    const { connection, log } = session;
    connection.onDocumentSymbol(
      isolated<DocumentSymbolParams, DocumentSymbol[]>('outlining', [], log, async ({ textDocument }) => {
        const source = await session.source(textDocument.uri);
        return source === undefined ? [] : source.facts.declarations.map((declaration) => outline(declaration, source));
      }),
    );
    connection.onWorkspaceSymbol(
      isolated<WorkspaceSymbolParams, WorkspaceSymbol[]>('looking for a name', [], log, async ({ query }, token) => {
        await session.roots.ready();
        session.roots.flush();
        const found: WorkspaceSymbol[] = [];
        for (const root of session.roots.all()) {
          for (const facts of root.plan.plan.files()) {
            if (token.isCancellationRequested) return [];
            for (const stated of allStated(facts.declarations)) {
              const title = titleOf(stated);
              if (!matches(query, title === undefined ? [nameOf(stated)] : [nameOf(stated), title])) continue;
              found.push({
                name: title === undefined || title === nameOf(stated) ? nameOf(stated) : `${nameOf(stated)} ${title}`,
                kind: kindOf(stated),
                containerName: kindWord(stated, session.lang(root)),
                location: session.location(root, stated.name?.at ?? stated.at),
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

function outline(stated: Stated, source: Source): DocumentSymbol {
  const detail = stated.name === undefined ? undefined : titleOf(stated);
  return {
    name: nameOf(stated).trim() || '?',
    ...(detail === undefined ? {} : { detail }),
    kind: kindOf(stated),
    range: rangeIn(source.lines, stated.at),
    selectionRange: rangeIn(source.lines, stated.name?.at ?? stated.keywordAt),
    children: childrenOf(stated).map((child) => outline(child, source)),
  };
}
