/** The weight of rules: by code or by family, everywhere or in some files. */

import type { Severity } from '../analysis/rule.js';
import { nearest } from '../analysis/similar-names.js';
import type { Bilingual } from '../model/lang.js';
import { fileMatcher } from './configuration-globs.js';
import type { SeverityLayer } from './settings.js';

/** What of several layers holds for a rule in a file: the last one that says something has the word. */
export class Severities {
  readonly #layers: readonly { readonly rules: SeverityLayer['rules']; readonly takes: (file: string) => boolean }[];

  constructor(layers: readonly SeverityLayer[]) {
    this.#layers = layers
      .map(({ files, rules }) => ({ rules, takes: files === undefined ? () => true : fileMatcher(files) }))
      .reverse();
  }

  of(code: string, file: string): Severity | 'off' | undefined {
    const family = `${code.split('/')[0]}/*`;
    for (const { rules, takes } of this.#layers) {
      const said = rules.get(code) ?? rules.get(family);
      if (said !== undefined && takes(file)) return said;
    }
    return undefined;
  }
}

/** What is wrong with the name of a rule or a family, such as `deadline/*`. */
export function nameProblem(name: string, codes: readonly string[]): Bilingual | undefined {
  const families = [...new Set(codes.map((code) => `${code.split('/')[0]}/*`))];
  if (codes.includes(name) || families.includes(name)) return undefined;
  const close = nearest(name, name.endsWith('*') ? families : codes);
  return {
    en: `There is no rule '${name}'${close === undefined ? '' : `; did you mean '${close}'?`}`,
    zh: `没有名为“${name}”的规则${close === undefined ? '' : `，是否指“${close}”？`}`,
  };
}
