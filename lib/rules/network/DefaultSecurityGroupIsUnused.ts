import { namesSome } from '../../analysis/network/alternatives';
import { vpcsOf } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import { mustAt } from '../../model/deployment';
import { ALWAYS, type Guard, NEVER } from '../../model/guard';
import { absent, equals, oneOf, present, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

interface Use {
  /** Where security groups are named. */
  readonly paths: readonly string[];
  /** When the default group is taken because none is named. */
  readonly byDefault?: (resource: Resource) => Claim;
}

const always = () => Claim.HOLDS;
const written = (path: string) => (resource: Resource) => resource.get(path).must(present);
const at = (path: string, byDefault?: Use['byDefault']): Use => ({
  paths: [path],
  ...(byDefault === undefined ? {} : { byDefault }),
});

/** How each type names its security groups, and what it takes when it names none. */
const USES: Readonly<Record<string, Use>> = {
  'AWS::EC2::SecurityGroupIngress': at('GroupId'),
  'AWS::EC2::SecurityGroupEgress': at('GroupId'),
  'AWS::EC2::Instance': {
    paths: [
      'SecurityGroupIds',
      'SecurityGroups',
      'NetworkInterfaces[*].GroupSet',
      'NetworkInterfaces[*].NetworkInterfaceId',
    ],
    byDefault: (instance) => instance.get('LaunchTemplate').must(absent),
  },
  'AWS::EC2::NetworkInterface': at('GroupSet', always),
  'AWS::EC2::LaunchTemplate': {
    paths: ['LaunchTemplateData.SecurityGroupIds', 'LaunchTemplateData.NetworkInterfaces[*].Groups'],
  },
  'AWS::AutoScaling::LaunchConfiguration': at('SecurityGroups'),
  'AWS::EC2::VPCEndpoint': at('SecurityGroupIds', (endpoint) =>
    endpoint.get('VpcEndpointType').orDefault('Gateway').must(equals('Interface')),
  ),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': at('SecurityGroups', (balancer) =>
    balancer.get('Type').orDefault('application').must(equals('application')),
  ),
  'AWS::ElasticLoadBalancing::LoadBalancer': at('SecurityGroups', written('Subnets')),
  'AWS::RDS::DBInstance': {
    paths: ['VPCSecurityGroups', 'DBSecurityGroups'],
    // An instance of a cluster has the groups of the cluster.
    byDefault: (instance) => instance.get('DBClusterIdentifier').must(absent),
  },
  'AWS::RDS::DBCluster': at('VpcSecurityGroupIds', always),
  'AWS::DocDB::DBCluster': at('VpcSecurityGroupIds', always),
  'AWS::Neptune::DBCluster': at('VpcSecurityGroupIds', always),
  'AWS::Redshift::Cluster': at('VpcSecurityGroupIds', written('ClusterSubnetGroupName')),
  'AWS::ElastiCache::ReplicationGroup': at('SecurityGroupIds', written('CacheSubnetGroupName')),
  'AWS::ElastiCache::CacheCluster': at('VpcSecurityGroupIds', written('CacheSubnetGroupName')),
  'AWS::MemoryDB::Cluster': at('SecurityGroupIds', always),
  'AWS::Lambda::Function': at('VpcConfig.SecurityGroupIds'),
  'AWS::ECS::Service': at(
    'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
    written('NetworkConfiguration.AwsvpcConfiguration'),
  ),
  'AWS::EFS::MountTarget': at('SecurityGroups'),
  'AWS::OpenSearchService::Domain': at('VPCOptions.SecurityGroupIds', written('VPCOptions')),
  'AWS::MSK::Cluster': at('BrokerNodeGroupInfo.SecurityGroups', always),
  'AWS::EKS::Cluster': at('ResourcesVpcConfig.SecurityGroupIds'),
  'AWS::CodeBuild::Project': at('VpcConfig.SecurityGroupIds'),
  'AWS::DMS::ReplicationInstance': at('VpcSecurityGroupIds', always),
  'AWS::FSx::FileSystem': at('SecurityGroupIds', always),
  'AWS::AmazonMQ::Broker': at('SecurityGroups', (broker) =>
    broker
      .get('DeploymentMode')
      .must(oneOf('SINGLE_INSTANCE', 'ACTIVE_STANDBY_MULTI_AZ', 'CLUSTER_MULTI_AZ')),
  ),
};

