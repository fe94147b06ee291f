import fc from 'fast-check';
import { type Json, type JsonObject, type Step, valueAt } from '../../mutation/json';
import { type Mutant, mutantsOf } from '../../mutation/mutants';

/** A template of one resource. */
function template(properties: JsonObject, type = 'AWS::S3::Bucket', more: JsonObject = {}): JsonObject {
  return { Resources: { One: { Type: type, Properties: properties, ...more } } };
}

/** What an operator makes of the properties of one resource: place and new value. */
function made(operator: string, properties: JsonObject, type?: string): [path: string, to: unknown][] {
  return mutantsOf(template(properties, type))
    .filter((mutant) => mutant.operator === operator)
    .map((mutant) => [
      mutant.at.slice(1).join('.'),
      valueAt(mutant.apply(), ['Resources', 'One', ...mutant.at]),
    ]);
}

const operatorsOf = (properties: JsonObject, type?: string) =>
  mutantsOf(template(properties, type)).map(({ at, operator }) => `${at.slice(1).join('.')} ${operator}`);

describe('drop', () => {
  test('leaves out each property, at any depth, and nothing else', () => {
    const mutants = mutantsOf(template({ A: { B: 'x' }, C: 'y' })).filter(
      ({ operator }) => operator === 'drop',
    );
    const left = mutants.map((mutant) => valueAt(mutant.apply(), ['Resources', 'One', 'Properties']));
    expect(left).toEqual([{ C: 'y' }, { A: {}, C: 'y' }, { A: { B: 'x' } }]);
  });

  test('takes a function of CloudFormation as one value', () => {
    expect(operatorsOf({ A: { 'Fn::Join': ['', ['a', { Ref: 'X' }]] } })).toEqual([
      ' delete-with-stack',
      'A drop',
      ' conditional',
    ]);
  });

  test('looks into both branches of Fn::If', () => {
    expect(made('flip', { A: { 'Fn::If': ['Some', true, { B: 'false' }] } })).toEqual([
      ['A.Fn::If.1', false],
      ['A.Fn::If.2.B', 'true'],
    ]);
  });

  test('drops each item of a list alone', () => {
    const lists = mutantsOf(template({ List: ['a', 'b', 'c'] }))
      .filter(({ operator }) => operator === 'drop-item')
      .map((mutant) => valueAt(mutant.apply(), ['Resources', 'One', 'Properties', 'List']));
    expect(lists).toEqual([
      ['b', 'c'],
      ['a', 'c'],
      ['a', 'b'],
    ]);
  });
});

describe('values', () => {
  test('a Boolean flips, as text too', () => {
    expect(made('flip', { A: true, B: 'false', C: 'yes' })).toEqual([
      ['A', false],
      ['B', 'true'],
    ]);
  });

  test('a number goes to 0, to 1, to a half where less is weaker', () => {
    const numbers = { BackupRetentionPeriod: 35 };
    expect(made('number-zero', numbers)).toEqual([['BackupRetentionPeriod', 0]]);
    expect(made('number-one', numbers)).toEqual([['BackupRetentionPeriod', 1]]);
    expect(made('number-half', numbers)).toEqual([['BackupRetentionPeriod', 17]]);
    expect(made('number-hundredfold', numbers)).toEqual([]);
  });

  test('a number grows where more is weaker, and both ways where its name does not tell', () => {
    expect(operatorsOf({ MaxSessionDuration: 3600 })).toEqual(
      expect.arrayContaining(['MaxSessionDuration number-hundredfold']),
    );
    expect(made('number-zero', { MaxSessionDuration: 3600 })).toEqual([]);
    expect(made('number-zero', { Thing: '4' })).toEqual([['Thing', '0']]);
    expect(made('number-hundredfold', { Thing: '4' })).toEqual([['Thing', '400']]);
  });

  test('an account number and a port are no figures', () => {
    expect(operatorsOf({ Account: '111122223333', FromPort: 443 }).join()).not.toContain('number');
  });

  test('what has a weaker value by the name of its property gets it', () => {
    expect(made('weaken', { SSEAlgorithm: 'aws:kms', Mode: 'COMPLIANCE', TrafficType: 'ALL' })).toEqual([
      ['SSEAlgorithm', 'AES256'],
      ['Mode', 'GOVERNANCE'],
      ['TrafficType', 'REJECT'],
      ['TrafficType', 'ACCEPT'],
    ]);
    expect(
      made('weaken', { Anything: 'aws:kms', SSEAlgorithm: 'AES256', require_secure_transport: 'ON' }),
    ).toEqual([['require_secure_transport', 'OFF']]);
  });

  test('a key of the customer becomes the one of AWS for that service', () => {
    const key = { 'Fn::GetAtt': ['Key', 'Arn'] };
    expect(made('managed-key', { KmsKeyId: key, RoleArn: key }, 'AWS::RDS::DBCluster')).toEqual([
      ['KmsKeyId', 'alias/aws/rds'],
    ]);
  });

  test('two of something become one of it twice', () => {
    const [a, b] = [{ Ref: 'A' }, { Ref: 'B' }];
    expect(made('repeat', { SubnetIds: [a, b] })).toEqual([['SubnetIds.1', a]]);
    expect(
      made(
        'same-zone',
        { AvailabilityZone: { 'Fn::Select': [1, { 'Fn::GetAZs': '' }] } },
        'AWS::EC2::Subnet',
      ),
    ).toEqual([['AvailabilityZone', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }]]);
  });
});

