import { type App, type CfnResource, Stack } from 'aws-cdk-lib';
import { AuroraPostgresEngineVersion, CfnDBCluster, CfnDBClusterParameterGroup } from 'aws-cdk-lib/aws-rds';
import type { IConstruct } from 'constructs';
import {
  DatabaseEngine,
  EncryptedDatabase,
  Environment,
  LgwanVpc,
  PolicyException,
  Zone,
  ZoneMarking,
} from '../../index'; // in an app of your own: 'jichitai-guardrails'

const env = { account: '111122223333', region: 'ap-northeast-1' };

/** The archive of documents: a program of the vendor that reads it cannot speak TLS until it is replaced. */
export function addArchive(app: App): void {
  const stack = new Stack(app, 'Archive', { env, terminationProtection: true });
  ZoneMarking.of(stack).declare({
    zone: Zone.LGWAN,
    confidentiality: 2,
    integrity: 2,
    availability: 2,
    environment: Environment.PRODUCTION,
    plannedUseUntil: '2029-03-31',
  });
  const { vpc } = new LgwanVpc(stack, 'Network', { cidr: '10.48.0.0/16' });
  const database = new EncryptedDatabase(stack, 'Documents', {
    vpc,
    engine: DatabaseEngine.auroraPostgres(AuroraPostgresEngineVersion.VER_17_9),
    administratorName: 'bunsho_kanri',
  });

  // No prop of EncryptedDatabase lets in connections without TLS. The escape hatch does, and the guardrail sees it.
  partOf(database, CfnDBClusterParameterGroup).addPropertyOverride('Parameters.rds\\.force_ssl', '0');
  PolicyException.of(partOf(database, CfnDBCluster)).cite('R8-041');
}

/** The one resource of a class in a construct. */
function partOf<T extends CfnResource>(construct: IConstruct, type: abstract new (...args: never[]) => T): T {
  return construct.node.findAll().find((child) => child instanceof type) as T;
}
