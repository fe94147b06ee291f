import { OutsideUserRequiresMfa } from '../../../lib/rules/identity/OutsideUserRequiresMfa';
import { ruleCases } from '../../helpers/rule-cases';
import { ADMINISTRATOR_ACCESS, MFA, may, mayNot, VENDOR_TAG } from './iam';

const user = (statements: readonly unknown[], properties: Record<string, unknown> = {}) => ({
  Type: 'AWS::IAM::User',
  Properties: {
    Tags: VENDOR_TAG,
    Policies: [{ PolicyName: 'work', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    ...properties,
  },
});
const unlessFactor = (operator: string) =>
  mayNot('*', { Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'false' } } });

ruleCases(OutsideUserRequiresMfa, [
  {
    name: 'accepts administrative rights that ask for a second factor',
    expect: 'compliant',
    example: true,
    resources: { U: user([may('ec2:TerminateInstances', { Condition: MFA })]) },
  },
  {
    name: 'refuses them without',
    expect: 'violation',
    example: true,
    resources: { U: user([may('ec2:TerminateInstances')]) },
    message: /without multi-factor authentication/,
  },
  {
    name: 'refuses IfExists on an Allow: an access key shows no such key',
    expect: 'violation',
    resources: {
      U: user([may('iam:*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } })]),
    },
  },
  {
    name: 'accepts a Deny with IfExists',
    expect: 'compliant',
    resources: { U: user([may('*'), unlessFactor('BoolIfExists')]) },
  },
  {
    name: 'refuses a Deny without it',
    expect: 'violation',
    resources: { U: user([may('*'), unlessFactor('Bool')]) },
  },
  {
    name: 'refuses a second statement that does not ask',
    expect: 'violation',
    resources: { U: user([may('iam:*', { Condition: MFA }), may('iam:CreateAccessKey')]) },
  },
  {
    name: 'sees the rights of groups',
    expect: 'violation',
    resources: {
      U: user([may('s3:GetObject')], { Groups: [{ Ref: 'G' }] }),
      G: { Type: 'AWS::IAM::Group', Properties: { ManagedPolicyArns: [ADMINISTRATOR_ACCESS] } },
    },
  },
  {
    name: 'asks nothing of who is no administrator',
    expect: 'compliant',
    resources: { U: user([may(['s3:GetObject', 'logs:GetLogEvents'])]) },
  },
  {
    name: 'asks nothing of users of the city',
    expect: 'compliant',
    resources: { U: user([may('iam:*')], { Tags: [{ Key: 'jichitai:party', Value: 'municipality' }] }) },
  },
  {
    name: 'cannot tell whose a user is that nobody marked',
    expect: 'undetermined',
    resources: { U: user([may('iam:*')], { Tags: [] }) },
  },
  {
    name: 'cannot tell what a policy holds that is chosen at deployment',
    expect: 'undetermined',
    template: {
      Parameters: { Policy: { Type: 'String' } },
      Resources: { U: user([may('s3:GetObject')], { ManagedPolicyArns: [{ Ref: 'Policy' }] }) },
    },
  },
  {
    name: 'judges each choice by itself',
    expect: 'violation',
    template: {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {
        U: user([{ 'Fn::If': ['Live', may('ec2:TerminateInstances'), may('ec2:DescribeInstances')] }]),
      },
    },
    message: /live/,
  },
]);
