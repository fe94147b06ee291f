import { NoPeeringAcrossZones } from '../../../lib/rules/network/NoPeeringAcrossZones';
import { NoPrivateLinkAcrossZones } from '../../../lib/rules/network/NoPrivateLinkAcrossZones';
import { NoTransitGatewayAcrossZones } from '../../../lib/rules/network/NoTransitGatewayAcrossZones';
import { TransitGatewayDefaultsDisabled } from '../../../lib/rules/network/TransitGatewayDefaultsDisabled';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, facts, make, ref, subnet, vpc } from './pieces';

const peering = (VpcId: unknown, PeerVpcId: unknown) =>
  make('AWS::EC2::VPCPeeringConnection', { VpcId, PeerVpcId });

ruleCases(NoPeeringAcrossZones, [
  {
    name: 'accepts two VPCs of one zone',
    expect: 'compliant',
    zone: 'none',
    resources: { A: vpc('my-number'), B: vpc('my-number'), Peering: peering(ref('A'), ref('B')) },
  },
  {
    name: 'accepts zones neither of which must stay apart',
    expect: 'compliant',
    zone: 'none',
    resources: { A: vpc('internet'), B: vpc('management'), Peering: peering(ref('A'), ref('B')) },
  },
  {
    name: 'refuses the my-number and the Internet zone',
    expect: 'violation',
    zone: 'none',
    resources: { A: vpc('internet'), B: vpc('my-number'), Peering: peering(ref('A'), ref('B')) },
    property: 'PeerVpcId',
  },
  {
    name: 'refuses the my-number and the LGWAN zone',
    expect: 'violation',
    zone: 'none',
    resources: { A: vpc('lgwan'), B: vpc('my-number'), Peering: peering(ref('A'), ref('B')) },
  },
  {
    name: 'does not know the zone of a peer that already exists',
    expect: 'undetermined',
    zone: 'none',
    resources: { A: vpc('my-number'), Peering: peering(ref('A'), 'vpc-1') },
  },
  {
    name: 'takes the zone of the peer from the profile',
    expect: 'compliant',
    zone: 'none',
    profile: facts({ zoneOf: { 'vpc-1': 'my-number' } }),
    resources: { A: vpc('my-number'), Peering: peering(ref('A'), 'vpc-1') },
  },
  {
    name: 'refuses a peer that the profile knows to be of another zone',
    expect: 'violation',
    zone: 'none',
    profile: facts({ zoneOf: { 'vpc-1': 'lgwan' } }),
    resources: { A: vpc('my-number'), Peering: peering(ref('A'), 'vpc-1') },
  },
  {
    name: 'follows the export of another stack',
    expect: 'violation',
    zone: 'none',
    template: [
      { Resources: { A: vpc('internet') }, Outputs: { A: { Value: ref('A'), Export: { Name: 'a' } } } },
      { Resources: { B: vpc('my-number'), Peering: peering(ref('B'), { 'Fn::ImportValue': 'a' }) } },
    ],
  },
  {
    name: 'names the condition',
    expect: 'violation',
    zone: 'none',
    template: {
      ...ENV,
      Resources: {
        A: vpc('my-number'),
        B: vpc('my-number'),
        C: vpc('internet'),
        Peering: peering(ref('A'), either('Production', ref('B'), ref('C'))),
      },
    },
    message: /when Env is "test"/,
  },
]);

const hub = (more: Record<string, unknown> = {}) => make('AWS::EC2::TransitGateway', more);
const apart = hub({ DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' });
const attach = (VpcId: unknown, TransitGatewayId: unknown = ref('Hub'), type = 'TransitGatewayAttachment') =>
  make(`AWS::EC2::${type}`, { VpcId, TransitGatewayId, SubnetIds: ['subnet-1'] });
const associate = (attachment: string, routeTable: unknown) =>
  make('AWS::EC2::TransitGatewayRouteTableAssociation', {
    TransitGatewayAttachmentId: ref(attachment),
    TransitGatewayRouteTableId: routeTable,
  });
const propagate = (attachment: string, routeTable: unknown) =>
  make('AWS::EC2::TransitGatewayRouteTablePropagation', {
    TransitGatewayAttachmentId: ref(attachment),
    TransitGatewayRouteTableId: routeTable,
  });
const routeTable = make('AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') });
const two = {
  Inner: vpc('my-number'),
  Outer: vpc('internet'),
  In: attach(ref('Inner')),
  Out: attach(ref('Outer'), ref('Hub'), 'TransitGatewayVpcAttachment'),
};

