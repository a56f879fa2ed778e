/** What the server is given from outside: everything that differs between a process, a browser and a test. */
import type { Files } from './files.js';

export interface Environment {
  /** The files that this process reaches itself. */
  readonly files: Files;
  readonly now: () => Date;
  /** How often to look whether a new day has begun, in milliseconds. */
  readonly dayCheck: number;
  /** Of the client that started the server: when it is gone, the server goes too. */
  readonly watchParent?: (processId: number) => void;
  readonly version: string;
}
