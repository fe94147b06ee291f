import { ScanResultsAreActedOn } from '../../../lib/rules/hardening/ScanResultsAreActedOn';
import { OPEN } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const Plan = {
  Type: 'AWS::GuardDuty::MalwareProtectionPlan',
  Properties: {
    Role: 'arn:aws:iam::111122223333:role/Scanner',
    ProtectedResource: { S3Bucket: { BucketName: { Ref: 'Uploads' } } },
    Actions: { Tagging: { Status: 'ENABLED' } },
  },
};
const Uploads = { Type: 'AWS::S3::Bucket' };
const policy = (statement: object, Bucket: unknown = { Ref: 'Uploads' }) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket,
    PolicyDocument: {
      Statement: [{ Principal: '*', Resource: { 'Fn::Sub': '${Uploads.Arn}/*' }, ...statement }],
    },
  },
});
const unlessClean = {
  StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' },
};
const held = (more: object = {}) => ({
  Effect: 'Deny',
  Action: ['s3:GetObject', 's3:GetObjectVersion'],
  Condition: unlessClean,
  ...more,
});
const rule = (EventPattern: unknown, more: object = {}) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern, Targets: [{ Id: 'Copy', Arn: 'arn:aws:lambda:fn' }], ...more },
});
const results = {
  source: ['aws.guardduty'],
  'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
};

ruleCases(ScanResultsAreActedOn, [
  {
    name: 'accepts a policy that hides what is not known to be clean',
    expect: 'compliant',
    resources: { Plan, Uploads, Policy: policy(held()) },
    example: true,
  },
  {
    name: 'accepts a rule that takes the results',
    expect: 'compliant',
    resources: { Plan, Uploads, Rule: rule(results) },
  },
  {
    name: 'accepts a rule that takes all that GuardDuty says',
    expect: 'compliant',
    resources: { Plan, Uploads, Rule: rule({ source: ['aws.guardduty'] }) },
  },
  {
    name: 'refuses a scan that nothing looks at',
    expect: 'violation',
    resources: { Plan, Uploads },
    example: true,
  },
  {
    name: 'takes another condition for none',
    expect: 'violation',
    resources: {
      Plan,
      Uploads,
      Policy: policy(held({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })),
    },
  },
  {
    name: 'sees that writing alone is denied',
    expect: 'violation',
    resources: { Plan, Uploads, Policy: policy(held({ Action: 's3:PutObject' })) },
  },
  {
    name: 'sees that an Allow keeps nobody out',
    expect: 'violation',
    resources: { Plan, Uploads, Policy: policy(held({ Effect: 'Allow' })) },
  },
  {
    name: 'takes the policy of another bucket for none',
    expect: 'violation',
    resources: { Plan, Uploads, Other: Uploads, Policy: policy(held(), { Ref: 'Other' }) },
  },
  {
    name: 'sees that a rule is about findings, is off, or leads nowhere',
    expect: 'violation',
    resources: {
      Plan,
      Uploads,
      Findings: rule({ source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] }),
      Off: rule(results, { State: 'DISABLED' }),
      Nowhere: { Type: 'AWS::Events::Rule', Properties: { EventPattern: results } },
    },
  },
  {
    name: 'cannot tell the policy of a bucket that is made elsewhere',
    expect: 'undetermined',
    resources: {
      Plan: {
        ...Plan,
        Properties: { ProtectedResource: { S3Bucket: { BucketName: 'city-uploads' } } },
      },
    },
  },
  {
    name: 'asks it in each choice',
    expect: 'violation',
    template: {
      ...OPEN,
      Resources: { Plan, Uploads, Policy: { ...policy(held()), Condition: 'Production' } },
    },
  },
]);
