/** Every kind of summary, one line each. */
import { accountability } from './accountability.js';
import { agenda } from './agenda.js';
import { booklet } from './booklet/booklet.js';
import { bulletin } from './bulletin.js';
import { changes } from './changes.js';
import { dashboard } from './dashboard.js';
import { deadlines } from './deadlines.js';
import { gantt } from './gantt.js';
import { investment } from './investment.js';
import { issues } from './issues.js';
import { minutes } from './minutes.js';
import type { Summary } from './summary.js';
import { supervision } from './supervision.js';
import { view } from './view.js';

export type { Summary } from './summary.js';

/** Every kind of summary, in the order in which faces offer them. */
export const SUMMARIES: ReadonlyMap<string, Summary> = new Map(
  [
    dashboard,
    booklet,
    gantt,
    deadlines,
    bulletin,
    agenda,
    minutes,
    supervision,
    accountability,
    investment,
    issues,
    changes,
    view,
  ].map((summary) => [summary.kind, summary]),
);
