/** The page on which an import is confirmed: says which button was pressed. */
import { type ConfirmHost, listenToButtons } from './confirm-buttons.js';

declare function acquireVsCodeApi(): ConfirmHost;

listenToButtons(acquireVsCodeApi());
