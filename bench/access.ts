import { buildAccess } from '../lib/access/build';
import { Deployment } from '../lib/model/deployment';
import { addTemplate } from '../lib/model/load-template';
import { parseSource } from '../lib/model/source';
import { MIYAZAKI } from '../lib/policy/profile';
import { accessText } from '../lib/report/access-text';
import { identityTemplates } from './identity-policies';

/**
 * Times the report of who can reach what on templates of 500 roles and 1,500 policies, from the parsed text to the table.
 *
 *     npm run bench:access -- [SCALES...]      default: 1
 */
const ROUNDS = 3;

function load(texts: readonly string[]): Deployment {
  const deployment = new Deployment();
  for (const [index, text] of texts.entries()) {
    const file = `/stack-${index}.template.json`;
    addTemplate(deployment, { file, root: '/', stack: {} }, parseSource(text, file));
  }
  return deployment;
}

const scales = process.argv.slice(2).map(Number);
console.log('| roles | policies | resources | stores | report |');
console.log('|---|---|---|---|---|');
for (const scale of scales.length === 0 ? [1] : scales) {
  const { templates, roles, policies, resources } = identityTemplates(scale);
  const texts = templates.map((template) => JSON.stringify(template, undefined, 1));
  let stores = 0;
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.hrtime.bigint();
    const report = buildAccess(load(texts), MIYAZAKI, {});
    accessText(report, 'en');
    stores = report.stores.length;
    return Number(process.hrtime.bigint() - start) / 1e9;
  });
  const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number;
  console.log(`| ${roles} | ${policies} | ${resources} | ${stores} | ${median.toFixed(2)} s |`);
}
