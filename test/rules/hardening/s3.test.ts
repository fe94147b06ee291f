import { S3AccessPointBlocksPublicAccess } from '../../../lib/rules/hardening/S3AccessPointBlocksPublicAccess';
import { S3BucketAclsDisabled } from '../../../lib/rules/hardening/S3BucketAclsDisabled';
import { S3BucketGrantsNobodyByAcl } from '../../../lib/rules/hardening/S3BucketGrantsNobodyByAcl';
import { S3CorsNamesOrigins } from '../../../lib/rules/hardening/S3CorsNamesOrigins';
import { ruleCases } from '../../helpers/rule-cases';
import { att, ENV, either, make, ref } from '../network/pieces';

const TEXT = { Parameters: { Text: { Type: 'String', Default: 'Private' } } };
const bucket = (more: Record<string, unknown>) => make('AWS::S3::Bucket', more);

const cors = (...AllowedOrigins: unknown[]) =>
  bucket({ CorsConfiguration: { CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins }] } });

ruleCases(S3CorsNamesOrigins, [
  {
    name: 'accepts named origins',
    expect: 'compliant',
    example: true,
    resources: { B: cors('https://www.city.miyazaki.miyazaki.jp') },
  },
  { name: 'accepts a bucket without CORS', expect: 'compliant', resources: { B: bucket({}) } },
  { name: 'warns of every origin', expect: 'violation', example: true, resources: { B: cors('*') } },
  {
    name: 'warns of every origin among others',
    expect: 'violation',
    resources: { B: cors('https://a.example.jp', 'https://*') },
  },
  {
    name: 'does not know an origin that is a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { B: cors(ref('Text')) } },
  },
]);

ruleCases(S3BucketGrantsNobodyByAcl, [
  {
    name: 'accepts a bucket without an ACL',
    expect: 'compliant',
    example: true,
    resources: { B: bucket({}) },
  },
  {
    name: 'accepts the ACL of a bucket for logs',
    expect: 'compliant',
    resources: { B: bucket({ AccessControl: 'LogDeliveryWrite' }) },
  },
  {
    name: 'refuses a public one',
    expect: 'violation',
    example: true,
    resources: { B: bucket({ AccessControl: 'PublicRead' }) },
  },
  {
    name: 'refuses one for every customer of AWS',
    expect: 'violation',
    resources: { B: bucket({ AccessControl: 'AuthenticatedRead' }) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { B: bucket({ AccessControl: ref('Text') }) } },
  },
  {
    name: 'names the condition under which it is public',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { B: bucket({ AccessControl: either('Production', 'Private', 'PublicRead') }) },
    },
  },
]);

const ownership = (ObjectOwnership: unknown) =>
  bucket({ OwnershipControls: { Rules: [{ ObjectOwnership }] } });

ruleCases(S3BucketAclsDisabled, [
  {
    name: 'accepts ownership by the bucket’s owner',
    expect: 'compliant',
    example: true,
    resources: { B: ownership('BucketOwnerEnforced') },
  },
  { name: 'accepts absence, which means the same today', expect: 'compliant', resources: { B: bucket({}) } },
  {
    name: 'warns of ownership by whoever writes',
    expect: 'violation',
    example: true,
    resources: { B: ownership('ObjectWriter') },
  },
  {
    name: 'accepts it where CloudFront delivers logs, which it does by ACL only',
    expect: 'compliant',
    subject: 'B',
    resources: {
      B: ownership('ObjectWriter'),
      Site: make('AWS::CloudFront::Distribution', {
        DistributionConfig: { Logging: { Bucket: att('B', 'RegionalDomainName') } },
      }),
    },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { B: ownership(ref('Text')) } },
  },
]);

const ALL = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};
const point = (PublicAccessBlockConfiguration?: unknown) =>
  make('AWS::S3::AccessPoint', {
    Bucket: 'records',
    ...(PublicAccessBlockConfiguration === undefined ? {} : { PublicAccessBlockConfiguration }),
  });

ruleCases(S3AccessPointBlocksPublicAccess, [
  {
    name: 'accepts absence, which blocks everything',
    expect: 'compliant',
    example: true,
    resources: { P: point() },
  },
  { name: 'accepts all four switches', expect: 'compliant', resources: { P: point(ALL) } },
  {
    name: 'refuses a switch that is off',
    expect: 'violation',
    example: true,
    resources: { P: point({ ...ALL, BlockPublicPolicy: false }) },
    property: 'PublicAccessBlockConfiguration.BlockPublicPolicy',
  },
  {
    name: 'does not know what a switch means that is left out',
    expect: 'undetermined',
    resources: { P: point({ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true }) },
  },
  {
    name: 'does not know a switch that is a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { P: point({ ...ALL, BlockPublicAcls: ref('Text') }) } },
  },
]);
