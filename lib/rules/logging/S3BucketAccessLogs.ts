import { bucketsAt } from '../../analysis/buckets';
import { asAlternative } from '../../analysis/evidence';
import { receivesLogs } from '../../analysis/log-archives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { absent, equals, oneOf, present, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

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
  resources: ['AWS::S3::Bucket'],
  check: (bucket, { deployment }) => {
    const logging = bucket.get('LoggingConfiguration').must(present);
    const recorded = deployment
      .ofType('AWS::CloudTrail::Trail')
      .map((trail) => asAlternative(recordsObjects(trail, bucket)).and(Claim.when(trail.exists)));
    // A bucket that takes in access logs would log its own logs without end.
    return logging.or(Claim.any(recorded)).onlyIf(receivesLogs(bucket).refusesLock.not());
  },
});

function recordsObjects(trail: Resource, bucket: Resource): Claim {
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
            .some((value) => covers(value, bucket)),
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
        .and(fields.every((field) => letsIn(field, bucket)));
    });
  return basic.or(advanced);
}

/** `arn:aws:s3` and `arn:aws:s3:::` stand for all buckets. */
function covers(field: Field, bucket: Resource): Claim {
  return field.must(
    satisfying({ ja: 'このバケット', en: 'this bucket' }, (value) => {
      if (value.kind === 'known' && /^arn:[^:]*:s3(:::)?$/.test(String(value.value))) return 'holds';
      if (bucketsAt(bucket.deployment, value).some((found) => found.bucket === bucket)) return 'holds';
      return value.kind === 'unknown' ? 'undetermined' : 'breaks';
    }),
  );
}

/** States that one field of an advanced selector does not leave out this bucket. */
function letsIn(field: Field, bucket: Resource): Claim {
  const values = (operator: string) => field.get(operator).items();
  const isAbout = (...names: string[]) => field.get('Field').must(oneOf(...names));
  const arn = Claim.all([
    values('StartsWith').isEmpty ? Claim.HOLDS : values('StartsWith').some((value) => covers(value, bucket)),
    values('NotStartsWith').every((value) => isOfAnother(value, bucket)),
    values('NotEquals').every((value) => isOfAnother(value, bucket)),
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
function isOfAnother(field: Field, bucket: Resource): Claim {
  return field.must(
    satisfying({ ja: '他のバケット', en: 'another bucket' }, (value) => {
      const found = bucketsAt(bucket.deployment, value);
      if (found.some((item) => item.bucket === bucket)) return 'breaks';
      if (found.length > 0) return 'holds';
      return value.kind === 'known' && /^arn:[^:]*:s3:::./.test(String(value.value))
        ? 'holds'
        : 'undetermined';
    }),
  );
}
