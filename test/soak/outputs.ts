/** Every output of the command: how it is called, and what is looked at in it. */
import { FORMATS } from '../../server/src/report/render/formats.js';
import { SUMMARIES } from '../../server/src/report/summaries/index.js';
import type { Kind } from './judge.js';

export interface OutputCall {
  readonly call: readonly string[];
  readonly kind: Kind;
}

const CHECK: readonly (readonly [string, Kind])[] = [
  ['text', 'text'],
  ['concise', 'text'],
  ['json', 'json'],
  ['sarif', 'json'],
  ['github', 'github'],
  ['junit', 'xml'],
  ['gitlab', 'json'],
];

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['md', 'md'],
  ['html', 'html'],
  ['json', 'json'],
]);

/** Formats that are read as text; others are files of programs of their own. */
export function everyOutput(): readonly OutputCall[] {
  const list = ['list', '--columns', 'id,title,category,area,leader,unit,owner,scheme'];
  return [
    ...CHECK.map(([format, kind]) => ({ call: ['check', '--severity', 'hint', '--format', format], kind })),
    { call: ['check', '--severity', 'hint', '--statistics'], kind: 'text' },
    { call: ['check', '--fix', '--diff'], kind: 'text' },
    ...(['text', 'json', 'csv', 'md'] as const).map((format) => ({
      call: [...list, '--format', format],
      kind: format,
    })),
    { call: [...list, '--group', 'leader', '--format', 'md'], kind: 'md' },
    ...(['text', 'json', 'csv'] as const).map((format) => ({ call: ['schedule', '--format', format], kind: format })),
    ...[...SUMMARIES.values()]
      .filter(({ named }) => named === undefined)
      .flatMap(({ kind: summary }) =>
        [...FORMATS.keys()].flatMap((format) => {
          const kind = KINDS.get(format);
          return kind === undefined ? [] : [{ call: ['summary', summary, '--format', format], kind }];
        }),
      ),
    { call: ['export', 'ics'], kind: 'ics' },
    { call: ['export', 'mermaid'], kind: 'mermaid' },
    { call: ['export', 'mspdi'], kind: 'xml' },
    { call: ['export', 'csv'], kind: 'csv' },
    { call: ['export', 'json'], kind: 'json' },
  ];
}

/** Documents of office programs, which go into a file. */
export function everyDocument(): readonly { readonly call: readonly string[]; readonly file: string }[] {
  return [
    ...[...SUMMARIES.values()]
      .filter(({ named }) => named === undefined)
      .flatMap(({ kind }) =>
        ['docx', 'xlsx'].map((format) => {
          const file = `${kind}.${format}`;
          return { call: ['summary', kind, '--format', format, '-o', file], file };
        }),
      ),
    { call: ['export', 'xlsx', '-o', 'ledger.xlsx'], file: 'ledger.xlsx' },
  ];
}
