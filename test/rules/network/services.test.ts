import { ServiceLeadsNobodyIntoIsolatedZone } from '../../../lib/rules/network/ServiceLeadsNobodyIntoIsolatedZone';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, ref, subnet, tagged, vpc } from './pieces';

const balancer = (zone?: string) =>
  make('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Scheme: 'internal', ...tagged(zone) });
const link = (target: unknown) => make('AWS::ApiGateway::VpcLink', { Name: 'inner', TargetArns: [target] });
const method = make('AWS::ApiGateway::Method', {
  RestApiId: ref('Api'),
  Integration: { Type: 'HTTP_PROXY', ConnectionType: 'VPC_LINK', ConnectionId: ref('Link') },
});
const api = (types?: readonly string[]) =>
  make('AWS::ApiGateway::RestApi', {
    Name: 'api',
    ...(types === undefined ? {} : { EndpointConfiguration: { Types: types } }),
  });
const origin = (target: unknown) =>
  make('AWS::CloudFront::VpcOrigin', { VpcOriginEndpointConfig: { Arn: target, Name: 'inner' } });
const lattice = (inner: string, member: string) => ({
  Inner: vpc(inner),
  Member: vpc(member),
  Network: make('AWS::VpcLattice::ServiceNetwork'),
  Service: make('AWS::VpcLattice::Service'),
  Listener: make('AWS::VpcLattice::Listener', {
    ServiceIdentifier: ref('Service'),
    DefaultAction: { Forward: { TargetGroups: [{ TargetGroupIdentifier: ref('Targets') }] } },
  }),
  Targets: make('AWS::VpcLattice::TargetGroup', { Config: { VpcIdentifier: ref('Inner') } }),
  Offer: make('AWS::VpcLattice::ServiceNetworkServiceAssociation', {
    ServiceIdentifier: ref('Service'),
    ServiceNetworkIdentifier: ref('Network'),
  }),
  Membership: make('AWS::VpcLattice::ServiceNetworkVpcAssociation', {
    ServiceNetworkIdentifier: ref('Network'),
    VpcIdentifier: ref('Member'),
  }),
});

ruleCases(ServiceLeadsNobodyIntoIsolatedZone, [
  {
    name: 'accepts a link to the Internet zone',
    expect: 'compliant',
    zone: 'none',
    example: true,
    resources: { Balancer: balancer('internet'), Link: link(ref('Balancer')), Api: api(), Method: method },
  },
  {
    name: 'refuses a link of a public API into the my-number zone',
    expect: 'violation',
    zone: 'none',
    example: true,
    resources: { Balancer: balancer('my-number'), Link: link(ref('Balancer')), Api: api(), Method: method },
    property: 'TargetArns[0]',
    message: /Balancer, of the my-number/,
  },
  {
    name: 'accepts a link that only a private API uses',
    expect: 'compliant',
    zone: 'none',
    resources: {
      Balancer: balancer('my-number'),
      Link: link(ref('Balancer')),
      Api: api(['PRIVATE']),
      Method: method,
    },
  },
  {
    name: 'does not know whose APIs use a link that none here uses',
    expect: 'undetermined',
    zone: 'none',
    resources: { Balancer: balancer('lgwan'), Link: link(ref('Balancer')) },
  },
  {
    name: 'asks what a target is that the templates do not hold',
    expect: 'evidence',
    zone: 'none',
    resources: {
      Link: link('arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:loadbalancer/net/x/1'),
    },
  },
  {
    name: 'refuses a link of an HTTP API into a subnet of the LGWAN zone',
    expect: 'violation',
    zone: 'none',
    resources: {
      Vpc: vpc('lgwan'),
      Subnet: subnet(),
      Link: make('AWS::ApiGatewayV2::VpcLink', { Name: 'inner', SubnetIds: [ref('Subnet')] }),
    },
    property: 'SubnetIds[0]',
  },
  {
    name: 'refuses an origin of CloudFront in the my-number zone',
    expect: 'violation',
    zone: 'none',
    resources: { Balancer: balancer('my-number'), Origin: origin(ref('Balancer')) },
    property: 'VpcOriginEndpointConfig.Arn',
  },
  {
    name: 'leaves an origin that itself lies in the zone to the rule about entrances',
    expect: 'compliant',
    resources: { Balancer: balancer('my-number'), Origin: origin(ref('Balancer')) },
  },
  {
    name: 'names the condition',
    expect: 'violation',
    zone: 'none',
    template: {
      ...ENV,
      Resources: {
        Inner: balancer('my-number'),
        Outer: balancer('internet'),
        Origin: origin(either('Production', ref('Outer'), ref('Inner'))),
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'refuses an accelerator before the LGWAN zone',
    expect: 'violation',
    zone: 'none',
    resources: {
      Balancer: balancer('lgwan'),
      Group: make('AWS::GlobalAccelerator::EndpointGroup', {
        EndpointConfigurations: [{ EndpointId: ref('Balancer') }],
      }),
    },
  },
  {
    name: 'refuses a service of the my-number zone in a service network with a member of the Internet zone',
    expect: 'violation',
    zone: 'none',
    subject: 'Offer',
    resources: lattice('my-number', 'internet'),
    property: 'Config.VpcIdentifier',
  },
  {
    name: 'accepts a service network whose members are of the zone',
    expect: 'compliant',
    zone: 'none',
    subject: 'Offer',
    resources: lattice('my-number', 'my-number'),
  },
]);
