// What the package ships, in dist/package:
//   index.js       an entry point for CDK apps: a few lines, with the names that ES modules ask for
//   load.js        reads the files below, which are compressed
//   code-cache.js  keeps what V8 made of them, for the command line
//   core.js.br     the command line with the policy engine, which need no CDK, in one file: hundreds of small ones would
//                  cost more to read than a check of a small template
//   index.js.br    what CDK apps ask for: the guardrail, which is in cdk.js.br, and getters for the parts below
//   constructs-index.js.br, aspects-jichitai-checks.js.br
//                  the approved constructs and the rule pack for cdk-nag: the first load modules of some forty services,
//                  the other one all of cdk-nag, and an app with the guardrail needs neither
//   lib-*.js.br    what `require` asks for in the midst of the code: formats and commands that most calls do without
//   *.table.br     tables that are read where they are asked for
//   *.texts.br     what rules say to people: text in two languages is a third of the code, a check of a compliant system
//                  shows none, and it compresses well
// All files share the modules of the core, which exports each that another file imports.
// The code before it is compressed is left in dist/plain, where the lines of a stack trace are found.
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, relative, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { withoutTexts } from './package/texts.mjs';

const OUT = 'dist/package';
const PLAIN = 'dist/plain';
const ROOT = resolve('.');
const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  // An error that nobody catches shows its line.
  lineLimit: 160,
  // Dependencies are installed beside the package, and loaded once something needs them.
  packages: 'external',
  logLevel: 'warning',
};
const nameOf = (file) =>
  relative(ROOT, file)
    .replace(/\.\w+$/, '')
    .replaceAll(/[\\/]/g, '-');

/** What programs import: the module of each entry point, by the name of its file. */
const ENTRY_POINTS = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync('scripts/package/entry-points.json', 'utf8'))).map(
    ([name, file]) => [name.replaceAll('/', '-'), file],
  ),
);

/** Entry point of CDK apps, and what of it is loaded once an app names it. */
const FOR_CDK = resolve('index.ts');
const PARTS_FOR_CDK = ['constructs/index.ts', 'aspects/jichitai-checks.ts'].map((file) => resolve(file));

/** Modules that several files on demand import: each is a file of its own, as are those that are asked for on demand. */
const COMMON = [
  'lib/config-file.ts',
  'lib/policy/clauses/index.ts',
  'lib/pulumi/normalise.ts',
  'lib/analysis/network/reachability.ts',
].map((file) => resolve(file));
/** Modules that have a file of their own. */
const ownFile = new Set(COMMON);
/** Modules of the core that another file imports. */
const shared = new Set();

/** Leaves what is asked for by `require` in a file of its own, unless the core has it anyway. */
const lazy = (core) => ({
  name: 'lazy',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, async ({ kind, path, resolveDir, pluginData }) => {
      if (kind !== 'require-call' || pluginData === 'seen') return undefined;
      const { path: file } = await builder.resolve(path, { kind, resolveDir, pluginData: 'seen' });
      if (core.has(file)) return undefined;
      ownFile.add(file);
      return { path: `./${nameOf(file)}`, external: true };
    });
  },
});
/** Takes modules that are in another file from there. */
const fromOthers = (core) => ({
  name: 'from-others',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, async ({ kind, path, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'seen') return undefined;
      const { path: file } = await builder.resolve(path, { kind, resolveDir, pluginData: 'seen' });
      if (core.has(file)) {
        shared.add(file);
        return { path: file, namespace: 'core' };
      }
      const isItself = builder.initialOptions.entryPoints?.includes(relative(ROOT, file));
      return ownFile.has(file) && !isItself ? { path: file, namespace: 'own-file' } : undefined;
    });
    const from = (namespace, contents) => {
      builder.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: contents(path),
        resolveDir: ROOT,
      }));
      builder.onResolve({ filter: /^\.\//, namespace }, ({ path }) => ({ path, external: true }));
    };
    from('core', (path) => `module.exports = require('./core')[${JSON.stringify(nameOf(path))}];`);
    from('own-file', (path) => `module.exports = require('./${nameOf(path)}');`);
  },
});

/** Leaves the parts for CDK out of what exports them. */
const withoutParts = {
  name: 'without-parts',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, async ({ kind, path, resolveDir, pluginData }) => {
      if (pluginData === 'seen') return undefined;
      const { path: file } = await builder.resolve(path, { kind, resolveDir, pluginData: 'seen' });
      return PARTS_FOR_CDK.includes(file) ? { path: file, namespace: 'nothing' } : undefined;
    });
    builder.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};
