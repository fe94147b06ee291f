import { AutoScalingChecksHealth } from '../../../lib/rules/continuity/AutoScalingChecksHealth';
import { FailoverRecordChecksHealth } from '../../../lib/rules/continuity/FailoverRecordChecksHealth';
import { LinesAreRedundant } from '../../../lib/rules/continuity/LinesAreRedundant';
import { ManagedServiceIsRedundant } from '../../../lib/rules/continuity/ManagedServiceIsRedundant';
import { NatGatewayInEachZone } from '../../../lib/rules/continuity/NatGatewayInEachZone';
import { SubnetsSpanZones } from '../../../lib/rules/continuity/SubnetsSpanZones';
import { ruleCases } from '../../helpers/rule-cases';
import { about, marked, NONE, of, p, ref, when } from './pieces';

const subnet = (zone: unknown) => of('AWS::EC2::Subnet', { VpcId: 'vpc-1', AvailabilityZone: zone });
const zoneAt = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
const A = subnet('ap-northeast-1a');
const B = subnet('ap-northeast-1c');
const subnets = { A, B, A2: A };
const balancer = (...Subnets: unknown[]) => of('AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets });
const lambda = (SubnetIds: unknown) =>
  of('AWS::Lambda::Function', { VpcConfig: { SubnetIds, SecurityGroupIds: ['sg-1'] } });
const onX = { subject: 'X' };

ruleCases(SubnetsSpanZones, [
  about(
    'accepts subnets of two zones',
    'compliant',
    { ...subnets, X: lambda([ref('A'), ref('B')]) },
    { ...onX, example: true },
  ),
  about(
    'refuses one subnet',
    'violation',
    { A, X: lambda([ref('A')]) },
    { ...onX, example: true, property: 'VpcConfig.SubnetIds' },
  ),
  about(
    'refuses two subnets of one zone',
    'violation',
    { ...subnets, X: lambda([ref('A'), ref('A2')]) },
    onX,
  ),
  about('refuses the same subnet twice', 'violation', { ...subnets, X: lambda([ref('A'), ref('A')]) }, onX),
  about(
    'reads zones from the list of the region',
    'compliant',
    { A: subnet(zoneAt(0)), B: subnet(zoneAt(1)), X: lambda([ref('A'), ref('B')]) },
    onX,
  ),
  about(
    'refuses one place in the list of zones',
    'violation',
    { A: subnet(zoneAt(0)), B: subnet(zoneAt(0)), X: lambda([ref('A'), ref('B')]) },
    onX,
  ),
  about('asks for the zones of subnets that are not at hand', 'evidence', {
    X: lambda(['subnet-1', 'subnet-2']),
  }),
  about('cannot tell a list by parameter', 'undetermined', { X: lambda(p) }),
  about(
    'cannot tell a second subnet under a condition',
    'undetermined',
    { ...subnets, X: lambda([ref('A'), when(ref('B'), NONE)]) },
    onX,
  ),
  about('has no say on a function outside of a VPC', 'compliant', { X: of('AWS::Lambda::Function') }),
  about('takes two subnets of a load balancer for two zones, as AWS does', 'compliant', {
    X: balancer('subnet-1', 'subnet-2'),
  }),
  about('refuses a load balancer in one subnet', 'violation', { X: balancer('subnet-1') }),
  about('reads mappings of subnets', 'violation', {
    X: of('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Type: 'network',
      SubnetMappings: [{ SubnetId: 'subnet-1', AllocationId: 'eipalloc-1' }],
    }),
  }),
  about('reads zones by name', 'compliant', {
    X: of('AWS::AutoScaling::AutoScalingGroup', {
      AvailabilityZones: ['ap-northeast-1a', 'ap-northeast-1c'],
    }),
  }),
  about('refuses one zone by name', 'violation', {
    X: of('AWS::AutoScaling::AutoScalingGroup', { AvailabilityZones: ['ap-northeast-1a'] }),
  }),
  about('refuses brokers in one subnet', 'violation', {
    X: of('AWS::MSK::Cluster', { BrokerNodeGroupInfo: { ClientSubnets: ['subnet-1'] } }),
  }),
  about('asks nothing of a gateway endpoint', 'compliant', {
    X: of('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway', RouteTableIds: ['rtb-1'] }),
  }),
  about('refuses an interface endpoint in one subnet', 'violation', {
    X: of('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface', SubnetIds: ['subnet-1'] }),
  }),
  about('leaves a search domain of one node to its own rule', 'compliant', {
    X: of('AWS::OpenSearchService::Domain', { VPCOptions: { SubnetIds: ['subnet-1'] } }),
  }),
  {
    name: 'asks it of availability 2 only',
    expect: 'not-applicable',
    template: marked({ Availability: 1 }, { X: lambda(['subnet-1']) }),
  },
]);

