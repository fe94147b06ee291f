import { one, situation } from '../conformance-forms';
import { ref, resource } from '../helpers';
import type { Situation } from './situation';

const container = (more: Record<string, unknown>) =>
  one(
    [
      'AWS::ECS::TaskDefinition',
      {
        Family: 'tax',
        ContainerDefinitions: [
          Object.fromEntries(
            Object.entries({
              name: 'app',
              image: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/tax:1.0',
              ...more,
            }).map(([name, value]) => [name.slice(0, 1).toUpperCase() + name.slice(1), value]),
          ),
        ],
      },
    ],
    [
      'aws:ecs/taskDefinition:TaskDefinition',
      {
        family: 'tax',
        containerDefinitions: JSON.stringify([
          { name: 'app', image: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/tax:1.0', ...more },
        ]),
      },
    ],
  );

const eks = (isPublic: boolean) =>
  one(
    [
      'AWS::EKS::Cluster',
      {
        RoleArn: 'arn:aws:iam::111122223333:role/eks',
        Version: '1.33',
        ResourcesVpcConfig: {
          SubnetIds: ['subnet-1'],
          EndpointPublicAccess: isPublic,
          EndpointPrivateAccess: true,
        },
      },
    ],
    [
      'aws:eks/cluster:Cluster',
      {
        roleArn: 'arn:aws:iam::111122223333:role/eks',
        version: '1.33',
        vpcConfig: { subnetIds: ['subnet-1'], endpointPublicAccess: isPublic, endpointPrivateAccess: true },
      },
    ],
  );

const LOG_TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

const eksLogs = one(
  [
    'AWS::EKS::Cluster',
    {
      RoleArn: 'arn:aws:iam::111122223333:role/eks',
      ResourcesVpcConfig: { SubnetIds: ['subnet-1'] },
      Logging: { ClusterLogging: { EnabledTypes: LOG_TYPES.map((Type) => ({ Type })) } },
    },
  ],
  [
    'aws:eks/cluster:Cluster',
    {
      roleArn: 'arn:aws:iam::111122223333:role/eks',
      vpcConfig: { subnetIds: ['subnet-1'] },
      enabledClusterLogTypes: LOG_TYPES,
    },
  ],
);

const repository = (mutability: string) =>
  one(
    ['AWS::ECR::Repository', { ImageTagMutability: mutability }],
    ['aws:ecr/repository:Repository', { name: 'tax', imageTagMutability: mutability }],
  );

const EVERYBODY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }],
};

const repo = resource('aws:ecr/repository:Repository', 'It', { name: 'tax' });

export const SITUATIONS: readonly Situation[] = [
  situation(
    'ContainerNotPrivileged',
    'violation',
    'runs a privileged container',
    container({ privileged: true }),
  ),
  situation(
    'ContainerNotPrivileged',
    'compliant',
    'runs a container without privileges',
    container({ privileged: false }),
  ),
  situation(
    'ContainerRootIsReadOnly',
    'compliant',
    'runs a container that writes nothing',
    container({ readonlyRootFilesystem: true }),
  ),
  situation('ContainerRootIsReadOnly', 'violation', 'runs a container that may write', container({})),
  situation(
    'ContainerUserIsNotRoot',
    'compliant',
    'runs a container as somebody',
    container({ user: '1000' }),
  ),
  situation('EksEndpointIsLimited', 'violation', 'has a cluster for everybody', eks(true)),
  situation('EksEndpointIsLimited', 'compliant', 'has a cluster inside', eks(false)),
  situation('EksClusterLogs', 'compliant', 'keeps all logs of a cluster', eksLogs),
  situation('EksClusterLogs', 'violation', 'keeps no logs of a cluster', eks(false)),
  situation('EcrTagsImmutable', 'violation', 'lets tags move', repository('MUTABLE')),
  situation('EcrTagsImmutable', 'compliant', 'lets no tags move', repository('IMMUTABLE')),
  situation('ResourcePolicyNotPublic', 'violation', 'gives images to everybody', {
    cloudformation: {
      It: { Type: 'AWS::ECR::Repository', Properties: { RepositoryPolicyText: EVERYBODY } },
    },
    aws: [
      repo,
      resource('aws:ecr/repositoryPolicy:RepositoryPolicy', 'Policy', {
        repository: ref(repo, 'name'),
        policy: JSON.stringify(EVERYBODY),
      }),
    ],
  }),
];
