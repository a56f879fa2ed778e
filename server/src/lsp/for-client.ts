/**
 * Answers in the form that the client has declared: no snippets, Markdown, trees, tags or kinds of symbols beyond it.
 * What it has not declared it would show as raw text, or write into the plan.
 */
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  InsertTextFormat,
  MarkupContent,
  MarkupKind,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';

export function hoverFor(client: ClientCapabilities, hover: Hover | null): Hover | null {
  if (hover === null || !MarkupContent.is(hover.contents)) return hover;
  const formats = client.textDocument?.hover?.contentFormat;
  return { ...hover, contents: markupFor(hover.contents, formats) };
}

function markupFor(content: MarkupContent, formats: readonly MarkupKind[] | undefined): MarkupContent {
  if (content.kind === MarkupKind.PlainText || formats?.includes(MarkupKind.Markdown) === true) return content;
  return { kind: MarkupKind.PlainText, value: withoutMarkdown(content.value) };
}

/** The text of our own Markdown: of it there are emphasis, code, lists, links and escapes. */
function withoutMarkdown(markdown: string): string {
  const escaped: string[] = [];
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => `\ue000${escaped.push(sign) - 1}\ue001`)
    .replace(/^```.*\n?/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)(.*?\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/&(lt|gt|amp|nbsp);/g, (_, name: string) => ENTITIES.get(name) ?? '')
    .replace(/ {2}\n/g, '\n')
    .replace(/\ue000(\d+)\ue001/g, (_, index: string) => escaped[Number(index)] ?? '');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['nbsp', ' '],
]);

export function completionFor(client: ClientCapabilities, list: CompletionList): CompletionList {
  const support = client.textDocument?.completion?.completionItem;
  const fills = support?.snippetSupport === true;
  const reads = support?.documentationFormat?.includes(MarkupKind.Markdown) === true;
  if (fills && reads) return list;
  const items = list.items.flatMap((item): CompletionItem[] => {
    const { documentation } = item;
    const documented =
      reads || !MarkupContent.is(documentation)
        ? item
        : { ...item, documentation: markupFor(documentation, support?.documentationFormat) };
    if (fills || item.insertTextFormat !== InsertTextFormat.Snippet) return [documented];
    // Without its holes to fill, a declaration is a riddle; a function is its name and brackets.
    return item.kind === CompletionItemKind.Snippet ? [] : [withoutHoles(documented)];
  });
  return { ...list, items };
}

function withoutHoles({ insertTextFormat: _, ...item }: CompletionItem): CompletionItem {
  const plain = (text: string): string =>
    text
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$\{?\d+\}?/g, '')
      .replace(/\\([\\$}])/g, '$1');
  const { textEdit, insertText } = item;
  return {
    ...item,
    ...(textEdit === undefined ? {} : { textEdit: { ...textEdit, newText: plain(textEdit.newText) } }),
    ...(insertText === undefined ? {} : { insertText: plain(insertText) }),
  };
}

// ── symbols ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The kinds of the protocol's first version: what a client can show that says nothing about kinds. */
const FIRST_KINDS: readonly SymbolKind[] = Array.from({ length: 18 }, (_, index) => (index + 1) as SymbolKind);

const INSTEAD: ReadonlyMap<SymbolKind, SymbolKind> = new Map([
  [SymbolKind.Event, SymbolKind.Field],
  [SymbolKind.Null, SymbolKind.Property],
  [SymbolKind.Struct, SymbolKind.Class],
  [SymbolKind.Object, SymbolKind.Namespace],
]);

export function symbolKindFor(known: readonly SymbolKind[] = FIRST_KINDS, kind: SymbolKind): SymbolKind {
  return known.includes(kind) ? kind : (INSTEAD.get(kind) ?? SymbolKind.Variable);
}

/** A tree where the client draws trees, else the same in one list. */
export function symbolsFor(
  client: ClientCapabilities,
  uri: string,
  symbols: readonly DocumentSymbol[],
): DocumentSymbol[] | SymbolInformation[] {
  if (client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true) return [...symbols];
  const flat = (symbol: DocumentSymbol, containerName?: string): SymbolInformation[] => [
    {
      name: symbol.name,
      kind: symbol.kind,
      location: { uri, range: symbol.range },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...(symbol.children ?? []).flatMap((child) => flat(child, symbol.name)),
  ];
  return symbols.flatMap((symbol) => flat(symbol));
}

// ── diagnostics ─────────────────────────────────────────────────────────────────────────────────────────────────

export function diagnosticFor({ textDocument }: ClientCapabilities, diagnostic: Diagnostic): Diagnostic {
  const knows = textDocument?.publishDiagnostics;
  const { tags, relatedInformation, codeDescription, data, ...plain } = diagnostic;
  const told = tags?.filter((tag) => knows?.tagSupport?.valueSet.includes(tag) === true) ?? [];
  return {
    ...plain,
    ...(told.length === 0 ? {} : { tags: told }),
    ...(relatedInformation === undefined || knows?.relatedInformation !== true ? {} : { relatedInformation }),
    ...(codeDescription === undefined || knows?.codeDescriptionSupport !== true ? {} : { codeDescription }),
    ...(data === undefined || knows?.dataSupport !== true ? {} : { data }),
  };
}
