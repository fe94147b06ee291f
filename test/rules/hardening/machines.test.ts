import { BuildNotPrivileged } from '../../../lib/rules/hardening/BuildNotPrivileged';
import { ContainerIsolatedFromHost } from '../../../lib/rules/hardening/ContainerIsolatedFromHost';
import { ContainerNotPrivileged } from '../../../lib/rules/hardening/ContainerNotPrivileged';
import { ContainerRootIsReadOnly } from '../../../lib/rules/hardening/ContainerRootIsReadOnly';
import { ContainerUserIsNotRoot } from '../../../lib/rules/hardening/ContainerUserIsNotRoot';
import { InstanceIsManaged } from '../../../lib/rules/hardening/InstanceIsManaged';
import { either, OPEN, propertyCases } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const p = { Ref: 'P' };
const TASK = 'AWS::ECS::TaskDefinition';
const JOB = 'AWS::Batch::JobDefinition';
const container = (...list: object[]) => ({
  ContainerDefinitions: list.map((item) => ({ Name: 'web', Image: 'web', ...item })),
});
const job = (ContainerProperties: object) => ({
  Job: { Type: JOB, Properties: { Type: 'container', ContainerProperties } },
});

propertyCases(ContainerNotPrivileged, {
  type: TASK,
  good: [
    container({}),
    container({ Privileged: false, LinuxParameters: { Capabilities: { Drop: ['ALL'] } } }),
  ],
  bad: [
    container({ Privileged: true }),
    container({}, { Privileged: 'true' }),
    container({ LinuxParameters: { Capabilities: { Add: ['SYS_ADMIN'] } } }),
  ],
  open: [container({ Privileged: p }), { ContainerDefinitions: p }],
  either: container({ Privileged: either(false, true) }),
  property: 'ContainerDefinitions[0].Privileged',
  more: [
    { name: 'asks it of a batch job', expect: 'violation', resources: job({ Privileged: true }) },
    { name: 'accepts a batch job', expect: 'compliant', resources: job({ Image: 'web' }) },
    {
      name: 'asks it of the containers of a job on ECS',
      expect: 'violation',
      resources: {
        Job: {
          Type: JOB,
          Properties: { EcsProperties: { TaskProperties: [{ Containers: [{}, { Privileged: true }] }] } },
        },
      },
    },
    {
      name: 'asks it of a job on several nodes',
      expect: 'violation',
      resources: {
        Job: {
          Type: JOB,
          Properties: { NodeProperties: { NodeRangeProperties: [{ Container: { Privileged: true } }] } },
        },
      },
    },
  ],
});

const mount = (SourcePath: unknown) => ({ ...container({}), Volumes: [{ Name: 'v', Host: { SourcePath } }] });
propertyCases(ContainerIsolatedFromHost, {
  type: TASK,
  good: [
    { ...container({}), NetworkMode: 'awsvpc' },
    { ...container({}), PidMode: 'task' },
    mount('/mnt/efs/records'),
    { ...container({}), Volumes: [{ Name: 'scratch' }] },
  ],
  bad: [
    mount('/var/run/docker.sock'),
    { ...container({}), NetworkMode: 'host' },
    { ...container({}), PidMode: 'host' },
    { ...container({}), IpcMode: 'host' },
    mount('/'),
    mount('/etc/'),
    mount('/var/lib/docker/containers'),
  ],
  open: [{ ...container({}), NetworkMode: p }, mount(p), { ...container({}), Volumes: p }],
  either: { ...container({}), NetworkMode: either('awsvpc', 'host') },
  property: 'Volumes[0].Host.SourcePath',
  more: [
    {
      name: 'asks it of a batch job',
      expect: 'violation',
      resources: job({ Volumes: [{ Host: { SourcePath: '/run/docker.sock' } }] }),
    },
    {
      name: 'cannot tell a batch job whose properties are a parameter',
      expect: 'undetermined',
      template: { ...OPEN, Resources: { Job: { Type: JOB, Properties: { ContainerProperties: p } } } },
    },
  ],
});

