import type { Written } from '.';

const INSTANCE = {
  type: 'AWS::EC2::Instance',
  properties: {
    ami: 'ImageId',
    vpcSecurityGroupIds: 'SecurityGroupIds',
    privateIp: 'PrivateIpAddress',
    'ipv6Addresses[*]': 'Ipv6Addresses[*].Ipv6Address',
    'launchTemplate.id': 'LaunchTemplate.LaunchTemplateId',
    'launchTemplate.name': 'LaunchTemplate.LaunchTemplateName',
    hibernation: 'HibernationOptions.Configured',
    placementGroup: 'PlacementGroupName',
    userData: { to: 'UserData', as: 'base64' },
    userDataBase64: 'UserData',
  },
  special: 'instance',
} as const;

/** Machines with their volumes, addresses and network interfaces. */
export const COMPUTE: Written = {
  'ec2/instance:Instance': INSTANCE,
  // What the request brings about is an instance.
  'ec2/spotInstanceRequest:SpotInstanceRequest': INSTANCE,
  'ec2/launchTemplate:LaunchTemplate': {
    type: 'AWS::EC2::LaunchTemplate',
    within: 'LaunchTemplateData',
    not: ['description'],
    properties: {
      name: 'LaunchTemplateName',
      description: 'VersionDescription',
      vpcSecurityGroupIds: 'LaunchTemplateData.SecurityGroupIds',
      securityGroupNames: 'LaunchTemplateData.SecurityGroups',
      'networkInterfaces[*].securityGroups': 'LaunchTemplateData.NetworkInterfaces[*].Groups',
      'tagSpecifications[*].resourceType': 'LaunchTemplateData.TagSpecifications[*].ResourceType',
      'tagSpecifications[*].tags': { to: 'LaunchTemplateData.TagSpecifications[*].Tags', as: 'tags' },
      tags: [
        { to: 'TagSpecifications[0].Tags', as: 'tags' },
        { to: 'TagSpecifications[0].ResourceType', as: { always: 'launch-template' } },
      ],
    },
  },
  'ec2/launchConfiguration:LaunchConfiguration': {
    type: 'AWS::AutoScaling::LaunchConfiguration',
    properties: {
      name: 'LaunchConfigurationName',
      enableMonitoring: 'InstanceMonitoring',
      userData: { to: 'UserData', as: 'base64' },
      userDataBase64: 'UserData',
    },
    special: 'volumes',
  },
  'ec2/spotFleetRequest:SpotFleetRequest': {
    type: 'AWS::EC2::SpotFleet',
    within: 'SpotFleetRequestConfigData',
    not: ['launchSpecifications[*].iamInstanceProfile'],
    properties: {
      'launchSpecifications[*].ami': 'SpotFleetRequestConfigData.LaunchSpecifications[*].ImageId',
      'launchSpecifications[*].iamInstanceProfileArn':
        'SpotFleetRequestConfigData.LaunchSpecifications[*].IamInstanceProfile.Arn',
      'launchSpecifications[*].monitoring':
        'SpotFleetRequestConfigData.LaunchSpecifications[*].Monitoring.Enabled',
      'launchSpecifications[*].vpcSecurityGroupIds[*]':
        'SpotFleetRequestConfigData.LaunchSpecifications[*].SecurityGroups[*].GroupId',
      'launchSpecifications[*].associatePublicIpAddress':
        'SpotFleetRequestConfigData.LaunchSpecifications[*].NetworkInterfaces[0].AssociatePublicIpAddress',
      'launchTemplateConfigs[*].launchTemplateSpecification.id':
        'SpotFleetRequestConfigData.LaunchTemplateConfigs[*].LaunchTemplateSpecification.LaunchTemplateId',
      'launchTemplateConfigs[*].launchTemplateSpecification.name':
        'SpotFleetRequestConfigData.LaunchTemplateConfigs[*].LaunchTemplateSpecification.LaunchTemplateName',
    },
    special: 'fleetVolumes',
  },
  'autoscaling/group:Group': {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    properties: {
      name: 'AutoScalingGroupName',
      launchConfiguration: 'LaunchConfigurationName',
      'launchTemplate.id': 'LaunchTemplate.LaunchTemplateId',
      'launchTemplate.name': 'LaunchTemplate.LaunchTemplateName',
      loadBalancers: 'LoadBalancerNames',
      protectFromScaleIn: 'NewInstancesProtectedFromScaleIn',
      enabledMetrics: 'MetricsCollection[0].Metrics',
      metricsGranularity: 'MetricsCollection[0].Granularity',
    },
  },
  'autoscaling/attachment:Attachment': {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    into: 'autoscalingGroupName',
    properties: { lbTargetGroupArn: 'TargetGroupARNs[+]', elb: 'LoadBalancerNames[+]' },
  },
  'autoscaling/tag:Tag': {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    into: 'autoscalingGroupName',
    properties: {
      'tag.key': 'Tags[+].Key',
      'tag.value': 'Tags[+].Value',
      'tag.propagateAtLaunch': 'Tags[+].PropagateAtLaunch',
    },
  },
  'autoscaling/trafficSourceAttachment:TrafficSourceAttachment': {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    into: 'autoscalingGroupName',
    properties: {
      'trafficSource.identifier': 'TrafficSources[+].Identifier',
      'trafficSource.type': 'TrafficSources[+].Type',
    },
  },
  'ec2/networkInterface:NetworkInterface': {
    type: 'AWS::EC2::NetworkInterface',
    properties: {
      securityGroups: 'GroupSet',
      privateIp: 'PrivateIpAddress',
      'privateIps[*]': 'PrivateIpAddresses[*].PrivateIpAddress',
      'ipv6Addresses[*]': 'Ipv6Addresses[*].Ipv6Address',
    },
  },
  'ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment': {
    type: 'AWS::EC2::NetworkInterface',
    into: 'networkInterfaceId',
    properties: { securityGroupId: 'GroupSet[+]' },
  },
  'ec2/eip:Eip': {
    type: 'AWS::EC2::EIP',
    properties: { instance: 'InstanceId' },
    parts: [
      {
        list: 'networkInterface',
        type: 'AWS::EC2::EIPAssociation',
        whole: 'AllocationId',
        properties: { '': 'NetworkInterfaceId' },
      },
    ],
  },
  'ec2/eipAssociation:EipAssociation': { type: 'AWS::EC2::EIPAssociation' },
  'ec2/keyPair:KeyPair': { type: 'AWS::EC2::KeyPair', properties: { publicKey: 'PublicKeyMaterial' } },
  'ebs/volume:Volume': {
    type: 'AWS::EC2::Volume',
    properties: { type: 'VolumeType' },
    snapshot: { if: 'finalSnapshot' },
    lacks: {
      SourceVolumeId: 'copies of volumes have a type of their own, ebs/volumeCopy, which is not checked',
    },
  },
  'ec2/volumeAttachment:VolumeAttachment': {
    type: 'AWS::EC2::VolumeAttachment',
    properties: { deviceName: 'Device' },
  },
  'ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess': {
    type: 'AWS::EC2::SnapshotBlockPublicAccess',
  },
};
