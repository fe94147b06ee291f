import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { AuroraMysqlEngineVersion, AuroraPostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import {
  AccessLogBucket,
  DatabaseEngine,
  EncryptedBucket,
  EncryptedDatabase,
  InternetVpc,
  LgwanVpc,
  LogArchive,
  ManagementVpc,
  MyNumberVpc,
  RetainedLogGroup,
  VendorAdministratorRole,
} from '../../constructs';
import { addCity } from '../../examples/three-zone/city';

/** Every construct in a stack of its own, some with and some without what they can be given. */
function addEachConstruct(app: App): void {
  const stack = (id: string) => new Stack(app, id);
  new MyNumberVpc(stack('A'), 'Network', { cidr: '10.32.0.0/16' });
  new LgwanVpc(stack('B'), 'Network', { cidr: '10.48.0.0/20', domainName: 'city.example' });
  new InternetVpc(stack('C'), 'Network', { cidr: '10.64.0.0/24', outboundInternet: true });
  new EncryptedBucket(stack('D'), 'Bucket', { lockDays: 365, supersededVersionDays: 35 });
  new LogArchive(stack('E'), 'Archive');
  new RetainedLogGroup(stack('F'), 'Log').allowDeliveryBy('delivery.logs.amazonaws.com');
  new VendorAdministratorRole(stack('G'), 'Vendor', {
    vendorAccountIds: ['444455556666'],
    statements: [new iam.PolicyStatement({ actions: ['ecs:ListClusters'], resources: ['*'] })],
  });

  const databases = stack('H');
  const { vpc } = new ManagementVpc(databases, 'Network', { cidr: '10.80.0.0/16', interfaceEndpoints: [] });
  new EncryptedDatabase(databases, 'Postgres', {
    vpc,
    administratorName: 'kanri',
    engine: DatabaseEngine.auroraPostgres(AuroraPostgresEngineVersion.VER_17_9),
  });
  new EncryptedDatabase(databases, 'Mysql', {
    vpc,
    administratorName: 'kanri',
    instanceCount: 3,
    engine: DatabaseEngine.auroraMysql(AuroraMysqlEngineVersion.VER_3_12_0),
  });

  const logs = stack('I');
  const archive = new LogArchive(logs, 'Archive', {
    accessLogBucket: new AccessLogBucket(logs, 'ArchiveAccess'),
  });
  const accessLogBucket = new AccessLogBucket(logs, 'AccessLogs', { archive });
  new EncryptedBucket(logs, 'Bucket', { accessLogBucket });
}

interface Report {
  readonly pluginReports: {
    readonly violations: { readonly violatingConstructs: { constructPath?: string }[] }[];
  }[];
}

test('CDK’s own validation finds nothing in any construct, nor in the three-zone example', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'constructs-'));
  const app = new App({
    outdir,
    builtinCloudFormationValidation: true,
    // Without it CDK turns what it finds into warnings.
    context: { '@aws-cdk/core:validateAgainstDefaultRules': true },
  });
  addEachConstruct(app);
  addCity(app);
  // Something that is wrong, to see that the validation looks at all.
  new CfnResource(new Stack(app, 'Wrong'), 'Bucket', {
    type: 'AWS::S3::Bucket',
    properties: { BucketEncryption: 5 },
  });
  expect(() => app.synth()).toThrow('Wrong/Bucket');

  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as Report;
  rmSync(outdir, { recursive: true });
  const paths = report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ violatingConstructs }) => violatingConstructs.map((found) => found.constructPath)),
  );
  expect(paths).toEqual(['Wrong/Bucket']);
}, 60_000);
