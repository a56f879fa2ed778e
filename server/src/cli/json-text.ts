/** JSON as the command prints it. */
import { safeJson } from '../report/render/safe-json.js';

/** A value as indented JSON that is safe to show; its last line is ended. */
export function jsonText(value: unknown): string {
  return `${safeJson(JSON.stringify(value, null, 2))}\n`;
}
