/** Office files opened in tests by a reader of its own: unzipped, every part of XML read strictly. */
import { strFromU8, unzipSync } from 'fflate';

export interface OfficeFile {
  /** Each part that is XML, by its path; packages inside by path and `!`. */
  readonly parts: ReadonlyMap<string, XmlElement>;
  /** All text of the parts whose path fits, in order. */
  readonly text: (path: RegExp) => string;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

export function openOffice(bytes: Uint8Array): OfficeFile {
  const parts = new Map<string, XmlElement>();
  collect(bytes, '', parts);
  return {
    parts,
    text: (path) => [...parts].flatMap(([name, root]) => (path.test(name) ? [textOf(root)] : [])).join('\n'),
  };
}

function collect(bytes: Uint8Array, before: string, parts: Map<string, XmlElement>): void {
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    if (/\.(?:xml|rels)$/.test(path)) parts.set(before + path, readXml(strFromU8(content), path));
    else if (path.endsWith('.xlsx')) collect(content, `${before}${path}!`, parts);
  }
}

/** What stands in an element; paragraphs, cells and values end a line. */
function textOf(element: XmlElement): string {
  const inner = element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
  return /^(?:w:p|c:v|v|si|is)$/.test(element.name) || element.name === 'w:br' ? `${inner}\n` : inner;
}

export function elements(root: XmlElement, name: string): readonly XmlElement[] {
  return root.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elements(child, name)],
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Strict: what is not well-formed, holds characters that XML has not, or names an unknown entity, throws. */
export function readXml(xml: string, path = ''): XmlElement {
  const fail = (why: string): never => {
    throw new Error(`${path}: ${why}`);
  };
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) fail('characters that XML does not have');
  const decoded = (text: string): string =>
    text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w*));?/gi, (whole, hex, decimal, name) => {
      if (!whole.endsWith(';')) fail(`a bare & in '${text.slice(0, 40)}'`);
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return decimal === undefined ? (ENTITIES[name] ?? fail(`&${name};`)) : String.fromCodePoint(Number(decimal));
    });
  type Open = { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] };
  const top: Open = { name: '', attributes: new Map(), children: [] };
  const stack = [top];
  const token =
    /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  for (let match = token.exec(xml); match !== null; match = token.exec(xml)) {
    at = token.lastIndex;
    const [, closing, name, attributes = '', empty, text] = match;
    const here = stack.at(-1) ?? fail('closed too often');
    if (text !== undefined) here.children.push(decoded(text));
    else if (name !== undefined && closing === '/') {
      if (here.name !== name) fail(`</${name}> closes <${here.name}>`);
      stack.pop();
    } else if (name !== undefined) {
      const element: Open = { name, attributes: new Map(), children: [] };
      for (const [, key = '', double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        if (element.attributes.has(key)) fail(`<${name}> has ${key} twice`);
        element.attributes.set(key, decoded(double ?? single ?? ''));
      }
      here.children.push(element);
      if (empty !== '/') stack.push(element);
    }
  }
  if (at !== xml.length) fail(`not XML at '${xml.slice(at, at + 60)}'`);
  if (stack.length !== 1) fail(`<${stack.at(-1)?.name}> is not closed`);
  const [root] = top.children.filter((child) => typeof child !== 'string');
  return root ?? fail('empty');
}

/** Numbers, percents and dates of a text, as they are written. */
export function figuresOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\d[\d,]*(?:\.\d+)?%?|\d{4}-\d\d-\d\d/g) ?? []);
}
