/** Wall charts in a preview: each is made once and then follows the plan, so that zoom, folding and place stay. */

import type { Gantt } from '../../server/src/report/document.js';
import { WallChart, type WallChartState } from '../../server/src/report/wall-chart/wall-chart.js';
import type { PageState } from '../src/preview/messages.js';

/** By the key of the part that a chart is in. */
export type ChartStates = NonNullable<PageState['charts']>;

export class WallCharts {
  readonly #report: HTMLElement;
  readonly #open: (id: string) => void;
  readonly #charts = new Map<string, WallChart>();
  readonly #remember: (states: ChartStates) => void;
  #states: ChartStates;

  constructor(
    report: HTMLElement,
    open: (id: string) => void,
    states: ChartStates,
    remember: (states: ChartStates) => void,
  ) {
    this.#report = report;
    this.#open = open;
    this.#states = states;
    this.#remember = remember;
  }

  /** What is shown next is of something else. */
  forget(): void {
    this.#charts.clear();
    this.#states = {};
    this.#remember({});
  }

  /** After parts were renewed: gives every place its chart. */
  refresh(): void {
    for (const place of this.#report.querySelectorAll('.pw-wall-place')) {
      const data = place.querySelector('script[type="application/json"]');
      if (data?.textContent == null) continue;
      // Written by the server of this same version.
      const gantt = JSON.parse(data.textContent) as Gantt;
      data.remove();
      const key = place.closest('[data-key]')?.getAttribute('data-key') ?? '';
      const chart = this.#charts.get(key);
      if (chart === undefined) this.#charts.set(key, this.#make(place, gantt, key));
      else {
        chart.moveTo(place);
        chart.update(gantt);
      }
    }
  }

  /** The chart that something on the page belongs to. */
  around(target: EventTarget | null): WallChart | undefined {
    const place = target instanceof Element ? target.closest('.pw-wall-place') : null;
    const key = place?.closest('[data-key]')?.getAttribute('data-key');
    return key == null ? undefined : this.#charts.get(key);
  }

  /** The item that the cursor is in. */
  show(id: string | null): void {
    for (const chart of this.#charts.values()) chart.show(id ?? undefined);
  }

  #make(place: Element, gantt: Gantt, key: string): WallChart {
    const root = document.createElement('div');
    place.prepend(root);
    const lang = this.#report.lang.startsWith('zh') ? 'zh' : 'en';
    const remember = (state: WallChartState): void => {
      this.#states = { ...this.#states, [key]: { ...state, folded: [...(state.folded ?? [])] } };
      this.#remember(this.#states);
    };
    return new WallChart(root, gantt, { lang, open: this.#open, remember }, this.#states[key]);
  }
}
