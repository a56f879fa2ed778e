/** Plan text as tests and examples have it, analysed as of a day. */
import { Analysis } from '../server/src/analysis/analysis.js';
import { type Day, parseIsoDay } from '../server/src/model/day.js';
import type { ProjectFacts } from '../server/src/model/facts.js';
import { Plan } from '../server/src/model/plan.js';
import { readPlan } from '../server/src/syntax/read-plan.js';

/** `2026-03-31` as a day. Throws where it is none. */
export function onDay(text: string): Day {
  const day = parseIsoDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

/** One file. Throws where it is not the language: an example that cannot be read shows nothing. */
export function analysed(text: string, asOf: string): Analysis {
  const facts = readPlan('plan.plan', text);
  const mistakes = facts.findings.filter(({ code }) => code.startsWith('syntax/') || code.startsWith('value/'));
  if (mistakes.length > 0) throw new Error(`${mistakes.map(({ code }) => code).join(', ')} in ${text}`);
  return new Analysis(new Plan([facts]), { asOf: onDay(asOf), today: onDay(asOf) });
}

/** A project by name, without one the first. */
export function projectIn(analysis: Analysis, name?: string): ProjectFacts {
  const project = name === undefined ? analysis.plan.all('project')[0] : analysis.plan.find('project', name);
  if (project === undefined) throw new Error(`no project ${name ?? ''}`);
  return project;
}
