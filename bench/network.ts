import { Marks } from '../lib/analysis/marks';
import { networkOf } from '../lib/analysis/network/reachability';
import { separationOf } from '../lib/analysis/network/separation';
import { Deployment } from '../lib/model/deployment';
import { addTemplate } from '../lib/model/load-template';
import { parseSource } from '../lib/model/source';
import { MIYAZAKI } from '../lib/policy/profile';
import { GROWING, type NetworkSize, networkTemplates, STATED } from './network-topology';

/**
 * Times the question whether zones are apart over a large network: what is read of the templates, and what is worked
 * out of that. Each size in a deployment of its own, so that nothing is remembered; medians of some rounds.
 *
 *     npm run bench:network
 */
const ROUNDS = 5;

function deploymentOf(size: NetworkSize): Deployment {
  const deployment = new Deployment();
  for (const [index, template] of networkTemplates(size).entries()) {
    const file = `network-${index}.template.json`;
    addTemplate(deployment, { file, root: '.', stack: {} }, parseSource(JSON.stringify(template), file));
  }
  return deployment;
}

function milliseconds(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

console.log('| VPCs | subnets | rules of groups | leak | read, ms | worked out, ms | told |');
console.log('|---|---|---|---|---|---|---|');
for (const size of [...GROWING, { ...STATED, leak: true }]) {
  const times: Record<'read' | 'answer', number[]> = { read: [], answer: [] };
  let told = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const source = { deployment: deploymentOf(size), profile: MIYAZAKI, marks: new Marks(MIYAZAKI.facts) };
    const read = milliseconds(() => networkOf(source));
    const answer = milliseconds(() => {
      told = separationOf(source).trespasses.length;
    });
    // The first round warms the compiler.
    if (round === 0) continue;
    times.read.push(read);
    times.answer.push(answer);
  }
  const cells = [
    size.vpcs,
    size.subnets,
    size.rules,
    size.leak === true ? 'one route' : 'none',
    median(times.read).toFixed(0),
    median(times.answer).toFixed(0),
    told,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
