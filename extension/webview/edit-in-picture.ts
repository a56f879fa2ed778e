/**
 * Changes made in the picture: a deadline or a bar of a wall chart is dragged, an item has a menu. What is meant is said
 * to the extension by id and day; nothing moves here before the plan has changed.
 */
import type { GanttRow } from '../../server/src/report/document.js';
import type { WallChart } from '../../server/src/report/wall-chart/wall-chart.js';
import type { FromPage } from '../src/preview/messages.js';
import { itemAt } from './reading-position.js';
import type { WallCharts } from './wall-charts.js';

/** What of a row is taken hold of: the deadline's flag (or the milestone), the end of a bar, the bar. */
type Part = 'deadline' | 'finish' | 'start';

interface Grip {
  readonly chart: WallChart;
  readonly row: GanttRow;
  readonly part: Part;
  /** The day that it stands for. */
  readonly day: number;
  /** The boundary at which it is drawn. */
  readonly boundary: number;
}

interface Drag extends Grip {
  readonly pointer: number;
  readonly from: number;
  /** By how many days it was moved. */
  days: number;
  /** It was moved far enough for not being a click. */
  moved: boolean;
}

/** In px: what is moved less was clicked. */
const CLICK = 4;
/** In px around the end of a bar or a milestone; the flag stands to the right of its boundary. */
const NEAR = 6;
const FLAG = { before: 3, behind: 9 };

export class EditInPicture {
  readonly #report: HTMLElement;
  readonly #charts: WallCharts;
  readonly #tell: (message: FromPage) => void;
  readonly #plan: () => string | undefined;
  readonly #mark = document.createElement('div');
  readonly #said = document.createElement('div');
  #drag: Drag | undefined;
  #dragged = false;
  /** The last that was pressed was a key: a menu that opens now was asked for by one. */
  #byKey = false;

