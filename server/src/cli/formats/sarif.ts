/** The Static Analysis Results Interchange Format 2.1.0 (OASIS), as code scanning services take it. */
import { ruleOf } from '../../analysis/checks/index.js';
import { ruleAddress } from '../../analysis/documentation.js';
import type { Severity } from '../../analysis/rule.js';
import { rulePage } from '../../exchange/rule-page.js';
import type { Bilingual, Lang } from '../../model/lang.js';
import type { Range } from '../../workspace/diagnostic.js';
import { VERSION } from '../../workspace/version.js';
import { jsonText } from '../json-text.js';
import type { Listed, OutputFormat } from './output-format.js';
import { repositoryFingerprint } from './repository-fingerprint.js';

const LEVEL: { readonly [S in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

export const sarif: OutputFormat = (result, { exit }) => {
  const codes = [...new Set(result.listed.map(({ diagnostic }) => diagnostic.code))].sort();
  return jsonText({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'planwright',
            version: VERSION,
            semanticVersion: VERSION,
            informationUri: 'https://github.com/planwright/planwright',
            rules: codes.map((code) => describeRule(code, result.lang)),
          },
        },
        // No times and no machine: the same plan gives the same bytes.
        invocations: [{ executionSuccessful: true, exitCode: exit }],
        originalUriBaseIds: { [BASE]: { description: { text: BASE_MEANING[result.lang] } } },
        language: result.lang === 'zh' ? 'zh-CN' : 'en',
        columnKind: 'utf16CodeUnits',
        results: result.listed.map(({ diagnostic, root, names }: Listed) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: LEVEL[diagnostic.severity],
          message: { text: plainMessage(diagnostic.message) },
          locations: [{ physicalLocation: physicalLocation(names.inRepository, diagnostic.range) }],
          relatedLocations: diagnostic.related.map(({ file, range, message }, id) => ({
            id,
            message: { text: plainMessage(message) },
            physicalLocation: physicalLocation(result.namesOf(root, file).inRepository, range),
          })),
          partialFingerprints: { 'planwright/v1': repositoryFingerprint(diagnostic, names) },
          properties: { element: diagnostic.element ?? null, data: diagnostic.data },
        })),
      },
    ],
  });
};

/** What file names are relative to. */
const BASE = '%SRCROOT%';
const BASE_MEANING: Bilingual = {
  en: 'The check-out of the repository, else the folder that the check was called in.',
  zh: '代码库的检出目录；没有时为执行检查的文件夹。',
};

/** In plain messages `[words](address)` is a link (section 3.11.6): plan text must not make any. */
function plainMessage(text: string): string {
  return text.replaceAll('](', '\\](');
}

function describeRule(code: string, lang: Lang) {
  const rule = ruleOf(code);
  if (rule === undefined) return { id: code };
  const page = rulePage(rule, lang);
  return {
    id: code,
    name: nameOf(code),
    shortDescription: { text: rule.title[lang] },
    fullDescription: { text: oneParagraph(rule.page[lang]) },
    helpUri: ruleAddress(code, lang),
    help: { text: page, markdown: page },
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: { tags: [code.split('/')[0] ?? code] },
  };
}

function physicalLocation(file: string, { start, end }: Range) {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** Chinese lines go on without a blank. */
function oneParagraph(text: string): string {
  return text
    .trim()
    .replace(/(?<=[\p{Script=Han}，。；：、！？）”])\s*\n\s*/gu, '')
    .replace(/\s*\n\s*/g, ' ');
}

/** `deadline/due-soon` ⇒ DeadlineDueSoon: a name that people can read is to be one word. */
function nameOf(code: string): string {
  return code.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
