import { POLICY_EDITION } from './clause';
import type { ZoneName, ZonePassage } from './zones';

/** Figures and facts that the policy leaves to the municipality. */
export interface Profile {
  readonly name: string;
  /** Date of the edition of the policy, YYYY-MM-DD. */
  readonly policyEdition: string;
  /** Shortest time that logs are kept, in days. 7.1(6)① asks for a fixed period. */
  readonly minimumLogRetentionDays: number;
  /** Shortest time that an archive is locked against change, in days. 7.1(6)② */
  readonly minimumArchiveLockDays: number;
  /** Shortest time that automatic backups are kept, in days. 7.1(2)① */
  readonly minimumBackupRetentionDays: number;
  /** Longest session with privileges, in seconds. 7.2(6) asks for the least that is needed. */
  readonly maximumPrivilegedSessionSeconds: number;
  /** Fewest characters of a password. 6.4(3)③ asks for a sufficient length. */
  readonly minimumPasswordLength: number;
  /** Shortest waiting time before a key is destroyed, in days. 9.2(7)③ */
  readonly minimumKeyDeletionWindowDays: number;
  /** Kinds of key that may be made, as KMS names them. 7.1(16)② */
  readonly allowedKeySpecs: readonly string[];
  /** Regions under domestic law. 9.2(2)③(エ) */
  readonly allowedRegions: readonly string[];
  /** Security policies of load balancer listeners that allow TLS 1.2 and later only. 7.1(16)② */
  readonly allowedListenerTlsPolicies: readonly string[];
  /** Time sources: the Amazon Time Sync Service. 8.1② */
  readonly allowedTimeSources: readonly string[];
  /** Names that administrators of databases have by default. 7.2(1)③(オ) */
  readonly defaultAdministratorNames: readonly string[];
  /** Roles, users, groups and permission sets that may be administrators, by name or logical id. 7.2(1)③(ア) */
  readonly allowedAdministrators: readonly string[];
  /**
   * Registries from which container images may come, by host or host and path (`public.ecr.aws/aws-cli`). The private
   * registries (ECR) of the own account need no mention. 7.3(2)③(イ), 7.1(17)②
   */
  readonly approvedImageRegistries: readonly string[];
  /** Services that may be used, as in `AWS::S3`; undefined where the city keeps its list elsewhere. 9.2(4)③ */
  readonly approvedServices?: readonly string[];
  /** Longest time without input before an administrator's session ends, in minutes. 7.2(4) */
  readonly maximumIdleMinutes: number;
  /** Longest validity of a token that lets a user in, in minutes. 7.2(4) */
  readonly maximumTokenMinutes: number;
  /** Longest time in which a log-in may be renewed without the user, in days. 7.2(4) */
  readonly maximumLoginDays: number;
  /** Longest term of an exception in an emergency, in days. 8.4(2) */
  readonly maximumEmergencyDays: number;
  /** Days within which an exception in an emergency is reported. 8.4(2) */
  readonly emergencyReportDays: number;
  /** Age beyond which the table of software support dates warns, in days. 7.4(1)⑦ */
  readonly maximumSupportTableAgeDays: number;
  /** Duties that the platform fulfils outside of the app, so that their absence needs evidence only. */
  readonly platformProvides: readonly PlatformDuty[];
  /**
   * What may pass between zones that the policy keeps apart. Whatever goes to or from the my-number zone names addresses
   * and ports, and does not go to the Internet. 4(1)①, 4(2)①
   */
  readonly zoneMatrix: readonly ZonePassage[];
  /** What is known of things that the templates refer to and do not hold. */
  readonly facts: Facts;
  /** Rules that a profile treats in another way. */
  readonly rules: Readonly<Record<string, RuleAdjustment>>;
}

/** Duties of an account or a whole deployment, which a platform may fulfil for its apps. */
export const PLATFORM_DUTIES = [
  // A trail of the operations in the cloud. 7.1(6)①
  'trail',
  // The recorder of AWS Config. 7.5(1)④, 8.2(1)③
  'configuration-recorder',
  // Rules or conformance packs of AWS Config. 8.2(1)③
  'configuration-rules',
  // GuardDuty. 4(3)①
  'threat-detection',
  // Security Hub. 8.1①
  'security-findings',
  // IAM Access Analyzer. 7.2(1)②(ウ)
  'access-analyzer',
  // Inspector. 7.6(1)①
  'vulnerability-scan',
  // Patch baselines and maintenance windows. 7.6(1)①
  'patching',
  // Malware protection of servers and of files. 7.4(1)①④
  'malware-protection',
  // Alarms, and somebody whom they reach. 8.1①③
  'monitoring',
  // A plan of AWS Backup. 7.1(2)①
  'backup-plan',
  // A log of DNS queries. 7.5(4)
  'dns-query-log',
  // Preferences of Session Manager. 7.2(4)
  'session-preferences',
  // The password policy of the account. 6.4(3)③
  'password-policy',
  // The account-wide block of public access to S3. 7.2(1)①
  'public-access-block',
  // Encryption of EBS by default. 4(1)④
  'default-volume-encryption',
] as const;
export type PlatformDuty = (typeof PLATFORM_DUTIES)[number];

