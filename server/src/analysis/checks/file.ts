/** The rule about files that a plan names and that are not there (`file/missing`). */
import type { Keyword } from '../../../../grammar/keywords.js';
import type { FileFacts, Text } from '../../model/facts.js';
import { itemsOf } from '../../model/plan.js';
import type { Analysis } from '../analysis.js';
import { quoted, sayKeyword } from '../message-values.js';
import { type Found, fileRule, type Rule } from '../rule.js';
import { issuesIn, meetingsIn, projectsIn } from './facts-in-file.js';

type Missing = { readonly path: string; readonly member: Keyword; readonly outside?: true; readonly slashed?: string };

interface Named {
  readonly member: Keyword;
  readonly text: Text;
  readonly element: string;
}

/** An address on the web or of a mailbox; a single letter before the colon is a drive. */
const ADDRESS = /^[a-z][a-z0-9+.-]+:/i;

function* namedIn(file: FileFacts): Generator<Named> {
  for (const { scheme, id, ...project } of projectsIn(file)) {
    if (scheme !== undefined) yield { member: 'scheme', text: scheme, element: id };
    for (const item of itemsOf(project)) {
      for (const text of item.evidence) yield { member: 'evidence', text, element: item.id };
    }
  }
  for (const { issue } of issuesIn(file)) {
    for (const text of issue.evidence) yield { member: 'evidence', text, element: issue.id };
  }
  for (const meeting of meetingsIn(file)) {
    for (const decision of meeting.decisions) {
      for (const text of decision.evidence) yield { member: 'evidence', text, element: decision.id };
    }
  }
}

function* missing(file: FileFacts, { options }: Analysis): Generator<Found<Missing>> {
  const { fileExists } = options;
  if (fileExists === undefined) return;
  for (const { member, text, element } of namedIn(file)) {
    const path = text.text.trim();
    if (path === '' || ADDRESS.test(path)) continue;
    const there = fileExists(file.file, path);
    if (there === 'outside') yield { at: text.at, data: { path, member, outside: true }, element };
    else if (there === false) {
      const { slashed } = text;
      yield { at: text.at, data: { path, member, ...(slashed === undefined ? {} : { slashed }) }, element };
    }
  }
}

export const FILE_RULES: readonly Rule[] = [
  fileRule<Missing>(
    {
      code: 'file/missing',
      severity: 'warning',
      title: { en: 'A file that is not there, or not in the plan root', zh: '文件不存在或不在计划根目录内' },
      message: {
        en: ({ path, member, outside, slashed }) =>
          slashed !== undefined
            ? `Folders in a path are parted by / and not by \\, which has another meaning in texts: write ${quoted(slashed, 'en')}`
            : outside === true
              ? `${quoted(path, 'en')}, which ${sayKeyword(member, 'en')} names, lies outside the plan root and is not looked up`
              : `There is no file ${quoted(path, 'en')}, which ${sayKeyword(member, 'en')} names`,
        zh: ({ path, member, outside, slashed }) =>
          slashed !== undefined
            ? `路径中用“/”分隔文件夹，不用“\\”（它在文字中另有含义）：请写作${quoted(slashed, 'zh')}`
            : outside === true
              ? `${sayKeyword(member, 'zh')}所指的文件${quoted(path, 'zh')}在计划根目录之外，不作查找`
              : `${sayKeyword(member, 'zh')}所指的文件${quoted(path, 'zh')}不存在`,
      },
      page: {
        en: `\`scheme\` and \`evidence\` name a document by its path, seen from the folder of the plan file, or by its address
(\`https://…\`). No file is at this path, or it leads out of the plan root, where whoever is given the plan has no files
and none is looked up. Correct the path, add the file, or give an address. Addresses are not looked up.`,
        zh: `\`工作方案\`和\`佐证\`用相对于计划文件所在文件夹的路径，或用网址（\`https://…\`）指明文件。这个路径上没有文件，或者
它指向计划根目录之外：拿到计划的人那里没有这个文件，也不作查找。请改正路径、补上文件，或改写网址。网址不作检查。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'project P1 {\n  scheme "schemes/not-there.md"\n}\n',
        clean: 'project P1 {\n  scheme "https://example.org/schemes/p1"\n}\n',
      },
    },
    missing,
  ),
];
