import { Claim } from '../model/claim';
import type { Deployment } from '../model/deployment';
import type { Field, Items } from '../model/field';
import { ALWAYS, NEVER } from '../model/guard';
import { atLeast, empty, oneOf, satisfying } from '../model/requirement';
import type { Resource } from '../model/resource';
import { own } from '../model/template';
import type { Known, Value } from '../model/value';
import { bucketsAt, mentions } from './buckets';
import { withEvidence } from './evidence';
import { patternCovers, patternsMeet } from './policy-document';

const UNDETERMINED = new Claim(NEVER, NEVER);

/** All ARNs of each kind of store. */
const ARNS: Readonly<Record<string, string>> = {
  'AWS::RDS::DBCluster': 'arn:aws:rds:*:*:cluster:*',
  'AWS::RDS::DBInstance': 'arn:aws:rds:*:*:db:*',
  'AWS::DocDB::DBCluster': 'arn:aws:rds:*:*:cluster:*',
  'AWS::Neptune::DBCluster': 'arn:aws:rds:*:*:cluster:*',
  'AWS::DynamoDB::Table': 'arn:aws:dynamodb:*:*:table/*',
  'AWS::DynamoDB::GlobalTable': 'arn:aws:dynamodb:*:*:table/*',
  'AWS::EFS::FileSystem': 'arn:aws:elasticfilesystem:*:*:file-system/*',
  'AWS::FSx::FileSystem': 'arn:aws:fsx:*:*:file-system/*',
  'AWS::S3::Bucket': 'arn:aws:s3:::*',
  'AWS::Redshift::Cluster': 'arn:aws:redshift:*:*:cluster:*',
  'AWS::RedshiftServerless::Namespace': 'arn:aws:redshift-serverless:*:*:namespace/*',
  'AWS::Timestream::Table': 'arn:aws:timestream:*:*:database/*/table/*',
  'AWS::EC2::Volume': 'arn:aws:ec2:*:*:volume/*',
  'AWS::EC2::Instance': 'arn:aws:ec2:*:*:instance/*',
};

/** States that a plan of AWS Backup takes in a store and keeps its backups for some days. */
export function isInBackupPlan(store: Resource, days: number): Claim {
  return isInPlanThat(store, (selection) => keepsOf(selection, days));
}

/** States that a plan of AWS Backup takes in a store, and that something holds of the plan of that selection. */
export function isInPlanThat(store: Resource, planClaim: (selection: Resource) => Claim): Claim {
  const claim = Claim.any(eachPlan(selectionsFor(store), store, planClaim));
  const open = claim.explained(
    'AWS::Backup::BackupSelection',
    { ja: '含むかどうか定まらない計画', en: 'a plan that may or may not take it in' },
    { ja: 'バックアップの計画への指定', en: 'selected by a backup plan' },
    store.at,
  );
  // That no plan selects it is only one of two ways to say that it is not backed up.
  return withEvidence(
    open,
    open.evidence.filter(({ outcome }) => outcome === 'undetermined'),
  );
}

interface Selections {
  /** Those that name nothing but resources, by the resource. */
  readonly byStore: ReadonlyMap<Resource, readonly Resource[]>;
  /** Those that may take in any store. */
  readonly open: readonly Resource[];
}

const SELECTIONS = new WeakMap<Deployment, Selections>();

/** Selections that may take in a store: of many most name the stores of their own stack. */
function selectionsFor(store: Resource): readonly Resource[] {
  const { deployment } = store;
  let selections = SELECTIONS.get(deployment);
  if (selections === undefined) {
    selections = sorted(deployment.ofType('AWS::Backup::BackupSelection'));
    SELECTIONS.set(deployment, selections);
  }
  const named = selections.byStore.get(store);
  return named === undefined ? selections.open : [...named, ...selections.open];
}

function sorted(all: readonly Resource[]): Selections {
  const byStore = new Map<Resource, Resource[]>();
  const open: Resource[] = [];
  for (const selection of all) {
    const named = namedOnly(selection.get('BackupSelection'));
    if (named === undefined) open.push(selection);
    else
      for (const store of named) {
        const list = byStore.get(store);
        if (list === undefined) byStore.set(store, [selection]);
        else list.push(selection);
      }
  }
  return { byStore, open };
}

/** The resources that a selection takes in; undefined where it says anything else than their references. */
function namedOnly(body: Field): ReadonlySet<Resource> | undefined {
  if (!body.get('ListOfTags').isAbsent) return undefined;
  const { known } = body.get('Resources').items();
  if (body.get('Resources').only(({ kind }) => kind === 'unknown') !== undefined) return undefined;
  const named = new Set<Resource>();
  for (const item of known) {
    for (const { value } of item.alternatives) {
      if (value.kind !== 'reference') return undefined;
      named.add(value.resource);
    }
  }
  return named;
}

/** One by one, since the first plan that takes the store in is enough. */
function* eachPlan(
  selections: readonly Resource[],
  store: Resource,
  planClaim: (selection: Resource) => Claim,
): Generator<Claim> {
  for (const selection of selections) {
    const selected = selects(selection, store);
    // Nothing further can change it; why is not told.
    yield selected.breaks.isAlways
      ? Claim.BREAKS
      : selected.and(planClaim(selection)).and(Claim.when(selection.exists));
  }
}

const KEPT = new WeakMap<Resource, Map<number, Claim>>();

function keepsOf(selection: Resource, days: number): Claim {
  let byDays = KEPT.get(selection);
  if (byDays === undefined) {
    byDays = new Map();
    KEPT.set(selection, byDays);
  }
  let claim = byDays.get(days);
  if (claim === undefined) {
    claim = keeps(selection.get('BackupPlanId'), days);
    byDays.set(days, claim);
  }
  return claim;
}