describe('addresses', () => {
  const rule = { CidrIp: '10.0.0.0/16', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };

  test('addresses, ports and protocol become any, one at a time', () => {
    expect(made('widen', { SecurityGroupIngress: [rule] }, 'AWS::EC2::SecurityGroup')).toEqual([
      ['SecurityGroupIngress.0', { ...rule, FromPort: 0, ToPort: 65535 }],
      ['SecurityGroupIngress.0.CidrIp', '0.0.0.0/0'],
      ['SecurityGroupIngress.0.IpProtocol', '-1'],
    ]);
  });

  test('a group as the source becomes everybody', () => {
    const from = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourceSecurityGroupId: { Ref: 'G' } };
    expect(made('open-source', from, 'AWS::EC2::SecurityGroupIngress')).toEqual([
      ['', { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
    ]);
    expect(made('open-source', from, 'AWS::S3::Bucket')).toEqual([]);
  });
});

describe('statements', () => {
  const allow = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:root' },
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: 'arn:aws:s3:::city/*',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' }, StringEquals: { 'aws:SourceAccount': '1' } },
  };
  const deny = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const of = (statement: JsonObject) => ({ PolicyDocument: { Statement: [statement] } });
  const here = 'PolicyDocument.Statement.0';

  test('an Allow opens to anybody, for anything, on anything', () => {
    expect(made('any-principal', of(allow))).toEqual([[here, { ...allow, Principal: '*' }]]);
    expect(made('any-action', of(allow))).toEqual([[here, { ...allow, Action: '*' }]]);
    expect(made('any-resource', of(allow))).toEqual([[here, { ...allow, Resource: '*' }]]);
    expect(made('strange-principal', of(allow))).toHaveLength(1);
  });

  test('less of an Allow is not weaker, but less of its condition is', () => {
    const dropped = operatorsOf(of(allow)).filter((line) => / drop(-item)?$/.test(line));
    expect(dropped).toEqual([
      'PolicyDocument drop',
      'PolicyDocument.Statement drop',
      `${here}.Condition drop`,
      `${here}.Condition.Bool drop`,
      `${here}.Condition.Bool.aws:MultiFactorAuthPresent drop`,
      `${here}.Condition.StringEquals drop`,
      `${here}.Condition.StringEquals.aws:SourceAccount drop`,
    ]);
  });

  test('a condition holds for those without the key, or for any value', () => {
    const { Bool, StringEquals } = allow.Condition;
    expect(made('if-exists', of(allow))).toEqual([
      [`${here}.Condition`, { BoolIfExists: Bool, StringEquals }],
      [`${here}.Condition`, { Bool, StringEqualsIfExists: StringEquals }],
    ]);
    expect(made('any-value', of(allow))).toEqual([
      [`${here}.Condition`, { Bool, StringLike: { 'aws:SourceAccount': '*' } }],
    ]);
  });

  test('a Deny goes, turns, or denies less', () => {
    expect(made('drop-item', of(deny))).toHaveLength(1);
    expect(made('allow-denied', of(deny))).toEqual([[here, { ...deny, Effect: 'Allow' }]]);
    expect(made('narrow-deny', of(deny))).toHaveLength(3);
    expect(made('flip', of(deny))).toEqual([[`${here}.Condition.Bool.aws:SecureTransport`, 'true']]);
  });

  test('a Deny for fewer cases is weaker, for more cases it is not', () => {
    expect(operatorsOf(of(deny)).filter((line) => / drop$/.test(line))).toEqual([
      'PolicyDocument drop',
      'PolicyDocument.Statement drop',
    ]);
    const list = { ...deny, Action: ['s3:DeleteBucket', 's3:PutBucketPolicy'] };
    expect(made('drop-item', of(list)).map(([path]) => path)).toEqual([
      here,
      `${here}.Action.0`,
      `${here}.Action.1`,
    ]);
  });
});

