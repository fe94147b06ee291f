import { BeanstalkPlatformSupported } from '../../../lib/rules/lifecycle/BeanstalkPlatformSupported';
import { CodeBuildImageSupported } from '../../../lib/rules/lifecycle/CodeBuildImageSupported';
import { EksVersionSupported } from '../../../lib/rules/lifecycle/EksVersionSupported';
import { MachineImageSupported } from '../../../lib/rules/lifecycle/MachineImageSupported';
import { ruleCases } from '../../helpers/rule-cases';

const until = (day: unknown) => ({ Tags: [{ Key: 'jichitai:planned-use-until', Value: day }] });
const parameter = (Type = 'String', Default = 'python3.8') => ({ Parameters: { P: { Type, Default } } });
const p = { Ref: 'P' };

const cluster = (Version: unknown, more: object = {}) => ({
  K: { Type: 'AWS::EKS::Cluster', Properties: { ...(Version === undefined ? {} : { Version }), ...more } },
});
const tagsMap = { Tags: { 'jichitai:planned-use-until': '2027-06-30' } };

ruleCases(EksVersionSupported, [
  {
    name: 'accepts a version that outlives the planned use',
    expect: 'compliant',
    example: true,
    resources: cluster('1.36', until('2027-06-30')),
  },
  {
    name: 'counts the standard support where the extended one is not asked for',
    expect: 'violation',
    example: true,
    resources: cluster('1.33', until('2027-06-30')),
    message: /2026-07-29/,
  },
  {
    name: 'counts the extended support where it is asked for',
    expect: 'compliant',
    resources: cluster('1.33', { ...until('2027-06-30'), UpgradePolicy: { SupportType: 'EXTENDED' } }),
  },
  {
    name: 'ends with the extended support too',
    expect: 'violation',
    resources: cluster('1.30', { UpgradePolicy: { SupportType: 'EXTENDED' } }),
    message: /2026-07-23/,
  },
  {
    name: 'cannot tell whether the extended support is asked for',
    expect: 'undetermined',
    template: {
      ...parameter('String', 'EXTENDED'),
      Resources: cluster('1.33', { ...until('2027-06-30'), UpgradePolicy: { SupportType: p } }),
    },
  },
  { name: 'needs evidence where AWS chooses', expect: 'evidence', resources: cluster(undefined) },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...parameter(), Resources: cluster(p) },
  },
  {
    name: 'refuses a node group on Amazon Linux 2',
    expect: 'violation',
    resources: { N: { Type: 'AWS::EKS::Nodegroup', Properties: { AmiType: 'AL2_x86_64', ...tagsMap } } },
    property: 'AmiType',
  },
  {
    name: 'leaves the version of a node group to its cluster',
    expect: 'compliant',
    resources: {
      N: { Type: 'AWS::EKS::Nodegroup', Properties: { AmiType: 'AL2023_x86_64_STANDARD', ...tagsMap } },
    },
  },
  {
    name: 'refuses an old version of a node group',
    expect: 'violation',
    resources: { N: { Type: 'AWS::EKS::Nodegroup', Properties: { Version: '1.29', ...tagsMap } } },
  },
]);

const server = (ImageId: unknown, more: object = {}) => ({
  S: { Type: 'AWS::EC2::Instance', Properties: { ...(ImageId === undefined ? {} : { ImageId }), ...more } },
});
const latest = '/aws/service/ami-amazon-linux-latest';

