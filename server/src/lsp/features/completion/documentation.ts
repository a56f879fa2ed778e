/** What is said about each proposal, sent when an editor shows it: lists are long, and one proposal of each is read about. */
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver';
import * as z from 'zod/mini';

/** An editor may still show a list when the next one was asked for. */
const KEPT = 4;

const dataSchema = z.object({ list: z.int(), index: z.int() });

export function resolvesDocumentation({ textDocument }: ClientCapabilities): boolean {
  const support = textDocument?.completion?.completionItem?.resolveSupport;
  return support?.properties.includes('documentation') === true;
}

export class Documentation {
  #last = 0;
  readonly #lists = new Map<number, readonly CompletionItem['documentation'][]>();

  /** The list without what is said about its items, which is kept. */
  withheld(list: CompletionList): CompletionList {
    const number = ++this.#last;
    this.#lists.set(
      number,
      list.items.map(({ documentation }) => documentation),
    );
    this.#lists.delete(number - KEPT);
    const items = list.items.map(({ documentation, ...item }, index): CompletionItem => {
      return documentation === undefined ? item : { ...item, data: { list: number, index } };
    });
    return { ...list, items };
  }

  resolved(item: CompletionItem): CompletionItem {
    const { data } = dataSchema.safeParse(item.data);
    const documentation = data && this.#lists.get(data.list)?.[data.index];
    return documentation === undefined ? item : { ...item, documentation };
  }
}
