/**
 * The plan as previews show it: while a statement is half typed, what could last be read of it stays. Never for
 * diagnostics, which speak of the text as it is.
 */
import { Analysis } from '../analysis/analysis.js';
import type { FileFacts } from '../model/facts.js';
import { Plan } from '../model/plan.js';
import { frameOf } from './fingerprints.js';
import type { PlanRoot } from './plan-root.js';
import { runsOver } from './running-over.js';
import { type ReadFile, withStandIns } from './standing-in.js';

interface Kept {
  /** The facts that `shown` was made from. */
  readonly facts: FileFacts;
  readonly text: string;
  /** The same object as `facts` where nothing is broken. */
  readonly shown: FileFacts;
  /** What stands in for what gets broken next. */
  readonly good: ReadFile;
}

export class LastGood {
  readonly #root: PlanRoot;
  readonly #kept = new Map<string, Kept>();
  /** Made only while something is broken. */
  #plan: Plan | undefined;
  #analysis: { readonly of: Analysis; readonly frame: number; readonly shown: Analysis } | undefined;

  constructor(root: PlanRoot) {
    this.#root = root;
  }

  /** Looks at what has changed. To be called after each edit, or what was good in between is not remembered. */
  take(): void {
    const files = new Set(this.#root.files);
    for (const file of this.#kept.keys()) {
      if (files.has(file)) continue;
      this.#kept.delete(file);
      this.#plan?.delete(file);
    }
    for (const file of files) {
      const facts = this.#root.facts(file);
      const before = this.#kept.get(file);
      if (facts === undefined || before?.facts === facts) continue;
      const text = this.#root.text(file) ?? '';
      const shown = before === undefined ? facts : withStandIns(before.good, { text, facts });
      const good = before !== undefined && runsOver(before.text, text, facts) ? before.good : { text, facts: shown };
      this.#kept.set(file, { facts, text, shown, good });
      this.#plan?.set(shown);
    }
    const whole = [...this.#kept.values()].every(({ facts, shown }) => facts === shown);
    if (whole) this.#plan = undefined;
    else this.#plan ??= new Plan([...this.#kept.values()].map(({ shown }) => shown));
  }

  /** What there is to show amounts to. Not to be kept over an edit. */
  get analysis(): Analysis {
    this.take();
    const of = this.#root.analysis;
    if (this.#plan === undefined) return of;
    const { frame } = this.#root;
    const before = this.#analysis;
    if (before?.of === of && before.shown.plan === this.#plan) return before.shown;
    // What was computed of other projects holds on while the frame does.
    const continues = before?.frame === frame && before.shown.plan === this.#plan;
    const shown = new Analysis(this.#plan, of.options, continues ? before.shown : undefined);
    if (this.#isJudgedAlike()) shown.agreeingWith(of);
    this.#analysis = { of, frame, shown };
    return shown;
  }

  /** Whether what stands in changes nothing that all projects are judged by. */
  #isJudgedAlike(): boolean {
    return [...this.#kept.values()].every(({ facts, shown }) => facts === shown || frameOf(facts) === frameOf(shown));
  }
}
