/** Inside the quotes of what names files: what lies beside the plan, folder by folder. */
import { CompletionItemKind } from 'vscode-languageserver';
import { PlanLexer } from '../../../syntax/lexer.js';
import { CONFIGURATION_FILE } from '../../../workspace/file-system.js';
import type { Files } from '../../files.js';
import type { Source } from '../../session.js';
import { relativePath, resolveUri } from '../../uris.js';
import type { Proposal } from './names.js';

/** The members whose texts are paths. */
const MEMBERS: ReadonlySet<string> = new Set(['scheme', 'evidence', 'link']);

export interface Paths {
  readonly start: number;
  readonly end: number;
  readonly proposals: readonly Proposal[];
}

export async function filePaths(source: Source, cursor: number, files: Files): Promise<Paths | undefined> {
  const { text, root, file } = source;
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  const before = text.slice(lineStart, cursor);
  // Cheap first: a quote that is open on this line.
  const typed = /["“「]([^"“”「」\\]*)$/.exec(before)?.[1];
  if (typed === undefined || root.isLoose) return undefined;
  const { tokens } = new PlanLexer().tokenize(before, { mode: 'partial' });
  const last = tokens.at(-1);
  if (
    last?.tokenType.name !== 'STRING' ||
    last.endOffset + 1 !== before.length ||
    last.image.length !== typed.length + 1
  )
    return undefined;
  const member = tokens.findLast(({ tokenType: { keyword } }) => keyword !== undefined)?.tokenType.keyword;
  if (member === undefined || !MEMBERS.has(member)) return undefined;
  const rest = /^[^"“”」\n]*(?=["”」])/.exec(text.slice(cursor, cursor + 400))?.[0].length ?? 0;
  const parent = typed.slice(0, typed.lastIndexOf('/') + 1);
  const folder = resolveUri(root.uriOf(file), `./${parent}`);
  // What lies outside of the plan's folder is nothing that a plan names.
  const inside = folder !== undefined && (folder === root.base || relativePath(root.base, folder) !== undefined);
  const names = inside ? await files.entries(folder) : [];
  const proposals = names.filter(isDocument).map((name): Proposal => {
    const isFolder = name.endsWith('/');
    const insert = `${parent}${name}`;
    const kind = isFolder ? CompletionItemKind.Folder : CompletionItemKind.File;
    return { label: name, insert, kind, aliases: [insert], suggests: isFolder, rank: isFolder ? 1 : 0 };
  });
  return { start: cursor - typed.length, end: cursor + rest, proposals };
}

function isDocument(name: string): boolean {
  return !/^\.|^node_modules\/$|\.plan$|["“”「」\\\r\n]/.test(name) && name !== CONFIGURATION_FILE;
}
