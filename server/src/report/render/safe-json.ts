/** JSON that is safe to show in a terminal or a build log. */
import { replaceInvisible } from '../invisible-characters.js';

/**
 * JSON in which characters that act on a terminal, and the `##[` or `##vso[` that build logs take for a command, are written as
 * escapes: they mean the same to every reader of JSON.
 */
export function safeJson(json: string): string {
  return replaceInvisible(json, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  ).replace(/#(?=#(?:\[|vso\[))/gi, '\\u0023');
}
