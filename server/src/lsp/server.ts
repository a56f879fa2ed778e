/**
 * The language server over any connection: standard streams, Node's process channel, a Web Worker, or a pair of streams
 * in a test. The plan roots are the only state; each feature is a file under `features/` that is asked with a document
 * and answers in the terms of the protocol.
 */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { today } from '../model/day.js';
import { CONFIGURATION_FILE } from '../workspace/file-system.js';
import type { Environment } from './environment.js';
import { Diagnostics } from './features/diagnostics.js';
import type { Feature } from './features/feature.js';
import { Imports } from './features/imports.js';
import { FEATURES } from './features/index.js';
import { PortfolioTree } from './features/portfolio-tree.js';
import { Previews } from './features/previews.js';
import { RootList } from './features/root-list.js';
import { StatusDates } from './features/status-date.js';
import { Summaries } from './features/summaries.js';
import { Writing } from './features/writing/writing.js';
import { clientFiles, type Files } from './files.js';
import { errorLogTo, onOwnNotification, onOwnRequest, safeHandler } from './handlers.js';
import { refuse } from './lifecycle.js';
import { LoadingProgress } from './loading-progress.js';
import {
  dayRead,
  importFile,
  initializationOptionsSchema,
  locate,
  meetingDue,
  meetingNew,
  previewChoices,
  previewClose,
  previewLink,
  previewMarks,
  previewOpen,
  previewPatch,
  projectChoices,
  projectNew,
  reportChoices,
  reportNew,
  reportSheet,
  reportsFromSheet,
  reveal,
  rootsList,
  settingsSchema,
  sinceChoices,
  statusDateChoices,
  statusDateGet,
  statusDateSet,
  summary,
  summaryKinds,
  treeAttention,
  treeCard,
  treeChildren,
  treeGroupings,
  treePath,
  treePlace,
} from './protocol.js';
import { RefusedLinks } from './refused-links.js';
import { Roots } from './roots.js';
import { Session } from './session.js';

