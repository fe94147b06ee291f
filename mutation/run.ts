import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Result, relevantMutants } from './judge';
import { describeMutant } from './mutants';
import { countsTable, groupLines, groupsOf, markdown, type Outcome, outcomeOf } from './report';
import { forgottenConstructs, mutantsOfSubject, recipes, type Subject, synthesize } from './subjects';
import { IRRELEVANT, matches, matching, type Row, SURVIVORS } from './tables';

const HERE = basename(join(__dirname, '..')) === 'dist' ? join(__dirname, '..', '..') : join(__dirname, '..');
const REPORT = join(HERE, 'mutation', 'REPORT.md');
const LAST = join(HERE, 'dist', 'mutation-results.json');

const USAGE = `npm run mutation -- [--subject TEXT] [--jobs N] [--survivors] [--last]
  --subject TEXT   only subjects whose name holds the text; the report is not written then
  --jobs N         how many threads (default 2)
  --survivors      survivors without reason in groups, with one example each, instead of one by one
  --last           with the results of the last run: for rows added to survivors.ts and irrelevant.ts, nothing else
exit status  0 every mutant is noticed or explained · 1 not so · 2 wrong usage`;

interface Options {
  readonly subject: string;
  readonly jobs: number;
  readonly groups: boolean;
  readonly last: boolean;
}

function optionsOf(args: readonly string[]): Options {
  const options = { subject: '', jobs: 2, groups: false, last: false };
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--survivors') options.groups = true;
    else if (word === '--last') options.last = true;
    else if (word === '--subject') options.subject = rest.shift() ?? '';
    else if (word === '--jobs') options.jobs = Math.max(1, Number(rest.shift()) || 1);
    else {
      console.error(USAGE);
      process.exit(2);
    }
  }
  return options;
}

/** Judges all mutants in a few threads. */
async function judgeAll(subjects: readonly Subject[], jobs: number): Promise<Result[]> {
  const results: Result[] = [];
  const total = subjects.reduce((sum, subject) => sum + relevantMutants(subject).length, 0);
  await Promise.all(
    Array.from(
      { length: jobs },
      (_, part) =>
        new Promise<void>((done, fail) => {
          const worker = new Worker(join(__dirname, 'worker.js'), {
            workerData: { subjects, part, of: jobs },
          });
          worker.on('message', (more: Result[]) => {
            results.push(...more);
            process.stderr.write(`${results.length} of ${total}\n`);
          });
          worker.on('error', fail);
          worker.on('exit', (status) =>
            status === 0 ? done() : fail(new Error(`a thread ended with ${status}`)),
          );
        }),
    ),
  );
  // Threads end in any order.
  const order = new Map(subjects.map(({ name }, index) => [name, index]));
  const key = (result: Result) => JSON.stringify([result.logicalId, result.at, result.operator, result.note]);
  return results.sort(
    (a, b) => (order.get(a.subject) ?? 0) - (order.get(b.subject) ?? 0) || (key(a) < key(b) ? -1 : 1),
  );
}

/** What the tables say in vain: a row that matches nothing hides what it was for. */
function staleRows(subjects: readonly Subject[], { reasons }: Outcome): readonly Row[] {
  const mutants = subjects.flatMap((subject) =>
    mutantsOfSubject(subject).map(({ mutant }) => ({ name: subject.name, mutant })),
  );
  return [
    ...IRRELEVANT.filter((row) => !mutants.some(({ name, mutant }) => matches(row, name, mutant))),
    ...reasons.filter(({ count }) => count === 0).map(({ row }) => row),
  ];
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const started = Date.now();
  const subjects = Object.entries(recipes())
    .filter(([name]) => name.includes(options.subject))
    .map(([name, build]) => synthesize(name, build));
  const results =
    options.last && existsSync(LAST)
      ? (JSON.parse(readFileSync(LAST, 'utf8')) as Result[]).filter(
          (result) =>
            result.subject.includes(options.subject) &&
            matching(IRRELEVANT, result.subject, result) === undefined,
        )
      : await judgeAll(subjects, options.jobs);
  const irrelevant = subjects.flatMap((subject) =>
    mutantsOfSubject(subject)
      .filter(({ mutant }) => matching(IRRELEVANT, subject.name, mutant) !== undefined)
      .map(({ mutant: { type } }) => ({ subject: subject.name, type })),
  );
  const outcome = outcomeOf(results, irrelevant, SURVIVORS);
  console.log(countsTable('subject', outcome.bySubject));
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n${results.length} mutants judged in ${seconds} s`);

  const problems: string[] = [];
  if (outcome.unexplained.length > 0) {
    problems.push(
      `Survivors without reason:\n${
        options.groups
          ? groupLines(groupsOf(outcome.unexplained))
          : outcome.unexplained
              .map((result) => `${result.subject}: ${result.type} ${describeMutant(result)}`)
              .join('\n')
      }`,
    );
  }
  if (outcome.crashed.length > 0) {
    const lines = outcome.crashed.map((result) => `${result.crashed.join(', ')}: ${describeMutant(result)}`);
    problems.push(`Rules that failed:\n${lines.join('\n')}`);
  }
  if (options.subject === '') {
    const stale = staleRows(subjects, outcome);
    if (stale.length > 0) {
      problems.push(
        `Rows that match no mutant:\n${stale.map((row) => JSON.stringify(row, patterns)).join('\n')}`,
      );
    }
    const forgotten = forgottenConstructs();
    if (forgotten.length > 0) problems.push(`Constructs that no subject is made of: ${forgotten.join(', ')}`);
    writeFileSync(REPORT, markdown(outcome, IRRELEVANT));
    if (!options.last) writeFileSync(LAST, JSON.stringify(results));
  }
  for (const problem of problems) console.log(`\n${problem}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

function patterns(_: string, value: unknown): unknown {
  return value instanceof RegExp ? String(value) : value;
}

void main();
