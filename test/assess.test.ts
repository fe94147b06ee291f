import { Claim } from '../lib/model/claim';
import { GuardLimitError } from '../lib/model/guard';
import { atLeast, equals } from '../lib/model/requirement';
import { defineDeploymentRule, defineRule, type ResourceRule } from '../lib/rules/define';
import { assessInline } from './helpers/inline';

const TEXT = { ja: '規則', en: 'rule' };
const declaration = { clauses: ['7.1(6)①'], title: TEXT, why: TEXT, fix: TEXT, cdk: TEXT };

function rule(check: ResourceRule['check'], more: Partial<ResourceRule> = {}): ResourceRule {
  return defineRule({ id: 'Example', ...declaration, resources: ['AWS::Logs::LogGroup'], check, ...more });
}

const days = rule((group) => group.get('RetentionInDays').must(atLeast(365)));
const log = (RetentionInDays?: unknown, more: object = {}) => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: RetentionInDays === undefined ? {} : { RetentionInDays },
  ...more,
});

test('each resource has one result, and compliant ones are counted', () => {
  const { summary, findings, blocking } = assessInline([days], [{ Resources: { A: log(400), B: log(30) } }]);
  expect(summary).toMatchObject({ resources: 2, rules: 1, compliant: 1, violation: 1, undetermined: 0 });
  expect(findings.map(({ resource }) => resource.logicalId)).toEqual(['B']);
  expect(blocking).toBe(true);
});

test('a rule that fails is a finding that blocks, and the others go on', () => {
  const broken = rule(
    () => {
      throw new TypeError('broken inside');
    },
    { id: 'Broken', duty: 'should' },
  );
  const { findings, blocking } = assessInline([broken, days], [{ Resources: { A: log(30) } }]);
  expect(findings).toEqual([
    expect.objectContaining({ rule: 'Broken', verdict: 'undetermined', severity: 'error', blocking: true }),
    expect.objectContaining({ rule: 'Example', verdict: 'violation' }),
  ]);
  expect(findings[0]?.message.en).toContain('broken inside');
  expect(blocking).toBe(true);
});

test('a deployment rule that fails blocks as well', () => {
  const broken = defineDeploymentRule({
    id: 'Broken',
    ...declaration,
    checkDeployment: () => {
      throw new Error('broken inside');
    },
  });
  const { blocking, findings } = assessInline([broken], [{ Resources: { A: log(400) } }]);
  expect(findings).toEqual([expect.objectContaining({ verdict: 'undetermined', blocking: true })]);
  expect(blocking).toBe(true);
});

test('it blocks whatever its duty, and whatever the profile makes of undetermined results', () => {
  const broken = defineDeploymentRule({
    id: 'Broken',
    ...declaration,
    duty: 'should',
    checkDeployment: () => {
      throw new Error('broken inside');
    },
  });
  const profile = { rules: { Broken: { undetermined: 'report' as const } } };
  expect(assessInline([broken], [{ Resources: { A: log(400) } }], { profile }).findings).toEqual([
    expect.objectContaining({ severity: 'error', blocking: true }),
  ]);
});

test('conditions that cannot be decided leave the rule undetermined', () => {
  const entangled = rule(() => {
    throw new GuardLimitError('too many');
  });
  expect(assessInline([entangled], [{ Resources: { A: log(400) } }]).findings).toEqual([
    expect.objectContaining({ verdict: 'undetermined', blocking: true }),
  ]);
});

describe('conditions', () => {
  const template = (resources: object) => ({
    Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
    Conditions: {
      Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] },
      Test: { 'Fn::Equals': [{ Ref: 'Env' }, 'test'] },
      Never: { 'Fn::And': [{ Condition: 'Production' }, { Condition: 'Test' }] },
    },
    Resources: resources,
  });

  test('a resource is judged under its own condition only', () => {
    const value = { 'Fn::If': ['Production', 400, 30] };
    const { findings, summary } = assessInline(
      [days],
      [template({ A: log(value, { Condition: 'Production' }), B: log(value, { Condition: 'Test' }) })],
    );
    expect(summary.compliant).toBe(1);
    expect(findings).toEqual([expect.objectContaining({ verdict: 'violation' })]);
    expect(findings[0]?.resource.logicalId).toBe('B');
    expect(findings[0]?.message.en).toContain('when Env is "test"');
  });

  test('a resource whose condition contradicts itself is not judged', () => {
    const { summary } = assessInline([days], [template({ A: log(30, { Condition: 'Never' }) })]);
    expect(summary).toMatchObject({ violation: 0, compliant: 0, notApplicable: 1 });
  });
});

