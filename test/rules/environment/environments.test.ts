import { EnvironmentIsDeclared } from '../../../lib/rules/environment/EnvironmentIsDeclared';
import { EnvironmentsShareNoKey } from '../../../lib/rules/environment/EnvironmentsShareNoKey';
import { NoPathAcrossEnvironments } from '../../../lib/rules/environment/NoPathAcrossEnvironments';
import { OneEnvironmentPerStack } from '../../../lib/rules/environment/OneEnvironmentPerStack';
import { OneEnvironmentPerVpc } from '../../../lib/rules/environment/OneEnvironmentPerVpc';
import { ProductionSharesNothingWithDevelopment } from '../../../lib/rules/environment/ProductionSharesNothingWithDevelopment';
import { ProductionDoesNotTrustDevelopment } from '../../../lib/rules/identity/ProductionDoesNotTrustDevelopment';
import { ruleCases } from '../../helpers/rule-cases';
import { att, marked, of, p, ref, when } from '../continuity/pieces';

const onX = { subject: 'X' };
const tag = (Value: unknown) => ({ Tags: [{ Key: 'jichitai:environment', Value }] });
const PROD = tag('production');
const DEV = tag('development');
const vpc = (more: object = {}) => of('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16', ...more });
const production = (resources: object) => marked({ Environment: 'production' }, resources);

const DEVELOPMENT = '444455556666';
const facts = {
  facts: {
    customerManagedKeys: [],
    zoneOf: {},
    prefixLists: {},
    outsideAccounts: [],
    developmentAccounts: [DEVELOPMENT],
  },
};
const permission = (Principal: unknown) =>
  of('AWS::Lambda::Permission', { Action: 'lambda:InvokeFunction', FunctionName: 'f', Principal });

