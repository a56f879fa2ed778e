/**
 * XML as Microsoft Project writes it, element by element: no document is held as a whole, nothing is fetched, and a file that
 * declares entities or a document type is not read.
 */
import { parser } from 'sax';
import { failed, type Read } from '../spreadsheet/sheet.js';

/** An element with what it holds: texts of its leaves, and the elements in it. */
export interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
}

const MOST_BYTES = 32 * 1024 * 1024;
const DEEPEST = 40;

class Refused extends Error {
  constructor(readonly problem: { readonly en: string; readonly zh: string }) {
    super(problem.en);
  }
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: Element[];
}

/**
 * Hands over every element below `depth` elements, and the leaves above it, with the names that lead to it. What was handed
 * over is kept by nobody else.
 */
export function readXml(
  bytes: Uint8Array,
  depth: number,
  take: (path: readonly string[], element: Element) => void,
): Read<true> {
  if (bytes.length > MOST_BYTES)
    return failed('The file is larger than 32 MB and is not read', '文件超过 32 MB，不予读取');
  const text = decoded(bytes);
  if (text === undefined) return DAMAGED;
  if (text.trim() === '') return failed('The file is empty', '文件是空的');
  const open: Open[] = [];
  const reader = parser(true, { trim: false, normalize: false, position: false });
  reader.onerror = (error: Error) => {
    throw error;
  };
  reader.ondoctype = () => {
    throw new Refused({
      en: 'The file declares a document type or entities, which no file of Microsoft Project needs, and is not read',
      zh: '文件中声明了文档类型或 XML 实体，Microsoft Project 文件不会有，不予读取',
    });
  };
  reader.onopentag = ({ name }: { readonly name: string }) => {
    if (open.length >= DEEPEST) {
      throw new Refused({
        en: 'The elements of the file are nested too deeply; it is not read',
        zh: '文件元素嵌套过深，不予读取',
      });
    }
    open.push({ name: name.replace(/^.*:/, ''), text: '', children: [] });
  };
  reader.ontext = (part: string) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += part;
  };
  reader.oncdata = reader.ontext;
  reader.onclosetag = () => {
    const element = open.pop();
    if (element === undefined) return;
    if (open.length <= depth)
      take(
        open.map(({ name }) => name),
        element,
      );
    else open.at(-1)?.children.push(element);
  };
  try {
    for (let at = 0; at < text.length; at += 65_536) reader.write(text.slice(at, at + 65_536));
    reader.close();
  } catch (error) {
    return error instanceof Refused ? { ok: false, problem: error.problem } : DAMAGED;
  }
  return { ok: true, value: true };
}

const DAMAGED = failed(
  'The file is damaged, or is no XML: save it again in Microsoft Project as XML',
  '文件已损坏或不是 XML：请在 Microsoft Project 中重新另存为 XML 格式',
);

/** UTF-16 by its mark, else what the first line declares, else UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1];
  const encoding =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : (declared ?? 'utf-8');
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
