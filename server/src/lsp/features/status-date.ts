/** The day as of which everything is judged: who stated it, and that it has changed. */
import { formatDay, parseIsoDay } from '../../model/day.js';
import { type StatusDate, statusDateChanged } from '../protocol.js';
import type { Root } from '../root.js';
import type { Session } from '../session.js';

export class StatusDates {
  readonly #session: Session;
  /** What the roots' dates were when the client last heard of a change. */
  #known = '';

  constructor(session: Session) {
    this.#session = session;
  }

  start(day: string | null): void {
    this.#session.roots.asOf = day === null ? undefined : parseIsoDay(day);
  }

  async get(uri: string | undefined): Promise<StatusDate> {
    const root = await this.#session.roots.rootOf(uri);
    return root === undefined ? { day: formatDay(this.#session.today()), stated: 'today' } : dateOf(root);
  }

  set(day: string | null): null {
    this.start(day);
    this.check();
    return null;
  }

  /** Tells the client when a date is another than before. */
  check(): void {
    const dates = this.#session.roots
      .all()
      .filter(({ loaded }) => loaded)
      .map((root) => `${root.base} ${JSON.stringify(dateOf(root))}`)
      .sort()
      .join('\n');
    if (dates === this.#known) return;
    this.#known = dates;
    this.#session.tell(statusDateChanged.method, {});
  }
}

function dateOf(root: Root): StatusDate {
  const { analysis, asOf } = root.plan;
  return {
    day: formatDay(analysis.status),
    stated: asOf !== undefined ? 'option' : analysis.statusIsStated ? 'portfolio' : 'today',
  };
}
