import type { Row } from './tables';

const ADD_OR_TAKE = ['drop-resource', 'conditional'];

/** What watches an account, and what its backups fall under. */
export const MONITORING_SURVIVORS: readonly Row[] = [
  {
    type: 'AWS::CloudWatch::Alarm',
    path: /^(DatapointsToAlarm|Dimensions(\[\*\])?)$/,
    operators: ['drop', 'drop-item', 'number-one', 'number-hundredfold'],
    reason:
      'what is measured, and after how long somebody should look, is up to the city: AlarmsExist and AlarmHasAction ask that something is watched, and that somebody hears of it',
  },
  {
    type: 'AWS::AccessAnalyzer::Analyzer',
    path: /^$/,
    operators: ADD_OR_TAKE,
    resource: /ExternalAccess/,
    reason:
      'what is open to outsiders the guardrail judges before it is deployed; the clause asks for ids that nobody uses, which the other analyzer finds',
  },
  {
    type: 'AWS::AccessAnalyzer::Analyzer',
    path: /^AnalyzerConfiguration(\.UnusedAccessConfiguration(\.UnusedAccessAge)?)?$/,
    operators: ['drop', 'number-half', 'number-one'],
    reason: 'equivalent or stricter: 90 days by default, and an age of less finds more',
  },
  {
    type: 'AWS::Backup::BackupSelection',
    path: /^BackupSelection\.ListOfTags$/,
    operators: ['drop'],
    subject: /^ProtectedBackupPlan/,
    reason: 'there is no store that BackupPlanSelectsStores would miss: three-zone has some',
  },
  {
    type: 'AWS::Backup::BackupVault',
    path: /^$/,
    operators: ADD_OR_TAKE,
    subject: /^RecoveryVault/,
    reason:
      'copies are made to a vault by its ARN, and what an ARN names need not be in a template; AWS Backup reports copies that fail',
  },
  {
    type: 'AWS::Config::ConfigRule',
    path: /^$/,
    operators: ADD_OR_TAKE,
    reason: 'ten others are left: the policy asks for a check from time to time, and names none of them',
  },
  {
    type: 'AWS::Config::ConfigRule',
    path: /^Source\.SourceIdentifier$/,
    operators: ['drop'],
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::Config::DeliveryChannel',
    path: /^(ConfigSnapshotDeliveryProperties(\.DeliveryFrequency)?|S3KmsKeyArn)$/,
    operators: ['drop'],
    reason:
      'equivalent: the bucket encrypts by the same key, and changes are recorded as they happen; whole pictures are asked for as needed',
  },
  {
    type: 'AWS::Events::Rule',
    path: /^($|EventPattern)/,
    operators: [
      ...ADD_OR_TAKE,
      ...['drop', 'drop-item', 'number-zero', 'number-one', 'number-half', 'number-hundredfold'],
    ],
    subject: /^SecurityMonitoring/,
    reason:
      'one of two rules, either of which SecurityFindingsAreSentOn takes; a pattern that is dropped hears of more, and which severity deserves a mail is up to the city',
  },
  {
    type: 'AWS::GuardDuty::Detector',
    path: /^(Features(\[\*\])?|FindingPublishingFrequency)$/,
    operators: ['drop', 'drop-item'],
    reason:
      'what is not listed GuardDuty has on for a new detector, and off only where it is said (GuardDutyProtectionsEnabled); how often it reports again is tuning',
  },
  {
    type: 'AWS::SecurityHub::Hub',
    path: /^(AutoEnableControls|ControlFindingGenerator|EnableDefaultStandards)$/,
    operators: ['drop'],
    reason: 'equivalent: new controls and standards are on by default, and each control reports once',
  },
  {
    type: 'AWS::SecurityHub::Hub',
    path: /^AutoEnableControls$/,
    operators: ['flip'],
    reason: 'controls that AWS adds one day: those that there are stay on (SecurityHubChecksStandards)',
  },
  {
    type: 'AWS::IAM::Policy',
    path: /Statement\[Allow\]$/,
    operators: ['any-resource'],
    subject: /^SecurityMonitoring/,
    change: /^Resource: \{"Fn::GetAtt":\["MonitoringRecords/,
    reason: 'asks for the settings of a bucket: opens nothing that lies in it',
  },
  {
    type: 'AWS::CloudTrail::Trail',
    path: /^AdvancedEventSelectors(\[\*\])?$/,
    operators: ['drop', 'drop-item'],
    subject: /^AuditTrail/,
    reason:
      'management events are recorded by default, and the subject has no store whose accesses only a trail would tell; three-zone has some (S3BucketAccessLogs)',
  },
];
