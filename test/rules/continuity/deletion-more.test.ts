import { DatabaseDeletionProtection } from '../../../lib/rules/continuity/DatabaseDeletionProtection';
import { DataStoreSurvivesReplacement } from '../../../lib/rules/continuity/DataStoreSurvivesReplacement';
import { KeySurvivesStack } from '../../../lib/rules/continuity/KeySurvivesStack';
import { S3BucketIsNotEmptied } from '../../../lib/rules/continuity/S3BucketIsNotEmptied';
import { ServerTerminationProtection } from '../../../lib/rules/continuity/ServerTerminationProtection';
import { ServiceDeletionProtection } from '../../../lib/rules/continuity/ServiceDeletionProtection';
import { StackTerminationProtection } from '../../../lib/rules/continuity/StackTerminationProtection';
import { ruleCases } from '../../helpers/rule-cases';
import { about, marked, matters, NONE, of, p, ref, when } from './pieces';

const onX = { subject: 'X' };
const server = (more: object = {}) => of('AWS::EC2::Instance', { ImageId: 'ami-1', ...more });
const template = (DisableApiTermination: unknown) =>
  of('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { DisableApiTermination } });
const launched = (more: object = {}) =>
  server({ LaunchTemplate: { LaunchTemplateId: ref('T'), Version: '1' }, ...more });

ruleCases(ServerTerminationProtection, [
  about(
    'refuses a server without protection',
    'violation',
    { X: server() },
    { example: true, property: 'DisableApiTermination' },
  ),
  about(
    'accepts a protected server',
    'compliant',
    { X: server({ DisableApiTermination: 'true' }) },
    { example: true },
  ),
  about('looks into the launch template', 'compliant', { X: launched(), T: template(true) }, onX),
  about(
    'takes the server’s own word first',
    'violation',
    { X: launched({ DisableApiTermination: false }), T: template(true) },
    onX,
  ),
  about('refuses a template without it', 'violation', { X: launched(), T: template(NONE) }, onX),
  about('cannot tell a template that is not at hand', 'undetermined', {
    X: server({ LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' } }),
  }),
  about('sees the branch without', 'violation', { X: server({ DisableApiTermination: when(true, false) }) }),
]);

ruleCases(ServiceDeletionProtection, [
  about(
    'refuses a cluster without protection',
    'violation',
    { X: of('AWS::EKS::Cluster') },
    { example: true, property: 'DeletionProtection' },
  ),
  about(
    'accepts a protected cluster',
    'compliant',
    { X: of('AWS::EKS::Cluster', { DeletionProtection: true }) },
    { example: true },
  ),
  about('reads the firewall’s name for it', 'compliant', {
    X: of('AWS::NetworkFirewall::Firewall', { DeleteProtection: true }),
  }),
  about('refuses a firewall without', 'violation', { X: of('AWS::NetworkFirewall::Firewall') }),
  about('refuses a store of policies without', 'violation', {
    X: of('AWS::VerifiedPermissions::PolicyStore', { DeletionProtection: { Mode: 'DISABLED' } }),
  }),
  about('cannot tell by parameter', 'undetermined', {
    X: of('AWS::EKS::Cluster', { DeletionProtection: p }),
  }),
]);

ruleCases(DatabaseDeletionProtection, [
  about('asks it of DSQL', 'violation', { X: of('AWS::DSQL::Cluster') }),
  about('accepts a protected DSQL', 'compliant', {
    X: of('AWS::DSQL::Cluster', { DeletionProtectionEnabled: true }),
  }),
  about('takes the default of a ledger', 'compliant', { X: of('AWS::QLDB::Ledger') }),
  about('refuses a ledger without', 'violation', {
    X: of('AWS::QLDB::Ledger', { DeletionProtection: false }),
  }),
  about('asks it of a global cluster of DocumentDB', 'violation', { X: of('AWS::DocDB::GlobalCluster') }),
  about('cannot tell by parameter', 'undetermined', {
    X: of('AWS::DSQL::Cluster', { DeletionProtectionEnabled: p }),
  }),
]);

const bucket = of('AWS::S3::Bucket', { BucketName: 'city-records' });
const emptying = (BucketName: unknown, more: object = {}) =>
  of('Custom::S3AutoDeleteObjects', { ServiceToken: 'token', BucketName }, more);

ruleCases(S3BucketIsNotEmptied, [
  {
    name: 'refuses a bucket that is emptied with its stack',
    expect: 'violation',
    resources: { X: bucket, E: emptying(ref('X')) },
    ...onX,
    example: true,
    property: 'Custom::S3AutoDeleteObjects',
  },
  { name: 'accepts a bucket that is not', expect: 'compliant', resources: { X: bucket }, example: true },
  about('sees one that is named', 'violation', { X: bucket, E: emptying('city-records') }, onX),
  about(
    'ignores that of another bucket',
    'compliant',
    { X: bucket, Y: of('AWS::S3::Bucket'), E: emptying(ref('Y')) },
    onX,
  ),
  about(
    'sees it under a condition',
    'violation',
    { X: bucket, E: emptying(ref('X'), { Condition: 'C' }) },
    onX,
  ),
  {
    name: 'cannot tell whether the bucket matters',
    expect: 'undetermined',
    resources: { X: bucket, E: emptying(ref('X')) },
    zone: 'none',
    ...onX,
  },
  {
    name: 'asks nothing of what is public anyway',
    expect: 'not-applicable',
    zone: 'internet',
    template: marked(
      { Confidentiality: 1, Integrity: 1, Availability: 1 },
      { X: bucket, E: emptying(ref('X')) },
    ),
  },
]);

const table = (more: object = {}, properties: object = {}) => of('AWS::DynamoDB::Table', properties, more);

ruleCases(DataStoreSurvivesReplacement, [
  {
    name: 'refuses a store that its replacement deletes',
    expect: 'violation',
    resources: { X: table({ DeletionPolicy: 'Retain' }) },
    example: true,
    property: 'UpdateReplacePolicy',
  },
  {
    name: 'accepts a store that stays',
    expect: 'compliant',
    resources: { X: table({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }) },
    example: true,
  },
  about('accepts the protection of the store itself', 'compliant', {
    X: table({}, { DeletionProtectionEnabled: true }),
  }),
  about('accepts a snapshot', 'compliant', {
    X: of('AWS::EC2::Volume', {}, { UpdateReplacePolicy: 'Snapshot' }),
  }),
  about('leaves a member to its cluster', 'compliant', {
    X: of('AWS::RDS::DBInstance', { DBClusterIdentifier: 'c' }),
  }),
  about('cannot tell a protection by parameter', 'undetermined', {
    X: table({}, { DeletionProtectionEnabled: p }),
  }),
  about('sees the branch without protection', 'violation', {
    X: table({}, { DeletionProtectionEnabled: when(true, false) }),
  }),
]);

const key = (more: object = {}) => of('AWS::KMS::Key', {}, more);

ruleCases(KeySurvivesStack, [
  {
    name: 'refuses a key that goes with its stack',
    expect: 'violation',
    resources: { X: key() },
    example: true,
    property: 'DeletionPolicy',
  },
  {
    name: 'accepts a key that stays',
    expect: 'compliant',
    resources: { X: key({ DeletionPolicy: 'Retain' }) },
    example: true,
  },
  {
    name: 'cannot tell whether the key matters',
    expect: 'undetermined',
    resources: { X: key() },
    zone: 'none',
  },
  {
    name: 'asks nothing of a key for what does not matter',
    expect: 'not-applicable',
    zone: 'internet',
    template: marked({ Confidentiality: 1, Integrity: 1 }, { X: key() }),
  },
]);

const stack = (
  terminationProtection: boolean | undefined,
  body: object = matters({ X: of('AWS::SQS::Queue') }),
) => ({
  body,
  stack: terminationProtection === undefined ? {} : { terminationProtection },
});

ruleCases(
  StackTerminationProtection,
  [
    {
      name: 'refuses a stack without protection',
      expect: 'violation',
      template: stack(false),
      property: 'terminationProtection',
    },
    { name: 'accepts a protected stack', expect: 'compliant', template: stack(true) },
    {
      name: 'asks nothing of a template that no stack is known of',
      expect: 'compliant',
      template: stack(undefined),
    },
    {
      name: 'asks nothing where availability does not matter',
      expect: 'compliant',
      template: stack(false, marked({ Availability: 1 }, { X: of('AWS::SQS::Queue') })),
    },
  ],
  { undetermined: 'an assembly says whether a stack is protected, or nothing is asked' },
);
