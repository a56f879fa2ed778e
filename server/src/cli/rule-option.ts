/** `--rule CODE=severity`: the weight of a rule or a family for one call. */
import { codes, SEVERITIES } from '../analysis/checks/index.js';
import type { Severity } from '../analysis/rule.js';
import { nearest } from '../analysis/similar-names.js';
import { nameProblem } from '../workspace/configuration-severities.js';
import type { SeverityLayer } from '../workspace/settings.js';
import { UsageError } from './context.js';

const ALLOWED: readonly (Severity | 'off')[] = [...SEVERITIES, 'off'];

export function severitiesOf(options: readonly string[]): readonly SeverityLayer[] {
  if (options.length === 0) return [];
  const rules = new Map<string, Severity | 'off'>();
  for (const option of options) {
    const [code = '', ...rest] = option.split('=');
    const severity = rest.join('=');
    const problem = nameProblem(code, codes);
    if (problem !== undefined) throw new UsageError({ en: `--rule: ${problem.en}`, zh: `--rule：${problem.zh}` });
    const allowed = ALLOWED.find((each) => each === severity);
    if (allowed === undefined) throw wrongSeverity(code, severity);
    rules.set(code, allowed);
  }
  return [{ rules }];
}

function wrongSeverity(code: string, severity: string): UsageError {
  const close = nearest(severity, ALLOWED);
  return new UsageError({
    en: `--rule ${code}=${severity}: ${close === undefined ? `write one of ${ALLOWED.join(', ')} behind '='` : `did you mean '${close}'?`}`,
    zh: `--rule ${code}=${severity}：${close === undefined ? `“=”后可写：${ALLOWED.join('、')}` : `是否指“${close}”？`}`,
  });
}
