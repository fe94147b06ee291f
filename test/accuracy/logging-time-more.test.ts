import { type AccuracyCase, accuracyCases, att, ref, res, sub, vpc, when } from './support';

// A second round over logs, time and classification: newer resource types and rarer spellings.

const at =
  (clause: string) =>
  (
    name: string,
    expect: AccuracyCase['expect'],
    template: object,
    on: AccuracyCase['on'] = 'X',
    more: Partial<AccuracyCase> = {},
  ): AccuracyCase => ({ name, clause, on, expect, template, ...more });
const of = (resources: object, more: object = {}) => ({ ...more, Resources: resources });
const ENV = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};

const logs = at('7.1(6)①');
const safe = at('7.1(6)②');
const clock = at('8.1②');
const shown = at('3(2)②');
const saved = at('7.1(2)①');
const MARKS = {
  Metadata: { Jichitai: { Zone: 'my-number', Confidentiality: 3, Integrity: 2, Availability: 2 } },
};
const FLOW = { ResourceType: 'VPC', LogDestinationType: 'cloud-watch-logs', LogGroupName: 'x' };

accuracyCases('logs, time and classification: a second look', [
  logs(
    'a flow log whose kind of traffic is a parameter',
    'undetermined',
    of(
      { X: vpc(), F: res('AWS::EC2::FlowLog', { ...FLOW, ResourceId: ref('X'), TrafficType: ref('T') }) },
      { Parameters: { T: { Type: 'String', Default: 'ALL' } } },
    ),
    ['X', 'F'],
  ),
  logs(
    'accepted and rejected, in two flow logs',
    'compliant',
    of({
      X: vpc(),
      F: res('AWS::EC2::FlowLog', { ...FLOW, ResourceId: ref('X'), TrafficType: 'ACCEPT' }),
      G: res('AWS::EC2::FlowLog', { ...FLOW, ResourceId: ref('X'), TrafficType: 'REJECT' }),
    }),
  ),
  logs(
    'the trail looks at one region in one branch',
    'violation',
    of(
      {
        X: res('AWS::CloudTrail::Trail', {
          IsLogging: true,
          S3BucketName: 'b',
          IsMultiRegionTrail: when('Prod', 'true', 'false'),
        }),
      },
      ENV,
    ),
  ),
  logs(
    'a network load balancer that terminates TLS',
    'violation',
    of({
      X: res('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network' }),
      L: res('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('X'),
        Protocol: 'TLS',
        Port: 443,
      }),
    }),
  ),
  logs(
    'a classic load balancer',
    'violation',
    of({
      X: res('AWS::ElasticLoadBalancing::LoadBalancer', {
        AccessLoggingPolicy: { Enabled: false, S3BucketName: 'b' },
      }),
    }),
  ),
  logs(
    'the log bucket moves logs to an archive class and keeps them',
    'compliant',
    of({
      X: res('AWS::S3::Bucket', {
        LifecycleConfiguration: {
          Rules: [
            { Status: 'Enabled', Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 90 }] },
            { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
            { Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 400 } },
          ],
        },
      }),
      T: res('AWS::CloudTrail::Trail', { IsLogging: true, IsMultiRegionTrail: true, S3BucketName: ref('X') }),
    }),
  ),
  logs(
    'the log bucket throws away one folder: what lies there is not told by its name',
    'undetermined',
    of({
      X: res('AWS::S3::Bucket', {
        LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Prefix: 'tmp/', ExpirationInDays: 7 }] },
      }),
      T: res('AWS::CloudTrail::Trail', {
        IsLogging: true,
        IsMultiRegionTrail: true,
        S3BucketName: ref('X'),
        S3KeyPrefix: 'trail',
      }),
    }),
  ),
  logs(
    'retention set by a mapping that the region chooses',
    'compliant',
    of(
      {
        X: res('AWS::Logs::LogGroup', {
          RetentionInDays: { 'Fn::FindInMap': ['M', ref('AWS::Region'), 'Days'] },
        }),
      },
      { Mappings: { M: { 'ap-northeast-1': { Days: 400 }, 'ap-northeast-3': { Days: 731 } } } },
    ),
  ),
  safe(
    'the bucket of flow logs without lock',
    'violation',
    of({
      X: res('AWS::S3::Bucket', {}),
      V: vpc(),
      F: res('AWS::EC2::FlowLog', {
        ResourceType: 'VPC',
        ResourceId: ref('V'),
        TrafficType: 'ALL',
        LogDestinationType: 's3',
        LogDestination: sub('${X.Arn}/flow/'),
      }),
    }),
  ),
  safe(
    'locked by the configuration, the switch being absent',
    'compliant',
    of({
      X: res('AWS::S3::Bucket', {
        ObjectLockEnabled: 'true',
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: '366' } },
        },
      }),
      T: res('AWS::CloudTrail::Trail', {
        IsLogging: true,
        IsMultiRegionTrail: true,
        EnableLogFileValidation: true,
        S3BucketName: ref('X'),
      }),
    }),
  ),
  clock(
    'two associations, one for each condition',
    'compliant',
    of(
      {
        X: vpc(),
        O: res('AWS::EC2::DHCPOptions', { NtpServers: ['169.254.169.123'] }),
        P: res('AWS::EC2::DHCPOptions', { NtpServers: ['169.254.169.123'], DomainName: 'a' }),
        A: res('AWS::EC2::VPCDHCPOptionsAssociation', {
          VpcId: ref('X'),
          DhcpOptionsId: when('Prod', ref('O'), ref('P')),
        }),
      },
      ENV,
    ),
  ),
  clock(
    'the second branch has no time source',
    'violation',
    of(
      {
        X: vpc(),
        O: res('AWS::EC2::DHCPOptions', { NtpServers: ['169.254.169.123'] }),
        P: res('AWS::EC2::DHCPOptions', { DomainName: 'a' }),
        A: res('AWS::EC2::VPCDHCPOptionsAssociation', {
          VpcId: ref('X'),
          DhcpOptionsId: when('Prod', ref('O'), ref('P')),
        }),
      },
      ENV,
    ),
    ['X', 'P'],
  ),
  clock(
    'servers as one text with commas',
    'violation',
    of({
      X: res('AWS::EC2::DHCPOptions', {
        NtpServers: { 'Fn::Split': [',', '169.254.169.123,210.173.160.27'] },
      }),
    }),
  ),
  clock(
    'the pool of a distribution is replaced by the time service',
    'compliant',
    of({
      X: res('AWS::EC2::Instance', {
        UserData: {
          'Fn::Base64':
            "#!/bin/bash\nsed -i 's/^pool .*$/server 169.254.169.123 prefer iburst/' /etc/chrony.conf\nsystemctl restart chronyd\n",
        },
      }),
    }),
  ),
  clock(
    'timesyncd is pointed at a public server',
    'violation',
    of({
      X: res('AWS::EC2::LaunchTemplate', {
        LaunchTemplateData: {
          UserData: {
            'Fn::Base64':
              '#!/bin/bash\necho "NTP=time.google.com" >> /etc/systemd/timesyncd.conf\nsystemctl restart systemd-timesyncd\n',
          },
        },
      }),
    }),
  ),
  shown(
    'a stream with its classification by an anchor of YAML',
    'compliant',
    of({
      X: res('AWS::Kinesis::Stream', {
        Tags: ['confidentiality', 'integrity', 'availability'].map((key) => ({
          Key: `jichitai:${key}`,
          Value: 2,
        })),
      }),
    }),
  ),
  shown(
    'a class of integrity that there is not',
    'violation',
    of(
      { X: res('AWS::S3::Bucket', {}) },
      { Metadata: { Jichitai: { Zone: 'my-number', Confidentiality: 3, Integrity: 3, Availability: 2 } } },
    ),
    ['X', ''],
  ),
  saved('a cluster of Neptune of one day', 'violation', of({ X: res('AWS::Neptune::DBCluster', {}) }, MARKS)),
  saved(
    'a global table of which one replica has no recovery',
    'violation',
    of(
      {
        X: res('AWS::DynamoDB::GlobalTable', {
          Replicas: [
            {
              Region: 'ap-northeast-1',
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            },
            { Region: 'ap-northeast-3' },
          ],
        }),
      },
      MARKS,
    ),
  ),
  saved(
    'a plan that selects every table',
    'compliant',
    of(
      {
        X: res('AWS::DynamoDB::Table', {}),
        P: res('AWS::Backup::BackupPlan', {
          BackupPlan: {
            BackupPlanName: 'p',
            BackupPlanRule: [{ RuleName: 'r', TargetBackupVault: 'v', Lifecycle: { DeleteAfterDays: 35 } }],
          },
        }),
        S: res('AWS::Backup::BackupSelection', {
          BackupPlanId: att('P', 'BackupPlanId'),
          BackupSelection: {
            SelectionName: 's',
            IamRoleArn: 'arn:aws:iam::111122223333:role/b',
            Resources: ['arn:aws:dynamodb:*:*:table/*'],
          },
        }),
      },
      MARKS,
    ),
  ),
  saved(
    'a plan that selects all but this one',
    'violation',
    of(
      {
        X: res('AWS::DynamoDB::Table', {}),
        P: res('AWS::Backup::BackupPlan', {
          BackupPlan: { BackupPlanName: 'p', BackupPlanRule: [{ RuleName: 'r', TargetBackupVault: 'v' }] },
        }),
        S: res('AWS::Backup::BackupSelection', {
          BackupPlanId: ref('P'),
          BackupSelection: {
            SelectionName: 's',
            IamRoleArn: 'arn:aws:iam::111122223333:role/b',
            Resources: ['*'],
            NotResources: [att('X', 'Arn')],
          },
        }),
      },
      MARKS,
    ),
  ),
  saved(
    'a plan that selects by a tag in its newer spelling',
    'compliant',
    of(
      {
        X: res('AWS::DynamoDB::Table', { Tags: [{ Key: 'backup', Value: 'daily' }] }),
        P: res('AWS::Backup::BackupPlan', {
          BackupPlan: { BackupPlanName: 'p', BackupPlanRule: [{ RuleName: 'r', TargetBackupVault: 'v' }] },
        }),
        S: res('AWS::Backup::BackupSelection', {
          BackupPlanId: ref('P'),
          BackupSelection: {
            SelectionName: 's',
            IamRoleArn: 'arn:aws:iam::111122223333:role/b',
            Resources: ['*'],
            Conditions: {
              StringEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'daily' }],
            },
          },
        }),
      },
      MARKS,
    ),
  ),
]);
