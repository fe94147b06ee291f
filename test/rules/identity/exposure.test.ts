import { RULES } from '../../../lib/rules/index';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

const unknown = { 'Fn::ImportValue': 'x' };
type Row = readonly [name: string, expect: RuleCase['expect'], type: string, properties: object];

const IOT = 'AWS::IoT::Policy';
const policy = (Action: string, Resource: string, Effect = 'Allow') => ({
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect, Action, Resource }] },
});
const image = (LaunchPermissionConfiguration: object) => ({
  Name: 'server',
  Distributions: [
    { Region: 'ap-northeast-1', AmiDistributionConfiguration: { LaunchPermissionConfiguration } },
  ],
});

/** By rule: what is there, the verdict, and why. The first two are the examples. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  IotPolicyIsNarrow: [
    [
      'one device and its topics',
      'compliant',
      IOT,
      policy('iot:Publish', 'arn:aws:iot:ap-northeast-1:111122223333:topic/gauges/*'),
    ],
    ['everything on everything', 'violation', IOT, policy('iot:*', '*')],
    ['everything by a single star', 'violation', IOT, policy('*', '*')],
    ['one action on everything', 'compliant', IOT, policy('iot:Connect', '*')],
    ['refused', 'compliant', IOT, policy('iot:*', '*', 'Deny')],
    ['nobody knows the policy', 'undetermined', IOT, { PolicyDocument: unknown }],
  ],
  MachineImageNotPublic: [
    [
      'for named accounts',
      'compliant',
      'AWS::ImageBuilder::DistributionConfiguration',
      image({ UserIds: ['111122223333'] }),
    ],
    [
      'for everybody',
      'violation',
      'AWS::ImageBuilder::DistributionConfiguration',
      image({ UserGroups: ['all'] }),
    ],
    [
      'for nobody else',
      'compliant',
      'AWS::ImageBuilder::DistributionConfiguration',
      { Name: 'server', Distributions: [{ Region: 'ap-northeast-1', AmiDistributionConfiguration: {} }] },
    ],
    [
      'nobody knows',
      'undetermined',
      'AWS::ImageBuilder::DistributionConfiguration',
      image({ UserGroups: unknown }),
    ],
  ],
  LightsailBucketNotPublic: [
    [
      'private by default',
      'compliant',
      'AWS::Lightsail::Bucket',
      { BucketName: 'library', BundleId: 'small_1_0' },
    ],
    [
      'public',
      'violation',
      'AWS::Lightsail::Bucket',
      { BucketName: 'library', AccessRules: { GetObject: 'public' } },
    ],
    [
      'single objects may be',
      'violation',
      'AWS::Lightsail::Bucket',
      { AccessRules: { GetObject: 'private', AllowPublicOverrides: true } },
    ],
    ['nobody knows', 'undetermined', 'AWS::Lightsail::Bucket', { AccessRules: { GetObject: unknown } }],
  ],
};

for (const [id, rows] of Object.entries(ROWS)) {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(id);
  ruleCases(
    rule,
    rows.map(([name, expected, Type, Properties], index) => ({
      name,
      expect: expected,
      resources: { Subject: { Type, Properties } },
      ...(index < 2 ? { example: true as const } : {}),
    })),
  );
}

const repository = {
  Repository: { Type: 'AWS::ECR::PublicRepository', Properties: { RepositoryName: 'tax' } },
};

ruleCases(
  RULES.find(({ id }) => id === 'ContainerImageNotPublic') as (typeof RULES)[number],
  [
    {
      name: 'refuses a public repository of an inner zone',
      expect: 'violation',
      resources: repository,
      example: true,
    },
    {
      name: 'leaves what is published on purpose to the Internet zone',
      expect: 'not-applicable',
      zone: 'internet',
      template: { Metadata: { Jichitai: { Confidentiality: 1 } }, Resources: repository },
    },
    {
      name: 'refuses a public repository of confidential systems there, too',
      expect: 'violation',
      zone: 'internet',
      template: { Metadata: { Jichitai: { Confidentiality: 2 } }, Resources: repository },
    },
    { name: 'cannot tell without a zone', expect: 'undetermined', zone: 'none', resources: repository },
    {
      name: 'has nothing to say of a private one',
      expect: 'not-applicable',
      resources: { Repository: { Type: 'AWS::ECR::Repository', Properties: { RepositoryName: 'tax' } } },
    },
  ],
  { compliant: 'such a repository is public whatever is set' },
);