describe('where a rule applies', () => {
  const myNumber = rule(days.check, { appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 } });
  const verdict = (metadata: object, retention: number) => {
    const { summary } = assessInline(
      [myNumber],
      [{ Metadata: { Jichitai: metadata }, Resources: { A: log(retention) } }],
    );
    return (['compliant', 'violation', 'undetermined', 'notApplicable'] as const).find(
      (name) => summary[name] === 1,
    );
  };

  test.each([
    ['in its zone', { Zone: 'my-number', Confidentiality: 1 }, 30, 'violation'],
    ['in another zone, by classification', { Zone: 'internet', Confidentiality: 2 }, 30, 'violation'],
    ['in another zone, of public information', { Zone: 'internet', Confidentiality: 1 }, 30, 'notApplicable'],
    ['in another zone, of undeclared classification', { Zone: 'internet' }, 30, 'undetermined'],
    ['nowhere in particular, met', {}, 400, 'compliant'],
    ['nowhere in particular, not met', {}, 30, 'undetermined'],
    ['in a zone that there is not', { Zone: 'mynumber', Confidentiality: 1 }, 30, 'undetermined'],
  ])('%s', (_name, metadata, retention, expected) => {
    expect(verdict(metadata, retention)).toBe(expected);
  });

  test('a zone chosen by a parameter makes a violation under that choice', () => {
    const { findings } = assessInline(
      [myNumber],
      [
        {
          Parameters: { Zone: { Type: 'String', AllowedValues: ['my-number', 'internet'] } },
          Metadata: { Jichitai: { Confidentiality: 1 } },
          Resources: {
            A: {
              Type: 'AWS::Logs::LogGroup',
              Properties: { RetentionInDays: 30, Tags: [{ Key: 'jichitai:zone', Value: { Ref: 'Zone' } }] },
            },
          },
        },
      ],
    );
    expect(findings).toEqual([expect.objectContaining({ verdict: 'violation' })]);
    expect(findings[0]?.message.en).toContain('when Zone is "my-number"');
  });
});

describe('severity', () => {
  const template = {
    Parameters: { Days: { Type: 'Number' } },
    Resources: { A: log(30), B: log({ Ref: 'Days' }) },
  };
  const outcome = (given: ResourceRule, rules = {}) =>
    assessInline([given], [template], { profile: { rules } }).findings.map(
      ({ verdict, severity, blocking }) => [verdict, severity, blocking],
    );

  test.each([
    [
      'a must blocks, undetermined too',
      days,
      {},
      [
        ['violation', 'error', true],
        ['undetermined', 'error', true],
      ],
    ],
    [
      'a should warns',
      rule(days.check, { duty: 'should' }),
      {},
      [
        ['violation', 'warning', false],
        ['undetermined', 'warning', false],
      ],
    ],
    [
      'a profile can make a must a warning',
      days,
      { Example: { severity: 'warning' } },
      [
        ['violation', 'warning', false],
        ['undetermined', 'warning', false],
      ],
    ],
    [
      'a profile can let undetermined results pass',
      days,
      { Example: { undetermined: 'report' } },
      [
        ['violation', 'error', true],
        ['undetermined', 'error', false],
      ],
    ],
  ] as const)('%s', (_name, given, rules, expected) => {
    expect(outcome(given, rules)).toEqual(expected);
  });

  test('evidence needed informs and does not block', () => {
    const needed = rule((group) => group.get('LogGroupName').states('needed', TEXT, TEXT));
    expect(outcome(needed)).toEqual([
      ['evidence', 'info', false],
      ['evidence', 'info', false],
    ]);
  });
});

test('what makes up for a missing property leaves nothing to show', () => {
  const either = rule((group) =>
    group
      .get('RetentionInDays')
      .must(equals(400))
      .or(group.get('X').states('needed', TEXT, TEXT)),
  );
  expect(assessInline([either], [{ Resources: { A: log(400), B: log(1) } }]).summary).toMatchObject({
    compliant: 1,
    evidence: 1,
  });
});

test('a claim of nothing at all is compliant: a rule that asks nothing finds nothing', () => {
  expect(assessInline([rule(() => Claim.HOLDS)], [{ Resources: { A: log() } }]).summary.compliant).toBe(1);
});

describe('a new rule', () => {
  const announced = { ...days, enforcedFrom: '1.10.0' };
  const at = (version: string, profile = {}) =>
    assessInline([announced], [{ Resources: { A: log(30) } }], { version, profile });

  test.each(['1.9.3', '0.11.0', '1.2.10', '1.9.0-rc.1'])('warns in version %s, and says so', (version) => {
    const { findings, blocking } = at(version);
    expect(findings).toEqual([
      expect.objectContaining({ verdict: 'violation', severity: 'warning', blocking: false }),
    ]);
    expect(findings[0]?.message.en).toContain('blocks from version 1.10.0');
    expect(findings[0]?.message.ja).toContain('版1.10.0から必須となる');
    expect(blocking).toBe(false);
  });

  test.each(['1.10.0', '1.10.1', '2.0.0'])('blocks in version %s', (version) => {
    const { findings, blocking } = at(version);
    expect(findings[0]).toMatchObject({ severity: 'error', blocking: true });
    expect(findings[0]?.message.en).not.toContain('new rule');
    expect(blocking).toBe(true);
  });

  test('blocks at once where the profile wants it to', () => {
    expect(at('1.9.0', { rules: { Example: { severity: 'error' } } }).blocking).toBe(true);
  });
});
