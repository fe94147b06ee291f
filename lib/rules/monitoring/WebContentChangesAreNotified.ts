import { someRuleHearsOf } from '../../analysis/alarms';
import { bucketsAt } from '../../analysis/buckets';
import { dataEventsAreRecorded } from '../../analysis/data-events';
import { Claim, lacking } from '../../model/claim';
import { type Deployment, fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import { matching, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

/** What says that an object was put in place of another. */
const written = matching(/^s3:ObjectCreated:(\*|Put)$/, {
  ja: 's3:ObjectCreated:*',
  en: 's3:ObjectCreated:*',
});

const LISTS = ['TopicConfigurations', 'QueueConfigurations', 'LambdaConfigurations'];
/** The ways in which the resource that CDK makes writes the same. */
const CDK_LISTS = ['TopicConfigurations', 'QueueConfigurations', 'LambdaFunctionConfigurations'];

export const WebContentChangesAreNotified = defineRule({
  id: 'WebContentChangesAreNotified',
  clauses: ['7.5(1)③'],
  title: {
    ja: 'ウェブページを置くバケットでは、書換えを検出して通報する',
    en: 'Changes to buckets that hold web pages are detected and reported',
  },
  why: {
    ja: '市のページが改ざんされ、住民が偽の案内に従っても、指摘されるまで分からない。',
    en: 'When pages of the city are defaced, residents follow false advice until somebody points it out.',
  },
  fix: {
    ja: 'NotificationConfigurationのTopicConfigurations等に、Eventをs3:ObjectCreated:*とする項目を加えるか、EventBridgeConfigurationを有効にしてsourceがaws.s3である規則を作成してください。',
    en: 'Add an item with Event s3:ObjectCreated:* to TopicConfigurations or the like of NotificationConfiguration, or switch EventBridgeConfiguration on and create a rule with source aws.s3.',
  },
  cdk: {
    ja: 'BucketのaddEventNotification(EventType.OBJECT_CREATED, new SnsDestination(topic))を呼ぶ',
    en: 'addEventNotification(EventType.OBJECT_CREATED, new SnsDestination(topic)) of Bucket',
  },
  relievedBy: [
    fulfilledBy(
      'AWS::Events::Rule',
      'AWS::CloudTrail::Trail',
      'AWS::CloudTrail::EventDataStore',
      'Custom::S3BucketNotifications',
    ),
  ],
  resources: ['AWS::S3::Bucket'],
  check: (bucket, { deployment }) => {
    const pages = servesPages(bucket);
    if (pages.breaks.isAlways) return Claim.HOLDS;
    const configuration = bucket.get('NotificationConfiguration');
    const byCdk = deployment
      .referrers(bucket, 'Custom::S3BucketNotifications', 'BucketName')
      .map(({ resource, when }) =>
        notifies(resource.get('NotificationConfiguration'), 'Events', CDK_LISTS, deployment).and(
          Claim.when(when),
        ),
      );
    return notifies(configuration, 'Event', LISTS, deployment)
      .or(Claim.any(byCdk))
      .or(
        dataEventsAreRecorded(bucket, 's3', 'AWS::S3::Object').and(
          someRuleHearsOf(deployment, 'detail-type', 'AWS API Call via CloudTrail'),
        ),
      )
      .explained(
        'NotificationConfiguration',
        lacking({ ja: '書換えの通知なし', en: 'no notice of changes' }),
        { ja: 'オブジェクトの書込みの通知', en: 'a notice of objects that are written' },
        configuration.at,
      )
      .onlyIf(pages);
  },
});

function notifies(
  configuration: Field,
  key: 'Event' | 'Events',
  lists: readonly string[],
  deployment: Deployment,
): Claim {
  const bridge = configuration.get('EventBridgeConfiguration');
  const bridged = bridge.must(present).and(
    someRuleHearsOf(deployment, 'source', 'aws.s3').or(
      bridge.states(
        'needed',
        {
          ja: '送信先がEventBridgeであり、規則がテンプレートにない',
          en: 'sent to EventBridge, with no rule in the templates',
        },
        { ja: '書換えが通報されることの確認', en: 'shown to be reported' },
      ),
    ),
  );
  return Claim.any([
    ...lists.map((list) =>
      configuration
        .get(list)
        .items()
        .some((item) =>
          item
            .get(key)
            .items()
            .some((event) => event.must(written)),
        ),
    ),
    bridged,
  ]);
}

const SERVED = new WeakMap<Deployment, ReadonlyMap<Resource, Guard>>();

/** When a bucket is the origin of a distribution, or a website by itself. */
function servesPages(bucket: Resource): Claim {
  const { deployment } = bucket;
  let served = SERVED.get(deployment);
  if (served === undefined) {
    const found = new Map<Resource, Guard>();
    for (const distribution of deployment.ofType('AWS::CloudFront::Distribution')) {
      for (const field of fieldsAt(distribution, 'DistributionConfig.Origins[*].DomainName')) {
        for (const { when, value } of field.alternatives) {
          for (const origin of bucketsAt(deployment, value)) {
            const given = when.and(origin.when).and(distribution.exists);
            found.set(origin.bucket, (found.get(origin.bucket) ?? NEVER).or(given));
          }
        }
      }
    }
    served = found;
    SERVED.set(deployment, served);
  }
  return Claim.when(served.get(bucket) ?? NEVER).or(bucket.get('WebsiteConfiguration').must(present));
}
