/** Tells, once for each, which links lead out of a plan root and were not followed. */
import { MessageType } from 'vscode-languageserver';
import { visible } from '../report/invisible-characters.js';
import { FOLLOW_LINKS } from './protocol.js';
import type { Session } from './session.js';
import { baseName } from './uris.js';

/** What is found together is told together, in milliseconds. */
const GATHER = 200;

export class RefusedLinks {
  readonly #session: Session;
  readonly #told = new Set<string>();
  #untold: string[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  add(uri: string): void {
    if (this.#told.has(uri)) return;
    this.#told.add(uri);
    if (this.#untold.push(uri) === 1) setTimeout(() => this.#tell(), GATHER);
  }

  #tell(): void {
    const [first = '', ...others] = this.#untold;
    this.#untold = [];
    const name = visible(baseName(first));
    const more = others.length;
    const message = {
      en:
        more === 0
          ? `'${name}' is a link that leads out of the plan root and is not followed; the setting '${FOLLOW_LINKS}' follows it`
          : `'${name}' and ${more} more are links that lead out of the plan root and are not followed; the setting '${FOLLOW_LINKS}' follows them`,
      zh: `“${name}”${more === 0 ? '' : `等${more + 1}个`}是指向计划根目录之外的链接，不予读取；如需读取，请打开设置“${FOLLOW_LINKS}”`,
    };
    const text = message[this.#session.lang(undefined)];
    this.#session.tell('window/showMessage', { type: MessageType.Warning, message: text });
  }
}
