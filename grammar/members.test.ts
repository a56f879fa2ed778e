/** The table of members against the grammar and against lowering, in both directions. */
import { describe, expect, it } from 'vitest';
import { ruleNamed } from '../server/src/syntax/grammar/beginnings.js';
import type { Part } from '../server/src/syntax/grammar/rules.js';
import { problemsIn, read } from '../test/read-facts.js';
import { type Keyword, keywordOf } from './keywords.js';
import { BLOCK_NAMES, BLOCKS, type BlockName, isOn, kindsOf, memberIn, membersOf } from './members.js';
import type { Shape, Value } from './shapes.js';
import { wordsOf } from './words.js';

// ------------------------------------------------------------------------------------------------ the grammar

/** The part as the grammar writes it, actions left out. */
function written(part: Part): string {
  const { repeat = '' } = part;
  if (part.is === 'action') return '';
  if (part.is === 'sequence' || part.is === 'choice') {
    const parts = (part.is === 'sequence' ? part.parts : part.options).map(written).filter((text) => text !== '');
    const inner = parts.join(part.is === 'sequence' ? ' ' : ' | ');
    return repeat !== '' || part.is === 'choice' ? `(${inner})${repeat}` : inner;
  }
  const assigned = part.assign === undefined ? '' : `${part.assign.property}${part.assign.operator}`;
  if (part.is === 'call') return `${assigned}${part.rule}${repeat}`;
  const kinds = part.kinds.map((kind) => (/^[A-Z]{4,}$/.test(kind) ? kind : `'${kind}'`));
  return `${assigned}${kinds.length > 1 ? `(${kinds.join(' | ')})` : kinds.join('')}${repeat}`;
}

interface Alternative {
  readonly keyword: string;
  /** The rule, where it has one of its own. */
  readonly rule?: string;
  /** What stands behind the keyword. */
  readonly rest: string;
}

/** What can stand where a rule is called, by keyword. */
function alternatives(name: string, own?: string): readonly Alternative[] {
  const { body } = ruleNamed(name);
  return (body.is === 'choice' ? body.options : [body]).flatMap((option) => {
    if (option.is === 'call') return alternatives(option.rule, option.rule);
    if (option.is !== 'sequence') throw new Error(`${name} holds a ${option.is}`);
    const [key, ...rest] = option.parts.filter((part) => part.is !== 'action');
    if (key?.is !== 'token' || key.assign?.property !== 'key') throw new Error(`${name} begins with no key`);
    const text = rest.map(written).join(' ');
    return key.kinds.map((keyword) => ({ keyword, rest: text, ...(own === undefined ? {} : { rule: own }) }));
  });
}

/** The rules that the members of a block are read by. */
function memberRules(part: Part): readonly string[] {
  if (part.is === 'call') return part.assign?.property === 'members' ? [part.rule] : [];
  if (part.is === 'sequence') return part.parts.flatMap(memberRules);
  return part.is === 'choice' ? part.options.flatMap(memberRules) : [];
}

const choiceOf = (list: Parameters<typeof wordsOf>[0]): string =>
  `(${wordsOf(list)
    .map((word) => `'${word}'`)
    .join(' | ')})`;
const LIST_OF_PATHS = "refs+=Path (',' refs+=Path)*";

