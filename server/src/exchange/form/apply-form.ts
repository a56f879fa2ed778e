/** What a form says as statements in the plan's files. */

import type { Day } from '../../model/day.js';
import { dayPeriod } from '../../model/period.js';
import type { PlanText } from '../../workspace/fixes/plan-text.js';
import { findName } from '../edits/issue-name.js';
import type { PlanEdits } from '../edits/plan-edits.js';
import { PlanWriter } from '../ledger/write-plan.js';
import type { FormPart, FormStatement, NewIssue } from './form-statements.js';

/** `currency`: the plan's. */
export function applyForm(statements: readonly FormStatement[], edits: PlanEdits, currency: string): void {
  const taken = new Map<string, Set<string>>();
  const people = statements.filter((each) => each.type === 'person');
  for (const statement of statements) {
    switch (statement.type) {
      case 'report': {
        const { project, day, parts } = statement;
        const file = edits.file(project.at.file);
        const lines = reportLines(day, parts, file, writerFor(file, currency));
        const last = [...project.reports].sort((a, b) => a.at.start - b.at.start).at(-1);
        if (last === undefined) edits.into(project.at, ...lines);
        else edits.behind(last.at, project.at, ...lines);
        for (const { name, unit } of people.splice(0)) {
          const writer = writerFor(file, currency);
          edits.declare(project.at.file, writer.declaration({ kind: 'person', name, in: unit }));
        }
        break;
      }
      case 'started':
      case 'done': {
        const { item, day } = statement;
        const file = edits.file(item.at.file);
        const line = `${file.word(statement.type)} ${file.day(day)}`;
        const others = statements.some((each) => each !== statement && 'item' in each && each.item === item);
        if (statement.type === 'done' && !file.hasBlock(item.at) && !others) edits.append(item.at, ` ${line}`);
        else edits.into(item.at, line);
        break;
      }
      case 'tried':
      case 'resolved': {
        const { issue, day } = statement;
        const file = edits.file(issue.at.file);
        const text = statement.type === 'tried' ? ` ${writerFor(file, currency).text(statement.text)}` : '';
        edits.into(issue.at, `${file.word(statement.type)} ${file.day(day)}${text}`);
        break;
      }
      case 'feedback':
      case 'decision-done': {
        const { decision, day } = statement;
        const file = edits.file(decision.at.file);
        const text = statement.type === 'feedback' ? ` ${writerFor(file, currency).text(statement.text)}` : '';
        const word = file.word(statement.type === 'feedback' ? 'feedback' : 'done');
        edits.into(decision.at, `${word} ${file.day(day)}${text}`);
        break;
      }
      case 'issue': {
        const { project, day, issue } = statement;
        const file = edits.file(project.at.file);
        const names = taken.get(project.id) ?? new Set(project.issues.map(({ name }) => name.text));
        taken.set(project.id, names);
        const name = findName(names, file.vocabulary);
        edits.into(project.at, ...issueLines(name, day, issue, file, writerFor(file, currency)));
        break;
      }
      case 'person':
        break;
    }
  }
}

function writerFor(file: PlanText, currency: string): PlanWriter {
  return new PlanWriter(file.vocabulary, currency);
}

function reportLines(day: Day, parts: readonly FormPart[], file: PlanText, writer: PlanWriter): readonly string[] {
  return [
    `${file.word('report')} ${file.day(day)} {`,
    ...parts.map((part) => `${file.unit}${file.word(part.member)} ${partText(part, writer)}`),
    '}',
  ];
}

function partText(part: FormPart, writer: PlanWriter): string {
  switch (part.member) {
    case 'invested':
    case 'received':
    case 'paid':
      return writer.money(part.value);
    case 'progress':
      return part.percent;
    case 'quality':
    case 'safety':
    case 'integrity':
      return writer.word(part.word);
    case 'text':
    case 'next':
      return writer.text(part.text);
    case 'reporter':
      return writer.name(part.name);
  }
}

function issueLines(name: string, day: Day, issue: NewIssue, file: PlanText, writer: PlanWriter): readonly string[] {
  const { title, kind, cause, proposal, escalated } = issue;
  const members = [
    ...(kind === undefined ? [] : [`${writer.word('kind')} ${writer.word(kind)}`]),
    `${writer.word('raised')} ${writer.date(dayPeriod(day))}`,
    ...(cause === undefined ? [] : [`${writer.word('cause')} ${writer.text(cause)}`]),
    ...(proposal === undefined ? [] : [`${writer.word('proposal')} ${writer.text(proposal)}`]),
    ...(escalated === undefined ? [] : [`${writer.word('escalated')} ${writer.word(escalated)}`]),
  ];
  return [
    `${writer.word('issue')} ${writer.name(name)} ${writer.text(title)} {`,
    ...members.map((member) => `${file.unit}${member}`),
    '}',
  ];
}
