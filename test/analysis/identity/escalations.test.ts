import { VendorCannotChangePrivilegedCredentials } from '../../../lib/rules/identity/VendorCannotChangePrivilegedCredentials';
import { assessInline } from '../../helpers/inline';
import { allow, may, mayNot, OWN_ROOT, role, vendorMay } from '../../rules/identity/iam';

interface Case {
  readonly name: string;
  /** What is said of each id, by its logical id; nothing of those that are compliant. */
  readonly expect: Readonly<Record<string, RegExp | 'undetermined'>>;
  readonly resources: Readonly<Record<string, unknown>>;
}

const CITY = [{ Key: 'jichitai:party', Value: 'municipality' }];
const by = (service: string) => allow({ Service: `${service}.amazonaws.com` });
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const rights = (...statements: readonly unknown[]) => ({
  Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
});
/** A role of the city. */
const city = (trust: unknown, ...statements: readonly unknown[]) =>
  role(trust, { Tags: CITY, ...rights(...statements) });
const code = (roleId: string) => ({ Type: 'AWS::Lambda::Function', Properties: { Role: arn(roleId) } });
const NOTHING = {};

const cases: readonly Case[] = [
  {
    name: 'lets a vendor deploy a function whose role changes no credentials',
    expect: NOTHING,
    resources: {
      R: vendorMay(may('lambda:UpdateFunctionCode', { Resource: arn('Fn') })),
      Fn: code('FnRole'),
      FnRole: city(by('lambda'), may('dynamodb:PutItem')),
    },
  },
  {
    name: 'shows each step of a longer way',
    expect: {
      R: /by lambda:UpdateFunctionCode on Fn as FnRole, then by iam:PassRole \+ glue:CreateDevEndpoint as Admin/,
    },
    resources: {
      R: vendorMay(may('lambda:UpdateFunctionCode', { Resource: arn('Fn') })),
      Fn: code('FnRole'),
      FnRole: city(
        by('lambda'),
        may('glue:CreateDevEndpoint'),
        may('iam:PassRole', { Resource: arn('Admin') }),
      ),
      Admin: city(by('glue'), may('iam:*')),
    },
  },
  {
    name: 'goes on over a role that lets another one in by name',
    expect: { R: /by lambda:UpdateFunctionCode on Fn as FnRole, then by sts:AssumeRole as Admin/ },
    resources: {
      R: vendorMay(may('lambda:*', { Resource: arn('Fn') })),
      Fn: code('FnRole'),
      FnRole: city(by('lambda')),
      Admin: city(allow({ AWS: arn('FnRole') }), may('iam:*')),
    },
  },
  {
    name: 'asks whether the statement names that function',
    expect: NOTHING,
    resources: {
      R: vendorMay(may('lambda:UpdateFunctionCode', { Resource: arn('Other') })),
      Fn: code('FnRole'),
      Other: code('Weak'),
      Weak: city(by('lambda')),
      FnRole: city(by('lambda'), may('iam:*')),
    },
  },
  {
    name: 'asks which service the role may be passed to',
    expect: NOTHING,
    resources: {
      R: vendorMay(
        may('lambda:*', { Resource: 'arn:aws:lambda:*:*:function:app-*' }),
        may('iam:PassRole', {
          Resource: arn('Admin'),
          Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
        }),
      ),
      Admin: city(by('lambda'), may('iam:*')),
    },
  },
  {
    name: 'asks which service the role trusts',
    expect: NOTHING,
    resources: {
      R: vendorMay(may('ec2:RunInstances'), may('iam:PassRole', { Resource: arn('Admin') })),
      Admin: city(by('lambda'), may('iam:*')),
    },
  },
  {
    name: 'heeds a Deny of the passing of that role',
    expect: NOTHING,
    resources: {
      R: vendorMay(
        may('ec2:RunInstances'),
        may('iam:PassRole', { Resource: 'arn:aws:iam::*:role/app/*' }),
        mayNot('iam:PassRole', { Resource: arn('Admin') }),
      ),
      Admin: role(by('ec2'), { Tags: CITY, Path: '/app/', ...rights(may('iam:*')) }),
    },
  },
  {
    name: 'takes the passing of any role for what it is, whatever roles are here',
    expect: { R: /by iam:PassRole \+ ecs:RunTask as any role of the account/ },
    resources: { R: vendorMay(may(['ecs:RunTask', 'iam:PassRole'])) },
  },
  {
    name: 'lets be who may pass roles of a prefix, of which none is strong',
    expect: NOTHING,
    resources: {
      R: vendorMay(may('ecs:RunTask'), may('iam:PassRole', { Resource: 'arn:aws:iam::*:role/app-*' })),
    },
  },
  {
    name: 'does not follow a vendor into a role that has a boundary',
    expect: NOTHING,
    resources: {
      R: vendorMay(may('lambda:UpdateFunctionCode')),
      Fn: code('FnRole'),
      FnRole: role(by('lambda'), {
        Tags: CITY,
        PermissionsBoundary: { Ref: 'Boundary' },
        ...rights(may('*')),
      }),
      Boundary: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: { Version: '2012-10-17', Statement: may('s3:*') } },
      },
    },
  },
  {
    name: 'leaves open what a policy that cannot be seen holds',
    expect: { R: 'undetermined' },
    resources: {
      R: vendorMay(may('lambda:UpdateFunctionCode')),
      Fn: code('FnRole'),
      FnRole: role(by('lambda'), {
        Tags: CITY,
        ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/of-another-team'],
      }),
    },
  },
  {
    name: 'tells once, of the vendor, that a role lets in whoever its account allows',
    expect: { R: /by sts:AssumeRole as Admin/ },
    resources: {
      R: vendorMay(may('sts:AssumeRole')),
      Admin: city(allow({ AWS: OWN_ROOT }), may('iam:*')),
    },
  },
  {
    name: 'asks which roles of its account a vendor may assume',
    expect: NOTHING,
    resources: {
      R: vendorMay(may('sts:AssumeRole', { Resource: 'arn:aws:iam::*:role/reader' })),
      Admin: city(allow({ AWS: OWN_ROOT }), may('iam:*')),
    },
  },
  {
    name: 'follows a profile to the role of an instance',
    expect: { R: /by ssm:StartSession on Machine as MachineRole/ },
    resources: {
      R: vendorMay(may('ssm:StartSession')),
      Machine: { Type: 'AWS::EC2::Instance', Properties: { IamInstanceProfile: 'batch' } },
      Profile: {
        Type: 'AWS::IAM::InstanceProfile',
        Properties: { InstanceProfileName: 'batch', Roles: [{ Ref: 'MachineRole' }] },
      },
      MachineRole: city(by('ec2'), may('secretsmanager:PutSecretValue')),
    },
  },
  {
    name: 'asks nothing of ids of the city',
    expect: NOTHING,
    resources: {
      R: city(allow({ AWS: OWN_ROOT }), may('lambda:UpdateFunctionCode')),
      Fn: code('FnRole'),
      FnRole: city(by('lambda'), may('iam:*')),
    },
  },
];

test.each(cases.map((item) => [item.name, item] as const))('%s', (_name, item) => {
  const { findings } = assessInline(
    [VendorCannotChangePrivilegedCredentials],
    [{ Resources: item.resources }],
  );
  const found = Object.fromEntries(
    findings.map(({ resource, verdict, message }) => [
      resource.logicalId as string,
      verdict === 'violation' ? message.en : verdict,
    ]),
  );
  const expected = Object.entries(item.expect).map(([id, text]) => [
    id,
    typeof text === 'string' ? text : expect.stringMatching(text),
  ]);
  expect(found).toEqual(Object.fromEntries(expected));
});
