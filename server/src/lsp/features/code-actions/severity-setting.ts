/** Code actions that change how a rule is told in the plan root, in its `planwright.json`. */

import { modify } from 'jsonc-parser';
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { Severity } from '../../../analysis/rule.js';
import { SEVERITY_NAMES } from '../../../analysis/severity-words.js';
import type { Finding } from '../../../model/facts.js';
import { Lines } from '../../../workspace/lines.js';
import { takesVersions } from '../../edits.js';
import { rangeIn, type Session, type Source } from '../../session.js';

/** What a rule can be told as besides what it is, the mildest last. */
const MILDER: Readonly<Record<Severity, readonly (Severity | 'off')[]>> = {
  error: ['warning', 'off'],
  warning: ['info', 'off'],
  info: ['hint', 'off'],
  hint: ['off'],
};

/**
 * One action for each way. Not for what could not be read, which is no matter of taste; not for a file that belongs to no
 * plan root, and not where the settings cannot be read, since what is written into them would be lost in what is wrong, nor
 * where an override has the word.
 */
export function severityActions(
  { root, file, lang }: Source,
  { code }: Finding,
  session: Session,
): readonly CodeAction[] {
  const severity = root.plan.severityOf(code, file);
  if (root.isLoose || severity === 'off' || /^(?:syntax|file|ignore)\//.test(code)) return [];
  if ((root.configuration?.problems.length ?? 0) > 0) return [];
  // What an override says of some files goes before what is said of all.
  const family = `${code.split('/')[0]}/*`;
  const { layers } = root.plan.configuration;
  if (layers.some(({ files, rules }) => files !== undefined && (rules.has(code) || rules.has(family)))) return [];
  return MILDER[severity].flatMap((to): CodeAction[] => {
    const edit = settingEdit(code, to, root, session);
    if (edit === undefined) return [];
    const title =
      to === 'off'
        ? {
            en: `Do not report ${code} in this plan (planwright.json)`,
            zh: `在本计划中不再报告 ${code}（planwright.json）`,
          }
        : {
            en: `Report ${code} as '${SEVERITY_NAMES[to].en}' in this plan (planwright.json)`,
            zh: `在本计划中将 ${code} 改为“${SEVERITY_NAMES[to].zh}”（planwright.json）`,
          };
    return [{ title: title[lang], kind: CodeActionKind.QuickFix, edit }];
  });
}

function settingEdit(code: string, to: string, root: Source['root'], session: Session): WorkspaceEdit | undefined {
  const text = root.configuration?.text;
  const uri = root.configurationUri;
  if (text === undefined) {
    const created = `${JSON.stringify({ rules: { [code]: to } }, undefined, 2)}\n`;
    const { resourceOperations = [] } = session.client.workspace?.workspaceEdit ?? {};
    if (!takesVersions(session.client) || !resourceOperations.includes('create')) return undefined;
    const start = { line: 0, character: 0 };
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: created }] },
      ],
    };
  }
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const lines = new Lines(text);
  const edits = modify(text, ['rules', code], to, { formattingOptions }).map(({ offset, length, content }) => ({
    range: rangeIn(lines, { start: offset, end: offset + length }),
    newText: content,
  }));
  if (!takesVersions(session.client)) return { changes: { [uri]: edits } };
  return {
    documentChanges: [{ textDocument: { uri, version: session.roots.documentOf(uri)?.version ?? null }, edits }],
  };
}
