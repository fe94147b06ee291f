import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { AuroraMysqlEngineVersion, AuroraPostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import { addCity } from '../examples/three-zone/city';
import * as approved from '../index';
import type { StackInfo } from '../lib/model/template';
import type { JsonObject } from './json';
import { guardedRole } from './vendor-roles';

/** Templates that comply, and of which every mutant should be noticed. */
export interface Subject {
  readonly name: string;
  readonly templates: readonly SubjectTemplate[];
}

export interface SubjectTemplate {
  readonly raw: JsonObject;
  readonly stack: StackInfo;
}

const { Zone } = approved;

/** What to synthesize, by name. The constructs with the props that they need, in each zone where they belong. */
export function recipes(): Readonly<Record<string, (app: App) => void>> {
  const recipes: Record<string, (app: App) => void> = { 'examples/three-zone': addCity };
  const add = (name: string, zone: approved.Zone, build: (stack: Stack) => void) => {
    recipes[`${name} (${zone})`] = (app) => build(markedStack(app, zone));
  };
  const cidr = '10.32.0.0/16';
  add('MyNumberVpc', Zone.MY_NUMBER, (stack) => new approved.MyNumberVpc(stack, 'Network', { cidr }));
  add('LgwanVpc', Zone.LGWAN, (stack) => new approved.LgwanVpc(stack, 'Network', { cidr }));
  add('ManagementVpc', Zone.MANAGEMENT, (stack) => new approved.ManagementVpc(stack, 'Network', { cidr }));
  add('InternetVpc', Zone.INTERNET, (stack) => new approved.InternetVpc(stack, 'Network', { cidr }));
  add(
    'InternetVpc with NAT',
    Zone.INTERNET,
    (stack) =>
      new approved.InternetVpc(stack, 'Network', { cidr, outboundInternet: true, interfaceEndpoints: [] }),
  );
  for (const zone of [Zone.MY_NUMBER, Zone.LGWAN, Zone.INTERNET, Zone.MANAGEMENT]) {
    add('RetainedLogGroup', zone, (stack) => new approved.RetainedLogGroup(stack, 'Log'));
    add('EncryptedBucket', zone, (stack) => {
      new approved.EncryptedBucket(stack, 'Records', {
        accessLogBucket: new approved.AccessLogBucket(stack, 'AccessLogs'),
        lockDays: 1827,
        supersededVersionDays: 90,
      });
    });
  }
  add('LogArchive and AccessLogBucket', Zone.MANAGEMENT, (stack) => {
    const accessLogBucket = new approved.AccessLogBucket(stack, 'ArchiveAccess');
    const archive = new approved.LogArchive(stack, 'Archive', { accessLogBucket });
    new approved.EncryptedBucket(stack, 'Records', {
      accessLogBucket: new approved.AccessLogBucket(stack, 'AccessLogs', { archive }),
    });
  });
  const database = (stack: Stack, vpc: approved.ZoneVpc, engine: approved.DatabaseEngine) =>
    new approved.EncryptedDatabase(stack, 'Records', {
      vpc: vpc.vpc,
      engine,
      administratorName: 'juki_kanri',
    });
  const postgres = approved.DatabaseEngine.auroraPostgres(AuroraPostgresEngineVersion.VER_17_9);
  const mysql = approved.DatabaseEngine.auroraMysql(AuroraMysqlEngineVersion.VER_3_12_0);
  const network = { cidr, interfaceEndpoints: [] };
  add('EncryptedDatabase, PostgreSQL', Zone.MY_NUMBER, (stack) =>
    database(stack, new approved.MyNumberVpc(stack, 'Network', network), postgres),
  );
  add('EncryptedDatabase, MySQL', Zone.LGWAN, (stack) =>
    database(stack, new approved.LgwanVpc(stack, 'Network', network), mysql),
  );
  add('EncryptedDatabase, MySQL', Zone.INTERNET, (stack) =>
    database(stack, new approved.InternetVpc(stack, 'Network', network), mysql),
  );
  add('VendorAdministratorRole', Zone.MANAGEMENT, (stack) => {
    new approved.VendorAdministratorRole(stack, 'Vendor', {
      vendorAccountIds: ['777788889999'],
      vendorPrincipalArns: ['arn:aws:iam::444455556666:user/maintenance'],
      externalId: 'city-2024',
      sourceCidrs: ['203.0.113.0/24'],
      statements: [
        new iam.PolicyStatement({
          actions: ['ecs:UpdateService'],
          resources: ['arn:aws:ecs:ap-northeast-1:111122223333:service/*'],
        }),
      ],
    });
  });
  for (const guard of ['policy', 'boundary'] as const) {
    add(`Vendor role guarded by its ${guard} alone`, Zone.MANAGEMENT, (stack) => guardedRole(stack, guard));
  }
  return recipes;
}

/** Approved constructs that no subject is made of. */
export function forgottenConstructs(): readonly string[] {
  const used = new Set<unknown>();
  const note = (construct: Construct) => {
    for (let type = construct.constructor; type !== Construct; type = Object.getPrototypeOf(type))
      used.add(type);
  };
  for (const build of Object.values(recipes())) {
    const app = newApp();
    build(app);
    for (const child of app.node.findAll()) if (child !== app) note(child as Construct);
  }
  return Object.entries(approved)
    .filter(([, exported]) => isConstruct(exported) && !used.has(exported))
    .map(([name]) => name);
}

function isConstruct(exported: unknown): boolean {
  return typeof exported === 'function' && exported.prototype instanceof Construct;
}

/** Synthesizes a subject as it would be deployed, without CDK's own validation. */
export function synthesize(name: string, build: (app: App) => void): Subject {
  const app = newApp();
  build(app);
  const templates = app.synth().stacks.map((stack) => ({
    raw: stack.template as JsonObject,
    stack: {
      stackName: stack.stackName,
      constructPath: stack.hierarchicalId,
      region: stack.environment.region,
      account: stack.environment.account,
      // No tags: what they say of the stack its metadata says as well, and a mutant changes one place.
    },
  }));
  return { name, templates };
}

function newApp(): App {
  return new App({
    builtinCloudFormationValidation: false,
    analyticsReporting: false,
    context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' },
  });
}

function markedStack(app: App, zone: approved.Zone): Stack {
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'ap-northeast-1' } });
  approved.ZoneMarking.of(stack).declare({
    zone,
    confidentiality: zone === Zone.MY_NUMBER || zone === Zone.MANAGEMENT ? 3 : 2,
    integrity: 2,
    availability: 2,
    environment: approved.Environment.PRODUCTION,
    // Aurora MySQL 8.0 is supported until April 2028.
    plannedUseUntil: '2028-03-31',
  });
  return stack;
}
