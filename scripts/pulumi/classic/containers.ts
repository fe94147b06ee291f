import type { Conversion } from '../../../lib/pulumi/mapping';
import type { Written } from '.';

/** Definitions of containers, which the services' own interfaces write with a small letter. */
const CONTAINERS: Conversion = {
  cased: { data: ['options', 'dockerLabels', 'driverOpts', 'labels', 'parameters'] },
};
const AWSVPC = {
  'networkConfiguration.subnets': 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  'networkConfiguration.securityGroups': 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  'networkConfiguration.assignPublicIp': {
    to: 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
    as: { words: { true: 'ENABLED', false: 'DISABLED' } },
  },
} as const;

const REPOSITORY = { type: 'AWS::ECR::Repository', into: 'repository' } as const;

/** Containers: where they run, what they are made of, where images are kept. */
export const CONTAINER_SERVICES: Written = {
  'ecs/cluster:Cluster': {
    type: 'AWS::ECS::Cluster',
    properties: {
      name: 'ClusterName',
      'settings[*].name': 'ClusterSettings[*].Name',
      'settings[*].value': 'ClusterSettings[*].Value',
      'configuration.executeCommandConfiguration.logConfiguration.s3BucketEncryptionEnabled':
        'Configuration.ExecuteCommandConfiguration.LogConfiguration.S3EncryptionEnabled',
    },
  },
  'ecs/clusterCapacityProviders:ClusterCapacityProviders': {
    type: 'AWS::ECS::Cluster',
    into: 'clusterName',
    not: ['clusterName'],
  },
  'ecs/service:Service': {
    type: 'AWS::ECS::Service',
    properties: {
      ...AWSVPC,
      name: 'ServiceName',
      iamRole: 'Role',
      'alarms.alarmNames': 'DeploymentConfiguration.Alarms.AlarmNames',
      'alarms.enable': 'DeploymentConfiguration.Alarms.Enable',
      'alarms.rollback': 'DeploymentConfiguration.Alarms.Rollback',
      'deploymentCircuitBreaker.enable': 'DeploymentConfiguration.DeploymentCircuitBreaker.Enable',
      'deploymentCircuitBreaker.rollback': 'DeploymentConfiguration.DeploymentCircuitBreaker.Rollback',
      deploymentMaximumPercent: 'DeploymentConfiguration.MaximumPercent',
      deploymentMinimumHealthyPercent: 'DeploymentConfiguration.MinimumHealthyPercent',
      'loadBalancers[*].elbName': 'LoadBalancers[*].LoadBalancerName',
      'serviceConnectConfiguration.services[*].tls.issuerCertAuthority.awsPcaAuthorityArn':
        'ServiceConnectConfiguration.Services[*].Tls.IssuerCertificateAuthority.AwsPcaAuthorityArn',
      'volumeConfiguration.managedEbsVolume.sizeInGb': 'VolumeConfigurations[0].ManagedEBSVolume.SizeInGiB',
    },
  },
  'ecs/taskSet:TaskSet': {
    type: 'AWS::ECS::TaskSet',
    // The same names but for one letter.
    properties: {
      'networkConfiguration.subnets': 'NetworkConfiguration.AwsVpcConfiguration.Subnets',
      'networkConfiguration.securityGroups': 'NetworkConfiguration.AwsVpcConfiguration.SecurityGroups',
      'networkConfiguration.assignPublicIp': {
        to: 'NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp',
        as: { words: { true: 'ENABLED', false: 'DISABLED' } },
      },
    },
  },
  'ecs/taskDefinition:TaskDefinition': {
    type: 'AWS::ECS::TaskDefinition',
    properties: {
      containerDefinitions: { to: 'ContainerDefinitions', as: CONTAINERS },
      'volumes[*].hostPath': 'Volumes[*].Host.SourcePath',
      'volumes[*].configureAtLaunch': 'Volumes[*].ConfiguredAtLaunch',
    },
  },
  'ecs/daemonTaskDefinition:DaemonTaskDefinition': { type: 'AWS::ECS::DaemonTaskDefinition' },
  'ecs/expressGatewayService:ExpressGatewayService': { type: 'AWS::ECS::ExpressGatewayService' },
  'ecr/repository:Repository': {
    type: 'AWS::ECR::Repository',
    properties: { name: 'RepositoryName' },
  },
  'ecr/repositoryPolicy:RepositoryPolicy': {
    ...REPOSITORY,
    properties: { policy: { to: 'RepositoryPolicyText', as: 'json' } },
  },
  'ecr/lifecyclePolicy:LifecyclePolicy': {
    ...REPOSITORY,
    properties: { policy: 'LifecyclePolicy.LifecyclePolicyText' },
  },
  'ecr/registryPolicy:RegistryPolicy': {
    type: 'AWS::ECR::RegistryPolicy',
    properties: { policy: { to: 'PolicyText', as: 'json' } },
  },
  'ecr/registryScanningConfiguration:RegistryScanningConfiguration': {
    type: 'AWS::ECR::RegistryScanningConfiguration',
  },
  'ecr/replicationConfiguration:ReplicationConfiguration': { type: 'AWS::ECR::ReplicationConfiguration' },
  'ecr/pullThroughCacheRule:PullThroughCacheRule': {
    type: 'AWS::ECR::PullThroughCacheRule',
    properties: {
      upstreamRegistryUrl: [
        'UpstreamRegistryUrl',
        {
          to: 'UpstreamRegistry',
          as: {
            words: {
              'public.ecr.aws': 'ecr-public',
              'registry-1.docker.io': 'docker-hub',
              'quay.io': 'quay',
              'registry.k8s.io': 'k8s',
              'ghcr.io': 'github-container-registry',
              'registry.gitlab.com': 'gitlab-container-registry',
              '*': null,
            },
          },
        },
      ],
    },
  },
  'ecr/repositoryCreationTemplate:RepositoryCreationTemplate': {
    type: 'AWS::ECR::RepositoryCreationTemplate',
  },
  'ecrpublic/repository:Repository': { type: 'AWS::ECR::PublicRepository' },
  'ecrpublic/repositoryPolicy:RepositoryPolicy': {
    type: 'AWS::ECR::PublicRepository',
    into: 'repositoryName',
    not: ['repositoryName'],
    properties: { policy: { to: 'RepositoryPolicyText', as: 'json' } },
  },
  'eks/cluster:Cluster': {
    type: 'AWS::EKS::Cluster',
    properties: {
      'vpcConfig.subnetIds': 'ResourcesVpcConfig.SubnetIds',
      'vpcConfig.securityGroupIds': 'ResourcesVpcConfig.SecurityGroupIds',
      'vpcConfig.endpointPrivateAccess': 'ResourcesVpcConfig.EndpointPrivateAccess',
      'vpcConfig.endpointPublicAccess': 'ResourcesVpcConfig.EndpointPublicAccess',
      'vpcConfig.publicAccessCidrs': 'ResourcesVpcConfig.PublicAccessCidrs',
      'enabledClusterLogTypes[*]': 'Logging.ClusterLogging.EnabledTypes[*].Type',
    },
  },
  'eks/nodeGroup:NodeGroup': {
    type: 'AWS::EKS::Nodegroup',
    properties: {
      nodeRoleArn: 'NodeRole',
      subnetIds: 'Subnets',
      'remoteAccess.sourceSecurityGroupIds': 'RemoteAccess.SourceSecurityGroups',
    },
  },
  'batch/computeEnvironment:ComputeEnvironment': {
    type: 'AWS::Batch::ComputeEnvironment',
    properties: { name: 'ComputeEnvironmentName' },
  },
  'batch/jobDefinition:JobDefinition': {
    type: 'AWS::Batch::JobDefinition',
    properties: {
      name: 'JobDefinitionName',
      containerProperties: { to: 'ContainerProperties', as: CONTAINERS },
      ecsProperties: { to: 'EcsProperties', as: CONTAINERS },
      nodeProperties: { to: 'NodeProperties', as: CONTAINERS },
    },
  },
  'apprunner/service:Service': {
    type: 'AWS::AppRunner::Service',
    properties: {
      'sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables': {
        to: 'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
        as: { pairs: ['Name', 'Value'] },
      },
      'sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentSecrets': {
        to: 'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentSecrets',
        as: { pairs: ['Name', 'Value'] },
      },
      'sourceConfiguration.codeRepository.codeConfiguration.codeConfigurationValues.runtimeEnvironmentVariables':
        {
          to: 'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
          as: { pairs: ['Name', 'Value'] },
        },
      'sourceConfiguration.codeRepository.codeConfiguration.codeConfigurationValues.runtimeEnvironmentSecrets':
        {
          to: 'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentSecrets',
          as: { pairs: ['Name', 'Value'] },
        },
    },
  },
  'apprunner/vpcConnector:VpcConnector': { type: 'AWS::AppRunner::VpcConnector' },
};
