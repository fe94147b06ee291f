'use strict';
// Keeps what V8 made of the package's code, so that the next run need not compile it again: a third of what a check of a
// small template takes besides Node's own start went there. No result of a check is kept, and without a cache everything
// works as it does with one.
const {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { homedir, tmpdir } = require('node:os');
const { isAbsolute, join } = require('node:path');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

/** Before the parts of a file in the cache: the lengths of the packed code and of the code, what the run took, a sum. */
const HEADER = 20;
const SUM = 16;
/** A run that took so many times as long has compiled functions that the cache lacks. */
const LONGER = 2;

class CodeCache {
  /** The code that was asked for, by name. */
  #used = new Map();

  constructor(folder) {
    this.folder = folder;
  }

  /**
   * The value of an expression that the code of a file is, or is made to be.
   * @param packed the file as the package has it: what is in the cache must be of exactly this file
   * @param unpack gives the code as latin1
   */
  run(name, packed, unpack, filename) {
    const kept = this.#read(name, packed);
    const source = kept?.source ?? unpack(packed);
    const cachedData = kept?.code;
    // V8 refuses what another version of it made, or the same one with other flags.
    const script = new Script(source.latin1Slice(), { filename, ...(cachedData && { cachedData }) });
    const isFresh = cachedData === undefined || script.cachedDataRejected === true;
    this.#used.set(name, { packed, source, script, took: isFresh ? 0 : kept.took });
    return script.runInThisContext();
  }

  /** Writes down what the cache lacks, after everything else is done. */
  keep() {
    // Other flags make other code, which the usual run would refuse.
    if (process.execArgv.length > 0 || process.env['NODE_OPTIONS']) return;
    const took = process.cpuUsage().user / 1000;
    for (const [name, used] of this.#used) {
      if (took < used.took * LONGER) continue;
      const header = Buffer.alloc(HEADER);
      header.writeUInt32LE(used.packed.length, 0);
      header.writeUInt32LE(used.source.length, 4);
      header.writeDoubleLE(took, 8);
      const bytes = Buffer.concat([header, used.packed, used.source, used.script.createCachedData()]);
      // V8 looks at the version and the flags of what it is given, and not at the rest.
      bytes.writeUInt32LE(crc32(bytes.subarray(HEADER)), SUM);
      this.#write(name, bytes);
    }
  }

  #read(name, packed) {
    let file;
    try {
      file = openSync(this.#fileOf(name), constants.O_RDONLY | constants.O_NOFOLLOW);
      const { uid } = fstatSync(file);
      if (uid !== process.getuid()) return undefined;
      const bytes = readFileSync(file);
      const source = HEADER + bytes.readUInt32LE(0);
      const code = source + bytes.readUInt32LE(4);
      if (!bytes.subarray(HEADER, source).equals(packed)) return undefined;
      if (bytes.readUInt32LE(SUM) !== crc32(bytes.subarray(HEADER))) return undefined;
      return {
        source: bytes.subarray(source, code),
        code: bytes.subarray(code),
        took: bytes.readDoubleLE(8),
      };
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** At once, so that a run beside this one sees the one file or the other. */
  #write(name, bytes) {
    const file = this.#fileOf(name);
    const draft = `${file}.${process.pid}`;
    try {
      writeFileSync(draft, bytes, { mode: 0o600, flag: 'wx' });
      renameSync(draft, file);
    } catch {
      rmSync(draft, { force: true });
    }
  }

  #fileOf(name) {
    return join(this.folder, `${name}-${process.version}-${process.arch}.code`);
  }
}

/**
 * The cache of the user; undefined where there is no folder that is theirs alone. Whoever can write there can run code
 * as them.
 */
function codeCache(environment = process.env) {
  // Node's own name for the wish that nothing compiled is kept. Sums came with Node 20.15.
  if (environment['NODE_DISABLE_COMPILE_CACHE'] || crc32 === undefined) return undefined;
  if (typeof process.getuid !== 'function') return undefined;
  const base = environment['XDG_CACHE_HOME'];
  const folders = [
    join(base !== undefined && isAbsolute(base) ? base : join(homedir(), '.cache'), 'jichitai-guardrails'),
    join(tmpdir(), `jichitai-guardrails-${process.getuid()}`),
  ];
  const folder = folders.find(isOwn);
  return folder === undefined ? undefined : new CodeCache(folder);
}

/** Whether a folder is there, made if need be, and belongs to the user alone. */
function isOwn(folder) {
  try {
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats === undefined) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return isOwn(folder);
    }
    return stats.isDirectory() && stats.uid === process.getuid() && (stats.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

module.exports = codeCache;
