// Builds everything that runs: the command, the language server (Node and Web Worker), the extension (desktop and web) and the
// page inside previews. All of it is CommonJS or plain script, bundled, with no dependency left to install.
//
//   node esbuild.mjs                 a build to work with
//   node esbuild.mjs --production    minified, with the licences of what is bundled: what the vsix and the package hold
//   node esbuild.mjs --watch         builds again at every change
//   node esbuild.mjs --production --command=FOLDER     the command and its server only, into that folder
//   node esbuild.mjs --schema        only the schema of planwright.json, for the editor

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve as resolvePath } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const ROOT = fileURLToPath(new URL('./', import.meta.url));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const [, commandFolder] = /^--command=(.+)$/.exec(process.argv.find((arg) => arg.startsWith('--command=')) ?? '') ?? [];
/** Where everything goes. */
const OUT = resolvePath(commandFolder ?? `${ROOT}dist`);

const LOWEST_NODE = 'node20';
const LOWEST_BROWSER = 'es2022';

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
};
/** @type {import('esbuild').BuildOptions} */
const NODE = {
  ...COMMON,
  platform: 'node',
  format: 'cjs',
  target: LOWEST_NODE,
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': '__own.address' },
  plugins: [loadedWhenUsed()],
};
/** `import.meta.url` for a bundle that is no module; where nobody asks, it costs nothing. */
const OWN_ADDRESS = `const __own = { get address() { return require('node:url').pathToFileURL(__filename).href; } };`;
/** @type {import('esbuild').BuildOptions} */
const BROWSER = { ...COMMON, platform: 'browser', target: LOWEST_BROWSER, mainFields: ['browser', 'module', 'main'] };

/** The script that makes wall charts live in a generated file: its text lies in whatever can generate one. */
const WALL_CHART = { PLANWRIGHT_WALL_CHART: JSON.stringify(wallChartScript()) };
/** The folder of the parts of the command and the server. */
const PARTS = 'parts';
/** What `--version` says, and the server of itself. */
const VERSION = {
  PLANWRIGHT_VERSION: JSON.stringify(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version),
};

/** @type {readonly import('esbuild').BuildOptions[]} */
const BUNDLES = [
  {
    ...NODE,
    ...inParts(),
    // One bundle of two: what the command and the server both need travels once.
    entryPoints: { cli: 'server/src/cli/bin.ts', server: 'server/src/lsp/main.node.ts' },
    define: { ...NODE.define, ...WALL_CHART, ...VERSION },
  },
  {
    ...BROWSER,
    entryPoints: ['server/src/lsp/main.browser.ts'],
    define: { ...WALL_CHART, ...VERSION },
    outfile: 'dist/server.browser.js',
    format: 'iife',
  },
  {
    ...NODE,
    entryPoints: ['extension/src/extension.node.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
  },
  {
    ...BROWSER,
    entryPoints: ['extension/src/extension.browser.ts'],
    outfile: 'dist/extension.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...BROWSER, entryPoints: ['extension/webview/preview.ts'], outfile: 'dist/webview/preview.js', format: 'iife' },
  { ...BROWSER, entryPoints: ['extension/webview/import.ts'], outfile: 'dist/webview/import.js', format: 'iife' },
  { ...BROWSER, entryPoints: ['extension/webview/what-if.ts'], outfile: 'dist/webview/what-if.js', format: 'iife' },
  {
    ...BROWSER,
    entryPoints: ['extension/webview/preview.css'],
    outfile: 'dist/webview/preview.css',
    plugins: [reportStyles()],
  },
];

/**
 * What a bundle loads by `import()` becomes a file of its own, in a folder of parts, read when it is called for. esbuild
 * splits ES modules only; a package without `"type": "module"` cannot hold these under the name `.js`, and Node loads
 * CommonJS faster.
 */
function inParts() {
  return {
    outdir: OUT,
    chunkNames: `${PARTS}/[name]-[hash]`,
    format: 'esm',
    splitting: true,
    sourcemap: production ? false : 'inline',
    write: false,
    plugins: [...(NODE.plugins ?? []), asCommonJs()],
  };
}

function asCommonJs() {
  return {
    name: 'as CommonJS',
    setup(build) {
      build.onEnd(async ({ outputFiles = [] }) => {
        rmSync(join(OUT, PARTS), { recursive: true, force: true });
        for (const { path, text } of outputFiles) {
          const { code, map } = await esbuild.transform(text, {
            banner: [
              ...(basename(path) === 'cli.js' ? ['#!/usr/bin/env node'] : []),
              ...(text.includes('__own.address') ? [OWN_ADDRESS] : []),
            ].join('\n'),
            sourcefile: path,
            format: 'cjs',
            target: LOWEST_NODE,
            supported: { 'dynamic-import': false },
            minify: production,
            sourcemap: !production,
            legalComments: 'none',
            charset: COMMON.charset,
          });
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, production ? code : `${code}//# sourceMappingURL=${basename(path)}.map\n`);
          if (!production) writeFileSync(`${path}.map`, map);
        }
      });
    },
  };
}

/**
 * Two packages make at their start what is hardly ever used: commander what starts commands that are programs of their own,
 * and with it all of the network; string-width what takes texts apart by the tables of all scripts.
 */
function loadedWhenUsed() {
  const turned = [
    [
      /[\\/]commander[\\/]lib[\\/]command\.js$/,
      `require('node:child_process');`,
      `{ get spawn() { return require('node:child_process').spawn; } };`,
    ],
    [
      /[\\/]string-width[\\/]index\.js$/,
      'const segmenter = new Intl.Segmenter();',
      'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
    ],
  ];
  return {
    name: 'loaded when used',
    setup(build) {
      for (const [filter, atStart, whenUsed] of turned) {
        build.onLoad({ filter }, ({ path }) => {
          const text = readFileSync(path, 'utf8');
          if (!text.includes(atStart)) throw new Error(`${path}: no longer has '${atStart}'`);
          return { contents: text.replace(atStart, whenUsed) };
        });
      }
    },
  };
}

function wallChartScript() {
  const { outputFiles } = esbuild.buildSync({
    ...BROWSER,
    entryPoints: ['server/src/report/wall-chart/standalone.ts'],
    format: 'iife',
    minify: true,
    sourcemap: false,
    metafile: false,
    write: false,
  });
  // An HTML parser ends a script at the first `</script`, wherever it stands.
  const text = outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}

/** The examples as one file: an extension cannot list its own folder where it runs in a browser. */
function writeExamples() {
  const examples = {};
  for (const name of ['harbour', 'westmere', 'longyan-2009', 'shanghai']) {
    const folder = join(ROOT, 'examples', name);
    const files = readdirSync(folder, { recursive: true })
      .filter((file) => statSync(join(folder, file)).isFile())
      .sort();
    examples[name] = Object.fromEntries(
      files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
    );
  }
  writeFileSync(join(OUT, 'examples.json'), JSON.stringify(examples));
}

/** The schema by which an editor of JSON checks `planwright.json`, made from what reads the file. */
async function configurationSchema() {
  const { outputFiles } = await esbuild.build({
    ...COMMON,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    stdin: {
      contents: `export { configurationJsonSchema } from './server/src/workspace/configuration-schema.ts';`,
      resolveDir: ROOT,
    },
    sourcemap: false,
    metafile: false,
    write: false,
  });
  const { configurationJsonSchema } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'planwright.schema.json'), `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`);
}

