/** What a feature adds to the server: what it announces, and the requests that it answers. */
import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import type { Session } from '../session.js';

export interface Feature {
  /** What is announced, where that is so, by what the client has declared. */
  readonly capabilities: ServerCapabilities | ((client: ClientCapabilities) => ServerCapabilities);
  readonly register: (session: Session) => void;
  /** What the editor shows of the feature may be out of date: other files or the day have changed. */
  readonly refresh?: (session: Session) => void;
  /** The user's settings were read, at first or anew. */
  readonly onSettings?: (session: Session, client: ClientCapabilities) => void;
}
