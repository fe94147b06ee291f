import { Claim } from '../model/claim';
import type { Deployment } from '../model/deployment';
import type { Field } from '../model/field';
import { ALWAYS, NEVER } from '../model/guard';
import { empty, satisfying } from '../model/requirement';
import type { Resource } from '../model/resource';
import type { Value } from '../model/value';
import { bucketsAt, mentions } from './buckets';
import { patternCovers, patternsMeet } from './policy-document';
import { hasTag, TAGS_OF_STORES, type WrittenTag, writtenTags } from './tags';

const UNDETERMINED = new Claim(NEVER, NEVER);
const NONE: readonly never[] = [];

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

/** Something that is asked of the plan of a selection. Each is an object of its own, since answers are kept by it. */
export type PlanQuestion = (selection: Resource) => Claim;

/**
 * Whether a selection of AWS Backup takes in a store whose plan answers a question; without evidence. Systems have as
 * many selections as they have stores of data, so what is looked at for each pair is only what no index can tell.
 */
export function selectedWhere(store: Resource, question: PlanQuestion): Claim {
  const { deployment } = store;
  let answers = ANSWERS.get(deployment);
  if (answers === undefined) {
    answers = new Map();
    ANSWERS.set(deployment, answers);
  }
  let answer = answers.get(question);
  if (answer === undefined) {
    answer = new Answer(selectionsOf(deployment), question);
    answers.set(question, answer);
  }
  return answer.for(store);
}

const ANSWERS = new WeakMap<Deployment, Map<PlanQuestion, Answer>>();

/** The selections of a deployment by what they say, and all of them. */
interface Selections {
  /** By a resource that they name, alone or beside others. */
  readonly byStore: ReadonlyMap<Resource, readonly Resource[]>;
  /** By a tag that they ask for, where all that they say is written out. */
  readonly byTag: ReadonlyMap<string, readonly Resource[]>;
  /** Those that ask for tags, which are all in the map above. */
  readonly tagged: readonly Resource[];
  /** Those that say anything else, and may take in any store. */
  readonly open: readonly Resource[];
}

const SELECTIONS = new WeakMap<Deployment, Selections>();

function selectionsOf(deployment: Deployment): Selections {
  let selections = SELECTIONS.get(deployment);
  if (selections === undefined) {
    selections = sorted(deployment.ofType('AWS::Backup::BackupSelection'));
    SELECTIONS.set(deployment, selections);
  }
  return selections;
}

function sorted(all: readonly Resource[]): Selections {
  const byStore = new Map<Resource, Resource[]>();
  const byTag = new Map<string, Resource[]>();
  const tagged: Resource[] = [];
  const open: Resource[] = [];
  for (const selection of all) {
    const body = selection.get('BackupSelection');
    const named = namedOnly(body);
    const tags = literalConditions(body);
    if (named === undefined || tags === undefined) {
      open.push(selection);
      continue;
    }
    for (const store of named) add(byStore, store, selection);
    for (const tag of tags) add(byTag, tagKey(tag), selection);
    if (tags.length > 0) tagged.push(selection);
  }
  return { byStore, byTag, tagged, open };
}

function add<K>(map: Map<K, Resource[]>, key: K, selection: Resource): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [selection]);
  else list.push(selection);
}

function tagKey({ Key, Value }: WrittenTag): string {
  return JSON.stringify([Key, Value]);
}

/** The resources that a selection names; undefined where it says anything else than their references. */
function namedOnly(body: Field): ReadonlySet<Resource> | undefined {
  if (!body.get('NotResources').isAbsent || !body.get('Conditions').isAbsent) return undefined;
  const { known, open } = body.get('Resources').items();
  if (open.length > 0) return undefined;
  const named = new Set<Resource>();
  for (const item of known) {
    for (const { value } of item.alternatives) {
      if (value.kind !== 'reference') return undefined;
      named.add(value.resource);
    }
  }
  return named;
}

