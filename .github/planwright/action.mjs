// The steps of the GitHub Action (action.yml), for every system that runners have: nothing but Node.
//
//   node action.mjs install     the command, from the npm registry or built from the action's own files
//   node action.mjs check       findings as annotations and SARIF, counts and summaries into the page of the job
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ACTION = fileURLToPath(new URL('../../', import.meta.url));
const { env } = process;
const scratch = path.join(env.RUNNER_TEMP ?? path.join(ACTION, 'out'), 'planwright');
/** GitHub shows no more of a page; what is longer is left out whole, so that no table is cut. */
const LARGEST_PAGE = 900_000;

mkdirSync(scratch, { recursive: true });
process.exit(process.argv[2] === 'install' ? install() : check());

function install() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20)
    return told(`Planwright needs Node 20 or newer, and this is ${process.version}: add actions/setup-node`);
  const version = env.PLANWRIGHT_VERSION ?? '';
  if (version === '') return built();
  // An npm version or tag and nothing else: no address, no folder.
  if (!/^[\w.+-]+$/.test(version)) return told(`'${version}' is no version of the npm package`);
  rmSync(path.join(scratch, 'node_modules'), { recursive: true, force: true });
  return npm(
    ['install', '--prefix', scratch, '--ignore-scripts', '--no-audit', '--no-fund', `planwright@${version}`],
    scratch,
  );
}

function built() {
  if (existsSync(path.join(ACTION, 'dist/cli.js'))) return 0;
  return (
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], ACTION) ||
    npm(['run', '--silent', 'build:command'], ACTION)
  );
}

function npm(args, cwd) {
  // On Windows npm is a script that only a shell starts; the arguments hold nothing that a shell would read.
  const { status, error } = spawnSync('npm', args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return error === undefined && status === 0 ? 0 : told(`npm ${args[0]} failed`);
}

function command() {
  const installed = path.join(scratch, 'node_modules/planwright/dist/cli.js');
  return existsSync(installed) ? installed : path.join(ACTION, 'dist/cli.js');
}

function planwright(args) {
  return spawnSync(process.execPath, [command(), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function check() {
  const [sarif, json] = ['planwright.sarif', 'findings.json'].map((name) => path.join(scratch, name));
  for (const file of [sarif, json]) rmSync(file, { force: true });
  const paths = (env.PLANWRIGHT_PATHS ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const options = [
    ...given('--fail-on', env.PLANWRIGHT_FAIL_ON),
    ...given('--severity', env.PLANWRIGHT_SEVERITY),
    ...given('--since', env.PLANWRIGHT_SINCE),
    ...given('--baseline', env.PLANWRIGHT_BASELINE),
    ...common(),
  ];
  const formats = ['--format', 'github', '--format', `sarif=${sarif}`, '--format', `json=${json}`];
  const { status, stdout } = planwright(['check', ...formats, ...options, '--', ...paths]);
  process.stdout.write(stdout ?? '');
  if (existsSync(json)) {
    const found = JSON.parse(readFileSync(json, 'utf8'));
    output('sarif', sarif);
    output('errors', found.summary.errors);
    output('warnings', found.summary.warnings);
    page(counts(found));
    summaries(paths, found);
  }
  return status ?? 3;
}

function given(option, value) {
  return value === undefined || value === '' ? [] : [`${option}=${value}`];
}

function common() {
  return [...given('--as-of', env.PLANWRIGHT_AS_OF), ...given('--lang', env.PLANWRIGHT_LANG)];
}

function isChinese() {
  return env.PLANWRIGHT_LANG === 'zh';
}

/** Counts and codes only: nothing of a plan's text. */
function counts({ summary, diagnostics, statusDate }) {
  const zh = isChinese();
  const heads = zh
    ? ['文件', '项目', '错误', '警告', '提示', '建议']
    : ['files', 'projects', 'errors', 'warnings', 'infos', 'hints'];
  const figures = ['files', 'projects', 'errors', 'warnings', 'infos', 'hints'].map((name) => summary[name]);
  const byRule = new Map();
  for (const { code, severity } of diagnostics) {
    const known = byRule.get(code) ?? { severity, n: 0 };
    byRule.set(code, { ...known, n: known.n + 1 });
  }
  const rules = [...byRule].sort(([a, { n: more }], [b, { n }]) => n - more || (a < b ? -1 : 1));
  const asOf = statusDate === null ? '' : zh ? `（截至 ${statusDate}）` : ` (as of ${statusDate})`;
  return [
    `## Planwright${asOf}`,
    '',
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '--:').join(' | ')} |`,
    `| ${figures.join(' | ')} |`,
    '',
    ...(rules.length === 0
      ? []
      : [
          zh ? '| 规则 | 级别 | 处数 |' : '| rule | severity | findings |',
          '| --- | --- | --: |',
          ...rules.map(([code, { severity, n }]) => `| \`${code}\` | ${severity} | ${n} |`),
          '',
        ]),
  ].join('\n');
}

/** Of each plan root that was checked. Summaries that cannot be made are told, and fail nothing: the check has spoken. */
function summaries(paths, { roots }) {
  const kinds = (env.PLANWRIGHT_DASHBOARD ?? '')
    .split(',')
    .map((kind) => kind.trim())
    .filter((kind) => kind !== '');
  const folders = roots === undefined ? [paths] : roots.map(({ root }) => [root]);
  for (const folder of folders) {
    for (const kind of kinds) {
      const { status, stdout } = planwright(['summary', kind, '--format', 'md', ...common(), '--', ...folder]);
      if (status === 0) page(`\n${stdout}\n`);
      else
        process.stdout.write(
          `::warning title=Planwright::The summary ${kind.replace(/[^\w-]/g, '')} could not be made\n`,
        );
    }
  }
}

function output(name, value) {
  if (env.GITHUB_OUTPUT !== undefined) appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}\n`);
}

/** Into the page of the job, as far as it has room. */
function page(markdown) {
  const file = env.GITHUB_STEP_SUMMARY;
  if (file === undefined) return;
  const size = existsSync(file) ? statSync(file).size : 0;
  const room = LARGEST_PAGE - size - Buffer.byteLength(markdown);
  appendFileSync(
    file,
    room >= 0 ? markdown : isChinese() ? '\n内容过长，未全部列出。\n' : '\nThe rest is too long for this page.\n',
  );
}

function told(message) {
  process.stdout.write(`::error title=Planwright::${message}\n`);
  return 2;
}
