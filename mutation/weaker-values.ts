/**
 * What is weaker than a value, by the name of its property. Only names and values decide, not the rules of the
 * catalog: this is what an attacker, or somebody in a hurry, would write.
 */
interface Weaker {
  readonly property: RegExp;
  readonly value: RegExp;
  readonly to: readonly string[];
}

const OLD_LISTENER_POLICY = 'ELBSecurityPolicy-2016-08';

const WEAKER: readonly Weaker[] = [
  // Encryption
  { property: /^SSEAlgorithm$/, value: /^aws:kms/, to: ['AES256'] },
  { property: /^EncryptionType$/, value: /^KMS(_DSSE)?$/, to: ['AES256'] },
  { property: /^KeySpec$/, value: /.*/, to: ['RSA_2048'] },
  { property: /^KeyUsage$/, value: /^ENCRYPT_DECRYPT$/, to: ['SIGN_VERIFY'] },
  { property: /^TransitEncryption(Mode)?$/, value: /^(ENABLED|required)$/, to: ['DISABLED', 'preferred'] },
  // Lines
  { property: /^SslPolicy$/, value: /.*/, to: [OLD_LISTENER_POLICY] },
  { property: /^Protocol$/, value: /^HTTPS$/, to: ['HTTP'] },
  { property: /^Protocol$/, value: /^TLS$/, to: ['TCP'] },
  { property: /^HealthCheckProtocol$/, value: /^HTTPS$/, to: ['HTTP'] },
  {
    property: /^(Minimum(Protocol|Tls)Version|SecurityPolicy|TLSSecurityPolicy)$/,
    value: /.*/,
    to: ['TLSv1'],
  },
  { property: /^ssl_min_protocol_version$/, value: /.*/, to: ['TLSv1'] },
  { property: /^tls_version$/, value: /.*/, to: ['TLSv1,TLSv1.1,TLSv1.2'] },
  { property: /^(Viewer|Origin)ProtocolPolicy$/, value: /.*/, to: ['allow-all'] },
  // Records
  { property: /^TrafficType$/, value: /^ALL$/, to: ['REJECT', 'ACCEPT'] },
  { property: /^Mode$/, value: /^COMPLIANCE$/, to: ['GOVERNANCE'] },
  { property: /^Status$/, value: /^Enabled$/, to: ['Suspended', 'Disabled'] },
  { property: /^LogDriver$/, value: /.*/, to: ['none'] },
  { property: /^AuthenticationMode$/, value: /.*/, to: ['none'] },
  // Exposure
  { property: /^Scheme$/, value: /^internal$/, to: ['internet-facing'] },
  { property: /^AssignPublicIp$/, value: /^DISABLED$/, to: ['ENABLED'] },
  { property: /^ObjectOwnership$/, value: /.*/, to: ['ObjectWriter'] },
  { property: /^AccessControl$/, value: /.*/, to: ['PublicRead'] },
  { property: /^AuthorizationType$|^AuthType$/, value: /.*/, to: ['NONE'] },
  { property: /^NetworkMode$/, value: /^awsvpc$/, to: ['host'] },
  // Log-in
  { property: /^MfaConfiguration$/, value: /^ON$/, to: ['OPTIONAL', 'OFF'] },
  { property: /^HttpTokens$/, value: /^required$/, to: ['optional'] },
  { property: /^MasterUsername$/, value: /.*/, to: ['admin'] },
  // Life of resources
  { property: /^(Deletion|UpdateReplace)Policy$/, value: /^(Retain|Snapshot)/, to: ['Delete'] },
  { property: /^ImageTagMutability$/, value: /^IMMUTABLE$/, to: ['MUTABLE'] },
  { property: /^EngineVersion$/, value: /^17\./, to: ['11.9'] },
  { property: /^EngineVersion$/, value: /^8\.0\.mysql_aurora/, to: ['5.7.mysql_aurora.2.11.1'] },
  { property: /^PlatformVersion$/, value: /.*/, to: ['1.3.0'] },
  { property: /^Runtime$/, value: /.*/, to: ['nodejs14.x'] },
  // Firewalls
  { property: /^PolicyType$/, value: /.*/, to: ['none'] },
  { property: /^NtpServers$/, value: /.*/, to: ['ntp.nict.jp'] },
  { property: /^DomainNameServers$/, value: /.*/, to: ['8.8.8.8'] },
  { property: /^DefaultResult$/, value: /^ABANDON$/, to: ['CONTINUE'] },
];