export interface Facts {
  /** ARNs or ids of keys that a customer manages. */
  readonly customerManagedKeys: readonly string[];
  /** Zone of a VPC, transit gateway or other network that already exists, by its id. */
  readonly zoneOf: Readonly<Record<string, ZoneName>>;
  /** Address ranges of a prefix list that already exists, by its id. */
  readonly prefixLists: Readonly<Record<string, readonly string[]>>;
  /** Accounts of vendors and operators: outside administrators. */
  readonly outsideAccounts: readonly string[];
  /** Accounts of development and verification. 7.3(3)①(ア) */
  readonly developmentAccounts: readonly string[];
  /** Application numbers of connections to the outside that are permitted; any number counts where undefined. 7.1(10)① */
  readonly approvedConnections?: readonly string[];
}

export interface RuleAdjustment {
  /** `warning`: reported without blocking. The policy's duty stays what it is. */
  readonly severity?: 'error' | 'warning';
  /** What an undetermined result does for this rule; by default it blocks where a violation would. */
  readonly undetermined?: 'block' | 'report';
}

/**
 * Miyazaki City. Each figure fills in what the policy calls a fixed period or the least that is needed.
 * - A year of logs: the shortest time in which a yearly self-inspection (10.2) can still look back at them.
 * - A week of automatic backups: a fault found after a long weekend can still be undone.
 * - An hour with privileges: the shortest session that IAM allows to be set.
 * - Passwords of eight characters: enough beside a second factor, which staff use wherever it matters (5.4④).
 * - Fifteen minutes without input, an hour for a token, a working day for a log-in: an unattended terminal is of use
 *   to nobody else for long, and nobody stays logged in overnight.
 * - Two weeks for an emergency: by then an application can be decided on. A week for its report, holidays included.
 * - Half a year for the table of support dates: vendors announce an end of support earlier than that.
 * - Kinds of key with a strength of 128 bits at least: CRYPTREC's criteria end the use of 112 bits (RSA_2048,
 *   HMAC_224) in 2030, and resident records outlive that. secp256k1 and SM2 are on no Japanese list of ciphers.
 */
export const MIYAZAKI: Profile = {
  name: 'miyazaki',
  policyEdition: POLICY_EDITION,
  minimumLogRetentionDays: 365,
  minimumArchiveLockDays: 365,
  minimumBackupRetentionDays: 7,
  maximumPrivilegedSessionSeconds: 3600,
  minimumPasswordLength: 8,
  minimumKeyDeletionWindowDays: 30,
  allowedKeySpecs: [
    'SYMMETRIC_DEFAULT',
    'HMAC_256',
    'HMAC_384',
    'HMAC_512',
    'RSA_3072',
    'RSA_4096',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_NIST_EDWARDS25519',
    'ML_DSA_44',
    'ML_DSA_65',
    'ML_DSA_87',
  ],
  allowedRegions: ['ap-northeast-1', 'ap-northeast-3'],
  allowedListenerTlsPolicies: [
    'ELBSecurityPolicy-TLS13-1-2-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-3-2021-06',
    'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04',
    'ELBSecurityPolicy-FS-1-2-Res-2020-10',
    'ELBSecurityPolicy-FS-1-2-Res-2019-08',
    'ELBSecurityPolicy-FS-1-2-2019-08',
    'ELBSecurityPolicy-TLS-1-2-2017-01',
  ],
  allowedTimeSources: ['169.254.169.123', 'fd00:ec2::123'],
  defaultAdministratorNames: [
    'admin',
    'administrator',
    'adminuser',
    'awsuser',
    'dbadmin',
    'master',
    'masteruser',
    'mysql',
    'oracle',
    'postgres',
    'root',
    'rdsadmin',
    'sa',
    'sysadmin',
    'system',
    'user',
  ],
  allowedAdministrators: [],
  approvedImageRegistries: ['public.ecr.aws'],
  maximumIdleMinutes: 15,
  maximumTokenMinutes: 60,
  maximumLoginDays: 1,
  maximumEmergencyDays: 14,
  emergencyReportDays: 7,
  maximumSupportTableAgeDays: 180,
  platformProvides: PLATFORM_DUTIES,
  zoneMatrix: [],
  facts: {
    customerManagedKeys: [],
    zoneOf: {},
    prefixLists: {},
    outsideAccounts: [],
    developmentAccounts: [],
  },
  rules: {},
};

export const BUILT_IN_PROFILES: Readonly<Record<string, Profile>> = { miyazaki: MIYAZAKI };
