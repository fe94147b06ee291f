import { Claim } from '../model/claim';
import { type Deployment, fieldsAt } from '../model/deployment';
import type { Field } from '../model/field';
import { type Guard, NEVER } from '../model/guard';
import { absent, atLeast, equals, isTrue, literal } from '../model/requirement';
import type { Resource } from '../model/resource';
import { asNumber } from '../model/value';
import { bucketsAt } from './buckets';
import { withEvidence } from './evidence';
import { attributesOf } from './load-balancers';
import { allows, coversAction, statement, statementsOf } from './policy-document';

/**
 * Whether the service can write to a bucket whose objects are locked by default: S3 does not deliver server access
 * logs to one, and AWS Config does not deliver to one.
 */
type Delivery = 'lockable' | 'refuses-lock';

/** Where log destinations are written: a bucket, or a stream of Amazon Data Firehose that leads to one. */
const DESTINATIONS: readonly (readonly [type: string, path: string, delivery: Delivery])[] = [
  ['AWS::CloudTrail::Trail', 'S3BucketName', 'lockable'],
  ['AWS::EC2::FlowLog', 'LogDestination', 'lockable'],
  ['AWS::WAFv2::LoggingConfiguration', 'LogDestinationConfigs', 'lockable'],
  ['AWS::Route53Resolver::ResolverQueryLoggingConfig', 'DestinationArn', 'lockable'],
  ['AWS::Logs::DeliveryDestination', 'DestinationResourceArn', 'lockable'],
  ['AWS::Logs::SubscriptionFilter', 'DestinationArn', 'lockable'],
  [
    'AWS::NetworkFirewall::LoggingConfiguration',
    'LoggingConfiguration.LogDestinationConfigs[*].LogDestination.bucketName',
    'lockable',
  ],
  ['AWS::CloudFront::Distribution', 'DistributionConfig.Logging.Bucket', 'lockable'],
  ['AWS::ElasticLoadBalancing::LoadBalancer', 'AccessLoggingPolicy.S3BucketName', 'lockable'],
  ['AWS::S3::Bucket', 'LoggingConfiguration.DestinationBucketName', 'refuses-lock'],
  ['AWS::Config::DeliveryChannel', 'S3BucketName', 'refuses-lock'],
];
const FIREHOSE = 'AWS::KinesisFirehose::DeliveryStream';
const FIREHOSE_BUCKETS = [
  'S3DestinationConfiguration.BucketARN',
  'ExtendedS3DestinationConfiguration.BucketARN',
];
/** Services whose right to write makes a bucket an archive, also of logs from other stacks and accounts. */
const LOG_SERVICES = ['cloudtrail.amazonaws.com', 'delivery.logs.amazonaws.com'];

/** Types of resource by which a bucket is recognized as the place where logs are kept. */
export const LOG_WRITERS: readonly string[] = [
  ...DESTINATIONS.map(([type]) => type),
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  FIREHOSE,
  'AWS::S3::BucketPolicy',
];

export interface Receives {
  /** When it receives logs that may lie in a locked bucket. */
  readonly lockable: Guard;
  /** When it receives logs from a service that does not write to a locked bucket. */
  readonly refusesLock: Guard;
}

const NOTHING: Receives = { lockable: NEVER, refusesLock: NEVER };
const MEMO = new WeakMap<Deployment, ReadonlyMap<Resource, Receives>>();

/** When a bucket receives logs. */
export function receivesLogs(bucket: Resource): Receives {
  const { deployment } = bucket;
  let archives = MEMO.get(deployment);
  if (archives === undefined) {
    archives = findArchives(deployment);
    MEMO.set(deployment, archives);
  }
  return archives.get(bucket) ?? NOTHING;
}

