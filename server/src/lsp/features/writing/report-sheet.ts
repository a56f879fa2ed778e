/**
 * Reports of many projects on one sheet, which is filled in apart from the plan and then taken over. Nothing of a sheet is
 * in the plan before that: a report that nobody has filled in would end the question for it.
 */
import { type Keyword, spelling } from '../../../../../grammar/keywords.js';
import type { Day } from '../../../model/day.js';
import type { Finding, ProjectFacts, ReportFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import type { Span } from '../../../model/span.js';
import { visible } from '../../../report/invisible-characters.js';
import { readPlan } from '../../../syntax/read-plan.js';
import type { PlanText } from '../../../workspace/fixes/plan-text.js';
import { Lines } from '../../../workspace/lines.js';
import { written } from '../completion/names.js';

const FILE = 'sheet.plan';

/** What every report is asked for, in the order in which it is filled in. */
const ASKED = ['invested', 'progress', 'text', 'next'] as const satisfies readonly Keyword[];
/** What is asked for where the latest report stated it. */
const ALSO = ['received', 'paid', 'quality', 'safety', 'integrity'] as const satisfies readonly (keyof ReportFacts &
  Keyword)[];
const IN_QUOTES: ReadonlySet<Keyword> = new Set(['text', 'next']);

/** The longest of a latest report that is shown above what is to be filled in. */
const LONGEST = 160;

/** `last`: what the project reported latest, with the text of the file that it stands in. */
export function sheetOf(
  entries: readonly {
    readonly project: ProjectFacts;
    readonly last: ReportFacts | undefined;
    readonly file: PlanText;
  }[],
  heading: readonly string[],
  day: Day,
): string {
  const blocks = entries.map(({ project, last, file }) => {
    const { title } = project;
    const members = [...ASKED.slice(0, 2), ...ALSO.filter((member) => last?.[member] !== undefined), ...ASKED.slice(2)];
    return [
      `${file.word('project')} ${written(project.name.text)}${title === undefined ? '' : ` ${file.slice(title.at)}`} {`,
      ...(last === undefined
        ? []
        : [`  // ${file.vocabulary === 'zh' ? '上次：' : 'Last: '}${latest(file.slice(last.at))}`]),
      `  ${file.word('report')} ${file.day(day)} {`,
      ...members.map((member) => `    ${file.word(member)} ${IN_QUOTES.has(member) ? '""' : ''}`.trimEnd()),
      '  }',
      '}',
    ].join('\n');
  });
  return `${[heading.map((line) => `// ${line}`).join('\n'), ...blocks].join('\n\n')}\n`;
}

function latest(stated: string): string {
  const line = visible(stated.replace(/\s+/g, ' '));
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

export type FilledIn =
  | { readonly type: 'refused'; readonly problem: Bilingual }
  | {
      readonly type: 'read';
      readonly reports: readonly { readonly project: string; readonly day: Day; readonly lines: readonly string[] }[];
      /** The projects of whose reports nothing was filled in. */
      readonly empty: readonly string[];
    };

/** What was filled in, as it was written, comments and all. What cannot be taken over is refused, never left out. */
export function readSheet(text: string, messageOf: (finding: Finding) => Bilingual): FilledIn {
  const filled = text.replace(UNFILLED, (found) =>
    /^("""|\/\*)/.test(found) ? found : found.endsWith('\r') ? '\r' : '',
  );
  const facts = readPlan(FILE, filled);
  const lines = new Lines(filled);
  const refuse = (at: number, problem: Bilingual): FilledIn => {
    const line = lines.position(at).line + 1;
    return { type: 'refused', problem: { en: `Line ${line}: ${problem.en}`, zh: `第${line}行：${problem.zh}` } };
  };
  const [mistake] = [...facts.findings].filter(({ code }) => !HINTS.has(code)).sort((a, b) => a.at.start - b.at.start);
  if (mistake !== undefined) return refuse(mistake.at.start, messageOf(mistake));
  const projects = facts.declarations.filter((each) => each.kind === 'project');
  const other = otherWords(filled, projects);
  if (other !== undefined) return refuse(other, words.other);
  const reports: { project: string; day: Day; lines: readonly string[] }[] = [];
  const empty: string[] = [];
  for (const { name, reports: own } of projects) {
    for (const { day, at } of own) {
      const isEmpty = blank(inner(filled, at)).trim() === '';
      if (isEmpty) empty.push(name.text);
      else reports.push({ project: name.text, day, lines: dedented(filled, at) });
    }
  }
  return { type: 'read', reports, empty };
}

const words = {
  other: {
    en: 'only reports can be taken over from here; state this in the plan itself',
    zh: '此处只能写进展；其他内容请直接写在计划中',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** They say how something is better written, not that it cannot be read. */
const HINTS: ReadonlySet<string> = new Set([
  'syntax/full-width',
  'syntax/superfluous',
  'value/spelling',
  'value/scale',
]);

/** A member without a value, on a line of its own: nobody has filled it in. Long texts and comments are passed over. */
const UNFILLED = new RegExp(
  `"""[\\s\\S]*?"""|/\\*[\\s\\S]*?\\*/|^[ \\t]*(?:${[...ASKED, ...ALSO, 'reporter' as const]
    .flatMap((member) => [spelling(member, 'en'), spelling(member, 'zh')])
    .join('|')})[ \\t]*[:：=]?[ \\t]*(?:""|“”|「」)?[ \\t]*\\r?$`,
  'gm',
);

/** Where something stands that is neither a project nor a report in one, nor a comment. */
function otherWords(text: string, projects: readonly ProjectFacts[]): number | undefined {
  let rest = blank(text);
  for (const { at, title, name, reports } of projects) {
    const head = (title ?? name).at.end;
    const open = rest.slice(head, at.end).search(/[{｛]/);
    const keep = open === -1 ? at.end : head + open + 1;
    const spans: readonly Pick<Span, 'start' | 'end'>[] = [
      { start: at.start, end: keep },
      ...reports.map((report) => report.at),
      ...(open === -1 ? [] : [{ start: at.end - 1, end: at.end }]),
    ];
    for (const { start, end } of spans) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  const found = rest.search(/\S/);
  return found === -1 ? undefined : found;
}

/** With blanks in the place of comments; a `//` within a string is none. */
function blank(text: string): string {
  return text.replace(
    /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|“[^”\n]*”|「[^」\n]*」|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (token) => (/^\/[/*]/.test(token) ? token.replace(/[^\n]/g, ' ') : token),
  );
}

/** Between the braces. */
function inner(text: string, { start, end }: Span): string {
  const report = text.slice(start, end);
  const open = report.search(/[{｛]/);
  return open === -1 ? '' : report.slice(open + 1, -1);
}

/** The lines of a report, without the indentation that it has on the sheet and without blank ones. */
function dedented(text: string, { start, end }: Span): readonly string[] {
  const indent = /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0] ?? '';
  return text
    .slice(start, end)
    .split(/\r?\n/)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .filter((line) => line.trim() !== '');
}