ruleCases(NoTransitGatewayAcrossZones, [
  {
    name: 'refuses the default tables, which are on where nothing is said',
    expect: 'violation',
    zone: 'none',
    subject: 'In',
    resources: { ...two, Hub: hub() },
    message: /Out/,
  },
  {
    name: 'accepts a gateway whose defaults are off and that has no tables',
    expect: 'compliant',
    zone: 'none',
    subject: 'In',
    resources: { ...two, Hub: apart },
  },
  {
    name: 'accepts a table for each zone',
    expect: 'compliant',
    zone: 'none',
    subject: 'In',
    resources: {
      ...two,
      Hub: apart,
      T1: routeTable,
      T2: routeTable,
      A1: associate('In', ref('T1')),
      P1: propagate('In', ref('T1')),
      A2: associate('Out', ref('T2')),
      P2: propagate('Out', ref('T2')),
    },
  },
  {
    name: 'refuses a shared table by association and propagation',
    expect: 'violation',
    zone: 'none',
    subject: 'In',
    resources: {
      ...two,
      Hub: apart,
      T1: routeTable,
      A1: associate('In', ref('T1')),
      P2: propagate('Out', ref('T1')),
    },
  },
  {
    name: 'refuses a static route to the other zone',
    expect: 'violation',
    zone: 'none',
    subject: 'In',
    resources: {
      ...two,
      Hub: apart,
      T2: routeTable,
      A2: associate('Out', ref('T2')),
      Route: make('AWS::EC2::TransitGatewayRoute', {
        TransitGatewayRouteTableId: ref('T2'),
        TransitGatewayAttachmentId: ref('In'),
        DestinationCidrBlock: '10.0.0.0/16',
      }),
    },
  },
  {
    name: 'accepts that both propagate into a table that neither is associated with',
    expect: 'compliant',
    zone: 'none',
    subject: 'In',
    resources: {
      ...two,
      Hub: apart,
      T1: routeTable,
      P1: propagate('In', ref('T1')),
      P2: propagate('Out', ref('T1')),
    },
  },
  {
    name: 'does not know whether two tables that are parameters are the same',
    expect: 'undetermined',
    zone: 'none',
    subject: 'In',
    template: {
      Parameters: { T1: { Type: 'String' }, T2: { Type: 'String' } },
      Resources: {
        ...two,
        Hub: apart,
        A1: associate('In', ref('T1')),
        P2: propagate('Out', ref('T2')),
      },
    },
  },
  {
    name: 'finds the other attachment in another stack',
    expect: 'violation',
    zone: 'none',
    subject: 'In',
    template: [
      {
        Resources: { Hub: hub(), Outer: vpc('internet'), Out: attach(ref('Outer')) },
        Outputs: { Hub: { Value: ref('Hub'), Export: { Name: 'hub' } } },
      },
      { Resources: { Inner: vpc('my-number'), In: attach(ref('Inner'), { 'Fn::ImportValue': 'hub' }) } },
    ],
  },
  {
    name: 'does not know a transit gateway that already exists',
    expect: 'undetermined',
    zone: 'none',
    resources: { Inner: vpc('my-number'), In: attach(ref('Inner'), 'tgw-1') },
  },
  {
    name: 'takes its zone from the profile',
    expect: 'compliant',
    zone: 'none',
    profile: facts({ zoneOf: { 'tgw-1': 'my-number' } }),
    resources: { Inner: vpc('my-number'), In: attach(ref('Inner'), 'tgw-1') },
  },
  {
    name: 'accepts two VPCs of one zone on the default tables',
    expect: 'compliant',
    zone: 'none',
    subject: 'In',
    resources: { ...two, Outer: vpc('my-number'), Hub: hub() },
  },
  {
    name: 'names the condition under which the other one is attached',
    expect: 'violation',
    zone: 'none',
    subject: 'In',
    template: {
      ...ENV,
      Resources: { ...two, Out: { ...two.Out, Condition: 'Production' }, Hub: hub() },
    },
    message: /when Env is "production"/,
  },
]);

