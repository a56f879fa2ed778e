/** Bytes as text, in a browser too. */

/** Spread over all of a large file, a call has too many arguments. */
export function inBase64(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += 0x8000) signs += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(signs);
}
