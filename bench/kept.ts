import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleave, type Sample } from './measure';
import { ratio, table, times } from './tables';

type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

/** Changes of one stack, by how many rules may look at what they change from elsewhere. */
const CHANGES: Readonly<Record<string, (resources: Resources) => void>> = {
  'nothing changed': () => undefined,
  'the threshold of an alarm': (resources) => set(resources, 'AWS::CloudWatch::Alarm', 'Threshold', 77),
  'the memory of a function': (resources) => set(resources, 'AWS::Lambda::Function', 'MemorySize', 512),
  'the longest session of a role': (resources) =>
    set(resources, 'AWS::IAM::Role', 'MaxSessionDuration', 7200),
  'a bucket more': (resources) => {
    resources['AnotherBucket'] = { Type: 'AWS::S3::Bucket', Properties: {} };
  },
};

function set(resources: Resources, type: string, property: string, value: unknown): void {
  const found = Object.values(resources).find((resource) => resource.Type === type);
  if (found?.Properties === undefined) throw new Error(`there is no ${type}`);
  found.Properties[property] = value;
}

/** A check with kept results against a full one, each after a change in the last stack. */
export function kept(
  assembly: string,
  stacks: number,
  scratch: string,
  check: (path: string, ...more: readonly string[]) => Sample,
  rounds: number,
): string {
  const [before, cache] = [join(scratch, 'kept-before'), join(scratch, 'kept')];
  const file = join(assembly, `Stack${stacks - 1}.template.json`);
  const written = readFileSync(file, 'utf8');
  const renew = () => {
    rmSync(cache, { recursive: true, force: true });
    cpSync(before, cache, { recursive: true });
  };
  const rows: string[][] = [];
  try {
    rmSync(before, { recursive: true, force: true });
    const first = interleave({ first: () => check(assembly, '--cache', before) }, 1).first;
    rows.push(['first time', '', times(first), '']);
    for (const [what, change] of Object.entries(CHANGES)) {
      const template = JSON.parse(written) as { Resources: Resources };
      change(template.Resources);
      writeFileSync(file, JSON.stringify(template, undefined, 1));
      const { whole, again } = interleave(
        {
          whole: () => check(assembly),
          again: () => {
            renew();
            return check(assembly, '--cache', cache);
          },
        },
        rounds,
      );
      rows.push([what, times(whole), times(again), ratio(again, whole, 2)]);
    }
  } finally {
    writeFileSync(file, written);
  }
  return [
    `With kept results (\`check --cache\`), ${stacks} stacks, after a change in one of them:`,
    table(['change', '`check`', '`check --cache`', 'ratio'], rows),
  ].join('\n\n');
}
