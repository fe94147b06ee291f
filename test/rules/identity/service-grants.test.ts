import { ServiceGrantNamesItsActions } from '../../../lib/rules/identity/ServiceGrantNamesItsActions';
import { ServiceGrantNamesSource } from '../../../lib/rules/identity/ServiceGrantNamesSource';
import { ruleCases } from '../../helpers/rule-cases';

const OWN = { Ref: 'AWS::AccountId' };
const BUCKET = 'arn:aws:s3:::city-logs';
const grant = (Service: unknown, Action: unknown, more: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Principal: { Service },
  Action,
  Resource: '*',
  ...more,
});
const key = (...Statement: readonly unknown[]) => ({
  Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement } } },
});
const bucket = (...Statement: readonly unknown[]) => ({
  Policy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: 'city-logs', PolicyDocument: { Statement } },
  },
});
const queue = (...Statement: readonly unknown[]) => ({
  Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: ['q'], PolicyDocument: { Statement } } },
});
const permission = (properties: Record<string, unknown>) => ({
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: { Action: 'lambda:InvokeFunction', FunctionName: 'f', ...properties },
  },
});
const source = (account: unknown, operator = 'StringEquals') => ({
  Condition: { [operator]: { 'aws:SourceAccount': account } },
});
const choice = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
  Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
};
const LOGS = { 'Fn::Sub': 'logs.${AWS::Region}.amazonaws.com' };

ruleCases(ServiceGrantNamesSource, [
  {
    name: 'accepts the log groups of the account',
    expect: 'compliant',
    resources: key(
      grant(LOGS, 'kms:GenerateDataKey*', {
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': {
              'Fn::Sub': 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:*',
            },
          },
        },
      }),
    ),
  },
  {
    name: 'accepts the account of the source',
    expect: 'compliant',
    example: true,
    resources: bucket(
      grant('logging.s3.amazonaws.com', 's3:PutObject', { Resource: `${BUCKET}/*`, ...source(OWN) }),
    ),
  },
  {
    name: 'warns of a grant on behalf of anybody',
    expect: 'violation',
    example: true,
    property: 'PolicyDocument.Statement[0]',
    resources: bucket(grant('logging.s3.amazonaws.com', 's3:PutObject', { Resource: `${BUCKET}/*` })),
  },
  {
    name: 'sees CloudWatch Logs by the name with a region',
    expect: 'violation',
    resources: key(grant(LOGS, ['kms:Encrypt*', 'kms:Decrypt*'])),
  },
  {
    name: 'knows that IfExists limits nothing',
    expect: 'violation',
    resources: queue(grant('sns.amazonaws.com', 'sqs:SendMessage', source(OWN, 'StringEqualsIfExists'))),
  },
  {
    name: 'knows that every value limits nothing',
    expect: 'violation',
    resources: queue(grant('sns.amazonaws.com', 'sqs:SendMessage', source('*', 'StringLike'))),
  },
  {
    name: 'knows that a source of any account limits nothing',
    expect: 'violation',
    resources: queue(
      grant('sns.amazonaws.com', 'sqs:SendMessage', {
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:ap-northeast-1:*:notices' } },
      }),
    ),
  },
  {
    name: 'knows that a condition on something else limits nothing',
    expect: 'violation',
    resources: bucket(
      grant('delivery.logs.amazonaws.com', 's3:PutObject', {
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }),
    ),
  },
  {
    name: 'accepts the folder of the account: what belongs to others is not written there',
    expect: 'compliant',
    resources: bucket(
      grant('cloudtrail.amazonaws.com', 's3:PutObject', {
        Resource: { 'Fn::Sub': `${BUCKET}/AWSLogs/\${AWS::AccountId}/*` },
      }),
    ),
  },
  {
    name: 'accepts a folder with the account written out, behind another one',
    expect: 'compliant',
    resources: bucket(
      grant('config.amazonaws.com', 's3:PutObject', {
        Resource: `${BUCKET}/trail/AWSLogs/111122223333/Config/*`,
      }),
    ),
  },
  {
    name: 'does not take the folder of every account for it',
    expect: 'violation',
    resources: bucket(grant('cloudtrail.amazonaws.com', 's3:PutObject', { Resource: `${BUCKET}/AWSLogs/*` })),
  },
  {
    name: 'accepts what a service asks before it writes',
    expect: 'compliant',
    resources: bucket(grant('cloudtrail.amazonaws.com', 's3:GetBucketAcl', { Resource: BUCKET })),
  },
  {
    name: 'does not ask it of a service that says nothing of whom it works for',
    expect: 'compliant',
    resources: {
      Topic: {
        Type: 'AWS::SNS::TopicPolicy',
        Properties: {
          Topics: ['t'],
          PolicyDocument: { Statement: grant('events.amazonaws.com', 'sns:Publish') },
        },
      },
    },
  },
  {
    name: 'sees a statement that names what it does not allow',
    expect: 'violation',
    resources: queue({
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      NotAction: 'sqs:DeleteQueue',
      Resource: '*',
    }),
  },
  {
    name: 'does not mind a statement that denies',
    expect: 'compliant',
    resources: queue({ ...grant('sns.amazonaws.com', 'sqs:SendMessage'), Effect: 'Deny' }),
  },
  {
    name: 'warns of a function that any bucket may call',
    expect: 'violation',
    resources: permission({ Principal: 's3.amazonaws.com' }),
  },
  {
    name: 'accepts the bucket that calls',
    expect: 'compliant',
    resources: permission({ Principal: 's3.amazonaws.com', SourceArn: BUCKET }),
  },
  {
    name: 'does not ask it of an account that calls',
    expect: 'compliant',
    resources: permission({ Principal: '111122223333' }),
  },
  {
    name: 'names the choice',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...choice,
      Resources: queue(
        grant('sns.amazonaws.com', 'sqs:SendMessage', {
          Condition: {
            StringEquals: { 'aws:SourceAccount': { 'Fn::If': ['Production', OWN, { Ref: 'AWS::NoValue' }] } },
          },
        }),
      ),
    },
  },
  {
    name: 'does not know a condition that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Source: { Type: 'String' } },
      Resources: queue(
        grant('sns.amazonaws.com', 'sqs:SendMessage', {
          Condition: { 'Fn::FindInMap': ['Conditions', { Ref: 'Source' }, 'queue'] },
        }),
      ),
    },
  },
]);