describe('the path of a kind', () => {
  const pathsOf = (properties: JsonObject) =>
    new Set(mutantsOf(template(properties)).map(({ path }) => path));

  test('has the key of an attribute in place of its index', () => {
    expect(pathsOf({ Attributes: [{ Key: 'a.b', Value: 'true' }, 'x'] })).toEqual(
      new Set([
        '',
        'Attributes',
        'Attributes[a.b]',
        'Attributes[a.b].Key',
        'Attributes[a.b].Value',
        'Attributes[*]',
      ]),
    );
  });

  test('says what a statement does', () => {
    const service = { Effect: 'Allow', Principal: { Service: 'logs.amazonaws.com' }, Action: 's3:PutObject' };
    const user = { ...service, Principal: { AWS: '1' } };
    const deny = {
      Effect: 'Deny',
      NotAction: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const statements = [...pathsOf({ Statement: [service, user, deny] })].filter((path) =>
      path.endsWith(']'),
    );
    expect(statements).toEqual([
      'Statement[Allow to service]',
      'Statement[Allow]',
      'Statement[Deny aws:SecureTransport]',
    ]);
  });
});

describe('whole resources', () => {
  const base: JsonObject = {
    Resources: {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
      Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Bucket' } } },
      Late: { Type: 'AWS::SNS::Topic', Properties: {}, DependsOn: ['Policy', 'Bucket'] },
    },
  };
  const whole = (operator: string) => mutantsOf(base).filter((mutant) => mutant.operator === operator);

  test('that nothing refers to go, and with them what waits for them', () => {
    expect(whole('drop-resource').map(({ logicalId }) => logicalId)).toEqual(['Policy', 'Late']);
    expect(whole('drop-resource')[0]?.apply()['Resources']).toEqual({
      Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
      Late: { Type: 'AWS::SNS::Topic', Properties: {}, DependsOn: ['Bucket'] },
    });
  });

  test('may be there only under a condition that nobody knows', () => {
    const [first] = whole('conditional');
    const changed = first?.apply() as JsonObject;
    expect(valueAt(changed, ['Resources', 'Policy', 'Condition'])).toBe('Mutated');
    expect(changed['Conditions']).toEqual({ Mutated: { 'Fn::Equals': [{ Ref: 'Mutation' }, 'yes'] } });
  });

  test('lose the policies by which they are kept', () => {
    const kept = mutantsOf(template({}, 'AWS::S3::Bucket', { DeletionPolicy: 'Retain' }));
    expect(kept.map(({ path, operator }) => [path, operator])).toEqual([
      ['DeletionPolicy', 'drop'],
      ['DeletionPolicy', 'weaken'],
      ['', 'conditional'],
    ]);
  });
});

describe('marks', () => {
  const tag = { Key: 'jichitai:confidentiality', Value: '3' };
  const marked: JsonObject = {
    Metadata: { Jichitai: { Confidentiality: '3' } },
    Resources: { One: { Type: 'AWS::S3::Bucket', Properties: { Tags: [tag] } } },
  };
  const by = (operator: string) =>
    mutantsOf(marked)
      .find((mutant) => mutant.operator === operator)
      ?.apply();

  test('of one resource become lower', () => {
    expect(valueAt(by('lower-mark') as Json, ['Resources', 'One', 'Properties', 'Tags', 0, 'Value'])).toBe(
      '1',
    );
    expect(valueAt(by('lower-mark') as Json, ['Metadata', 'Jichitai', 'Confidentiality'])).toBe('3');
  });

  test('of a template go, or become lower, wherever they are written', () => {
    expect(by('drop-mark')).toEqual({
      Metadata: { Jichitai: {} },
      Resources: { One: { Type: 'AWS::S3::Bucket', Properties: { Tags: [] } } },
    });
    expect(by('lower-marks')).toEqual({
      Metadata: { Jichitai: { Confidentiality: '1' } },
      Resources: { One: { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ ...tag, Value: '1' }] } } },
    });
  });
});