propertyCases(ContainerRootIsReadOnly, {
  type: TASK,
  good: [container({ ReadonlyRootFilesystem: true })],
  bad: [container({}), container({ ReadonlyRootFilesystem: true }, { ReadonlyRootFilesystem: false })],
  open: [container({ ReadonlyRootFilesystem: p })],
  either: container({ ReadonlyRootFilesystem: either(true, false) }),
  property: 'ContainerDefinitions[0].ReadonlyRootFilesystem',
});

propertyCases(ContainerUserIsNotRoot, {
  type: TASK,
  good: [container({ User: '1000:1000' }), container({ User: 'web' })],
  bad: [
    container({ User: 'root' }),
    container({ User: '0' }),
    container({ User: '0:0' }),
    container({ User: 'root:web' }),
  ],
  open: [container({ User: p })],
  either: container({ User: either('1000', 'root') }),
  property: 'ContainerDefinitions[0].User',
  more: [
    {
      name: 'asks about the image where nothing is said',
      expect: 'evidence',
      resources: { Task: { Type: TASK, Properties: container({}) } },
    },
  ],
});

const build = (PrivilegedMode?: unknown) => ({
  Environment: {
    Image: 'aws/codebuild/standard:7.0',
    ...(PrivilegedMode === undefined ? {} : { PrivilegedMode }),
  },
});
propertyCases(BuildNotPrivileged, {
  type: 'AWS::CodeBuild::Project',
  good: [build(), build(false)],
  bad: [build(true)],
  open: [build(p)],
  either: build(either(false, true)),
  property: 'Environment.PrivilegedMode',
});

const instance = (more: object = {}) => ({
  Type: 'AWS::EC2::Instance',
  Properties: { InstanceType: 'm7g.large', ...more },
});
const withProfile = instance({ IamInstanceProfile: { Ref: 'Profile' } });
const profile = { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: 'Role' }] } };
const trust = {
  Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
};
const role = (properties: object) => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: trust, ...properties },
});
const core = role({
  ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore' }],
});
ruleCases(InstanceIsManaged, [
  {
    name: 'accepts a role with the policy of AWS',
    expect: 'compliant',
    example: true,
    resources: { Instance: withProfile, Profile: profile, Role: core },
  },
  {
    name: 'refuses an instance without a profile',
    expect: 'violation',
    example: true,
    resources: { Instance: instance() },
  },
  {
    name: 'refuses a role without the rights',
    expect: 'violation',
    resources: { Instance: withProfile, Profile: profile, Role: role({}) },
  },
  {
    name: 'accepts a policy of its own with the rights',
    expect: 'compliant',
    resources: {
      Instance: withProfile,
      Profile: profile,
      Role: role({
        Policies: [
          {
            PolicyName: 'ssm',
            PolicyDocument: {
              Statement: {
                Effect: 'Allow',
                Action: ['ssm:UpdateInstanceInformation', 'ssmmessages:*'],
                Resource: '*',
              },
            },
          },
        ],
      }),
    },
  },
  {
    name: 'reads the launch template',
    expect: 'compliant',
    resources: {
      Instance: instance({ LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' } }),
      Template: {
        Type: 'AWS::EC2::LaunchTemplate',
        Properties: {
          LaunchTemplateData: { IamInstanceProfile: { Arn: { 'Fn::GetAtt': ['Profile', 'Arn'] } } },
        },
      },
      Profile: profile,
      Role: core,
    },
  },
  {
    name: 'asks it of the launch template of a group',
    expect: 'violation',
    resources: {
      Template: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: {} } },
      Group: {
        Type: 'AWS::AutoScaling::AutoScalingGroup',
        Properties: { LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' } },
      },
    },
  },
  {
    name: 'does not ask it of a launch template that no group uses: nodes of EKS have a role of their own',
    expect: 'compliant',
    resources: { Template: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: {} } } },
  },
  {
    name: 'cannot tell a profile that is a parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { Instance: instance({ IamInstanceProfile: p }) } },
  },
  {
    name: 'names the condition under which there is none',
    expect: 'violation',
    template: {
      ...OPEN,
      Resources: {
        Instance: instance({ IamInstanceProfile: either({ Ref: 'Profile' }, { Ref: 'AWS::NoValue' }) }),
        Profile: profile,
        Role: core,
      },
    },
    message: /when Env is "test"/,
  },
]);
