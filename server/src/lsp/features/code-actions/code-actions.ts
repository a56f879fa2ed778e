/** Quick fixes for what rules found at a place, and what else can be done there. */
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import * as z from 'zod/mini';
import { ruleOf } from '../../../analysis/checks/index.js';
import { toDay } from '../../../model/day.js';
import type { Finding } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { visible } from '../../../report/invisible-characters.js';
import { PlanText } from '../../../workspace/fixes/plan-text.js';
import { editing } from '../../edits.js';
import { lostMeanings } from '../../meaning.js';
import { elementsAt } from '../../plan-elements.js';
import { rangeSchema } from '../../protocol.js';
import { rangeIn, type Session, type Source } from '../../session.js';
import { placeMeant } from '../../token-lookup.js';
import type { Feature } from '../feature.js';
import type { ActionContext, ProposedChange } from './action-types.js';
import { QUICK_FIXES, REFACTORINGS } from './registry.js';
import { whyNotThere } from './safe-places.js';
import { severityActions } from './severity-setting.js';
import { slipActions } from './slip-by.js';
import { plainText, supportsSnippets, workspaceEdit } from './workspace-edit.js';

export const codeActions: Feature = {
  capabilities: (client) => ({
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.SourceFixAll,
        ...new Set([...REFACTORINGS.map(({ kind }) => kind), CodeActionKind.Refactor]),
      ],
      // An action without its edit does nothing in an editor that was not told that it can ask for it.
      ...(resolves(client) ? { resolveProvider: true } : {}),
    },
  }),
  register(session) {
    const { connection } = session;
    connection.onCodeAction(
      editing<CodeActionParams, CodeAction[]>('looking for code actions', session, async (params) => {
        const source = await session.source(params.textDocument.uri);
        // Without literals there would be commands only, and of those the editor knows none.
        const literals = session.client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
        if (source === undefined || !literals) return null;
        const actions = actionsAt(source, params, session);
        if (!resolves(session.client)) return actions;
        const version = session.roots.documentOf(source.uri)?.version;
        const { textDocument, range } = params;
        return actions.map(({ edit, ...action }): CodeAction => {
          if (edit === undefined) return action;
          const only = action.kind === undefined ? [] : [action.kind];
          return { ...action, data: { textDocument, range, only, version } };
        });
      }),
    );
    const resolve = editing<CodeAction, CodeAction>('making a code action', session, async (action) => {
      const asked = askedSchema.safeParse(action.data);
      const source = asked.success ? await session.source(asked.data.textDocument.uri) : undefined;
      if (!asked.success || source === undefined || action.edit !== undefined) return action;
      const { textDocument, range, only, version } = asked.data;
      if (session.roots.documentOf(source.uri)?.version !== version) return CHANGED;
      const made = actionsAt(source, { textDocument, range, context: { diagnostics: [], only } }, session);
      const edit = made.find(({ title }) => title === action.title)?.edit;
      return edit === undefined ? CHANGED : { ...action, edit };
    });
    connection.onCodeActionResolve(async (action, token) => (await resolve(action, token)) ?? NOT_MADE);
  },
};

/** What an action is made from once it is chosen. */
const askedSchema = z.object({
  textDocument: z.object({ uri: z.string() }),
  range: rangeSchema,
  only: z.array(z.string()),
  version: z.optional(z.number()),
});

const NOT_MADE = new ResponseError<never>(LSPErrorCodes.RequestFailed, 'the action could not be made');
const CHANGED = new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');

function resolves({ textDocument }: ClientCapabilities): boolean {
  const support = textDocument?.codeAction;
  return support?.dataSupport === true && support.resolveSupport?.properties.includes('edit') === true;
}

