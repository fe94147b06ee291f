import fc from 'fast-check';
import { isInBackupPlan } from '../../lib/analysis/backups';
import { deploymentOf } from '../helpers/inline';

/**
 * Which plans take in which stores, from indexes, against every selection asked for every store. The words of each are
 * few, so that they meet often.
 */
type Tag = readonly [key: string, value: string];

interface Selection {
  readonly tags: readonly Tag[];
  readonly names: readonly number[];
  readonly pattern: '*' | 'arn:aws:rds:*:*:db:*' | 'arn:aws:dynamodb:*:*:table/*' | undefined;
  readonly conditions: readonly Tag[];
  readonly left: readonly number[];
  /** How long its plan keeps backups, in days. */
  readonly days: number;
}

interface System {
  /** The tags of each store; through a parameter where they are not written out. */
  readonly stores: readonly { readonly tags: readonly Tag[]; readonly isOpen: boolean }[];
  readonly selections: readonly Selection[];
  readonly stackTags: readonly Tag[];
}

const MOST_STORES = 3;
const WANTED_DAYS = 14;

const tag = fc.tuple(fc.constantFrom('backup', 'level'), fc.constantFrom('daily', 'weekly', '1'));
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 });
const none = fc.constant([]);
const store = fc.nat(MOST_STORES - 1);
const system: fc.Arbitrary<System> = fc.record({
  stores: fc.array(
    fc.record({ tags: fc.uniqueArray(tag, { selector: ([key]) => key }), isOpen: fc.boolean() }),
    { minLength: 1, maxLength: MOST_STORES },
  ),
  selections: fc.array(
    fc.record({
      tags: some(tag),
      names: some(store),
      pattern: fc.option(fc.constantFrom('*', 'arn:aws:rds:*:*:db:*', 'arn:aws:dynamodb:*:*:table/*'), {
        nil: undefined,
        freq: 2,
      }),
      conditions: fc.oneof({ weight: 2, arbitrary: none }, some(tag)),
      left: fc.oneof({ weight: 2, arbitrary: none }, some(store)),
      days: fc.constantFrom(7, WANTED_DAYS),
    }) as fc.Arbitrary<Selection>,
    { maxLength: 4 },
  ),
  stackTags: fc.uniqueArray(tag, { selector: ([key]) => key, maxLength: 1 }),
});

/** Even ones are tables, odd ones databases. */
const isTable = (index: number) => index % 2 === 0;

function templateOf({ stores, selections }: System): object {
  const named = (indexes: readonly number[]) =>
    indexes
      .filter((index) => index < stores.length)
      .map((index) => ({ 'Fn::GetAtt': [`Store${index}`, 'Arn'] }));
  return {
    Parameters: { Backup: { Type: 'String' } },
    Resources: Object.fromEntries([
      ...stores.map(({ tags, isOpen }, index) => [
        `Store${index}`,
        {
          Type: isTable(index) ? 'AWS::DynamoDB::Table' : 'AWS::RDS::DBInstance',
          Properties: {
            Tags: [
              ...tags.map(([Key, Value]) => ({ Key, Value })),
              ...(isOpen ? [{ Key: 'open', Value: { Ref: 'Backup' } }] : []),
            ],
          },
        },
      ]),
      ...selections.flatMap(({ tags, names, pattern, conditions, left, days }, index) => [
        [
          `Plan${index}`,
          {
            Type: 'AWS::Backup::BackupPlan',
            Properties: { BackupPlan: { BackupPlanRule: [{ Lifecycle: { DeleteAfterDays: days } }] } },
          },
        ],
        [
          `Selection${index}`,
          {
            Type: 'AWS::Backup::BackupSelection',
            Properties: {
              BackupPlanId: { Ref: `Plan${index}` },
              BackupSelection: {
                ListOfTags: tags.map(([ConditionKey, ConditionValue]) => ({ ConditionKey, ConditionValue })),
                Resources: [...named(names), ...(pattern === undefined ? [] : [pattern])],
                ...(left.length === 0 ? {} : { NotResources: named(left) }),
                ...(conditions.length === 0
                  ? {}
                  : {
                      Conditions: {
                        StringEquals: conditions.map(([key, ConditionValue]) => ({
                          ConditionKey: `aws:ResourceTag/${key}`,
                          ConditionValue,
                        })),
                      },
                    }),
              },
            },
          },
        ],
      ]),
    ]),
  };
}

function isTakenIn({ stores, selections, stackTags }: System, index: number): boolean {
  const all = [...(stores[index]?.tags ?? []), ...stackTags];
  const has = ([key, value]: Tag) => all.some((other) => other[0] === key && other[1] === value);
  return selections.some(
    ({ tags, names, pattern, conditions, left, days }) =>
      days >= WANTED_DAYS &&
      (tags.some(has) ||
        names.includes(index) ||
        pattern === '*' ||
        pattern === (isTable(index) ? 'arn:aws:dynamodb:*:*:table/*' : 'arn:aws:rds:*:*:db:*')) &&
      conditions.every(has) &&
      !left.includes(index),
  );
}

test('a store is in a plan exactly where a selection that keeps long enough takes it in', () => {
  fc.assert(
    fc.property(system, (given) => {
      const deployment = deploymentOf({
        body: templateOf(given),
        stack: { tags: Object.fromEntries(given.stackTags) },
      });
      const found = given.stores.map((_, index) => {
        const resource = deployment.templates[0]?.resources.get(`Store${index}`);
        if (resource === undefined) throw new Error('the store is missing');
        const { holds, breaks } = isInBackupPlan(resource, WANTED_DAYS);
        return { holds: holds.isAlways, breaks: breaks.isAlways };
      });
      expect(found).toEqual(
        given.stores.map((_, index) => {
          const expected = isTakenIn(given, index);
          return { holds: expected, breaks: !expected };
        }),
      );
    }),
    { numRuns: 500 },
  );
});
