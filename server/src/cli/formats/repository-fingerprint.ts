/** Fingerprints that are told apart in a whole repository: two plan roots in it may find the same. */
import type { Diagnostic } from '../../workspace/diagnostic.js';
import { hash } from '../../workspace/diagnostic.js';
import type { FileNames } from './output-format.js';

export function repositoryFingerprint({ fingerprint }: Diagnostic, { rootInRepository }: FileNames): string {
  return rootInRepository === '' || rootInRepository === '.'
    ? fingerprint
    : hash(`${rootInRepository}\u0000${fingerprint}`);
}
