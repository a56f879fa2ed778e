/** For programs: the interface's own shape. The same input gives the same bytes. */
import { jsonText } from '../json-text.js';
import { countOf, type OutputFormat } from './output-format.js';

export const json: OutputFormat = (result) =>
  jsonText({
    version: 1,
    statusDate: result.statusDates[0] ?? null,
    summary: {
      files: result.files.length,
      projects: result.projects,
      errors: countOf(result, 'error'),
      warnings: countOf(result, 'warning'),
      infos: countOf(result, 'info'),
      hints: countOf(result, 'hint'),
    },
    diagnostics: result.listed.map(({ diagnostic, root, names }) => ({
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
