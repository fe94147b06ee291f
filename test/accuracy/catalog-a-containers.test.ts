import { type AccuracyCase, accuracyCases, ref, res, when } from './support';

const clause = '7.4(1)⑧';
const ROLE = 'arn:aws:iam::111122223333:role/madoguchi';
const container = (more: object = {}) => ({
  Name: 'web',
  Image: 'public.ecr.aws/nginx/nginx-unprivileged:1.29',
  Essential: true,
  User: '101',
  ReadonlyRootFilesystem: true,
  LogConfiguration: {
    LogDriver: 'awslogs',
    Options: {
      'awslogs-group': ref('Logs'),
      'awslogs-region': ref('AWS::Region'),
      'awslogs-stream-prefix': 'web',
    },
  },
  ...more,
});
const task = (containers: readonly object[], more: object = {}) => ({
  Logs: res('AWS::Logs::LogGroup', { RetentionInDays: 731 }),
  Task: res('AWS::ECS::TaskDefinition', {
    Family: 'madoguchi',
    NetworkMode: 'awsvpc',
    RequiresCompatibilities: ['EC2'],
    ExecutionRoleArn: ROLE,
    Cpu: '256',
    Memory: '512',
    ContainerDefinitions: containers,
    ...more,
  }),
});
const hardened = (
  name: string,
  expect: AccuracyCase['expect'],
  resources: Readonly<Record<string, unknown>>,
): AccuracyCase => ({ name, clause, expect, on: 'Task', resources });

const CASES: readonly AccuracyCase[] = [
  hardened('a container that says nothing of privileges, and so has none', 'compliant', task([container()])),
  hardened(
    'a privileged container, which is as good as root on its host',
    'violation',
    task([container({ Privileged: true })]),
  ),
  hardened(
    'a privileged agent beside a container without privileges',
    'violation',
    task([container(), container({ Name: 'agent', Privileged: true })]),
  ),
  hardened(
    'privileges written out as the word false',
    'compliant',
    task([container({ Privileged: 'false' })]),
  ),
  hardened(
    'a task in the network of its host, which reaches each port that listens there',
    'violation',
    task([container()], { NetworkMode: 'host' }),
  ),
  hardened(
    'a task that sees all processes of its host',
    'violation',
    task([container()], { PidMode: 'host' }),
  ),
  hardened(
    'containers of one task that see the processes of each other only',
    'compliant',
    task([container()], { PidMode: 'task' }),
  ),
  {
    name: 'whether a container has privileges is a free parameter',
    clause,
    expect: 'undetermined',
    on: 'Task',
    template: {
      Parameters: { Privileged: { Type: 'String', Default: 'false' } },
      Resources: task([container({ Privileged: ref('Privileged') })]),
    },
  },
  {
    name: 'the network of the host for tasks on instances, and awsvpc for others',
    clause,
    expect: 'violation',
    on: 'Task',
    template: {
      Parameters: { LaunchType: { Type: 'String', AllowedValues: ['EC2', 'FARGATE'] } },
      Conditions: { OnFargate: { 'Fn::Equals': [ref('LaunchType'), 'FARGATE'] } },
      Resources: task([container()], {
        NetworkMode: when('OnFargate', 'awsvpc', 'host'),
        RequiresCompatibilities: [ref('LaunchType')],
      }),
    },
  },
  {
    name: 'a privileged job of Batch on instances',
    clause,
    expect: 'violation',
    on: 'Job',
    resources: {
      Job: res('AWS::Batch::JobDefinition', {
        Type: 'container',
        PlatformCapabilities: ['EC2'],
        ContainerProperties: {
          Image: 'public.ecr.aws/docker/library/perl:5.40',
          JobRoleArn: ROLE,
          Privileged: true,
          ResourceRequirements: [
            { Type: 'VCPU', Value: '1' },
            { Type: 'MEMORY', Value: '2048' },
          ],
        },
      }),
    },
  },
];

accuracyCases('containers', CASES);
