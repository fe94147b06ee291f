import { isClusterMember } from '../../analysis/data-stores';
import { byAlternative } from '../../analysis/network/alternatives';
import { referredTo } from '../../analysis/network/web-acls';
import { Claim, lacking } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import { type Guard, NEVER } from '../../model/guard';
import { equals, matching, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { asNumber } from '../../model/value';
import { defineRule } from '../define';

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
const SCALED = new WeakMap<Deployment, ReadonlyMap<Resource | string, Guard>>();

/** What each kind of resource says when its capacity follows what is asked of it. */
const FOLLOWS: Readonly<Record<string, (resource: Resource) => Claim>> = {
  'AWS::ECS::Service': (service) =>
    isScaled(service).onlyIf(service.get('SchedulingStrategy').orDefault('REPLICA').must(equals('REPLICA'))),
  'AWS::AutoScaling::AutoScalingGroup': (group) =>
    byAlternative(group.get('MinSize'), (least) =>
      byAlternative(group.get('MaxSize'), (most) => {
        const [low, high] = [least, most].map((value) =>
          value.kind === 'known' ? asNumber(value.value) : undefined,
        );
        const open = low === undefined || high === undefined;
        return !open && high > low
          ? Claim.HOLDS
          : group.get('MaxSize').states(
              open ? 'undetermined' : 'breaks',
              {
                ja: open ? '不明' : `${low}から${high}まで`,
                en: open ? 'not known' : `from ${low} to ${high}`,
              },
              { ja: 'MinSizeより大きい値', en: 'more than MinSize' },
            );
      }),
    ),
  'AWS::DynamoDB::Table': (table) =>
    table.get('BillingMode').orDefault('PROVISIONED').must(equals('PAY_PER_REQUEST')).or(isScaled(table)),
  'AWS::RDS::DBInstance': (database) =>
    database
      .get('MaxAllocatedStorage')
      .must(present)
      // The storage of Aurora grows by itself, and that of a cluster is set there.
      .onlyIf(
        isClusterMember(database)
          .or(database.get('Engine').must(matching(/^(aurora|custom-)/, { ja: 'Aurora', en: 'Aurora' })))
          .not(),
      ),
};

export const CapacityFollowsDemand = defineRule({
  id: 'CapacityFollowsDemand',
  clauses: ['8.1④', '7.5(6)'],
  // 8.1④ asks to endeavour (努め).
  duty: 'should',
  title: {
    ja: '可用性2の情報を扱う資源の容量は、需要に応じて増える',
    en: 'The capacity of resources of availability 2 grows with demand',
  },
  why: {
    ja: '申請の集中や大量のアクセスで容量が尽きると、窓口の業務が止まる。',
    en: 'When capacity runs out under many applications or a flood of requests, the counters stop.',
  },
  fix: {
    ja: 'ECSサービス及びDynamoDBではAWS::ApplicationAutoScaling::ScalableTargetを作成し（DynamoDBはBillingModeをPAY_PER_REQUESTとしてもよい）、Auto ScalingグループではMaxSizeをMinSizeより大きくし、RDSではMaxAllocatedStorageを指定してください。',
    en: 'Create an AWS::ApplicationAutoScaling::ScalableTarget for an ECS service or a DynamoDB table (or set BillingMode of the table to PAY_PER_REQUEST), set MaxSize of an Auto Scaling group above MinSize, and MaxAllocatedStorage of RDS.',
  },
  cdk: {
    ja: 'autoScaleTaskCount、autoScaleReadCapacity、maxCapacity、maxAllocatedStorage等を用いる',
    en: 'autoScaleTaskCount, autoScaleReadCapacity, maxCapacity, maxAllocatedStorage and the like',
  },
  resources: Object.keys(FOLLOWS),
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (resource) => (FOLLOWS[resource.type] as (resource: Resource) => Claim)(resource),
});

/** States that something scales a resource, which the id names among its parts. */
function isScaled(resource: Resource): Claim {
  const { deployment } = resource;
  let scaled = SCALED.get(deployment);
  if (scaled === undefined) {
    const found = new Map<Resource | string, Guard>();
    for (const target of deployment.ofType(TARGET)) {
      for (const { when, value } of target.get('ResourceId').alternatives) {
        // `service/cluster/name` and `table/name` may be written out.
        const literal = value.kind === 'known' ? [String(value.value).split('/').at(-1) as string] : [];
        for (const named of [...referredTo(value), ...literal]) {
          found.set(named, (found.get(named) ?? NEVER).or(when.and(target.exists)));
        }
      }
    }
    scaled = found;
    SCALED.set(deployment, scaled);
  }
  const name = resource.get(resource.type === 'AWS::ECS::Service' ? 'ServiceName' : 'TableName').literal;
  const byName = typeof name === 'string' ? scaled.get(name) : undefined;
  const certain = (scaled.get(resource) ?? NEVER).or(byName ?? NEVER);
  const maybe = deployment
    .openReferrers(TARGET, 'ResourceId')
    .filter(({ field }) => field.alternatives.some(({ value }) => referredTo(value).length === 0))
    .reduce<Guard>((so, { when }) => so.or(when), certain);
  return new Claim(certain, maybe.not()).explained(
    TARGET,
    lacking({ ja: '増減の対象ではない', en: 'not scaled' }),
    { ja: 'この資源の増減の設定', en: 'one for this resource' },
    resource.at,
  );
}
