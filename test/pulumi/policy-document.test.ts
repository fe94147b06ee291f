import { policyDocument } from '../../lib/pulumi/host/policy-document';
import type { Json, Properties } from './engine';

describe('the policy document of the test engine', () => {
  const made = (args: Properties): Json => JSON.parse(String(policyDocument(args)['json'])) as Json;

  test('has one value alone, several in the provider’s order, and variables in their own form', () => {
    expect(
      made({
        policyId: 'p',
        statements: [
          {
            sid: 'One',
            actions: ['s3:GetObject', 's3:PutObject'],
            resources: ['arn:aws:s3:::b/&{aws:username}'],
            principals: [
              { type: 'AWS', identifiers: ['1', '2'] },
              { type: 'Service', identifiers: ['ec2.amazonaws.com'] },
            ],
            conditions: [
              { test: 'StringEquals', variable: 'a', values: ['1'] },
              { test: 'StringEquals', variable: 'b', values: ['1', '2'] },
            ],
          },
        ],
      }),
    ).toEqual({
      Version: '2012-10-17',
      Id: 'p',
      Statement: [
        {
          Sid: 'One',
          Effect: 'Allow',
          Action: ['s3:PutObject', 's3:GetObject'],
          Resource: 'arn:aws:s3:::b/${aws:username}',
          Principal: { AWS: ['2', '1'], Service: 'ec2.amazonaws.com' },
          Condition: { StringEquals: { a: '1', b: ['2', '1'] } },
        },
      ],
    });
  });

  test('takes in other documents: sources first, and overrides in the place of their Sid', () => {
    const document = (...Statement: Json[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
    const allow = (Sid: string, Action: string): Json => ({ Sid, Effect: 'Allow', Action, Resource: '*' });
    expect(
      made({
        sourcePolicyDocuments: [document(allow('A', 'a:*'))],
        statements: [{ sid: 'B', actions: ['b:*'], resources: ['*'] }],
        overridePolicyDocuments: [document(allow('A', 'a:Get'), allow('C', 'c:*'))],
      }),
    ).toMatchObject({ Statement: [allow('A', 'a:Get'), allow('B', 'b:*'), allow('C', 'c:*')] });
  });
});
