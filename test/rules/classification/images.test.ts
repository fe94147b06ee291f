import { ContainerImageFromApprovedRegistry } from '../../../lib/rules/classification/ContainerImageFromApprovedRegistry';
import { ContainerImageVersionIsFixed } from '../../../lib/rules/classification/ContainerImageVersionIsFixed';
import { LambdaLayerIsKnown } from '../../../lib/rules/classification/LambdaLayerIsKnown';
import { PullThroughCacheUpstreamApproved } from '../../../lib/rules/classification/PullThroughCacheUpstreamApproved';
import { ruleCases } from '../../helpers/rule-cases';
import { att, ENV, either, make, ref } from '../network/pieces';

const task = (...images: unknown[]) =>
  make('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: images.map((Image, index) => ({ Name: `c${index}`, Image })),
  });
const sub = (text: string) => ({ 'Fn::Sub': text });
const OWN = '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}';
const REPOSITORY = make('AWS::ECR::Repository', {});
/** As CDK writes the URI of an image in a repository of the same stack. */
const FROM_CDK = {
  'Fn::Join': [
    '',
    [
      { 'Fn::Select': [4, { 'Fn::Split': [':', att('Images', 'Arn')] }] },
      '.dkr.ecr.',
      { 'Fn::Select': [3, { 'Fn::Split': [':', att('Images', 'Arn')] }] },
      '.',
      ref('AWS::URLSuffix'),
      '/',
      ref('Images'),
      ':1.0.0',
    ],
  ],
};
const TAG = { Parameters: { Text: { Type: 'String', Default: '1.0.0' } } };

ruleCases(ContainerImageFromApprovedRegistry, [
  {
    name: 'accepts an image in the ECR of the own account',
    expect: 'compliant',
    example: true,
    resources: { Task: task(sub(`${OWN}/web:1.0.0`)) },
  },
  {
    name: 'accepts a repository of the deployment as CDK names it',
    expect: 'compliant',
    subject: 'Task',
    resources: { Images: REPOSITORY, Task: task(FROM_CDK) },
  },
  {
    name: 'accepts a repository of the deployment by its URI',
    expect: 'compliant',
    subject: 'Task',
    resources: { Images: REPOSITORY, Task: task(sub('${Images.RepositoryUri}:1.0.0')) },
  },
  {
    name: 'accepts a registry that the profile approves',
    expect: 'compliant',
    resources: { Task: task('public.ecr.aws/docker/library/nginx:1.29') },
  },
  {
    name: 'refuses Docker Hub, which a short name means',
    expect: 'violation',
    example: true,
    resources: { Task: task('nginx:1.29') },
  },
  {
    name: 'refuses a name with an owner',
    expect: 'violation',
    resources: { Task: task('grafana/grafana:12.0.0') },
  },
  {
    name: 'refuses another host',
    expect: 'violation',
    resources: { Task: task('ghcr.io/someone/app@sha256:00') },
  },
  {
    name: 'refuses a host with a port',
    expect: 'violation',
    resources: { Task: task('localhost:5000/app') },
  },
  {
    name: 'refuses one image among others',
    expect: 'violation',
    property: 'ContainerDefinitions[1].Image',
    resources: { Task: task(sub(`${OWN}/web:1`), 'redis') },
  },
  {
    name: 'accepts a path of a registry where the profile names the path',
    expect: 'compliant',
    profile: { approvedImageRegistries: ['docker.io/library'] },
    resources: { Task: task('nginx:1.29', 'registry-1.docker.io/library/redis:8') },
  },
  {
    name: 'refuses another path of it',
    expect: 'violation',
    profile: { approvedImageRegistries: ['docker.io/library'] },
    resources: { Task: task('docker.io/librarything/nginx') },
  },
  {
    name: 'does not take a host that begins alike',
    expect: 'violation',
    resources: { Task: task('public.ecr.aws.example.com/nginx:1') },
  },
  {
    name: 'cannot tell whose a number of an account is',
    expect: 'undetermined',
    resources: { Task: task('444455556666.dkr.ecr.ap-northeast-1.amazonaws.com/web:1') },
  },
  {
    name: 'does not know an image that is a parameter',
    expect: 'undetermined',
    template: { ...TAG, Resources: { Task: task(ref('Text')) } },
  },
  {
    name: 'knows the registry where only the tag is a parameter',
    expect: 'violation',
    template: { ...TAG, Resources: { Task: task(sub('nginx:${Text}')) } },
  },
  {
    name: 'names the condition under which it is another one',
    expect: 'violation',
    message: /when Env is "test"/,
    template: { ...ENV, Resources: { Task: task(either('Production', sub(`${OWN}/web:1`), 'nginx:1')) } },
  },
  {
    name: 'accepts the images of CodeBuild',
    expect: 'compliant',
    resources: {
      Build: make('AWS::CodeBuild::Project', { Environment: { Image: 'aws/codebuild/standard:7.0' } }),
    },
  },
  {
    name: 'refuses an image of a batch job',
    expect: 'violation',
    resources: { Job: make('AWS::Batch::JobDefinition', { ContainerProperties: { Image: 'busybox' } }) },
  },
  {
    name: 'asks nothing of a function from a file',
    expect: 'compliant',
    resources: { Function: make('AWS::Lambda::Function', { Code: { S3Bucket: 'b', S3Key: 'k' } }) },
  },
]);

