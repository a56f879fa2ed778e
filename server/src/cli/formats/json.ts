/** For programs: the interface's own shape. The same input gives the same bytes. */

import { formatDay } from '../../model/day.js';
import type { CheckedRoot } from '../checked-root.js';
import { jsonText } from '../json-text.js';
import { type CheckResult, countOf, type OutputFormat } from './output-format.js';
import { statisticsOf } from './statistics.js';

export const json: OutputFormat = (result) =>
  jsonText({
    version: 1,
    // Plans of several roots may be judged as of several days: then each root says its own.
    statusDate: result.statusDates.length === 1 ? result.statusDates[0] : null,
    summary: {
      files: result.files.length,
      projects: result.projects,
      errors: countOf(result, 'error'),
      warnings: countOf(result, 'warning'),
      infos: countOf(result, 'info'),
      hints: countOf(result, 'hint'),
    },
    ...(result.roots.length > 1 ? { roots: result.roots.map((root) => rootEntry(root, result)) } : {}),
    ...(result.statistics ? { statistics: statisticsOf(result) } : {}),
    diagnostics: result.listed.map(({ diagnostic, root, names }) => ({
      ...(names.root === undefined ? {} : { root: names.root }),
      file: names.inPlan,
      range: diagnostic.range,
      severity: diagnostic.severity,
      code: diagnostic.code,
      message: diagnostic.message,
      element: diagnostic.element ?? null,
      data: diagnostic.data,
      related: diagnostic.related.map(({ file, range, message }) => ({
        file: result.namesOf(root, file).inPlan,
        range,
        message,
      })),
      fingerprint: diagnostic.fingerprint,
    })),
  });

function rootEntry(root: CheckedRoot, { namesOf }: CheckResult) {
  return { root: namesOf(root, '').root ?? '.', statusDate: formatDay(root.status) };
}
