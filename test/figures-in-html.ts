/** The figures of an HTML part: what is a number in a table, a headline or a chart, and whether it leads anywhere. */

interface Open {
  readonly tag: string;
  readonly attributes: string;
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'col', 'meta', 'wbr']);
const TOKEN = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^>"])*?)(\/?)>|([^<]+)/gi;

/** Each figure that neither stands in something with `data-origin` nor in one itself, after the key of its part. */
export function figuresWithoutOrigin(key: string, html: string): readonly string[] {
  const open: Open[] = [];
  const found: string[] = [];
  for (const [, closing, tag = '', attributes = '', selfClosed, text] of html.matchAll(TOKEN)) {
    if (text !== undefined) {
      if (/\d/.test(text) && isFigure(open) && !open.some((each) => each.attributes.includes('data-origin='))) {
        found.push(`${key}: ${text.trim()}`);
      }
    } else if (closing === '/') {
      while (open.length > 0 && open.pop()?.tag !== tag) {}
    } else if (selfClosed !== '/' && !VOID.has(tag)) open.push({ tag, attributes });
  }
  return found;
}

/** In a cell of a body or a foot, in a value of a headline, or written at a mark of a chart; not on an axis. */
function isFigure(open: readonly Open[]): boolean {
  const within = (tag: string): boolean => open.some((each) => each.tag === tag);
  if (within('script') || within('thead') || within('title') || within('desc')) return false;
  if (within('td') || within('dd') || (within('th') && within('tbody'))) return true;
  const last = open.at(-1);
  return last?.tag === 'text' && !/class="pw-(?:tick|status-label|label|name|row-label|legend)/.test(last.attributes);
}
