/** The list below a filter of a preview's bar: found by typing, chosen with mouse or keyboard. */
import type { PreviewChoices } from '../../server/src/lsp/protocol.js';

type Of = PreviewChoices[number];

export class ChoicePopup {
  readonly #choose: (field: Of['field'], values: string[]) => void;
  readonly #box = document.createElement('div');
  readonly #find = document.createElement('input');
  readonly #list = document.createElement('div');
  readonly #nothing = document.createElement('p');
  #anchor: HTMLElement | undefined;
  #of: Of | undefined;
  #chosen = new Set<string>();

  constructor(root: HTMLElement, choose: (field: Of['field'], values: string[]) => void) {
    this.#choose = choose;
    this.#box.className = 'pw-choices';
    this.#box.setAttribute('role', 'dialog');
    this.#box.hidden = true;
    this.#find.type = 'search';
    this.#list.className = 'pw-choices-list';
    this.#list.setAttribute('role', 'group');
    this.#nothing.className = 'pw-choices-nothing';
    this.#box.append(this.#find, this.#list, this.#nothing);
    root.append(this.#box);
    this.#find.addEventListener('input', () => this.#filter());
    this.#box.addEventListener('change', (event) => this.#changed(event.target));
    this.#box.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('pointerdown', ({ target }) => {
      if (!(target instanceof Node) || this.#box.hidden) return;
      if (!this.#box.contains(target) && this.#anchor?.contains(target) !== true) this.close();
    });
    this.#box.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.#box.contains(relatedTarget)) this.close();
    });
  }

  /** Whose choices are open. */
  get field(): Of['field'] | undefined {
    return this.#box.hidden ? undefined : this.#of?.field;
  }

  open(anchor: HTMLElement, of: Of, chosen: readonly string[], texts: Readonly<Record<string, string>>): void {
    this.close();
    this.#anchor = anchor;
    this.#of = of;
    this.#chosen = new Set(chosen);
    this.#box.setAttribute('aria-label', of.title);
    this.#list.setAttribute('aria-label', of.title);
    this.#find.value = '';
    this.#find.placeholder = texts.find ?? '';
    this.#find.setAttribute('aria-label', texts.find ?? '');
    this.#find.hidden = of.choices.length < 8;
    this.#nothing.textContent = texts.none ?? '';
    // What was chosen and is not there any more can be let go.
    const gone = chosen.filter((value) => !of.choices.some((choice) => choice.value === value));
    this.#list.replaceChildren(
      ...gone.map((value) => this.#row({ value, title: value, count: 0, depth: 0, keys: '' })),
      ...of.choices.map((choice) => this.#row(choice)),
    );
    this.#filter();
    this.#box.hidden = false;
    anchor.setAttribute('aria-expanded', 'true');
    this.#place(anchor);
    if (this.#find.hidden) this.#boxes()[0]?.focus();
    else this.#find.focus();
  }

  close(): void {
    if (this.#box.hidden) return;
    this.#box.hidden = true;
    this.#anchor?.setAttribute('aria-expanded', 'false');
  }

  #place(anchor: HTMLElement): void {
    const { left, bottom } = anchor.getBoundingClientRect();
    const width = Math.min(320, innerWidth - 16);
    this.#box.style.width = `${width}px`;
    this.#box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    this.#box.style.top = `${bottom + 2}px`;
    this.#box.style.maxHeight = `${Math.max(120, innerHeight - bottom - 12)}px`;
  }

  #row({ value, title, count, depth, keys }: Of['choices'][number]): HTMLElement {
    const row = document.createElement('label');
    row.className = `pw-choice pw-depth-${Math.min(depth, 4)}`;
    row.dataset.keys = `${title} ${keys}`.toLowerCase();
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.value = value;
    box.checked = this.#chosen.has(value);
    const said = document.createElement('span');
    said.textContent = title;
    const counted = document.createElement('span');
    counted.className = 'pw-choice-count';
    counted.textContent = String(count);
    row.append(box, said, counted);
    return row;
  }

  #changed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || this.#of === undefined) return;
    if (target.checked) this.#chosen.add(target.value);
    else this.#chosen.delete(target.value);
    this.#choose(this.#of.field, [...this.#chosen]);
  }

  #filter(): void {
    const wanted = this.#find.value.toLowerCase().replace(/\s+/g, '');
    let found = 0;
    for (const row of this.#list.children) {
      if (!(row instanceof HTMLElement)) continue;
      row.hidden = !(row.dataset.keys ?? '').replace(/\s+/g, ' ').includes(wanted);
      if (!row.hidden) found++;
    }
    this.#nothing.hidden = found > 0;
  }

  #boxes(): readonly HTMLInputElement[] {
    return [...this.#list.querySelectorAll<HTMLInputElement>('label:not([hidden]) input')];
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      this.#anchor?.focus();
      return;
    }
    const boxes = this.#boxes();
    const active = document.activeElement;
    const at = active instanceof HTMLInputElement ? boxes.indexOf(active) : -1;
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : undefined;
    if (event.key === 'Enter' && at !== -1) {
      event.preventDefault();
      boxes[at]?.click();
      return;
    }
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0 && !this.#find.hidden) this.#find.focus();
    else boxes[Math.max(0, Math.min(boxes.length - 1, to))]?.focus();
  }
}
