import { accuracyCases, ref, res, when } from './support';

const point = (properties: object) =>
  res('AWS::EFS::AccessPoint', { FileSystemId: 'fs-0a1b2c3d4e5f60718', ...properties });
const section = (path: string) => ({
  PosixUser: { Uid: '1001', Gid: '1001' },
  RootDirectory: { Path: path, CreationInfo: { OwnerUid: '1001', OwnerGid: '1001', Permissions: '0750' } },
});

const action = (category: string, name: string, order?: number) => ({
  Name: name,
  RunOrder: order,
  ActionTypeId: {
    Category: category,
    Owner: 'AWS',
    Version: '1',
    Provider:
      { Approval: 'Manual', Deploy: 'CloudFormation', Build: 'CodeBuild' }[category] ??
      'CodeStarSourceConnection',
  },
});
const source = { Name: 'Source', Actions: [action('Source', 'Git')] };
const build = { Name: 'Build', Actions: [action('Build', 'Compile')] };
const approval = { Name: 'Approval', Actions: [action('Approval', 'Two')] };
const deploy = { Name: 'Deploy', Actions: [action('Deploy', 'Stack')] };
const pipeline = (stages: unknown) =>
  res('AWS::CodePipeline::Pipeline', {
    RoleArn: 'arn:aws:iam::111122223333:role/pipeline',
    ArtifactStore: { Type: 'S3', Location: 'artifacts' },
    Stages: stages,
    Tags: [{ Key: 'jichitai:environment', Value: 'production' }],
  });

accuracyCases('catalog b: files of each section', [
  {
    name: 'a section has its directory and its user',
    clause: '7.1(1)②',
    expect: 'compliant',
    on: 'Point',
    resources: { Point: point(section('/zeimu')) },
  },
  {
    name: 'without a directory the access point begins at the root, with the files of all sections',
    clause: '7.1(1)②',
    expect: 'violation',
    on: 'Point',
    resources: { Point: point({ PosixUser: { Uid: '1001', Gid: '1001' } }) },
  },
  {
    name: 'the directory is the root in so many words',
    clause: '7.1(1)②',
    expect: 'violation',
    on: 'Point',
    resources: { Point: point(section('/')) },
  },
  {
    name: 'whoever mounts says who he is, since the access point does not',
    clause: '7.1(1)③',
    expect: 'violation',
    on: 'Point',
    resources: { Point: point({ RootDirectory: { Path: '/zeimu/jinji' } }) },
  },
  {
    name: 'everybody who mounts is the administrator of the files',
    clause: '7.1(1)③',
    expect: 'violation',
    on: 'Point',
    resources: {
      Point: point({ PosixUser: { Uid: '0', Gid: '0' }, RootDirectory: { Path: '/zeimu/jinji' } }),
    },
  },
  {
    name: 'personnel records in a directory with a user of their own',
    clause: '7.1(1)③',
    expect: 'compliant',
    on: 'Point',
    resources: { Point: point(section('/jinji/records')) },
  },
  {
    name: 'the directory is named at deployment',
    clause: '7.1(1)②',
    expect: 'undetermined',
    on: 'Point',
    template: {
      Parameters: { Directory: { Type: 'String', Default: '/zeimu' } },
      Resources: {
        Point: point({
          PosixUser: { Uid: '1001', Gid: '1001' },
          RootDirectory: { Path: ref('Directory') },
        }),
      },
    },
  },
]);

accuracyCases('catalog b: a second person for changes', [
  {
    name: 'somebody approves before the deployment',
    clause: '7.1(4)③',
    expect: 'compliant',
    on: 'Pipeline',
    resources: { Pipeline: pipeline([source, build, approval, deploy]) },
  },
  {
    name: 'nobody approves',
    clause: '7.1(4)③',
    expect: 'violation',
    on: 'Pipeline',
    resources: { Pipeline: pipeline([source, build, deploy]) },
  },
  {
    name: 'somebody approves what has been deployed already',
    clause: '7.1(4)③',
    expect: 'violation',
    on: 'Pipeline',
    resources: { Pipeline: pipeline([source, deploy, approval]) },
  },
  {
    name: 'the approval is in the stage of the deployment, and comes first there',
    clause: '7.1(4)③',
    expect: 'compliant',
    on: 'Pipeline',
    resources: {
      Pipeline: pipeline([
        source,
        { Name: 'Release', Actions: [action('Deploy', 'Stack', 2), action('Approval', 'Two', 1)] },
      ]),
    },
  },
  {
    name: 'the approval runs beside the deployment, as both have the same order where none is given',
    clause: '7.1(4)③',
    expect: 'violation',
    on: 'Pipeline',
    resources: {
      Pipeline: pipeline([
        source,
        { Name: 'Release', Actions: [action('Approval', 'Two'), action('Deploy', 'Stack')] },
      ]),
    },
  },
  {
    name: 'the stage of the approval can be left out by a choice',
    clause: '7.1(4)③',
    expect: 'violation',
    on: 'Pipeline',
    template: {
      Parameters: { Fast: { Type: 'String', AllowedValues: ['yes', 'no'] } },
      Conditions: { Careful: { 'Fn::Equals': [ref('Fast'), 'no'] } },
      Resources: {
        Pipeline: pipeline([source, when('Careful', approval, { Ref: 'AWS::NoValue' }), deploy]),
      },
    },
  },
  {
    name: 'a pipeline that builds and tests, and changes no system',
    clause: '7.1(4)③',
    expect: 'compliant',
    on: 'Pipeline',
    resources: { Pipeline: pipeline([source, build]) },
  },
  {
    name: 'what kind of action stands before the deployment is a parameter',
    clause: '7.1(4)③',
    expect: 'undetermined',
    on: 'Pipeline',
    template: {
      Parameters: { Gate: { Type: 'String' } },
      Resources: {
        Pipeline: pipeline([
          source,
          {
            Name: 'Gate',
            Actions: [
              {
                Name: 'Gate',
                ActionTypeId: { Category: ref('Gate'), Owner: 'AWS', Version: '1', Provider: 'Manual' },
              },
            ],
          },
          deploy,
        ]),
      },
    },
  },
]);
