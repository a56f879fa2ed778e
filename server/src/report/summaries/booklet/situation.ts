import { latestReport } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type { IssueFacts, JudgementFact, ProjectFacts, Text } from '../../../model/facts.js';
import { cell, externalLink, inlines, light, muted, row, strong, text } from '../../compose.js';
import type { Block, Cell, Inlines, Origin, Table } from '../../document.js';
import { safeHref } from '../../safe-link.js';
import { DASH, originOf, type Pen, titleOf } from '../pen.js';
import { escalationWords, issueWords, judgementLights, judgementWords } from '../plan-words.js';
import { daysLeft } from '../standing-words.js';
import { bookletWords as words } from './words.js';

/** The latest report with the 'five in step', the open issues, and what else was noted. */
export function situationBlocks(pen: Pen, project: ProjectFacts): readonly Block[] {
  return [...reportBlocks(pen, project), ...issuesTable(pen, project), ...notes(pen, project)];
}

function reportBlocks(pen: Pen, project: ProjectFacts): readonly Block[] {
  const report = latestReport(project, pen.analysis.status);
  if (report === undefined) return [];
  const origin = { id: project.id, at: report.at };
  const reporter = pen.name(report.reporter);
  const day = formatDay(report.day);
  const by = reporter === undefined ? day : pen.say(words.reportOf, { day, reporter });
  const metrics = pen.analysis.metrics(project);
  const judged: readonly (JudgementFact | undefined)[] = [report.quality, report.safety, report.integrity];
  const [quality, safety, integrity] = judged.map((fact) => judgementCell(pen, fact));
  return [
    {
      type: 'table',
      anchor: `${project.id}/report`,
      caption: `${pen.say(words.latest)}${pen.aside(by)}`,
      columns: [words.quality, words.progress, words.invested, words.safety, words.integrity].map((title) => ({
        title: pen.say(title),
        kind: 'text',
      })),
      headColumn: -1,
      rows: [
        row(
          [
            quality ?? cell(DASH),
            progressCell(pen, metrics.progress && pen.percent(metrics.progress), report.progress?.text),
            cell(pen.or(pen.money(metrics.invested))),
            safety ?? cell(DASH),
            integrity ?? cell(DASH),
          ],
          { origin },
        ),
      ],
    },
    ...said(pen, words.situation, report.text, origin),
    ...said(pen, words.next, report.next, origin),
  ];
}

function judgementCell(pen: Pen, fact: JudgementFact | undefined): Cell {
  if (fact === undefined) return cell(DASH);
  const word = light(judgementLights[fact.value], judgementWords[fact.value][pen.lang]);
  return cell(fact.text === undefined ? word : [word, text(pen.lang === 'zh' ? '：' : ': '), text(fact.text.text)]);
}

function progressCell(pen: Pen, percent: string | undefined, remark: Text | undefined): Cell {
  if (percent === undefined) return cell(DASH);
  return cell(remark === undefined ? percent : [text(percent), muted(pen.aside(remark.text))]);
}

/** A short text stays in its line; a long one keeps the form that its author gave it. */
function said(pen: Pen, label: { en: string; zh: string }, value: Text | undefined, origin: Origin): readonly Block[] {
  if (value === undefined) return [];
  const head = strong(`${pen.say(label)}${pen.lang === 'zh' ? '：' : ': '}`);
  if (!value.markdown) return [{ type: 'paragraph', content: [head, text(value.text)], origin }];
  return [
    { type: 'paragraph', content: [head], origin },
    { type: 'markdown', text: value.text, origin },
  ];
}

function issuesTable(pen: Pen, project: ProjectFacts): readonly Table[] {
  const issues = pen.analysis.metrics(project).openIssues;
  if (issues.length === 0) return [];
  return [
    {
      type: 'table',
      anchor: `${project.id}/issues`,
      caption: pen.say(words.issues),
      columns: [
        { title: pen.say(words.issue), kind: 'text' },
        { title: pen.say(words.kind), kind: 'text', wrap: false },
        { title: pen.say(words.cause), kind: 'text' },
        { title: pen.say(words.proposal), kind: 'text' },
        { title: pen.say(words.answers), kind: 'text' },
        { title: pen.say(words.escalated), kind: 'text', wrap: false },
        { title: pen.say(words.due), kind: 'date' },
      ],
      rows: issues.map((issue) =>
        row(
          [
            titleOf(issue),
            cell(pen.or(issue.type && issueWords[issue.type.value][pen.lang])),
            cell(pen.words(issue.cause)),
            cell(pen.words(issue.proposal)),
            cell(answers(pen, issue)),
            cell(pen.or(issue.escalated && escalationWords[issue.escalated.value][pen.lang])),
            dueCell(pen, issue),
          ],
          { origin: originOf(issue) },
        ),
      ),
    },
  ];
}

function answers(pen: Pen, issue: IssueFacts): Inlines {
  const names = [pen.name(issue.unit), pen.name(issue.owner)].filter((name) => name !== undefined);
  return pen.or(names.join(' '));
}

function dueCell(pen: Pen, { due }: IssueFacts): Cell {
  if (due === undefined) return cell(DASH, null);
  const left = due.period.last - pen.analysis.status;
  const word = daysLeft(pen, left);
  return cell(
    [text(pen.deadline(due) ?? ''), { type: 'break' }, left < 0 ? light('red', word) : muted(word)],
    formatDay(due.period.last),
  );
}

function notes(pen: Pen, project: ProjectFacts): readonly Block[] {
  const origin = originOf(project);
  const { doc, notes, links } = project;
  const blocks: Block[] = [];
  if (doc !== undefined && doc.trim() !== '') {
    blocks.push({ type: 'quote', blocks: [{ type: 'markdown', text: doc, origin }] });
  }
  for (const note of notes) blocks.push(...said(pen, words.notes, note, origin));
  if (links.length > 0) {
    const addresses = links.map(
      (address): Inlines =>
        safeHref(address.text) === undefined ? inlines(address.text) : [externalLink(address.text)],
    );
    blocks.push({
      type: 'paragraph',
      content: [strong(`${pen.say(words.links)}${pen.lang === 'zh' ? '：' : ': '}`), ...pen.sentence(addresses, '  ')],
      origin,
    });
  }
  return blocks;
}
