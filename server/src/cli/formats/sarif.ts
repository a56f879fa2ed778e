/** The Static Analysis Results Interchange Format 2.1.0 (OASIS), as code scanning services take it. */
import { ruleOf } from '../../analysis/checks/index.js';
import type { Severity } from '../../analysis/rule.js';
import { rulePage } from '../../analysis/rule-page.js';
import type { Lang } from '../../model/lang.js';
import type { Range } from '../../workspace/diagnostic.js';
import { VERSION } from '../../workspace/version.js';
import { jsonText } from '../json-text.js';
import type { Listed, OutputFormat } from './output-format.js';

const LEVEL: { readonly [S in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

export const sarif: OutputFormat = (result) => {
  const codes = [...new Set(result.listed.map(({ diagnostic }) => diagnostic.code))].sort();
  return jsonText({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'planwright',
            semanticVersion: VERSION,
            rules: codes.map((code) => describeRule(code, result.lang)),
          },
        },
        language: result.lang === 'zh' ? 'zh-CN' : 'en',
        columnKind: 'utf16CodeUnits',
        results: result.listed.map(({ diagnostic, root, names }: Listed) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: LEVEL[diagnostic.severity],
          message: { text: diagnostic.message },
          locations: [{ physicalLocation: physicalLocation(names.inRepository, diagnostic.range) }],
          relatedLocations: diagnostic.related.map(({ file, range, message }, id) => ({
            id,
            message: { text: message },
            physicalLocation: physicalLocation(result.namesOf(root, file).inRepository, range),
          })),
          partialFingerprints: { 'planwright/v1': diagnostic.fingerprint },
          properties: { element: diagnostic.element ?? null, data: diagnostic.data },
        })),
      },
    ],
  });
};

function describeRule(code: string, lang: Lang) {
  const rule = ruleOf(code);
  if (rule === undefined) return { id: code };
  const page = rulePage(rule, lang);
  return {
    id: code,
    shortDescription: { text: rule.title[lang] },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: LEVEL[rule.severity] },
  };
}

function physicalLocation(file: string, { start, end }: Range) {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}
