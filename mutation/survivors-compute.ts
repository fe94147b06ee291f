import type { Row } from './tables';

/** Functions, servers and what grows with their load. */
export const COMPUTE_SURVIVORS: readonly Row[] = [
  {
    type: 'AWS::Lambda::Function',
    path: /^(Code\.ZipFile|Handler)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::Lambda::Function',
    path: /^VpcConfig\.SubnetIds$/,
    operators: ['drop'],
    reason: 'AWS refuses it: security groups without subnets',
  },
  {
    type: 'AWS::Lambda::Function',
    path: /^DeadLetterConfig/,
    operators: ['drop'],
    reason: 'delivery: what failed is logged, and its caller hears of it',
  },
  {
    type: 'AWS::Lambda::Function',
    path: /^KmsKeyArn$/,
    operators: ['drop', 'managed-key'],
    reason: 'it has no environment variables, of which LambdaEnvironmentCustomerManagedKey asks for a key',
  },
  {
    type: 'AWS::Lambda::Function',
    path: /^LoggingConfig(\.LogGroup)?$/,
    operators: ['drop'],
    reason:
      'Lambda makes a group then, which keeps its entries for ever; under which key it does so no template shows, and no rule asks yet',
  },
  {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    path: /^(HealthCheckGracePeriod|MaxInstanceLifetime|MetricsCollection(\[\*\])?|MaxSize)$/,
    operators: ['drop', 'drop-item', 'number-zero', 'number-one', 'number-half', 'number-hundredfold'],
    reason: 'tuning: when a server is replaced or counted, and how many there may be at most',
  },
  {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    path: /^HealthCheckType$/,
    operators: ['drop'],
    subject: /^TimeSyncedFleet/,
    reason: 'no load balancer is in front of it, of whose checks AutoScalingChecksHealth would ask',
  },
  {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    path: /^VPCZoneIdentifier$/,
    operators: ['drop'],
    reason: 'AWS refuses it: servers whose security groups are of this VPC lie in it',
  },
  {
    type: 'AWS::AutoScaling::ScalingPolicy',
    path: /^($|PolicyType$|TargetTrackingConfiguration)/,
    reason: 'tuning: when servers are added; beyond its own numbers a group does not grow or shrink',
  },
  {
    type: 'AWS::EC2::Instance',
    path: /^(AvailabilityZone|SubnetId|MetadataOptions\.HttpPutResponseHopLimit)$/,
    operators: ['drop'],
    reason:
      'equivalent, or AWS refuses it: the subnet tells the zone, the groups are of this VPC, and one hop is the default',
  },
  {
    type: 'AWS::EC2::Instance',
    path: /^DisableApiTermination$/,
    operators: ['drop', 'flip'],
    reason: 'a server of availability 1: of those of availability 2 ServerTerminationProtection asks for it',
  },
  {
    type: 'AWS::EC2::Instance',
    path: /^UserData$/,
    operators: ['drop'],
    reason:
      'the image takes its time from the Amazon Time Sync Service by itself, and the VPC names it as well (VpcDhcpUsesTimeSync)',
  },
  {
    type: 'AWS::EC2::Instance',
    path: /^PropagateTagsToVolumeOnCreation$/,
    operators: ['drop', 'flip'],
    reason: 'marks that the disk no longer bears, its template declares all the same',
  },
  {
    type: 'AWS::EC2::LaunchTemplate',
    path: /BlockDeviceMappings\[\*\]\.DeviceName$|^LaunchTemplateData\.ImageId$/,
    operators: ['drop'],
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::EC2::LaunchTemplate',
    path: /HttpPutResponseHopLimit$/,
    operators: ['drop', 'number-zero', 'number-hundredfold'],
    reason: 'equivalent: one hop by default; and AWS refuses none, or more than 64',
  },
  {
    type: 'AWS::KMS::Key',
    path: /^KeyPolicy\.Statement\[Allow\](\.Condition.*)?$/,
    operators: ['any-action', 'drop', 'flip', 'if-exists'],
    subject: /^TimeSyncedFleet/,
    reason:
      'for the role of EC2 Auto Scaling in the own account, which is AWS’s to use: it makes the grants that its servers need, and none at the wish of others',
  },
  {
    type: 'AWS::IAM::Policy',
    path: /Statement\[Allow\]$/,
    operators: ['any-resource'],
    change: /^Resource: \{"Fn::GetAtt":\["(Server\w*|PasswordPolicy|Delivery)Log/,
    reason: 'adds to logs: opens no information of residents, and changes none',
  },
];
