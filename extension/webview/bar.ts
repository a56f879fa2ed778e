/** The bar above a preview: which summary, narrowed to what, pinned, and what can be done with it. It computes nothing. */
import type { Look, PreviewChoices } from '../../server/src/lsp/protocol.js';
import type { FromPage, ToPage } from '../src/preview/messages.js';
import { ChoicePopup } from './bar-popup.js';
import { type Sign, sign } from './bar-signs.js';

type BarMessage = Extract<ToPage, { type: 'bar' }>;
type Narrow = NonNullable<Look['narrow']>;
type Field = PreviewChoices[number]['field'];

const FIELDS: readonly Field[] = ['unit', 'leader', 'area', 'light'];
/** In milliseconds: a text is looked for when nothing was typed for a moment. */
const TYPED = 250;

export class PreviewBar {
  readonly #root: HTMLElement;
  readonly #say: (message: FromPage) => void;
  readonly #kind = document.createElement('select');
  readonly #filters = document.createElement('div');
  readonly #toggle = button('pw-bar-toggle');
  readonly #search = document.createElement('input');
  readonly #clear = button('pw-bar-clear');
  readonly #pin = button('pw-bar-icon', 'pin');
  readonly #fields = new Map<Field, HTMLButtonElement>();
  readonly #actions = new Map<'another' | 'print' | 'export', HTMLButtonElement>();
  readonly #popup: ChoicePopup;
  #message: BarMessage | undefined;
  #choices: PreviewChoices | undefined;
  #look: Look = {};
  #asking: Field | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, say: (message: FromPage) => void) {
    this.#root = root;
    this.#say = say;
    this.#popup = new ChoicePopup(root, (field, values) => this.#narrow({ [field]: values }));
    this.#kind.className = 'pw-bar-kind';
    this.#kind.addEventListener('change', () => this.#turn());
    this.#filters.className = 'pw-bar-filters';
    this.#filters.id = 'bar-filters';
    for (const field of FIELDS) {
      const pick = button('pw-bar-field');
      pick.setAttribute('aria-haspopup', 'dialog');
      pick.setAttribute('aria-expanded', 'false');
      pick.addEventListener('click', () => this.#ask(field));
      this.#fields.set(field, pick);
      this.#filters.append(pick);
    }
    this.#search.type = 'search';
    this.#search.className = 'pw-bar-search';
    this.#search.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#narrow({ text: this.#search.value }), TYPED);
    });
    this.#clear.addEventListener('click', () => {
      this.#search.value = '';
      this.#seen({ ...this.#look, narrow: {} });
      this.#search.focus();
    });
    this.#filters.append(this.#clear);
    this.#toggle.setAttribute('aria-controls', this.#filters.id);
    this.#toggle.addEventListener('click', () => this.#unfold(!this.#root.classList.contains('pw-open')));
    this.#pin.addEventListener('click', () =>
      this.#say({ type: 'pin', pinned: this.#message?.target.pinned !== true }),
    );
    const actions = document.createElement('div');
    actions.className = 'pw-bar-actions';
    actions.append(this.#pin);
    for (const what of ['another', 'print', 'export'] as const) {
      const act = button('pw-bar-icon', what);
      act.addEventListener('click', () => this.#say({ type: 'do', what }));
      this.#actions.set(what, act);
      actions.append(act);
    }
    root.append(this.#kind, this.#toggle, this.#filters, this.#search, actions);
    root.addEventListener('keydown', (event) => event.key === 'Escape' && this.#unfold(false));
  }

  /** How the picture is looked at. */
  get look(): Look {
    return this.#look;
  }

  /** What the bar offers: the kinds of the plan, and how the picture is looked at. */
  show(message: BarMessage): void {
    this.#message = message;
    this.#look = message.target.look ?? {};
    const { target, kinds, texts } = message;
    this.#root.hidden = false;
    this.#root.setAttribute('aria-label', texts.bar ?? '');
    this.#kind.setAttribute('aria-label', texts.kind ?? '');
    this.#kind.replaceChildren(
      ...kinds.map(({ kind, name, title }, i) => {
        const option = document.createElement('option');
        option.value = String(i);
        option.textContent = title;
        option.selected = kind === target.kind && name === target.name;
        return option;
      }),
    );
    if (document.activeElement !== this.#search) this.#search.value = this.#look.narrow?.text ?? '';
    this.#search.placeholder = texts.search ?? '';
    this.#search.setAttribute('aria-label', texts.search ?? '');
    const pinned = target.pinned === true;
    this.#pin.setAttribute('aria-pressed', String(pinned));
    name(this.#pin, pinned ? (texts.pinned ?? '') : (texts.follows ?? ''));
    for (const [what, act] of this.#actions) name(act, texts[what] ?? '');
    this.#choices = undefined;
    this.#say({ type: 'choices' });
    this.#refresh();
  }

  /** What the picture can be narrowed by. */
  take(fields: PreviewChoices | null): void {
    this.#choices = fields ?? undefined;
    this.#refresh();
    const field = this.#asking;
    this.#asking = undefined;
    if (field !== undefined) this.#open(field);
  }

  /** The reader orders a table by a column: up, down, and as it was. */
  sort(key: string, column: number, now: string): void {
    const others = (this.#look.sort ?? []).filter((order) => order.key !== key);
    const next = now === 'none' ? [{ key, column, descending: false }] : [{ key, column, descending: true }];
    this.#seen({ ...this.#look, sort: now === 'descending' ? others : [...others, ...next] });
  }

  // ---------------------------------------------------------------------------------------------- what was pressed

  #turn(): void {
    const chosen = this.#message?.kinds[Number(this.#kind.value)];
    if (chosen === undefined) return;
    const { kind, name: called } = chosen;
    this.#say({ type: 'turn', kind, ...(called === undefined ? {} : { name: called }) });
  }

  /** Counts change while the plan is edited: they are asked for each time. */
  #ask(field: Field): void {
    if (this.#popup.field === field) {
      this.#popup.close();
      return;
    }
    this.#asking = field;
    this.#say({ type: 'choices' });
  }

  #open(field: Field): void {
    const anchor = this.#fields.get(field);
    const of = this.#choices?.find((each) => each.field === field);
    if (anchor === undefined || of === undefined) return;
    this.#popup.open(anchor, of, this.#look.narrow?.[field] ?? [], this.#message?.texts ?? {});
  }

  #narrow(change: Partial<Narrow>): void {
    this.#seen({ ...this.#look, narrow: { ...this.#look.narrow, ...change } });
  }

  #seen(look: Look): void {
    const narrow = Object.fromEntries(
      Object.entries(look.narrow ?? {}).filter(([, value]) => value !== undefined && value.length > 0),
    );
    this.#look = {
      ...(Object.keys(narrow).length === 0 ? {} : { narrow }),
      ...(look.sort === undefined || look.sort.length === 0 ? {} : { sort: look.sort }),
    };
    this.#refresh();
    this.#say({ type: 'look', look: this.#look });
  }

  #unfold(open: boolean): void {
    this.#root.classList.toggle('pw-open', open);
    this.#toggle.setAttribute('aria-expanded', String(open));
  }

  // ---------------------------------------------------------------------------------------------- what it shows

  #refresh(): void {
    const { texts = {}, narrows = false } = this.#message ?? {};
    const narrow = this.#look.narrow ?? {};
    let count = 0;
    for (const [field, pick] of this.#fields) {
      const values = narrow[field] ?? [];
      const of = this.#choices?.find((each) => each.field === field);
      const [only, ...more] = values;
      const title = of?.title ?? '';
      const known = of?.choices.find(({ value }) => value === only)?.title ?? only;
      const said =
        only === undefined
          ? title
          : more.length > 0
            ? `${title}: ${(texts.selected ?? '').replace('{0}', String(values.length))}`
            : `${title}: ${known}`;
      pick.textContent = said;
      pick.title = said;
      pick.classList.toggle('pw-chosen', values.length > 0);
      pick.disabled = !narrows;
      // What no project states is nothing to narrow by.
      pick.hidden = of !== undefined && of.choices.length < 2 && values.length === 0;
      if (values.length > 0) count++;
    }
    if ((narrow.text ?? '').trim() !== '') count++;
    this.#search.disabled = !narrows;
    this.#filters.title = narrows ? '' : (texts.whole ?? '');
    this.#clear.textContent = texts.clear ?? '';
    this.#clear.hidden = count === 0;
    this.#toggle.textContent = `${texts.filters ?? ''}${count === 0 ? '' : ` (${count})`}`;
    this.#toggle.classList.toggle('pw-chosen', count > 0);
    this.#toggle.setAttribute('aria-expanded', String(this.#root.classList.contains('pw-open')));
  }
}

function button(className: string, shows?: Sign): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  if (shows !== undefined) {
    made.append(sign(shows));
    made.dataset.do = shows;
  }
  return made;
}

/** Buttons that show a sign say their name. */
function name(sign: HTMLElement, text: string): void {
  sign.title = text;
  sign.setAttribute('aria-label', text);
}
