/** How long a plan file may be: reading a longer one would take more memory and time than an editor has. */

/** In UTF-16 units; a portfolio of 10,000 projects with all their members has as many, and stands in many files. */
export const LONGEST_TEXT = 8 * 1024 * 1024;

export function isTooLong(text: string): boolean {
  return text.length > LONGEST_TEXT;
}
