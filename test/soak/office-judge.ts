/** Whether a document of an office program holds plan text that would act: formulas, fields, links, parts of its own. */
import { elements, openOffice, type XmlElement } from '../office-file.js';

/** Elements that do something. */
const ACTING = ['f', 'w:hyperlink', 'hyperlink', 'w:instrText', 'w:fldSimple', 'w:object', 'oleObject', 'ddeLink'];

/** Every section has its own footer, and of longer words there may be more sections. */
function isPageNumber({ name, children }: XmlElement): boolean {
  return name === 'w:instrText' && /^\s*(?:PAGE|NUMPAGES)\s*$/.test(children.join(''));
}

/** `harmless` is the same document of a plan whose texts are harmless. */
export function judgeOffice(bytes: Uint8Array, harmless: Uint8Array): readonly string[] {
  const counted = (document: Uint8Array): ReadonlyMap<string, number> => {
    // Throws where a part is not well-formed.
    const { parts } = openOffice(document);
    const all = [...parts.values()];
    const count = (name: string): number =>
      all.reduce((sum, part) => sum + elements(part, name).filter((each) => !isPageNumber(each)).length, 0);
    const external = all
      .flatMap((part) => elements(part, 'Relationship'))
      .filter(({ attributes }) => attributes.get('TargetMode') === 'External').length;
    return new Map<string, number>([
      ...ACTING.map((name) => [name, count(name)] as const),
      ['leads outside', external],
    ]);
  };
  try {
    const [is, plain] = [counted(bytes), counted(harmless)];
    return [...is].flatMap(([name, count]) => {
      const own = plain.get(name) ?? 0;
      return count > own ? [`${count} ${name} for ${own}`] : [];
    });
  } catch (error) {
    return [String(error)];
  }
}