/** ON and OFF, 1 and 0: settings of database engines, which CloudFormation passes on as text. */
const SWITCH: Readonly<Record<string, string>> = {
  ON: 'OFF',
  on: 'off',
  ENABLED: 'DISABLED',
  enabled: 'disabled',
};

export function weakerValues(property: string, value: string): readonly string[] {
  const listed = WEAKER.filter((row) => row.property.test(property) && row.value.test(value)).flatMap(
    ({ to }) => to,
  );
  const off = SWITCH[value];
  const all = off === undefined || listed.length > 0 ? listed : [off];
  return [...new Set(all)].filter((weaker) => weaker !== value);
}

/** More is weaker: sessions, waiting times, limits of what is let through, rights. */
const LESS_IS_STRONGER =
  /SessionDuration|TokenValidity|Validity$|Idle|^Limit$|MultiFactorAuthAge|EvaluationWindow|ChangeableForDays|RotationPeriod|TTL$|Ttl$|Interval|UnusedAccountValidityDays|AutomaticallyAfterDays/i;
/** Less is weaker: how long, how many, how far back. */
const MORE_IS_STRONGER =
  /Retention|DeleteAfterDays|(Min|Desired|Healthy)(imum)?\w*(Count|Capacity|Percent)|DesiredCount|MinRetentionDays|^Days$|NoncurrentDays|PendingWindow|Length|TlsVersion|server_audit_logging|force_ssl|MessageRetentionPeriod/i;

/** The direction in which a number becomes weaker: by its property's name; both where that does not tell. */
export function directionOf(property: string): 'down' | 'up' | 'both' {
  if (LESS_IS_STRONGER.test(property)) return 'up';
  return MORE_IS_STRONGER.test(property) ? 'down' : 'both';
}

/** Numbers that are weaker than one. */
export function weakerNumbers(
  property: string,
  value: number,
): readonly (readonly [operator: string, to: number])[] {
  const direction = directionOf(property);
  const down = [
    ['number-zero', 0],
    ['number-one', 1],
    ['number-half', Math.floor(value / 2)],
  ] as const;
  const up = [['number-hundredfold', value * 100]] as const;
  const all = direction === 'down' ? down : direction === 'up' ? up : [...down, ...up];
  const seen = new Set<number>([value]);
  return all.filter(([, to]) => {
    if (seen.has(to) || (direction === 'down' && to > value)) return false;
    seen.add(to);
    return true;
  });
}

/** The alias of the key that AWS manages for the service of a resource type. */
export function managedKeyFor(type: string): string {
  const service = type.split('::')[1]?.toLowerCase() ?? '';
  return `alias/aws/${service === 'ec2' ? 'ebs' : service === 'elasticfilesystem' ? service : service}`;
}

/** Marks, and what somebody would write to be asked for less. */
export const LOWER_MARK: Readonly<Record<string, (value: string) => string | undefined>> = {
  zone: (value) => (value === 'internet' ? 'my-number' : 'internet'),
  confidentiality: (value) => (value === '1' ? undefined : '1'),
  integrity: (value) => (value === '1' ? undefined : '1'),
  availability: (value) => (value === '1' ? undefined : '1'),
  environment: (value) => (value === 'production' ? 'development' : undefined),
  party: (value) => (value === 'municipality' ? undefined : 'municipality'),
  'planned-use-until': () => '2099-12-31',
};