ruleCases(ContainerImageVersionIsFixed, [
  {
    name: 'accepts the tag of a version',
    expect: 'compliant',
    example: true,
    resources: { Task: task('app:1.0.0') },
  },
  {
    name: 'accepts a digest',
    expect: 'compliant',
    resources: { Task: task('ghcr.io/a/b@sha256:0123', 'nginx:latest@sha256:0123') },
  },
  { name: 'warns of latest', expect: 'violation', example: true, resources: { Task: task('app:latest') } },
  { name: 'reads no tag as latest', expect: 'violation', resources: { Task: task('localhost:5000/app') } },
  {
    name: 'reads the tag behind a reference',
    expect: 'violation',
    subject: 'Task',
    resources: { Images: REPOSITORY, Task: task(sub('${Images.RepositoryUri}:latest')) },
  },
  {
    name: 'reads the tag as CDK writes it',
    expect: 'compliant',
    subject: 'Task',
    resources: { Images: REPOSITORY, Task: task(FROM_CDK) },
  },
  {
    name: 'does not know a tag that is a parameter',
    expect: 'undetermined',
    template: { ...TAG, Resources: { Task: task(sub('app:${Text}')) } },
  },
]);

const cache = (more: Record<string, unknown>) =>
  make('AWS::ECR::PullThroughCacheRule', { EcrRepositoryPrefix: 'cache', ...more });

ruleCases(PullThroughCacheUpstreamApproved, [
  {
    name: 'accepts an approved registry',
    expect: 'compliant',
    example: true,
    resources: { Cache: cache({ UpstreamRegistryUrl: 'public.ecr.aws' }) },
  },
  {
    name: 'refuses Docker Hub, where it is not approved',
    expect: 'violation',
    example: true,
    resources: { Cache: cache({ UpstreamRegistryUrl: 'registry-1.docker.io' }) },
  },
  {
    name: 'accepts Docker Hub by its other name, where it is approved',
    expect: 'compliant',
    profile: { approvedImageRegistries: ['docker.io'] },
    resources: { Cache: cache({ UpstreamRegistryUrl: 'registry-1.docker.io' }) },
  },
  {
    name: 'refuses all of a registry where only a path is approved',
    expect: 'violation',
    profile: { approvedImageRegistries: ['docker.io/library'] },
    resources: { Cache: cache({ UpstreamRegistryUrl: 'registry-1.docker.io' }) },
  },
  {
    name: 'accepts the path that is approved',
    expect: 'compliant',
    profile: { approvedImageRegistries: ['docker.io/library'] },
    resources: {
      Cache: cache({ UpstreamRegistryUrl: 'registry-1.docker.io', UpstreamRepositoryPrefix: 'library' }),
    },
  },
  {
    name: 'knows a registry by its name',
    expect: 'violation',
    resources: { Cache: cache({ UpstreamRegistry: 'github-container-registry' }) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TAG, Resources: { Cache: cache({ UpstreamRegistryUrl: ref('Text') }) } },
  },
]);

const layered = (...Layers: unknown[]) => make('AWS::Lambda::Function', { Layers });

ruleCases(
  LambdaLayerIsKnown,
  [
    {
      name: 'accepts a layer of the deployment',
      expect: 'compliant',
      subject: 'Function',
      example: true,
      resources: { Layer: make('AWS::Lambda::LayerVersion', {}), Function: layered(ref('Layer')) },
    },
    {
      name: 'accepts a layer of the own account',
      expect: 'compliant',
      resources: { Function: layered(sub('arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:layer:common:3')) },
    },
    {
      name: 'accepts a layer that AWS publishes',
      expect: 'compliant',
      resources: {
        Function: layered('arn:aws:lambda:ap-northeast-1:580247275435:layer:LambdaInsightsExtension:80'),
      },
    },
    {
      name: 'asks to see who provides a layer of another account',
      expect: 'evidence',
      resources: { Function: layered('arn:aws:lambda:ap-northeast-1:444455556666:layer:agent:1') },
    },
    {
      name: 'does not know a layer that is a parameter',
      expect: 'undetermined',
      template: { ...TAG, Resources: { Function: layered(ref('Text')) } },
    },
    {
      name: 'does not know a layer whose account is a parameter',
      expect: 'undetermined',
      template: {
        ...TAG,
        Resources: { Function: layered(sub('arn:aws:lambda:ap-northeast-1:${Text}:layer:a:1')) },
      },
    },
  ],
  { violation: 'whether the software of somebody else was approved is written outside of the templates' },
);