ruleCases(ManagedServiceIsRedundant, [
  about(
    'accepts nodes of DAX that replace each other',
    'compliant',
    { X: of('AWS::DAX::Cluster', { ReplicationFactor: '3' }) },
    { example: true },
  ),
  about(
    'refuses a single node of DAX',
    'violation',
    { X: of('AWS::DAX::Cluster', { ReplicationFactor: 1 }) },
    { example: true, property: 'ReplicationFactor' },
  ),
  about('cannot tell a number by parameter', 'undetermined', {
    X: of('AWS::DAX::Cluster', { ReplicationFactor: p }),
  }),
  about('sees the branch with one node', 'violation', {
    X: of('AWS::DAX::Cluster', { ReplicationFactor: when(3, 1) }),
  }),
  about('refuses a Redshift of one node', 'violation', {
    X: of('AWS::Redshift::Cluster', { ClusterType: 'single-node' }),
  }),
  about('accepts a Redshift of several nodes', 'compliant', {
    X: of('AWS::Redshift::Cluster', { ClusterType: 'multi-node', NumberOfNodes: 2 }),
  }),
  about('accepts a Redshift of several zones', 'compliant', {
    X: of('AWS::Redshift::Cluster', { ClusterType: 'multi-node', MultiAZ: true }),
  }),
  about('refuses replication by one server', 'violation', { X: of('AWS::DMS::ReplicationInstance') }),
  about('accepts replication in several zones', 'compliant', {
    X: of('AWS::DMS::ReplicationConfig', { ComputeConfig: { MultiAZ: true } }),
  }),
  about('refuses a node group that may shrink to one', 'violation', {
    X: of('AWS::EKS::Nodegroup', { ScalingConfig: { DesiredSize: 3, MinSize: 1, MaxSize: 3 } }),
  }),
  about('refuses a Redis without a group', 'violation', {
    X: of('AWS::ElastiCache::CacheCluster', { Engine: 'redis', NumCacheNodes: 1 }),
  }),
  about('accepts a Memcached over zones', 'compliant', {
    X: of('AWS::ElastiCache::CacheCluster', { Engine: 'memcached', NumCacheNodes: 2, AZMode: 'cross-az' }),
  }),
  about('takes the replica that a graph has by default', 'compliant', { X: of('AWS::NeptuneGraph::Graph') }),
  about('refuses a graph without replicas', 'violation', {
    X: of('AWS::NeptuneGraph::Graph', { ReplicaCount: 0 }),
  }),
  about('takes the standby that a collection has by default', 'compliant', {
    X: of('AWS::OpenSearchServerless::Collection', { Name: 'c' }),
  }),
  about('refuses a collection without a standby', 'violation', {
    X: of('AWS::OpenSearchServerless::Collection', { Name: 'c', StandbyReplicas: 'DISABLED' }),
  }),
  about('takes the two instances of an elastic cluster by default', 'compliant', {
    X: of('AWS::DocDBElastic::Cluster'),
  }),
  about('refuses a time series server on its own', 'violation', {
    X: of('AWS::Timestream::InfluxDBInstance', { DeploymentType: 'SINGLE_AZ' }),
  }),
  about('refuses a model on one instance', 'violation', {
    X: of('AWS::SageMaker::EndpointConfig', { ProductionVariants: [{ InitialInstanceCount: 1 }] }),
  }),
  about('leaves a serverless model alone', 'compliant', {
    X: of('AWS::SageMaker::EndpointConfig', {
      ProductionVariants: [{ ServerlessConfig: { MaxConcurrency: 5 } }],
    }),
  }),
  about('refuses a single broker of Kafka', 'violation', {
    X: of('AWS::MSK::Cluster', { NumberOfBrokerNodes: 1 }),
  }),
]);

const nat = (SubnetId: unknown, more: object = {}) => of('AWS::EC2::NatGateway', { SubnetId, ...more });
const routed = (name: string, gateway: string, behind: string) => ({
  [`T${name}`]: of('AWS::EC2::RouteTable', { VpcId: 'vpc-1' }),
  [`R${name}`]: of('AWS::EC2::Route', {
    RouteTableId: ref(`T${name}`),
    DestinationCidrBlock: '0.0.0.0/0',
    NatGatewayId: ref(gateway),
  }),
  [`S${name}`]: of('AWS::EC2::SubnetRouteTableAssociation', {
    RouteTableId: ref(`T${name}`),
    SubnetId: ref(behind),
  }),
});

ruleCases(NatGatewayInEachZone, [
  about(
    'accepts a gateway that serves its own zone',
    'compliant',
    { A, A2: A, X: nat(ref('A')), ...routed('1', 'X', 'A2') },
    { example: true },
  ),
  about(
    'refuses one gateway for two zones',
    'violation',
    { A, A2: A, B, X: nat(ref('A')), ...routed('1', 'X', 'A2'), ...routed('2', 'X', 'B') },
    { example: true, property: 'SubnetId' },
  ),
  about('accepts a gateway of the region', 'compliant', {
    A,
    B,
    X: nat(ref('A'), { AvailabilityMode: 'regional' }),
    ...routed('2', 'X', 'B'),
  }),
  about('cannot tell the zone of a parameter', 'undetermined', {
    A,
    B: subnet(p),
    X: nat(ref('A')),
    ...routed('2', 'X', 'B'),
  }),
]);