function actionsAt(source: Source, { range, context }: CodeActionParams, session: Session): CodeAction[] {
  const actionContext = questionAt(source, source.lines.offset(range.start), source.lines.offset(range.end), session);
  const actions: CodeAction[] = [];
  const titles = new Set<string>();
  const add = (change: ProposedChange, kind: string, more: Partial<CodeAction> = {}): void => {
    const title = visible(change.title[source.lang]);
    // The same may be proposed for what a rule found and for where the cursor stands.
    if (titles.has(title) || !keepsMeanings(change, actionContext)) return;
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
    for (const finding of oneOfEach(findingsAt(actionContext))) {
      const diagnostics = context.diagnostics.filter((each) => isOf(each, finding, source));
      for (const action of severityActions(source, finding, session)) {
        actions.push(diagnostics.length === 0 ? action : { ...action, diagnostics });
      }
    }
  }
  if (wanted(CodeActionKind.SourceFixAll, context.only)) {
    const codes = new Set(source.root.plan.findings(source.file).map(({ code }) => code));
    const all = preferredFixes([...codes], actionContext);
    if (all.length > 0) add({ title: FIX_ALL, edits: all.flatMap(({ edits }) => edits) }, CodeActionKind.SourceFixAll);
  }
  const automatic = context.triggerKind === CodeActionTriggerKind.Automatic;
  for (const { kind, whenAsked, propose } of REFACTORINGS) {
    if (!wanted(kind, context.only) || (automatic && whenAsked === true)) continue;
    for (const change of propose(actionContext)) if (isSafe(change, actionContext)) add(change, kind);
  }
  if (wanted(CodeActionKind.Refactor, context.only)) actions.push(...slipActions(actionContext, session));
  return actions;
}

/** The first of each code. */
function oneOfEach(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }, index) => findings.findIndex((each) => each.code === code) === index);
}

function isSafe({ edits }: ProposedChange, context: ActionContext): boolean {
  return whyNotThere(edits, context) === undefined;
}

/** What makes names must not take a reference from what it leads to; one that leads nowhere may find something. */
function keepsMeanings({ edits, makes }: ProposedChange, { source }: ActionContext): boolean {
  if (makes === undefined) return true;
  const changes = edits.map(({ file, start, end, insert }) => ({
    at: { file, start, end },
    newText: plainText(insert),
  }));
  const text = (file: string): string => source.root.plan.text(file) ?? '';
  const lost = lostMeanings({ plan: source.plan, text, changes, names: new Set(makes) });
  return lost.every(({ target }) => target === undefined);
}

const FIX_ALL: Bilingual = { en: 'Fix everything that has one obvious fix', zh: '修复所有只有一种改法的问题' };

function fixAll(code: string, actionContext: ActionContext): ProposedChange | undefined {
  const changes = preferredFixes([code], actionContext);
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

/** The preferred fix of every finding with one of the codes, where it stays in the file and in no other one's way. */
function preferredFixes(codes: readonly string[], context: ActionContext): readonly ProposedChange[] {
  const { plan } = context.source.root;
  const changes: ProposedChange[] = [];
  let last = 0;
  for (const finding of plan.findings(context.source.file)) {
    if (!codes.includes(finding.code) || plan.severityOf(finding.code, context.source.file) === 'off') continue;
    const change = QUICK_FIXES.filter((fix) => fix.codes.includes(finding.code))
      .flatMap((fix) => [...fix.propose(finding, context)])
      .find(({ preferred }) => preferred === true);
    const first = Math.min(...(change?.edits ?? []).map(({ start }) => start));
    if (change === undefined || first < last || !keepsMeanings(change, context)) continue;
    if (!finding.code.startsWith('syntax/') && !isSafe(change, context)) continue;
    if (change.edits.some(({ file }) => file !== context.source.file)) continue;
    changes.push(change);
    last = Math.max(...change.edits.map(({ end }) => end));
  }
  return changes;
}

/** Source actions speak of the whole file and are looked for only when somebody asks for them. */
function wanted(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return !kind.startsWith(CodeActionKind.Source);
  return only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
}

/** A place in a document, as code actions see it. */
export function questionAt(source: Source, start: number, end: number, session: Session): ActionContext {
  const { root, facts, lang } = source;
  const { analysis } = root.plan;
  const texts = new Map<string, PlanText>();
  const place = placeMeant(source.parsed, start);
  return {
    source,
    analysis,
    day: toDay(Math.min(analysis.status, session.today())),
    start,
    end,
    place,
    chain: elementsAt(facts, place),
    placeholders: supportsSnippets(session.client),
    text(file) {
      let text = texts.get(file);
      if (text === undefined) {
        text = new PlanText(
          file,
          root.plan.text(file) ?? '',
          root.plan.facts(file)?.vocabulary ?? source.vocabulary ?? lang,
          source.plan.portfolio?.currency?.text,
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
