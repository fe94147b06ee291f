import { PrivilegedSessionIsShort } from '../../lib/rules/identity/PrivilegedSessionIsShort';
import { LogGroupRetention } from '../../lib/rules/logging/LogGroupRetention';
import { ruleCases } from '../helpers/rule-cases';

// The bounds that a parameter sets for a number are all that is known of it.

const days = (bounds: object) => ({
  Parameters: { Days: { Type: 'Number', Default: 400, ...bounds } },
  Resources: { Group: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: { Ref: 'Days' } } } },
});

ruleCases(LogGroupRetention, [
  { name: 'a lower bound that is enough', expect: 'compliant', template: days({ MinValue: 365 }) },
  {
    name: 'a lower bound as a string',
    expect: 'compliant',
    template: days({ MinValue: '365', MaxValue: '3653' }),
  },
  { name: 'a lower bound that is not enough', expect: 'undetermined', template: days({ MinValue: 30 }) },
  { name: 'an upper bound that is too low', expect: 'violation', template: days({ MaxValue: 180 }) },
  { name: 'an upper bound that says nothing', expect: 'undetermined', template: days({ MaxValue: 3653 }) },
  {
    name: 'bounds of a text, which bind nothing',
    expect: 'undetermined',
    template: days({ Type: 'String', MinValue: 365 }),
  },
]);

const session = (bounds: object) => ({
  Metadata: { Jichitai: { Party: 'vendor' } },
  Parameters: { Seconds: { Type: 'Number', ...bounds } },
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        MaxSessionDuration: { Ref: 'Seconds' },
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::444455556666:root' },
              Action: 'sts:AssumeRole',
            },
          ],
        },
      },
    },
  },
});

ruleCases(PrivilegedSessionIsShort, [
  { name: 'an upper bound that is short enough', expect: 'compliant', template: session({ MaxValue: 3600 }) },
  { name: 'an upper bound that is not', expect: 'undetermined', template: session({ MaxValue: 7200 }) },
  { name: 'a lower bound that is too long', expect: 'violation', template: session({ MinValue: 7200 }) },
]);
