import { bucketsAt } from '../../analysis/buckets';
import { asAlternative } from '../../analysis/evidence';
import { receivesLogs } from '../../analysis/log-archives';
import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Field } from '../../model/field';
import { absent, equals, oneOf, present, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { fulfilledBy, RECEIVES_LOGS } from '../reliefs';

export const S3BucketAccessLogs = defineRule({
  id: 'S3BucketAccessLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'S3バケットへのアクセスを、サーバーアクセスログ又はCloudTrailのデータイベントで記録する',
    en: 'Access to S3 buckets is recorded, by server access logs or by data events of CloudTrail',
  },
  why: {
    ja: '証跡の管理イベントには、オブジェクトの読取りや書込みが含まれない。別に記録しなければ、保管した文書を誰が持ち出したか分からない。',
    en: 'The management events of a trail do not hold reads and writes of objects. Unless those are recorded too, nobody knows who took which document.',
  },
  fix: {
    ja: 'LoggingConfigurationのDestinationBucketNameに保管先を指定するか、証跡でAWS::S3::Objectのデータイベントを記録してください。',
    en: 'Set DestinationBucketName in LoggingConfiguration, or have a trail record data events of AWS::S3::Object.',
  },
  cdk: {
    ja: 'EncryptedBucketにaccessLogBucketを指定するか、BucketのserverAccessLogsBucket又はTrail.addS3EventSelector()を用いる',
    en: 'EncryptedBucket with an accessLogBucket, or serverAccessLogsBucket of Bucket, or Trail.addS3EventSelector()',
  },
  // Which records are taken beside the logs of the systems is for the policy on event logs to say (8.1⑤).
  duty: 'should',
  relievedBy: [RECEIVES_LOGS, fulfilledBy('AWS::CloudTrail::Trail', 'AWS::CloudTrail::EventDataStore')],
  resources: ['AWS::S3::Bucket'],
  check: (bucket, { deployment }) => {
    const logging = bucket.get('LoggingConfiguration').must(present);
    // A bucket that takes in access logs would log its own logs without end.
    return logging.or(recordedByTrails(bucket, deployment)).onlyIf(receivesLogs(bucket).refusesLock.not());
  },
});

/** What trails say of buckets: of those that a trail names, and of all others alike. */
interface Coverage {
  readonly naming: ReadonlyMap<Resource, ReadonlySet<Resource>>;
  /** By trail, what it says of a bucket that it does not name. */
  readonly others: readonly { readonly trail: Resource; readonly claim: Claim }[];
  /** All of these together. */
  readonly unnamed: Claim;
}

const COVERAGE = new WeakMap<Deployment, Coverage>();

function recordedByTrails(bucket: Resource, deployment: Deployment): Claim {
  let coverage = COVERAGE.get(deployment);
  if (coverage === undefined) {
    coverage = coverageOf(deployment);
    COVERAGE.set(deployment, coverage);
  }
  const { naming, others, unnamed } = coverage;
  const trails = naming.get(bucket);
  if (trails === undefined) return unnamed;
  const named = Claim.any([...trails].map((trail) => recordedBy(trail, bucket)));
  if (named.holds.isAlways) return named;
  return Claim.any([named, ...others.filter(({ trail }) => !trails.has(trail)).map(({ claim }) => claim)]);
}

function coverageOf(deployment: Deployment): Coverage {
  const naming = new Map<Resource, Set<Resource>>();
  const others = deployment.ofType('AWS::CloudTrail::Trail').map((trail) => {
    for (const bucket of bucketsNamedBy(trail)) {
      const trails = naming.get(bucket) ?? new Set();
      naming.set(bucket, trails.add(trail));
    }
    return { trail, claim: recordedBy(trail, undefined) };
  });
  return { naming, others, unnamed: Claim.any(others.map(({ claim }) => claim)) };
}

function recordedBy(trail: Resource, bucket: Resource | undefined): Claim {
  return asAlternative(recordsObjects(trail, bucket)).and(Claim.when(trail.exists));
}

