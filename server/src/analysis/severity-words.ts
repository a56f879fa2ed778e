/** What severities are called: in English as settings and options write them, so that what is read can be written. */
import type { Bilingual } from '../model/lang.js';
import type { Severity } from './rule.js';

export const SEVERITY_NAMES: { readonly [S in Severity]: Bilingual } = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '提示' },
  hint: { en: 'hint', zh: '建议' },
};
