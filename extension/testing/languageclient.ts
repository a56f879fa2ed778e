/** Stands for the client library, which runs only inside the editor: what the tested parts of the extension use of it. */
export const CloseAction = { DoNotRestart: 1, Restart: 2 };
export const ErrorAction = { Continue: 1, Shutdown: 2 };
