import { LogBucketIsNotEmptied } from '../../../lib/rules/logging/LogBucketIsNotEmptied';
import { ruleCases } from '../../helpers/rule-cases';

const logs = {
  Type: 'AWS::S3::Bucket',
  Properties: { LoggingConfiguration: { DestinationBucketName: { Ref: 'Logs' } } },
};
const bucket = (properties: object = {}) => ({ Type: 'AWS::S3::Bucket', Properties: properties });
const emptying = (name: string, more: object = {}) => ({
  Type: 'Custom::S3AutoDeleteObjects',
  ...more,
  Properties: {
    ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:x',
    BucketName: { Ref: name },
  },
});

ruleCases(
  LogBucketIsNotEmptied,
  [
    {
      name: 'accepts a log bucket that stays',
      expect: 'compliant',
      subject: 'Logs',
      resources: { Logs: bucket(), App: logs },
    },
    {
      name: 'refuses one that goes with its stack',
      expect: 'violation',
      subject: 'Logs',
      resources: { Logs: bucket(), App: logs, E: emptying('Logs') },
    },
    {
      name: 'leaves other buckets alone',
      expect: 'compliant',
      subject: 'App',
      resources: { Logs: bucket(), App: logs, E: emptying('App') },
    },
    {
      name: 'knows that locked objects cannot be deleted',
      expect: 'compliant',
      subject: 'Logs',
      resources: {
        Logs: bucket({
          ObjectLockEnabled: true,
          ObjectLockConfiguration: {
            ObjectLockEnabled: 'Enabled',
            Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 400 } },
          },
        }),
        T: { Type: 'AWS::CloudTrail::Trail', Properties: { IsLogging: true, S3BucketName: { Ref: 'Logs' } } },
        E: emptying('Logs'),
      },
    },
    {
      name: 'names the choice under which it goes',
      expect: 'violation',
      subject: 'Logs',
      template: {
        Parameters: { Env: { Type: 'String' } },
        Conditions: { Test: { 'Fn::Equals': [{ Ref: 'Env' }, 'test'] } },
        Resources: { Logs: bucket(), App: logs, E: emptying('Logs', { Condition: 'Test' }) },
      },
    },
  ],
  { undetermined: 'whether a custom resource names the bucket is always told' },
);
