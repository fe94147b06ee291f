import { type AccuracyCase, accuracyCases, ref, res } from './support';

const clause = '7.4(1)⑦';
const until = (Value: string) => ({ Tags: [{ Key: 'jichitai:planned-use-until', Value }] });
const fn = (properties: object) =>
  res('AWS::Lambda::Function', {
    Code: { S3Bucket: 'miyazaki-artifacts', S3Key: 'shinsei.zip' },
    Handler: 'index.handler',
    Role: 'arn:aws:iam::111122223333:role/shinsei',
    ...properties,
  });
const db = (Engine: string, properties: object) =>
  res('AWS::RDS::DBInstance', {
    Engine,
    DBInstanceClass: 'db.m6g.large',
    AllocatedStorage: '100',
    ...properties,
  });
const eks = (Version: string, properties: object = {}) =>
  res('AWS::EKS::Cluster', {
    Version,
    RoleArn: 'arn:aws:iam::111122223333:role/eks',
    ResourcesVpcConfig: { SubnetIds: ['subnet-0a1', 'subnet-0b2'] },
    ...properties,
  });
const PAID = { EngineLifecycleSupport: 'open-source-rds-extended-support' };
const supported = (
  name: string,
  expect: AccuracyCase['expect'],
  Software: unknown,
  parameters?: object,
  mappings?: object,
): AccuracyCase => ({
  name,
  clause,
  expect,
  on: 'Software',
  template: {
    ...(parameters === undefined ? {} : { Parameters: parameters }),
    ...(mappings === undefined ? {} : { Mappings: mappings }),
    Resources: { Software },
  },
});

const CASES: readonly AccuracyCase[] = [
  supported('Node.js 16, deprecated in June 2024', 'violation', fn({ Runtime: 'nodejs16.x' })),
  supported(
    'Node.js 20, deprecated in April 2026, in a function planned until March 2027',
    'violation',
    fn({ Runtime: 'nodejs20.x', ...until('2027-03-31') }),
  ),
  supported(
    'Python 3.13, planned until the spring of 2028',
    'compliant',
    fn({ Runtime: 'python3.13', ...until('2028-03-31') }),
  ),
  supported(
    'Python 3.13, planned until 2031, by when its developers have ended its support',
    'violation',
    fn({ Runtime: 'python3.13', ...until('2031-03-31') }),
  ),
  supported(
    'Python 3.13 without a word on how long it is to be used',
    'evidence',
    fn({ Runtime: 'python3.13' }),
  ),
  supported(
    'a runtime that is a parameter, with a good default',
    'undetermined',
    fn({ Runtime: ref('Runtime'), ...until('2028-03-31') }),
    { Runtime: { Type: 'String', Default: 'python3.13' } },
  ),
  supported(
    'a runtime that is a choice of two, one of which has ended',
    'violation',
    fn({ Runtime: ref('Runtime'), ...until('2027-03-31') }),
    { Runtime: { Type: 'String', Default: 'nodejs22.x', AllowedValues: ['nodejs16.x', 'nodejs22.x'] } },
  ),
  supported(
    'a runtime by stage from a mapping, in which development stayed behind',
    'violation',
    fn({ Runtime: { 'Fn::FindInMap': ['Runtimes', ref('Stage'), 'Name'] }, ...until('2028-03-31') }),
    { Stage: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
    { Runtimes: { prod: { Name: 'python3.13' }, dev: { Name: 'python3.7' } } },
  ),
  supported(
    'a function from an image, whose software is in no template',
    'evidence',
    res('AWS::Lambda::Function', {
      PackageType: 'Image',
      Code: { ImageUri: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/shinsei:1' },
      Role: 'arn:aws:iam::111122223333:role/shinsei',
      ...until('2028-03-31'),
    }),
  ),
  supported(
    'PostgreSQL 11, of which the developers ended the support in 2023',
    'violation',
    db('postgres', { EngineVersion: '11.22', ...until('2027-02-28') }),
  ),
  supported(
    'PostgreSQL 11 with extended support, which is paid for until March 2027, planned no longer than that',
    'compliant',
    db('postgres', { EngineVersion: '11.22', ...PAID, ...until('2027-02-28') }),
  ),
  supported(
    'PostgreSQL 11 with extended support, planned beyond its end',
    'violation',
    db('postgres', { EngineVersion: '11.22', ...PAID, ...until('2028-03-31') }),
  ),
  supported(
    'a database without a version: AWS chooses a supported one, and nobody knows for how long',
    'evidence',
    db('postgres', until('2028-03-31')),
  ),
  supported('Kubernetes 1.24 of EKS, ended', 'violation', eks('1.24', until('2027-03-31'))),
  supported(
    'Kubernetes 1.24 of EKS, of which extended support too has ended',
    'violation',
    eks('1.24', { UpgradePolicy: { SupportType: 'EXTENDED' }, ...until('2027-03-31') }),
  ),
  supported(
    'Kubernetes 1.33 of EKS in extended support, which was asked for and lasts longer than planned',
    'compliant',
    eks('1.33', { UpgradePolicy: { SupportType: 'EXTENDED' }, ...until('2027-03-31') }),
  ),
  supported(
    'Elasticsearch 7.4, of which standard support ended in November 2025',
    'violation',
    res('AWS::OpenSearchService::Domain', { EngineVersion: 'Elasticsearch_7.4', ...until('2027-03-31') }),
  ),
];

accuracyCases('support of software', CASES);
