/** The shape of what `what-if` answers as JSON. */
import * as z from 'zod';
import { EFFECTS } from '../../analysis/what-if/what-if.js';
import { isoDay, statusDate, version } from './parts.js';

const text = z.string();
const day = isoDay.nullable();
const light = z.enum(['red', 'yellow', 'green', 'blue', 'grey']);
const change = <T extends z.ZodType>(of: T) => z.strictObject({ before: of, after: of });

const state = z.strictObject({
  start: day.meta({ description: 'The forecast; null of a milestone and of a project.' }),
  finish: isoDay,
  daysLate: z.int().nullable().meta({ description: 'Days behind the deadline, 0 where it holds; null without one.' }),
  slack: z.int().nullable(),
  slackUnit: z.enum(['d', 'wd']).nullable(),
});

export const whatIf = z
  .strictObject({
    version,
    statusDate,
    item: text.meta({ description: 'The id of what slips.' }),
    title: text,
    slip: text.meta({ description: "'+10wd', '-2w'." }),
    assumed: z
      .strictObject({
        member: z.enum(['duration', 'remaining', 'start', 'finish']).nullable(),
        before: text.nullable(),
        after: text,
      })
      .meta({ description: 'What the item would state; member null: of a milestone, the day on which it is reached.' }),
    finish: change(isoDay).meta({ description: 'Of the item itself.' }),
    days: z.int(),
    summary: z
      .strictObject({
        'becomes-late': z.int(),
        later: z.int(),
        'in-time-again': z.int(),
        'less-late': z.int(),
        moved: z.int(),
      })
      .meta({ description: 'How many there are of each effect.' }),
    affected: z.array(
      z.strictObject({
        id: text,
        kind: z.enum(['milestone', 'task', 'approval', 'project']).meta({
          description: "'project': the planned completion of a project.",
        }),
        title: text,
        project: text,
        effect: z.enum([...EFFECTS]).meta({
          description:
            "'becomes-late': the deadline held and would be missed; 'later', 'less-late': missed either way, by more or less; 'in-time-again': it would hold; 'moved': the dates change, no deadline is missed for it.",
        }),
        due: day,
        before: state,
        after: state,
        days: z.int().meta({ description: 'By how many days the forecast moves; negative: earlier.' }),
        owner: text.nullable(),
        unit: text.nullable(),
        chain: z
          .array(z.strictObject({ id: text, title: text, days: z.int(), lagDays: z.int() }))
          .meta({ description: 'From what slips to this, each step with its own days and the lag before it.' }),
      }),
    ),
    projects: z.array(
      z.strictObject({
        id: text,
        title: text,
        finish: change(day),
        light: change(light),
        baselineMoves: z.boolean().meta({
          description: 'The planned progress that it is measured against changes with the longer or shorter plan.',
        }),
      }),
    ),
    unread: z.array(text).meta({
      description:
        'Ids of the projects tied to it of which something could not be read: more may become late than is told here.',
    }),
  })
  .meta({ title: 'planwright what-if --format json' });