/** Takes modules that the guardrail has from its file: some of them remember what they have seen. */
const fromCdk = (modules, used) => ({
  name: 'from-cdk',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, async ({ kind, path, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'seen') return undefined;
      const { path: file } = await builder.resolve(path, { kind, resolveDir, pluginData: 'seen' });
      if (!modules.has(file)) return undefined;
      used.add(file);
      return { path: file, namespace: 'cdk' };
    });
    builder.onLoad({ filter: /.*/, namespace: 'cdk' }, ({ path }) => ({
      contents: `module.exports = require('./cdk')[${JSON.stringify(nameOf(path))}];`,
      resolveDir: ROOT,
    }));
    builder.onResolve({ filter: /^\.\//, namespace: 'cdk' }, ({ path }) => ({ path, external: true }));
  },
});

/** Keeps a table beside the code, and gives the name of its file. */
function kept(path) {
  const name = `${basename(path, '.json')}.table.br`;
  writeFileSync(`${OUT}/${name}`, compressed(JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))));
  return name;
}

/** Tables of the analyses are kept compressed, and read where they are asked for. */
const tables = {
  name: 'tables',
  setup(builder) {
    const filter = /[/\\]data[/\\][\w-]+\.json$/;
    // What is asked for by `require` is read there and then, and is the table itself.
    builder.onResolve({ filter }, ({ kind, path, resolveDir }) =>
      kind === 'require-call' ? { path: resolve(resolveDir, path), namespace: 'table' } : undefined,
    );
    builder.onLoad({ filter, namespace: 'table' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(`./${kept(path)}`)});`,
      resolveDir: ROOT,
    }));
    builder.onLoad({ filter }, ({ path }) => {
      const name = kept(path);
      // An import that nothing is taken from reads nothing.
      const read = `table ??= require(${JSON.stringify(`./${name}`)})`;
      return {
        loader: 'js',
        contents: `let table; exports.__esModule = true;
          Object.defineProperty(exports, 'default', { enumerable: true, get: () => (${read}) });`,
      };
    });
    builder.onResolve({ filter: /^\.\/[\w-]+\.table\.br$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** What is published is as small as can be; what is built to be tried is a twelfth larger, and built in half the time. */
const QUALITY = process.argv.includes('--smallest') ? constants.BROTLI_MAX_QUALITY : 9;

/** A file with fewer texts keeps them. */
const MOST_KEPT = 100;

/** The files of the core: all that the command line imports without being asked for it. */
async function filesOfCore() {
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: ['lib/cli/main.ts'],
    write: false,
    metafile: true,
    plugins: [tables, lazy(new Set())],
  });
  return new Set(Object.keys(metafile.inputs).map((file) => resolve(file)));
}

for (const folder of [OUT, PLAIN]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
const core = await filesOfCore();
const plugins = [tables, fromOthers(core), lazy(core)];
const { index: _, ...otherEntryPoints } = ENTRY_POINTS;
const files = () => ({
  ...otherEntryPoints,
  ...Object.fromEntries([...ownFile].map((file) => [nameOf(file), relative(ROOT, file)])),
});
// What is asked for on demand is known once everything has been read: files on demand ask for others.
for (let before = -1; before < ownFile.size; ) {
  before = ownFile.size;
  const entryPoints = [...Object.values(files()), relative(ROOT, FOR_CDK)];
  await build({ ...OPTIONS, entryPoints, outdir: PLAIN, write: false, plugins });
}
for (const [name, file] of Object.entries(files())) {
  // CDK and stack traces call classes by their names.
  await write(name, { entryPoints: [file], plugins, keepNames: name in ENTRY_POINTS });
}
await writeForCdk();
await write('core', {
  stdin: {
    contents: [
      "export { main, unwritable } from './lib/cli/main';",
      ...[...shared]
        .sort()
        .map((file) => `export * as ${JSON.stringify(nameOf(file))} from ${JSON.stringify(file)};`),
    ].join('\n'),
    resolveDir: ROOT,
    sourcefile: 'core.ts',
    loader: 'ts',
  },
  plugins: [tables, lazy(core)],
});
for (const name of ['load', 'code-cache']) copyFileSync(`scripts/package/${name}.cjs`, `${OUT}/${name}.js`);
// Each file loads.
const load = createRequire(import.meta.url)(resolve(OUT, 'load.js'));
for (const name of ['core', 'index', ...PARTS_FOR_CDK.map(nameOf), ...Object.keys(files())]) load(name);
for (const name of Object.keys(ENTRY_POINTS)) {
  const names = Object.keys(load(name)).sort();
  writeFileSync(
    `${OUT}/${name}.js`,
    `'use strict';\nconst load = require('./load.js');\nmodule.exports = load('${name}');\n` +
      `// For ES modules, which ask for names before anything runs.\n0 && (module.exports = { ${names.join(', ')} });\n`,
  );
}

