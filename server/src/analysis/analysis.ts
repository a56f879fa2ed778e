/**
 * The one face of everything computed: what the plan's facts amount to as of the status date. Checks, summaries,
 * command and editor ask here, so that the same question has the same answer everywhere.
 */
import type { Day } from '../model/day.js';
import type { ProjectFacts } from '../model/facts.js';
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
  /**
   * `before` is the analysis of the same plan before an edit to projects or meetings (not to the frame): what it computed
   * for projects that the edit does not reach is taken over.
   */
  constructor(
    readonly plan: Plan,
    readonly options: AnalysisOptions,
    readonly before?: Analysis,
  ) {}

  /**
   * An object that stays the same for as long as everything computed for `project` does, apart from the frame and the
   * status date: its connected component of the schedule. What was found for the project may be kept with it.
   */
  contextOf(_project: ProjectFacts): object {
    return this;
  }

  /** S: the day as of which everything is judged (semantics, introduction). */
  get status(): Day {
    return this.options.asOf ?? this.plan.portfolio?.statusDate?.day ?? this.options.today;
  }

  /** Whether S was stated (by the portfolio or the caller) rather than being today. */
  get statusIsStated(): boolean {
    return this.options.asOf !== undefined || this.plan.portfolio?.statusDate !== undefined;
  }
}
