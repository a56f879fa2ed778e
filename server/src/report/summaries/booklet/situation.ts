/** The latest report, open issues and notes on a project's sheet. */
import { dueAt, lastStated, latestReport, revisionsAt } from '../../../analysis/state.js';
import { formatDay } from '../../../model/day.js';
import type { IssueFacts, JudgementFact, ProjectFacts, ReportFacts, Text } from '../../../model/facts.js';
import { cell, externalLink, inlines, light, muted, row, strong, text } from '../../compose.js';
import type { Block, Cell, Inlines, Origin, Table } from '../../document.js';
import { safeHref } from '../../safe-link.js';
import { daysLeft } from '../../wording/deadline-status-words.js';
import { DASH, type Formatter, originOf, titleOf } from '../../wording/formatter.js';
import { movesNote } from '../../wording/moved-deadlines.js';
import { escalationWords, issueWords, judgementLights, judgementWords } from '../../wording/plan-words.js';
import { answersFor, issueCounts } from '../issues.js';
import { bookletWords as words } from './booklet-words.js';

/** The latest report with the 'five in step', the open issues, and what else was noted. */
export function situationBlocks(format: Formatter, project: ProjectFacts): readonly Block[] {
  return [...reportBlocks(format, project), ...issuesTable(format, project), ...notes(format, project)];
}

function reportBlocks(format: Formatter, project: ProjectFacts): readonly Block[] {
  const report = latestReport(project, format.analysis.status);
  if (report === undefined) return [];
  const origin = { id: project.id, at: report.at };
  const reporter = format.name(report.reporter);
  const day = formatDay(report.day);
  const by = reporter === undefined ? day : format.say(words.reportOf, { day, reporter });
  const metrics = format.analysis.metrics(project);
  const judged = (['quality', 'safety', 'integrity'] as const).map((member) =>
    lastStated(project, format.analysis.status, (each) => each[member]),
  );
  const [quality, safety, integrity] = judged.map((stated) => judgementCell(format, stated, report));
  return [
    {
      type: 'table',
      anchor: `${project.id}/report`,
      caption: `${format.say(words.latest)}${format.aside(by)}`,
      columns: [words.quality, words.progress, words.invested, words.safety, words.integrity].map((title) => ({
        title: format.say(title),
        kind: 'text',
      })),
      headColumn: -1,
      rows: [
        row(
          [
            quality ?? cell(DASH),
            progressCell(format, metrics.progress && format.percent(metrics.progress), report.progress?.text),
            cell(format.or(format.money(metrics.invested))),
            safety ?? cell(DASH),
            integrity ?? cell(DASH),
          ],
          { origin },
        ),
      ],
    },
    ...said(format, words.situation, report.text, origin),
    ...said(format, words.next, report.next, origin),
  ];
}

/** What the latest report leaves out stands as an earlier one stated it, with that one's day. */
function judgementCell(
  format: Formatter,
  stated: { readonly report: ReportFacts; readonly fact: JudgementFact } | undefined,
  latest: ReportFacts,
): Cell {
  if (stated === undefined) return cell(DASH);
  const { report, fact } = stated;
  const since = report === latest ? [] : [muted(format.aside(formatDay(report.day)))];
  const word = light(judgementLights[fact.value], judgementWords[fact.value][format.lang]);
  if (fact.text === undefined) return cell([word, ...since]);
  return cell([word, text(format.lang === 'zh' ? '：' : ': '), text(fact.text.text), ...since]);
}

function progressCell(format: Formatter, percent: string | undefined, remark: Text | undefined): Cell {
  if (percent === undefined) return cell(DASH);
  return cell(remark === undefined ? percent : [text(percent), muted(format.aside(remark.text))]);
}

/** A short text stays in its line; a long one keeps the form that its author gave it. */
function said(
  format: Formatter,
  label: { en: string; zh: string },
  value: Text | undefined,
  origin: Origin,
): readonly Block[] {
  if (value === undefined) return [];
  const head = strong(`${format.say(label)}${format.lang === 'zh' ? '：' : ': '}`);
  if (!value.markdown) return [{ type: 'paragraph', content: [head, text(value.text)], origin }];
  return [
    { type: 'paragraph', content: [head], origin },
    { type: 'markdown', text: value.text, origin },
  ];
}

function issuesTable(format: Formatter, project: ProjectFacts): readonly Table[] {
  const issues = format.analysis.metrics(project).openIssues;
  if (issues.length === 0) return [];
  return [
    {
      type: 'table',
      anchor: `${project.id}/issues`,
      caption: `${format.say(words.issues)}${format.aside(issueCounts(format, project))}`,
      columns: [
        { title: format.say(words.issue), kind: 'text' },
        { title: format.say(words.kind), kind: 'text', wrap: false },
        { title: format.say(words.cause), kind: 'text' },
        { title: format.say(words.proposal), kind: 'text' },
        { title: format.say(words.answers), kind: 'text' },
        { title: format.say(words.escalated), kind: 'text', wrap: false },
        { title: format.say(words.due), kind: 'date' },
      ],
      rows: issues.map((issue) =>
        row(
          [
            cell([
              text(titleOf(issue)),
              ...foundNote(format, project, issue),
              ...movesNote(format, revisionsAt(issue, format.analysis.status)),
            ]),
            cell(format.or(issue.type && issueWords[issue.type.value][format.lang])),
            cell(format.words(issue.cause)),
            cell(format.words(issue.proposal)),
            cell(answersFor(format, { issue, projects: [project] })),
            cell(format.or(issue.escalated && escalationWords[issue.escalated.value][format.lang])),
            dueCell(format, issue),
          ],
          { origin: originOf(issue) },
        ),
      ),
    },
  ];
}

/** Which inspection found it, where it does not stand in the project. */
function foundNote(format: Formatter, project: ProjectFacts, issue: IssueFacts): Inlines {
  const found = format.analysis.issuesFoundIn(project).find((each) => each.issue === issue);
  return found === undefined ? [] : [muted(format.aside(titleOf(found.meeting)))];
}

function dueCell(format: Formatter, issue: IssueFacts): Cell {
  const due = dueAt(issue, format.analysis.status);
  if (due === undefined) return cell(DASH, null);
  const left = due.period.last - format.analysis.status;
  const word = daysLeft(format, left);
  return cell(
    [text(format.deadline(due) ?? ''), { type: 'break' }, left < 0 ? light('red', word) : muted(word)],
    formatDay(due.period.last),
  );
}

function notes(format: Formatter, project: ProjectFacts): readonly Block[] {
  const origin = originOf(project);
  const { doc, notes, links } = project;
  const blocks: Block[] = [];
  if (doc !== undefined && doc.trim() !== '') {
    blocks.push({ type: 'quote', blocks: [{ type: 'markdown', text: doc, origin }] });
  }
  for (const note of notes) blocks.push(...said(format, words.notes, note, origin));
  if (links.length > 0) {
    const addresses = links.map(
      (address): Inlines =>
        safeHref(address.text) === undefined ? inlines(address.text) : [externalLink(address.text)],
    );
    blocks.push({
      type: 'paragraph',
      content: [
        strong(`${format.say(words.links)}${format.lang === 'zh' ? '：' : ': '}`),
        ...format.sentence(addresses, '  '),
      ],
      origin,
    });
  }
  return blocks;
}
