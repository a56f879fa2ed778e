/** That reports for build servers are what their readers define: JUnit's XML and GitLab's code quality. */
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { elements, readXml, type XmlElement } from '../../../../test/office-file.js';
import { folderWith } from '../testing/test-folder.js';

const PLANS = {
  'clean.plan': '',
  '计划/a b.plan':
    'portfolio All { status-date 2026-03-31 }\nproject P1 `<x> & "y" \u0001` { milestone open due 2026-02-27  leader `]]>` }\n',
};

async function report(format: string): Promise<string> {
  return (await folderWith(PLANS).call('check', '--format', format, '--severity', 'hint')).stdout;
}

/** Of Jenkins' junit-10.xsd: what an element may hold, and which attributes it may and has to have. */
const JUNIT: Readonly<Record<string, { has: string[]; may: string[]; holds: string[] }>> = {
  testsuites: { has: [], may: ['name', 'time', 'tests', 'failures', 'errors', 'disabled'], holds: ['testsuite'] },
  testsuite: {
    has: ['name', 'tests'],
    may: [
      'failures',
      'errors',
      'skipped',
      'disabled',
      'time',
      'timestamp',
      'hostname',
      'id',
      'package',
      'group',
      'file',
      'log',
      'url',
      'version',
    ],
    holds: ['testcase', 'properties', 'system-out', 'system-err'],
  },
  testcase: {
    has: ['name', 'classname'],
    // `file` and `line` are what pytest and GitLab add.
    may: ['time', 'status', 'assertions', 'group', 'file', 'line'],
    holds: ['skipped', 'error', 'failure', 'system-out', 'system-err', 'properties'],
  },
  failure: { has: [], may: ['message', 'type'], holds: [] },
  'system-out': { has: [], may: [], holds: [] },
};

function problems(element: XmlElement, parent?: string): string[] {
  const rule = JUNIT[element.name];
  if (rule === undefined) return [`<${element.name}> is not defined`];
  const names = [...element.attributes.keys()];
  return [
    ...(parent !== undefined && JUNIT[parent]?.holds.includes(element.name) !== true
      ? [`<${element.name}> in <${parent}>`]
      : []),
    ...rule.has.filter((name) => !names.includes(name)).map((name) => `<${element.name}> lacks ${name}`),
    ...names.filter((name) => ![...rule.has, ...rule.may].includes(name)).map((name) => `<${element.name} ${name}>`),
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : problems(child, element.name))),
  ];
}

describe('check --format junit', () => {
  it('keeps to the schema that Jenkins reads by, and counts what it holds', async () => {
    const root = readXml(await report('junit'));

    expect(problems(root)).toEqual([]);
    expect(root.name).toBe('testsuites');
    expect(root.attributes.get('tests')).toBe(String(elements(root, 'testcase').length));
    expect(root.attributes.get('failures')).toBe(String(elements(root, 'failure').length));
    expect(elements(root, 'failure').length).toBeGreaterThan(0);
  });

  it('would be told', () => {
    expect(problems(readXml('<testsuites><testcase name="x"><oops/></testcase></testsuites>'))).toEqual([
      '<testcase> in <testsuites>',
      '<testcase> lacks classname',
      '<oops> is not defined',
    ]);
  });
});

/** GitLab's documentation, "Code Quality report format". */
const QUALITY = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'location', 'severity'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/).+' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

describe('check --format gitlab', () => {
  const validate = new Ajv({ allErrors: true }).compile(QUALITY);

  it('keeps to the format that GitLab defines; no two findings have one fingerprint', async () => {
    const found: { fingerprint: string }[] = JSON.parse(await report('gitlab'));

    expect(validate(found), JSON.stringify(validate.errors)).toBe(true);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length);
  });

  it('would be told', () => {
    expect(validate([{ description: 'x', check_name: 'y', severity: 'bad', location: { path: './a' } }])).toBe(false);
  });
});
