import { OtherZonesReachNoMyNumberData } from '../../../lib/rules/identity/OtherZonesReachNoMyNumberData';
import { ruleCases } from '../../helpers/rule-cases';
import { allow, may, mayNot, OWN_ROOT, role } from './iam';

const zone = (value: string) => ({ Key: 'jichitai:zone', Value: value });
const web = (...statements: readonly unknown[]) =>
  role(allow({ Service: 'lambda.amazonaws.com' }), {
    Tags: [zone('internet')],
    Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  });
const table = (...tags: readonly object[]) => ({ Type: 'AWS::DynamoDB::Table', Properties: { Tags: tags } });
const of = (id: string) => ({ Resource: { 'Fn::GetAtt': [id, 'Arn'] } });
const key = (where: string) => ({
  Type: 'AWS::KMS::Key',
  Properties: {
    Tags: [zone(where)],
    KeyPolicy: {
      Statement: [
        { Effect: 'Allow', Principal: { AWS: OWN_ROOT }, Action: 'kms:*', Resource: '*' },
        {
          Effect: 'Allow',
          Principal: { AWS: { 'Fn::GetAtt': ['Web', 'Arn'] } },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
      ],
    },
  },
});
const subject = 'Web';

ruleCases(OtherZonesReachNoMyNumberData, [
  {
    name: 'lets the Internet zone read what is of its own',
    expect: 'compliant',
    example: true,
    subject,
    resources: {
      Web: web(may('dynamodb:GetItem', of('Reservations'))),
      Reservations: table(zone('internet')),
    },
  },
  {
    name: 'refuses a right to resident records',
    expect: 'violation',
    example: true,
    subject,
    resources: { Web: web(may('dynamodb:Query', of('Residents'))), Residents: table(zone('my-number')) },
    message: /dynamodb:Query on Residents/,
  },
  {
    name: 'accepts an exchange that somebody permitted',
    expect: 'compliant',
    subject,
    resources: {
      Web: web(may('dynamodb:Query', of('Residents'))),
      Residents: table(zone('my-number'), { Key: 'jichitai:approval', Value: 'R8-021' }),
    },
  },
  {
    name: 'heeds a Deny',
    expect: 'compliant',
    subject,
    resources: {
      Web: web(may('dynamodb:*', of('Residents')), mayNot('dynamodb:*')),
      Residents: table(zone('my-number')),
    },
  },
  {
    name: 'asks nothing of the zone itself',
    expect: 'compliant',
    subject,
    resources: {
      Web: role(allow({ Service: 'lambda.amazonaws.com' }), {
        Tags: [zone('my-number')],
        Policies: [
          { PolicyName: 'p', PolicyDocument: { Statement: [may('dynamodb:Query', of('Residents'))] } },
        ],
      }),
      Residents: table(zone('my-number')),
    },
  },
  {
    name: 'sees it across templates',
    expect: 'violation',
    subject,
    template: [
      {
        Resources: { Residents: table(zone('my-number')) },
        Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Residents', 'Arn'] }, Export: { Name: 'residents' } } },
      },
      { Resources: { Web: web(may('dynamodb:Query', { Resource: { 'Fn::ImportValue': 'residents' } })) } },
    ],
  },
  {
    name: 'refuses a key that lets a role of another zone in',
    expect: 'violation',
    subject: 'Key',
    resources: { Web: web(may('s3:ListAllMyBuckets')), Key: key('my-number') },
    message: /Web.*another zone/,
    property: 'KeyPolicy.Statement[1].Principal',
  },
  {
    name: 'accepts a key of that zone',
    expect: 'compliant',
    subject: 'Key',
    resources: { Web: web(may('s3:ListAllMyBuckets')), Key: key('internet') },
  },
  {
    name: 'refuses a role of the zone that trusts a role of another one',
    expect: 'violation',
    subject: 'Inner',
    resources: {
      Web: web(may('s3:ListAllMyBuckets')),
      Inner: role(allow({ AWS: { 'Fn::GetAtt': ['Web', 'Arn'] } }), { Tags: [zone('my-number')] }),
    },
  },
  {
    name: 'cannot tell what a parameter names',
    expect: 'undetermined',
    subject,
    template: {
      Parameters: { Data: { Type: 'String' } },
      Resources: {
        Web: web(may('dynamodb:Query', { Resource: { Ref: 'Data' } })),
        Residents: table(zone('my-number')),
      },
    },
  },
  {
    name: 'judges each choice by itself',
    expect: 'violation',
    subject,
    template: {
      Parameters: { Linked: { Type: 'String' } },
      Conditions: { IsLinked: { 'Fn::Equals': [{ Ref: 'Linked' }, 'yes'] } },
      Resources: {
        Web: web({
          'Fn::If': ['IsLinked', may('dynamodb:Query', of('Residents')), { Ref: 'AWS::NoValue' }],
        }),
        Residents: table(zone('my-number')),
      },
    },
    message: /yes/,
  },
]);