function keeps(plan: Field, days: number): Claim {
  return ofPlan(plan, (found) => rulesOf(found).some((rule) => keepsFor(rule, days)));
}

/** The rules of a plan of AWS Backup. */
export function rulesOf(plan: Resource): Items {
  return plan.get('BackupPlan.BackupPlanRule').items();
}

/** States that a rule or a copy of it is kept for some days. Without an end recovery points are kept for ever. */
export function keepsFor(kept: Field, days: number): Claim {
  return kept
    .get('Lifecycle.DeleteAfterDays')
    .orDefault(Number.POSITIVE_INFINITY)
    .must(atLeast(days, { ja: '日', en: ' days' }));
}

/** A statement about the plan that a selection belongs to; undetermined where that lies elsewhere. */
export function ofPlan(plan: Field, claim: (found: Resource) => Claim): Claim {
  return Claim.any(
    plan.alternatives.map(({ when, value }) => {
      const found = value.kind === 'reference' && value.resource.type === 'AWS::Backup::BackupPlan';
      return (found ? claim(value.resource) : UNDETERMINED).and(Claim.when(when));
    }),
  );
}

const SELECTS = new WeakMap<Resource, WeakMap<Resource, Claim>>();

/** Several rules ask it of the same pairs. */
function selects(selection: Resource, store: Resource): Claim {
  let byStore = SELECTS.get(selection);
  if (byStore === undefined) {
    byStore = new WeakMap();
    SELECTS.set(selection, byStore);
  }
  let claim = byStore.get(store);
  if (claim === undefined) {
    claim = findSelection(selection, store);
    byStore.set(store, claim);
  }
  return claim;
}

function findSelection(selection: Resource, store: Resource): Claim {
  const body = selection.get('BackupSelection');
  const byArn = body
    .get('Resources')
    .items()
    .some((item) => item.must(satisfying({ ja: '', en: '' }, (value) => namesStore(value, store))));
  const byTag = body
    .get('ListOfTags')
    .items()
    .some((tag) => hasTag(store, tag.get('ConditionKey').literal, tag.get('ConditionValue')));
  const left = body
    .get('NotResources')
    .items()
    .some((item) => item.must(satisfying({ ja: '', en: '' }, (value) => namesStore(value, store))));
  return byArn
    .or(byTag)
    .and(meets(body.get('Conditions'), store))
    .and(left.not());
}

/** Conditions on tags, all of which must be met. Those with wildcards and with Not are not worked out. */
function meets(conditions: Field, store: Resource): Claim {
  const prefix = 'aws:ResourceTag/';
  const equal = conditions
    .get('StringEquals')
    .items()
    .every((condition) => {
      const key = String(condition.get('ConditionKey').literal ?? '');
      return key.startsWith(prefix)
        ? hasTag(store, key.slice(prefix.length), condition.get('ConditionValue'))
        : UNDETERMINED;
    });
  const others = ['StringLike', 'StringNotEquals', 'StringNotLike'].map((operator) => {
    const none = conditions.get(operator).must(empty);
    return new Claim(none.holds, NEVER);
  });
  return Claim.all([equal, ...others]);
}

function namesStore(value: Value, store: Resource): 'holds' | 'breaks' | 'undetermined' {
  if (mentions(value, store)) return 'holds';
  if (bucketsAt(store.deployment, value).some(({ bucket }) => bucket === store)) return 'holds';
  const all = ARNS[store.type];
  if (value.kind === 'known') {
    const pattern = String(value.value);
    if (all === undefined || !pattern.includes('*')) return 'breaks';
    if (patternCovers(pattern, all.replaceAll('*', 'x'))) return 'holds';
    // A pattern that is narrower than the kind may fit this one or not.
    return patternsMeet(pattern, all) ? 'undetermined' : 'breaks';
  }
  return value.kind === 'reference' ? 'breaks' : 'undetermined';
}

const TAGGED = new WeakMap<Resource, Map<string, Claim>>();

/** A tag on the resource itself, or on its stack. Many selections ask for the same one. */
export function hasTag(store: Resource, name: Known['value'] | undefined, wanted: Field): Claim {
  if (name === undefined || wanted.alternatives.some(({ value }) => value.kind !== 'known'))
    return UNDETERMINED;
  const key = JSON.stringify([name, ...wanted.strings().map(({ text }) => text)]);
  let tagged = TAGGED.get(store);
  if (tagged === undefined) {
    tagged = new Map();
    TAGGED.set(store, tagged);
  }
  let claim = tagged.get(key);
  if (claim === undefined) {
    claim = findTag(store, name, wanted);
    tagged.set(key, claim);
  }
  return claim;
}

function findTag(store: Resource, name: Known['value'], wanted: Field): Claim {
  const expected = oneOf(...wanted.strings().map(({ text }) => text));
  const properties = ['Tags', 'FileSystemTags'].filter(
    (property) => store.rawProperty(property) !== undefined,
  );
  const onResource = Claim.any(
    properties.map((property) => {
      const tags = store.get(property);
      const inMap = tags.keys().includes(String(name))
        ? tags.child(String(name)).must(expected)
        : Claim.BREAKS;
      const inList = tags
        .items()
        .some((item) => item.get('Key').must(oneOf(name)).and(item.get('Value').must(expected)));
      return inMap.or(inList);
    }),
  );
  const stackTag = own(store.template.stack.tags, String(name));
  const onStack = wanted.strings().some(({ text }) => text === stackTag);
  return onResource.or(Claim.when(onStack ? ALWAYS : NEVER));
}
