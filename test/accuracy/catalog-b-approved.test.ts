import { accuracyCases, att, ref, res, sub } from './support';

const task = (...images: unknown[]) =>
  res('AWS::ECS::TaskDefinition', {
    Family: 'shinsei',
    ContainerDefinitions: images.map((image, index) => ({ Name: `c${index}`, Image: image })),
  });
const build = (image: string) =>
  res('AWS::CodeBuild::Project', {
    ServiceRole: 'arn:aws:iam::111122223333:role/build',
    Artifacts: { Type: 'NO_ARTIFACTS' },
    Source: { Type: 'NO_SOURCE', BuildSpec: 'version: 0.2' },
    Environment: { ComputeType: 'BUILD_GENERAL1_SMALL', Image: image, Type: 'LINUX_CONTAINER' },
  });
const CITY = { approvedImageRegistries: ['registry.city.example.lg.jp/base'] };
const LISTED = { approvedServices: ['AWS::S3', 'AWS::KMS', 'AWS::Lambda'] };

accuracyCases('catalog b: where container images come from', [
  {
    name: 'a name alone is an image of Docker Hub',
    clause: '7.3(2)③(イ)',
    expect: 'violation',
    on: 'Task',
    resources: { Task: task('nginx:1.27') },
  },
  {
    name: 'the public gallery of AWS',
    clause: '7.3(2)③(イ)',
    expect: 'compliant',
    on: 'Task',
    resources: { Task: task('public.ecr.aws/nginx/nginx:1.27') },
  },
  {
    name: 'the registry of the own account',
    clause: '7.3(2)③(イ)',
    expect: 'compliant',
    on: 'Task',
    resources: {
      Task: task(sub('${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/shinsei:2024.4')),
    },
  },
  {
    name: 'a repository of the same template',
    clause: '7.3(2)③(イ)',
    expect: 'compliant',
    on: 'Task',
    resources: {
      Repository: res('AWS::ECR::Repository', { ImageTagMutability: 'IMMUTABLE' }),
      Task: task({ 'Fn::Join': [':', [att('Repository', 'RepositoryUri'), '2024.4']] }),
    },
  },
  {
    name: 'the collector of logs beside the application comes from Docker Hub',
    clause: '7.3(2)③(イ)',
    expect: 'violation',
    on: 'Task',
    resources: {
      Task: task('public.ecr.aws/nginx/nginx:1.27', 'amazon/aws-for-fluent-bit:latest'),
    },
  },
  {
    name: 'a host that only begins like an approved one',
    clause: '7.3(2)③(イ)',
    expect: 'violation',
    on: 'Task',
    resources: { Task: task('public.ecr.aws.example.com/nginx/nginx:1.27') },
  },
  {
    name: 'a path that only begins like the approved one',
    clause: '7.3(2)③(イ)',
    expect: 'violation',
    on: 'Task',
    profile: CITY,
    resources: { Task: task('registry.city.example.lg.jp/base-old/java:21') },
  },
  {
    name: 'within the approved path, by digest',
    clause: '7.3(2)③(イ)',
    expect: 'compliant',
    on: 'Task',
    profile: CITY,
    resources: {
      Task: task(
        'registry.city.example.lg.jp/base/java@sha256:b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      ),
    },
  },
  {
    name: 'the image is named at deployment',
    clause: '7.3(2)③(イ)',
    expect: 'undetermined',
    on: 'Task',
    template: {
      Parameters: { Image: { Type: 'String', Default: 'public.ecr.aws/nginx/nginx:1.27' } },
      Resources: { Task: task(ref('Image')) },
    },
  },
  {
    name: 'a batch job from quay.io',
    clause: '7.3(2)③(イ)',
    expect: 'violation',
    on: 'Job',
    resources: {
      Job: res('AWS::Batch::JobDefinition', {
        Type: 'container',
        ContainerProperties: { Image: 'quay.io/biocontainers/samtools:1.20' },
      }),
    },
  },
  {
    name: 'builds in an image that AWS provides for CodeBuild',
    clause: '7.3(2)③(イ)',
    expect: 'compliant',
    on: 'Build',
    resources: { Build: build('aws/codebuild/standard:7.0') },
  },
  {
    name: 'builds in an image of Docker Hub',
    clause: '7.3(2)③(イ)',
    expect: 'violation',
    on: 'Build',
    resources: { Build: build('node:22-bookworm') },
  },
]);

accuracyCases('catalog b: approved services', [
  {
    name: 'a service on the list',
    clause: '9.2(4)③',
    expect: 'compliant',
    on: 'Bucket',
    profile: LISTED,
    resources: { Bucket: res('AWS::S3::Bucket') },
  },
  {
    name: 'a service that is not',
    clause: '9.2(4)③',
    expect: 'violation',
    on: 'Queue',
    profile: LISTED,
    resources: { Queue: res('AWS::SQS::Queue') },
  },
  {
    name: 'another service, whose name begins like one on the list',
    clause: '9.2(4)③',
    expect: 'violation',
    on: 'Tables',
    profile: LISTED,
    resources: { Tables: res('AWS::S3Tables::TableBucket', { TableBucketName: 'tokei' }) },
  },
  {
    name: 'a service of somebody else',
    clause: '9.2(4)③',
    expect: 'violation',
    on: 'Atlas',
    profile: LISTED,
    resources: { Atlas: res('MongoDB::Atlas::Cluster', { Name: 'tokei' }) },
  },
  {
    name: 'a service off the list, in one of the environments',
    clause: '9.2(4)③',
    expect: 'violation',
    on: 'Queue',
    profile: LISTED,
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'test'] } },
      Conditions: { Test: { 'Fn::Equals': [ref('Env'), 'test'] } },
      Resources: { Queue: res('AWS::SQS::Queue', {}, { Condition: 'Test' }) },
    },
  },
  {
    name: 'what CDK writes about itself is no service',
    clause: '9.2(4)③',
    expect: 'compliant',
    on: 'CDKMetadata',
    profile: LISTED,
    resources: { CDKMetadata: res('AWS::CDK::Metadata', { Analytics: 'v2:deflate64:H4sI' }) },
  },
  {
    name: 'a module may hold resources of any service',
    clause: '9.2(4)③',
    expect: 'undetermined',
    on: 'Module',
    profile: LISTED,
    resources: { Module: res('City::Storage::Archive::MODULE', { Name: 'juki' }) },
  },
]);
