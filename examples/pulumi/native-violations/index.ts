import './guardrail';
import * as native from '@pulumi/aws-native';
import * as pulumi from '@pulumi/pulumi';

// The careless program again, with the resources of CloudFormation.
const zone = [{ key: 'jichitai:zone', value: 'my-number' }];

const records = new native.s3.Bucket('records', {
  publicAccessBlockConfiguration: { blockPublicAcls: true },
  tags: [...zone, { key: 'jichitai:confidentiality', value: '3' }],
});
new native.s3.BucketPolicy('records-policy', {
  bucket: records.id,
  policyDocument: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: pulumi.interpolate`${records.arn}/*`,
      },
    ],
  },
});
const key = new native.kms.Key('key', { pendingWindowInDays: 7 });
new native.logs.LogGroup('log', { retentionInDays: 7, kmsKeyId: key.arn });

const vpc = new native.ec2.Vpc('vpc', { cidrBlock: '10.0.0.0/16', tags: zone });
new native.ec2.SecurityGroup('open', {
  vpcId: vpc.id,
  groupDescription: 'Open to everybody',
  securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIp: '0.0.0.0/0' }],
});
new native.iam.Role('vendor', {
  tags: [{ key: 'jichitai:party', value: 'vendor' }],
  assumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::210987654321:root' }, Action: 'sts:AssumeRole' },
    ],
  },
  managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
});