function findArchives(deployment: Deployment): ReadonlyMap<Resource, Receives> {
  const archives = new Map<Resource, Receives>();
  const streams = new Map<Resource, Guard>();
  const add = (bucket: Resource, when: Guard, delivery: Delivery) => {
    const { lockable, refusesLock } = archives.get(bucket) ?? NOTHING;
    archives.set(bucket, {
      lockable: delivery === 'lockable' ? lockable.or(when) : lockable,
      refusesLock: delivery === 'lockable' ? refusesLock : refusesLock.or(when),
    });
  };
  const read = (field: Field, given: Guard, delivery: Delivery) => {
    for (const alternative of field.alternatives) {
      const when = alternative.when.and(given);
      for (const found of bucketsAt(deployment, alternative.value))
        add(found.bucket, when.and(found.when), delivery);
      if (alternative.value.kind === 'reference' && alternative.value.resource.type === FIREHOSE) {
        const stream = alternative.value.resource;
        streams.set(stream, (streams.get(stream) ?? NEVER).or(when));
      }
    }
  };

  for (const [type, path, delivery] of DESTINATIONS) {
    for (const source of deployment.ofType(type)) {
      for (const field of fieldsAt(source, path)) read(field, source.exists, delivery);
    }
  }
  for (const bucket of deployment.ofType('AWS::S3::Bucket')) {
    // Without a destination a bucket logs to itself.
    const logging = bucket.get('LoggingConfiguration');
    const toItself = logging.must(absent).not().and(logging.get('DestinationBucketName').must(absent));
    add(bucket, toItself.holds, 'refuses-lock');
  }
  for (const balancer of deployment.ofType('AWS::ElasticLoadBalancingV2::LoadBalancer')) {
    for (const { name, value, given } of attributesOf(balancer)) {
      if (/_logs\.s3\.bucket$/.test(name)) read(value, given, 'lockable');
    }
  }
  for (const [stream, when] of streams) {
    for (const path of FIREHOSE_BUCKETS) read(stream.get(path), when.and(stream.exists), 'lockable');
  }
  for (const policy of deployment.ofType('AWS::S3::BucketPolicy')) {
    const takesLogs = statementsOf(policy.get('PolicyDocument')).some(letsLogsIn).holds;
    if (!takesLogs.isNever) read(policy.get('Bucket'), takesLogs.and(policy.exists), 'lockable');
  }
  return archives;
}

function letsLogsIn(field: Field): Claim {
  const parts = statement(field);
  const services = parts.principal.get('Service').items();
  const isLogService = literal({ ja: 'ログの配信元', en: 'a log delivery service' }, (name) =>
    LOG_SERVICES.includes(String(name)),
  );
  return allows(parts)
    .and(services.some((service) => service.must(isLogService)))
    .and(parts.actions.some((action) => action.must(coversAction('s3:PutObject'))));
}

/** States that new objects are locked in compliance mode for at least some days. */
export function isLocked(bucket: Resource, days: number): Claim {
  const enabled = bucket.get('ObjectLockEnabled');
  const configuration = bucket.get('ObjectLockConfiguration');
  const lock = enabled
    .must(isTrue)
    .or(enabled.must(absent).and(configuration.get('ObjectLockEnabled').must(equals('Enabled'))));
  if (enabled.isAbsent && configuration.isAbsent) {
    return configuration.states(
      'breaks',
      { ja: '指定なし（オブジェクトロックなし）', en: 'not set (no Object Lock)' },
      {
        ja: `COMPLIANCEモードで${days}日以上の既定の保持期間`,
        en: `a default retention of ${days} days or more in COMPLIANCE mode`,
      },
    );
  }
  const retention = configuration.get('Rule.DefaultRetention');
  return withEvidence(lock, enabled.must(isTrue).evidence)
    .and(retention.get('Mode').must(equals('COMPLIANCE')))
    .and(period(retention, days));
}

function period(retention: Field, days: number): Claim {
  const inDays = retention.get('Days');
  const inYears = retention.get('Years');
  const byDays = inDays.must(atLeast(days, { ja: '日', en: ' days' }));
  if (inYears.isAbsent) return byDays;
  const byYears = inYears.must(
    literal({ ja: `${days}日以上に当たる年数`, en: `years that make at least ${days} days` }, (years) => {
      const number = asNumber(years);
      return number !== undefined && number * 365 >= days;
    }),
  );
  return inDays.isAbsent ? byYears : byDays.or(byYears);
}

/** States that everything in a bucket is copied to a bucket of the deployment that is locked. */
export function isCopiedToLocked(bucket: Resource, days: number): Claim {
  return bucket
    .get('ReplicationConfiguration.Rules')
    .items()
    .some((rule) => {
      const destination = rule.get('Destination.Bucket');
      const locked = destination.alternatives.map(({ when, value }) => {
        const [found] = bucketsAt(bucket.deployment, value);
        const claim =
          found === undefined
            ? destination.states(
                'undetermined',
                { ja: '手元にないバケットへの複製', en: 'replication to a bucket that is not at hand' },
                {
                  ja: 'オブジェクトロックされたバケットへの複製',
                  en: 'replication to a bucket with Object Lock',
                },
              )
            : isLocked(found.bucket, days).and(Claim.when(found.when));
        return claim.and(Claim.when(when));
      });
      return rule.get('Status').must(equals('Enabled')).and(wholeBucket(rule)).and(Claim.any(locked));
    });
}

/** Only a rule without a filter, or with an empty prefix, copies everything. */
function wholeBucket(rule: Field): Claim {
  const unfiltered = literal({ ja: '全てのオブジェクト', en: 'all objects' }, (prefix) => prefix === '');
  return rule
    .get('Prefix')
    .orDefault('')
    .must(unfiltered)
    .and(rule.get('Filter.Prefix').orDefault('').must(unfiltered))
    .and(rule.get('Filter.TagFilter').must(absent))
    .and(rule.get('Filter.And').must(absent));
}
