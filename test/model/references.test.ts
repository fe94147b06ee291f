import { deploymentOf } from '../helpers/inline';
import { alternatives, always, evaluated, subject } from './evaluate';

const REF = { Ref: 'P' };
const parameter = (declaration: object) => ({ Parameters: { P: declaration } });

describe('Ref to a parameter', () => {
  test('is each of the AllowedValues, under the choice of it', () => {
    expect(evaluated(REF, parameter({ Type: 'String', AllowedValues: ['a', 'b'] }))).toEqual({
      '"a"': 'when P is "a"',
      '"b"': 'when P is "b"',
    });
  });

  test('is known where only one value is allowed', () => {
    expect(evaluated(REF, parameter({ Type: 'String', AllowedValues: ['a', 'a'] }))).toEqual(always('"a"'));
  });

  test('keeps numbers and Booleans among AllowedValues as they are written', () => {
    expect(Object.keys(evaluated(REF, parameter({ Type: 'Number', AllowedValues: [30, 365] })))).toEqual([
      '30',
      '365',
    ]);
    expect(Object.keys(evaluated(REF, parameter({ Type: 'String', AllowedValues: [true, false] })))).toEqual([
      'true',
      'false',
    ]);
  });

  test.each([
    ['free', { Type: 'String' }],
    ['free with a default', { Type: 'String', Default: 'a' }],
    ['a free number', { Type: 'Number', Default: 365 }],
    ['an id of a resource', { Type: 'AWS::EC2::VPC::Id' }],
    ['a name in the parameter store', { Type: 'AWS::SSM::Parameter::Name' }],
    ['fetched from the parameter store', { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/a' }],
    [
      'fetched, whatever names are allowed',
      { Type: 'AWS::SSM::Parameter::Value<String>', AllowedValues: ['/a'] },
    ],
    ['a list', { Type: 'CommaDelimitedList', Default: 'a,b' }],
    ['a list whose items are limited', { Type: 'List<Number>', AllowedValues: ['1', '2'] }],
    ['a fetched list', { Type: 'AWS::SSM::Parameter::Value<List<String>>' }],
    ['allowed to be nothing in particular', { Type: 'String', AllowedValues: [] }],
    ['without a type', {}],
  ])('is unknown when it is %s', (_name, declaration) => {
    expect(evaluated(REF, parameter(declaration))).toEqual(always('unknown(P)'));
  });

  test('is a secret when it is not echoed', () => {
    expect(evaluated(REF, parameter({ Type: 'String', NoEcho: true }))).toEqual(always('secret(P)'));
    expect(evaluated(REF, parameter({ Type: 'String', NoEcho: 'true' }))).toEqual(always('secret(P)'));
  });

  test('is unknown beyond what can be told apart, and does not lose that it is one of a list', () => {
    const many = Array.from({ length: 300 }, (_, index) => `v${index}`);
    const sections = {
      ...parameter({ Type: 'String', AllowedValues: many }),
      Conditions: { Is: { 'Fn::Equals': [REF, 'v7'] }, Never: { 'Fn::Equals': [REF, 'v300'] } },
    };
    expect(evaluated(REF, sections)).toEqual(always('unknown(P)'));
    expect(evaluated({ 'Fn::If': ['Is', REF, 'other'] }, sections)).toEqual({
      '"v7"': 'when P is "v7"',
      '"other"': 'when P is "v0"',
    });
    expect(evaluated({ 'Fn::If': ['Never', 'x', 'y'] }, sections)).toEqual(always('"y"'));
  });
});

describe('Ref to other names', () => {
  test('is a reference to a resource', () => {
    expect(evaluated({ Ref: 'Bucket' }, { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } })).toEqual(
      always('@Bucket'),
    );
  });

  test('is unknown for a name that is not defined, which is told', () => {
    const body = { Resources: { Subject: { Type: 'Test::Subject', Properties: { P: { Ref: 'Nobody' } } } } };
    expect(subject(body)).toEqual(always('unknown(Nobody)'));
    expect(deploymentOf(body).templates[0]?.problems).toMatchObject([
      {
        kind: 'undefined-reference',
        logicalId: 'Subject',
        path: ['Resources', 'Subject', 'Properties', 'P'],
      },
    ]);
  });

  test('takes a computed name, and nothing that is no name', () => {
    expect(evaluated({ Ref: { 'Fn::Sub': 'P' } }, parameter({ AllowedValues: ['a'] }))).toEqual(
      always('"a"'),
    );
    expect(evaluated({ Ref: ['P'] })).toEqual(always('unknown(the name in Ref is not a string)'));
    expect(evaluated({ Ref: null })).toEqual({ 'unknown(null)': '' });
  });

  test('two of the same undefined name are the same value, two of different ones are not', () => {
    const sections = {
      Conditions: {
        Same: { 'Fn::Equals': [{ Ref: 'X' }, { Ref: 'X' }] },
        Other: { 'Fn::Equals': [{ Ref: 'X' }, { Ref: 'Y' }] },
      },
    };
    expect(evaluated({ 'Fn::If': ['Same', 1, 2] }, sections)).toEqual(always('1'));
    expect(Object.keys(evaluated({ 'Fn::If': ['Other', 1, 2] }, sections))).toEqual(['1', '2']);
  });
});

describe('pseudo parameters', () => {
  const stack = { region: 'ap-northeast-1', account: '012345678901', stackName: 'Records' };
  const ref = (name: string) => ({
    Resources: { Subject: { Type: 'T::S', Properties: { P: { Ref: `AWS::${name}` } } } },
  });

  test.each([
    ['Region', '"ap-northeast-1"', 'unknown(AWS::Region)'],
    ['AccountId', '"012345678901"', 'unknown(AWS::AccountId)'],
    ['StackName', '"Records"', 'unknown(AWS::StackName)'],
    ['StackId', 'unknown(AWS::StackId)', 'unknown(AWS::StackId)'],
    ['NotificationARNs', 'unknown(AWS::NotificationARNs)', 'unknown(AWS::NotificationARNs)'],
    ['Partition', '"aws"', '"aws"'],
    ['URLSuffix', '"amazonaws.com"', '"amazonaws.com"'],
    ['NoValue', 'absent', 'absent'],
    ['Nonsense', 'unknown(AWS::Nonsense)', 'unknown(AWS::Nonsense)'],
  ])('AWS::%s', (name, known, open) => {
    expect(subject({ body: ref(name), stack })).toEqual(always(known));
    expect(subject(ref(name))).toEqual(always(open));
  });

  test('the partition follows the region', () => {
    const suffix = { body: ref('URLSuffix'), stack: { region: 'cn-north-1' } };
    expect(subject({ body: ref('Partition'), stack: { region: 'cn-north-1' } })).toEqual(always('"aws-cn"'));
    expect(subject({ body: ref('Partition'), stack: { region: 'us-gov-west-1' } })).toEqual(
      always('"aws-us-gov"'),
    );
    expect(subject(suffix)).toEqual(always('"amazonaws.com.cn"'));
  });

  test('an open region is a choice: it cannot be two regions at once', () => {
    const is = (region: string) => ({ 'Fn::Equals': [{ Ref: 'AWS::Region' }, region] });
    const sections = { Conditions: { Both: { 'Fn::And': [is('ap-northeast-1'), is('ap-northeast-3')] } } };
    expect(evaluated({ 'Fn::If': ['Both', 'x', 'y'] }, sections)).toEqual(always('"y"'));
  });

  test('a parameter cannot take the name of a pseudo parameter', () => {
    expect(
      evaluated({ Ref: 'AWS::Region' }, { Parameters: { 'AWS::Region': { AllowedValues: ['x'] } } }),
    ).toEqual(always('unknown(AWS::Region)'));
  });
});

describe('Fn::GetAtt', () => {
  const sections = {
    Resources: {
      Bucket: { Type: 'AWS::S3::Bucket' },
      Nested: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL: 'https://example.com/t.yaml' },
      },
    },
  };

  test.each([
    [['Bucket', 'Arn'], '@Bucket.Arn'],
    ['Bucket.Arn', '@Bucket.Arn'],
    ['Bucket.Website.Url', '@Bucket.Website.Url'],
    [['Bucket', 'Website.Url'], '@Bucket.Website.Url'],
    [['Bucket', 'Website', 'Url'], '@Bucket.Website.Url'],
    [['Nested', 'Outputs.VpcId'], 'unknown(Nested.Outputs.VpcId)'],
    ['Nobody.Arn', 'unknown(Nobody)'],
    [['Bucket', { Ref: 'P' }], 'unknown(an attribute of Bucket that is not a literal)'],
    ['Bucket', 'unknown(an attribute of Bucket that is not a literal)'],
    [['Bucket'], 'unknown(an attribute of Bucket that is not a literal)'],
    [[], 'unknown(Fn::GetAtt with arguments that it does not take)'],
    [{ Ref: 'Bucket' }, 'unknown(Fn::GetAtt with arguments that it does not take)'],
  ])('%j', (argument, expected) => {
    expect(evaluated({ 'Fn::GetAtt': argument }, sections)).toEqual(always(expected));
  });

  test('does not take a resource for a word that JavaScript makes of nothing', () => {
    expect(evaluated({ 'Fn::GetAtt': [] }, { Resources: { undefined: { Type: 'T' } } })).toEqual(
      always('unknown(Fn::GetAtt with arguments that it does not take)'),
    );
  });

  test('of a property that is written out is that property', () => {
    const vpc = (CidrBlock: unknown) => ({
      Resources: { Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock } } },
    });
    const cidr = { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] };
    expect(evaluated(cidr, vpc('10.0.0.0/16'))).toEqual(always('"10.0.0.0/16"'));
    expect(evaluated(cidr, vpc(undefined))).toEqual(always('@Vpc.CidrBlock'));
    // A block from a pool is not written; it is there all the same.
    const given = { 'Fn::If': ['Given', '10.0.0.0/16', { Ref: 'AWS::NoValue' }] };
    const choice = {
      Parameters: { P: { AllowedValues: ['y', 'n'] } },
      Conditions: { Given: { 'Fn::Equals': [REF, 'y'] } },
    };
    expect(evaluated(cidr, { ...choice, ...vpc(given) })).toEqual({
      '"10.0.0.0/16"': 'when P is "y"',
      '@Vpc.CidrBlock': 'when P is "n"',
    });
    expect(Object.keys(evaluated(cidr, vpc(cidr)))[0]).toMatch(/@Vpc|unknown/);
  });
});

