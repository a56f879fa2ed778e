/**
 * The wall chart on a screen: rows of thousands scroll smoothly because only those in view are drawn; zoom, folding,
 * keyboard. Bars and marks are drawn by the same functions as on paper. It knows rows by id; what an id stands for in
 * the text is for its host to find.
 */

import { formatDay, toDay } from '../../model/day.js';
import type { Lang } from '../../model/lang.js';
import { dayPeriod, formatPeriod } from '../../model/period.js';
import { drawDependencies } from '../charts/gantt-dependencies.js';
import { colourClass, drawMarks, rowInWords, slackInWords } from '../charts/gantt-marks.js';
import { element, label, line, type Svg, tooltip } from '../charts/svg.js';
import { timeAxis } from '../charts/time-axis.js';
import type { GanttDependency, GanttRow } from '../document.js';
import { lightSigns, lightWords, words } from '../wording/document-words.js';
import { outlinedRows, type Sheaf, type SheafPlace, sheavesAt, type WallChartData, type WallRow } from './outline.js';
import { ancestors, parents, reachOf, unfolded, waitingFor, windowOf } from './rows.js';

/** What a host keeps over a reload. */
export interface WallChartState {
  readonly dayWidth?: number | undefined;
  /** Of the names, where the reader has set it. */
  readonly labelWidth?: number | undefined;
  readonly folded?: readonly string[] | undefined;
}

export interface WallChartHost {
  readonly lang: Lang;
  /** A row was chosen: show where it is stated. */
  readonly open: (id: string) => void;
  readonly remember?: (state: WallChartState) => void;
  /** Sheaves of rows come in sight that are not there yet: they are to be given to `fill`. */
  readonly want?: (keys: string[]) => void;
}

const ROW = 26;
const AXIS = 40;
const INDENT = 14;
const NARROWEST_LABELS = 80;
const NARROWEST_DAY = 0.15;
const WIDEST_DAY = 40;

export class WallChart {
  readonly #root: HTMLElement;
  readonly #host: WallChartHost;
  readonly #scroller = document.createElement('div');
  readonly #canvas = document.createElement('div');
  readonly #labels = document.createElement('div');
  readonly #head = document.createElement('div');
  readonly #corner = document.createElement('div');
  readonly #grip = document.createElement('div');
  readonly #axisPlace = document.createElement('div');
  readonly #picture = document.createElement('div');
  #gantt: WallChartData;
  /** All rows, whether they are there or only named. */
  #all: readonly WallRow[] = [];
  /** Rows that came after the outline that names them. */
  readonly #come = new Map<WallRow, GanttRow>();
  #sheaves: readonly SheafPlace[] = [];
  readonly #asked = new Set<string>();
  /** All that can be scrolled to; what the chart states as its reach is what is seen at first. */
  #reach: { readonly from: number; readonly to: number };
  /** Those that are not folded away. */
  #rows: readonly WallRow[] = [];
  /** Where in the whole chart they stand. */
  #places: ReadonlyMap<WallRow, number> = new Map();
  #parents: ReadonlySet<string> = new Set();
  /** What each row waits for: asked for at each step of scrolling, only of the rows in view. */
  #waiting: Map<string, readonly GanttDependency[]> = new Map();
  #folded: Set<string>;
  #dayWidth: number | undefined;
  #ownLabelWidth: number | undefined;
  #focus = 0;
  /** What the cursor is in. */
  #here: string | undefined;
  /** The row that stands for it: its own, or the one that it is folded away in. */
  #marked: string | undefined;
  #frame = 0;
  /** What of the window was drawn last, and of its head; nothing is drawn twice. */
  #drawn = '';
  #drawnHead = '';
  /** What was scrolled to last. */
  #seen = { left: 0, top: 0 };

