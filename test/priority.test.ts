import { S3BucketVersioned } from '../lib/rules/continuity/S3BucketVersioned';
import type { Rule } from '../lib/rules/define';
import { S3BucketCustomerManagedKey } from '../lib/rules/encryption/S3BucketCustomerManagedKey';
import { PolicyNamesItsActions } from '../lib/rules/identity/PolicyNamesItsActions';
import { LogGroupRetention } from '../lib/rules/logging/LogGroupRetention';
import { assessInline } from './helpers/inline';

const priorityOf = (rule: Rule, resource: object, marks: object) =>
  assessInline(
    [rule],
    [{ Metadata: { Jichitai: marks }, Parameters: { P: { Type: 'Number' } }, Resources: { R: resource } }],
  ).findings[0]?.priority;

const group = { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 1 } };

describe('the priority of a finding', () => {
  test.each([
    ['critical', { Zone: 'my-number' }],
    ['critical', { Zone: 'lgwan', Confidentiality: 3 }],
    ['high', { Zone: 'lgwan' }],
    ['high', { Zone: 'internet' }],
    ['high', { Zone: 'internet', Confidentiality: 2 }],
    ['medium', { Zone: 'internet', Confidentiality: 1 }],
    ['high', { Zone: 'internet', Confidentiality: 1, Integrity: 2 }],
    ['medium', { Zone: 'my-number', Environment: 'development' }],
    ['critical', { Zone: 'my-number', Environment: 'verification' }],
    ['high', {}],
  ])('is %s for a violation of a must in %j', (expected, marks) => {
    expect(priorityOf(LogGroupRetention, group, marks)).toBe(expected);
  });

  test('is a step lower for what is undetermined', () => {
    const open = { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: { Ref: 'P' } } };
    expect(priorityOf(LogGroupRetention, open, { Zone: 'my-number' })).toBe('high');
  });

  test('is two steps lower for a violation of a should', () => {
    const policy = {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } },
    };
    expect(priorityOf(PolicyNamesItsActions, policy, { Zone: 'my-number' })).toBe('medium');
    expect(priorityOf(PolicyNamesItsActions, policy, { Zone: 'lgwan' })).toBe('low');
  });

  test('follows the tag of the resource, which wins over its template', () => {
    const bucket = {
      Type: 'AWS::S3::Bucket',
      Properties: { Tags: [{ Key: 'jichitai:zone', Value: 'my-number' }] },
    };
    expect(priorityOf(S3BucketCustomerManagedKey, bucket, { Zone: 'internet', Confidentiality: 2 })).toBe(
      'critical',
    );
    expect(priorityOf(S3BucketVersioned, bucket, { Zone: 'internet', Integrity: 2 })).toBeDefined();
  });
});