ruleCases(ServiceGrantNamesItsActions, [
  {
    name: 'accepts what is named, with a wildcard in it',
    expect: 'compliant',
    example: true,
    resources: key(grant(LOGS, ['kms:Encrypt*', 'kms:GenerateDataKey*'])),
  },
  {
    name: 'warns of every action of the service',
    expect: 'violation',
    example: true,
    property: 'PolicyDocument.Statement[0]',
    resources: bucket(grant('logging.s3.amazonaws.com', 's3:*', source(OWN))),
  },
  {
    name: 'warns of every action there is',
    expect: 'violation',
    resources: key(grant('delivery.logs.amazonaws.com', ['kms:DescribeKey', '*'])),
  },
  {
    name: 'does not judge people and roles: that is for other rules',
    expect: 'compliant',
    resources: bucket({
      ...grant('', 's3:*'),
      Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
    }),
  },
  {
    name: 'does not mind a statement that denies',
    expect: 'compliant',
    resources: bucket({ ...grant('logging.s3.amazonaws.com', 's3:*'), Effect: 'Deny' }),
  },
  {
    name: 'names the choice',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...choice,
      Resources: bucket(
        grant('logging.s3.amazonaws.com', { 'Fn::If': ['Production', 's3:PutObject', 's3:*'] }),
      ),
    },
  },
  {
    name: 'does not know an effect that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Effect: { Type: 'String' } },
      Resources: bucket({ ...grant('logging.s3.amazonaws.com', 's3:*'), Effect: { Ref: 'Effect' } }),
    },
  },
]);
