// What the package ships, in dist/package:
//   core.js        the command line with the policy engine, which need no CDK, in one file: hundreds of small ones would
//                  cost more to read than a check of a small template
//   index.js       the guardrail and the constructs for CDK
//   lib-*.js       what `require` asks for in the midst of the code: formats and commands that most calls do without
//   *.table.br     tables that are read where they are asked for
//   *.texts.br     what the code says to people: text in two languages is a third of it, a check of a compliant system
//                  shows none, and it compresses well
// All files share the modules of core.js, which exports each that another file imports.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, relative, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const OUT = 'dist/package';
const ROOT = resolve('.');
const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: true,
  // Dependencies are installed beside the package, and loaded once something needs them.
  packages: 'external',
  logLevel: 'warning',
};
const nameOf = (file) =>
  relative(ROOT, file)
    .replace(/\.\w+$/, '')
    .replaceAll(/[\\/]/g, '-');

/** Large modules that several files on demand import: each is a file of its own. */
const COMMON = new Set(
  ['lib/policy/clauses/index.ts', 'lib/analysis/network/reachability.ts'].map((file) => resolve(file)),
);
/** Modules that are asked for by `require`, by file. */
const onDemand = new Set();
/** Modules of core.js that another file imports. */
const shared = new Set();

/** Leaves what is asked for by `require` in a file of its own, unless the core has it anyway. */
const lazy = (core) => ({
  name: 'lazy',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, async ({ kind, path, resolveDir, pluginData }) => {
      if (kind !== 'require-call' || pluginData === 'seen') return undefined;
      const { path: file } = await builder.resolve(path, { kind, resolveDir, pluginData: 'seen' });
      if (core.has(file)) return undefined;
      onDemand.add(file);
      return { path: `./${nameOf(file)}.js`, external: true };
    });
  },
});
/** Takes modules that the core has from there. */
const fromCore = (core) => ({
  name: 'from-core',
  setup(builder) {
    builder.onResolve({ filter: /^\.\.?\// }, async ({ kind, path, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'seen') return undefined;
      const { path: file } = await builder.resolve(path, { kind, resolveDir, pluginData: 'seen' });
      const isCommon = COMMON.has(file) && !builder.initialOptions.entryPoints.includes(file);
      if (!core.has(file) && !isCommon) return undefined;
      (isCommon ? onDemand : shared).add(file);
      return { path: file, namespace: isCommon ? 'common' : 'core' };
    });
    const from = (namespace, contents) => {
      builder.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: contents(path),
        resolveDir: ROOT,
      }));
      builder.onResolve({ filter: /^\.\//, namespace }, ({ path }) => ({ path, external: true }));
    };
    from('core', (path) => `module.exports = require('./core.js')[${JSON.stringify(nameOf(path))}];`);
    from('common', (path) => `module.exports = require('./${nameOf(path)}.js');`);
  },
});

/** Tables of the analyses are kept compressed, and read where they are asked for. */
const tables = {
  name: 'tables',
  setup(builder) {
    builder.onLoad({ filter: /[/\\]data[/\\][\w-]+\.json$/ }, ({ path }) => {
      const name = `${basename(path, '.json')}.table.br`;
      writeFileSync(`${OUT}/${name}`, compressed(JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))));
      return {
        loader: 'js',
        contents: `module.exports = JSON.parse(require("node:zlib").brotliDecompressSync(require("node:fs").readFileSync(
          require("node:path").join(__dirname, ${JSON.stringify(name)}))).toString());`,
      };
    });
  },
};

/** A file with fewer texts keeps them. */
const MOST_KEPT = 100;

/** The files of the core: all that the command line imports without being asked for it. */
async function filesOfCore() {
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: ['lib/cli/main.ts'],
    write: false,
    metafile: true,
    plugins: [lazy(new Set()), tables],
  });
  return new Set(Object.keys(metafile.inputs).map((file) => resolve(file)));
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const core = await filesOfCore();
onDemand.clear();
const plugins = [fromCore(core), lazy(core), tables];
// CDK and stack traces call classes by their names.
await build({ ...OPTIONS, keepNames: true, entryPoints: ['index.ts'], outfile: `${OUT}/index.js`, plugins });
await build({ ...OPTIONS, entryPoints: ['lib/cli/main.ts'], write: false, plugins: [lazy(core), tables] });
const made = new Set();
for (let open = [...onDemand]; open.length > 0; open = [...onDemand].filter((file) => !made.has(file))) {
  for (const file of open) {
    made.add(file);
    await write(nameOf(file), { entryPoints: [file], plugins });
  }
}
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
  plugins: [lazy(core), tables],
});
// Each file loads.
const require = createRequire(import.meta.url);
for (const name of ['core', 'index', ...[...made].map(nameOf)]) require(resolve(OUT, `${name}.js`));

/** Bundles a file, and takes its texts in two languages out of it where there are many; they are read once asked for. */
async function write(name, options) {
  const { outputFiles } = await build({ ...OPTIONS, ...options, outfile: `${OUT}/${name}.js`, write: false });
  const code = outputFiles[0].text;
  const literal = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|${'`'}(?:[^${'`'}\\$]|\\.)*${'`'})`;
  const text = new RegExp(`(?:([{,])(title|why|fix|cdk):)?(\\{ja:${literal},en:${literal}\\})`, 'g');
  const texts = [];
  const rest = code.replace(text, (_, before, key, value) => {
    texts.push(Function(`return ${value}`)());
    const read = `$text(${texts.length - 1})`;
    // Rules are declared when the code is loaded; what they say is read later, if at all.
    return key === undefined ? `(${read})` : `${before}get ${key}(){return ${read}}`;
  });
  if (texts.length < MOST_KEPT) {
    writeFileSync(`${OUT}/${name}.js`, code);
    return;
  }
  writeFileSync(`${OUT}/${name}.texts.br`, compressed(JSON.stringify(texts)));
  const reader =
    'let $texts;function $text(n){return($texts??=JSON.parse(require("node:zlib").brotliDecompressSync(' +
    `require("node:fs").readFileSync(require("node:path").join(__dirname,"${name}.texts.br"))).toString()))[n]}`;
  writeFileSync(`${OUT}/${name}.js`, `"use strict";${reader}\n${rest}`);
}

function compressed(text) {
  return brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