// Tests that run what is built build it again only where a source is newer than what was compiled.
const { mtime } = statSync('dist/index.js');
writeFileSync('dist/.built', '');
utimesSync('dist/.built', mtime, mtime);

/** What CDK apps import: the guardrail, and the parts that an app may name. */
async function writeForCdk() {
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: [relative(ROOT, FOR_CDK)],
    write: false,
    metafile: true,
    plugins: [withoutParts, ...plugins],
  });
  const own = Object.keys(metafile.inputs).filter((file) => !/^[\w-]+:/.test(file));
  const modules = new Set(own.map((file) => resolve(file)));
  const used = new Set();
  const lines = [`const cdk = require('./cdk');`];
  const inParts = new Set();
  for (const file of PARTS_FOR_CDK) {
    const entryPoints = [relative(ROOT, file)];
    await write(nameOf(file), {
      entryPoints,
      plugins: [fromCdk(modules, used), ...plugins],
      keepNames: true,
    });
    for (const name of await exportsOf(file)) {
      inParts.add(name);
      lines.push(getter(name, `require('./${nameOf(file)}').${name}`));
    }
  }
  for (const name of await exportsOf(FOR_CDK))
    if (!inParts.has(name)) lines.push(getter(name, `cdk.${name}`));
  await write('cdk', {
    stdin: {
      contents: [FOR_CDK, ...[...used].sort()]
        .map(
          (file, at) =>
            `export * ${at === 0 ? '' : `as ${JSON.stringify(nameOf(file))} `}from ${JSON.stringify(file)};`,
        )
        .join('\n'),
      resolveDir: ROOT,
      sourcefile: 'cdk.ts',
      loader: 'ts',
    },
    plugins: [withoutParts, ...plugins],
    keepNames: true,
  });
  const code = `"use strict";\n${lines.join('\n')}\n`;
  writeFileSync(`${PLAIN}/index.js`, code);
  writeFileSync(`${OUT}/index.js.br`, compressed(code));
}

function getter(name, value) {
  return `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => ${value} });`;
}

/** The names of the values that a module exports. */
async function exportsOf(file) {
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: [relative(ROOT, file)],
    format: 'esm',
    outdir: PLAIN,
    write: false,
    metafile: true,
    plugins: [tables],
  });
  const [output] = Object.values(metafile.outputs);
  return output.exports;
}

/** Bundles a file, and takes its texts in two languages out of it where there are many; they are read once asked for. */
async function write(name, options) {
  const { outputFiles } = await build({
    ...OPTIONS,
    ...options,
    outfile: `${PLAIN}/${name}.js`,
    write: false,
  });
  const code = outputFiles[0].text
    // The package's loader does that: code that it compiles cannot.
    .replaceAll(/\bimport\("(\w+)"\)/g, 'require.import("$1")');
  const { rest, parts } = withoutTexts(code);
  const count = [...parts.values()].reduce((sum, { texts }) => sum + texts.length, 0);
  const hasOwnTexts = count >= MOST_KEPT;
  if (hasOwnTexts) {
    for (const part of parts.values())
      writeFileSync(`${OUT}/${name}-${part.name}.texts.br`, compressed(JSON.stringify(part.texts)));
  }
  const reader = `let $texts={};function $text(p,n){return($texts[p]??=require("./${name}-"+p+".texts.br"))[n]}\n`;
  const plain = asAscii(hasOwnTexts ? `"use strict";${reader}${rest}` : code);
  writeFileSync(`${PLAIN}/${name}.js`, plain);
  writeFileSync(`${OUT}/${name}.js.br`, compressed(plain));
}

/** Code with escapes in place of the characters that the bundler leaves, those of regular expressions. Such code is read faster. */
function asAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function compressed(text) {
  return brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}