/** Serves `connection` until it closes. The caller listens: `connection.listen()` after this. */
export function createServer(connection: Connection, environment: Environment): void {
  const log = errorLogTo(connection);
  const now = (): ReturnType<typeof today> => today(environment.now());
  let files: Files = environment.files({
    follow: () => session.settings.followLinks === true,
    refused: (uri) => refusedLinks.add(uri),
  });
  const roots = new Roots({
    files: {
      readText: (uri) => files.readText(uri),
      foreign: (uri) => files.foreign(uri),
      exists: (uri) => files.exists(uri),
      isFolder: (uri) => files.isFolder(uri),
      leadsOut: (uri, folder) => files.leadsOut(uri, folder),
      entries: (uri) => files.entries(uri),
      list: (folder, globs) => files.list(folder, globs),
    },
    today: now,
    isToldOfFiles: () => toldOfFiles,
    onProgress: (root, done, of) => progress.report(root, done, of),
    onChange: (root, file) => {
      diagnostics.changed(root, file);
      previews.changed(root);
      dates.check();
      rootList.check();
      tree.changed();
    },
    onGone: (root) => {
      diagnostics.gone(root);
      rootList.check();
      tree.changed();
    },
    onError: log,
  });
  const session = new Session(connection, roots, log, now);
  const diagnostics = new Diagnostics(session, () => {
    for (const feature of FEATURES) feature.refresh?.(session);
  });
  const progress = new LoadingProgress(session);
  const refusedLinks = new RefusedLinks(session);
  const previews = new Previews(session);
  const dates = new StatusDates(session);
  const rootList = new RootList(session);
  const tree = new PortfolioTree(session);
  const summaries = new Summaries(session, environment.printPdf);
  const imports = new Imports(session);
  const writing = new Writing(session);
  refuse(connection);
  let folders: readonly string[] = [];
  let toldOfFiles = false;
  let client: InitializeParams['capabilities'] = {};

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    session.client = client;
    const options = initializationOptionsSchema.safeParse(params.initializationOptions ?? {});
    if (options.success) {
      session.options = options.data;
      session.settings = options.data;
    }
    session.told = environment.lang;
    session.locale = params.locale;
    if (session.options.filesThroughClient === true) files = clientFiles(connection);
    dates.start(session.options.statusDate ?? environment.asOf ?? null);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri == null ? [] : [params.rootUri]);
    if (typeof params.processId === 'number') environment.watchParent?.(params.processId);
    diagnostics.abilities = {
      // One that cannot be told to ask again would never hear of what an edit means for other files.
      pull: client.textDocument?.diagnostic !== undefined && client.workspace?.diagnostics?.refreshSupport === true,
    };
    return {
      serverInfo: { name: 'planwright', version: environment.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: {
            didCreate: EVERYTHING,
            didRename: EVERYTHING,
            didDelete: EVERYTHING,
            willRename: EVERYTHING,
          },
        },
        ...(diagnostics.abilities.pull
          ? {
              diagnosticProvider: { identifier: 'planwright', interFileDependencies: true, workspaceDiagnostics: true },
            }
          : {}),
        ...Object.assign({}, ...FEATURES.map((feature) => capabilitiesOf(feature, client))),
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            { globPattern: '**/*.plan' },
            { globPattern: `**/${CONFIGURATION_FILE}` },
            // Folders as a whole, and what schemes and evidence name: of these it only matters whether they are there.
            { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
          ],
        })
        .then(() => {
          toldOfFiles = true;
        })
        .catch((error: unknown) => log('asking for file events', error));
    }
    if (client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        attempt('taking in workspace folders', () =>
          roots.folders(
            added.map(({ uri }) => uri),
            removed.map(({ uri }) => uri),
          ),
        );
      });
    }
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'planwright' })
        .catch((error: unknown) => log('asking for changes of settings', error));
    }
    session.settingsRead = readSettings().catch((error: unknown) => log('reading settings', error));
    attempt('reading plan files', () => roots.start(folders));
  });

  async function readSettings(): Promise<void> {
    if (client.workspace?.configuration !== true) return;
    await take({ planwright: (await connection.workspace.getConfiguration('planwright')) ?? {} });
  }

  /** As clients send them: all of their settings, or those of the section alone. */
  async function take(sent: unknown): Promise<void> {
    const own = typeof sent === 'object' && sent !== null && 'planwright' in sent ? sent.planwright : sent;
    const before = session.settings;
    const read = settingsSchema.safeParse(own ?? {});
    if (read.success) session.settings = { ...session.options, ...read.data };
    if (session.settings.language !== before.language) diagnostics.restate();
    const isOther = (session.settings.followLinks === true) !== (before.followLinks === true);
    if (isOther) attempt('reading plan files', () => roots.folders([], []));
    for (const feature of FEATURES) feature.onSettings?.(session, client);
  }

  function attempt(what: string, work: () => Promise<void>): void {
    work().catch((error: unknown) => log(what, error));
  }

  connection.onDidChangeConfiguration(({ settings }) =>
    attempt('reading settings', () => (client.workspace?.configuration === true ? readSettings() : take(settings))),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => roots.watched(changes.map(({ uri }) => uri)));
  connection.workspace.onDidDeleteFiles(({ files: gone }) => roots.watched(gone.map(({ uri }) => uri)));
  connection.workspace.onDidCreateFiles(({ files: made }) => roots.watched(made.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files: moved }) =>
    roots.watched(moved.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
  );

  // ── documents: what is typed is read once nothing more has come in ──────────────────────────────────────────────

  const documents = new TextDocuments(TextDocument);
  let scheduled = false;
  documents.onDidOpen(({ document }) => {
    roots.open(document);
    roots.lookAgain(document.uri);
    soon();
  });
  documents.onDidChangeContent(({ document }) => {
    roots.edited(document.uri);
    soon();
  });
  documents.onDidClose(({ document }) => roots.close(document.uri));
  documents.onDidSave(({ document }) => roots.lookAgain(document.uri));
  documents.listen(connection);

  function soon(): void {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      roots.flush();
    }, 0);
  }

  // ── requests ────────────────────────────────────────────────────────────────────────────────────────────────────

  connection.languages.diagnostics.on(
    safeHandler('finding diagnostics', NO_DIAGNOSTICS, log, ({ textDocument, previousResultId }) =>
      diagnostics.document(textDocument.uri, previousResultId),
    ),
  );
  connection.languages.diagnostics.onWorkspace(
    safeHandler('finding diagnostics', { items: [] }, log, ({ previousResultIds }, token) =>
      diagnostics.workspace(previousResultIds, token),
    ),
  );
  for (const feature of FEATURES) feature.register(session);

  onOwnRequest(connection, log, previewOpen, (params) => previews.open(params));
  onOwnRequest(connection, log, previewPatch, (params) => previews.patch(params));
  onOwnRequest(connection, log, previewChoices, ({ session: name }) => previews.choices(name));
  onOwnRequest(connection, log, previewLink, (params) => previews.link(params));
  onOwnRequest(connection, log, previewMarks, ({ session: name }) => previews.marks(name));
  onOwnNotification(connection, log, previewClose, ({ session: name }) => previews.close(name));
  onOwnRequest(connection, log, reveal, (params) => previews.reveal(params));
  onOwnRequest(connection, log, locate, (params) => previews.locate(params));
  onOwnRequest(connection, log, rootsList, () => rootList.list());
  onOwnRequest(connection, log, treeGroupings, ({ lang }) => tree.groupings(lang));
  onOwnRequest(connection, log, treeChildren, (params) => tree.children(params));
  onOwnRequest(connection, log, treePath, (params) => tree.path(params));
  onOwnRequest(connection, log, treeCard, (params) => tree.card(params));
  onOwnRequest(connection, log, treePlace, (params) => tree.place(params));
  onOwnRequest(connection, log, treeAttention, (params) => tree.attention(params));
  onOwnRequest(connection, log, statusDateGet, ({ uri }) => dates.get(uri));
  onOwnRequest(connection, log, statusDateChoices, (params) => dates.choices(params));
  onOwnRequest(connection, log, dayRead, (params) => dates.read(params));
  onOwnRequest(connection, log, statusDateSet, ({ day }) => dates.set(day));
  onOwnRequest(connection, log, summaryKinds, ({ uri, lang }) => summaries.kinds(uri, lang));
  onOwnRequest(connection, log, sinceChoices, ({ uri, lang }) => summaries.sinceChoices(uri, lang));
  onOwnRequest(connection, log, summary, (params) => summaries.make(params));
  onOwnRequest(connection, log, projectChoices, (params) => writing.projectChoices(params));
  onOwnRequest(connection, log, projectNew, (params) => writing.newProject(params));
  onOwnRequest(connection, log, meetingDue, (params) => writing.meetingDue(params));
  onOwnRequest(connection, log, meetingNew, (params) => writing.newMeeting(params));
  onOwnRequest(connection, log, reportChoices, (params) => writing.reportChoices(params));
  onOwnRequest(connection, log, reportNew, (params) => writing.newReport(params));
  onOwnRequest(connection, log, reportSheet, (params) => writing.sheet(params));
  onOwnRequest(connection, log, reportsFromSheet, (params) => writing.fromSheet(params));
  onOwnRequest(connection, log, importFile, (params) => imports.answer(params));

  // ── days ────────────────────────────────────────────────────────────────────────────────────────────────────────

  let day = now();
  const clock = setInterval(() => {
    if (now() === day) return;
    day = now();
    for (const root of roots.all()) {
      root.plan.refresh();
      diagnostics.changed(root);
      previews.changed(root);
    }
    tree.changed();
    dates.check();
  }, environment.dayCheck);
  unref(clock);
  connection.onShutdown(() => {
    session.closed = true;
    roots.stop();
    clearInterval(clock);
  });
}

function capabilitiesOf({ capabilities }: Feature, client: ClientCapabilities): ServerCapabilities {
  return typeof capabilities === 'function' ? capabilities(client) : capabilities;
}

const NO_DIAGNOSTICS: DocumentDiagnosticReport = { kind: 'full', items: [] };
const EVERYTHING = { filters: [{ pattern: { glob: '**' } }] };

/** A timer that keeps no process alive; in a browser there is nothing to keep. */
function unref(timer: unknown): void {
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function')
    timer.unref();
}
