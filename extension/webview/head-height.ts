/** How much of the window what stays at its top takes: what is gone to begins below that. */

export class HeadHeight {
  readonly #report: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #changed: () => void;
  #height = 0;

  /** `changed` is called when it takes more or less than before. */
  constructor(report: HTMLElement, bar: HTMLElement, changed: () => void) {
    this.#report = report;
    this.#bar = bar;
    this.#changed = changed;
    new ResizeObserver(() => this.refresh()).observe(bar);
    addEventListener('resize', () => this.refresh());
  }

  /** After parts were renewed, the title among them. */
  refresh(): void {
    const bar = this.#bar.offsetHeight;
    const title = this.#report.querySelector<HTMLElement>('.pw-title');
    const stays = title !== null && getComputedStyle(title).position === 'sticky' ? title.offsetHeight : 0;
    const { style } = document.documentElement;
    style.setProperty('--pw-bar-height', `${bar}px`);
    style.setProperty('--pw-head-height', `${bar + stays}px`);
    if (this.#height === bar + stays) return;
    this.#height = bar + stays;
    this.#changed();
  }
}

/** In pixels from the top of the window. */
export function headHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--pw-head-height')) || 0;
}
