import { NoProductionDataInTests } from '../../../lib/rules/environment/NoProductionDataInTests';
import { ProductionDataStaysInProduction } from '../../../lib/rules/environment/ProductionDataStaysInProduction';
import { ruleCases } from '../../helpers/rule-cases';
import { att, marked, NONE, of, p, ref, when } from '../continuity/pieces';

const onX = { subject: 'X' };
const tag = (Value: unknown) => ({ Tags: [{ Key: 'jichitai:environment', Value }] });
const PROD = tag('production');
const DEV = tag('development');
const tests = (resources: object) => marked({ Environment: 'verification' }, resources);
const database = (more: object = {}) => of('AWS::RDS::DBInstance', { Engine: 'postgres', ...more });

ruleCases(NoProductionDataInTests, [
  {
    name: 'refuses a replica of production',
    expect: 'violation',
    resources: { P1: database(PROD), X: database({ ...DEV, SourceDBInstanceIdentifier: ref('P1') }) },
    ...onX,
    property: 'SourceDBInstanceIdentifier',
    example: true,
  },
  {
    name: 'accepts a database that starts empty',
    expect: 'compliant',
    resources: { X: database(DEV) },
    example: true,
  },
  {
    name: 'accepts a replica of a test database',
    expect: 'compliant',
    resources: { P1: database(DEV), X: database({ ...DEV, SourceDBInstanceIdentifier: ref('P1') }) },
    ...onX,
  },
  {
    name: 'lets production copy production',
    expect: 'compliant',
    resources: { P1: database(PROD), X: database({ ...PROD, SourceDBInstanceIdentifier: ref('P1') }) },
    ...onX,
  },
  {
    name: 'accepts a replica of what is public',
    expect: 'compliant',
    resources: {
      P1: database({ Tags: [...PROD.Tags, { Key: 'jichitai:confidentiality', Value: '1' }] }),
      X: database({ ...DEV, SourceDBInstanceIdentifier: ref('P1') }),
    },
    ...onX,
  },
  {
    name: 'sees a source by its name',
    expect: 'violation',
    resources: {
      P1: database({ ...PROD, DBInstanceIdentifier: 'juki' }),
      X: database({ ...DEV, SourceDBInstanceIdentifier: 'juki' }),
    },
    ...onX,
  },
  {
    name: 'follows a source to another stack',
    expect: 'violation',
    template: [
      {
        ...marked({ Environment: 'production' }, { P1: of('AWS::RDS::DBCluster') }),
        Outputs: { O: { Value: ref('P1'), Export: { Name: 'juki' } } },
      },
      marked(
        { Environment: 'development' },
        {
          X: of('AWS::RDS::DBCluster', {
            SourceDBClusterIdentifier: { 'Fn::ImportValue': 'juki' },
            RestoreType: 'copy-on-write',
          }),
        },
      ),
    ],
    ...onX,
  },
  {
    name: 'asks where a snapshot comes from',
    expect: 'evidence',
    template: tests({ X: database({ DBSnapshotIdentifier: 'juki-2026' }) }),
  },
  {
    name: 'asks about a source that nobody marked',
    expect: 'evidence',
    resources: { P1: database(), X: database({ ...DEV, SourceDBInstanceIdentifier: ref('P1') }) },
    ...onX,
  },
  {
    name: 'cannot tell a snapshot by parameter',
    expect: 'undetermined',
    template: tests({ X: database({ DBSnapshotIdentifier: p }) }),
  },
  {
    name: 'sees the branch that restores',
    expect: 'violation',
    template: tests({
      P1: database(PROD),
      X: database({ SourceDBInstanceIdentifier: when(ref('P1'), NONE) }),
    }),
    ...onX,
  },
  {
    name: 'says nothing of a parameter where no tests are declared',
    expect: 'compliant',
    template: marked({}, { X: database({ DBSnapshotIdentifier: p }) }),
  },
  {
    name: 'does not know whether what copies production is for tests',
    expect: 'undetermined',
    resources: { P1: database(PROD), X: database({ SourceDBInstanceIdentifier: ref('P1') }) },
    ...onX,
  },
  {
    name: 'sees a volume that is copied',
    expect: 'violation',
    resources: {
      V: of('AWS::EC2::Volume', PROD),
      X: of('AWS::EC2::Volume', { ...DEV, SourceVolumeId: ref('V') }),
    },
    ...onX,
  },
  {
    name: 'asks about a disk of a server',
    expect: 'evidence',
    template: tests({
      X: of('AWS::EC2::Instance', { BlockDeviceMappings: [{ Ebs: { SnapshotId: 'snap-1' } }] }),
    }),
  },
  {
    name: 'sees a table that is filled from a bucket of production',
    expect: 'violation',
    resources: {
      B: of('AWS::S3::Bucket', PROD),
      X: of('AWS::DynamoDB::Table', {
        ...DEV,
        ImportSourceSpecification: { S3BucketSource: { S3Bucket: ref('B') } },
      }),
    },
    ...onX,
  },
]);

const replicated = (bucket: unknown, more: object = PROD) =>
  of('AWS::S3::Bucket', {
    ...more,
    ReplicationConfiguration: { Role: 'r', Rules: [{ Status: 'Enabled', Destination: { Bucket: bucket } }] },
  });
const endpoint = (marks: object) =>
  of('AWS::DMS::Endpoint', { EndpointType: 'source', EngineName: 'postgres', ...marks });
const task = of('AWS::DMS::ReplicationTask', { SourceEndpointArn: ref('A'), TargetEndpointArn: ref('B') });

ruleCases(ProductionDataStaysInProduction, [
  {
    name: 'refuses replication to development',
    expect: 'violation',
    resources: { X: replicated(att('B')), B: of('AWS::S3::Bucket', DEV) },
    ...onX,
    property: /Destination.Bucket$/,
    example: true,
  },
  {
    name: 'accepts replication within production',
    expect: 'compliant',
    resources: { X: replicated(att('B')), B: of('AWS::S3::Bucket', PROD) },
    ...onX,
    example: true,
  },
  {
    name: 'says nothing of a bucket that nobody marked',
    expect: 'compliant',
    resources: { X: replicated(att('B')), B: of('AWS::S3::Bucket') },
    ...onX,
  },
  {
    name: 'lets test data go where they like',
    expect: 'compliant',
    resources: { X: replicated(att('B'), DEV), B: of('AWS::S3::Bucket', DEV) },
    ...onX,
  },
  {
    name: 'sees a destination by its name',
    expect: 'violation',
    resources: {
      X: replicated('arn:aws:s3:::tests'),
      B: of('AWS::S3::Bucket', { BucketName: 'tests', ...DEV }),
    },
    ...onX,
  },
  {
    name: 'cannot tell a destination by parameter',
    expect: 'undetermined',
    template: marked({ Environment: 'production' }, { X: replicated(p, {}) }),
  },
  {
    name: 'sees a migration from production',
    expect: 'violation',
    resources: { X: task, A: endpoint(PROD), B: endpoint(DEV) },
  },
  {
    name: 'accepts a migration into production',
    expect: 'compliant',
    resources: { X: task, A: endpoint(DEV), B: endpoint(PROD) },
  },
  {
    name: 'sees one branch',
    expect: 'violation',
    template: marked(
      {},
      {
        X: replicated(when(att('B'), att('Y'))),
        B: of('AWS::S3::Bucket', DEV),
        Y: of('AWS::S3::Bucket', PROD),
      },
    ),
    ...onX,
  },
]);
