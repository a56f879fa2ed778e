/** What is used of sax, which brings no types of its own. */
declare module 'sax' {
  export interface Parser {
    onerror: (error: Error) => void;
    ondoctype: (text: string) => void;
    onopentag: (node: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    onclosetag: (name: string) => void;
    write(text: string): Parser;
    close(): Parser;
  }
  export function parser(
    strict: boolean,
    options: { readonly trim: boolean; readonly normalize: boolean; readonly position: boolean },
  ): Parser;
}
