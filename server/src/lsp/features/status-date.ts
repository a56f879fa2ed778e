/** The day as of which everything is judged: who stated it, and that it has changed. */
import type * as z from 'zod/mini';
import { formatDay, parseIsoDay } from '../../model/day.js';
import { offeredDays, readDay, sayDay } from '../../report/asked-days.js';
import { type dayRead, type StatusDate, statusDateChanged, type statusDateChoices } from '../protocol.js';
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

  async choices({
    uri,
    lang,
  }: z.output<typeof statusDateChoices.params>): Promise<z.input<typeof statusDateChoices.result>> {
    const root = await this.#session.roots.rootOf(uri);
    const today = this.#session.today();
    const portfolio = root?.plan.plan.portfolio?.statusDate?.day;
    const offered = root === undefined ? [] : offeredDays(root.plan.analysis, today);
    return {
      stated: { day: formatDay(portfolio ?? today), by: portfolio === undefined ? 'today' : 'portfolio' },
      days: offered.map(({ day, title }) => ({ day: formatDay(day), title: title[lang] })),
    };
  }

  async read({ uri, lang, text }: z.output<typeof dayRead.params>): Promise<z.input<typeof dayRead.result>> {
    const root = await this.#session.roots.rootOf(uri);
    const today = this.#session.today();
    const day = readDay(text, root?.plan.analysis.status ?? today, today);
    return day === undefined ? null : { day: formatDay(day), said: sayDay(day, lang) };
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
