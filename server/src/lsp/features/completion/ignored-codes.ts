/** Behind `// planwright-ignore`: the codes of what is found below come first, then those of the file, then all. */
import { CompletionItemKind } from 'vscode-languageserver';
import { RULES } from '../../../analysis/checks/index.js';
import type { Source } from '../../session.js';
import type { Proposal } from './names.js';

export interface Ignored {
  readonly start: number;
  readonly end: number;
  readonly proposals: readonly Proposal[];
}

export function ignoredCodes({ text, lines, root, file, lang }: Source, cursor: number): Ignored | undefined {
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  const typed = /^\s*\/\/\s*planwright-ignore\s+([^\s:：]*)$/u.exec(text.slice(lineStart, cursor))?.[1];
  if (typed === undefined) return undefined;
  const rest = /^[\w/-]*/.exec(text.slice(cursor, cursor + 80))?.[0].length ?? 0;
  const colon = /^\s*[:：]/.test(text.slice(cursor + rest, cursor + rest + 20));
  const here = lines.position(cursor).line + 1;
  let below = here + 1;
  for (const line of text.slice(cursor).split('\n', 50).slice(1)) {
    if (line.trim() !== '' && !/^\s*\/\//.test(line)) break;
    below++;
  }
  const found = root.plan.diagnostics(file, lang);
  const codes = new Set([
    ...found.filter(({ range: { start } }) => start.line === below).map(({ code }) => code),
    ...found.filter(({ range: { start } }) => start.line > below).map(({ code }) => code),
    ...found.map(({ code }) => code),
    ...RULES.map(({ code }) => code),
  ]);
  const proposals = [...codes]
    .filter((code) => !code.startsWith('ignore/'))
    .map((code, rank) => ({
      label: code,
      insert: colon ? code : `${code}: `,
      kind: CompletionItemKind.EnumMember,
      detail: RULES.find((rule) => rule.code === code)?.title[lang] ?? code,
      rank: Math.min(rank, 99),
    }));
  return { start: cursor - typed.length, end: cursor + rest, proposals };
}
