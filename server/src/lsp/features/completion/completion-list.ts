/** The list that an editor is given: every proposal with what it replaces, what it is found by, and its place in the list. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { visible } from '../../../report/invisible-characters.js';
import { rangeIn, type Session, type Source } from '../../session.js';
import type { Proposal } from './names.js';

/** What knows pinyin, which is loaded when it is first asked. */
export type Pinyin = Pick<typeof import('../../pinyin.js'), 'matches' | 'pinyinOf'>;

/** Beyond this the list is cut to what matches, and asked for again as typing goes on. */
const MOST = 1000;

/** What is put in the place of a part of the text. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
}

export function listOf(
  proposals: readonly Proposal[],
  place: Place,
  source: Source,
  session: Session,
  { matches, pinyinOf }: Pinyin,
): CompletionList {
  const wanted = place.typed.replaceAll('`', '');
  const cut = proposals.length > MOST;
  const shown = cut
    ? proposals.filter(({ label, aliases }) => matches(wanted, [label, ...(aliases ?? [])]))
    : proposals;
  const put = placing(place, source, session);
  return {
    isIncomplete: cut,
    items: shown.slice(0, MOST).map((proposal, index) => itemOf(proposal, index, put(proposal), place.typed, pinyinOf)),
  };
}

type Put = Pick<CompletionItem, 'textEdit' | 'command'>;

/** How a proposal gets into the text: over the whole word, with a blank behind it where a value is wanted. */
function placing(place: Place, { lines, text }: Source, session: Session): (proposal: Proposal) => Put {
  const blank = /^[ \t]/.test(text.slice(place.end, place.end + 1));
  const quoted = place.typed.startsWith('`');
  const range = rangeIn(lines, place);
  const wide = blank ? rangeIn(lines, { start: place.start, end: place.end + 1 }) : range;
  const command = session.options.suggestCommand;
  const suggest = command === undefined ? {} : { command: { title: '', command } };
  return ({ insert, kind, wantsValue, suggests }) => {
    const newText = quoted && kind !== CompletionItemKind.Snippet && !insert.startsWith('`') ? `\`${insert}\`` : insert;
    if (wantsValue === true) return { textEdit: { range: wide, newText: `${newText} ` }, ...suggest };
    return { textEdit: { range, newText }, ...(suggests === true ? suggest : {}) };
  };
}

function itemOf(
  { label, kind, detail, documentation, aliases, snippet, rank }: Proposal,
  index: number,
  put: Put,
  typed: string,
  pinyinOf: Pinyin['pinyinOf'],
): CompletionItem {
  const found = [...new Set([label, ...(aliases ?? []), ...[label, ...(aliases ?? [])].map(pinyinOf)])].filter(
    (text) => text !== '',
  );
  return {
    label: visible(label),
    kind,
    ...(detail === undefined ? {} : { detail: visible(detail) }),
    ...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    filterText: `${typed.startsWith('`') ? '`' : ''}${found.join(' ')}`,
    sortText: `${String(rank).padStart(2, '0')}${String(index).padStart(5, '0')}`,
    ...put,
    ...(snippet === true ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
  };
}
