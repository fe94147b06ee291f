import { PolicyNamesItsResources } from '../../../lib/rules/identity/PolicyNamesItsResources';
import { ruleCases } from '../../helpers/rule-cases';
import { may, mayNot, role } from './iam';

const policy = (...Statement: readonly unknown[]) => ({
  Policy: {
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyName: 'p', Roles: ['r'], PolicyDocument: { Statement } },
  },
});
const RECORDS = 'arn:aws:s3:::city-records/*';

ruleCases(PolicyNamesItsResources, [
  {
    name: 'accepts a bucket that is named',
    expect: 'compliant',
    example: true,
    resources: policy(may(['s3:GetObject', 's3:PutObject'], { Resource: RECORDS })),
  },
  {
    name: 'warns of reading every bucket',
    expect: 'violation',
    example: true,
    property: 'PolicyDocument.Statement[0]',
    resources: policy(may('s3:GetObject')),
  },
  {
    name: 'sees it by a wildcard in the action, in any case',
    expect: 'violation',
    resources: policy(may(['logs:PutLogEvents', 'S3:get*'])),
  },
  {
    name: 'warns of starting every state machine, which works with the rights of its own role',
    expect: 'violation',
    resources: policy(may('states:StartExecution')),
  },
  {
    name: 'accepts one state machine that is named',
    expect: 'compliant',
    resources: policy(
      may('states:StartExecution', {
        Resource: 'arn:aws:states:ap-northeast-1:111122223333:stateMachine:Copy',
      }),
    ),
  },
  {
    name: 'sees it among other resources, in a role of its own',
    expect: 'violation',
    property: 'Policies[0].PolicyDocument.Statement[1]',
    resources: {
      Role: role(
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
        {
          Policies: [
            {
              PolicyName: 'work',
              PolicyDocument: {
                Statement: [
                  may('s3:GetObject', { Resource: RECORDS }),
                  may('secretsmanager:GetSecretValue', {
                    Resource: ['arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:a', '*'],
                  }),
                ],
              },
            },
          ],
        },
      ),
    },
  },
  { name: 'warns of becoming every role', expect: 'violation', resources: policy(may('sts:AssumeRole')) },
  { name: 'warns of handing on every role', expect: 'violation', resources: policy(may('iam:PassRole')) },
  {
    name: 'accepts actions that open no data, or have no resource',
    expect: 'compliant',
    resources: policy(may(['s3:ListAllMyBuckets', 'ec2:Describe*', 'xray:PutTraceSegments'])),
  },
  {
    name: 'accepts a limit by a condition',
    expect: 'compliant',
    resources: policy(
      may('kms:Decrypt', {
        Condition: { StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' } },
      }),
    ),
  },
  {
    name: 'does not mind a statement that denies',
    expect: 'compliant',
    resources: policy(mayNot('s3:GetObject')),
  },
  {
    name: 'leaves whole services to another rule',
    expect: 'compliant',
    resources: policy(may(['s3:*', '*'])),
  },
  {
    name: 'names the choice',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: policy(may('s3:GetObject', { Resource: { 'Fn::If': ['Production', RECORDS, '*'] } })),
    },
  },
  {
    name: 'does not know a resource that a parameter gives',
    expect: 'undetermined',
    template: {
      Parameters: { Resource: { Type: 'String', Default: RECORDS } },
      Resources: policy(may('s3:GetObject', { Resource: { Ref: 'Resource' } })),
    },
  },
  {
    name: 'does not know a condition that is looked up by a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Kind: { Type: 'String' } },
      Resources: policy(
        may('kms:Decrypt', { Condition: { 'Fn::FindInMap': ['Conditions', { Ref: 'Kind' }, 'key'] } }),
      ),
    },
  },
]);
