import { LogGroupRetention } from '../../../lib/rules/logging/LogGroupRetention';
import { LogGroupSurvivesStack } from '../../../lib/rules/logging/LogGroupSurvivesStack';
import { ruleCases } from '../../helpers/rule-cases';

const group = (RetentionInDays?: unknown, more: object = {}) => ({
  Type: 'AWS::Logs::LogGroup',
  ...more,
  Properties: { LogGroupName: '/app', ...(RetentionInDays === undefined ? {} : { RetentionInDays }) },
});
const ENV = { Env: { Type: 'String', AllowedValues: ['production', 'test'] } };
const PRODUCTION = { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } };

ruleCases(LogGroupRetention, [
  { name: 'reads absence as for ever', expect: 'compliant', resources: { Group: group() } },
  {
    name: 'accepts exactly the period of the profile',
    expect: 'compliant',
    resources: { Group: group(365) },
  },
  { name: 'reads a number in a string', expect: 'compliant', resources: { Group: group('731') } },
  {
    name: 'refuses a quarter',
    expect: 'violation',
    resources: { Group: group(90) },
    property: 'RetentionInDays',
  },
  {
    name: 'takes the period from the profile',
    expect: 'violation',
    profile: { minimumLogRetentionDays: 1096 },
    resources: { Group: group(365) },
  },
  {
    name: 'does not trust the default of a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Days: { Type: 'Number', Default: 3653 } },
      Resources: { Group: group({ Ref: 'Days' }) },
    },
  },
  {
    name: 'accepts a parameter all of whose values are long enough',
    expect: 'compliant',
    template: {
      Parameters: { Days: { Type: 'Number', AllowedValues: [365, 731] } },
      Resources: { Group: group({ Ref: 'Days' }) },
    },
  },
  {
    name: 'names the parameter value that is too short',
    expect: 'violation',
    template: {
      Parameters: { Days: { Type: 'Number', AllowedValues: [30, 731] } },
      Resources: { Group: group({ Ref: 'Days' }) },
    },
    message: /when Days is "30"/,
  },
  {
    name: 'reads AWS::NoValue as for ever in one branch',
    expect: 'compliant',
    template: {
      Parameters: ENV,
      Conditions: PRODUCTION,
      Resources: { Group: group({ 'Fn::If': ['Production', 400, { Ref: 'AWS::NoValue' }] }) },
    },
  },
  {
    name: 'does not judge a group that can never exist',
    expect: 'compliant',
    subject: 'Group',
    template: {
      Parameters: ENV,
      Conditions: {
        Never: { 'Fn::And': [{ Condition: 'A' }, { 'Fn::Not': [{ Condition: 'A' }] }] },
        A: { 'Fn::Equals': [{ Ref: 'Env' }, 'test'] },
      },
      Resources: { Group: { ...group(1), Condition: 'Never' } },
    },
  },
  {
    name: 'judges the retention that CDK sets on the group of a service',
    expect: 'violation',
    resources: {
      Retention: {
        Type: 'Custom::LogRetention',
        Properties: { LogGroupName: '/aws/lambda/x', RetentionInDays: 30 },
      },
    },
  },
]);

const retained = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
ruleCases(LogGroupSurvivesStack, [
  {
    name: 'accepts a group that is retained',
    expect: 'compliant',
    resources: { Group: group(365, retained) },
  },
  {
    name: 'accepts RetainExceptOnCreate, which keeps whatever has been in use',
    expect: 'compliant',
    resources: { Group: group(365, { ...retained, DeletionPolicy: 'RetainExceptOnCreate' }) },
  },
  { name: 'reads absence as Delete', expect: 'violation', resources: { Group: group(365) } },
  {
    name: 'accepts a group that is protected from deletion',
    expect: 'compliant',
    resources: { Group: { Type: 'AWS::Logs::LogGroup', Properties: { DeletionProtectionEnabled: true } } },
  },
  {
    name: 'wants the log kept when it is replaced, too',
    expect: 'violation',
    resources: { Group: group(365, { DeletionPolicy: 'Retain' }) },
    property: 'UpdateReplacePolicy',
  },
  {
    name: 'cannot tell a policy that a parameter chooses',
    expect: 'undetermined',
    template: {
      Transform: 'AWS::LanguageExtensions',
      Parameters: { Policy: { Type: 'String' } },
      Resources: { Group: group(365, { ...retained, DeletionPolicy: { Ref: 'Policy' } }) },
    },
  },
]);
