// Rewrites the tables of lib/analysis/support/data from the dates that endoflife.date publishes.
//
//   npm run build && node scripts/refresh-support-dates.mjs
//
// It needs the Internet. Entries that endoflife.date does not have (releases of RDS engines, notes) and tables without
// an "endoflife" key are kept by hand: look them up on the page that "source" names, and set "asOf".
// Either all tables are rewritten or none is. Read the difference before it is committed: a date that moves to an
// earlier day turns apps that passed into apps that do not.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DATA = join(ROOT, 'lib', 'analysis', 'support', 'data');
const COMPILED = join(ROOT, 'dist', 'scripts', 'support-dates.js');
const API = process.env.ENDOFLIFE_API ?? 'https://endoflife.date/api/v1/products';
const MOST_SECONDS = 30;

async function main() {
  if (!existsSync(COMPILED)) throw new Error('run npm run build first');
  const { default: dates } = await import(COMPILED);
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const files = readdirSync(DATA)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ path: join(DATA, name), table: JSON.parse(readFileSync(join(DATA, name), 'utf8')) }))
    .filter(({ table }) => table.endoflife !== undefined);
  const texts = [];
  for (const { path, table } of files) {
    const answer = await fetched(`${API}/${table.endoflife.product}/`);
    texts.push({ path, text: dates.serialised(dates.refreshed(table, answer, today)) });
  }
  write(texts);
  console.log(`${texts.length} tables are as of ${today}`);
}

async function fetched(url) {
  let response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(MOST_SECONDS * 1000) });
  } catch (error) {
    throw new Error(`${url} cannot be reached (${error.cause?.message ?? error.message})`);
  }
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  try {
    return await response.json();
  } catch {
    throw new Error(`${url} does not answer JSON`);
  }
}

/** A file is never half written: all are written beside their places, and then put there. */
function write(texts) {
  const fresh = texts.map(({ path, text }) => ({ path, fresh: `${path}.new`, text }));
  try {
    for (const file of fresh) writeFileSync(file.fresh, file.text);
    for (const file of fresh) renameSync(file.fresh, file.path);
  } finally {
    for (const file of fresh) rmSync(file.fresh, { force: true });
  }
}

main().catch((error) => {
  console.error(`refresh-support-dates: ${error.message}; no table was changed`);
  process.exitCode = 1;
});
