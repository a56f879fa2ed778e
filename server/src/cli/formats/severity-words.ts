/** What severities are called to people. */
import type { Severity } from '../../analysis/rule.js';
import type { Bilingual } from '../../model/lang.js';

export const SEVERITY_WORDS: { readonly [S in Severity]: Bilingual } = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
};
