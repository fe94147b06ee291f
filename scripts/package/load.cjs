'use strict';
// Loads the package's files, which are kept compressed beside this one (scripts/bundle.mjs writes them, and this one).
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { compileFunction, runInThisContext } = require('node:vm');
const { brotliDecompressSync } = require('node:zlib');

const PARAMETERS = ['exports', 'require', 'module', '__filename', '__dirname'];
// More than any file has, so that it is decompressed in one piece.
const OPTIONS = { chunkSize: 1 << 20 };
/** Of a command of the user's own; the package keeps nothing where it is a part of another program. */
let cache;
/** Files that are loaded, by name. */
const loaded = new Map();

/** The exports of a file of this package, by its name without an extension. */
function load(name) {
  const there = loaded.get(name);
  if (there !== undefined) return there.exports;
  const file = join(__dirname, `${name}.js`);
  const module = { exports: {}, id: file, filename: file, loaded: false };
  loaded.set(name, module);
  try {
    compiled(name, file)(module.exports, required, module, file, __dirname);
  } catch (error) {
    loaded.delete(name);
    throw error;
  }
  module.loaded = true;
  return module.exports;
}

/** Stack traces name the file under its name without `.br`, with the lines that `npm run build` leaves in dist/plain. */
function compiled(name, file) {
  const packed = readFileSync(`${file}.br`);
  // The bundler leaves nothing but ASCII in code.
  if (cache !== undefined) return cache.run(name, packed, wrapped, file);
  const code = brotliDecompressSync(packed, OPTIONS).latin1Slice();
  if (isNodesOwnRealm()) return compileFunction(code, PARAMETERS, { filename: file });
  // Test runners load modules in a realm of their own, whose arrays and errors are others than those of node:vm.
  // biome-ignore lint/security/noGlobalEval: the code is this package's own
  // biome-ignore lint/complexity/noCommaOperator: called by another name, eval sees no variables of this file
  return (0, eval)(`(function(${PARAMETERS}){${code}\n})\n//# sourceURL=${file}`);
}

/** An expression that is a function of the code. */
function wrapped(packed) {
  const code = brotliDecompressSync(packed, OPTIONS);
  return Buffer.concat([Buffer.from(`(function(${PARAMETERS}){`), code, Buffer.from('\n})')]);
}

function isNodesOwnRealm() {
  return runInThisContext('Object') === Object;
}

/** What a loaded file calls `require`: files of this package, tables, and the packages that are installed beside it. */
function required(id) {
  if (!id.startsWith('./')) return require(id);
  if (!id.endsWith('.br')) return load(id.slice('./'.length));
  return JSON.parse(brotliDecompressSync(readFileSync(join(__dirname, id)), OPTIONS).toString());
}
required.import = (id) => import(id);

/** From here on, what V8 makes of the code is taken from the user's cache. Gives what keeps it, at the end. */
function useCodeCache() {
  cache = require('./code-cache.js')();
  return () => cache?.keep();
}

module.exports = load;
module.exports.useCodeCache = useCodeCache;
module.exports.loaded = loaded;
