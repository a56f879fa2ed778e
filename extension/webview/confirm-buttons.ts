/** The buttons of a page that asks for a confirmation; Escape is the one that says no. */
import type { FromConfirmPage } from '../src/confirm/confirm-messages.js';

export interface ConfirmHost {
  postMessage(message: FromConfirmPage): void;
}

export function listenToButtons(host: ConfirmHost): void {
  for (const [id, confirmed] of [
    ['confirm', true],
    ['cancel', false],
  ] as const) {
    document.getElementById(id)?.addEventListener('click', () => host.postMessage({ type: 'chosen', confirmed }));
  }
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') host.postMessage({ type: 'chosen', confirmed: false });
  });
}
