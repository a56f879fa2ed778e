/** What the server is given from outside: everything that differs between a process, a browser and a test. */
import type { Lang } from '../model/lang.js';
import type { PrintedPdf } from '../workspace/print-pdf.js';
import type { Files, LinkRules } from './files.js';

export interface Environment {
  /** The files that this process reaches itself. */
  readonly files: (links: LinkRules) => Files;
  readonly now: () => Date;
  /** How often to look whether a new day has begun, in milliseconds. */
  readonly dayCheck: number;
  /** Of the client that started the server: when it is gone, the server goes too. */
  readonly watchParent?: (processId: number) => void;
  readonly version: string;
  /** A web page as PDF, through a browser of the machine; absent where there is no machine to look for one. */
  readonly printPdf?: (html: string, statusDate: string) => Promise<PrintedPdf>;
  /** Everything is judged as of this day, `2026-03-31`, and said in this language, where the client asks for no other. */
  readonly asOf?: string;
  readonly lang?: Lang;
}
