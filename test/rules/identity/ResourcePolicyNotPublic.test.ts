import { ResourcePolicyNotPublic } from '../../../lib/rules/identity/ResourcePolicyNotPublic';
import { ruleCases } from '../../helpers/rule-cases';

const statement = (Principal: unknown, Condition?: unknown, Action: unknown = 'sqs:SendMessage') => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
  ...(Condition === undefined ? {} : { Condition }),
});
const queue = (...Statement: readonly unknown[]) => ({
  Type: 'AWS::SQS::QueuePolicy',
  Properties: { Queues: ['q'], PolicyDocument: { Statement } },
});
const equalTo = (key: string, value: unknown, operator = 'StringEquals') => ({
  [operator]: { [key]: value },
});
const permission = (properties: Record<string, unknown>) => ({
  Type: 'AWS::Lambda::Permission',
  Properties: { Action: 'lambda:InvokeFunction', FunctionName: 'f', ...properties },
});
const domain = (properties: Record<string, unknown>) => ({
  Type: 'AWS::OpenSearchService::Domain',
  Properties: { AccessPolicies: { Statement: statement({ AWS: '*' }, undefined, 'es:*') }, ...properties },
});
const bucket = (action: unknown) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: { Bucket: 'b', PolicyDocument: { Statement: statement('*', undefined, action) } },
});
const published = { Jichitai: { Zone: 'internet', Confidentiality: 1 } };
const parameters = { Value: { Type: 'String' } };

const readBy = (condition?: unknown) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: 'b',
    PolicyDocument: {
      Statement: statement({ Service: 'cloudfront.amazonaws.com' }, condition, 's3:GetObject'),
    },
  },
});
const trusting = (condition?: unknown) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'sts:AssumeRole',
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    },
  },
});