describe('every mutant', () => {
  const leaf = fc.oneof(
    fc.boolean(),
    fc.nat(9999),
    fc.constantFrom('true', 'x', '10.0.0.0/8', 'aws:kms', 'ON', '30', '-1', 'Retain'),
    fc.constantFrom({ Ref: 'Two' }, { 'Fn::GetAtt': ['Two', 'Arn'] }, { Ref: 'AWS::Region' }),
  );
  const key = fc.constantFrom(
    'A',
    'B',
    'KmsKeyId',
    'SSEAlgorithm',
    'Tags',
    'FromPort',
    'ToPort',
    'IpProtocol',
    'Effect',
    'Action',
    'Condition',
    'Principal',
    'MinCapacity',
    '__proto__',
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(key, tie('value')), { maxLength: 5 })
        .map((entries) => Object.fromEntries(entries) as Json),
    ),
  }));
  const templates = fc.tuple(value, value).map(
    ([first, second]): JsonObject => ({
      Resources: {
        One: { Type: 'AWS::S3::Bucket', Properties: { X: first }, DeletionPolicy: 'Retain' },
        Two: { Type: 'AWS::KMS::Key', Properties: { X: second }, DependsOn: 'One' },
      },
    }),
  );

  test('leaves its input as it is and changes it at its place only', () => {
    fc.assert(
      fc.property(templates, (input) => {
        const before = JSON.stringify(input);
        for (const mutant of mutantsOf(input)) {
          const after = mutant.apply();
          expect(JSON.stringify(after)).not.toBe(before);
          if (mutant.operator !== 'drop-resource' && mutant.operator !== 'conditional') {
            expect(JSON.stringify(restored(input, after, mutant))).toBe(before);
          }
        }
        expect(JSON.stringify(input)).toBe(before);
      }),
      { numRuns: 150, seed: 20240214 },
    );
  });

  /** With the old value put back at the place of the mutant: the input again, if nothing else was changed. */
  function restored(input: JsonObject, after: JsonObject, { logicalId, at }: Mutant): Json {
    const place: Step[] = ['Resources', logicalId, ...at];
    const put = (old: Json, changed: Json | undefined, [step, ...rest]: readonly Step[]): Json => {
      if (step === undefined) return old;
      if (Array.isArray(old)) {
        const items = [...(changed as Json[])];
        const next = put(old[Number(step)] as Json, items[Number(step)], rest);
        // A dropped item comes back, a changed one is replaced.
        items.splice(Number(step), rest.length === 0 && items.length < old.length ? 0 : 1, next);
        return items;
      }
      // In the order in which it was written.
      const record = changed as JsonObject;
      return Object.fromEntries(
        [...new Set([...Object.keys(old as object), ...Object.keys(record)])].map((name) => [
          name,
          name === step
            ? put(
                (old as JsonObject)[name] as Json,
                Object.hasOwn(record, name) ? record[name] : undefined,
                rest,
              )
            : (record[name] as Json),
        ]),
      );
    };
    return put(input, after, place);
  }
});
