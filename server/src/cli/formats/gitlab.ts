/** GitLab's code quality report, a part of the Code Climate format (docs.gitlab.com, "Code Quality report format"). */
import type { Severity } from '../../analysis/rule.js';
import { jsonText } from '../json-text.js';
import type { OutputFormat } from './output-format.js';
import { repositoryFingerprint } from './repository-fingerprint.js';

const SEVERITY: { readonly [S in Severity]: string } = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  hint: 'info',
};

export const gitlab: OutputFormat = ({ listed }) =>
  jsonText(
    listed.map(({ diagnostic, names }) => ({
      description: diagnostic.message,
      check_name: diagnostic.code,
      fingerprint: repositoryFingerprint(diagnostic, names),
      severity: SEVERITY[diagnostic.severity],
      location: {
        path: names.inRepository,
        lines: { begin: diagnostic.range.start.line, end: diagnostic.range.end.line },
      },
    })),
  );
