/** The language server as the rest of the extension sees it. */
import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type * as z from 'zod/mini';
import type { NotificationShape, RequestShape } from '../../../server/src/lsp/protocol.js';
import { answerFileRequests } from './server-files.js';

/** The language server as the rest of the extension sees it: typed questions, and when it comes and goes. */
export class PlanServer implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #log: vscode.LogOutputChannel;
  readonly #started = new vscode.EventEmitter<void>();
  readonly #changed = new vscode.EventEmitter<State>();
  readonly #subscriptions: vscode.Disposable[];

  /** Fires at the first start and at every later one: what the server was told before is forgotten. */
  readonly onStarted = this.#started.event;
  readonly onStateChanged = this.#changed.event;

  constructor(client: BaseLanguageClient, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#log = log;
    this.#subscriptions = [
      answerFileRequests(client),
      client.onDidChangeState(({ newState }) => {
        this.#changed.fire(newState);
        if (newState === State.Running) this.#started.fire();
      }),
    ];
  }

  get state(): State {
    return this.#client.state;
  }

  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      this.#log.error(String(error));
      const log = vscode.l10n.t('Show Log');
      const chosen = await vscode.window.showErrorMessage(
        vscode.l10n.t('The Planwright language server could not be started.'),
        log,
      );
      if (chosen === log) this.#log.show();
    }
  }

  async restart(): Promise<void> {
    try {
      if (this.#client.state === State.Running) await this.#client.stop();
    } catch (error) {
      this.#log.warn(String(error)); // it would not end in time; it is left to itself
    }
    await this.start();
  }

  /** Asks the server. Fails where it is not running, cannot answer, or answers in another shape. */
  async ask<P extends z.ZodMiniType, R extends z.ZodMiniType>(
    { method, result }: RequestShape<P, R>,
    params: z.input<P>,
    token?: vscode.CancellationToken,
  ): Promise<z.output<R>> {
    return result.parse(await this.#client.sendRequest<unknown>(method, params, token));
  }

  /** Asks where no answer is better than a failure; the failure is logged. */
  async tryToAsk<P extends z.ZodMiniType, R extends z.ZodMiniType>(
    request: RequestShape<P, R>,
    params: z.input<P>,
  ): Promise<z.output<R> | undefined> {
    if (this.#client.state !== State.Running) return undefined;
    try {
      return await this.ask(request, params);
    } catch (error) {
      this.#log.warn(`${request.method}: ${String(error)}`);
      return undefined;
    }
  }

  tell<P extends z.ZodMiniType>({ method }: NotificationShape<P>, params: z.input<P>): void {
    if (this.#client.state !== State.Running) return;
    this.#client.sendNotification(method, params).catch((error) => this.#log.warn(`${method}: ${String(error)}`));
  }

  listen<P extends z.ZodMiniType>(
    { method, params }: NotificationShape<P>,
    hear: (told: z.output<P>) => void,
  ): vscode.Disposable {
    return this.#client.onNotification(method, (raw: unknown) => hear(params.parse(raw)));
  }

  /** An address as the server knows it. */
  addressOf(uri: vscode.Uri): string {
    return this.#client.code2ProtocolConverter.asUri(uri);
  }

  uriOf(address: string): vscode.Uri {
    return this.#client.protocol2CodeConverter.asUri(address);
  }

  showLog(): void {
    this.#log.show();
  }

  logError(error: unknown): void {
    this.#log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  async stop(): Promise<void> {
    this.dispose();
    await this.#client.dispose();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#started.dispose();
    this.#changed.dispose();
  }
}
