import { camelCase, pulumiProgram, typeToken } from '../../scripts/docs/pulumi';

test.each([
  ['BucketName', 'bucketName'],
  ['VPCZoneIdentifier', 'vpcZoneIdentifier'],
  ['DBInstanceClass', 'dbInstanceClass'],
  ['KMSMasterKeyID', 'kmsMasterKeyId'],
  ['SSEAlgorithm', 'sseAlgorithm'],
  ['EnableIAMDatabaseAuthentication', 'enableIamDatabaseAuthentication'],
  ['SubnetIds', 'subnetIds'],
  ['LoadBalancerARNs', 'loadBalancerArns'],
  ['CidrIpv6', 'cidrIpv6'],
])('the property %s is %s', (name, expected) => {
  expect(camelCase(name)).toBe(expected);
});

test.each([
  ['AWS::RDS::DBInstance', 'aws-native:rds:DbInstance'],
  ['AWS::EC2::VPC', 'aws-native:ec2:Vpc'],
  ['AWS::Config::ConfigRule', 'aws-native:configuration:ConfigRule'],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'aws-native:elasticloadbalancingv2:LoadBalancer'],
])('the type %s is %s', (type, expected) => {
  expect(typeToken(type)).toBe(expected);
});

test('a template becomes a program: references, pseudo parameters, documents and maps', () => {
  expect(
    pulumiProgram({
      Resources: {
        Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [{ Effect: 'Allow' }] } } },
        Function: {
          Type: 'AWS::Lambda::Function',
          DeletionPolicy: 'Retain',
          Properties: {
            KmsKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] },
            Environment: { Variables: { TABLE_NAME: { 'Fn::Sub': 'x-${AWS::Region}-${Key}-${!y}' } } },
            Tags: [{ Key: 'a', Value: 'b' }],
          },
        },
      },
    }),
  ).toBe(`name: example
runtime: yaml
variables:
  region:
    fn::invoke:
      function: aws-native:getRegion
      return: region
resources:
  key:
    type: aws-native:kms:Key
    properties:
      keyPolicy:
        Statement:
          - Effect: Allow
  function:
    type: aws-native:lambda:Function
    properties:
      kmsKeyArn: \${key.arn}
      environment:
        variables:
          TABLE_NAME: x-\${region}-\${key.id}-$\${y}
      tags:
        - key: a
          value: b
    options:
      retainOnDelete: true`);
});

test.each([
  ['a type that the provider does not offer', { Resources: { Policy: { Type: 'AWS::IAM::Policy' } } }],
  ['a condition', { Conditions: { C: {} }, Resources: {} }],
  [
    'a function without a counterpart',
    { Resources: { V: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: { 'Fn::ImportValue': 'x' } } } } },
  ],
])('nothing is made up for %s', (_name, template) => {
  expect(pulumiProgram(template)).toBeUndefined();
});