/** The buckets that the event selectors of a trail speak of, to record them or to leave them out. */
function bucketsNamedBy(trail: Resource): readonly Resource[] {
  const basic = trail.get('EventSelectors').items().each('DataResources').each('Values');
  const fields = trail.get('AdvancedEventSelectors').items().each('FieldSelectors');
  const advanced = ['StartsWith', 'NotStartsWith', 'NotEquals'].map((operator) => fields.each(operator));
  return [basic, ...advanced]
    .flatMap(({ known }) => known)
    .flatMap(({ alternatives }) => alternatives)
    .flatMap(({ value }) => bucketsAt(trail.deployment, value).map(({ bucket }) => bucket));
}

/** @param bucket undefined for any that the trail does not name */
function recordsObjects(trail: Resource, bucket: Resource | undefined): Claim {
  const { deployment } = trail;
  const basic = trail
    .get('EventSelectors')
    .items()
    .each('DataResources')
    .some((data) =>
      data
        .get('Type')
        .must(equals('AWS::S3::Object'))
        .and(
          data
            .get('Values')
            .items()
            .some((value) => covers(value, bucket, deployment)),
        ),
    );
  const advanced = trail
    .get('AdvancedEventSelectors')
    .items()
    .some((selector) => {
      const fields = selector.get('FieldSelectors').items();
      const has = (name: string, value: string) =>
        fields.some((field) =>
          field
            .get('Field')
            .must(equals(name))
            .and(
              field
                .get('Equals')
                .items()
                .some((item) => item.must(equals(value))),
            ),
        );
      return has('eventCategory', 'Data')
        .and(has('resources.type', 'AWS::S3::Object'))
        .and(fields.every((field) => letsIn(field, bucket, deployment)));
    });
  return basic.or(advanced);
}

/** `arn:aws:s3` and `arn:aws:s3:::` stand for all buckets. */
function covers(field: Field, bucket: Resource | undefined, deployment: Deployment): Claim {
  return field.must(
    satisfying({ ja: 'このバケット', en: 'this bucket' }, (value) => {
      if (value.kind === 'known' && /^arn:[^:]*:s3(:::)?$/.test(String(value.value))) return 'holds';
      if (bucketsAt(deployment, value).some((found) => found.bucket === bucket)) return 'holds';
      return value.kind === 'unknown' ? 'undetermined' : 'breaks';
    }),
  );
}

/** States that one field of an advanced selector does not leave out this bucket. */
function letsIn(field: Field, bucket: Resource | undefined, deployment: Deployment): Claim {
  const values = (operator: string) => field.get(operator).items();
  const isAbout = (...names: string[]) => field.get('Field').must(oneOf(...names));
  const arn = Claim.all([
    values('StartsWith').isEmpty
      ? Claim.HOLDS
      : values('StartsWith').some((value) => covers(value, bucket, deployment)),
    values('NotStartsWith').every((value) => isOfAnother(value, bucket, deployment)),
    values('NotEquals').every((value) => isOfAnother(value, bucket, deployment)),
    ...['Equals', 'EndsWith', 'NotEndsWith'].map((operator) => field.get(operator).must(absent)),
  ]);
  const other = field.states(
    'undetermined',
    { ja: '記録の範囲を狭める項目', en: 'a field that narrows what is recorded' },
    { ja: 'このバケットの全てのオブジェクト', en: 'all objects of this bucket' },
  );
  return isAbout('eventCategory', 'resources.type')
    .or(isAbout('resources.ARN').and(arn))
    .or(isAbout('eventCategory', 'resources.type', 'resources.ARN').not().and(other));
}

/** A bucket that is known and not this one, or an ARN of a bucket that has no name in the template. */
function isOfAnother(field: Field, bucket: Resource | undefined, deployment: Deployment): Claim {
  return field.must(
    satisfying({ ja: '他のバケット', en: 'another bucket' }, (value) => {
      const found = bucketsAt(deployment, value);
      if (found.some((item) => item.bucket === bucket)) return 'breaks';
      if (found.length > 0) return 'holds';
      return value.kind === 'known' && /^arn:[^:]*:s3:::./.test(String(value.value))
        ? 'holds'
        : 'undetermined';
    }),
  );
}
