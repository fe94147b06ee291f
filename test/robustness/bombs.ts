/** Something that is made to take long, or much. */
export interface Bomb {
  readonly make: () => string | Buffer;
  readonly status: 0 | 1 | 2;
  /** Left out of `npm test`. */
  readonly isLong?: true;
}

const BUCKET = { Type: 'AWS::S3::Bucket', Properties: {} };
const YAML = 'Resources:\n  B:\n    Type: AWS::S3::Bucket\nMetadata:\n';
const list = <T>(count: number, item: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => item(at));
const map = (count: number, value: (at: number) => unknown, prefix = 'K') =>
  Object.fromEntries(list(count, (at) => [`${prefix}${at}`, value(at)]));
const template = (more: object, resources: object = { B: BUCKET }) =>
  JSON.stringify({ ...more, Resources: resources });
const bucket = (properties: object) => template({}, { B: { ...BUCKET, Properties: properties } });

export const BOMBS: Readonly<Record<string, Bomb>> = {
  'lists in lists, 10,000 deep': {
    make: () =>
      `{"Resources":{"B":{"Type":"AWS::S3::Bucket"}},"Metadata":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    status: 2,
  },
  'lists in lists, 10,000 deep (YAML)': {
    make: () => `${YAML}  a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
    status: 2,
  },
  'maps in maps, 1,000 deep (YAML)': {
    make: () => `${YAML}${list(1_000, (at) => `${' '.repeat(at + 2)}a:\n`).join('')}`,
    status: 2,
    isLong: true,
  },
  'a text of 10 MB': {
    make: () =>
      template({}, { B: { Type: 'AWS::EC2::Instance', Properties: { UserData: 'x'.repeat(1e7) } } }),
    status: 1,
  },
  'a text of 10 MB (YAML)': {
    make: () =>
      `Resources:\n  B:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData: ${'x'.repeat(1e7)}\n`,
    status: 1,
    isLong: true,
  },
  'a text of 10 MB full of openings': {
    make: () => bucket({ BucketName: { 'Fn::Sub': '${'.repeat(5e6) } }),
    status: 1,
  },
  'a text of 10 MB full of spaces': {
    make: () => bucket({ BucketName: ' '.repeat(1e7) }),
    status: 1,
    isLong: true,
  },
  '300,000 placeholders in a text': {
    make: () => bucket({ BucketName: { 'Fn::Sub': '${AWS::Region}'.repeat(3e5) } }),
    status: 1,
  },
  'a map of a million keys': { make: () => template({ Metadata: map(1e6, (at) => at) }), status: 2 },
  'a map of a million keys (YAML)': {
    make: () => `${YAML}${list(1e6, (at) => `  k${at}: ${at}\n`).join('')}`,
    status: 2,
  },
  'a map of 240,000 keys that rules look at': {
    make: () =>
      template(
        {},
        {
          B: {
            Type: 'AWS::Lambda::Function',
            Properties: { Environment: { Variables: map(240_000, (at) => at) } },
          },
        },
      ),
    status: 1,
    isLong: true,
  },
  'a map of 280,000 keys (YAML)': {
    make: () => `${YAML}${list(280_000, (at) => `  k${at}: ${at}\n`).join('')}`,
    status: 1,
    isLong: true,
  },
  '300,000 openings (YAML)': { make: () => '['.repeat(290_000), status: 2, isLong: true },
  'a million openings (YAML)': { make: () => '['.repeat(1e6), status: 2 },
  'a million quotes (YAML)': { make: () => '"'.repeat(1e6), status: 2, isLong: true },
  '100,000 anchors (YAML)': { make: () => '&a '.repeat(1e5), status: 2, isLong: true },
  'aliases of aliases (YAML)': {
    make: () =>
      `${YAML}  a0: &a0 [x, x]\n${list(30, (at) => `  a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(', ')}]\n`).join('')}`,
    status: 2,
  },
  'merges of merges (YAML)': {
    make: () =>
      `${YAML}  m0: &m0 {a: 1}\n${list(30, (at) => `  m${at + 1}: &m${at + 1}\n    <<: [*m${at}, *m${at}]\n`).join('')}`,
    status: 2,
  },
  'a loop over a million resources': {
    make: () =>
      template(
        { Transform: 'AWS::LanguageExtensions' },
        {
          'Fn::ForEach::A': [
            'X',
            list(1_000, (at) => `a${at}`),
            { 'Fn::ForEach::B': ['Y', list(1_000, (at) => `b${at}`), { 'B${X}${Y}': BUCKET }] },
          ],
        },
      ),
    status: 1,
    isLong: true,
  },
  'conditions upon conditions': {
    make: () =>
      template(
        {
          Parameters: { P: { Type: 'String' } },
          Conditions: map(250, (at) =>
            at === 0
              ? { 'Fn::Equals': [{ Ref: 'P' }, 'a'] }
              : { 'Fn::And': [{ Condition: `K${at - 1}` }, { Condition: `K${at - 1}` }] },
          ),
        },
        { B: { ...BUCKET, Condition: 'K249' } },
      ),
    status: 1,
  },
  'cycles of everything': {
    make: () =>
      template(
        {
          Parameters: { P: { Type: 'String', Default: { Ref: 'P' } } },
          Conditions: { A: { Condition: 'C' }, C: { 'Fn::Not': [{ Condition: 'A' }] } },
          Outputs: { O: { Value: { Ref: 'B' }, Export: { Name: { 'Fn::ImportValue': 'n' } } } },
        },
        {
          B: {
            ...BUCKET,
            Condition: 'A',
            DependsOn: ['B', 'D'],
            Properties: { BucketName: { 'Fn::GetAtt': ['D', 'Arn'] } },
          },
          D: { ...BUCKET, Properties: { BucketName: { 'Fn::Sub': '${B}${D}' } } },
          S: {
            Type: 'AWS::CloudFormation::Stack',
            Properties: { TemplateURL: 'bomb.json', Parameters: { P: { 'Fn::GetAtt': 'S.Outputs.O' } } },
          },
        },
      ),
    status: 1,
  },
  'all texts that 60 parameters can make together': {
    make: () =>
      template(
        { Parameters: map(60, () => ({ Type: 'String', AllowedValues: ['a', 'b', 'c'] })) },
        {
          B: {
            ...BUCKET,
            Properties: { BucketName: { 'Fn::Join': ['', list(60, (at) => ({ Ref: `K${at}` }))] } },
          },
        },
      ),
    status: 1,
  },
  '100,000 actions in a statement': {
    make: () =>
      template(
        {},
        {
          B: {
            Type: 'AWS::IAM::ManagedPolicy',
            Properties: {
              PolicyDocument: {
                Statement: [{ Effect: 'Allow', Action: list(1e5, (at) => `s3:Get${at}`), Resource: '*' }],
              },
            },
          },
        },
      ),
    status: 0,
    isLong: true,
  },
  'halves of letters': { make: () => template({ Description: '\ud800' }, { '\udfff': BUCKET }), status: 1 },
  'UTF-16': { make: () => Buffer.from(`\ufeff${template({})}`, 'utf16le'), status: 2 },
  'bytes that are no UTF-8': {
    make: () =>
      Buffer.concat([
        Buffer.from('{"Resources":{"'),
        Buffer.from([0xff, 0xed, 0xa0]),
        Buffer.from('":{"Type":"AWS::S3::Bucket"}}}'),
      ]),
    status: 1,
  },
  'a million zeros': { make: () => Buffer.alloc(1e6), status: 2 },
};
