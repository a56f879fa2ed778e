/** The formatter, and the turning of keywords into the other language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileFacts } from '../../model/facts.js';
import { parsePlan } from '../parser.js';
import { readPlan } from '../read-plan.js';
import { applyEdits } from './edit.js';
import { formatEdits, formatPlan, repairEdits } from './format.js';

describe('the layout', () => {
  test('is two blanks for each open brace, and one between words', () => {
    expect(formatPlan('project   P1 "Bridge"{\nleader\tLiSi\n   investment 5M{ Q1  3M\n}\n      }')).toBe(
      'project P1 "Bridge" {\n  leader LiSi\n  investment 5M { Q1 3M\n  }\n}\n',
    );
  });

  test('leaves two blanks between statements of one line that an author set apart, and one where one stood', () => {
    expect(formatPlan('project P1   { leader   LiSi    unit Transport owner  WangWu }    person A\n')).toBe(
      'project P1 { leader LiSi  unit Transport owner WangWu }  person A\n',
    );
    expect(formatPlan('project P { task T   due  2026   done 2026-01-02   { after A,  B  }   team { A,  B } }\n')).toBe(
      'project P { task T due 2026 done 2026-01-02 { after A, B }  team { A, B } }\n',
    );
    expect(formatPlan('项目 P1 { 级别 市级　　标签 灾后 }\n')).toBe('项目 P1 { 级别 市级  标签 灾后 }\n');
  });

  test('leaves remarks at the end of lines in the column in which they stand', () => {
    const text = 'view V {\n  group category   // one\n  sort light       // two\n}\n';
    expect(formatPlan(text)).toBe(text);
    expect(formatPlan('person   A\t\t// one\nperson B// two\n')).toBe('person A // one\nperson B // two\n');
  });

  test('mends full-width signs, digits and letters outside of texts and quoted names', () => {
    expect(formatPlan('项目　Ｐ１　“大桥，一期”｛　责任领导　李四、王五，`赵，六`　｝\n')).toBe(
      '项目 P1 “大桥，一期” { 责任领导 李四, 王五, `赵，六` }\n',
    );
    expect(formatPlan('项目 P1 { 期限 ２０２６－０３　进度 ５０％ }')).toBe('项目 P1 { 期限 2026-03 进度 50% }\n');
  });

  test('keeps comments and long texts, and moves further lines of a comment with the first', () => {
    const text = 'project P1 {\n      /* one\n         two */\n  scope """\n       kept\n  """ // end   \n}\n';
    expect(formatPlan(text)).toBe('project P1 {\n  /* one\n     two */\n  scope """\n       kept\n  """ // end\n}\n');
  });

  test('keeps one blank line of many, and none at either end', () => {
    expect(formatPlan('\n\nperson A\n\n\n\nperson B\n\n\n')).toBe('person A\n\nperson B\n');
  });

  test('indents what goes on with a statement', () => {
    expect(formatPlan('project P1 {\nsupport A,\nB\nmilestone M "x"\ndue 2026-03-01\n}\n')).toBe(
      'project P1 {\n  support A,\n    B\n  milestone M "x"\n    due 2026-03-01\n}\n',
    );
  });

  test('sets conditions, calls, lags and paths as they are read', () => {
    const text =
      'view V { where not( a=1 and -b < - 2 )or light ( x )=red totals count ( ) , sum( total,stage = ready ) }\nproject P { task T { after A . b FS+ 5wd , C - 3d } }\n';
    expect(formatPlan(text)).toBe(
      'view V { where not (a = 1 and -b < -2) or light(x) = red totals count(), sum(total, stage = ready) }\nproject P { task T { after A.b FS +5wd, C -3d } }\n',
    );
  });

  test('keeps the line ends and the byte order mark of the file', () => {
    expect(formatPlan('\uFEFFperson   A\r\nperson B')).toBe('\uFEFFperson A\r\nperson B\r\n');
  });

  test('of lines that cannot be read sets the indentation only, and leaves conflict markers alone', () => {
    const text = 'person A\n<<<<<<< ours\n   person   B\n=======\n   person   C\n>>>>>>> theirs\n  person   D % %\n';
    expect(formatPlan(text)).toBe(
      'person A\n<<<<<<< ours\nperson B\n=======\nperson   C\n>>>>>>> theirs\nperson   D % %\n',
    );
    expect(formatPlan('项目 P1 {\n        类别类别  交通   ？？\n？？   节点\n    责任人   李四\n}\n')).toBe(
      '项目 P1 {\n  类别类别  交通   ？？\n  ？？   节点\n  责任人 李四\n}\n',
    );
  });

  test('of a range touches its lines only', () => {
    const text = 'person   A\nperson   B\nperson   C\n';
    const edits = formatEdits(parsePlan(text), { start: 12, end: 14 });
    expect(applyEdits(text, edits)).toBe('person   A\nperson B\nperson   C\n');
  });

  test('while typing, only full-width signs are mended', () => {
    const text = '项目 P1   ｛\n  责任领导 李四、王五\n';
    expect(applyEdits(text, repairEdits(parsePlan(text), { start: 0, end: text.length }))).toBe(
      '项目 P1   {\n  责任领导 李四、王五\n',
    );
  });
});