/** How the grammar writes a value of each shape. */
const READ_BY: Readonly<Record<Exclude<Shape, 'block' | 'choice' | 'judgement' | 'owed-by' | 'stage'>, string>> = {
  date: 'value=DateValue',
  day: 'value=DateValue',
  year: 'value=DateValue',
  'half-year': 'value=DateValue',
  span: "from=DateValue '..' to=DateValue",
  duration: 'value=DurationValue',
  money: 'value=MoneyValue',
  percent: 'value=PercentValue',
  count: 'value=NUMBER',
  'percent-text': 'value=PercentValue text=TextValue?',
  text: 'value=TextValue',
  texts: "values+=TextValue (',' values+=TextValue)*",
  name: 'value=Name',
  // Of one only the first counts, and the others are told.
  ref: LIST_OF_PATHS,
  refs: LIST_OF_PATHS,
  'dated-text': 'value=DateValue text=TextValue?',
  'day-and-text': 'value=DateValue text=TextValue',
  'year-and-text': 'value=DateValue text=TextValue',
  rhythm: "'every' value=DurationValue",
  funds: 'source=Name? value=MoneyValue',
  weekdays: "(none?='none' | days+=Weekday (',' days+=Weekday)*)",
  days: "from=DateValue ('..' to=DateValue)? text=TextValue?",
  team: `text=TextValue? ('{' (${LIST_OF_PATHS})? '}')?`,
  source: 'name=Name value=MoneyValue',
  'dated-progress': "value=PercentValue (dated?='on' on=DateValue)? text=TextValue?",
  suspension: "from=DateValue through?='..' to=DateValue? text=TextValue?",
  dependencies: "links+=Dependency (',' links+=Dependency)*",
  revision: "value=DateValue ('from' from=DateValue)? ('by' by=Path)? text=TextValue?",
  condition: 'condition=Expression',
  groups: "fields+=Name (',' fields+=Name)* ('by' across=Name)?",
  'sort-keys': "keys+=SortKey (',' keys+=SortKey)*",
  expressions: "values+=TitledValue (',' values+=TitledValue)*",
  'no-rows': "'none'",
  ranking: "value=Expression (descending?='desc' | ASCENDING)?",
  moment: 'day=Moment',
  'light-condition': "'when' condition=Expression",
  escalation: "light='yellow' 'consecutive' count=NUMBER",
  requirement: "fields+=Name (',' fields+=Name)* ('for' condition=Expression)?",
  names: "names+=Name (',' names+=Name)*",
  holders: "holders+=FixedName (',' holders+=FixedName)*",
  'own-value': 'field=Path (value=LITERAL | long=TextValue | choice=Name)',
  expectation: "('per' field=Name mode=('partition' | 'overlap') ('{' rows+=ExpectRow* '}')? | condition=Expression)",
};

function readBy(value: Value): string {
  switch (value.shape) {
    case 'block':
      return `block ${value.block}`;
    case 'choice':
      return `value=${choiceOf(value.of)}`;
    case 'judgement':
      return `value=${choiceOf(value.of)} text=TextValue?`;
    case 'owed-by':
      return `'by' value=${choiceOf(value.of)}`;
    case 'stage':
      return `stage=${choiceOf(value.of)} (on?='on'? value=DateValue)?`;
    default:
      return READ_BY[value.shape];
  }
}

const BY_RULE = new Map(BLOCK_NAMES.map((name) => [BLOCKS[name].rule, name]));

describe.each(BLOCK_NAMES)('the block %s', (name) => {
  const { rule } = BLOCKS[name];

  it('has in the table the members that the grammar has, each with its shape', () => {
    const inGrammar = memberRules(ruleNamed(rule).body)
      .flatMap((members) => alternatives(members))
      .map(({ keyword, rule: own, rest }) => {
        const block = own === undefined ? undefined : BY_RULE.get(own);
        return `${keyword} ${block === undefined ? rest : `block ${block}`}`;
      });
    const inTable = membersOf(name).map(
      (keyword) => `${keyword} ${readBy(memberIn(name, keyword)?.value ?? { shape: 'text' })}`,
    );
    expect([...new Set(inGrammar)].sort()).toEqual([...inTable].sort());
  });

  it('begins in the grammar with the keywords of the table', () => {
    expect(alternatives(rule).map(({ keyword }) => keyword)).toEqual(kindsOf(name));
  });

  it('names kinds and members that there are', () => {
    const { rather = [] } = BLOCKS[name];
    expect(rather.filter((keyword) => !membersOf(name).includes(keyword))).toEqual([]);
    for (const keyword of membersOf(name)) {
      const { on = [], value } = memberIn(name, keyword) ?? {};
      expect(on.filter((kind) => !kindsOf(name).includes(kind))).toEqual([]);
      if (value?.shape === 'block') expect(BLOCK_NAMES).toContain(value.block);
    }
  });
});

