/** What severities are called in sentences. */
import type { Bilingual } from '../model/lang.js';
import type { Severity } from './rule.js';

export const SEVERITY_NAMES: { readonly [S in Severity]: Bilingual } = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'information', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
};