ruleCases(ProductionSharesNothingWithDevelopment, [
  {
    name: 'refuses a function that development may call',
    expect: 'violation',
    template: production({ X: permission(DEVELOPMENT) }),
    profile: facts,
    property: 'Principal',
    example: true,
  },
  {
    name: 'accepts one for another account',
    expect: 'compliant',
    template: production({ X: permission('111122223333') }),
    profile: facts,
    example: true,
  },
  {
    name: 'reads accounts in ARNs',
    expect: 'violation',
    template: production({ X: permission(`arn:aws:iam::${DEVELOPMENT}:role/tester`) }),
    profile: facts,
  },
  {
    name: 'asks nothing of development itself',
    expect: 'compliant',
    template: marked({ Environment: 'development' }, { X: permission(DEVELOPMENT) }),
    profile: facts,
  },
  {
    name: 'does not know where nothing is declared',
    expect: 'undetermined',
    template: marked({}, { X: permission(DEVELOPMENT) }),
    profile: facts,
  },
  {
    name: 'cannot tell an account by parameter',
    expect: 'undetermined',
    template: production({ X: permission(p) }),
    profile: facts,
  },
  {
    name: 'takes the account of the stack for its own',
    expect: 'compliant',
    template: production({ X: permission({ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' }) }),
    profile: facts,
  },
  {
    name: 'knows no development where the profile names none',
    expect: 'compliant',
    template: production({ X: permission(p) }),
  },
  {
    name: 'sees a share',
    expect: 'violation',
    template: production({ X: of('AWS::RAM::ResourceShare', { Principals: ['111122223333', DEVELOPMENT] }) }),
    profile: facts,
  },
  {
    name: 'sees snapshots that are shared',
    expect: 'violation',
    template: production({
      X: of('AWS::DLM::LifecyclePolicy', {
        PolicyDetails: { Schedules: [{ ShareRules: [{ TargetAccounts: [DEVELOPMENT] }] }] },
      }),
    }),
    profile: facts,
  },
  {
    name: 'sees a bus that development sends to',
    expect: 'violation',
    template: production({
      X: of('AWS::Events::EventBusPolicy', {
        Statement: { Principal: { AWS: `arn:aws:iam::${DEVELOPMENT}:root` } },
      }),
    }),
    profile: facts,
  },
  {
    name: 'sees one branch',
    expect: 'violation',
    template: production({ X: permission(when(DEVELOPMENT, '111122223333')) }),
    profile: facts,
  },
]);

const trust = (AWS: unknown) =>
  of('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS } }],
    },
  });

ruleCases(ProductionDoesNotTrustDevelopment, [
  {
    name: 'refuses the account of development',
    expect: 'violation',
    template: production({ X: trust(`arn:aws:iam::${DEVELOPMENT}:root`) }),
    profile: facts,
  },
  {
    name: 'refuses it in the policy of a key',
    expect: 'violation',
    template: production({
      X: of('AWS::KMS::Key', {
        KeyPolicy: {
          Statement: [
            { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', Principal: { AWS: DEVELOPMENT } },
          ],
        },
      }),
    }),
    profile: facts,
  },
  {
    name: 'accepts another account',
    expect: 'compliant',
    template: production({ X: trust('arn:aws:iam::111122223333:root') }),
    profile: facts,
  },
  {
    name: 'cannot tell an account that is a parameter',
    expect: 'undetermined',
    template: production({ X: trust({ 'Fn::Sub': 'arn:aws:iam::${P}:root' }) }),
    profile: facts,
  },
  {
    name: 'knows the own account',
    expect: 'compliant',
    template: production({ X: trust({ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' }) }),
    profile: facts,
  },
  {
    name: 'lets development trust itself',
    expect: 'compliant',
    template: marked({ Environment: 'development' }, { X: trust(DEVELOPMENT) }),
    profile: facts,
  },
  {
    name: 'does not know where nothing is declared',
    expect: 'undetermined',
    template: marked({}, { X: trust(DEVELOPMENT) }),
    profile: facts,
  },
]);

const peering = (PeerVpcId: unknown) => of('AWS::EC2::VPCPeeringConnection', { VpcId: ref('A'), PeerVpcId });
const gateway = (attached: object) => ({
  G: of('AWS::EC2::TransitGateway', attached),
  A: vpc(PROD),
  B: vpc(DEV),
  X: of('AWS::EC2::TransitGatewayAttachment', {
    TransitGatewayId: ref('G'),
    VpcId: ref('A'),
    SubnetIds: ['subnet-1'],
  }),
  Y: of('AWS::EC2::TransitGatewayAttachment', {
    TransitGatewayId: ref('G'),
    VpcId: ref('B'),
    SubnetIds: ['subnet-2'],
  }),
});
const OFF = { DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' };

ruleCases(NoPathAcrossEnvironments, [
  {
    name: 'refuses a peering of production and development',
    expect: 'violation',
    resources: { A: vpc(PROD), B: vpc(DEV), X: peering(ref('B')) },
    ...onX,
    property: 'PeerVpcId',
    example: true,
  },
  {
    name: 'accepts a peering within production',
    expect: 'compliant',
    resources: { A: vpc(PROD), B: vpc(PROD), X: peering(ref('B')) },
    ...onX,
    example: true,
  },
  {
    name: 'keeps development and verification together',
    expect: 'compliant',
    resources: { A: vpc(tag('verification')), B: vpc(DEV), X: peering(ref('B')) },
    ...onX,
  },
  {
    name: 'says nothing where nothing is declared',
    expect: 'compliant',
    resources: { A: vpc(), B: vpc(), X: peering(ref('B')) },
    ...onX,
  },
  {
    name: 'cannot tell a peer of production that is not at hand',
    expect: 'undetermined',
    resources: { A: vpc(PROD), X: peering('vpc-9') },
    ...onX,
  },
  {
    name: 'sees a transit gateway that joins them by default',
    expect: 'violation',
    resources: gateway({}),
    ...onX,
  },
  { name: 'accepts one without routes between them', expect: 'compliant', resources: gateway(OFF), ...onX },
  {
    name: 'sees a peering under a condition',
    expect: 'violation',
    template: marked({}, { A: vpc(PROD), B: vpc(DEV), X: peering(when(ref('B'), ref('A'))) }),
    ...onX,
  },
]);

const subnet = (more: object = {}) => of('AWS::EC2::Subnet', { VpcId: ref('V'), ...more });

ruleCases(
  OneEnvironmentPerVpc,
  [
    {
      name: 'refuses development in the VPC of production',
      expect: 'violation',
      resources: { V: vpc(PROD), X: subnet(DEV) },
      property: 'jichitai:environment',
      example: true,
    },
    {
      name: 'accepts one environment',
      expect: 'compliant',
      resources: { V: vpc(PROD), X: subnet(PROD) },
      example: true,
    },
    {
      name: 'says nothing where nothing is declared',
      expect: 'compliant',
      resources: { V: vpc(), X: subnet() },
    },
    {
      name: 'compares what lies in a VPC that declares nothing',
      expect: 'violation',
      resources: { V: vpc(), A: subnet(PROD), X: subnet(DEV) },
    },
    {
      name: 'sees one branch',
      expect: 'violation',
      template: marked({}, { V: vpc(PROD), X: subnet({ Tags: when(DEV.Tags, PROD.Tags) }) }),
    },
    {
      name: 'follows a function to its subnet',
      expect: 'violation',
      resources: {
        V: vpc(PROD),
        S: subnet(),
        X: of('AWS::Lambda::Function', { ...DEV, VpcConfig: { SubnetIds: [ref('S')] } }),
      },
    },
  ],
  { undetermined: 'what is not declared, or cannot be told, says nothing of an environment' },
);

ruleCases(
  OneEnvironmentPerStack,
  [
    {
      name: 'refuses a stack of two environments',
      expect: 'violation',
      resources: { A: of('AWS::SQS::Queue', PROD), X: of('AWS::SQS::Queue', DEV) },
      property: 'jichitai:environment',
      example: true,
    },
    {
      name: 'accepts a stack of one',
      expect: 'compliant',
      resources: { A: of('AWS::SQS::Queue', PROD), X: of('AWS::SQS::Queue', PROD) },
      example: true,
    },
    {
      name: 'accepts a stack for each',
      expect: 'compliant',
      template: [
        { Resources: { A: of('AWS::SQS::Queue', PROD) } },
        { Resources: { X: of('AWS::SQS::Queue', DEV) } },
      ],
    },
    {
      name: 'accepts one template for all environments, by a condition',
      expect: 'compliant',
      template: marked(
        {},
        {
          A: of('AWS::SQS::Queue', { Tags: when(PROD.Tags, DEV.Tags) }),
          X: of('AWS::SQS::Queue', { Tags: when(PROD.Tags, DEV.Tags) }),
        },
      ),
    },
  ],
  { undetermined: 'what is not declared, or cannot be told, says nothing of an environment' },
);

const key = of('AWS::KMS::Key', {});
const encrypted = (more: object) =>
  of('AWS::EFS::FileSystem', { KmsKeyId: att('X'), FileSystemTags: (more as typeof PROD).Tags });

ruleCases(
  EnvironmentsShareNoKey,
  [
    {
      name: 'refuses a key of two environments',
      expect: 'violation',
      resources: { X: key, A: encrypted(PROD), B: encrypted(DEV) },
      ...onX,
      example: true,
    },
    {
      name: 'accepts a key of one',
      expect: 'compliant',
      resources: { X: key, A: encrypted(PROD), B: encrypted(PROD) },
      ...onX,
      example: true,
    },
    {
      name: 'reads the key’s own environment',
      expect: 'violation',
      resources: { X: of('AWS::KMS::Key', PROD), B: encrypted(DEV) },
      ...onX,
    },
    {
      name: 'follows an alias',
      expect: 'violation',
      resources: {
        X: key,
        L: of('AWS::KMS::Alias', { AliasName: 'alias/city', TargetKeyId: ref('X') }),
        A: encrypted(PROD),
        B: of('AWS::SecretsManager::Secret', { KmsKeyId: 'alias/city', ...DEV }),
      },
      ...onX,
    },
    {
      name: 'accepts a key whose environment is chosen',
      expect: 'compliant',
      template: marked({}, { X: key, A: encrypted({ Tags: when(PROD.Tags, DEV.Tags) }) }),
      ...onX,
    },
  ],
  { undetermined: 'what is not declared, or cannot be told, says nothing of an environment' },
);

ruleCases(
  EnvironmentIsDeclared,
  [
    {
      name: 'accepts a stack that says what it is',
      expect: 'compliant',
      example: true,
      template: {
        Metadata: { Jichitai: { Environment: 'production' } },
        Resources: { X: of('AWS::SQS::Queue') },
      },
    },
    { name: 'accepts a tag', expect: 'compliant', resources: { X: vpc(DEV) } },
    {
      name: 'asks for evidence where nothing says it',
      expect: 'evidence',
      example: true,
      resources: { X: of('AWS::S3::Bucket') },
    },
    {
      name: 'asks once for a stack',
      expect: 'evidence',
      resources: { X: vpc(), Y: of('AWS::S3::Bucket'), Z: of('AWS::SQS::Queue') },
    },
    {
      name: 'asks for evidence where one of them says nothing',
      expect: 'evidence',
      resources: { X: vpc(PROD), Y: of('AWS::S3::Bucket') },
    },
    {
      name: 'asks for evidence where the environment is a parameter',
      expect: 'evidence',
      message: /P/,
      template: marked({}, { X: vpc(tag(p)) }),
    },
    {
      name: 'knows that a store that is never made needs none',
      expect: 'compliant',
      template: {
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { X: { ...vpc(), Condition: 'Never' } },
      },
    },
    {
      name: 'asks nothing of a stack without network and store',
      expect: 'compliant',
      resources: { X: of('AWS::IAM::Role') },
    },
  ],
  {
    violation: 'an environment that no template declares can be shown in another way',
    undetermined: 'an environment that is known at deployment only can be shown as well',
  },
);