describe('names that JavaScript objects have', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  test.each(NAMES)('%s as a logical id, a parameter, a mapping, a condition, a property', (name) => {
    const body = `
Parameters: { "${name}P": { Type: String }, "${name}": { Type: String, AllowedValues: [a] } }
Mappings: { "${name}": { "${name}": { "${name}": found } } }
Conditions: { "${name}": !Equals [!Ref "${name}", b] }
Resources:
  Subject:
    Type: Test::Subject
    Properties:
      P:
        parameter: !Ref "${name}"
        mapped: !FindInMap ["${name}", "${name}", "${name}"]
        either: !If ["${name}", yes, never]
        sub: !Sub ["\${${name}}", { "${name}": own }]
        "${name}": is here
        resource: !GetAtt "${name}R.Arn"
  "${name}R": { Type: AWS::S3::Bucket }
`;
    expect(subject(body)).toEqual(
      always(
        `{parameter: "a", mapped: "found", either: "never", sub: "own", ${name}: "is here", resource: @${name}R.Arn}`,
      ),
    );
  });

  test.each(NAMES)('%s, where nothing is called so, is not found', (name) => {
    expect(evaluated({ Ref: name })).toEqual(always(`unknown(${name})`));
    expect(evaluated({ 'Fn::GetAtt': [name, 'Arn'] })).toEqual(always(`unknown(${name})`));
    expect(Object.keys(evaluated({ 'Fn::If': [name, 1, 2] }))).toEqual(['1', '2']);
    expect(evaluated({ [`Fn::${name}`]: 1 })).toEqual(
      always(`unknown(the function Fn::${name} cannot be evaluated)?`),
    );
    expect(evaluated({ 'Fn::Sub': `\${${name}}` })).toEqual(always(`unknown(${name})`));
    const deployment = deploymentOf({ Resources: { Subject: { Type: name, Properties: { P: {} } } } });
    const get = { 'Fn::GetAtt': ['Other', name] };
    expect(evaluated(get, { Resources: { Other: { Type: name } } })).toEqual(always(`@Other.${name}`));
    expect(evaluated(get, { Resources: { Other: { Type: 'AWS::EC2::VPC' } } })).toEqual(
      always(`@Other.${name}`),
    );
    const resource = deployment.resources[0];
    expect(resource?.get('P').child(name).isAbsent).toBe(true);
    expect(resource?.get(name).isAbsent).toBe(true);
  });
});