  /** `plan`: the plan that the picture shows, by address. */
  constructor(
    report: HTMLElement,
    charts: WallCharts,
    tell: (message: FromPage) => void,
    plan: () => string | undefined,
  ) {
    this.#report = report;
    this.#charts = charts;
    this.#tell = tell;
    this.#plan = plan;
    this.#mark.className = 'pw-drag-mark';
    this.#said.className = 'pw-drag-said';
    this.#said.setAttribute('role', 'status');
    report.addEventListener('pointerdown', (event) => this.#take(event));
    report.addEventListener('pointermove', (event) => this.#move(event));
    report.addEventListener('pointerup', (event) => this.#drop(event));
    report.addEventListener('pointercancel', () => this.#forget());
    // A drag ends with a click, which would open what was dragged.
    report.addEventListener('click', (event) => this.#swallow(event), true);
    addEventListener('keydown', (event) => this.#key(event), true);
    addEventListener('pointerdown', () => this.#pointed(), true);
    // Before the editor asks what its menu is about.
    addEventListener('contextmenu', (event) => this.#about(event), true);
  }

  // ------------------------------------------------------------------------------------------- menus

  /** What the editor's menu is about is said where the editor looks for it. */
  #about(event: MouseEvent): void {
    const { target } = event;
    const chart = this.#charts.around(target);
    const row = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : undefined;
    const id = row ?? itemAt(target)?.getAttribute('data-origin') ?? chart?.focused?.id;
    const uri = this.#plan();
    if (id == null || uri === undefined) {
      this.#report.removeAttribute('data-vscode-context');
      return;
    }
    const context = {
      webviewSection: isInside(id) ? 'item' : 'project',
      id,
      uri,
      preventDefaultContextMenuItems: true,
    };
    this.#report.setAttribute('data-vscode-context', JSON.stringify(context));
    if (this.#byKey) this.#openAtRow(chart, event);
  }

  /** The browser knows the chart as one element, in whose middle a menu would open that a key asks for. */
  #openAtRow(chart: WallChart | undefined, event: MouseEvent): void {
    const place = chart?.placeOfFocus(event.target);
    if (place === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#byKey = false;
    event.target?.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, composed: true, button: 2, ...place }),
    );
  }

  #pointed(): void {
    this.#byKey = false;
  }

  // ------------------------------------------------------------------------------------------- dragging

  #take(event: PointerEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const grip = this.#gripAt(event);
    if (grip === undefined) return;
    this.#dragged = false;
    this.#drag = { ...grip, pointer: event.pointerId, from: event.clientX, days: 0, moved: false };
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag;
    if (drag === undefined) {
      const part = this.#gripAt(event)?.part ?? '';
      if (this.#report.dataset.grip !== part) this.#report.dataset.grip = part;
      return;
    }
    if (event.pointerId !== drag.pointer) return;
    const by = event.clientX - drag.from;
    if (!drag.moved && Math.abs(by) < CLICK) return;
    if (!drag.moved) {
      drag.moved = true;
      this.#report.setPointerCapture(drag.pointer);
      document.body.append(this.#mark, this.#said);
    }
    event.preventDefault();
    drag.days = Math.round(by / (drag.chart.clientXOf(1) - drag.chart.clientXOf(0)));
    this.#show(drag);
  }

  #show({ chart, row, part, day, boundary, days }: Drag): void {
    const x = chart.clientXOf(boundary + days);
    const { top, bottom } = chart.clientBoxOf(row);
    const width = part === 'start' && row.forecast !== undefined ? chart.clientXOf(row.forecast.end + days) - x : 2;
    // By the object model, not by a style attribute: a preview's policy has no inline styles.
    Object.assign(this.#mark.style, {
      left: `${x}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${bottom - top}px`,
    });
    Object.assign(this.#said.style, { left: `${x + 6}px`, top: `${bottom + 2}px` });
    const lang = this.#report.lang.startsWith('zh') ? 'zh' : 'en';
    const by = days === 0 ? '' : lang === 'zh' ? `（${signed(days)}天）` : ` (${signed(days)} d)`;
    this.#said.textContent = `${chart.dayAt(day + days).said}${by}`;
  }

  #drop({ pointerId }: PointerEvent): void {
    const drag = this.#drag;
    if (drag === undefined || pointerId !== drag.pointer) return;
    this.#forget();
    if (!drag.moved) return;
    this.#dragged = true;
    if (drag.days === 0) return;
    const { chart, part: type, day, days, row } = drag;
    this.#tell({ type: 'edit', id: row.origin?.id ?? row.id, change: { type, day: chart.dayAt(day + days).iso } });
  }

  #forget(): void {
    this.#drag = undefined;
    this.#mark.remove();
    this.#said.remove();
  }

  #swallow(event: MouseEvent): void {
    if (!this.#dragged) return;
    this.#dragged = false;
    event.stopPropagation();
    event.preventDefault();
  }

  #key(event: KeyboardEvent): void {
    this.#byKey = true;
    if (event.key === 'Escape' && this.#drag !== undefined) {
      this.#dragged = this.#drag.moved;
      this.#forget();
      event.preventDefault();
      event.stopPropagation();
    } else {
      const way = stepOf(event);
      if (way === undefined || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      this.#tell({ type: way });
    }
  }

  /** What lies below the pointer and can be taken hold of. What is done is not moved any more. */
  #gripAt({ target, clientX, clientY }: PointerEvent): Grip | undefined {
    const chart = this.#charts.around(target);
    const row = chart?.rowAt(clientX, clientY);
    if (chart === undefined || row === undefined || row.kind === 'project' || row.standing === 'done') return undefined;
    const away = (boundary: number): number => clientX - chart.clientXOf(boundary);
    const { due, forecast, kind } = row;
    if (due !== undefined && away(due + 1) > -FLAG.before && away(due + 1) < FLAG.behind) {
      return { chart, row, part: 'deadline', day: due, boundary: due + 1 };
    }
    if (forecast === undefined) return undefined;
    const isAtEnd = Math.abs(away(forecast.end)) <= NEAR;
    if (kind === 'milestone') {
      if (!isAtEnd) return undefined;
      const day = due ?? forecast.end - 1;
      return { chart, row, part: 'deadline', day, boundary: day + 1 };
    }
    if (kind === 'summary') return undefined;
    if (isAtEnd) return { chart, row, part: 'finish', day: forecast.end - 1, boundary: forecast.end };
    if (away(forecast.start) < 0 || away(forecast.end) > 0) return undefined;
    return { chart, row, part: 'start', day: forecast.start, boundary: forecast.start };
  }
}

/** Ctrl+Z and Ctrl+Y, or with Shift; on a Mac with Command. */
function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (altKey || ctrlKey === metaKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined;
}

function signed(days: number): string {
  return days > 0 ? `+${days}` : `${days}`;
}

/** `P007.征地` lies inside of something, `P007` does not. */
function isInside(id: string): boolean {
  return !/^(?:`[^`]*`|[^.`]+)$/.test(id);
}
