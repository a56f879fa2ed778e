import { replaceActing } from '../report/visible.js';

/** A value as indented JSON that is safe to show; its last line is ended. */
export function jsonText(value: unknown): string {
  return `${safeJson(JSON.stringify(value, null, 2))}\n`;
}

/**
 * JSON in which characters that act on a terminal, and the `##[` that build logs take for a command, are written as
 * escapes: they mean the same to every reader of JSON.
 */
export function safeJson(json: string): string {
  return replaceActing(json, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  ).replaceAll('##[', '\\u0023#[');
}
