/** The call hierarchy of an item: what it waits for comes in, what waits for it goes out. */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  SymbolKind,
} from 'vscode-languageserver';
import type { ScheduledItem } from '../../analysis/schedule/scheduled-item.js';
import type { ItemFacts } from '../../model/facts.js';
import { visible } from '../../report/invisible-characters.js';
import { safeHandler } from '../handlers.js';
import { targetAt } from '../occurrences.js';
import { elementsAt, isItem } from '../plan-elements.js';
import type { Root } from '../root.js';
import { offsetIn, type Session, type Source } from '../session.js';
import { placeMeant } from '../token-lookup.js';
import type { Feature } from './feature.js';

export const callHierarchy: Feature = {
  capabilities: { callHierarchyProvider: true },
  register(session) {
    const { connection, log } = session;
    const { callHierarchy: requests } = connection.languages;
    requests.onPrepare(
      safeHandler<CallHierarchyPrepareParams, CallHierarchyItem[] | null>(
        'looking for dependencies',
        null,
        log,
        async ({ textDocument, position }) => {
          const source = await session.source(textDocument.uri);
          const item = source && itemAt(source, offsetIn(source, position));
          return source === undefined || item === undefined ? null : [shown(item, source.root, session)];
        },
      ),
    );
    requests.onIncomingCalls(
      safeHandler<CallHierarchyIncomingCallsParams, CallHierarchyIncomingCall[] | null>(
        'looking for predecessors',
        null,
        log,
        async ({ item }) => {
          const found = await scheduledOf(item, session);
          return (
            found &&
            distinct(found.scheduled.predecessors.map(({ predecessor }) => predecessor)).map((predecessor) => {
              const from = shown(predecessor, found.root, session);
              return { from, fromRanges: [from.selectionRange] };
            })
          );
        },
      ),
    );
    requests.onOutgoingCalls(
      safeHandler<CallHierarchyOutgoingCallsParams, CallHierarchyOutgoingCall[] | null>(
        'looking for successors',
        null,
        log,
        async ({ item }) => {
          const found = await scheduledOf(item, session);
          return (
            found &&
            distinct(found.scheduled.successors.map(({ successor }) => successor)).map((successor) => ({
              to: shown(successor, found.root, session),
              fromRanges: [item.selectionRange],
            }))
          );
        },
      ),
    );
  },
};

/** The item that is named at a place, or else the one that stands around it. */
function itemAt({ facts, plan, parsed }: Source, offset: number): ItemFacts | undefined {
  const target = targetAt(facts, plan, offset)?.element;
  return target !== undefined && isItem(target)
    ? target
    : elementsAt(facts, placeMeant(parsed, offset)).findLast(isItem);
}

function distinct(items: readonly ItemFacts[]): readonly ItemFacts[] {
  return [...new Set(items)];
}

function shown(item: ItemFacts, root: Root, session: Session): CallHierarchyItem {
  const { uri, range } = session.location(root, item.at);
  return {
    name: visible(item.title === undefined ? item.name.text : `${item.name.text} ${item.title.text}`),
    detail: visible(item.id),
    kind: item.kind === 'milestone' ? SymbolKind.Event : SymbolKind.Method,
    uri,
    range,
    selectionRange: session.location(root, item.name.at).range,
    data: { id: item.id },
  };
}

async function scheduledOf(
  { uri, data }: CallHierarchyItem,
  session: Session,
): Promise<{ readonly root: Root; readonly scheduled: ScheduledItem } | null> {
  const source = await session.source(uri);
  const known: unknown = data;
  const id =
    typeof known === 'object' && known !== null && 'id' in known && typeof known.id === 'string' ? known.id : '';
  const scheduled = source?.root.plan.analysis.schedule.item(id);
  return source === undefined || scheduled === undefined ? null : { root: source.root, scheduled };
}
