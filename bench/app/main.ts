import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  App,
  Aspects,
  CfnResource,
  CloudFormationValidatePlugin,
  type IPolicyValidationPlugin,
  Stack,
  Tags,
  Validations,
} from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Base } from './part';
import { addParts } from './parts';

/**
 * The app that is timed: stacks of about 400 mixed resources in all zones, with what they share in the first of them.
 *
 *     node -r ./scripts/swc-register.cjs bench/app/main.ts STACKS FOLDER [none|guardrail|nag|nag-nist|validate]
 *
 * What the validation alone took is written to FOLDER.json: all that is loaded for it, and the calls of its plugins.
 */
/** The last system of a stack goes beyond it. */
const STACK_SIZE = 340;
const ZONES = ['my-number', 'lgwan', 'internet', 'management'];
const ROOT = join(__dirname, '..', '..');
const ENVIRONMENT = { account: '111122223333', region: 'ap-northeast-1' };

type Shared = Pick<Base, 'archive' | 'alerts'>;

const GUARDS: Readonly<Record<string, (app: App) => void>> = {
  none: () => undefined,
  guardrail: (app) => {
    const { PolicyGuardrail } = require(join(ROOT, 'dist/package')) as typeof import('../../index');
    Aspects.of(app).add(new PolicyGuardrail());
  },
  nag: (app) => {
    const { AwsSolutionsChecks } = require('cdk-nag') as typeof import('cdk-nag');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  },
  'nag-nist': (app) => {
    const { AwsSolutionsChecks, NIST80053R5Checks } = require('cdk-nag') as typeof import('cdk-nag');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  },
  validate: (app) =>
    Validations.of(app).addPlugins(new CloudFormationValidatePlugin() as IPolicyValidationPlugin),
};

const [stacks = '1', folder = 'bench.out', guard = 'none'] = process.argv.slice(2);
const spent = { wall: 0, processor: 0 };

function timed<T>(work: () => T): T {
  const [start, before] = [process.hrtime.bigint(), process.cpuUsage()];
  try {
    return work();
  } finally {
    const { user, system } = process.cpuUsage(before);
    spent.wall += Number(process.hrtime.bigint() - start) / 1e9;
    spent.processor += (user + system) / 1e6;
  }
}

function watchPlugins(): void {
  const { addPlugins } = Validations.prototype;
  Validations.prototype.addPlugins = function (...plugins: IPolicyValidationPlugin[]) {
    for (const plugin of plugins) {
      const validate = plugin.validate.bind(plugin);
      Object.defineProperty(plugin, 'validate', {
        value: (context: Parameters<typeof validate>[0]) => timed(() => validate(context)),
      });
    }
    return addPlugins.apply(this, plugins);
  };
}

function addStack(app: App, index: number, shared: Shared | undefined): Shared {
  const stack = new Stack(app, `Stack${index}`, { env: ENVIRONMENT, terminationProtection: index % 2 === 0 });
  Tags.of(stack).add('jichitai:zone', ZONES[index % ZONES.length] as string);
  for (const [name, value] of Object.entries({
    Project: `city-${index}`,
    Owner: 'digital-office',
    CostCenter: '0312',
  }))
    Tags.of(stack).add(name, value);
  for (const [name, most] of [
    ['confidentiality', 3],
    ['integrity', 2],
    ['availability', 2],
  ] as const)
    Tags.of(stack).add(`jichitai:${name}`, `${1 + (index % most)}`);
  const key = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const { archive, alerts } = shared ?? {
    archive: new s3.Bucket(stack, 'Archive', {
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    }) as s3.IBucket,
    alerts: new sns.Topic(stack, 'Alerts', { masterKey: key, enforceSSL: true }),
  };
  const vpc = new ec2.Vpc(stack, 'Network', {
    ipAddresses: ec2.IpAddresses.cidr(`10.${index}.0.0/16`),
    availabilityZones: ['ap-northeast-1a', 'ap-northeast-1c'],
    subnetConfiguration: [
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
      { name: 'app', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
      { name: 'data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
    ],
    restrictDefaultSecurityGroup: false,
  }) as ec2.IVpc;
  vpc.addFlowLog('Flow', {
    destination: ec2.FlowLogDestination.toCloudWatchLogs(
      new logs.LogGroup(stack, 'FlowLog', { retention: logs.RetentionDays.ONE_YEAR, encryptionKey: key }),
    ),
  });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc }) as ecs.ICluster;
  const count = () => stack.node.findAll().filter((node) => CfnResource.isCfnResource(node)).length;
  addParts(stack, { vpc, key, archive, alerts, cluster }, count, STACK_SIZE, index * 10);
  return { archive, alerts };
}

const app = new App({ outdir: folder });
watchPlugins();
timed(() => (GUARDS[guard] as (app: App) => void)(app));
let shared: Shared | undefined;
for (let index = 0; index < Number(stacks); index++) shared = addStack(app, index, shared);
process.on('exit', () => {
  writeFileSync(`${folder}.json`, JSON.stringify(spent));
  // Findings are not the matter here.
  process.exitCode = 0;
});
app.synth();
