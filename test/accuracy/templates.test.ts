import { type AccuracyCase, accuracyCases, att, ref, res, sub } from './support';

// Templates that cannot be judged as they stand.

const whole = (
  name: string,
  expect: AccuracyCase['expect'],
  template: AccuracyCase['template'],
  on: AccuracyCase['on'] = ['', 'X'],
): AccuracyCase => ({
  name,
  clause: '9.2(5)①(エ)',
  on,
  expect,
  template: template ?? {},
});
const X = res('AWS::SNS::Topic', { DisplayName: 'a' });

accuracyCases('templates', [
  whole('a Ref to nothing', 'violation', {
    Resources: { X: res('AWS::SNS::Topic', { KmsMasterKeyId: ref('Kye') }) },
  }),
  whole('GetAtt of nothing, as text', 'violation', {
    Resources: { X: res('AWS::SNS::Topic', { KmsMasterKeyId: { 'Fn::GetAtt': 'Kye.Arn' } }) },
  }),
  whole('a name inside of Sub that is nothing', 'violation', {
    Resources: { X: res('AWS::SNS::Topic', { TopicName: sub('${Sytem}-topic') }) },
  }),
  whole('an escaped name, pseudo parameters and a name of the Sub’s own', 'compliant', {
    Resources: {
      X: res('AWS::SNS::Topic', {
        TopicName: { 'Fn::Sub': ['${!Literal}-${AWS::StackName}-${Own}', { Own: 'a' }] },
      }),
    },
  }),
  whole('a condition that is not defined', 'violation', { Resources: { X: { ...X, Condition: 'Prod' } } }),
  whole('a condition that is not defined, inside of If', 'violation', {
    Resources: { X: res('AWS::SNS::Topic', { DisplayName: { 'Fn::If': ['Prod', 'a', 'b'] } }) },
  }),
  whole('a mapping that is not defined', 'violation', {
    Resources: { X: res('AWS::SNS::Topic', { DisplayName: { 'Fn::FindInMap': ['Names', 'a', 'b'] } }) },
  }),
  whole('DependsOn nothing', 'violation', { Resources: { X: { ...X, DependsOn: ['Y'] } } }),
  whole('an output that refers to nothing', 'violation', {
    Resources: { X },
    Outputs: { O: { Value: ref('Y') } },
  }),
  whole('a policy statement has a Condition that is no condition of the template', 'compliant', {
    Resources: {
      X: res('AWS::IAM::ManagedPolicy', {
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Deny',
              Action: '*',
              Resource: '*',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      }),
    },
  }),
  whole('Ref as the name of an ordinary key beside others', 'compliant', {
    Resources: {
      X: res('AWS::SSM::Document', {
        Content: { schemaVersion: '2.2', parameters: { Ref: { type: 'String' }, Name: { type: 'String' } } },
      }),
    },
  }),
  whole('a macro that nobody knows', 'undetermined', { Transform: 'CompanyMacro', Resources: { X } }),
  whole(
    'Language Extensions: the loop’s own name is defined',
    'compliant',
    `
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [X, Y]
    - '\${Name}':
        Type: AWS::SNS::Topic
        Properties: { TopicName: !Sub '\${Name}-topic', DisplayName: !Ref Name }
`,
    ['', 'X', 'Y'],
  ),
  whole(
    'SAM: the role that it makes by itself is not undefined',
    'compliant',
    `
Transform: AWS::Serverless-2016-10-31
Resources:
  F: { Type: AWS::Serverless::Function, Properties: { Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b } }
  X: { Type: AWS::IAM::Policy, Properties: { PolicyName: p, Roles: [!Ref FRole], PolicyDocument: { Statement: [] } } }
`,
    'X',
  ),
  whole('a macro inside of one resource makes that part unknown', 'undetermined', {
    Resources: {
      X: {
        Type: 'AWS::SNS::Topic',
        Properties: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://a/b.yaml' } } },
      },
    },
  }),
  whole('a nested template that is not at hand', 'undetermined', {
    Resources: {
      X: res('AWS::CloudFormation::Stack', { TemplateURL: 'https://s3.amazonaws.com/templates/net.yaml' }),
    },
  }),
  whole(
    'YAML: a Sub over several lines with an own name by map',
    'compliant',
    `
Parameters: { Env: { Type: String } }
Resources:
  X:
    Type: AWS::SSM::Parameter
    Properties:
      Type: String
      Value: !Sub
        - |
          env=\${Env} size=\${Size}
          \${!Shell} \${AWS::Region}
        - Size: !Select [0, [a, b]]
`,
  ),
  whole(
    'logical ids are data',
    'compliant',
    '{"Resources":{"constructor":{"Type":"AWS::SNS::Topic"},"X":{"Type":"AWS::SNS::Topic","DependsOn":"constructor"}}}',
  ),
  {
    name: 'an attribute of a resource that a condition may leave out is not undefined',
    clause: '9.2(5)①(エ)',
    on: ['', 'X'],
    expect: 'compliant',
    template: {
      Parameters: { Env: { Type: 'String' } },
      Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
      Resources: {
        K: { ...res('AWS::KMS::Key', {}), Condition: 'Prod' },
        X: res('AWS::SNS::Topic', {
          KmsMasterKeyId: { 'Fn::If': ['Prod', att('K', 'Arn'), ref('AWS::NoValue')] },
        }),
      },
    },
  },
  {
    name: 'everything else is still judged',
    clause: '7.1(6)①',
    on: 'X',
    expect: 'violation',
    template: { Resources: { X: res('AWS::Logs::LogGroup', { RetentionInDays: 7, KmsKeyId: ref('Kye') }) } },
  },
  {
    name: 'an import that nothing exports is not known',
    clause: '7.1(6)①',
    on: 'X',
    expect: 'undetermined',
    template: {
      Resources: { X: res('AWS::Logs::LogGroup', { RetentionInDays: { 'Fn::ImportValue': 'days' } }) },
    },
  },
]);
