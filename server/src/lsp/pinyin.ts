/**
 * Chinese names as they are typed without an input method: by initials and by full pinyin. Knowing the characters takes a
 * fifth of the server: whoever asks loads this file then, so that the first diagnostics do not wait for it.
 */
import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();
const KEPT = 20_000;

/** `李四清` ⇒ `lsq lisiqing`; empty where nothing in it is Chinese. */
export function pinyinOf(text: string): string {
  if (!/[\u3400-\u9fff]/.test(text)) return '';
  let found = known.get(text);
  if (found === undefined) {
    const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
    found = `${syllables.map((syllable) => syllable.charAt(0)).join('')} ${syllables.join('')}`.toLowerCase();
    if (known.size >= KEPT) known.clear();
    known.set(text, found);
  }
  return found;
}

/** Whether `query` is meant by one of the texts: a part of it, or its pinyin, or letters of it in order. */
export function matches(query: string, texts: readonly string[]): boolean {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  if (wanted === '') return true;
  return texts.some((text) => {
    const lower = text.toLowerCase();
    return lower.includes(wanted) || pinyinOf(text).includes(wanted) || inOrder(wanted, lower);
  });
}

/** The same, but nothing that is only in order: in a long title most short words are. */
export function holds(query: string, texts: readonly string[]): boolean {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  return texts.some((text) => {
    const lower = text.toLowerCase().replace(/\s+/g, '');
    return lower.includes(wanted) || pinyinOf(text).includes(wanted);
  });
}

function inOrder(wanted: string, text: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at);
    if (at === -1) return false;
    at += character.length;
  }
  return true;
}