ruleCases(ResourcePolicyNotPublic, [
  {
    name: 'takes CloudFront for everybody, who can have a distribution of it',
    expect: 'violation',
    message: /for distributions of anybody/,
    resources: { P: readBy() },
  },
  {
    name: 'accepts a distribution',
    expect: 'compliant',
    resources: {
      P: readBy(
        equalTo('AWS:SourceArn', { 'Fn::Sub': 'arn:aws:cloudfront::${AWS::AccountId}:distribution/E1' }),
      ),
    },
  },
  {
    name: 'accepts it of what is published',
    expect: 'compliant',
    template: { Metadata: published, Resources: { P: readBy() } },
  },
  {
    name: 'knows that addresses do not tell whose a role is that becomes another one',
    expect: 'violation',
    resources: { R: trusting({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }) },
  },
  {
    name: 'accepts everybody of an organization',
    expect: 'compliant',
    resources: { R: trusting(equalTo('aws:PrincipalOrgID', 'o-city')) },
  },
  {
    name: 'accepts a named account',
    expect: 'compliant',
    resources: { P: queue(statement({ AWS: '111122223333' })) },
  },
  {
    name: 'refuses everybody at a log destination, whose policy is text',
    expect: 'violation',
    resources: {
      P: {
        Type: 'AWS::Logs::Destination',
        Properties: { DestinationPolicy: JSON.stringify({ Statement: statement('*', undefined, 'logs:*') }) },
      },
    },
  },
  {
    name: 'accepts an organization at a monitoring sink',
    expect: 'compliant',
    resources: {
      P: {
        Type: 'AWS::Oam::Sink',
        Properties: {
          Policy: { Statement: statement('*', equalTo('aws:PrincipalOrgID', 'o-city'), 'oam:CreateLink') },
        },
      },
    },
  },
  {
    name: 'refuses everybody at a database',
    expect: 'violation',
    resources: {
      P: {
        Type: 'AWS::DSQL::Cluster',
        Properties: { PolicyDocument: JSON.stringify({ Statement: statement('*', undefined, 'dsql:*') }) },
      },
    },
  },
  {
    name: 'has nothing to say of a data warehouse without a policy',
    expect: 'compliant',
    resources: { P: { Type: 'AWS::Redshift::Cluster', Properties: { NodeType: 'ra3.large' } } },
  },
  {
    name: 'accepts a service',
    expect: 'compliant',
    resources: { P: queue(statement({ Service: 'sns.amazonaws.com' })) },
  },
  {
    name: 'refuses everybody',
    expect: 'violation',
    resources: { P: queue(statement('*')) },
    property: 'PolicyDocument.Statement[0]',
  },
  {
    name: 'refuses everybody under AWS',
    expect: 'violation',
    resources: { P: queue(statement({ AWS: ['111122223333', '*'] })) },
  },
  {
    name: 'refuses an ARN of whatever account',
    expect: 'violation',
    resources: { P: queue(statement({ AWS: 'arn:aws:iam::*:root' })) },
  },
  {
    name: 'refuses a role that everybody can take on, a second factor or not',
    expect: 'violation',
    resources: {
      R: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: statement(
              { AWS: '*' },
              { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
              'sts:AssumeRole',
            ),
          },
        },
      },
    },
    property: 'AssumeRolePolicyDocument.Statement',
  },
  {
    name: 'accepts a role that the organization can take on',
    expect: 'compliant',
    resources: {
      R: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: statement({ AWS: '*' }, equalTo('aws:PrincipalOrgID', 'o-1'), 'sts:AssumeRole'),
          },
        },
      },
    },
  },
  {
    name: 'refuses all but some',
    expect: 'violation',
    resources: {
      P: queue({ Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: 'sqs:*', Resource: '*' }),
    },
  },
  {
    name: 'accepts a Deny of everybody',
    expect: 'compliant',
    resources: { P: queue({ ...statement('*'), Effect: 'Deny' }) },
  },
  {
    name: 'accepts an organization',
    expect: 'compliant',
    resources: { P: queue(statement('*', equalTo('aws:PrincipalOrgID', 'o-1'))) },
  },
  {
    name: 'reads keys without case',
    expect: 'compliant',
    resources: { P: queue(statement('*', equalTo('AWS:SourceOwner', '111122223333'))) },
  },
  {
    name: 'accepts a source',
    expect: 'compliant',
    resources: {
      P: queue(
        statement(
          '*',
          equalTo('aws:SourceArn', { 'Fn::Sub': 'arn:aws:sns:*:${AWS::AccountId}:*' }, 'ArnLike'),
        ),
      ),
    },
  },
  {
    name: 'refuses any source',
    expect: 'violation',
    resources: { P: queue(statement('*', equalTo('aws:SourceArn', 'arn:aws:sns:*:*:*', 'ArnLike'))) },
  },
  {
    name: 'refuses IfExists',
    expect: 'violation',
    resources: { P: queue(statement('*', equalTo('aws:SourceVpce', 'vpce-1', 'StringEqualsIfExists'))) },
  },
  {
    name: 'refuses a negative condition',
    expect: 'violation',
    resources: { P: queue(statement('*', equalTo('aws:SourceAccount', '1', 'StringNotEquals'))) },
  },
  {
    name: 'refuses a condition about something else',
    expect: 'violation',
    resources: { P: queue(statement('*', { Bool: { 'aws:SecureTransport': 'true' } })) },
  },
  {
    name: 'refuses every address',
    expect: 'violation',
    resources: {
      P: queue(statement('*', equalTo('aws:SourceIp', ['192.0.2.0/24', '0.0.0.0/0'], 'IpAddress'))),
    },
  },
  {
    name: 'accepts addresses',
    expect: 'compliant',
    resources: { P: queue(statement('*', equalTo('aws:SourceIp', '192.0.2.0/24', 'IpAddress'))) },
  },
  {
    name: 'cannot tell what a parameter names',
    expect: 'undetermined',
    template: { Parameters: parameters, Resources: { P: queue(statement({ AWS: { Ref: 'Value' } })) } },
  },
  {
    name: 'need not know which organization it is',
    expect: 'compliant',
    template: {
      Parameters: parameters,
      Resources: { P: queue(statement('*', equalTo('aws:PrincipalOrgID', { Ref: 'Value' }))) },
    },
  },
  {
    name: 'accepts a mount target',
    expect: 'compliant',
    resources: {
      F: {
        Type: 'AWS::EFS::FileSystem',
        Properties: {
          FileSystemPolicy: {
            Statement: statement(
              { AWS: '*' },
              { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
              'elasticfilesystem:ClientMount',
            ),
          },
        },
      },
    },
  },
  {
    name: 'accepts a store without a policy',
    expect: 'compliant',
    resources: { F: { Type: 'AWS::EFS::FileSystem' } },
  },
  { name: 'refuses a search domain on the Internet', expect: 'violation', resources: { D: domain({}) } },
  {
    name: 'accepts a search domain in a VPC',
    expect: 'compliant',
    resources: { D: domain({ VPCOptions: { SubnetIds: ['subnet-1'] } }) },
  },
  {
    name: 'refuses a public bucket',
    expect: 'violation',
    zone: 'internet',
    resources: { B: bucket('s3:GetObject') },
  },
  {
    name: 'accepts that published information is read',
    expect: 'compliant',
    template: { Metadata: published, Resources: { B: bucket(['s3:GetObject']) } },
  },
  {
    name: 'refuses that published information is written',
    expect: 'violation',
    template: { Metadata: published, Resources: { B: bucket(['s3:GetObject', 's3:PutObject']) } },
  },
  {
    name: 'refuses a function for everybody',
    expect: 'violation',
    resources: { P: permission({ Principal: '*', FunctionUrlAuthType: 'NONE' }) },
  },
  {
    name: 'accepts a function for an organization',
    expect: 'compliant',
    resources: { P: permission({ Principal: '*', PrincipalOrgID: 'o-1' }) },
  },
  {
    name: 'accepts a function for a service',
    expect: 'compliant',
    resources: { P: permission({ Principal: 's3.amazonaws.com' }) },
  },
  {
    name: 'refuses a bus for everybody',
    expect: 'violation',
    resources: {
      P: {
        Type: 'AWS::Events::EventBusPolicy',
        Properties: { StatementId: 's', Action: 'events:PutEvents', Principal: '*' },
      },
    },
  },
  {
    name: 'reads the statement of a bus',
    expect: 'violation',
    resources: {
      P: {
        Type: 'AWS::Events::EventBusPolicy',
        Properties: {
          StatementId: 's',
          Statement: { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: '*' },
        },
      },
    },
  },
  {
    name: 'refuses a layer for everybody',
    expect: 'violation',
    resources: {
      P: {
        Type: 'AWS::Lambda::LayerVersionPermission',
        Properties: { Action: 'lambda:GetLayerVersion', LayerVersionArn: 'l', Principal: '*' },
      },
    },
  },
  {
    name: 'reads a policy that is written as text',
    expect: 'violation',
    resources: {
      P: {
        Type: 'AWS::Logs::ResourcePolicy',
        Properties: { PolicyName: 'p', PolicyDocument: JSON.stringify({ Statement: [statement('*')] }) },
      },
    },
  },
  {
    name: 'reads a policy that is written as text around a reference, as CDK writes it',
    expect: 'compliant',
    subject: 'P',
    resources: {
      G: { Type: 'AWS::Logs::LogGroup' },
      P: {
        Type: 'AWS::Logs::ResourcePolicy',
        Properties: {
          PolicyName: 'p',
          PolicyDocument: {
            'Fn::Join': [
              '',
              [
                '{"Statement":[{"Effect":"Allow","Principal":{"Service":"delivery.logs.amazonaws.com"},"Action":"logs:PutLogEvents","Resource":"',
                { 'Fn::GetAtt': ['G', 'Arn'] },
                '"}]}',
              ],
            ],
          },
        },
      },
    },
  },
  {
    name: 'names the choice under which it is open',
    expect: 'violation',
    template: {
      Parameters: { Value: { Type: 'String', AllowedValues: ['a', 'b'] } },
      Conditions: { A: { 'Fn::Equals': [{ Ref: 'Value' }, 'a'] } },
      Resources: { P: queue(statement({ 'Fn::If': ['A', '*', { AWS: '111122223333' }] })) },
    },
    message: /when Value is "a"/,
  },
]);