/** `report:styles` is the style sheet of reports under the editor's colours, as the server's renderer has it. */
function reportStyles() {
  const css = `${ROOT}server/src/report/render/css`;
  return {
    name: 'report styles',
    setup(build) {
      build.onResolve({ filter: /^report:styles$/ }, ({ path }) => ({ path, namespace: 'report' }));
      build.onLoad({ filter: /.*/, namespace: 'report' }, async () => {
        const { outputFiles } = await esbuild.build({
          stdin: {
            contents: `export { webviewThemeCss } from './webview-theme.ts'; export { reportCss } from './report.ts'; export { wallChartCss } from './wall-chart.ts';`,
            resolveDir: css,
          },
          bundle: true,
          format: 'esm',
          write: false,
        });
        const made = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
        const watchFiles = readdirSync(css).map((file) => join(css, file));
        return {
          contents: `${made.reportCss}\n${made.wallChartCss}\n${made.webviewThemeCss}`,
          loader: 'css',
          watchFiles,
        };
      });
    },
  };
}

/** What the command consists of: `planwright lsp` starts the server. */
const COMMAND = new Set(['server/src/cli/bin.ts', 'server/src/lsp/main.node.ts']);

/** The licence of every package that went into a bundle, in one text: that is what their licences ask for. */
function notices(metafiles) {
  const packages = new Set();
  for (const { inputs } of metafiles.flatMap(({ outputs }) => Object.values(outputs))) {
    // What esbuild has only looked at and left out leaves no bytes.
    for (const [input] of Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0)) {
      const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
      if (name !== undefined)
        packages.add(`${input.slice(0, input.lastIndexOf(`node_modules/${name}/`))}node_modules/${name}`);
    }
  }
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
      const file = readdirSync(join(ROOT, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
      if (file === undefined) throw new Error(`${folder} has no licence text that could go along with it`);
      return `${name} ${version}\n${'-'.repeat(72)}\n${readFileSync(join(ROOT, folder, file), 'utf8').trim()}\n`;
    })
    .join('\n\n');
}

const bundles = BUNDLES.filter(({ entryPoints }) => {
  const [entry] = Object.values(entryPoints);
  if (commandFolder !== undefined && !COMMAND.has(entry)) return false;
  const there = existsSync(join(ROOT, entry));
  if (!there) process.stderr.write(`esbuild: ${entry} is not there yet and is left out\n`);
  return there;
});

if (process.argv.includes('--schema')) {
  await configurationSchema();
} else if (watch) {
  for (const bundle of bundles) await (await esbuild.context({ ...bundle, logLevel: 'info' })).watch();
} else {
  if (production) rmSync(OUT, { recursive: true, force: true });
  if (commandFolder === undefined) {
    await configurationSchema();
    writeExamples();
  }
  const results = [];
  for (const bundle of bundles) results.push(await esbuild.build(bundle));
  if (production) {
    const target = join(OUT, 'THIRD-PARTY-NOTICES.txt');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, notices(results.map(({ metafile }) => metafile)));
  }
  for (const { metafile } of results) {
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
      process.stderr.write(`${file.padEnd(28)} ${(bytes / 1024).toFixed(0).padStart(6)} KiB\n`);
    }
  }
}
