/** Quick fixes for what rules found at a place, and what else can be done there. */
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { ruleOf } from '../../../analysis/checks/index.js';
import { toDay } from '../../../model/day.js';
import type { Finding } from '../../../model/facts.js';
import { editing } from '../../edits.js';
import { elementsAt } from '../../plan-elements.js';
import { rangeIn, type Session, type Source } from '../../session.js';
import type { Feature } from '../feature.js';
import type { ActionContext, ProposedChange } from './action-types.js';
import { PlanText } from './plan-text.js';
import { QUICK_FIXES, REFACTORINGS } from './registry.js';
import { supportsSnippets, workspaceEdit } from './workspace-edit.js';

export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...new Set(REFACTORINGS.map(({ kind }) => kind))],
    },
  },
  register(session) {
    session.connection.onCodeAction(
      editing<CodeActionParams, CodeAction[]>('looking for code actions', session, async (params) => {
        const source = await session.source(params.textDocument.uri);
        return source === undefined ? null : actionsAt(source, params, session);
      }),
    );
  },
};

function actionsAt(source: Source, { range, context }: CodeActionParams, session: Session): CodeAction[] {
  const actionContext = questionAt(source, source.lines.offset(range.start), source.lines.offset(range.end), session);
  const actions: CodeAction[] = [];
  const titles = new Set<string>();
  const add = (change: ProposedChange, kind: string, more: Partial<CodeAction> = {}): void => {
    const title = change.title[source.lang];
    // The same may be proposed for what a rule found and for where the cursor stands.
    if (titles.has(title)) return;
    titles.add(title);
    actions.push({
      title,
      kind,
      edit: workspaceEdit(change.edits, source.root, session),
      ...(change.preferred === true ? { isPreferred: true } : {}),
      ...more,
    });
  };
  if (wanted(CodeActionKind.QuickFix, context.only)) {
    for (const finding of findingsAt(actionContext)) {
      const diagnostics = context.diagnostics.filter((each) => isOf(each, finding, source));
      for (const fix of QUICK_FIXES) {
        if (!fix.codes.includes(finding.code)) continue;
        for (const change of fix.propose(finding, actionContext)) {
          if (!finding.code.startsWith('syntax/') && !isSafe(change, actionContext)) continue;
          add(change, CodeActionKind.QuickFix, diagnostics.length === 0 ? {} : { diagnostics });
        }
      }
    }
    for (const code of new Set(findingsAt(actionContext).map((finding) => finding.code))) {
      const all = fixAll(code, actionContext);
      if (all !== undefined) add(all, CodeActionKind.QuickFix);
    }
  }
  for (const { kind, propose } of REFACTORINGS) {
    if (!wanted(kind, context.only)) continue;
    for (const change of propose(actionContext)) if (isSafe(change, actionContext)) add(change, kind);
  }
  return actions;
}

/** Where a statement is half typed, nobody can tell where its block ends: it is not written into. */
function isSafe({ edits }: ProposedChange, { source, text }: ActionContext): boolean {
  return edits.every(({ file, start, end }) => {
    // What replaces a word stands where that stood.
    if (text(file).slice({ start, end }).trim() !== '') return true;
    const facts = source.plan.file(file);
    const around = facts && elementsAt(facts, start).at(-1);
    const broken = facts?.findings.filter(({ code }) => code === 'syntax/unexpected') ?? [];
    return around === undefined || !broken.some(({ at }) => at.start <= around.at.end && around.at.start <= at.end);
  });
}

/** The preferred fix of every finding of one kind in the file, where there are several and none stands in another's way. */
function fixAll(code: string, actionContext: ActionContext): ProposedChange | undefined {
  const { plan } = actionContext.source.root;
  const fixes = QUICK_FIXES.filter(({ codes }) => codes.includes(code));
  const changes: ProposedChange[] = [];
  let last = 0;
  for (const finding of plan.findings(actionContext.source.file).filter((each) => each.code === code)) {
    const change = fixes
      .flatMap((fix) => [...fix.propose(finding, actionContext)])
      .find(({ preferred }) => preferred === true);
    const [first] = change?.edits ?? [];
    if (change === undefined || first === undefined || first.start < last) continue;
    if (change.edits.some(({ file }) => file !== actionContext.source.file)) continue;
    changes.push(change);
    last = Math.max(...change.edits.map(({ end }) => end));
  }
  if (changes.length < 2) return undefined;
  const title = ruleOf(code)?.title ?? { en: code, zh: code };
  return {
    title: {
      en: `Fix all ${changes.length} in this file: ${title.en}`,
      zh: `修复本文件中全部${changes.length}处：${title.zh}`,
    },
    edits: changes.flatMap(({ edits }) => edits),
  };
}

/** Source actions speak of the whole file and are looked for only when somebody asks for them. */
function wanted(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return !kind.startsWith(CodeActionKind.Source);
  return only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
}

function questionAt(source: Source, start: number, end: number, session: Session): ActionContext {
  const { root, facts, lang } = source;
  const { analysis } = root.plan;
  const texts = new Map<string, PlanText>();
  return {
    source,
    analysis,
    day: toDay(Math.min(analysis.status, session.today())),
    start,
    end,
    chain: elementsAt(facts, start),
    placeholders: supportsSnippets(session.client),
    text(file) {
      let text = texts.get(file);
      if (text === undefined) {
        text = new PlanText(
          file,
          root.plan.text(file) ?? '',
          root.plan.facts(file)?.vocabulary ?? source.vocabulary ?? lang,
        );
        texts.set(file, text);
      }
      return text;
    },
  };
}

function findingsAt({ source, start, end }: ActionContext): readonly Finding[] {
  const { plan } = source.root;
  return plan
    .findings(source.file)
    .filter(({ at, code }) => at.start <= end && start <= at.end && plan.severityOf(code, source.file) !== 'off');
}

function isOf({ code, range }: Diagnostic, finding: Finding, { lines }: Source): boolean {
  const { start, end } = rangeIn(lines, finding.at);
  return (
    code === finding.code &&
    range.start.line === start.line &&
    range.start.character === start.character &&
    range.end.line === end.line &&
    range.end.character === end.character
  );
}
