/**
 * The one face of everything computed: what the plan's facts amount to as of the status date. Checks, summaries,
 * command and editor ask here, so that the same question has the same answer everywhere.
 */
import type { Day } from '../model/day.js';
import type { Plan } from '../model/plan.js';

export interface AnalysisOptions {
  /** Overrides the portfolio's status date. */
  readonly asOf?: Day;
  /** The machine's day: the status date where nothing states one. */
  readonly today: Day;
  /** Whether the file that `file` (a plan file) names by `path` is there; undefined where files cannot be looked at. */
  readonly fileExists?: (file: string, path: string) => boolean | undefined;
}

export class Analysis {
  constructor(
    readonly plan: Plan,
    readonly options: AnalysisOptions,
  ) {}

  /** S: the day as of which everything is judged (semantics, introduction). */
  get status(): Day {
    return this.options.asOf ?? this.plan.portfolio?.statusDate?.day ?? this.options.today;
  }

  /** Whether S was stated (by the portfolio or the caller) rather than being today. */
  get statusIsStated(): boolean {
    return this.options.asOf !== undefined || this.plan.portfolio?.statusDate !== undefined;
  }
}
