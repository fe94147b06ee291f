import './guardrail';
import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

// What a program looks like that nobody has held against the policy: almost every line breaks it.
const records = new aws.s3.Bucket('records', {
  tags: { 'jichitai:zone': 'my-number', 'jichitai:confidentiality': '3' },
});
new aws.s3.BucketPublicAccessBlock('records-access', { bucket: records.id, blockPublicAcls: true });
new aws.s3.BucketPolicy('records-policy', {
  bucket: records.id,
  policy: pulumi.interpolate`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"${records.arn}/*"}]}`,
});

const key = new aws.kms.Key('key', { deletionWindowInDays: 7 });
new aws.cloudwatch.LogGroup('log', { retentionInDays: 7, kmsKeyId: key.arn });

const vpc = new aws.ec2.Vpc('vpc', { cidrBlock: '10.0.0.0/16', tags: { 'jichitai:zone': 'my-number' } });
const gateway = new aws.ec2.InternetGateway('gateway', { vpcId: vpc.id });
const table = new aws.ec2.RouteTable('table', {
  vpcId: vpc.id,
  routes: [{ cidrBlock: '0.0.0.0/0', gatewayId: gateway.id }],
});
const subnet = new aws.ec2.Subnet('subnet', {
  vpcId: vpc.id,
  cidrBlock: '10.0.0.0/24',
  mapPublicIpOnLaunch: true,
});
new aws.ec2.RouteTableAssociation('public', { subnetId: subnet.id, routeTableId: table.id });
new aws.ec2.SecurityGroup('open', {
  vpcId: vpc.id,
  ingress: [{ protocol: 'tcp', fromPort: 22, toPort: 22, cidrBlocks: ['0.0.0.0/0'] }],
});

const vendor = new aws.iam.Role('vendor', {
  tags: { 'jichitai:party': 'vendor' },
  assumeRolePolicy: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::210987654321:root' }, Action: 'sts:AssumeRole' },
    ],
  },
});
new aws.iam.RolePolicyAttachment('vendor-everything', {
  role: vendor.name,
  policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
});
