/** What the web extension host offers beyond the language and Node's shared globals; the editor's own types leave it out. */
declare class Worker {
  constructor(address: string | URL);
  terminate(): void;
  onerror: ((event: { readonly message?: string }) => void) | null;
}
