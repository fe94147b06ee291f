import type { Row } from './tables';

/** Alarms, topics, network ACLs and vaults, as the approved constructs make them. */
export const OPERATION_SURVIVORS: readonly Row[] = [
  {
    type: 'AWS::CloudWatch::Alarm',
    path: /^(AlarmDescription|ComparisonOperator|EvaluationPeriods|Namespace|OKActions|Period|Statistic|Threshold|TreatMissingData)/,
    reason: 'beyond what load and after how long somebody should look is up to the city',
  },
  {
    type: /^AWS::(CloudWatch::Alarm|Logs::MetricFilter)$/,
    path: /^$/,
    operators: ['conditional', 'drop-resource'],
    reason: 'others watch the same system: the policy names no single thing to be watched',
  },
  {
    type: 'AWS::Logs::MetricFilter',
    path: /MetricValue$/,
    reason: 'what a hit counts for is up to the city',
  },
  {
    type: /^AWS::EC2::(NetworkAclEntry|SubnetNetworkAclAssociation)$/,
    path: /^($|Egress|PortRange|Protocol|RuleNumber)/,
    reason: 'a second guard that no clause demands: security groups say what may pass',
  },
  {
    type: 'AWS::Backup::BackupVault',
    path: /^(AccessPolicy|LockConfiguration$|LockConfiguration\.MinRetentionDays)/,
    operators: ['drop', 'drop-item', 'narrow-deny', 'number-one', 'number-zero'],
    reason: 'lock and policy keep backups from being deleted, each by itself',
  },
  {
    type: 'AWS::SNS::Topic',
    operators: ['delete-with-stack'],
    reason: 'a topic passes messages on, and keeps none',
  },
  {
    type: 'AWS::SNS::Subscription',
    path: /^Endpoint$/,
    operators: ['drop'],
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::SNS::TopicPolicy',
    path: /Statement\[Allow to service\]/,
    operators: ['any-principal', 'any-resource', 'any-value', 'drop', 'if-exists'],
    reason: 'who sends a false alarm learns nothing, and the topic takes nothing but over TLS',
  },
  {
    type: 'AWS::SQS::Queue',
    path: /^VisibilityTimeout$/,
    reason: 'how long a message is worked on is up to the system',
  },
];
