/** What may be asked when: nothing before `initialize`, which comes once, and nothing after `shutdown` but to exit. */
import {
  type Connection,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

const EARLY = 'planwright/refused/early';
const AGAIN = 'planwright/refused/again';
const LATE = 'planwright/refused/late';

/** For `createConnection`: requests that come at the wrong time are led to the handlers of `refuse`. */
export function lifecycle(): { readonly messageStrategy: MessageStrategy } {
  let phase: 'new' | 'running' | 'closing' = 'new';
  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (Message.isRequest(message)) {
          if (phase === 'new' && message.method === 'initialize') phase = 'running';
          else if (phase !== 'running' || message.method === 'initialize') {
            const method = { new: EARLY, running: AGAIN, closing: LATE }[phase];
            const refused: RequestMessage = { ...message, method };
            return next(refused);
          } else if (message.method === 'shutdown') phase = 'closing';
        } else if (Message.isNotification(message) && phase !== 'running' && message.method !== 'exit')
          return undefined;
        return next(message);
      },
    },
  };
}

export function refuse(connection: Connection): void {
  connection.onRequest(EARLY, () => new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize comes first'));
  connection.onRequest(AGAIN, () => new ResponseError(ErrorCodes.InvalidRequest, 'initialize comes once'));
  connection.onRequest(LATE, () => new ResponseError(ErrorCodes.InvalidRequest, 'the server is shutting down'));
}
