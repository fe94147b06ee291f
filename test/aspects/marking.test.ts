import { App, Stack, Stage, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { Environment, Party, Zone, ZoneMarking } from '../../aspects';

beforeAll(() => {
  // CDK's own checks take seconds, and are not what is tested.
  process.env['CDK_VALIDATION'] = 'false';
});

const tagsOf = (stack: Stack) =>
  Object.fromEntries(
    Object.values(Template.fromStack(stack).findResources('AWS::S3::Bucket')).flatMap(({ Properties }) =>
      (Properties?.['Tags'] ?? []).map(({ Key, Value }: { Key: string; Value: string }) => [Key, Value]),
    ),
  );
const metadataOf = (stack: Stack) => Template.fromStack(stack).toJSON()['Metadata']?.Jichitai;

test('marks resources by tags, and the template by metadata', () => {
  const stack = new Stack();
  new CfnBucket(stack, 'Bucket');
  stack.templateOptions.metadata = { Other: 1 };
  ZoneMarking.of(stack).declare({
    zone: Zone.MY_NUMBER,
    confidentiality: 3,
    integrity: 2,
    availability: 2,
    environment: Environment.PRODUCTION,
    party: Party.VENDOR,
    plannedUseUntil: '2029-03-31',
  });
  expect(tagsOf(stack)).toEqual({
    'jichitai:zone': 'my-number',
    'jichitai:confidentiality': '3',
    'jichitai:integrity': '2',
    'jichitai:availability': '2',
    'jichitai:environment': 'production',
    'jichitai:party': 'vendor',
    'jichitai:planned-use-until': '2029-03-31',
  });
  expect(Template.fromStack(stack).toJSON()['Metadata']).toEqual({
    Other: 1,
    Jichitai: {
      Zone: 'my-number',
      Confidentiality: 3,
      Integrity: 2,
      Availability: 2,
      Environment: 'production',
      Party: 'vendor',
      PlannedUseUntil: '2029-03-31',
    },
  });
});

test.each(['outer first', 'inner first'])('an inner declaration wins, key by key: %s', (order) => {
  const app = new App();
  const stage = new Stage(app, 'Stage');
  const stack = new Stack(stage, 'Stack');
  new CfnBucket(stack, 'Bucket');
  const steps = [
    () => ZoneMarking.of(app).declare({ zone: Zone.INTERNET, confidentiality: 1, integrity: 1 }),
    () => ZoneMarking.of(stage).declare({ zone: Zone.LGWAN, confidentiality: 2 }),
    () => ZoneMarking.of(stack).declare({ zone: Zone.MY_NUMBER }),
  ];
  for (const step of order === 'outer first' ? steps : steps.reverse()) step();
  expect(tagsOf(stack)).toEqual({
    'jichitai:zone': 'my-number',
    'jichitai:confidentiality': '2',
    'jichitai:integrity': '1',
  });
  expect(metadataOf(stack)).toEqual({ Zone: 'my-number', Confidentiality: 2, Integrity: 1 });
});

test('stacks that are added after the declaration are marked', () => {
  const app = new App();
  ZoneMarking.of(app).declare({ zone: Zone.LGWAN });
  expect(metadataOf(new Stack(app, 'Late'))).toEqual({ Zone: 'lgwan' });
});

test('a Stage that is added after the declaration is not passed over in silence', () => {
  const app = new App();
  ZoneMarking.of(app).declare({ zone: Zone.LGWAN });
  new Stack(new Stage(app, 'Late'), 'Stack');
  expect(() => app.synth()).toThrow('does not reach the Stage `Late`');
});

test('a Stage that has a declaration of its own may be added later', () => {
  const app = new App();
  ZoneMarking.of(app).declare({ zone: Zone.LGWAN });
  const stage = new Stage(app, 'Late');
  new Stack(stage, 'Stack');
  ZoneMarking.of(stage).declare({ zone: Zone.INTERNET });
  expect(() => app.synth()).not.toThrow();
});

test('a construct in a stack is marked by tags alone', () => {
  const stack = new Stack();
  const part = new Construct(stack, 'Part');
  new CfnBucket(part, 'Bucket');
  ZoneMarking.of(part).declare({ zone: Zone.MY_NUMBER });
  expect(tagsOf(stack)).toEqual({ 'jichitai:zone': 'my-number' });
  expect(metadataOf(stack)).toBeUndefined();
});

test('a plain tag means the same as the zone of a declaration', () => {
  const stack = new Stack();
  new CfnBucket(stack, 'Bucket');
  Tags.of(stack).add('jichitai:zone', Zone.MY_NUMBER);
  expect(tagsOf(stack)).toEqual({ 'jichitai:zone': 'my-number' });
});

test('all wrong values are named at once', () => {
  const declare = () =>
    ZoneMarking.of(new Stack()).declare({
      zone: 'dmz' as Zone,
      confidentiality: 4,
      integrity: 0,
      availability: 1.5,
      environment: 'prod' as Environment,
      party: 'nobody' as Party,
      plannedUseUntil: '2029-02-30',
    });
  for (const prop of [
    'zone',
    'confidentiality',
    'integrity',
    'availability',
    'environment',
    'party',
    'plannedUseUntil',
  ]) {
    expect(declare).toThrow(`\`${prop}\``);
  }
  expect(() => ZoneMarking.of(new Stack()).declare({} as never)).toThrow('`zone` is missing');
});
