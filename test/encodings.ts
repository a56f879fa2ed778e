/** Texts as other programs save them, for tests of what is not UTF-8. */

let gbk: ReadonlyMap<string, readonly number[]> | undefined;

/** Two bytes a character; what has no such form is not asked for. */
export function gb18030(text: string): Uint8Array {
  gbk ??= new Map(
    Array.from({ length: 0x7e }, (_, index) => index + 0x81).flatMap((lead) =>
      Array.from({ length: 0xbf }, (_, index) => index + 0x40).map((trail): [string, readonly number[]] => [
        new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail)),
        [lead, trail],
      ]),
    ),
  );
  const bytes = [...text].flatMap((character) =>
    character < '\u0080' ? [character.charCodeAt(0)] : (gbk?.get(character) ?? []),
  );
  return Uint8Array.from(bytes);
}

export function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