describe('what is not as it should be', () => {
  test('a name in figures without its backquotes was torn apart', () => {
    const text = 'project 2009-001 "x" {\n  leader 3-x\n  task T { after 2009-001 FS +5d, 0-12-25 }\n}\n';
    expect(formatPlan(text)).toBe(text);
  });

  test('lines that end with a lone carriage return were joined, and all below a remark hidden', () => {
    const text = '// ours\rproject P {\rleader L\r/* a\rb */ scope """\rone\r  two\r"""\r}\rperson L\r';
    const formatted = formatPlan(text);

    expect(formatted).toBe(
      '// ours\nproject P {\n  leader L\n  /* a\n  b */ scope """\none\n  two\n"""\n}\nperson L\n',
    );
    expect(stated(readPlan('a', text))).toBe(stated(readPlan('a', formatted)));
    expect(readPlan('a', text).declarations).toHaveLength(2);
    expect(formatPlan('person A\r\n\rperson B\rperson C\r\n')).toBe('person A\r\n\r\nperson B\r\nperson C\r\n');
  });

  test.each([
    [
      'its layout told where the brace was missing',
      `project P {\n task T { ${'task t { '.repeat(3)}after A\n  approval B\n  milestone M { after B }\n}\n`,
    ],
    [
      'a sign that nobody sees moved it to the right',
      'meeting M {\n{\n \u200b decision {\n    feedback\n  }\ndecision "x"',
    ],
  ])('what lacks a brace was laid out otherwise the second time: %s', (_, text) => {
    const once = formatPlan(text);
    expect(formatPlan(once)).toBe(once);
  });
});

describe('a value that cannot be read', () => {
  const stateOf = (text: string) => stated(readPlan('a', text));

  test.each([
    ['what is written onto a day', 'project P {\n  milestone M done 2009-01-1至6\n}\n'],
    ['a comma between figures', 'project P {\n  task T start 2025、 2\n}\n'],
    ['a comma between figures', 'project P {\n  investment 1，0\n}\n'],
    ['a brace of full width', 'calendar C holiday 2027｛\n'],
  ])('was read as a shorter one once it was laid out: %s', (_, text) => {
    const once = formatPlan(text);
    expect(stateOf(once)).toBe(stateOf(text));
    expect(formatPlan(once)).toBe(once);
  });

  test('and a comma that says nothing were laid out otherwise the second time', () => {
    const once = formatPlan('meeting M {c\n,\n text');
    expect(formatPlan(once)).toBe(once);
  });
});

describe('what is open at the end', () => {
  test('is not made longer each time', () => {
    expect(formatPlan('person   A /* x\n')).toBe('person A /* x\n');
    expect(formatPlan('project P {\nnote """\n x\n')).toBe('project P {\n  note """\n x\n');
  });
});

// ── For all plans ───────────────────────────────────────────────────────────────────────────────────────────────

const EXAMPLES = join(__dirname, '../../../../examples');

function planFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.plan'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const examples = planFiles(EXAMPLES);
const short = examples.map((text) => text.slice(0, 3000));

/** What is stated, without places, spellings of fields and the vocabulary. */
function stated(facts: FileFacts): string {
  return JSON.stringify(facts.declarations, (key, value: unknown) => {
    if (key === 'at' || key === 'keywordAt') return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    return value instanceof Set ? [...value].sort() : value;
  });
}

/** Texts that a person in the middle of typing might have: parts taken out, doubled, put in. */
const typed = fc
  .tuple(
    fc.constantFrom(...short),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(30),
        fc.constantFrom(
          '',
          '{',
          '}',
          '(',
          '"',
          '`',
          '\n',
          '、',
          '，',
          '｛',
          ' ',
          '/*',
          '//',
          '"""',
          '-3d',
          '至',
          '年度',
          '.',
          '2026',
          '<<<<<<< x\n',
          '\uD800',
        ),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((result, [where, length, put]) => {
      const at = Math.floor(where * result.length);
      return result.slice(0, at) + put + result.slice(at + length);
    }, text),
  );

describe('for all plans', () => {
  test('formatting is idempotent and changes no meaning', () => {
    for (const text of examples) {
      const once = formatPlan(text);
      expect(formatPlan(once)).toBe(once);
      expect(stated(readPlan('a', once))).toBe(stated(readPlan('a', text)));
    }
  });

  test('formatting half-typed plans is idempotent and changes no meaning', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = formatPlan(text);
        expect(formatPlan(once)).toBe(once);
        expect(stated(readPlan('a', once))).toBe(stated(readPlan('a', text)));
      }),
      { numRuns: 150 },
    );
  });
});
