import { findingsOf } from '../../mutation/judge';
import { type Mutant, mutantsOf } from '../../mutation/mutants';
import { recipes, type Subject, synthesize } from '../../mutation/subjects';

/** Weakenings that must never come to stand among those with a reason, by subject. */
const NOTICED: Readonly<
  Record<string, readonly (readonly [path: string, operator: string, rule: string])[]>
> = {
  'Vendor role guarded by its policy alone (management)': [
    ['Policies[*].PolicyDocument.Statement[Deny]', 'drop-item', 'VendorCannotChangePrivilegedCredentials'],
    ['Policies[*].PolicyDocument.Statement[Deny]', 'allow-denied', 'VendorCannotChangePrivilegedCredentials'],
    ['Policies[*].PolicyDocument.Statement[Deny]', 'narrow-deny', 'VendorCannotChangePrivilegedCredentials'],
    ['AssumeRolePolicyDocument.Statement[Allow].Condition', 'drop', 'TrustRequiresMfa'],
    ['AssumeRolePolicyDocument.Statement[Allow].Condition', 'if-exists', 'TrustRequiresMfa'],
    [
      'AssumeRolePolicyDocument.Statement[Allow].Condition.Bool.aws:MultiFactorAuthPresent',
      'drop',
      'TrustRequiresMfa',
    ],
    [
      'AssumeRolePolicyDocument.Statement[Allow].Condition.Bool.aws:MultiFactorAuthPresent',
      'flip',
      'TrustRequiresMfa',
    ],
    ['MaxSessionDuration', 'number-hundredfold', 'PrivilegedSessionIsShort'],
  ],
  'Vendor role guarded by its boundary alone (management)': [
    ['PolicyDocument.Statement[Deny]', 'drop-item', 'VendorCannotChangePrivilegedCredentials'],
    ['PermissionsBoundary', 'drop', 'VendorCannotChangePrivilegedCredentials'],
    [
      'AssumeRolePolicyDocument.Statement[Allow].Condition.NumericLessThan.aws:MultiFactorAuthAge',
      'drop',
      'TrustRequiresMfa',
    ],
  ],
  'VendorAdministratorRole (management)': [
    ['AssumeRolePolicyDocument.Statement[Allow].Condition', 'drop', 'TrustRequiresMfa'],
    ['AssumeRolePolicyDocument.Statement[Allow]', 'any-principal', 'ResourcePolicyNotPublic'],
  ],
  'EncryptedDatabase, PostgreSQL (my-number)': [
    ['SecurityGroupIngress[*].CidrIp', 'widen', 'SecurityGroupLimitsIngress'],
    ['SecurityGroupEgress[*].CidrIp', 'widen', 'SecurityGroupLimitsEgress'],
    ['MapPublicIpOnLaunch', 'flip', 'IsolatedZoneHasNoPublicSubnet'],
    ['DomainNameServers[*]', 'weaken', 'DhcpNameServersAreInside'],
    ['PolicyDocument', 'drop', 'VpcEndpointHasPolicy'],
    ['StorageEncrypted', 'flip', 'RdsCustomerManagedKey'],
    ['EnableKeyRotation', 'flip', 'KmsKeyRotation'],
  ],
  'InternetVpc with NAT (internet)': [
    ['DomainNameServers[*]', 'weaken', 'DnsQueriesPassResolver'],
    ['PolicyDocument', 'drop', 'EndpointPolicyLimitsRequests'],
    [
      'PolicyDocument.Statement[Allow].Condition.StringEquals.aws:ResourceAccount',
      'drop',
      'EndpointReachesOwnResources',
    ],
  ],
  'EncryptedBucket (my-number)': [
    ['PolicyDocument.Statement[Deny aws:SecureTransport]', 'drop-item', 'S3BucketTlsOnly'],
    ['PublicAccessBlockConfiguration.BlockPublicPolicy', 'flip', 'S3BucketBlocksPublicAccess'],
  ],
  'LogArchive and AccessLogBucket (management)': [
    ['ObjectLockConfiguration.Rule.DefaultRetention.Mode', 'weaken', 'ArchiveBucketObjectLock'],
    ['KeyPolicy.Statement[Allow to service].Condition', 'drop', 'ServiceGrantNamesSource'],
  ],
};

describe.each(Object.entries(NOTICED))('%s', (name, expected) => {
  const subject = synthesize(name, recipes()[name]!);
  const unchanged = findingsOf(subject).keys;
  const mutants = subject.templates.flatMap(({ raw }, template) =>
    mutantsOf(raw).map((mutant) => ({ template, mutant })),
  );

  test.each(expected)('%s %s is noticed by %s', (path, operator, rule) => {
    const found = mutants.filter(({ mutant }) => mutant.path === path && mutant.operator === operator);
    expect(found.length).toBeGreaterThan(0);
    const rules = found.map(({ template, mutant }) => noticing(subject, unchanged, template, mutant));
    // Places that look alike may be for several rules: each mutant is noticed, and one of them by this rule.
    expect(rules.filter((noticed) => noticed.size === 0)).toEqual([]);
    expect(rules.flatMap((noticed) => [...noticed])).toContain(rule);
  });
});

function noticing(
  subject: Subject,
  unchanged: ReadonlyMap<string, string>,
  template: number,
  mutant: Mutant,
): ReadonlySet<string> {
  const { keys } = findingsOf(subject, undefined, { template, raw: mutant.apply() });
  return new Set([...keys].filter(([key]) => !unchanged.has(key)).map(([, rule]) => rule));
}
