/** A plan root as `check` sees it: what was found in it, whether found in this call or kept from an earlier one. */
import type { Day } from '../model/day.js';
import type { Finding } from '../model/facts.js';
import type { Lang } from '../model/lang.js';
import type { Diagnostic } from '../workspace/diagnostic.js';
import type { LoadedRoot } from './load.js';

export interface CheckedRoot {
  /** The absolute path of the plan root's folder. */
  readonly folder: string;
  readonly lang: Lang;
  /** The files that were asked for. */
  readonly asked: readonly string[];
  /** As of when it was judged. */
  readonly status: Day;
  /** How many projects are in the files that were asked for. */
  readonly projects: number;
  text(file: string): string | undefined;
  diagnostics(file: string): readonly Diagnostic[];
  /** These are kept from the reader: what stood aside for them is told from now on. */
  know(findings: readonly Pick<Finding, 'code' | 'at'>[]): void;
}

export function checkedRoot(loaded: LoadedRoot): CheckedRoot {
  const { folder, lang, asked, root } = loaded;
  let isSettled = false;
  return {
    folder,
    lang,
    asked,
    status: root.analysis.status,
    projects: projectsIn(loaded),
    text: (file) => root.text(file),
    diagnostics: (file) => {
      if (!isSettled) root.settle();
      isSettled = true;
      return root.diagnostics(file, lang);
    },
    know: (findings) => {
      root.know(findings);
      isSettled = false;
    },
  };
}

function projectsIn({ root, asked }: LoadedRoot): number {
  return asked.reduce((sum, file) => {
    const declarations = root.facts(file)?.declarations ?? [];
    return sum + declarations.filter(({ kind }) => kind === 'project').length;
  }, 0);
}
