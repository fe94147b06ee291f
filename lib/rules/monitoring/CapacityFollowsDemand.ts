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
import { settingApart } from '../reliefs';

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy';

/** When something certainly scales, and when it may. */
interface Scaled {
  readonly certain: Guard;
  readonly maybe: Guard;
}

const UNSCALED: Scaled = { certain: NEVER, maybe: NEVER };
const SCALED = new WeakMap<Deployment, ReadonlyMap<Resource | string, Scaled>>();

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
    ja: '可用性2の情報を扱うリソースの容量は、需要に応じて増える',
    en: 'Capacity of resources of availability 2 grows with demand',
  },
  why: {
    ja: '申請の集中や大量のアクセスで容量が尽きると、窓口の業務が止まる。',
    en: 'When capacity runs out under many applications or a flood of requests, the counters stop.',
  },
  fix: {
    ja: 'ECSサービス及びDynamoDBではAWS::ApplicationAutoScaling::ScalableTarget及びこれを指すScalingPolicyを作成し（DynamoDBはBillingModeをPAY_PER_REQUESTとしてもよい）、Auto ScalingグループではMaxSizeをMinSizeより大きくし、RDSではMaxAllocatedStorageを指定してください。',
    en: 'Create an AWS::ApplicationAutoScaling::ScalableTarget, and a ScalingPolicy for it, for an ECS service or a DynamoDB table (or set BillingMode of the table to PAY_PER_REQUEST), set MaxSize of an Auto Scaling group above MinSize, and MaxAllocatedStorage of RDS.',
  },
  cdk: {
    ja: 'autoScaleTaskCountとscaleOnCpuUtilization等、autoScaleReadCapacity、maxCapacity、maxAllocatedStorage等を用いる',
    en: 'autoScaleTaskCount with scaleOnCpuUtilization or the like, autoScaleReadCapacity, maxCapacity, maxAllocatedStorage and the like',
  },
  relievedBy: [
    settingApart('AWS::ApplicationAutoScaling::ScalableTarget', 'AWS::ApplicationAutoScaling::ScalingPolicy'),
  ],
  resources: Object.keys(FOLLOWS),
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (resource) => (FOLLOWS[resource.type] as (resource: Resource) => Claim)(resource),
});

/** States that something scales a resource, which the id names among its parts. */
function isScaled(resource: Resource): Claim {
  const { deployment } = resource;
  let scaled = SCALED.get(deployment);
  if (scaled === undefined) {
    scaled = findScaled(deployment);
    SCALED.set(deployment, scaled);
  }
  const name = resource.get(resource.type === 'AWS::ECS::Service' ? 'ServiceName' : 'TableName').literal;
  const byName = typeof name === 'string' ? scaled.get(name) : undefined;
  const found = either(scaled.get(resource), byName);
  const maybe = found.maybe.or(openGuard(deployment, TARGET, 'ResourceId'));
  return new Claim(found.certain, maybe.not()).explained(
    TARGET,
    lacking({ ja: '増減の対象でない', en: 'not scaled' }),
    { ja: 'このリソースの増減の設定', en: 'one for this resource, with a policy or a schedule' },
    resource.at,
  );
}

function findScaled(deployment: Deployment): ReadonlyMap<Resource | string, Scaled> {
  const byPolicy = new Map<Resource | string, Guard>();
  for (const policy of deployment.ofType(POLICY)) {
    for (const { named, when } of namedBy(policy)) {
      byPolicy.set(named, (byPolicy.get(named) ?? NEVER).or(when));
    }
  }
  const open = openGuard(deployment, POLICY, 'ScalingTargetId').or(
    openGuard(deployment, POLICY, 'ResourceId'),
  );
  const scaled = new Map<Resource | string, Scaled>();
  for (const target of deployment.ofType(TARGET)) {
    // A target by itself only says how far its capacity may go.
    const actions = target.get('ScheduledActions').items();
    const scheduled = actions.some((action) => action.present);
    const policies = deployment.referrers(target, POLICY, 'ScalingTargetId');
    const own = policies.reduce<Guard>((so, { when }) => so.or(when), scheduled.holds);
    for (const { named, when } of namedBy(target)) {
      const certain = own.or(byPolicy.get(named) ?? NEVER);
      const maybe = certain.or(open).or(scheduled.breaks.not());
      scaled.set(named, either(scaled.get(named), { certain: certain.and(when), maybe: maybe.and(when) }));
    }
  }
  return scaled;
}

/** What a ResourceId names: a resource, or a name. `service/cluster/name` and `table/name` may be written out. */
function namedBy(by: Resource): readonly { readonly named: Resource | string; readonly when: Guard }[] {
  return by.get('ResourceId').alternatives.flatMap(({ when, value }) => {
    const literal = value.kind === 'known' ? [String(value.value).split('/').at(-1) as string] : [];
    return [...referredTo(value), ...literal].map((named) => ({ named, when: when.and(by.exists) }));
  });
}

function openGuard(deployment: Deployment, type: string, path: string): Guard {
  return deployment
    .openReferrers(type, path)
    .filter(({ field }) => field.alternatives.some(({ value }) => referredTo(value).length === 0))
    .reduce<Guard>((so, { when }) => so.or(when), NEVER);
}

function either(a: Scaled = UNSCALED, b: Scaled = UNSCALED): Scaled {
  return { certain: a.certain.or(b.certain), maybe: a.maybe.or(b.maybe) };
}