const REQUIRED = {
  ja: '用途ごとに作ったセキュリティグループ',
  en: 'a security group that was made for the purpose',
};

const NONE = {
  ja: '指定なし（VPCの既定のセキュリティグループが使われる）',
  en: 'not set, so that the default security group of the VPC is used',
};

/** Templates name the default group as an attribute of its VPC. Ids that they do not make are not looked into. */
const notDefault = satisfying(REQUIRED, (value) =>
  value.kind === 'reference' &&
  value.resource.type === 'AWS::EC2::VPC' &&
  value.attribute === 'DefaultSecurityGroup'
    ? 'breaks'
    : 'holds',
);

export const DefaultSecurityGroupIsUnused = defineRule({
  id: 'DefaultSecurityGroupIsUnused',
  clauses: ['7.1(8)②', '7.1(16)①'],
  title: {
    ja: 'VPCの既定のセキュリティグループを用いず、規則も加えない',
    en: 'Default security groups of VPCs are not used, and no rule is added to them',
  },
  why: {
    ja: '既定のセキュリティグループは、同じグループに属するもの同士の全ての通信と全ての送信を許すため、知らずに属した業務サーバやデータベースが互いに開いた状態になる。',
    en: 'The default group allows all traffic among its members and everything out: servers and databases of different systems that fall into it unnoticed stand open to each other.',
  },
  fix: {
    ja: '用途ごとにAWS::EC2::SecurityGroupを作り、SecurityGroupIds等に指定してください。指定しない場合は、全ての送信とグループ内の全ての受信を許す既定のグループが使われます。',
    en: 'Make an AWS::EC2::SecurityGroup for the purpose and name it in SecurityGroupIds or the like. Where none is named, the default group is used, which allows everything out and everything among its members.',
  },
  cdk: {
    ja: 'securityGroupsを指定し、VpcのrestrictDefaultSecurityGroupを用いる（マイナンバー利用事務系及びLGWAN接続系では、VPCの外で動く関数を伴わないMyNumberVpc又はLgwanVpcを用いる）',
    en: 'name securityGroups, and use restrictDefaultSecurityGroup of Vpc (in the my-number and LGWAN zones MyNumberVpc or LgwanVpc, which need no function outside of the VPC)',
  },
  relievedBy: [fulfilledBy('Custom::VpcRestrictDefaultSG')],
  resources: Object.keys(USES),
  check: (resource) => {
    const { paths, byDefault } = USES[resource.type] as Use;
    const named = Claim.all(paths.map((path) => mustAt(resource, path, notDefault)));
    if (byDefault === undefined) return named;
    const groups = namesGroups(resource, paths);
    // As most resources do: what would be so otherwise is of no interest.
    if (groups.holds === ALWAYS) return named;
    return named.and(
      groups
        .or(byDefault(resource).not())
        .or(Claim.when(defaultIsClosed(resource)))
        .explained(paths[0] as string, NONE, REQUIRED),
    );
  },
});

/** Some group is named at one of the paths. */
function namesGroups(resource: Resource, paths: readonly string[]): Claim {
  return Claim.any(
    paths.map((path) => {
      const [first, rest] = path.split('[*].');
      if (
        rest === undefined &&
        resource.itemValuesAt(path)?.some(({ kind }) => kind === 'reference') === true
      )
        return Claim.HOLDS;
      const list = resource.get(first as string);
      if (rest !== undefined) return list.items().some((item) => namesSome(item.get(rest), NONE, REQUIRED));
      return namesSome(list, NONE, REQUIRED);
    }),
  );
}

/** CDK takes all rules out of the default group by a custom resource. */
function defaultIsClosed(resource: Resource): Guard {
  let closed: Guard = NEVER;
  for (const [vpc, when] of vpcsOf(resource)) {
    for (const custom of vpc.deployment.referrers(
      vpc,
      'Custom::VpcRestrictDefaultSG',
      'DefaultSecurityGroupId',
    )) {
      closed = closed.or(custom.when.and(when));
    }
  }
  return closed;
}