ruleCases(MachineImageSupported, [
  {
    name: 'accepts a public parameter of a system that outlives the planned use',
    expect: 'compliant',
    example: true,
    resources: server(`{{resolve:ssm:${latest}/al2023-ami-kernel-default-x86_64}}`, until('2029-03-31')),
  },
  {
    name: 'refuses a public parameter of a system that has ended',
    expect: 'violation',
    example: true,
    resources: server(`{{resolve:ssm:${latest}/amzn2-ami-hvm-x86_64-gp2}}`),
    message: /Amazon Linux 2, which is supported until 2026-06-30/,
  },
  {
    name: 'reads the form that launch templates have',
    expect: 'violation',
    resources: {
      L: {
        Type: 'AWS::EC2::LaunchTemplate',
        Properties: { LaunchTemplateData: { ImageId: `resolve:ssm:${latest}/amzn-ami-hvm-x86_64-gp2` } },
      },
    },
  },
  {
    name: 'knows Windows by the year',
    expect: 'violation',
    resources: server(
      '{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2016-English-Full-Base}}',
      until('2027-03-31'),
    ),
    message: /2027-01-12/,
  },
  {
    name: 'knows the images of ECS',
    expect: 'violation',
    resources: server('{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id}}'),
  },
  {
    name: 'knows that the EKS images ended before their system',
    expect: 'violation',
    today: '2026-01-10',
    resources: server(
      '{{resolve:ssm:/aws/service/eks/optimized-ami/1.30/amazon-linux-2/recommended/image_id}}',
    ),
    message: /2025-11-26/,
  },
  {
    name: 'knows Ubuntu by its release',
    expect: 'violation',
    resources: server(
      '{{resolve:ssm:/aws/service/canonical/ubuntu/server/20.04/stable/current/amd64/hvm/ebs-gp2/ami-id}}',
    ),
  },
  {
    name: 'knows a parent image whose region is open',
    expect: 'violation',
    resources: {
      R: {
        Type: 'AWS::ImageBuilder::ImageRecipe',
        Properties: {
          ParentImage: {
            'Fn::Sub': 'arn:aws:imagebuilder:${AWS::Region}:aws:image/amazon-linux-2-x86/x.x.x',
          },
        },
      },
    },
  },
  {
    name: 'cannot tell a parameter by its default, not even of a public path',
    expect: 'undetermined',
    template: {
      ...parameter('AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', `${latest}/amzn2-ami-hvm-x86_64-gp2`),
      Resources: server(p),
    },
  },
  {
    name: 'cannot tell the id of an image',
    expect: 'undetermined',
    resources: server('ami-0123456789abcdef0'),
  },
  {
    name: 'leaves an instance to its launch template',
    expect: 'compliant',
    resources: server(undefined, { LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' } }),
  },
  {
    name: 'refuses an old notebook platform',
    expect: 'violation',
    resources: {
      B: { Type: 'AWS::SageMaker::NotebookInstance', Properties: { PlatformIdentifier: 'notebook-al2-v3' } },
    },
  },
]);

const environment = (SolutionStackName: unknown) => ({
  E: { Type: 'AWS::ElasticBeanstalk::Environment', Properties: { SolutionStackName } },
});

ruleCases(
  BeanstalkPlatformSupported,
  [
    {
      name: 'refuses a platform on a system that has ended',
      expect: 'violation',
      example: true,
      resources: environment('64bit Amazon Linux 2 v3.5.1 running Python 3.8'),
    },
    {
      name: 'refuses one on the first Amazon Linux',
      expect: 'violation',
      resources: environment('64bit Amazon Linux 2018.03 v2.9.0 running PHP 7.2'),
    },
    {
      name: 'needs evidence about the language',
      expect: 'evidence',
      resources: environment('64bit Amazon Linux 2023 v4.1.0 running Python 3.13'),
    },
    {
      name: 'cannot tell a parameter',
      expect: 'undetermined',
      template: { ...parameter(), Resources: environment(p) },
    },
  ],
  { compliant: 'the languages of a platform have dates of their own' },
);

const project = (Image: unknown, more: object = {}) => ({
  B: { Type: 'AWS::CodeBuild::Project', Properties: { Environment: { Image }, ...more } },
});

ruleCases(CodeBuildImageSupported, [
  {
    name: 'accepts an image whose system outlives the planned use',
    expect: 'compliant',
    example: true,
    resources: project('aws/codebuild/amazonlinux-x86_64-standard:4.0', until('2027-03-31')),
  },
  {
    name: 'refuses an image whose system has ended',
    expect: 'violation',
    example: true,
    resources: project('aws/codebuild/standard:5.0'),
    message: /2025-05-31/,
  },
  {
    name: 'refuses an image of Amazon Linux 2',
    expect: 'violation',
    resources: project('aws/codebuild/amazonlinux2-x86_64-standard:4.0'),
  },
  { name: 'needs evidence about an image of ones own', expect: 'evidence', resources: project('my/image:1') },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...parameter(), Resources: project(p) },
  },
]);
