import { limitedRange } from '../../analysis/network/addresses';
import { byAlternative, UNDETERMINED, whereHolds } from '../../analysis/network/alternatives';
import { everyRule, groupsAt, separateRules, type TrafficRule } from '../../analysis/network/security-groups';
import { hasWebAcl, referredTo } from '../../analysis/network/web-acls';
import { Claim, lacking } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, isTrue, noneOf, present, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { defineRule } from '../define';
import { fulfilledBy, settingApart } from '../reliefs';

interface Front {
  /** Open to the Internet at all. */
  readonly isPublic: (resource: Resource) => Claim;
  readonly guarded: (resource: Resource) => Claim;
}

const webAcl = satisfying({ ja: 'ウェブACL', en: 'a web ACL' }, (value) => {
  if (value.kind === 'absent' || (value.kind === 'known' && value.value === '')) return 'breaks';
  // A parameter may be left empty, which means none.
  return value.kind === 'unknown' ? 'undetermined' : 'holds';
});

const isApplication = (balancer: Resource) =>
  balancer
    .get('Scheme')
    .orDefault('internet-facing')
    .must(equals('internet-facing'))
    .and(balancer.get('Type').orDefault('application').must(equals('application')));

/** Private APIs are not open to the Internet. */
function ofPublicApi(stage: Resource): Claim {
  return byAlternative(stage.get('RestApiId'), (value) => {
    if (value.kind !== 'reference') return UNDETERMINED;
    const types = value.resource.get('EndpointConfiguration.Types');
    return types
      .items()
      .some((type) => type.must(equals('PRIVATE')))
      .not();
  });
}

/** The ARN of a stage is put together from the names of the API and the stage. */
function guardedStage(stage: Resource): Claim {
  const apis = stage
    .get('RestApiId')
    .references()
    .map(({ value }) => value.resource);
  const names = (value: Value) => {
    const named = referredTo(value);
    if (named.includes(stage)) return true;
    return (
      apis.some((api) => named.includes(api)) &&
      !named.some((other) => other.type === 'AWS::ApiGateway::Stage')
    );
  };
  return hasWebAcl(stage, names, apis);
}

/** A load balancer that only a guarded distribution reaches. */
function behindDistribution(balancer: Resource): Claim {
  const distributions = new Set(
    balancer.deployment
      .referrers(balancer, 'AWS::CloudFront::Distribution', 'DistributionConfig.Origins[*].DomainName')
      .map(({ resource }) => resource),
  );
  const closed = (rule: TrafficRule) =>
    rule.field
      .get('CidrIp')
      .must(limitedRange(4))
      .and(rule.field.get('CidrIpv6').must(limitedRange(6)));
  return Claim.any(
    [...distributions].map((distribution) =>
      distributionAcl(distribution).must(webAcl).and(Claim.when(distribution.exists)),
    ),
  ).and(
    Claim.all(
      groupsAt(balancer, 'SecurityGroups').flatMap((group) => [
        everyRule(group, 'ingress', closed),
        ...separateRules(group, 'ingress').map(({ rule, when }) => closed(rule).onlyIf(when)),
      ]),
    ),
  );
}

function distributionAcl(distribution: Resource): Field {
  return distribution.get('DistributionConfig.WebACLId');
}

/** What faces the Internet with HTTP, and where its web ACL is named. */
const FRONTS: Readonly<Record<string, Front>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    isPublic: isApplication,
    guarded: (balancer) => hasWebAcl(balancer).or(behindDistribution(balancer)),
  },
  'AWS::CloudFront::Distribution': {
    isPublic: () => Claim.HOLDS,
    guarded: (distribution) => distributionAcl(distribution).must(webAcl),
  },
  'AWS::ApiGateway::Stage': { isPublic: ofPublicApi, guarded: guardedStage },
  // With a StageName a deployment makes a stage along the way.
  'AWS::ApiGateway::Deployment': {
    isPublic: (deployment) => deployment.get('StageName').must(present).and(ofPublicApi(deployment)),
    guarded: guardedStage,
  },
  // An HTTP API takes no web ACL: it needs something in front of it, and no way around that.
  'AWS::ApiGatewayV2::Api': {
    isPublic: () => Claim.HOLDS,
    guarded: (api) => {
      const field = api.get('DisableExecuteApiEndpoint');
      return field.must(isTrue).and(
        field.states(
          'needed',
          {
            ja: '独自ドメインからのみ呼び出せるHTTP API',
            en: 'an HTTP API that only its custom domains lead to',
          },
          {
            ja: '独自ドメインの前にファイアウォールがあることの確認',
            en: 'shown to have a firewall before its domains',
          },
        ),
      );
    },
  },
  'AWS::AppSync::GraphQLApi': {
    isPublic: (api) => api.get('Visibility').orDefault('GLOBAL').must(noneOf('PRIVATE')),
    guarded: (api) => hasWebAcl(api),
  },
  'AWS::Cognito::UserPool': { isPublic: () => Claim.HOLDS, guarded: (pool) => hasWebAcl(pool) },
};

export const WebAclInFrontOfPublic = defineRule({
  id: 'WebAclInFrontOfPublic',
  clauses: ['7.1(10)④', '7.5(6)'],
  title: {
    ja: 'インターネットに公開するウェブの入口には、ウェブACL（AWS WAF）を設ける',
    en: 'Web entrances that are open to the Internet have a web ACL (AWS WAF) in front',
  },
  why: {
    ja: '公開のウェブサイトや電子申請には、SQLインジェクション等の攻撃や大量の要求が日常的に届く。前段で止めなければ、アプリケーションの欠陥一つが漏えいや停止になる。',
    en: 'Public sites and online applications get injection attempts and floods of requests every day. Unless they are stopped in front, one flaw in the application becomes a leak or an outage.',
  },
  fix: {
    ja: 'AWS::WAFv2::WebACLAssociationのResourceArnに対象のARNを指定するか、CloudFrontではDistributionConfigのWebACLIdを指定してください。HTTP APIにはウェブACLを付けられないため、DisableExecuteApiEndpointをtrueとしてCloudFrontを前に置くか、REST APIを用いてください。',
    en: 'Name the ARN in ResourceArn of an AWS::WAFv2::WebACLAssociation, or for CloudFront WebACLId in DistributionConfig. An HTTP API takes no web ACL: set DisableExecuteApiEndpoint to true and put CloudFront in front, or use a REST API.',
  },
  cdk: {
    ja: 'CfnWebACLAssociationのresourceArnを指定し、DistributionではwebAclIdを指定する',
    en: 'resourceArn of CfnWebACLAssociation, or webAclId of Distribution',
  },
  relievedBy: [
    settingApart('AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'),
    fulfilledBy('AWS::CloudFront::Distribution'),
  ],
  resources: Object.keys(FRONTS),
  check: (resource) => {
    const front = FRONTS[resource.type] as Front;
    return whereHolds(
      front.isPublic(resource),
      front
        .guarded(resource)
        .explained(
          resource.type === 'AWS::CloudFront::Distribution' ? 'DistributionConfig.WebACLId' : 'WebACL',
          lacking({ ja: 'ウェブACLなし', en: 'no web ACL' }),
          { ja: 'ウェブACLの関連付け', en: 'an associated web ACL' },
        ),
    );
  },
});
