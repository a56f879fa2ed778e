/** The analysis of an example that ships. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Analysis } from '../server/src/analysis/analysis.js';
import { toDay } from '../server/src/model/day.js';
import { PlanRoot } from '../server/src/workspace/plan-root.js';

const EXAMPLES = path.join(import.meta.dirname, '../examples');

export function exampleAnalysis(folder: string): Analysis {
  const root = new PlanRoot({ today: () => toDay(0), fileExists: () => true });
  for (const file of readdirSync(path.join(EXAMPLES, folder)).sort()) {
    if (file.endsWith('.plan')) root.set(file, readFileSync(path.join(EXAMPLES, folder, file), 'utf8'));
  }
  root.settle();
  return root.analysis;
}
