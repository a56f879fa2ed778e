/** Handlers that fail alone: what goes wrong in one is logged and answered with nothing, the next request works. */
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type * as z from 'zod/mini';
import type { NotificationShape, RequestShape } from './protocol.js';

export type ErrorLog = (what: string, error: unknown) => void;

export function errorLogTo(connection: Connection): ErrorLog {
  return (what, error) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`Failed while ${what}: ${detail}`);
  };
}

/** `handler` with its failures logged; then the answer is `empty`. */
export function safeHandler<P, R>(
  what: string,
  empty: R,
  log: ErrorLog,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    try {
      const result = await handler(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (token.isCancellationRequested) return cancelled();
      log(what, error);
      return empty;
    }
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** Answers a request of our own protocol. A failure is told to the client, which has no use for an empty answer. */
export function onOwnRequest<P extends z.ZodMiniType, R extends z.ZodMiniType>(
  connection: Connection,
  log: ErrorLog,
  shape: RequestShape<P, R>,
  handler: (params: z.output<P>) => z.input<R> | Promise<z.input<R>>,
): void {
  connection.onRequest(shape.method, async (received: unknown) => {
    const params = shape.params.safeParse(received);
    if (!params.success) return new ResponseError(ErrorCodes.InvalidParams, `${shape.method}: not its parameters`);
    try {
      return await handler(params.data);
    } catch (error) {
      log(shape.method, error);
      return new ResponseError(ErrorCodes.InternalError, `${shape.method} failed`);
    }
  });
}

/** Takes a notification of our own protocol. */
export function onOwnNotification<P extends z.ZodMiniType>(
  connection: Connection,
  log: ErrorLog,
  shape: NotificationShape<P>,
  handler: (params: z.output<P>) => void,
): void {
  connection.onNotification(shape.method, (received: unknown) => {
    const params = shape.params.safeParse(received);
    if (!params.success) return;
    try {
      handler(params.data);
    } catch (error) {
      log(shape.method, error);
    }
  });
}
