/** The language server in a Web Worker: the editor on the other side answers for files. */
import './group-by.js';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { VERSION } from '../workspace/version.js';
import { noFiles } from './files.js';
import { lifecycle } from './lifecycle.js';
import { createServer } from './server.js';

/** A dedicated worker's global scope, as much of it as is needed: the DOM's types are not part of this project. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), lifecycle());
createServer(connection, { files: () => noFiles, now: () => new Date(), dayCheck: 20_000, version: VERSION });
connection.listen();
