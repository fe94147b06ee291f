import { S3BucketBlocksPublicAccess } from '../../../lib/rules/encryption/S3BucketBlocksPublicAccess';
import { ruleCases } from '../../helpers/rule-cases';

const ALL = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: 'true',
  RestrictPublicBuckets: true,
};
const bucket = (PublicAccessBlockConfiguration?: unknown, more: object = {}, Type = 'AWS::S3::Bucket') => ({
  Bucket: {
    Type,
    Properties: {
      ...(PublicAccessBlockConfiguration === undefined ? {} : { PublicAccessBlockConfiguration }),
      ...more,
    },
  },
});

ruleCases(S3BucketBlocksPublicAccess, [
  { name: 'all four', expect: 'compliant', resources: bucket(ALL) },
  {
    name: 'one is off',
    expect: 'violation',
    resources: bucket({ ...ALL, BlockPublicPolicy: false }),
    property: 'PublicAccessBlockConfiguration.BlockPublicPolicy',
  },
  {
    name: 'what is not written beside others is off',
    expect: 'violation',
    resources: bucket({ BlockPublicAcls: true }),
  },
  {
    name: 'nothing written: on for new buckets, off for old ones',
    expect: 'undetermined',
    resources: bucket(),
    message: /April 2023/,
  },
  {
    name: 'nothing written and a public ACL',
    expect: 'violation',
    resources: bucket(undefined, { AccessControl: 'PublicRead' }),
    property: 'AccessControl',
  },
  {
    name: 'all four off in the Internet zone with public information',
    expect: 'not-applicable',
    zone: 'internet',
    template: {
      Metadata: { Jichitai: { Confidentiality: 1 } },
      Resources: bucket({ ...ALL, BlockPublicPolicy: false }),
    },
  },
  {
    name: 'all four off in the Internet zone with confidential information',
    expect: 'violation',
    zone: 'internet',
    template: {
      Metadata: { Jichitai: { Confidentiality: 2 } },
      Resources: bucket({ ...ALL, BlockPublicPolicy: false }),
    },
  },
  {
    name: 'an access point starts with all four',
    expect: 'compliant',
    resources: bucket(undefined, { Bucket: 'b' }, 'AWS::S3::AccessPoint'),
  },
  {
    name: 'an access point that turns one off',
    expect: 'violation',
    resources: bucket({ ...ALL, RestrictPublicBuckets: false }, { Bucket: 'b' }, 'AWS::S3::AccessPoint'),
  },
  {
    name: 'nobody knows',
    expect: 'undetermined',
    resources: bucket({ ...ALL, BlockPublicAcls: { 'Fn::ImportValue': 'x' } }),
  },
]);
