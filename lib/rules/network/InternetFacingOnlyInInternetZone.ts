import { asAlternative } from '../../analysis/evidence';
import { documentAt } from '../../analysis/identity/statements';
import { byAlternative, namesSome } from '../../analysis/network/alternatives';
import type { Claim } from '../../model/claim';
import { equals, isFalse, oneOf, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

type Check = (resource: Resource) => Claim;

const REQUIRED = { ja: 'インターネットから到達できないこと', en: 'out of reach from the Internet' };

/** A service whose endpoint is on the Internet whatever is set. */
const always: Check = (resource) =>
  resource
    .get('')
    .states(
      'breaks',
      { ja: 'インターネットに公開されるサービス', en: 'a service with an endpoint on the Internet' },
      REQUIRED,
    );

const setting =
  (path: string, whenAbsent: string, required: string): Check =>
  (resource) =>
    resource.get(path).orDefault(whenAbsent).must(equals(required));

/** A REST API is on the Internet unless all of its endpoints are private. */
const restApi: Check = (api) => {
  const types = api.get('EndpointConfiguration.Types');
  return byAlternative(types, (value) =>
    value.kind === 'absent' || (value.kind === 'list' && value.items.length === 0)
      ? types.states(
          'breaks',
          { ja: '指定なし（EDGE）', en: 'not set (EDGE)' },
          { ja: 'PRIVATE', en: 'PRIVATE' },
        )
      : types.items().every((type) => type.must(equals('PRIVATE'))),
  );
};

/** A domain of OpenSearch outside of a VPC has a public endpoint. */
const searchDomain: Check = (domain) =>
  namesSome(
    domain.get('VPCOptions.SubnetIds'),
    { ja: '指定なし（公開エンドポイント）', en: 'not set, so that the endpoint is public' },
    { ja: 'VPCのサブネット', en: 'subnets of a VPC' },
  );

/** A network policy of OpenSearch Serverless opens collections, or names the endpoints through which they are reached. */
const searchPolicy: Check = (policy) =>
  documentAt(policy.get('Policy'), policy)
    .items()
    .every((part) => part.get('AllowFromPublic').orDefault(false).must(isFalse))
    .onlyIf(policy.get('Type').must(equals('network')));

/** What can be open to the Internet, and how it is told. */
const FACING: Readonly<Record<string, Check>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': (balancer) =>
    balancer
      .get('Scheme')
      .orDefault('internet-facing')
      .must(equals('internal'))
      // A gateway load balancer has no scheme.
      .or(asAlternative(balancer.get('Type').must(equals('gateway')))),
  'AWS::ElasticLoadBalancing::LoadBalancer': setting('Scheme', 'internet-facing', 'internal'),
  'AWS::ApiGateway::RestApi': restApi,
  'AWS::ApiGateway::DomainName': restApi,
  'AWS::ApiGatewayV2::Api': always,
  'AWS::Lambda::Url': always,
  'AWS::CloudFront::Distribution': always,
  'AWS::CloudFront::VpcOrigin': always,
  'AWS::GlobalAccelerator::Accelerator': always,
  'AWS::Amplify::App': always,
  'AWS::AppSync::GraphQLApi': setting('Visibility', 'GLOBAL', 'PRIVATE'),
  'AWS::AppRunner::Service': (service) =>
    service
      .get('NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible')
      .orDefault(true)
      .must(isFalse),
  'AWS::EKS::Cluster': (cluster) =>
    cluster.get('ResourcesVpcConfig.EndpointPublicAccess').orDefault(true).must(isFalse),
  'AWS::OpenSearchService::Domain': searchDomain,
  'AWS::Elasticsearch::Domain': searchDomain,
  'AWS::Transfer::Server': (server) =>
    server
      .get('EndpointType')
      .orDefault('PUBLIC')
      .must(oneOf('VPC', 'VPC_ENDPOINT'))
      .and(
        server
          .get('EndpointDetails.AddressAllocationIds')
          .items()
          .every((address) =>
            address.states('breaks', { ja: '公開アドレス', en: 'a public address' }, REQUIRED),
          ),
      ),
  'AWS::Grafana::Workspace': (workspace) => workspace.get('NetworkAccessControl').must(present),
  'AWS::MWAA::Environment': setting('WebserverAccessMode', 'PUBLIC_ONLY', 'PRIVATE_ONLY'),
  'AWS::OpenSearchServerless::SecurityPolicy': searchPolicy,
  'AWS::OSIS::Pipeline': (pipeline) =>
    namesSome(
      pipeline.get('VpcOptions.SubnetIds'),
      { ja: '指定なし（公開エンドポイント）', en: 'not set, so that the endpoint is public' },
      { ja: 'VPCのサブネット', en: 'subnets of a VPC' },
    ),
  'AWS::Lightsail::Instance': always,
  'AWS::Lightsail::LoadBalancer': always,
  'AWS::Lightsail::Distribution': always,
  'AWS::Lightsail::Container': always,
};

export const InternetFacingOnlyInInternetZone = defineRule({
  id: 'InternetFacingOnlyInInternetZone',
  clauses: ['4(1)①', '4(2)①', '7.1(9)', '7.5(1)②'],
  title: {
    ja: 'インターネットから到達できる入口は、インターネット接続系だけに置く',
    en: 'Entrances from the Internet are in the Internet zone only',
  },
  why: {
    ja: 'マイナンバー利用事務系又はLGWAN接続系に公開の入口が一つあれば、住民情報を扱う系統がインターネットからの攻撃に直接さらされ、領域を分けた意味が失われる。',
    en: 'One public entrance in the my-number or LGWAN zone exposes systems with resident records to attacks from the Internet, and the separation of the zones is worth nothing.',
  },
  fix: {
    ja: 'ロードバランサーのSchemeをinternal、APIのEndpointConfiguration.TypesをPRIVATEとし、EKSのEndpointPublicAccessはfalse、OpenSearchはVPCOptions、OpenSearch ServerlessはAllowFromPublic: false、MWAAはWebserverAccessMode: PRIVATE_ONLY、App RunnerはIsPubliclyAccessible: false、Transfer FamilyはEndpointType: VPCを指定してください。HTTP API、関数URL及びCloudFrontは閉域にできないため、インターネット接続系に置くか、VPCの中の入口に替えてください。',
    en: 'Set Scheme of load balancers to internal and EndpointConfiguration.Types of APIs to PRIVATE. Set EndpointPublicAccess of EKS to false. Give OpenSearch VPCOptions, OpenSearch Serverless AllowFromPublic: false, MWAA WebserverAccessMode: PRIVATE_ONLY, App Runner IsPubliclyAccessible: false, Transfer Family EndpointType: VPC. HTTP APIs, function URLs and CloudFront cannot be made private: put them in the Internet zone, or use an entrance inside the VPC.',
  },
  cdk: {
    ja: 'ロードバランサーはinternetFacing: false、RestApiはEndpointType.PRIVATE、EKSのClusterはEndpointAccess.PRIVATEとし、OpenSearchのDomainにはvpcを指定する',
    en: 'internetFacing: false of load balancers, EndpointType.PRIVATE of RestApi, EndpointAccess.PRIVATE of an EKS Cluster, vpc of an OpenSearch Domain',
  },
  resources: Object.keys(FACING),
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (resource) => (FACING[resource.type] as Check)(resource),
});