/** The tags that a selection asks for; undefined where one is not written out, or not always there. */
function literalConditions(body: Field): readonly WrittenTag[] | undefined {
  const { known, open } = body.get('ListOfTags').items();
  if (open.length > 0) return undefined;
  const tags: WrittenTag[] = [];
  for (const item of known) {
    const key = item.get('ConditionKey').literal;
    const value = item.get('ConditionValue').literal;
    if (item.given !== ALWAYS || typeof key !== 'string' || typeof value !== 'string') return undefined;
    tags.push({ Key: key, Value: value });
  }
  return tags;
}

/** What all selections say to one question. */
class Answer {
  private readonly byTag = new Map<string, Claim>();
  private readonly bySelection = new Map<Resource, Claim>();
  private promising: readonly Resource[] | undefined;
  private promisingTagged: readonly Resource[] | undefined;

  constructor(
    private readonly selections: Selections,
    private readonly question: PlanQuestion,
  ) {}

  for(store: Resource): Claim {
    const { byStore, byTag, tagged, open } = this.selections;
    let so = Claim.BREAKS;
    const either = (claim: Claim) => {
      so = so.or(claim);
      return so.holds.isAlways;
    };
    const tags = byTag.size === 0 ? NONE : tagsOf(store);
    for (const tag of tags ?? NONE) if (either(this.ofTag(tagKey(tag)))) return so;
    for (const selection of byStore.get(store) ?? NONE) if (either(this.ofPair(selection, store))) return so;
    if (tags === undefined) {
      this.promisingTagged ??= tagged.filter((selection) => this.mayHold(selection));
      for (const selection of this.promisingTagged) if (either(this.ofPair(selection, store))) return so;
    }
    this.promising ??= open.filter((selection) => this.mayHold(selection));
    for (const selection of this.promising) if (either(this.ofPair(selection, store))) return so;
    return so;
  }

  /** The selections that ask for a tag. */
  private ofTag(key: string): Claim {
    let claim = this.byTag.get(key);
    if (claim === undefined) {
      const selections = this.selections.byTag.get(key) ?? NONE;
      claim = Claim.any(selections.map((selection) => this.of(selection)));
      this.byTag.set(key, claim);
    }
    return claim;
  }

  private ofPair(selection: Resource, store: Resource): Claim {
    if (!this.mayHold(selection)) return Claim.BREAKS;
    const { holds, breaks } = selects(selection, store);
    return new Claim(holds, breaks).and(this.of(selection));
  }

  private mayHold(selection: Resource): boolean {
    return !this.of(selection).breaks.isAlways;
  }

  /** That the selection is there, and the answer of its plan. */
  private of(selection: Resource): Claim {
    let claim = this.bySelection.get(selection);
    if (claim === undefined) {
      const { holds, breaks } = this.question(selection).and(Claim.when(selection.exists));
      claim = new Claim(holds, breaks);
      this.bySelection.set(selection, claim);
    }
    return claim;
  }
}

/** The tags of a store and of its stack; undefined where they are not all written out. */
function tagsOf(store: Resource): readonly WrittenTag[] | undefined {
  const all: WrittenTag[] = [];
  for (const property of TAGS_OF_STORES) {
    if (store.rawProperty(property) === undefined) continue;
    const tags = writtenTags(store, property);
    if (tags === undefined) return undefined;
    all.push(...tags);
  }
  const ofStack = store.template.stack.tags ?? {};
  for (const key of Object.keys(ofStack)) all.push({ Key: key, Value: ofStack[key] as string });
  return all;
}

/** States that a selection takes in a store. */
function selects(selection: Resource, store: Resource): Claim {
  const body = selection.get('BackupSelection');
  const conditions = meets(body.get('Conditions'), store);
  if (conditions.breaks.isAlways) return Claim.BREAKS;
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
  return byArn.or(byTag).and(conditions).and(left.not());
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
