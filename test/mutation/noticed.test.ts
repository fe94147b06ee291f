import { findingsOf } from '../../mutation/judge';
import { type Mutant, mutantsOf } from '../../mutation/mutants';
import { recipes, type Subject, synthesize } from '../../mutation/subjects';

/** Weakenings that must never come to stand among those with a reason, by subject. */
const NOTICED: Readonly<
  Record<string, readonly (readonly [type: string, path: string, operator: string, rule: string])[]>
> = {
  'Vendor role guarded by its policy alone (management)': [
    [
      'IAM::Role',
      'Policies[*].PolicyDocument.Statement[Deny]',
      'drop-item',
      'VendorCannotChangePrivilegedCredentials',
    ],
    [
      'IAM::Role',
      'Policies[*].PolicyDocument.Statement[Deny]',
      'allow-denied',
      'VendorCannotChangePrivilegedCredentials',
    ],
    [
      'IAM::Role',
      'Policies[*].PolicyDocument.Statement[Deny]',
      'narrow-deny',
      'VendorCannotChangePrivilegedCredentials',
    ],
    ['IAM::Role', 'AssumeRolePolicyDocument.Statement[Allow].Condition', 'drop', 'TrustRequiresMfa'],
    ['IAM::Role', 'AssumeRolePolicyDocument.Statement[Allow].Condition', 'if-exists', 'TrustRequiresMfa'],
    [
      'IAM::Role',
      'AssumeRolePolicyDocument.Statement[Allow].Condition.Bool.aws:MultiFactorAuthPresent',
      'drop',
      'TrustRequiresMfa',
    ],
    [
      'IAM::Role',
      'AssumeRolePolicyDocument.Statement[Allow].Condition.Bool.aws:MultiFactorAuthPresent',
      'flip',
      'TrustRequiresMfa',
    ],
    ['IAM::Role', 'MaxSessionDuration', 'number-hundredfold', 'PrivilegedSessionIsShort'],
  ],
  'Vendor role guarded by its boundary alone (management)': [
    [
      'IAM::ManagedPolicy',
      'PolicyDocument.Statement[Deny]',
      'drop-item',
      'VendorCannotChangePrivilegedCredentials',
    ],
    ['IAM::Role', 'PermissionsBoundary', 'drop', 'VendorCannotChangePrivilegedCredentials'],
    [
      'IAM::Role',
      'AssumeRolePolicyDocument.Statement[Allow].Condition.NumericLessThan.aws:MultiFactorAuthAge',
      'drop',
      'TrustRequiresMfa',
    ],
  ],
  'VendorAdministratorRole (management)': [
    ['IAM::Role', 'AssumeRolePolicyDocument.Statement[Allow].Condition', 'drop', 'TrustRequiresMfa'],
    ['IAM::Role', 'AssumeRolePolicyDocument.Statement[Allow]', 'any-principal', 'ResourcePolicyNotPublic'],
  ],
  'EncryptedDatabase, PostgreSQL (my-number)': [
    ['EC2::SecurityGroup', 'SecurityGroupIngress[*].CidrIp', 'widen', 'SecurityGroupLimitsIngress'],
    ['EC2::SecurityGroup', 'SecurityGroupEgress[*].CidrIp', 'widen', 'SecurityGroupLimitsEgress'],
    ['EC2::Subnet', 'MapPublicIpOnLaunch', 'flip', 'IsolatedZoneHasNoPublicSubnet'],
    ['EC2::DHCPOptions', 'DomainNameServers[*]', 'weaken', 'DhcpNameServersAreInside'],
    ['EC2::VPCEndpoint', 'PolicyDocument', 'drop', 'VpcEndpointHasPolicy'],
    ['RDS::DBCluster', 'StorageEncrypted', 'flip', 'RdsCustomerManagedKey'],
    ['KMS::Key', 'EnableKeyRotation', 'flip', 'KmsKeyRotation'],
  ],
  'InternetVpc, with NAT (internet)': [
    ['EC2::DHCPOptions', 'DomainNameServers[*]', 'weaken', 'DnsQueriesPassResolver'],
    ['EC2::VPCEndpoint', 'PolicyDocument', 'drop', 'EndpointPolicyLimitsRequests'],
    [
      'EC2::VPCEndpoint',
      'PolicyDocument.Statement[Allow].Condition.StringEquals.aws:ResourceAccount',
      'drop',
      'EndpointReachesOwnResources',
    ],
  ],
  'EncryptedBucket (my-number)': [
    [
      'S3::BucketPolicy',
      'PolicyDocument.Statement[Deny aws:SecureTransport]',
      'drop-item',
      'S3BucketTlsOnly',
    ],
    ['S3::Bucket', 'PublicAccessBlockConfiguration.BlockPublicPolicy', 'flip', 'S3BucketBlocksPublicAccess'],
  ],
  'DedicatedConnection (my-number)': [
    ['EC2::Route', 'DestinationCidrBlock', 'widen', 'IsolatedZoneRouteNamesDestinations'],
  ],
  'ZoneLink (lgwan)': [
    [
      'ElasticLoadBalancingV2::LoadBalancer',
      'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
      'weaken',
      'PrivateLinkTrafficPassesSecurityGroup',
    ],
  ],
  'StaffUserPool (my-number)': [['Cognito::UserPool', 'MfaConfiguration', 'weaken', 'CognitoMfaRequired']],
  'OperatorRole (management)': [
    ['IAM::Role', 'AssumeRolePolicyDocument.Statement[Allow].Condition', 'drop', 'TrustRequiresMfa'],
  ],
  'ManagedSecret (my-number)': [
    ['SecretsManager::RotationSchedule', 'RotationRules', 'drop', 'SecretIsRotated'],
    [
      'SecretsManager::Secret',
      'GenerateSecretString.PasswordLength',
      'number-one',
      'GeneratedPasswordIsLong',
    ],
  ],
  'EncryptedCache (my-number)': [
    ['ElastiCache::ReplicationGroup', 'TransitEncryptionEnabled', 'flip', 'ElastiCacheUsesTls'],
    ['ElastiCache::ReplicationGroup', 'MultiAZEnabled', 'flip', 'ServerIsRedundant'],
  ],
  'AccessLogBucket (management)': [
    ['S3::Bucket', 'ObjectLockConfiguration.Rule.DefaultRetention.Mode', 'weaken', 'ArchiveBucketObjectLock'],
    ['KMS::Key', 'KeyPolicy.Statement[Allow to service].Condition', 'drop', 'ServiceGrantNamesSource'],
  ],
};

describe.each(Object.entries(NOTICED))('%s', (name, expected) => {
  const subject = synthesize(name, recipes()[name]!);
  const unchanged = findingsOf(subject).keys;
  const mutants = subject.templates.flatMap(({ raw }, template) =>
    mutantsOf(raw).map((mutant) => ({ template, mutant })),
  );

  test.each(expected)('%s %s %s is noticed by %s', (type, path, operator, rule) => {
    const found = mutants.filter(
      ({ mutant }) => mutant.type === `AWS::${type}` && mutant.path === path && mutant.operator === operator,
    );
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
