/** In a preview, the item that the cursor in the text stands on. */
import type { How } from '../src/preview/messages.js';
import { headHeight } from './head-height.js';
import { itemsOf, partByKey } from './reading-position.js';

const MARK = 'pw-here';
/** In px: so much of something has to be seen for it to be in sight. */
const SEEN = 24;
/** In px: between what stays at the top of the window and what is gone to. */
const ROOM = 4;

/** What of the picture shows something that is drawn in its own way, as the rows of a wall chart are. */
export type PlacesOf = (id: string) => readonly Element[];

/** Where the reader was taken, which stands at the top of the window until the reader scrolls. */
interface Landing {
  readonly id: string;
  /** Of the part of the page. */
  readonly key: string;
  /** In px from the top of the page. */
  readonly at: number;
  /** In px from the top of the window. */
  readonly top: number;
}

export class CurrentItem {
  readonly #root: Element;
  readonly #places: PlacesOf;
  #id: string | null = null;
  #landing: Landing | undefined;

  constructor(root: Element, places: PlacesOf) {
    this.#root = root;
    this.#places = places;
    // What comes into sight is laid out only then, and may be another height than it was thought to be.
    new ResizeObserver(() => this.stay()).observe(root);
    for (const event of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
      addEventListener(event, () => this.#leave(), { passive: true, capture: true });
    addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  /** Marks what the cursor is in, and shows it as `how` says. */
  moveTo(id: string | null, how: How): void {
    const wasInSight = this.#id !== null && this.#shown(this.#id).some(inSight);
    this.#id = id;
    this.refresh();
    if (id === null) {
      this.#leave();
      return;
    }
    const places = this.#shown(id);
    const own = ownPlace(places);
    if (how === 'go' && own !== undefined && isChart(own) && isMostlySeen(own)) this.#leave();
    else if (how === 'go') this.#land(id, own);
    // In a picture that became another, what was read is followed: not what was scrolled away from.
    else if (!places.some(inSight) && (how === 'follow' || wasInSight)) this.#land(id, this.#placeNear(places));
    else if (how === 'follow') this.#leave();
  }

  /** Marks it in a picture that changed. */
  refresh(): void {
    // A wall chart marks its own rows.
    for (const old of this.#root.querySelectorAll(`.${MARK}:not(.pw-wall *)`)) {
      old.classList.remove(MARK);
      old.removeAttribute('aria-current');
    }
    for (const item of this.#id === null ? [] : this.#marked(this.#id)) {
      item.classList.add(MARK);
      item.setAttribute('aria-current', 'location');
    }
  }

  /** After the picture was moved: what was gone to stands at the top again. */
  stay(): void {
    const { id, key } = this.#landing ?? {};
    if (id === undefined || key === undefined) return;
    const part = partByKey(this.#root, key);
    const place = part && ownPlace(this.#shown(id).filter((shown) => part.contains(shown)));
    if (place !== undefined) this.#land(id, place);
  }

  /** A sum is no place of what it is made of. */
  #marked(id: string): readonly Element[] {
    return itemsOf(this.#root, id).filter((item) => !item.hasAttribute('data-sum'));
  }

  #shown(id: string): readonly Element[] {
    return [...this.#marked(id), ...this.#places(id)];
  }

  /** Where the reader is: among the pages, in the table above them; else the place that is its own. */
  #placeNear(places: readonly Element[]): Element | undefined {
    const parts = [...this.#root.children].filter((part) => !part.classList.contains('pw-title'));
    const here = parts.find((part) => part.getBoundingClientRect().bottom > headHeight() + ROOM);
    const isNear = (place: Element): boolean =>
      (isInPage(place) ? here?.matches(PAGE) : here?.contains(place)) === true;
    return ownPlace(places.filter(isNear)) ?? ownPlace(places);
  }

  #land(id: string, place: Element | undefined): void {
    const key = place && this.#partOf(place)?.getAttribute('data-key');
    if (place === undefined || key == null) {
      this.#leave();
      return;
    }
    const by = place.getBoundingClientRect().top - edgeAbove(place);
    if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' });
    const { top } = place.getBoundingClientRect();
    this.#landing = { id, key, at: scrollY + top, top };
  }

  #leave(): void {
    this.#landing = undefined;
  }

  /** Where the picture itself stayed as it is, somebody has scrolled. */
  #scrolled(): void {
    if (this.#landing === undefined) return;
    const { id, key, at, top } = this.#landing;
    const part = partByKey(this.#root, key);
    const place = part && ownPlace(this.#shown(id).filter((shown) => part.contains(shown)));
    const now = place?.getBoundingClientRect().top;
    if (now === undefined || (Math.abs(scrollY + now - at) < 1 && Math.abs(now - top) >= 1)) this.#leave();
  }

  #partOf(place: Element): Element | undefined {
    return [...this.#root.children].find((part) => part.contains(place));
  }
}

const PAGE = '.pw-page';

function isInPage(place: Element): boolean {
  return place.closest(PAGE) !== null;
}

/** Where most is said of it: its page from the heading on, else what of a page shows it, else what shows it first. */
function ownPlace(places: readonly Element[]): Element | undefined {
  const pages = places.filter(isInPage);
  return pages.find(isHeading) ?? pages[0] ?? places.find(isHeading) ?? places[0];
}

function isHeading({ tagName }: Element): boolean {
  return /^H\d$/.test(tagName);
}

/** What stays in sight above it: bar and title of the window, the head of its table. */
function edgeAbove(place: Element): number {
  const head = place.closest('table')?.tHead;
  const stays = head != null && !head.contains(place) && getComputedStyle(head).position === 'sticky';
  return headHeight() + (stays ? head.offsetHeight : 0) + ROOM;
}

function inSight(place: Element): boolean {
  const seen = seenOf(place);
  return seen >= Math.min(place.getBoundingClientRect().height, SEEN) - 1 && seen > 0;
}

/** A chart brings its row to its own middle: where half of it is seen, the title above it stays. */
function isMostlySeen(chart: Element): boolean {
  return seenOf(chart) > chart.getBoundingClientRect().height / 2;
}

function isChart(place: Element): boolean {
  return place.matches('.pw-wall');
}

/** In px from the top down. */
function seenOf(place: Element): number {
  const { top, bottom } = place.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, edgeAbove(place) - ROOM);
}
