/** Office files made the same to the byte each time. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest day that a zip can name; its local time, so that it is the same in every time zone. */
const ALWAYS = new Date(1980, 0, 1);

const RANDOM_ID = /\bId="(rId[a-z0-9_-]{15,})"/g;

/**
 * The library writes the hour, and names relations at random: here the hour becomes the status date, and relations are
 * counted. `mend` may change parts that are XML; packages inside the package are settled as well.
 */
export function settled(
  made: Uint8Array,
  statusDate: string,
  mend: (path: string, xml: string) => string = (_path, xml) => xml,
): Uint8Array {
  const parts = unzipSync(made);
  const texts = new Map<string, string>();
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries(parts)) {
    if (/\.(?:xml|rels)$/.test(path)) texts.set(path, strFromU8(bytes));
    else files[path] = [/\.xlsx$/.test(path) ? settled(bytes, statusDate) : bytes, { mtime: ALWAYS }];
  }
  for (const [path, xml] of [...texts]) {
    const [, folder = '', name = ''] = /^(.*)_rels\/([^/]+)\.rels$/.exec(path) ?? [];
    if (name === '') continue;
    const ids = new Map([...xml.matchAll(RANDOM_ID)].map(([, id = ''], i) => [id, `rIdLink${i + 1}`]));
    if (ids.size === 0) continue;
    const counted = (text: string): string => text.replace(/rId[a-z0-9_-]{15,}/g, (id) => ids.get(id) ?? id);
    texts.set(path, counted(xml));
    const part = texts.get(folder + name);
    if (part !== undefined) texts.set(folder + name, counted(part));
  }
  const hour = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
  for (const [path, xml] of texts) {
    const dated = path === 'docProps/core.xml' ? xml.replace(hour, `$1${statusDate}T00:00:00Z`) : xml;
    files[path] = [strToU8(mend(path, dated)), { mtime: ALWAYS }];
  }
  return zipSync(inOrder(files), { level: 6 });
}

/** The list of types first, as programs that look at the first bytes expect it; the rest by name. */
function inOrder(files: Zippable): Zippable {
  const first = '[Content_Types].xml';
  const rank = (path: string): string => (path === first ? '' : path);
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1)));
}
