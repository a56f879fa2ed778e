/** `Import Ledger…`: an Excel or CSV ledger, a returned form or a schedule into the plan, after a look at what that means. */
import * as vscode from 'vscode';
import { type ImportAnswer, importFile, inBase64 } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { displayLanguage } from '../display-language.js';
import { applyEdits } from '../edits/apply-edits.js';
import { confirmImport } from '../import/import-panel.js';
import { askAll } from '../import/import-questions.js';
import { writeFileAtomically } from '../write-file.js';
import type { Command, CommandContext } from './command.js';

/** As the command has it for every file that it reads. */
const LARGEST = 64 * 1024 * 1024;

type Shown = Extract<ImportAnswer, { type: 'nothing' | 'new' | 'merge' }>;
type Writable = Exclude<Shown, { type: 'nothing' }>;

export const importLedger: Command = {
  id: 'planwright.importLedger',
  async run(context, named) {
    const file = named instanceof vscode.Uri && !named.path.endsWith('.plan') ? named : await pickFile();
    if (file === undefined) return;
    // A ledger without any plan becomes one.
    const plan = context.plans.roots.length > 0 ? await context.plans.meant() : context.plans.atHand();
    if (plan === undefined && context.plans.roots.length > 0) return;
    const asked = new Asked(context, file, plan);
    let answer = await asked.report();
    while (answer !== undefined) {
      const confirmed = await confirmImport(context.extensionUri, answer, labelOf(answer));
      if (!confirmed || answer.type === 'nothing') return;
      // The plan may have changed while the report was read: what is written is what was shown, or it is shown anew.
      const now = await asked.report();
      if (now === undefined) return;
      if (isSame(answer, now)) return now.type === 'nothing' ? undefined : write(now, asked, context);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The plan has changed meanwhile. This is what would be written now.'),
      );
      answer = now;
    }
  },
};

async function pickFile(): Promise<vscode.Uri | undefined> {
  const all = vscode.l10n.t('Ledgers, forms and schedules');
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Which file to import'),
    openLabel: vscode.l10n.t('Look at It'),
    filters: { [all]: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt', 'xml', 'xls'] },
  });
  return picked?.[0];
}

/** A file and what was answered of it: asked again, the server says how things are then. */
class Asked {
  readonly #server: PlanServer;
  readonly #file: vscode.Uri;
  readonly #plan: string | undefined;
  #base64: string | undefined;
  readonly #answers: Record<string, string> = {};

  constructor({ server }: CommandContext, file: vscode.Uri, plan: string | undefined) {
    this.#server = server;
    this.#file = file;
    this.#plan = plan;
  }

  /** What would be written, once everything is answered; `undefined` where the user thinks better of it. */
  async report(target?: vscode.Uri): Promise<Shown | undefined> {
    for (;;) {
      const answer = await this.#ask(target);
      if (answer === undefined) return undefined;
      if (answer.type === 'refused') {
        void vscode.window.showErrorMessage(answer.problem);
        return undefined;
      }
      if (answer.type !== 'ask') return answer;
      if (!(await askAll(answer.questions, this.#answers))) return undefined;
    }
  }

  async #ask(target: vscode.Uri | undefined): Promise<ImportAnswer | undefined> {
    const name = this.#file.path.slice(this.#file.path.lastIndexOf('/') + 1);
    const { size } = await vscode.workspace.fs.stat(this.#file);
    if (size > LARGEST) {
      void vscode.window.showErrorMessage(vscode.l10n.t('“{0}” is larger than 64 MB and is not read', name));
      return undefined;
    }
    this.#base64 ??= inBase64(await vscode.workspace.fs.readFile(this.#file));
    const base64 = this.#base64;
    const title = vscode.l10n.t('Reading “{0}”', name);
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) =>
        this.#server.ask(
          importFile,
          {
            fileName: name,
            base64,
            ...(this.#plan === undefined ? {} : { uri: this.#plan }),
            ...(target === undefined ? {} : { target: this.#server.addressOf(target) }),
            lang: displayLanguage(),
            answers: this.#answers,
          },
          token,
        ),
    );
  }
}

function labelOf(answer: Shown): string | undefined {
  switch (answer.type) {
    case 'nothing':
      return undefined;
    case 'new':
      return answer.folder === null ? vscode.l10n.t('Open as a New Plan') : vscode.l10n.t('Write a New Plan File…');
    case 'merge':
      return vscode.l10n.t('Write into the Plan');
  }
}

function isSame(shown: Shown, now: Shown): boolean {
  return shown.type === now.type && JSON.stringify(shown.blocks) === JSON.stringify(now.blocks);
}

async function write(answer: Writable, asked: Asked, { server }: CommandContext): Promise<void> {
  if (answer.type === 'merge') return writeInto(answer, server);
  if (answer.folder === null) {
    const document = await vscode.workspace.openTextDocument({ language: 'plan', content: answer.text });
    await vscode.window.showTextDocument(document);
    return;
  }
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(server.uriOf(answer.folder), answer.name),
    filters: { Plan: ['plan'] },
    title: vscode.l10n.t('Where the new plan goes'),
  });
  if (target === undefined) return;
  // What the plan around that place declares is not declared again.
  const there = await asked.report(target);
  if (there?.type !== 'new') {
    if (there !== undefined) void vscode.window.showErrorMessage(vscode.l10n.t('Nothing can be written there.'));
    return;
  }
  await writeFileAtomically(target, new TextEncoder().encode(there.text));
  await vscode.window.showTextDocument(target);
}

/** One edit over all files, to be undone as one. Documents are left to be looked at and saved. */
async function writeInto({ files }: Extract<ImportAnswer, { type: 'merge' }>, server: PlanServer): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  await applyEdits(files, server);
  const at = first.edits[0]?.range.start ?? { line: 0, character: 0 };
  const cursor = new vscode.Position(at.line, at.character);
  await vscode.window.showTextDocument(server.uriOf(first.uri), { selection: new vscode.Range(cursor, cursor) });
  const names = files.map(({ uri }) => vscode.workspace.asRelativePath(server.uriOf(uri)));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Imported into {0}; nothing is saved yet, and Undo takes it back.', names.join(', ')),
  );
}
