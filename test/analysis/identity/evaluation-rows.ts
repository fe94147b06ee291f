import { evaluate, type Outcome, type Policies, type Request } from './evaluation-logic';

// What the tests of the oracle ask: a user of the city reads an object of the city's bucket, if nothing else is said.

export const CITY = '111122223333';
export const OTHER = '444455556666';
export const USER = `arn:aws:iam::${CITY}:user/taro`;
export const ROLE = `arn:aws:iam::${CITY}:role/ops`;
export const SESSION = `arn:aws:sts::${CITY}:assumed-role/ops/taro`;
export const FEDERATED = `arn:aws:sts::${CITY}:federated-user/taro`;
export const BUCKET = 'arn:aws:s3:::juki';

export const asks = (more: Partial<Request> = {}, arn = USER): Request => ({
  principal: { arn, account: CITY },
  action: 's3:GetObject',
  resource: `${BUCKET}/a.csv`,
  resourceAccount: CITY,
  context: {},
  ...more,
});
export const policy = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });
export const allow = (more: object = {}) => ({ Effect: 'Allow', Action: 's3:*', Resource: '*', ...more });
export const deny = (more: object = {}) => ({ ...allow(more), Effect: 'Deny' });
export const to = (principal: unknown, more: object = {}) => policy(allow({ Principal: principal, ...more }));
export const ALL = [policy(allow({ Action: '*' }))];
export const NOTHING = [policy(allow({ Action: 'ec2:DescribeRegions' }))];

export type Row = readonly [name: string, expected: Outcome, policies: Policies, request?: Request];
export const rows = (page: string, list: readonly Row[]) =>
  describe(page, () => {
    test.each(list.map(([name, ...row]) => [name, row] as const))(
      '%s',
      (_name, [expected, policies, request]) => {
        expect(evaluate(request ?? asks(), policies)).toBe(expected);
      },
    );
  });

export const except = (...principals: string[]) => ({
  identity: ALL,
  resource: policy(deny({ Principal: undefined, NotPrincipal: { AWS: principals } })),
});
export const one = (more: object) => ({ identity: [policy(allow(more))] });
