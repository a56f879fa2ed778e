/** Wall charts in a preview: each is made once and then follows the plan, so that zoom, folding and place stay. */

import type { Sheaf, WallChartData } from '../../server/src/report/wall-chart/outline.js';
import { WallChart, type WallChartState } from '../../server/src/report/wall-chart/wall-chart.js';
import type { How, PageState } from '../src/preview/messages.js';

/** By the key of the part that a chart is in. */
export type ChartStates = NonNullable<PageState['charts']>;

interface ComeSheaf extends Sheaf {
  readonly element: Element;
}

export class WallCharts {
  readonly #report: HTMLElement;
  readonly #open: (id: string) => void;
  readonly #charts = new Map<string, WallChart>();
  /** Rows that are there of charts that come in sheaves, by key. */
  #sheaves: ReadonlyMap<string, ComeSheaf> = new Map();
  readonly #want: (keys: string[]) => void;
  readonly #remember: (states: ChartStates) => void;
  #states: ChartStates;

  /** `want` is told which sheaves of rows come in sight. */
  constructor(
    report: HTMLElement,
    open: (id: string) => void,
    want: (keys: string[]) => void,
    states: ChartStates,
    remember: (states: ChartStates) => void,
  ) {
    this.#report = report;
    this.#open = open;
    this.#want = want;
    this.#states = states;
    this.#remember = remember;
  }

  /** What is shown next is of something else. A chart that reads the same there stays on the page: it is only begun anew. */
  beginAnew(): void {
    for (const chart of this.#charts.values()) chart.beginAnew();
    this.#states = {};
    this.#remember({});
  }

  /** After parts were renewed: gives every place its chart, and every chart its rows; `anew`: what was asked for may not come. */
  refresh(anew: boolean): void {
    const before = this.#sheaves;
    this.#sheaves = this.#sheavesNow();
    const fresh = new Map([...this.#sheaves].filter(([key, sheaf]) => before.get(key) !== sheaf));
    const isGone = [...before.keys()].some((key) => !this.#sheaves.has(key));
    const renewed = new Set<WallChart>();
    for (const place of this.#report.querySelectorAll('.pw-wall-place')) {
      const data = place.querySelector('script[type="application/json"]');
      if (data?.textContent == null) continue;
      // Written by the server of this same version.
      const gantt = JSON.parse(data.textContent) as WallChartData;
      data.remove();
      const key = place.closest('[data-key]')?.getAttribute('data-key') ?? '';
      const chart = this.#charts.get(key);
      if (chart === undefined || chart.lang !== this.#lang) {
        const made = this.#make(place, gantt, key);
        this.#charts.set(key, made);
        made.refill(this.#sheaves);
        renewed.add(made);
      } else {
        chart.moveTo(place);
        chart.update(gantt, this.#sheaves);
        renewed.add(chart);
      }
    }
    for (const chart of this.#charts.values()) {
      if (renewed.has(chart)) continue;
      if (isGone) chart.refill(this.#sheaves);
      else if (fresh.size > 0 || anew) chart.fill(fresh);
    }
  }

  /** Each is read once, and leaves the page then. */
  #sheavesNow(): ReadonlyMap<string, ComeSheaf> {
    const now = new Map<string, ComeSheaf>();
    for (const element of this.#report.querySelectorAll(':scope > .pw-rows')) {
      const key = element.getAttribute('data-key') ?? '';
      const known = this.#sheaves.get(key);
      if (known?.element === element) now.set(key, known);
      else {
        // Written by the server of this same version.
        now.set(key, { ...(JSON.parse(element.textContent ?? '') as Sheaf), element });
        element.textContent = '';
      }
    }
    return now;
  }

  /** The chart that something on the page belongs to. */
  around(target: EventTarget | null): WallChart | undefined {
    const place = target instanceof Element ? target.closest('.pw-wall-place') : null;
    const key = place?.closest('[data-key]')?.getAttribute('data-key');
    return key == null ? undefined : this.#charts.get(key);
  }

  /** The item that the cursor is in; where only the picture has changed, the reader stays. */
  show(id: string | null, how: How): void {
    for (const chart of this.#charts.values()) chart.show(id ?? undefined, how !== 'mark');
  }

  /** The charts that have a row for something. */
  placesOf(id: string): readonly Element[] {
    return [...this.#charts.values()].flatMap((chart) => (chart.has(id) ? [chart.place] : []));
  }

  get #lang(): WallChart['lang'] {
    return this.#report.lang.startsWith('zh') ? 'zh' : 'en';
  }

  #make(place: Element, gantt: WallChartData, key: string): WallChart {
    const root = document.createElement('div');
    place.prepend(root);
    const remember = (state: WallChartState): void => {
      this.#states = { ...this.#states, [key]: { ...state, folded: [...(state.folded ?? [])] } };
      this.#remember(this.#states);
    };
    return new WallChart(
      root,
      gantt,
      { lang: this.#lang, open: this.#open, remember, want: this.#want },
      this.#states[key],
    );
  }
}
