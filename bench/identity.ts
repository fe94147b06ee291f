import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../lib/assess';
import { Deployment } from '../lib/model/deployment';
import { addTemplate } from '../lib/model/load-template';
import { parseSource } from '../lib/model/source';
import { MIYAZAKI } from '../lib/policy/profile';
import { RULES } from '../lib/rules';
import { identityTemplates } from './identity-policies';

/**
 * Times the rules about identities, and all rules, on templates of 500 roles and 1,500 policies, from the parsed text to
 * the findings; each run with a model of its own.
 *
 *     npm run bench:identity -- [SCALES...]      default: 1 2
 */
const ROUNDS = 5;
const IDENTITY = new Set(
  readdirSync(join(__dirname, '..', 'lib', 'rules', 'identity')).map((name) => name.replace('.ts', '')),
);

function load(texts: readonly string[]): Deployment {
  const deployment = new Deployment();
  for (const [index, text] of texts.entries()) {
    const file = `/stack-${index}.template.json`;
    addTemplate(deployment, { file, root: '/', stack: {} }, parseSource(text, file));
  }
  return deployment;
}

function seconds(texts: readonly string[], rules: typeof RULES): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.hrtime.bigint();
    assess({ deployment: load(texts), rules, profile: MIYAZAKI });
    return Number(process.hrtime.bigint() - start) / 1e9;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number;
}

const scales = process.argv.slice(2).map(Number);
console.log('| roles | policies | resources | rules about identities | all rules |');
console.log('|---|---|---|---|---|');
for (const scale of scales.length === 0 ? [1, 2] : scales) {
  const { templates, roles, policies, resources } = identityTemplates(scale);
  const texts = templates.map((template) => JSON.stringify(template, undefined, 1));
  const identity = seconds(
    texts,
    RULES.filter(({ id }) => IDENTITY.has(id)),
  );
  const all = seconds(texts, RULES);
  console.log(`| ${roles} | ${policies} | ${resources} | ${identity.toFixed(2)} s | ${all.toFixed(2)} s |`);
}
