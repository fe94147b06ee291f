import type * as aws from '@pulumi/aws';
import {
  EncryptedBucket,
  EncryptedDatabase,
  LogArchive,
  MyNumberVpc,
  type MyNumberVpcArgs,
  VendorAdministratorRole,
  type VendorAdministratorRoleArgs,
} from '../../lib/pulumi/components';
import { narrowRangeProblem, subnetCidr, vpcCidrProblem } from '../../lib/pulumi/components/cidr';

/** What a component says of its arguments: one line for each. */
function problems(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    return (error as Error).message.split('\n  - ').slice(1);
  }
  return [];
}

describe('components name all arguments that are too weak, at once', () => {
  test('EncryptedBucket', () => {
    const marks = { confidentiality: 4 } as unknown as { confidentiality: 3 };
    const args = { lockDays: 0, supersededVersionDays: 7.5, marks };
    expect(problems(() => new EncryptedBucket('records', args))).toEqual([
      '`lockDays` must be at least 1 days, but is 0',
      '`supersededVersionDays` must be a whole number of days, but is 7.5',
      "`marks.confidentiality` must be one of 1, 2, 3, but is '4'",
    ]);
  });

  test('LogArchive', () => {
    expect(problems(() => new LogArchive('logs', { retentionDays: 364, sourceAccountIds: ['1'] }))).toEqual([
      '`retentionDays` must be at least 365 days, but is 364',
      "`sourceAccountIds` must hold account numbers of twelve digits, but holds '1'",
    ]);
  });

  const vpc = (args: Partial<MyNumberVpcArgs>) =>
    problems(() => new MyNumberVpc('network', { cidr: '10.0.0.0/16', ...args }));

  test('MyNumberVpc', () => {
    const args = {
      cidr: '10.0.1.0/16',
      availabilityZones: ['ap-northeast-1a'],
      flowLogRetentionDays: 30,
      interfaceEndpoints: ['kms', 'kms', 'nowhere'],
      organizationId: 'city',
    };
    expect(vpc(args)).toEqual([
      "`cidr` must begin at the first address of its range, but is '10.0.1.0/16'",
      '`availabilityZones` must name two to four zones, but names 1',
      '`flowLogRetentionDays` must be at least 365 days, but is 30',
      '`interfaceEndpoints` must name services whose endpoints take a policy; not so, or not known: nowhere',
      "`organizationId` must have the form o-…, but is 'city'",
    ]);
    expect(vpc({ interfaceEndpoints: ['kms', 'kms'], availabilityZones: ['a', 'a', 'b'] })).toEqual([
      '`availabilityZones` must not repeat a zone: a, a, b',
      '`interfaceEndpoints` must name each service once; repeated: kms',
    ]);
  });

  test('MyNumberVpc: the archive decides how long flow logs are kept', () => {
    const logArchive = Object.create(LogArchive.prototype) as LogArchive;
    expect(vpc({ cidr: '10.0.0.0', logArchive, flowLogRetentionDays: 400 })).toEqual([
      "`cidr` must be an IPv4 range such as 10.32.0.0/16, but is '10.0.0.0'",
      '`flowLogRetentionDays` has no effect together with `logArchive`, which keeps flow logs for its own period',
    ]);
  });

  test('EncryptedDatabase', () => {
    const [vpc, subnet] = [{} as aws.ec2.Vpc, {} as aws.ec2.Subnet];
    const network = { vpc, isolatedSubnets: [subnet] };
    const sound = { engine: 'aurora-mysql', engineVersion: '8.0.mysql_aurora.3.10.0' } as const;
    expect(
      problems(
        () =>
          new EncryptedDatabase('records', {
            ...sound,
            network,
            administratorName: 'admin',
            parameters: { tls_version: 'TLSv1' },
            instanceCount: 1,
            logRetentionDays: 7,
            clusterIdentifier: 'Records--1',
          }),
      ),
    ).toEqual([
      "`administratorName` must not be a name that is well known, but is 'admin'",
      '`parameters` may not set tls_version: it is set already',
      '`instanceCount` must be at least 2 instances, but is 1',
      '`logRetentionDays` must be at least 365 days, but is 7',
      "`clusterIdentifier` must be of lower-case letters, digits and hyphens, but is 'Records--1'",
      '`network` must have two isolated subnets, but has 1',
    ]);
    const args = { network: { vpc, isolatedSubnets: [subnet, subnet] }, administratorName: '1st' };
    const made = () =>
      new EncryptedDatabase('records', { ...args, engine: 'aurora-postgresql', engineVersion: 'newest' });
    expect(problems(made)).toEqual([
      "`engineVersion` must be a version of aurora-postgresql, but is 'newest'",
      "`administratorName` must begin with a letter, then letters, digits or _, 63 at most, but is '1st'",
    ]);
  });

  const vendor = (args: Partial<VendorAdministratorRoleArgs>) =>
    problems(() => new VendorAdministratorRole('vendor', { statements: [], ...args }));
  const statement = (actions: readonly string[], resources = ['*']) => ({ actions, resources });

  test('VendorAdministratorRole: whom it trusts', () => {
    const args = {
      vendorAccountIds: ['12345'],
      vendorPrincipalArns: ['arn:aws:iam::210987654321:role/*', 'arn:aws:iam::210987654321:root'],
      sourceCidrs: ['0.0.0.0/0'],
      externalId: ' ',
    };
    expect(vendor(args)).toEqual([
      "`vendorAccountIds` must hold account numbers of twelve digits, but holds '12345'",
      "`vendorPrincipalArns` must hold ARNs of roles or users, without wildcards, but holds 'arn:aws:iam::210987654321:role/*'",
      "`vendorPrincipalArns` must hold ARNs of roles or users, without wildcards, but holds 'arn:aws:iam::210987654321:root'",
      "`sourceCidrs` must hold ranges of addresses, /8 at the widest, but holds '0.0.0.0/0'",
      '`externalId` must not be empty',
      '`statements` must hold at least one statement',
    ]);
    expect(vendor({ statements: [statement(['ssm:StartSession'])], sourceCidrs: [] })).toEqual([
      '`vendorAccountIds` or `vendorPrincipalArns` must name at least one account or principal',
      '`sourceCidrs` must not be empty',
    ]);
  });

  test.each([
    [statement(['*']), 'but allows *'],
    [statement(['ecs:*', 'iam:CreateUser']), 'but allows iam:CreateUser'],
    [statement(['iam:PassRole']), 'but allows iam:PassRole'],
    [statement(['sts:AssumeRole'], ['arn:aws:iam::123456789012:role/x']), 'but allows sts:AssumeRole'],
    [statement([]), 'must name actions'],
    [statement(['ecs:*'], []), 'must name resources'],
  ])('VendorAdministratorRole may not have the statement %j', (given, said) => {
    const [line] = vendor({ statements: [given] }).filter((text) => text.startsWith('`statements[0]`'));
    expect(line).toContain(said);
  });

  test('VendorAdministratorRole may read IAM and pass roles that are named', () => {
    const statements = [
      statement(['iam:GetRole', 'iam:ListRoles']),
      statement(['iam:PassRole'], ['arn:aws:iam::123456789012:role/Task']),
    ];
    expect(vendor({ statements }).filter((text) => text.includes('statements'))).toEqual([]);
  });
});

test.each([
  ['10.32.0.0/16', 0, '10.32.0.0/20'],
  ['10.32.0.0/16', 15, '10.32.240.0/20'],
  ['192.168.8.0/24', 3, '192.168.8.48/28'],
])('of %s subnet %d is %s', (range, index, expected) => {
  expect(subnetCidr(range, index)).toBe(expected);
});

test.each([
  ['10.0.0.0/16', undefined],
  ['172.16.0.0/20', undefined],
  ['172.32.0.0/20', 'private'],
  ['10.0.0.0/25', 'between /16 and /24'],
  ['10.0.0.0/8', 'between /16 and /24'],
  ['10.0.0.256/24', 'must be an IPv4 range'],
])('a VPC of %s: %s', (range, problem) => {
  if (problem === undefined) expect(vpcCidrProblem(range)).toBeUndefined();
  else expect(vpcCidrProblem(range)).toContain(problem);
});

test('who works from one address works from a narrow range', () => {
  expect(narrowRangeProblem('203.0.113.5/32')).toBeUndefined();
  expect(narrowRangeProblem('10.0.0.0/7')).toContain('/8 at the widest');
});
