import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { kept } from './kept';
import { interleave, run, type Sample, type Series, warm } from './measure';
import { both, exponent, ratio, rewrite, table, times } from './tables';

/**
 * Times `check` over an assembly of stacks of about 400 mixed resources against its floor, a process that reads and
 * parses the same templates, and the guardrail inside synth against its peers, all by turns.
 *
 *     npm run bench                     all sizes with the peers: 1 10 50 120; writes the tables of RESULTS.md
 *     npm run bench -- 1 10             `check` alone at these sizes, without writing; --peers, --kept, --write, --rounds N
 */
const ROOT = join(__dirname, '..');
const SWC = ['-r', join(ROOT, 'scripts', 'swc-register.cjs')];
const APP = [...SWC, join(__dirname, 'app', 'main.ts')];
const COMMAND = join(ROOT, 'bin', 'jichitai-guardrails.js');
const FLOOR = join(__dirname, 'floor.cjs');
/** CloudFormation Validate takes seconds and most of a gigabyte for a few stacks. */
const MOST_STACKS_OF_VALIDATE = 10;
/** Larger texts in YAML would mostly time the parser. */
const MOST_STACKS_OF_YAML = 10;
const PEERS = {
  guardrail: 'guardrail',
  nag: 'cdk-nag, AwsSolutions',
  'nag-nist': 'cdk-nag, AwsSolutions and NIST 800-53 R5',
  validate: 'CloudFormation Validate',
} as const;

interface Size {
  readonly stacks: number;
  readonly resources: number;
  readonly bytes: number;
  readonly assembly: string;
}

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'boolean' },
    kept: { type: 'boolean' },
    write: { type: 'boolean' },
    rounds: { type: 'string' },
  },
});
const whole = positionals.length === 0;
const rounds = Number(asked.rounds ?? (whole ? 5 : 3));
const folder = mkdtempSync(join(tmpdir(), 'jichitai-bench-'));
const report = join(folder, 'report.json');

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const checkedBefore = new Set<string>();

function check(path: string, ...more: readonly string[]): Sample {
  const args = [COMMAND, 'check', path, '--format', 'json', '--output', report];
  if (!checkedBefore.has(path)) warm(args);
  checkedBefore.add(path);
  return run([...args, ...more]);
}

/** An assembly as CDK writes it. */
function synthesize(stacks: number): Size {
  const assembly = join(folder, `assembly-${stacks}`);
  run([...APP, String(stacks), assembly]);
  const texts = templatesIn(assembly).map((file) => readFileSync(file, 'utf8'));
  const resources = texts.map(
    (text) => Object.keys((JSON.parse(text) as { Resources: object }).Resources).length,
  );
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  return { stacks, resources: total(resources), bytes: total(texts.map(({ length }) => length)), assembly };
}

function templatesIn(assembly: string): readonly string[] {
  return readdirSync(assembly)
    .filter((name) => name.endsWith('.template.json'))
    .map((name) => join(assembly, name));
}

/** The check against its floor, for each size. */
function checks(sizes: readonly Size[]): string {
  const measured = sizes.map((size) => {
    say(`check of ${size.stacks} stacks`);
    const { bare, floor, whole } = interleave(
      {
        bare: () => run(['-e', '0']),
        floor: () => run([FLOOR, size.assembly]),
        whole: () => check(size.assembly),
      },
      rounds,
    );
    return { size, bare, floor, whole };
  });
  const rows = measured.map(({ size, bare, floor, whole }) => [
    size.stacks,
    size.resources,
    (size.bytes / 1e6).toFixed(1),
    times(bare),
    times(floor),
    times(whole),
    ratio(whole, floor),
    both((time) => (whole.median(time) / size.resources) * 1e6, 0),
    `${floor.median('memory').toFixed(0)} MB`,
    `${whole.median('memory').toFixed(0)} MB`,
    (whole.median('memory') / floor.median('memory')).toFixed(1),
  ]);
  return [
    table(
      [
        'stacks',
        'resources',
        'MB',
        '`node -e 0`',
        'floor',
        '`check`',
        '`check` / floor',
        'µs per resource',
        'peak of the floor',
        'peak of `check`',
        'ratio of the peaks',
      ],
      rows,
    ),
    growth(measured),
    `Spread (slowest less fastest, of the median): ${measured
      .map(
        ({ size, floor, whole }) => `${size.stacks} stacks: floor ${spread(floor)}, check ${spread(whole)}`,
      )
      .join('; ')}.`,
  ].join('\n\n');
}

function spread(series: Series): string {
  return both((time) => series.spread(time) * 100, 0, ' %');
}

function growth(measured: readonly { size: Size; floor: Series; whole: Series }[]): string {
  const from = measured.find(({ size }) => size.stacks === 10);
  const to = measured.at(-1);
  if (from === undefined || to === undefined || from === to) return 'Growth is told from 10 stacks on.';
  const between = (name: 'floor' | 'whole') =>
    both(
      (time) =>
        exponent(
          { size: from.size.resources, figure: from[name].median(time) },
          { size: to.size.resources, figure: to[name].median(time) },
        ),
      2,
    );
  return `Growth from ${from.size.resources} to ${to.size.resources} resources: time grows with the power ${between('whole')} of their number; that of the floor with ${between('floor')}.`;
}

