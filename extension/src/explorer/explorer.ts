/** The explorer: the portfolio as a tree in a container of its own, which is searched, follows the cursor and has a badge. */
import * as vscode from 'vscode';
import { treeAttention, treeChanged, treeGroupings } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { displayLanguage } from '../display-language.js';
import { isPlan } from '../plan-document.js';
import type { Plans } from '../plans.js';
import { PortfolioRows } from './portfolio-rows.js';
import type { TreeNode } from './tree-node.js';

const VIEW = 'planwright.portfolio';
const GROUPED_BY = 'planwright.explorer.groupedBy';
const IS_SEARCHING = 'planwright.explorer.isSearching';
/** Nothing was found that could be shown: the view welcomes. */
const IS_EMPTY = 'planwright.explorer.isEmpty';
/** In milliseconds: how long the cursor has to rest before the tree follows it. */
const REST = 200;

export class Explorer implements vscode.Disposable {
  readonly #server: PlanServer;
  readonly #plans: Plans;
  readonly #memory: vscode.Memento;
  readonly #rows: PortfolioRows;
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscriptions: vscode.Disposable[];
  #resting: ReturnType<typeof setTimeout> | undefined;
  #counting = 0;

  constructor(server: PlanServer, plans: Plans, memory: vscode.Memento) {
    this.#server = server;
    this.#plans = plans;
    this.#memory = memory;
    this.#rows = new PortfolioRows(server, plans, memory.get(GROUPED_BY) ?? 'category');
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this.#rows, showCollapseAll: true });
    this.#subscriptions = [
      this.#rows,
      this.#view,
      server.listen(treeChanged, () => this.#renew()),
      plans.onChanged(() => {
        if (plans.roots.length === 0) this.#view.message = '';
        void vscode.commands.executeCommand('setContext', IS_EMPTY, plans.roots.length === 0);
        this.#renew();
      }),
      server.onStarted(() => this.#renew()),
      this.#rows.onFound((found) => this.#say(found)),
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#followSoon()),
      vscode.window.onDidChangeTextEditorSelection(() => this.#followSoon()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#followSoon()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('planwright.language')) this.#renew();
      }),
    ];
    // The view would be blank for as long as a large plan is read; what is found first takes this away.
    this.#view.message = vscode.l10n.t('Reading the plan…');
  }

  /** Asks by what the portfolio is grouped, and keeps to it. */
  async group(): Promise<void> {
    const choices = await this.#server.ask(treeGroupings, { lang: displayLanguage() });
    const items = choices.map(({ by, title }) => ({
      label: title,
      by,
      ...(by === this.#rows.by ? { description: vscode.l10n.t('now') } : {}),
    }));
    const placeHolder = vscode.l10n.t('How the portfolio is grouped');
    const picked = await vscode.window.showQuickPick(items, { placeHolder });
    if (picked === undefined) return;
    await this.#memory.update(GROUPED_BY, picked.by);
    this.#rows.show(picked.by, this.#rows.query);
    await this.#sayGrouping();
  }

  /** Asks for a word; what it means is shown while it is typed. */
  async search(): Promise<void> {
    const before = this.#rows.query;
    const input = vscode.window.createInputBox();
    input.value = before;
    input.placeholder = vscode.l10n.t('A name, a title, a unit or a person; Chinese by its initials as well');
    let typing: ReturnType<typeof setTimeout> | undefined;
    const accepted = await new Promise<boolean>((done) => {
      input.onDidChangeValue((value) => {
        clearTimeout(typing);
        typing = setTimeout(() => this.#look(value), REST);
      });
      input.onDidAccept(() => done(true));
      input.onDidHide(() => done(false));
      input.show();
    });
    clearTimeout(typing);
    this.#look(accepted ? input.value : before);
    input.dispose();
    if (accepted) await vscode.commands.executeCommand(`${VIEW}.focus`);
  }

  clearSearch(): void {
    this.#look('');
  }

  dispose(): void {
    clearTimeout(this.#resting);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #look(query: string): void {
    const wanted = query.trim();
    if (wanted === this.#rows.query) return;
    this.#rows.show(this.#rows.by, wanted);
    if (wanted === '') this.#view.message = '';
    void vscode.commands.executeCommand('setContext', IS_SEARCHING, wanted !== '');
  }

  #say(found: number): void {
    const { query } = this.#rows;
    if (query === '') this.#view.message = '';
    else if (found === 0) this.#view.message = vscode.l10n.t('“{0}”: no project', query);
    else if (found === 1) this.#view.message = vscode.l10n.t('“{0}”: 1 project', query);
    else this.#view.message = vscode.l10n.t('“{0}”: {1} projects', query, found);
  }

  #renew(): void {
    this.#rows.refresh();
    void this.#sayGrouping();
    void this.#count();
    this.#followSoon(); // what was just written has a row now
  }

  /** Beside the view's title. */
  async #sayGrouping(): Promise<void> {
    const choices = await this.#server.tryToAsk(treeGroupings, { lang: displayLanguage() });
    this.#view.description = choices?.find(({ by }) => by === this.#rows.by)?.title ?? this.#view.description ?? '';
  }

  async #count(): Promise<void> {
    const mine = ++this.#counting;
    const told = await Promise.all(
      this.#plans.roots.map(({ uri }) => this.#server.tryToAsk(treeAttention, { uri, lang: displayLanguage() })),
    );
    if (mine !== this.#counting) return; // counted anew meanwhile
    const some = told.flatMap((each) => (each === undefined || each.count === 0 ? [] : [each]));
    const value = some.reduce((sum, { count }) => sum + count, 0);
    this.#view.badge = value === 0 ? undefined : { value, tooltip: some.map(({ said }) => said).join('\n') };
  }

  #followSoon(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#follow(), REST);
  }

  async #follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const isOn = vscode.workspace.getConfiguration('planwright').get('explorer.followCursor') !== false;
    if (!isOn || !this.#view.visible || editor === undefined || !isPlan(editor.document)) return;
    const position = editor.selection.active;
    try {
      const row = await this.#rows.rowAt(this.#server.addressOf(editor.document.uri), position);
      // What was clicked in one group may stand in another as well.
      const [selected] = this.#view.selection;
      if (row === undefined || (selected?.plan === row.plan && selected.row?.node === row.row?.node)) return;
      if (editor !== vscode.window.activeTextEditor || !editor.selection.active.isEqual(position)) return;
      await this.#view.reveal(row, { select: true, focus: false, expand: false });
    } catch (error) {
      this.#server.logError(error); // the tree was renewed meanwhile
    }
  }
}
