import { accuracyCases, att, ref, res, sub, vpc, when } from './support';

const BY_APP = { platformProvides: [] };
const conditions = {
  Parameters: { Stage: { Type: 'String', AllowedValues: ['live', 'trial'] } },
  Conditions: { Live: { 'Fn::Equals': [ref('Stage'), 'live'] } },
};

accuracyCases('monitoring, updates and hardening', [
  {
    name: 'an alarm that mails the section in charge',
    clause: '8.1①',
    expect: 'compliant',
    on: ['Cpu', 'Duty'],
    resources: {
      Cpu: res('AWS::CloudWatch::Alarm', {
        Namespace: 'AWS/RDS',
        MetricName: 'CPUUtilization',
        AlarmActions: [ref('Duty')],
      }),
      Duty: res('AWS::SNS::Topic', {
        Subscription: [{ Protocol: 'email', Endpoint: 'joho@city.example.jp' }],
      }),
    },
  },
  {
    name: 'an alarm on a dashboard only',
    clause: '8.1①',
    expect: 'violation',
    on: 'Cpu',
    resources: { Cpu: res('AWS::CloudWatch::Alarm', { Namespace: 'AWS/RDS', MetricName: 'CPUUtilization' }) },
  },
  {
    name: 'an alarm whose actions somebody has switched off for a while',
    clause: '8.1③',
    expect: 'violation',
    on: 'Cpu',
    resources: {
      Cpu: res('AWS::CloudWatch::Alarm', { AlarmActions: [ref('Duty')], ActionsEnabled: 'false' }),
      Duty: res('AWS::SNS::Topic', { Subscription: [{ Protocol: 'sms', Endpoint: '+81' }] }),
    },
  },
  {
    name: 'an alarm that scales a service, and tells nobody, which is what it is for',
    clause: '8.1①',
    expect: 'compliant',
    on: 'Busy',
    resources: {
      Busy: res('AWS::CloudWatch::Alarm', { AlarmActions: [ref('More')] }),
      More: res('AWS::ApplicationAutoScaling::ScalingPolicy', {}),
    },
  },
  {
    name: 'actions from a parameter, which may be an empty list',
    clause: '8.1①',
    expect: 'undetermined',
    on: 'Cpu',
    template: {
      Parameters: { Actions: { Type: 'CommaDelimitedList', Default: 'arn:aws:sns:ap-northeast-1:1:duty' } },
      Resources: { Cpu: res('AWS::CloudWatch::Alarm', { AlarmActions: ref('Actions') }) },
    },
  },
  {
    name: 'findings of GuardDuty go to a rule that is switched off',
    clause: '8.1①',
    expect: 'violation',
    on: 'Findings',
    resources: {
      Findings: res('AWS::Events::Rule', {
        EventPattern: { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] },
        State: 'DISABLED',
        Targets: [{ Id: 'duty', Arn: 'arn:aws:sns:ap-northeast-1:1:duty' }],
      }),
    },
  },
  {
    name: 'GuardDuty is off in the trial',
    clause: '7.5(7)',
    expect: 'violation',
    on: 'Detector',
    template: {
      ...conditions,
      Resources: { Detector: res('AWS::GuardDuty::Detector', { Enable: when('Live', true, false) }) },
    },
  },
  {
    name: 'a VPC of the Internet zone with all that its own templates can do',
    clause: '4(3)①',
    expect: 'compliant',
    on: 'Vpc',
    zone: 'internet',
    profile: BY_APP,
    resources: {
      Vpc: vpc('internet'),
      Flow: res('AWS::EC2::FlowLog', {
        ResourceId: ref('Vpc'),
        ResourceType: 'VPC',
        TrafficType: 'ALL',
        LogGroupName: 'flow',
      }),
      Igw: res('AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), InternetGatewayId: 'igw-1' }),
      Firewall: res('AWS::NetworkFirewall::Firewall', { VpcId: ref('Vpc') }),
    },
  },
  {
    name: 'a recorder of two kinds of resources',
    clause: '7.5(1)④',
    expect: 'violation',
    on: 'Recorder',
    resources: {
      Recorder: res('AWS::Config::ConfigurationRecorder', {
        RecordingGroup: { ResourceTypes: ['AWS::EC2::Instance', 'AWS::S3::Bucket'] },
      }),
    },
  },
  {
    name: 'images are scanned when they arrive',
    clause: '7.6(1)①',
    expect: 'compliant',
    on: 'Images',
    resources: { Images: res('AWS::ECR::Repository', { ImageScanningConfiguration: { ScanOnPush: true } }) },
  },
  {
    // Without the profile at first: where the platform scans, that has to be shown instead.
    name: 'images are never scanned, by the platform neither',
    clause: '7.6(1)①',
    expect: 'violation',
    on: 'Images',
    profile: { platformProvides: [] },
    resources: { Images: res('AWS::ECR::Repository', { ImageTagMutability: 'IMMUTABLE' }) },
  },
  {
    name: 'a vendor keeps the database at its minor version',
    clause: '7.6(1)①',
    expect: 'violation',
    on: 'Records',
    resources: { Records: res('AWS::RDS::DBInstance', { Engine: 'mysql', AutoMinorVersionUpgrade: false }) },
  },
  {
    name: 'a debugging container with the socket of Docker',
    clause: '7.4(1)⑧',
    expect: 'violation',
    on: 'Task',
    resources: {
      Task: res('AWS::ECS::TaskDefinition', {
        ContainerDefinitions: [
          { Name: 'a', Image: 'a', User: '1000', LogConfiguration: { LogDriver: 'awslogs' } },
        ],
        Volumes: [{ Name: 'docker', Host: { SourcePath: '/var/run/docker.sock' } }],
      }),
    },
  },
  {
    name: 'a container that does as it should',
    clause: '7.4(1)⑧',
    expect: 'compliant',
    on: 'Task',
    resources: {
      Task: res('AWS::ECS::TaskDefinition', {
        NetworkMode: 'awsvpc',
        ContainerDefinitions: [
          {
            Name: 'a',
            Image: 'a',
            User: '1000',
            ReadonlyRootFilesystem: true,
            LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': 'a' } },
          },
        ],
      }),
    },
  },
  {
    name: 'a web ACL that only counts',
    clause: '7.1(10)④',
    expect: 'violation',
    on: 'Acl',
    zone: 'internet',
    resources: {
      Acl: res('AWS::WAFv2::WebACL', {
        DefaultAction: { Allow: {} },
        Rules: [
          {
            Name: 'common',
            OverrideAction: { Count: {} },
            Statement: {
              ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' },
            },
          },
        ],
      }),
    },
  },
  {
    name: 'a web ACL that stops attacks, but no flood',
    clause: '7.5(6)',
    expect: 'violation',
    on: 'Acl',
    zone: 'internet',
    resources: {
      Acl: res('AWS::WAFv2::WebACL', {
        DefaultAction: { Allow: {} },
        Rules: [
          {
            Name: 'common',
            OverrideAction: { None: {} },
            Statement: {
              ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' },
            },
          },
        ],
      }),
    },
  },
  {
    name: 'the role of an operator may do anything with log groups',
    clause: '7.1(6)②',
    expect: 'violation',
    on: 'Operator',
    resources: {
      Operator: res('AWS::IAM::ManagedPolicy', {
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: ['logs:*'], Resource: sub('arn:aws:logs:*:${AWS::AccountId}:*') },
          ],
        },
      }),
    },
  },
  {
    name: 'the pages of the city behind a distribution, and nobody hears of a change',
    clause: '7.5(1)③',
    expect: 'violation',
    on: 'Pages',
    zone: 'internet',
    resources: {
      Pages: res('AWS::S3::Bucket', {}),
      Site: res('AWS::CloudFront::Distribution', {
        DistributionConfig: { Origins: [{ Id: 'p', DomainName: att('Pages', 'RegionalDomainName') }] },
      }),
    },
  },
]);