/** What is small, and what is YAML. */
function others(sizes: readonly Size[]): string {
  say('check of one resource');
  const single = join(folder, 'one.template.json');
  writeFileSync(single, JSON.stringify({ Resources: { Queue: { Type: 'AWS::SQS::Queue' } } }));
  const small = interleave({ bare: () => run(['-e', '0']), whole: () => check(single) }, rounds * 2);
  const rows = [
    [
      'one resource, against `node -e 0`',
      times(small.bare),
      times(small.whole),
      ratio(small.whole, small.bare),
    ],
  ];
  for (const { stacks, assembly } of sizes) {
    if (stacks > MOST_STACKS_OF_YAML) continue;
    say(`check of ${stacks} stacks in YAML`);
    const yaml = join(folder, `yaml-${stacks}`);
    mkdirSync(yaml);
    for (const [index, file] of templatesIn(assembly).entries())
      writeFileSync(join(yaml, `${index}.template.yaml`), stringify(JSON.parse(readFileSync(file, 'utf8'))));
    const { floor, whole } = interleave(
      { floor: () => run([FLOOR, yaml]), whole: () => check(yaml) },
      rounds,
    );
    rows.push([
      `${stacks} stacks in YAML, against parsing them with \`yaml\``,
      times(floor),
      times(whole),
      ratio(whole, floor),
    ]);
  }
  return table(['what', 'floor', '`check`', 'ratio'], rows);
}

/** The guardrail and its peers inside synth. */
function peers(sizes: readonly Size[]): string {
  const rows = sizes.flatMap(({ stacks, resources }) => {
    say(`synth of ${stacks} stacks`);
    const out = join(folder, 'synth');
    const alone: Partial<Record<string, Sample[]>> = {};
    const synth = (guard: string) => () => {
      rmSync(out, { recursive: true, force: true });
      const sample = run([...APP, String(stacks), out, guard]);
      const spent = JSON.parse(readFileSync(`${out}.json`, 'utf8')) as Omit<Sample, 'memory'>;
      alone[guard] = [...(alone[guard] ?? []), { ...spent, memory: 0 }];
      return sample;
    };
    const names = (Object.keys(PEERS) as (keyof typeof PEERS)[]).filter(
      (name) => name !== 'validate' || stacks <= MOST_STACKS_OF_VALIDATE,
    );
    const series = interleave(
      Object.fromEntries(['none', ...names].map((guard) => [guard, synth(guard)])),
      stacks > 10 ? Math.min(rounds, 3) : rounds,
    );
    const without = series['none'] as Series;
    const median = (guard: string, time: 'wall' | 'processor') => {
      const values = (alone[guard] ?? []).map((sample) => sample[time]).sort((a, b) => a - b);
      return values[Math.floor(values.length / 2)] ?? Number.NaN;
    };
    const more = (guard: string, time: 'wall' | 'processor') =>
      (series[guard]?.median(time) ?? Number.NaN) - without.median(time);
    const row = (what: string, figure: typeof more) => [
      stacks,
      resources,
      what,
      ...(Object.keys(PEERS) as (keyof typeof PEERS)[]).map((name) =>
        names.includes(name) ? both((time) => figure(name, time), 2, ' s') : '–',
      ),
      both((time) => figure('guardrail', time) / figure('nag-nist', time), 2),
    ];
    return [
      [
        stacks,
        resources,
        'whole process',
        ...(Object.keys(PEERS) as (keyof typeof PEERS)[]).map((name) =>
          names.includes(name)
            ? `${times(series[name] as Series)}, ${series[name]?.median('memory').toFixed(0)} MB`
            : '–',
        ),
        `without any: ${times(without)}, ${without.median('memory').toFixed(0)} MB`,
      ],
      row('more than without any', more),
      row('loading and validation alone', median),
    ];
  });
  return table(['stacks', 'resources', 'what', ...Object.values(PEERS), 'guardrail / both packs'], rows);
}

function versions(): string {
  const of = (name: string) =>
    (
      JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
        version: string;
      }
    ).version;
  const { rules, templates } = readAssessment();
  const names = ['aws-cdk-lib', 'cdk-nag', 'yaml'].map((name) => `${name} ${of(name)}`).join(', ');
  return `${new Date().toISOString().slice(0, 10)}; Node ${process.versions.node}, ${names}; ${rules} rules; ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${loadavg()[0]?.toFixed(1)} at the end; medians of ${rounds} rounds (three for synth of more than 10 stacks). Times by the clock, with processor time (user and system) in parentheses. Last report: ${templates}.`;
}

function readAssessment(): { rules: number; templates: string } {
  const { summary } = JSON.parse(readFileSync(report, 'utf8')) as {
    summary: Record<'rules' | 'resources' | 'violation' | 'undetermined' | 'compliant', number>;
  };
  return {
    rules: summary.rules,
    templates: `${summary.resources} resources, ${summary.violation} violations, ${summary.undetermined} undetermined, ${summary.compliant} compliant`,
  };
}

try {
  const sizes = (whole ? [1, 10, 50, 120] : positionals.map(Number)).map((stacks) => {
    say(`assembly of ${stacks} stacks`);
    return synthesize(stacks);
  });
  const parts = [others(sizes), checks(sizes)].reverse();
  const largest = sizes.at(-1);
  if (largest !== undefined && largest.stacks > 1 && (whole || asked.kept === true)) {
    say(`check --cache of ${largest.stacks} stacks`);
    parts.push(kept(largest.assembly, largest.stacks, folder, check, Math.min(rounds, 3)));
  }
  if (whole || asked.peers === true) parts.push(peers(sizes));
  const text = [versions(), ...parts].join('\n\n');
  console.log(text);
  if (whole || asked.write === true) rewrite(join(__dirname, 'RESULTS.md'), 'check', text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