ruleCases(TransitGatewayDefaultsDisabled, [
  { name: 'accepts what is disabled', expect: 'compliant', resources: { Hub: apart } },
  { name: 'reads absence as enabled', expect: 'violation', resources: { Hub: hub() } },
  {
    name: 'asks for propagation as well',
    expect: 'violation',
    resources: { Hub: hub({ DefaultRouteTableAssociation: 'disable' }) },
    property: 'DefaultRouteTablePropagation',
  },
  {
    name: 'refuses to accept attachments of other accounts unseen',
    expect: 'violation',
    resources: {
      Hub: hub({
        DefaultRouteTableAssociation: 'disable',
        DefaultRouteTablePropagation: 'disable',
        AutoAcceptSharedAttachments: 'enable',
      }),
    },
  },
  {
    name: 'is asked of a gateway of the management zone that carries a my-number VPC',
    expect: 'violation',
    zone: 'management',
    resources: { Hub: hub(), Inner: vpc('my-number'), In: attach(ref('Inner')) },
  },
  {
    name: 'is not asked where no isolated zone is attached',
    expect: 'compliant',
    zone: 'internet',
    resources: { Hub: hub(), Outer: vpc('internet'), Out: attach(ref('Outer')) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Default: { Type: 'String', Default: 'disable' } },
      Resources: {
        Hub: hub({
          DefaultRouteTableAssociation: ref('Default'),
          DefaultRouteTablePropagation: ref('Default'),
        }),
      },
    },
  },
  {
    name: 'says so where the zone is not declared',
    expect: 'undetermined',
    zone: 'none',
    resources: { Hub: hub() },
    message: /jichitai:zone/,
  },
]);

const endpoint = (ServiceName: unknown) =>
  make('AWS::EC2::VPCEndpoint', { VpcId: ref('Vpc'), VpcEndpointType: 'Interface', ServiceName });
const service = (Vpc: string) => ({
  ServiceSubnet: subnet(ref(Vpc)),
  Balancer: make('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Type: 'network',
    Scheme: 'internal',
    Subnets: [ref('ServiceSubnet')],
  }),
  Service: make('AWS::EC2::VPCEndpointService', { NetworkLoadBalancerArns: [ref('Balancer')] }),
});

ruleCases(
  NoPrivateLinkAcrossZones,
  [
    {
      name: 'accepts a service of AWS',
      expect: 'compliant',
      resources: {
        Vpc: vpc('my-number'),
        Endpoint: endpoint({ 'Fn::Sub': 'com.amazonaws.${AWS::Region}.s3' }),
      },
    },
    {
      name: 'accepts a service of the same zone',
      expect: 'compliant',
      zone: 'none',
      subject: 'Endpoint',
      resources: {
        Vpc: vpc('my-number'),
        Endpoint: endpoint({ 'Fn::Sub': 'com.amazonaws.vpce.${AWS::Region}.${Service}' }),
        ...service('Vpc'),
      },
    },
    {
      name: 'refuses a service of another zone',
      expect: 'violation',
      zone: 'none',
      subject: 'Endpoint',
      resources: {
        Vpc: vpc('my-number'),
        Endpoint: endpoint({ 'Fn::Sub': 'com.amazonaws.vpce.${AWS::Region}.${Service}' }),
        Other: vpc('internet'),
        ...service('Other'),
      },
    },
    {
      name: 'asks for evidence on a service of somebody else',
      expect: 'evidence',
      resources: {
        Vpc: vpc('my-number'),
        Endpoint: endpoint('com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0'),
      },
    },
  ],
  { undetermined: 'an unknown service needs evidence, not a guess' },
);
