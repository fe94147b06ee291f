// What the package ships, in dist/package:
//   core.js        the policy engine and the command line, which need no CDK, in one file: hundreds of small ones would
//                  cost more to read than a check of a small template
//   index.js       the guardrail and the constructs for CDK, on top of it
//   texts.json.br  what the rules say to people: text in two languages is a third of the code, a check of a compliant
//                  system shows none of it, and it compresses well
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const OUT = 'dist/package';
const require = createRequire(import.meta.url);
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

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

// Modules of the engine that the CDK side imports, so that both files share one engine.
const HOSTS = ['index.ts', ...filesBelow('aspects'), ...filesBelow('constructs')];
const IMPORT = /(?:import|export) (?:\{([^}]*)\}|\* as \w+) from '((?:\.\.?\/)+lib\/[\w/-]+)'/g;
const wanted = new Map();
for (const file of HOSTS) {
  for (const [, names = '', path] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const module = resolve(file, '..', path);
    const values = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '));
    wanted.set(module, new Set([...(wanted.get(module) ?? []), ...values]));
  }
}
wanted.set(resolve('lib/cli/main'), new Set(['main']));
const exported = [...wanted].filter(([, names]) => names.size > 0);
const core = await build({
  ...OPTIONS,
  stdin: {
    contents: exported
      .map(([module, names]) => `export { ${[...names].join(', ')} } from '${module}';`)
      .join('\n'),
    resolveDir: resolve('.'),
    sourcefile: 'core.ts',
    loader: 'ts',
  },
  outfile: `${OUT}/core.js`,
  write: false,
});
writeFileSync(`${OUT}/core.js`, withoutTexts(core.outputFiles[0].text));

await build({
  ...OPTIONS,
  entryPoints: ['index.ts'],
  outfile: `${OUT}/index.js`,
  // CDK and stack traces call classes by their names.
  keepNames: true,
  plugins: [
    {
      name: 'core',
      setup({ onResolve }) {
        onResolve({ filter: /(?:^|\/)lib\/[\w/-]+$/ }, ({ path, kind, resolveDir }) =>
          kind === 'import-statement' && wanted.has(resolve(resolveDir, path))
            ? { path: './core.js', external: true }
            : undefined,
        );
      },
    },
  ],
});
const offered = require(resolve(OUT, 'core.js'));
for (const [module, names] of exported) {
  for (const name of names)
    if (offered[name] === undefined) throw new Error(`${module}: ${name} is not in core.js`);
}

/** Takes texts in two languages out of a bundle; they are read once somebody asks for one. */
function withoutTexts(code) {
  const literal = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|${'`'}(?:[^${'`'}\\$]|\\.)*${'`'})`;
  const text = new RegExp(`(?:([{,])(title|why|fix|cdk):)?(\\{ja:${literal},en:${literal}\\})`, 'g');
  const texts = [];
  const rest = code.replace(text, (_, before, key, value) => {
    texts.push(Function(`return ${value}`)());
    const read = `$text(${texts.length - 1})`;
    // Rules are declared when the code is loaded; what they say is read later, if at all.
    return key === undefined ? `(${read})` : `${before}get ${key}(){return ${read}}`;
  });
  if (texts.length < 1000) throw new Error(`only ${texts.length} texts of rules were found in the bundle`);
  writeFileSync(
    `${OUT}/texts.json.br`,
    brotliCompressSync(Buffer.from(JSON.stringify(texts)), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
    }),
  );
  const reader =
    'let $texts;function $text(n){return($texts??=JSON.parse(require("node:zlib").brotliDecompressSync(' +
    'require("node:fs").readFileSync(require("node:path").join(__dirname,"texts.json.br"))).toString()))[n]}';
  return `"use strict";${reader}\n${rest}`;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();
}
