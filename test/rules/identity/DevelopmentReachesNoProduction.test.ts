import { DevelopmentReachesNoProduction } from '../../../lib/rules/identity/DevelopmentReachesNoProduction';
import { ruleCases } from '../../helpers/rule-cases';
import { allow, may, mayNot, OWN_ROOT, role } from './iam';

const environment = (value: string) => [{ Key: 'jichitai:environment', Value: value }];
const build = allow({ Service: 'codebuild.amazonaws.com' });
const developer = (...statements: readonly unknown[]) =>
  role(build, {
    Tags: environment('development'),
    Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  });
const bucket = (value: string, properties: Record<string, unknown> = {}) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { Tags: environment(value), ...properties },
});
const objectsOf = (id: string) => ({ Resource: { 'Fn::Sub': `\${${id}.Arn}/*` } });
const subject = 'Dev';

ruleCases(DevelopmentReachesNoProduction, [
  {
    name: 'lets development read what is of development',
    expect: 'compliant',
    example: true,
    subject,
    resources: { Dev: developer(may('s3:GetObject', objectsOf('Tests'))), Tests: bucket('development') },
  },
  {
    name: 'refuses a right to what is of production',
    expect: 'violation',
    example: true,
    subject,
    resources: { Dev: developer(may('s3:GetObject', objectsOf('Records'))), Records: bucket('production') },
    message: /s3:GetObject on Records/,
  },
  {
    name: 'sees part of a bucket',
    expect: 'violation',
    subject,
    resources: {
      Dev: developer(may('s3:*', { Resource: { 'Fn::Sub': '${Records.Arn}/2026/*' } })),
      Records: bucket('production'),
    },
  },
  {
    name: 'sees a name that a wildcard takes in',
    expect: 'violation',
    subject,
    resources: {
      Dev: developer(may('s3:GetObject', { Resource: 'arn:aws:s3:::juki-*/*' })),
      Records: bucket('production', { BucketName: 'juki-records' }),
    },
  },
  {
    name: 'heeds a Deny of it',
    expect: 'compliant',
    subject,
    resources: {
      Dev: developer(
        may('s3:GetObject', { Resource: 'arn:aws:s3:::juki-*/*' }),
        mayNot('s3:*', { Resource: 'arn:aws:s3:::juki-records/*' }),
      ),
      Records: bucket('production', { BucketName: 'juki-records' }),
    },
  },
  {
    name: 'asks nothing of rights that have nothing to do with the data',
    expect: 'compliant',
    subject,
    resources: {
      Dev: developer(may('s3:GetBucketLocation', { Resource: { 'Fn::GetAtt': ['Records', 'Arn'] } })),
      Records: bucket('production'),
    },
  },
  {
    name: 'leaves a right to everything to other rules: production may have an account of its own',
    expect: 'compliant',
    subject,
    resources: { Dev: developer(may('s3:GetObject')), Records: bucket('production') },
  },
  {
    name: 'refuses to let it become a role of production that leaves it to its account',
    expect: 'violation',
    subject,
    resources: {
      Dev: developer(may('sts:AssumeRole', { Resource: { 'Fn::GetAtt': ['Live', 'Arn'] } })),
      Live: role(allow({ AWS: OWN_ROOT }), { Tags: environment('production') }),
    },
    message: /sts:AssumeRole on Live/,
  },
  {
    name: 'asks nothing of ids of production',
    expect: 'compliant',
    subject,
    resources: {
      Dev: role(build, {
        Tags: environment('production'),
        Policies: [
          { PolicyName: 'p', PolicyDocument: { Statement: [may('s3:GetObject', objectsOf('Records'))] } },
        ],
      }),
      Records: bucket('production'),
    },
  },
  {
    name: 'cannot tell what a parameter names',
    expect: 'undetermined',
    subject,
    template: {
      Parameters: { Data: { Type: 'String' } },
      Resources: {
        Dev: developer(may('s3:GetObject', { Resource: { Ref: 'Data' } })),
        Records: bucket('production'),
      },
    },
  },
  {
    name: 'judges each choice by itself',
    expect: 'violation',
    subject,
    template: {
      Parameters: { Open: { Type: 'String' } },
      Conditions: { IsOpen: { 'Fn::Equals': [{ Ref: 'Open' }, 'yes'] } },
      Resources: {
        Dev: developer({
          'Fn::If': ['IsOpen', may('s3:GetObject', objectsOf('Records')), may('s3:ListAllMyBuckets')],
        }),
        Records: bucket('production'),
      },
    },
    message: /yes/,
  },
]);