  constructor(root: HTMLElement, gantt: WallChartData, host: WallChartHost, state: WallChartState = {}) {
    this.#root = root;
    this.#host = host;
    this.#gantt = gantt;
    this.#reach = gantt;
    this.#folded = new Set(state.folded);
    this.#dayWidth = state.dayWidth;
    this.#ownLabelWidth = state.labelWidth;
    this.#build();
    this.update(gantt);
    this.#toFirst();
    let seen = false;
    new ResizeObserver(() => {
      // A chart that was made out of sight gets its place when it is first seen.
      if (!seen && this.#scroller.clientWidth > 0) this.#toFirst();
      seen ||= this.#scroller.clientWidth > 0;
      this.#draw();
    }).observe(this.#scroller);
  }

  /** Shows another state of the plan; place, zoom and folding stay. */
  update(gantt: WallChartData, sheaves: ReadonlyMap<string, Sheaf> = NO_SHEAVES): void {
    const day = this.#reach.from + this.#scroller.scrollLeft / this.#scale;
    this.#gantt = gantt;
    if ('rows' in gantt) {
      this.#all = gantt.rows;
      this.#reach = reachOf(gantt.rows, gantt);
      this.#sheaves = [];
    } else {
      this.#all = outlinedRows(gantt.outline);
      this.#reach = gantt.reach;
      this.#sheaves = gantt.sheaves;
    }
    this.#parents = parents(this.#all);
    this.#places = this.#sheaves.length === 0 ? new Map() : new Map(this.#all.map((row, place) => [row, place]));
    this.#give(sheaves);
    this.#layOut();
    const left = (day - this.#reach.from) * this.#scale;
    if (Math.abs(left - this.#scroller.scrollLeft) >= 1) this.#scroller.scrollLeft = left;
  }

  /** Shows rows that are there now, and asks again for what in sight is not. */
  fill(sheaves: ReadonlyMap<string, Sheaf>): void {
    if (this.#sheaves.length === 0) return;
    this.#take(sheaves);
    this.#asked.clear();
    this.#drawn = '';
    this.#draw();
  }

  /** Has no rows but these: what was there before may be of an older state of the plan. */
  refill(sheaves: ReadonlyMap<string, Sheaf>): void {
    this.#give(sheaves);
    this.#drawn = '';
    this.#draw();
  }

  #give(sheaves: ReadonlyMap<string, Sheaf>): void {
    this.#come.clear();
    this.#asked.clear();
    this.#waiting = new Map('rows' in this.#gantt ? waitingFor(this.#gantt.dependencies) : []);
    this.#take(sheaves);
  }

  #take(sheaves: ReadonlyMap<string, Sheaf>): void {
    if (sheaves.size === 0) return;
    for (const [key, at] of this.#sheaves) {
      const sheaf = sheaves.get(key);
      for (const [i, row] of (sheaf?.rows ?? []).entries()) {
        const named = this.#all[at + i];
        // Never under another row's name.
        if (named?.id === row.id) this.#come.set(named, row);
        this.#waiting.delete(row.id);
      }
      for (const [to, ties] of waitingFor(sheaf?.dependencies ?? [])) this.#waiting.set(to, ties);
    }
  }

  /** What there is to draw of a row; undefined where it is only named yet. */
  #there(row: WallRow): GanttRow | undefined {
    return isThere(row) ? row : this.#come.get(row);
  }

  /** Rows that are not there are asked for once: those in sight, and a window's height before and behind them. */
  #ask(first: number, end: number): void {
    if (this.#sheaves.length === 0 || this.#host.want === undefined) return;
    const around = end - first;
    const near = this.#rows.slice(Math.max(0, first - around), end + around);
    const missing = near.filter((row) => this.#there(row) === undefined);
    const keys = sheavesAt(
      this.#sheaves,
      missing.map((row) => this.#places.get(row) ?? 0),
    );
    const fresh = keys.filter((key) => !this.#asked.has(key));
    if (fresh.length === 0) return;
    for (const key of fresh) this.#asked.add(key);
    this.#host.want(fresh);
  }

  /** Puts the chart into another place of the page; what is scrolled to stays. */
  moveTo(place: Element): void {
    // An element that is taken out of the page forgets where it was scrolled to.
    const { left, top } = this.#seen;
    place.prepend(this.#root);
    this.#scroller.scrollTo(left, top);
  }

  /**
   * The row that the cursor is in; undefined: none. It is brought into sight, wherever it is folded away, if the cursor
   * `moved`. If it did not, it is kept in sight, and what is folded stays so.
   */
  show(id: string | undefined, moved = true): void {
    const comes = moved || this.#here === undefined || this.#isInSight(this.#placeOf(this.#marked));
    this.#here = id;
    if (moved && id !== undefined) for (const above of ancestors(this.#all, id)) this.#folded.delete(above);
    this.#layOut();
    const index = this.#placeOf(this.#marked);
    if (index !== -1 && comes) this.#scrollTo(index);
    this.#draw();
  }

  /** Whether there is a row for it, wherever that is folded away. */
  has(id: string): boolean {
    return this.#all.some((row) => row.id === id);
  }

  get lang(): Lang {
    return this.#host.lang;
  }

  /** What of the page it is. */
  get place(): Element {
    return this.#root;
  }

  /** As it was when it was first seen, with what it shows now. */
  beginAnew(): void {
    this.#folded.clear();
    this.#dayWidth = undefined;
    this.#ownLabelWidth = undefined;
    this.#focus = 0;
    this.#here = undefined;
    this.#layOut();
    this.#scroller.scrollTop = 0;
    this.#toFirst();
  }

  /** The row at a point of the window, in the time columns; undefined elsewhere. */
  rowAt(clientX: number, clientY: number): GanttRow | undefined {
    const { left, top, right, bottom } = this.#scroller.getBoundingClientRect();
    if (clientX < left + this.#labelWidth || clientX > right || clientY < top + AXIS || clientY > bottom)
      return undefined;
    const row = this.#rows[Math.floor((clientY - top - AXIS + this.#scroller.scrollTop) / ROW)];
    return row && this.#there(row);
  }

  /** Where a boundary between days stands in the window, in px from its left. */
  clientXOf(boundary: number): number {
    const { left } = this.#scroller.getBoundingClientRect();
    return left + this.#labelWidth + (boundary - this.#reach.from) * this.#scale - this.#scroller.scrollLeft;
  }

  /** Where a row stands in the window, in px from its top. */
  clientBoxOf({ id }: WallRow): { readonly top: number; readonly bottom: number } {
    const { top } = this.#scroller.getBoundingClientRect();
    const above = top + AXIS + this.#rows.findIndex((row) => row.id === id) * ROW - this.#scroller.scrollTop;
    return { top: above, bottom: above + ROW };
  }

  /** A day as messages write it, and as the language spells it. */
  dayAt(day: number): { readonly iso: string; readonly said: string } {
    return { iso: formatDay(toDay(day)), said: formatPeriod(dayPeriod(toDay(day)), this.#host.lang) };
  }

  /** The row that the keyboard is on. */
  get focused(): WallRow | undefined {
    return this.#rows[this.#focus];
  }

  /**
   * Where in the window that row stands, brought into sight: below its name, for what the keyboard opens there. Undefined
   * unless the keyboard is among the rows.
   */
  placeOfFocus(target: EventTarget | null): { readonly clientX: number; readonly clientY: number } | undefined {
    const row = this.focused;
    if (row === undefined || target !== this.#scroller) return undefined;
    this.#scrollTo(this.#focus);
    const { left } = this.#scroller.getBoundingClientRect();
    return { clientX: left + Math.min(this.#labelWidth, 2 * INDENT), clientY: this.clientBoxOf(row).bottom };
  }

  // -------------------------------------------------------------------------------------------- parts

  #build(): void {
    const { lang } = this.#host;
    this.#root.replaceChildren();
    this.#root.classList.add('pw-wall');
    const bar = document.createElement('div');
    bar.className = 'pw-wall-bar';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', this.#gantt.title);
    bar.append(
      this.#button('−', text.zoomOut[lang], () => this.#zoom(1 / 1.4)),
      this.#button('+', text.zoomIn[lang], () => this.#zoom(1.4)),
      this.#button(text.fit[lang], text.fitTitle[lang], () => this.#fit()),
      this.#button(text.status[lang], text.statusTitle[lang], () => this.#toStatus()),
      this.#button(text.fold[lang], text.foldTitle[lang], () => this.#foldAll(true)),
      this.#button(text.projects[lang], text.projectsTitle[lang], () => this.#foldProjects()),
      this.#button(text.unfold[lang], text.unfoldTitle[lang], () => this.#foldAll(false)),
    );
    this.#scroller.className = 'pw-wall-scroller';
    this.#scroller.tabIndex = 0;
    this.#scroller.setAttribute('role', 'tree');
    this.#scroller.setAttribute('aria-label', this.#gantt.title);
    this.#canvas.className = 'pw-wall-canvas';
    this.#head.className = 'pw-wall-head';
    this.#corner.className = 'pw-wall-corner';
    this.#corner.textContent = words.item[lang];
    this.#axisPlace.className = 'pw-wall-axis';
    this.#buildGrip();
    this.#head.append(this.#corner, this.#grip, this.#axisPlace);
    this.#labels.className = 'pw-wall-labels';
    this.#picture.className = 'pw-wall-picture';
    this.#picture.setAttribute('aria-hidden', 'true');
    this.#canvas.append(this.#head, this.#labels, this.#picture);
    this.#scroller.append(this.#canvas);
    this.#root.append(bar, this.#scroller);
    this.#scroller.addEventListener('scroll', () => {
      const { scrollLeft: left, scrollTop: top } = this.#scroller;
      if (this.#scroller.isConnected) this.#seen = { left, top };
      this.#soon();
    });
    this.#scroller.addEventListener('keydown', (event) => this.#key(event));
    this.#scroller.addEventListener('click', (event) => this.#click(event));
    this.#scroller.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  /** At the edge of the names, which it makes wider and narrower; a double click gives back what they need by themselves. */
  #buildGrip(): void {
    const grip = this.#grip;
    grip.className = 'pw-wall-grip';
    grip.tabIndex = 0;
    grip.setAttribute('role', 'separator');
    grip.setAttribute('aria-orientation', 'vertical');
    grip.setAttribute('aria-label', text.widen[this.#host.lang]);
    grip.title = text.widen[this.#host.lang];
    grip.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const from = this.#labelWidth - event.clientX;
      const move = (moved: PointerEvent): void => this.#widen(from + moved.clientX);
      grip.addEventListener('pointermove', move);
      grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', move), { once: true });
    });
    grip.addEventListener('dblclick', () => this.#widen(undefined));
    grip.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : undefined;
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.#widen(this.#labelWidth + step);
    });
  }

  #widen(width: number | undefined): void {
    this.#ownLabelWidth = width;
    this.#draw();
    this.#remember();
  }

  #button(sign: string, title: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.title = title;
    button.setAttribute('aria-label', title);
    button.addEventListener('click', act);
    return button;
  }

  /** The width of the names: as the reader has set it, else a good third of a narrow panel. */
  get #labelWidth(): number {
    const { clientWidth: width } = this.#scroller;
    const wanted = this.#ownLabelWidth ?? Math.max(140, Math.min(340, Math.round(width * 0.36)));
    return Math.max(NARROWEST_LABELS, Math.min(wanted, width - NARROWEST_LABELS));
  }

  get #days(): number {
    return Math.max(1, this.#reach.to - this.#reach.from);
  }

  get #scale(): number {
    return this.#dayWidth ?? this.#fitting;
  }

  get #fitting(): number {
    const room = this.#scroller.clientWidth - this.#labelWidth - 12;
    return Math.min(WIDEST_DAY, Math.max(NARROWEST_DAY, room / Math.max(1, this.#gantt.to - this.#gantt.from)));
  }

  #layOut(): void {
    this.#rows = unfolded(this.#all, this.#folded);
    const above = this.#here === undefined ? [] : ancestors(this.#all, this.#here);
    this.#marked = above.findLast((id) => this.#folded.has(id)) ?? this.#here;
    this.#focus = Math.min(this.#focus, Math.max(0, this.#rows.length - 1));
    this.#drawn = '';
    this.#drawnHead = '';
    this.#draw();
  }

  #soon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #remember(): void {
    this.#host.remember?.({
      ...(this.#dayWidth === undefined ? {} : { dayWidth: this.#dayWidth }),
      ...(this.#ownLabelWidth === undefined ? {} : { labelWidth: this.#ownLabelWidth }),
      folded: [...this.#folded],
    });
  }

  // -------------------------------------------------------------------------------------------- drawing

  #draw(): void {
    const { clientHeight: height, clientWidth: width, scrollLeft, scrollTop } = this.#scroller;
    if (width === 0) return;
    const labelWidth = this.#labelWidth;
    const scale = this.#scale;
    const timeWidth = this.#days * scale;
    this.#canvas.style.width = `${labelWidth + timeWidth + 60}px`;
    this.#canvas.style.height = `${AXIS + this.#rows.length * ROW + 8}px`;
    const seen = Math.max(0, width - labelWidth);
    const x = (boundary: number): number => (boundary - this.#reach.from) * scale - scrollLeft;
    const { first, end } = windowOf(this.#rows.length, ROW, scrollTop, height - AXIS);
    const across = `${labelWidth} ${width} ${scrollLeft} ${scale}`;
    const drawn = `${across} ${first} ${end} ${this.#focus} ${this.#marked ?? ''}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    if (across !== this.#drawnHead) this.#drawHead(labelWidth, seen, x);
    this.#drawnHead = across;
    this.#ask(first, end);
    this.#drawLabels(labelWidth, first, end);
    const top = first * ROW;
    const rows = this.#placed(first, end);
    const bottom = Math.max(0, end - first) * ROW;
    const parts = [
      ...this.#grid(x, bottom, seen),
      ...rows.map(({ row, top, index }) => this.#row(row, top, x, seen, index === this.#focus)),
      drawDependencies(this.#links(rows.map(({ row }) => row)), { rows, height: bottom }, this.#columns(x)),
      line(x(this.#gantt.status), 0, x(this.#gantt.status), bottom, 'pw-status'),
    ];
    this.#picture.style.transform = `translate(${labelWidth + scrollLeft}px, ${AXIS + top}px)`;
    this.#picture.innerHTML = element('svg', { class: 'pw-svg', width: seen, height: bottom }, ...parts);
  }

  #drawHead(labelWidth: number, seen: number, x: (boundary: number) => number): void {
    const { upper, lower } = this.#axis(x, seen);
    const tier = (spans: typeof upper, y: number, from: number): Svg[] =>
      spans.flatMap((span) => {
        const [start, end] = [Math.max(0, x(span.start)), Math.min(seen, x(span.end))];
        return [
          line(x(span.start), from, x(span.start), AXIS, 'pw-grid'),
          ...(end - start > span.label.length * 7
            ? [label((start + end) / 2, y, span.label, { class: 'pw-tick', 'text-anchor': 'middle' })]
            : []),
        ];
      });
    const status = x(this.#gantt.status);
    const mark = element('path', { d: `M${status - 4} ${AXIS - 6}h8l-4 6z`, class: 'pw-wall-status' });
    const svg = element(
      'svg',
      { class: 'pw-svg', width: seen, height: AXIS },
      ...tier(lower, 33, 20),
      ...tier(upper, 14, 2),
      mark,
    );
    // By the object model, not by a style attribute: a preview's policy has no inline styles.
    this.#corner.style.width = `${labelWidth}px`;
    this.#grip.style.left = `${labelWidth - 4}px`;
    this.#grip.setAttribute('aria-valuenow', String(labelWidth));
    this.#axisPlace.innerHTML = svg;
    this.#head.style.width = `${this.#scroller.clientWidth}px`;
  }

  #axis(x: (boundary: number) => number, seen: number) {
    // Only the part of the axis that is in view is made: ten years zoomed to days are thousands of ticks.
    const left = Math.floor(this.#reach.from - x(this.#reach.from) / this.#scale);
    const right = Math.ceil(left + seen / this.#scale) + 1;
    const from = Math.max(this.#reach.from, left - 1);
    const to = Math.max(from + 1, Math.min(this.#reach.to, right));
    return timeAxis(toDay(from), toDay(to), this.#scale, this.#host.lang);
  }

  #grid(x: (boundary: number) => number, bottom: number, seen: number): Svg[] {
    const { lower, upper } = this.#axis(x, seen);
    return (lower.length === 0 ? upper : lower).map(({ start }) => line(x(start), 0, x(start), bottom, 'pw-grid'));
  }

  #row(row: GanttRow, top: number, x: (boundary: number) => number, seen: number, focused: boolean): Svg {
    const classes = ['pw-row', `pw-kind-${row.kind}`, colourClass(row)];
    if (row.critical) classes.push('pw-critical');
    if (row.id === this.#marked) classes.push('pw-here');
    if (focused) classes.push('pw-focus');
    return element(
      'g',
      { class: classes.join(' '), 'data-row': row.id },
      tooltip(`${row.label}\n${rowInWords(row, this.#host.lang)}`),
      element('rect', { x: 0, y: top, width: seen, height: ROW, class: 'pw-hit' }),
      line(0, top + ROW, seen, top + ROW, 'pw-row-rule'),
      ...drawMarks(row, top + ROW / 2, x),
    );
  }

  #drawLabels(width: number, first: number, end: number): void {
    const { lang } = this.#host;
    this.#labels.style.width = `${width}px`;
    this.#labels.style.transform = `translateY(${AXIS + first * ROW}px)`;
    this.#labels.replaceChildren(
      ...this.#rows.slice(first, end).map((row, offset) => {
        const index = first + offset;
        const there = this.#there(row);
        const cell = document.createElement('div');
        cell.className = `pw-wall-label ${there === undefined ? 'pw-wall-coming' : `pw-kind-${there.kind} ${colourClass(there)}`}`;
        cell.dataset.row = row.id;
        cell.style.paddingLeft = `${4 + Math.min(row.depth, 6) * INDENT}px`;
        cell.setAttribute('role', 'treeitem');
        cell.setAttribute('aria-level', String(row.depth + 1));
        cell.setAttribute('aria-posinset', String(index + 1));
        cell.setAttribute('aria-setsize', String(this.#rows.length));
        if (there === undefined) cell.setAttribute('aria-busy', 'true');
        cell.setAttribute(
          'aria-label',
          there === undefined ? text.coming[lang] : `${there.label}: ${rowInWords(there, lang)}`,
        );
        cell.id = `${this.#root.id || 'pw-wall'}-${index}`;
        if (index === this.#focus) {
          cell.classList.add('pw-focus');
          this.#scroller.setAttribute('aria-activedescendant', cell.id);
        }
        if (row.id === this.#marked) cell.classList.add('pw-here');
        cell.append(this.#twisty(row), ...(there === undefined ? [text.coming[lang]] : this.#labelParts(there)));
        return cell;
      }),
    );
  }

  #twisty({ id }: WallRow): Node {
    const twisty = document.createElement('span');
    twisty.className = 'pw-wall-twisty';
    if (this.#parents.has(id)) {
      twisty.textContent = this.#folded.has(id) ? '▸' : '▾';
      twisty.dataset.fold = id;
    }
    return twisty;
  }

  #labelParts(row: GanttRow): Node[] {
    const { lang } = this.#host;
    const parts: Node[] = [];
    if (row.light !== undefined) {
      const sign = document.createElement('span');
      sign.className = `pw-wall-sign pw-ink-${row.light}`;
      sign.textContent = lightSigns[row.light];
      sign.title = lightWords[row.light][lang];
      parts.push(sign);
    }
    const name = document.createElement('span');
    name.className = 'pw-wall-name';
    name.textContent = row.label;
    name.title = row.owner === undefined ? row.label : `${row.label}\n${words.owner[lang]} ${row.owner}`;
    const said = document.createElement('span');
    said.className = 'pw-wall-said';
    said.append(name);
    parts.push(said);
    if (row.slack !== undefined && row.standing !== 'done') {
      const slack = document.createElement('span');
      slack.className = row.slack < 0 ? 'pw-wall-slack pw-wall-late' : 'pw-wall-slack';
      slack.textContent = slackInWords(row.slack, lang);
      said.append(slack);
    }
    return parts;
  }

  // Dependencies whose two ends are both drawn.
  #links(rows: readonly GanttRow[]): readonly GanttDependency[] {
    const ids = new Set(rows.map((row) => row.id));
    return rows.flatMap((row) => this.#waiting.get(row.id) ?? []).filter(({ from }) => ids.has(from));
  }

  /** Rows that are there, of those from `first` up to `end`, and where they stand. */
  #placed(first: number, end: number) {
    return this.#rows.slice(first, end).flatMap((named, offset) => {
      const row = this.#there(named);
      return row === undefined
        ? []
        : [{ row, index: first + offset, lines: [row.label], indent: 0, top: offset * ROW, height: ROW }];
    });
  }

  #columns(x: (boundary: number) => number) {
    return { labelWidth: 0, ownerAt: 0, ownerWidth: 0, left: 0, right: 0, dayWidth: this.#scale, x };
  }

  // -------------------------------------------------------------------------------------------- moving about

  #zoom(by: number, around = this.#scroller.clientWidth / 2 + this.#labelWidth / 2): void {
    const inTime = Math.max(0, around - this.#labelWidth);
    const before = this.#scale;
    const day = (this.#scroller.scrollLeft + inTime) / before;
    this.#dayWidth = Math.min(WIDEST_DAY, Math.max(NARROWEST_DAY, before * by));
    this.#draw();
    this.#scroller.scrollLeft = day * this.#scale - inTime;
    this.#draw();
    this.#remember();
  }

  #fit(): void {
    this.#dayWidth = undefined;
    this.#draw();
    this.#toFirst();
    this.#remember();
  }

  /** To where the chart's own reach begins. */
  #toFirst(): void {
    this.#scroller.scrollLeft = (this.#gantt.from - this.#reach.from) * this.#scale;
    this.#draw();
  }

  #toStatus(): void {
    const at = (this.#gantt.status - this.#reach.from) * this.#scale;
    this.#scroller.scrollLeft = at - (this.#scroller.clientWidth - this.#labelWidth) / 2;
    this.#draw();
  }

  #foldAll(fold: boolean): void {
    this.#refold(fold ? this.#parents : []);
  }

  /** Each project on one row. */
  #foldProjects(): void {
    const projects = this.#all.filter(({ id, kind }) => kind === 'project' && this.#parents.has(id));
    this.#refold(projects.map(({ id }) => id));
  }

  /** The row that the cursor is in stays in sight. */
  #refold(folded: Iterable<string>): void {
    const stays = this.#isInSight(this.#placeOf(this.#marked));
    this.#folded = new Set(folded);
    this.#layOut();
    const index = this.#placeOf(this.#marked);
    if (stays && index !== -1) this.#scrollTo(index);
    this.#remember();
  }

  #foldRow(id: string, fold: boolean): void {
    if (fold) this.#folded.add(id);
    else this.#folded.delete(id);
    this.#layOut();
    this.#remember();
  }

  /** Among the rows that are not folded away; -1: it is none of them. */
  #placeOf(id: string | undefined): number {
    return this.#rows.findIndex((row) => row.id === id);
  }

  #isInSight(index: number): boolean {
    const { scrollTop, clientHeight } = this.#scroller;
    return index !== -1 && index * ROW >= scrollTop && (index + 1) * ROW <= scrollTop + clientHeight - AXIS;
  }

  #scrollTo(index: number): void {
    const top = index * ROW;
    const room = this.#scroller.clientHeight - AXIS - ROW;
    if (top < this.#scroller.scrollTop) this.#scroller.scrollTop = top;
    else if (top > this.#scroller.scrollTop + room) this.#scroller.scrollTop = top - room / 2;
  }

  #click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const fold = target?.closest('[data-fold]')?.getAttribute('data-fold');
    if (fold !== null && fold !== undefined) {
      this.#foldRow(fold, !this.#folded.has(fold));
      return;
    }
    const id = target?.closest('[data-row]')?.getAttribute('data-row');
    if (id === null || id === undefined) return;
    this.#focus = this.#rows.findIndex((row) => row.id === id);
    this.#draw();
    this.#host.open(id);
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const left = this.#scroller.getBoundingClientRect().left;
    this.#zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.clientX - left);
  }

  #key(event: KeyboardEvent): void {
    const row = this.#rows[this.#focus];
    const page = Math.max(1, Math.floor((this.#scroller.clientHeight - AXIS) / ROW) - 1);
    const moves: { readonly [key: string]: number } = {
      ArrowDown: this.#focus + 1,
      ArrowUp: this.#focus - 1,
      PageDown: this.#focus + page,
      PageUp: this.#focus - page,
      Home: 0,
      End: this.#rows.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      this.#focus = Math.max(0, Math.min(this.#rows.length - 1, to));
      this.#scrollTo(this.#focus);
      this.#draw();
    } else if (event.key === 'ArrowLeft' && row !== undefined) {
      if (this.#parents.has(row.id) && !this.#folded.has(row.id)) this.#foldRow(row.id, true);
      else this.#toParent(row);
    } else if (event.key === 'ArrowRight' && row !== undefined) this.#foldRow(row.id, false);
    else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) this.#host.open(row.id);
    else if (event.key === '+' || event.key === '=') this.#zoom(1.4);
    else if (event.key === '-') this.#zoom(1 / 1.4);
    else if (event.key === '0') this.#fit();
    else return;
    event.preventDefault();
  }

  #toParent(row: WallRow): void {
    const [parent] = ancestors(this.#all, row.id);
    const index = this.#rows.findIndex(({ id }) => id === parent);
    if (index === -1) return;
    this.#focus = index;
    this.#scrollTo(index);
    this.#draw();
  }
}

const NO_SHEAVES: ReadonlyMap<string, Sheaf> = new Map();

function isThere(row: WallRow): row is GanttRow {
  return 'label' in row;
}

const text = {
  coming: { en: 'Loading…', zh: '加载中…' },
  zoomIn: { en: 'Zoom in', zh: '放大' },
  zoomOut: { en: 'Zoom out', zh: '缩小' },
  fit: { en: 'Fit', zh: '全幅' },
  fitTitle: { en: 'Fit the whole time into the width', zh: '全部时间显示在一屏宽度内' },
  status: { en: 'Status date', zh: '截至日' },
  statusTitle: { en: 'Go to the status date', zh: '转到截至日期' },
  fold: { en: 'Fold', zh: '折叠' },
  foldTitle: { en: 'Fold all rows', zh: '折叠全部' },
  projects: { en: 'Projects', zh: '按项目' },
  projectsTitle: { en: 'One row for each project', zh: '每个项目一行' },
  widen: { en: 'Width of the names', zh: '名称栏宽度' },
  unfold: { en: 'Unfold', zh: '展开' },
  unfoldTitle: { en: 'Unfold all rows', zh: '展开全部' },
} as const;