// ------------------------------------------------------------------------------------------------ the lowering

/** A plan with a block of that kind, and in it what is given. */
const PLACED: Readonly<Record<BlockName, (kind: Keyword, members: string) => string>> = {
  portfolio: (kind, members) => `${kind} X { ${members} }`,
  calendar: (kind, members) => `${kind} X { ${members} }`,
  org: (kind, members) => `${kind} X { ${members} }`,
  person: (kind, members) => `${kind} X { ${members} }`,
  taxonomy: (kind, members) => `${kind} X { ${members} }`,
  field: (kind, members) => `${kind} X choice { ${members} }`,
  project: (kind, members) => `${kind} X { ${members} }`,
  investment: (kind, members) => `project X { ${kind} 5M { ${members} } }`,
  year: (kind, members) => `project X { investment 5M { ${kind} 2026 5M { ${members} } } }`,
  item: (kind, members) => `project X { ${kind} Y { ${members} } }`,
  issue: (kind, members) => `project X { ${kind} Y "what" { ${members} } }`,
  meeting: (kind, members) => `${kind} X { ${members} }`,
  decision: (kind, members) => `meeting X { ${kind} "what" { ${members} } }`,
  report: (kind, members) => `project X { ${kind} 2026-03-31 { ${members} } }`,
  review: (kind, members) => `project X { ${kind} 2026-H1 { ${members} } }`,
  view: (kind, members) => `${kind} X { ${members} }`,
  policy: (kind, members) => `${kind} X { ${members} }`,
  light: (kind, members) => `policy X { ${kind} Y { ${members} } }`,
};

/** The facts without places, and without the list of what was stated. */
/** What a text says; that something in it could not be read says nothing. */
function facts(text: string): string {
  return JSON.stringify(read(text).declarations, (key, value: unknown) => {
    if (['at', 'keywordAt', 'stated', 'unread', 'partlyRead'].includes(key)) return undefined;
    return typeof value === 'bigint' ? `${value}n` : value;
  });
}

const cases = BLOCK_NAMES.flatMap((block) =>
  kindsOf(block).flatMap((kind) => membersOf(block, kind).map((keyword) => ({ block, kind, keyword }))),
);

describe.each(cases)('$keyword in $kind', ({ block, kind, keyword }) => {
  const member = memberIn(block, keyword);
  const { en = '', zh = '' } = member?.example ?? {};

  it.each([en, zh])('is read from its example %s', (example) => {
    // 述职 spells two keywords, 计量 one only before a text.
    const [word = ''] = /^\S+/.exec(example) ?? [];
    if (word !== '计量') expect(keywordOf(word)).toBe(example === '述职 由 责任领导' ? 'review' : keyword);
    expect(problemsIn(PLACED[block](kind, example))).toEqual([]);
  });

  it('stands in the facts', () => {
    expect(facts(PLACED[block](kind, en))).not.toBe(facts(PLACED[block](kind, '')));
  });

  it(member?.repeats ? 'may stand twice' : 'may not stand twice', () => {
    const twice = problemsIn(PLACED[block](kind, `${en}\n${en}`)).map((finding) =>
      finding.slice(0, finding.indexOf(':')),
    );
    // Of those that repeat some may stand once a day or a year.
    if (member?.repeats) expect(['', 'member/repeated']).toContain(twice.join());
    else expect(twice).toEqual(['member/repeated']);
  });
});

describe.each(
  BLOCK_NAMES.flatMap((block) =>
    kindsOf(block).flatMap((kind) =>
      membersOf(block)
        .filter((keyword) => !isOn(block, keyword, kind))
        .map((keyword) => ({ block, kind, keyword })),
    ),
  ),
)('$keyword in $kind', ({ block, kind, keyword }) => {
  it('is told to have no place there, and changes nothing', () => {
    const text = PLACED[block](kind, memberIn(block, keyword)?.example.en ?? '');
    expect(problemsIn(text)).toEqual([`syntax/unexpected: ${keyword}`]);
    expect(facts(text)).toBe(facts(PLACED[block](kind, '')));
  });
});
