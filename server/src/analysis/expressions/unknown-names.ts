/** Names in expressions that stand for nothing, and what was probably meant. */
import { meantBy } from '../../../../grammar/synonyms.js';
import type { EntityKind, Name } from '../../model/facts.js';
import type { Lang } from '../../model/lang.js';
import type { Plan } from '../../model/plan.js';
import { DEFAULT_LIGHT } from '../lights/policy.js';
import { nearestTo } from '../similar-declarations.js';
import { NameIndex } from '../similar-names.js';
import { FIELDS, fieldOf } from './fields.js';
import { type Choices, WORDS } from './fixed-words.js';
import { FUNCTIONS, functionOf } from './functions.js';
import { fieldIn, ownFields } from './own-fields.js';

/** What a name in an expression can be asked to be. */
export type Wanted =
  | { readonly name: 'field' | 'function' | 'policy-light' }
  | { readonly name: 'word'; readonly of: Choices | 'light' }
  | { readonly name: 'declared'; readonly kind: EntityKind };

/** Suggestions keep to the language that the name is written in. */
function langOf(text: string): Lang {
  return /[^\u0000-\u007f]/.test(text) ? 'zh' : 'en';
}

interface Spelled {
  readonly en: string;
  readonly zh: string;
}

/** An index is made when a name is first looked for in it: most plans never do, and every start would pay for it. */
function indexOf(spelled: readonly Spelled[]): (lang: Lang) => NameIndex {
  const made = new Map<Lang, NameIndex>();
  return (lang) => {
    const known = made.get(lang);
    if (known !== undefined) return known;
    const index = new NameIndex(spelled.map((word) => ({ spellings: [word[lang]], written: word[lang] })));
    made.set(lang, index);
    return index;
  };
}

const FIELD_INDEX = indexOf(FIELDS.map(({ name, zh }) => ({ en: name, zh })));
const FUNCTION_INDEX = indexOf(FUNCTIONS.map(({ name, zh }) => ({ en: name, zh })));
const WORD_INDEX = {
  level: indexOf(WORDS.level.map(({ spelled }) => spelled)),
  priority: indexOf(WORDS.priority.map(({ spelled }) => spelled)),
  stage: indexOf(WORDS.stage.map(({ spelled }) => spelled)),
  light: indexOf(WORDS.light.map(({ spelled }) => spelled)),
};

/** How the nearest name of the wanted kind is written; undefined where none is near. */
export function nearestName(text: string, wanted: Wanted, plan: Plan): string | undefined {
  const lang = langOf(text);
  switch (wanted.name) {
    case 'field':
      return (
        difference(text, plan, 'field') ??
        synonymousField(text, lang) ??
        FIELD_INDEX(lang).nearest(text) ??
        nearestOf(ownOfProjects(plan), text)
      );
    case 'function':
      return difference(text, plan, 'function') ?? FUNCTION_INDEX(lang).nearest(text);
    case 'word':
      return typeof wanted.of === 'string'
        ? WORD_INDEX[wanted.of](lang).nearest(text)
        : nearestOf(
            wanted.of.words.map(({ word }) => word),
            text,
          );
    case 'declared':
      return nearestTo(reference(text, wanted.kind), plan);
    case 'policy-light':
      return nearestOf(policyLights(plan), text);
  }
}

/**
 * Names may hold `-`, so a difference without blanks reads as one name: 完成投资-年度计划. Before a parenthesis the last part
 * is a function, or there is none.
 */
function difference(text: string, plan: Plan, last: 'field' | 'function'): string | undefined {
  const own = ownFields(plan);
  for (let at = text.indexOf('-'); at !== -1; at = text.indexOf('-', at + 1)) {
    const [left, right] = [text.slice(0, at), text.slice(at + 1)];
    if (fieldIn(own, left) === undefined) continue;
    if (last === 'function' && right === '') return `${left} -`;
    const isWhole = last === 'field' ? fieldIn(own, right) !== undefined : functionOf(right) !== undefined;
    const rest = isWhole ? right : difference(right, plan, last);
    if (rest !== undefined) return `${left} - ${rest}`;
  }
  return undefined;
}

function ownOfProjects(plan: Plan): readonly string[] {
  return [...ownFields(plan).values()].filter(({ facts }) => facts.on.includes('project')).map(({ name }) => name);
}

function nearestOf(names: readonly string[], text: string): string | undefined {
  return new NameIndex(names.map((name) => ({ spellings: [name], written: name }))).nearest(text);
}

/** The field that people also call so: 责任部门 is 责任单位. */
function synonymousField(text: string, lang: Lang): string | undefined {
  const field = meantBy(text)
    // What `investment` states is called the total in expressions.
    .map((meant) => fieldOf(meant === 'investment' ? 'total' : meant))
    .find((each) => each !== undefined);
  return field && (lang === 'zh' ? field.zh : field.name);
}

/** The names of the lights of all policies, and the default's where it may hold. */
export function policyLights(plan: Plan): readonly string[] {
  const stated = plan.all('policy').flatMap(({ lights }) => lights.map(({ name }) => name.text));
  return [...new Set(stated.length === 0 ? [DEFAULT_LIGHT] : stated)];
}

const KINDS: readonly EntityKind[] = ['category', 'area', 'batch', 'tag', 'person', 'org', 'project'];

/** The kind of thing that is declared under a name; undefined where nothing is. */
export function declaredKind(text: string, plan: Plan): EntityKind | undefined {
  return KINDS.find((kind) => plan.resolveAs(reference(text, kind), kind) !== undefined);
}

export function isDeclared(text: string, kind: EntityKind, plan: Plan): boolean {
  return plan.resolveAs(reference(text, kind), kind) !== undefined;
}

function reference(text: string, kind: EntityKind): Parameters<typeof nearestTo>[0] {
  const name: Name = { text, at: NOWHERE };
  return { kinds: [kind], segments: [name], scope: [], at: NOWHERE };
}

const NOWHERE = { file: '', start: 0, end: 0 };