describe('attributes beside the properties', () => {
  const body = (attributes: object) => ({
    Parameters: { Env: { AllowedValues: ['prod', 'dev'] }, Free: { Type: 'String' } },
    Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] } },
    Resources: { Subject: { Type: 'T', ...attributes }, Other: { Type: 'T' } },
  });
  const attribute = (attributes: object, name: string) => {
    const deployment = deploymentOf(body(attributes));
    const field = deployment.templates[0]?.resources.get('Subject')?.attribute(name);
    return field === undefined ? undefined : alternatives(deployment, field);
  };

  test('DeletionPolicy: known, chosen, unknown, absent', () => {
    expect(attribute({ DeletionPolicy: 'Retain' }, 'DeletionPolicy')).toEqual(always('"Retain"'));
    expect(
      attribute({ DeletionPolicy: { 'Fn::If': ['Production', 'Retain', 'Delete'] } }, 'DeletionPolicy'),
    ).toEqual({
      '"Retain"': 'when Env is "prod"',
      '"Delete"': 'when Env is "dev"',
    });
    expect(attribute({ DeletionPolicy: { Ref: 'Free' } }, 'DeletionPolicy')).toEqual(always('unknown(Free)'));
    expect(attribute({}, 'DeletionPolicy')).toEqual(always('absent'));
  });

  test('DependsOn: one, several, none that is defined', () => {
    expect(attribute({ DependsOn: 'Other' }, 'DependsOn')).toEqual(always('"Other"'));
    expect(attribute({ DependsOn: ['Other'] }, 'DependsOn')).toEqual(always('["Other"]'));
    const [template] = deploymentOf(body({ DependsOn: ['Nobody'] })).templates;
    expect(template?.problems).toMatchObject([
      { kind: 'undefined-reference', message: { en: expect.stringContaining('"Nobody"') } },
    ]);
  });
});

test('a property that is not written is absent, and so is what would be below it', () => {
  const resource = deploymentOf({ Resources: { Subject: { Type: 'T', Properties: { A: { B: [1] } } } } })
    .resources[0];
  expect(resource?.get('X').isAbsent).toBe(true);
  expect(resource?.get('X.Y.Z').isAbsent).toBe(true);
  expect(resource?.get('A.X').isAbsent).toBe(true);
  // A list where an object belongs is no absence.
  expect(resource?.get('A.B.X').isAbsent).toBe(false);
});
