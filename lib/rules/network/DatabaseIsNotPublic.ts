import { namesSome } from '../../analysis/network/alternatives';
import { type Check, PUBLIC_ADDRESSES } from '../../analysis/network/public-addresses';
import { defineRule } from '../define';

/** Data stores, brokers and what copies them; addresses of servers are another matter. */
const WITH_ADDRESS =
  /^AWS::(RDS|Neptune|NeptuneGraph|Redshift|RedshiftServerless|Timestream|DMS|AmazonMQ|MSK)::/;

/** A domain of a search service is public unless it lies in a VPC. */
const searchDomain: Check = (domain) =>
  namesSome(
    domain.get('VPCOptions.SubnetIds'),
    { ja: '指定なし（公開エンドポイント）', en: 'not set, so that the endpoint is public' },
    { ja: 'VPCのサブネット', en: 'subnets of a VPC' },
  );

const STORES: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(Object.entries(PUBLIC_ADDRESSES).filter(([type]) => WITH_ADDRESS.test(type))),
  'AWS::OpenSearchService::Domain': searchDomain,
  'AWS::Elasticsearch::Domain': searchDomain,
};

export const DatabaseIsNotPublic = defineRule({
  id: 'DatabaseIsNotPublic',
  clauses: ['7.1(8)②', '7.2(2)②', '7.5(1)②'],
  title: {
    ja: 'データベース等は、インターネット接続系においても、インターネットから到達できないようにする',
    en: 'Databases, brokers and search domains are out of reach from the Internet, in the Internet zone as well',
  },
  why: {
    ja: '住民が使うのは画面であって、データベースではない。公開されたデータベースは、認証の一つの不備で全ての情報を失う。',
    en: 'Residents use the page, never the database behind it. One that is open to the Internet is a single weak password away from losing everything.',
  },
  fix: {
    ja: 'PubliclyAccessibleをfalse（MSKではBrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.TypeをDISABLED）とし、OpenSearchではVPCOptions.SubnetIdsを指定してください。DMSのレプリケーションインスタンスは、指定しないと公開されます。',
    en: 'Set PubliclyAccessible to false (for MSK: BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type to DISABLED), and give OpenSearch VPCOptions.SubnetIds. A DMS replication instance is public unless it says otherwise.',
  },
  cdk: {
    ja: 'vpcSubnetsをPRIVATE_ISOLATEDとし、publiclyAccessibleをfalseとする',
    en: 'vpcSubnets of PRIVATE_ISOLATED, and publiclyAccessible: false',
  },
  resources: Object.keys(STORES),
  // In the other zones nothing at all may be public: another rule says so.
  appliesTo: { zones: ['internet', 'management'] },
  check: (store) => (STORES[store.type] as Check)(store),
});
