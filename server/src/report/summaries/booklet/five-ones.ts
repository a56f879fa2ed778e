/** The table of the 'five ones' on a project's sheet. */
import type { ProjectFacts } from '../../../model/facts.js';
import type { Bilingual } from '../../../model/lang.js';
import { cell, externalLink, type InlineContent, light, row, text } from '../../compose.js';
import type { Column, Table } from '../../document.js';
import { safeHref } from '../../safe-link.js';
import { type Formatter, originOf } from '../../wording/formatter.js';
import { bookletWords as words } from './booklet-words.js';

/**
 * 五个一: one leader, one unit, one team, one scheme, one fund. Whether a missing one is demanded is the policy's
 * (`require`); a project that none is demanded of shows what it has without reproach.
 */
export function fiveOnes(format: Formatter, project: ProjectFacts, demanded: ReadonlySet<string>): Table {
  const { team, scheme, fund } = project;
  const members = format.names(team?.members ?? []);
  const teamLine =
    team === undefined
      ? undefined
      : [
          team.text?.text.trim(),
          members === undefined ? undefined : team.text === undefined ? members : format.aside(members),
        ]
          .filter((part) => part !== undefined)
          .join('');
  const ones: readonly {
    readonly field: string;
    readonly title: Bilingual;
    readonly short: Bilingual;
    readonly value: InlineContent | undefined;
  }[] = [
    { field: 'leader', title: words.oneLeader, short: words.shortLeader, value: format.person(project.leader) },
    { field: 'unit', title: words.oneUnit, short: words.shortUnit, value: format.name(project.unit) },
    { field: 'team', title: words.oneTeam, short: words.shortTeam, value: teamLine || undefined },
    {
      field: 'scheme',
      title: words.oneScheme,
      short: words.shortScheme,
      // An empty text and an amount of 0 are nothing, as `member/missing` has it.
      value:
        scheme?.text.trim() && (safeHref(scheme.text) === undefined ? text(scheme.text) : externalLink(scheme.text)),
    },
    {
      field: 'fund',
      title: words.oneFund,
      short: words.shortFund,
      value: fund?.value.amount === 0n ? undefined : format.money(fund?.value),
    },
  ];
  const missing = ones.filter(({ value }) => value === undefined);
  const owed = missing.filter(({ field }) => demanded.has(field));
  const columns: readonly Column[] = ones.map(({ title }) => ({ title: format.say(title), kind: 'text' }));
  const caption =
    missing.length === 0
      ? format.say(words.fiveComplete)
      : owed.length === 0
        ? format.say(words.fiveStated, { n: ones.length - missing.length })
        : format.say(words.fiveMissing, { what: format.list(owed.map(({ short }) => format.say(short))) });
  return {
    type: 'table',
    anchor: `${project.id}/five-ones`,
    caption,
    columns,
    headColumn: -1,
    rows: [
      row(
        ones.map(({ field, value }) =>
          cell(value === undefined && demanded.has(field) ? light('red', format.say(words.missing)) : format.or(value)),
        ),
        { origin: originOf(project) },
      ),
    ],
  };
}