const record = (more: object) =>
  of('AWS::Route53::RecordSet', { Name: 'juki.example.lg.jp', Type: 'A', ...more });

ruleCases(FailoverRecordChecksHealth, [
  {
    name: 'refuses a primary that always counts as healthy',
    expect: 'violation',
    resources: { X: record({ Failover: 'PRIMARY', SetIdentifier: 'p' }) },
    example: true,
    property: 'HealthCheckId',
  },
  {
    name: 'accepts a health check',
    expect: 'compliant',
    resources: { X: record({ Failover: 'PRIMARY', SetIdentifier: 'p', HealthCheckId: 'h' }) },
    example: true,
  },
  about('accepts an alias that looks at its target', 'compliant', {
    X: record({ Failover: 'PRIMARY', AliasTarget: { EvaluateTargetHealth: true } }),
  }),
  about('asks nothing of the standby', 'compliant', { X: record({ Failover: 'SECONDARY' }) }),
  about('asks nothing of a plain record', 'compliant', { X: record({}) }),
  about('cannot tell by parameter', 'undetermined', {
    X: record({ Failover: 'PRIMARY', AliasTarget: { EvaluateTargetHealth: p } }),
  }),
  about('looks into groups of records', 'violation', {
    X: of('AWS::Route53::RecordSetGroup', { RecordSets: [{ Name: 'a', Type: 'A', Failover: 'PRIMARY' }] }),
  }),
  about('sees a check under a condition', 'violation', {
    X: record({ Failover: 'PRIMARY', HealthCheckId: when('h', NONE) }),
  }),
]);

const group = (more: object) =>
  of('AWS::AutoScaling::AutoScalingGroup', { MinSize: '2', MaxSize: '4', ...more });

ruleCases(AutoScalingChecksHealth, [
  about(
    'refuses the default behind a load balancer',
    'violation',
    { X: group({ TargetGroupARNs: ['arn:tg'] }) },
    { example: true, property: 'HealthCheckType' },
  ),
  about(
    'accepts the check of the load balancer',
    'compliant',
    { X: group({ TargetGroupARNs: ['arn:tg'], HealthCheckType: 'ELB' }) },
    { example: true },
  ),
  about('accepts it among others', 'compliant', {
    X: group({ TargetGroupARNs: ['arn:tg'], HealthCheckType: 'EC2,ELB' }),
  }),
  about('asks nothing of a group without a load balancer', 'compliant', { X: group({}) }),
  about('cannot tell by parameter', 'undetermined', {
    X: group({ LoadBalancerNames: ['classic'], HealthCheckType: p }),
  }),
  about('sees the branch with the default', 'violation', {
    X: group({ TargetGroupARNs: ['arn:tg'], HealthCheckType: when('ELB', NONE) }),
  }),
]);

const vpn = (customer: unknown, more: object = { VpnGatewayId: ref('G') }) =>
  of('AWS::EC2::VPNConnection', { Type: 'ipsec.1', CustomerGatewayId: customer, ...more });
const G = of('AWS::EC2::VPNGateway', { Type: 'ipsec.1' });
const customers = {
  C1: of('AWS::EC2::CustomerGateway', { IpAddress: '192.0.2.1' }),
  C2: of('AWS::EC2::CustomerGateway', { IpAddress: '192.0.2.2' }),
};
const D = of('AWS::DirectConnect::DirectConnectGateway', { DirectConnectGatewayName: 'city' });
const line = (ConnectionId: unknown) =>
  of('AWS::DirectConnect::TransitVirtualInterface', {
    DirectConnectGatewayId: ref('D'),
    ConnectionId,
    Vlan: 101,
  });

ruleCases(LinesAreRedundant, [
  about(
    'accepts two lines to one gateway',
    'compliant',
    { G, ...customers, X: vpn(ref('C1')), Y: vpn(ref('C2')) },
    { ...onX, example: true },
  ),
  about(
    'refuses a single line',
    'violation',
    { G, ...customers, X: vpn(ref('C1')) },
    { ...onX, example: true, property: 'VpnGatewayId' },
  ),
  about(
    'refuses two connections over one line',
    'violation',
    { G, ...customers, X: vpn(ref('C1')), Y: vpn(ref('C1')) },
    onX,
  ),
  about(
    'cannot tell lines by parameter',
    'undetermined',
    { G, ...customers, X: vpn(ref('C1')), Y: vpn(p) },
    onX,
  ),
  about('asks about a gateway that is not at hand', 'evidence', {
    X: vpn('cgw-1', { TransitGatewayId: 'tgw-1' }),
  }),
  about('refuses a single Direct Connect', 'violation', { D, X: line('dxcon-1') }, onX),
  about('accepts two Direct Connects', 'compliant', { D, X: line('dxcon-1'), Y: line('dxcon-2') }, onX),
]);
