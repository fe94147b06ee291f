import fc from 'fast-check';
import { Marks } from '../../lib/analysis/marks';
import { BELONGS_BY, parentsOf } from '../../lib/analysis/parents';
import { mayOccur } from '../../lib/analysis/written-marks';
import { fieldsAt } from '../../lib/model/deployment';
import type { Resource } from '../../lib/model/resource';
import { MARKS, type MarkName } from '../../lib/policy/zones';
import { deploymentOf } from '../helpers/inline';

const NAMES = Object.keys(MARKS) as MarkName[];

type Tag = readonly [key: string, value: string];

const tag: fc.Arbitrary<Tag> = fc.tuple(
  fc.constantFrom(...NAMES.map((name) => MARKS[name].tag), 'Owner', 'Name'),
  fc.constantFrom('my-number', 'lgwan', 'production', 'development', '1', '2', '', 'x', 'Ref'),
);
const tags = fc.array(tag, { maxLength: 6 });

/** The same text for the evaluator, and nothing that is written out. */
const computed = (text: string) => ({ 'Fn::Join': ['', [text]] });

function templateOf(
  of: readonly (readonly Tag[])[],
  asMap: readonly boolean[],
  value: (text: string) => unknown,
) {
  const resources = of.map((list, at) => {
    const written = asMap[at]
      ? Object.fromEntries(list.map(([key, text]) => [key, value(text)]))
      : list.map(([Key, text]) => ({ Key, Value: value(text) }));
    const parent = at === 0 ? {} : { VpcId: { Ref: `R${at - 1}` } };
    return [`R${at}`, { Type: 'AWS::X::Y', Properties: { ...parent, Tags: written } }];
  });
  return { Resources: Object.fromEntries(resources), Metadata: { Jichitai: { Availability: '2' } } };
}

function marksIn(template: object): unknown {
  const deployment = deploymentOf(template);
  const marks = new Marks({ zoneOf: {} } as never, 'internet');
  const all = [...(deployment.templates[0]?.resources.values() ?? [])];
  return all.map((resource) =>
    NAMES.map((name) => [
      marks.of(resource, name),
      marks.declared(resource, name),
      marks.isDeclared(resource, name).evidence,
      marks.inZone(resource, ['my-number', 'lgwan']).evidence,
      marks.single(resource, name),
    ]),
  );
}

describe('what is written out', () => {
  test('has the marks that it has when it is worked out', () => {
    fc.assert(
      fc.property(
        fc.array(tags, { minLength: 1, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (of, asMap) => {
          expect(marksIn(templateOf(of, asMap, (text) => text))).toEqual(
            marksIn(templateOf(of, asMap, computed)),
          );
        },
      ),
    );
  });

  test('holds no mark where none may occur', () => {
    fc.assert(
      fc.property(fc.array(tags, { minLength: 1, maxLength: 4 }), fc.boolean(), (of, isComputed) => {
        const template = templateOf(of, [], isComputed ? computed : (text) => text);
        const deployment = deploymentOf(template);
        const marks = new Marks({ zoneOf: {} } as never);
        for (const name of NAMES) {
          const isThere = deployment.resources.some((resource) =>
            marks.of(resource, name).some(({ value, fault }) => value !== undefined || fault !== undefined),
          );
          if (!mayOccur(name, deployment)) expect(isThere).toBe(false);
          // Written out, it is told exactly.
          expect(mayOccur(name, deployment)).toBe(
            name === 'availability' || of.some((list) => list.some(([key]) => key === MARKS[name].tag)),
          );
        }
      }),
    );
  });
});

const OTHERS = ['Other', 'Self'];
const end: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...OTHERS).map((name) => ({ Ref: name })),
  fc.constantFrom(...OTHERS).map((name) => ({ 'Fn::GetAtt': [name, 'Arn'] })),
  fc.constantFrom('vpc-1', '', '{{resolve:ssm:x}}', 7, true, null),
  fc.constant({ Ref: 'P' }),
  fc.constant({ Ref: 'List' }),
  fc.constant({ Ref: 'AWS::NoValue' }),
  fc.constant({ 'Fn::If': ['C', { Ref: 'Other' }, 'vpc-2'] }),
  fc.constant({ 'Fn::Split': [',', 'a,b'] }),
  fc.constant({ a: { b: 'c' } }),
);
const value = fc.oneof(end, fc.array(fc.oneof(end, fc.array(end, { maxLength: 2 })), { maxLength: 3 }));

/** What a path leads to, by the fields alone. */
function byFields(resource: Resource) {
  const fields = BELONGS_BY.flatMap((path) => fieldsAt(resource, path));
  return {
    parents: fields
      .flatMap((field) => field.references())
      .filter((one) => one.value.resource !== resource)
      .map((one) => [one.value.resource.id, one.when.id]),
    external: fields.flatMap((field) => field.strings().map(({ text }) => text)),
  };
}

test('what a resource belongs to is what its fields say', () => {
  const path = fc.constantFrom(
    'VpcId',
    'SubnetIds',
    'Bucket',
    'GroupId',
    'VpcConfig.SubnetIds',
    'VPCOptions.SubnetIds',
    'NetworkConfiguration.AwsvpcConfiguration.Subnets',
    'SubnetMappings',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(path, value, fc.nat(3)), { maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      (written, isConditional, hasTransform) => {
        const properties: Record<string, unknown> = hasTransform ? { 'Fn::Transform': { Name: 'X' } } : {};
        for (const [where, what, cut] of written) {
          const keys = where.split('.');
          // Now and then what is above the last key is no object.
          const kept = cut === 0 ? keys.slice(0, 1) : keys;
          properties[kept[0] as string] = kept
            .slice(1)
            .reduceRight<unknown>((so, key) => ({ [key]: so }), what);
        }
        const deployment = deploymentOf({
          Parameters: { P: { Type: 'String' }, List: { Type: 'CommaDelimitedList', Default: 'a,b' } },
          Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
          Resources: {
            Other: { Type: 'AWS::EC2::VPC' },
            Self: {
              Type: 'AWS::X::Y',
              Properties: properties,
              ...(isConditional ? { Condition: 'C' } : {}),
            },
          },
        });
        const self = deployment.templates[0]?.resources.get('Self') as Resource;
        const { parents, external } = parentsOf(self);
        expect({ parents: parents.map(({ resource, when }) => [resource.id, when.id]), external }).toEqual(
          byFields(self),
        );
      },
    ),
  );
});
