import { Claim, lacking } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Guard } from '../../model/guard';
import { atLeast, equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

const PLAN = 'AWS::ApiGateway::UsagePlan';

export const ApiGatewayLimitsRate = defineRule({
  id: 'ApiGatewayLimitsRate',
  clauses: ['7.5(6)'],
  // The limits of the account hold always; how much one API may take of them is up to the system.
  duty: 'should',
  title: {
    ja: 'インターネット接続系のAPI Gatewayのステージは、要求の数を制限する',
    en: 'Stages of API Gateway in the Internet zone limit the rate of requests',
  },
  why: {
    ja: '一つのAPIへの大量の要求が、アカウントの上限を使い切り、他のAPIまで止める。',
    en: 'A flood of requests to one API uses up the limit of the account, and stops the other APIs too.',
  },
  fix: {
    ja: 'MethodSettingsのHttpMethodを*、ResourcePathを/*とする項目（HTTP APIではDefaultRouteSettings）に、ThrottlingRateLimit及びThrottlingBurstLimitを指定するか、AWS::ApiGateway::UsagePlanのThrottleを指定してください。',
    en: 'Set ThrottlingRateLimit and ThrottlingBurstLimit in an item of MethodSettings with HttpMethod * and ResourcePath /* (DefaultRouteSettings for an HTTP API), or Throttle of an AWS::ApiGateway::UsagePlan.',
  },
  cdk: {
    ja: 'deployOptionsのthrottlingRateLimit及びthrottlingBurstLimit、又はHttpStageのthrottleを指定する',
    en: 'throttlingRateLimit and throttlingBurstLimit in deployOptions, or throttle of HttpStage',
  },
  relievedBy: [fulfilledBy('AWS::ApiGateway::UsagePlan')],
  resources: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  appliesTo: { zones: ['internet'] },
  check: (stage) => {
    if (stage.type === 'AWS::ApiGatewayV2::Stage') {
      return limits(stage.get('DefaultRouteSettings'), 'ThrottlingRateLimit', 'ThrottlingBurstLimit');
    }
    const settings = stage.get('MethodSettings');
    return settings
      .items()
      .some((item) =>
        item
          .get('HttpMethod')
          .must(equals('*'))
          .and(item.get('ResourcePath').must(equals('/*')))
          .and(limits(item, 'ThrottlingRateLimit', 'ThrottlingBurstLimit')),
      )
      .or(byUsagePlan(stage))
      .explained(
        settings.path,
        lacking({ ja: '要求の数の制限なし', en: 'no limit of the rate' }),
        {
          ja: 'ThrottlingRateLimit及びThrottlingBurstLimit',
          en: 'ThrottlingRateLimit and ThrottlingBurstLimit',
        },
        settings.at,
      );
  },
});

/** -1 is how API Gateway writes no limit. */
function limits(place: Field, rate: string, burst: string): Claim {
  return place
    .get(rate)
    .must(atLeast(0))
    .and(place.get(burst).must(atLeast(0)));
}

function byUsagePlan(stage: Resource): Claim {
  const { deployment } = stage;
  const limited = (plan: Resource, when: Guard) =>
    limits(plan.get('Throttle'), 'RateLimit', 'BurstLimit').and(Claim.when(when));
  const byStage = deployment
    .referrers(stage, PLAN, 'ApiStages[*].Stage')
    .map(({ resource, when }) => limited(resource, when));
  // A plan may name the stage by its name, along with the API.
  const name = stage.get('StageName').literal;
  const byName =
    name === undefined
      ? []
      : stage
          .get('RestApiId')
          .references()
          .flatMap(({ value }) => deployment.referrers(value.resource, PLAN, 'ApiStages[*].ApiId'))
          .filter(({ resource }) => names(resource, name))
          .map(({ resource, when }) => limited(resource, when));
  return Claim.any([...byStage, ...byName]);
}

function names(plan: Resource, stage: unknown): boolean {
  return plan
    .get('ApiStages')
    .items()
    .known.some((item) => item.get('Stage').literal === stage);
}
