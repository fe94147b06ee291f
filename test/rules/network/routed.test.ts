import { SecurityGroupRangeIsRouted } from '../../../lib/rules/network/SecurityGroupRangeIsRouted';
import { ruleCases } from '../../helpers/rule-cases';
import { association, ENV, gateway, make, ref, route, subnet, table, vpc } from './pieces';

const group = (range: unknown, more: object = {}) =>
  make('AWS::EC2::SecurityGroup', {
    VpcId: ref('Vpc'),
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: range }],
    ...more,
  });
const NETWORK = { Vpc: vpc('lgwan'), Subnet: subnet(), Table: table(), Association: association() };
const GATEWAY = {
  Gateway: gateway,
  Attachment: make('AWS::EC2::VPCGatewayAttachment', {
    VpcId: ref('Vpc'),
    InternetGatewayId: ref('Gateway'),
  }),
  Out: route({ GatewayId: ref('Gateway') }),
};

ruleCases(SecurityGroupRangeIsRouted, [
  {
    name: 'accepts a range of the VPC itself',
    expect: 'compliant',
    example: true,
    resources: { ...NETWORK, Group: group('10.0.3.0/24') },
  },
  {
    name: 'refuses a range to which nothing leads',
    expect: 'violation',
    example: true,
    resources: { ...NETWORK, Group: group('10.9.0.0/16') },
    property: 'SecurityGroupIngress[0].CidrIp',
  },
  {
    name: 'accepts clients of an endpoint service, which need no route to arrive at its load balancer',
    expect: 'compliant',
    subject: 'Group',
    resources: {
      ...NETWORK,
      Group: group('10.9.0.0/16'),
      Balancer: make('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Type: 'network',
        Scheme: 'internal',
        SecurityGroups: [ref('Group')],
      }),
      Service: make('AWS::EC2::VPCEndpointService', { NetworkLoadBalancerArns: [ref('Balancer')] }),
    },
  },
  {
    name: 'accepts everybody, of whom some are in the VPC',
    expect: 'compliant',
    resources: { ...NETWORK, Group: group('0.0.0.0/0') },
  },
  {
    name: 'accepts an address of the Internet where there is a route to it',
    expect: 'compliant',
    resources: { ...NETWORK, ...GATEWAY, Group: group('203.0.113.5/32') },
  },
  {
    name: 'refuses an address of the Internet where there is none',
    expect: 'violation',
    resources: { ...NETWORK, Group: group('203.0.113.5/32') },
  },
  {
    name: 'accepts a destination to which no traffic goes',
    expect: 'compliant',
    resources: {
      ...NETWORK,
      Group: group('10.0.0.0/24', {
        SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }],
      }),
    },
  },
  {
    name: 'accepts what a gateway elsewhere may carry',
    expect: 'compliant',
    resources: {
      ...NETWORK,
      Out: route({ TransitGatewayId: 'tgw-1' }, '10.0.0.0/8'),
      Group: group('10.9.0.0/16'),
    },
  },
  {
    name: 'accepts any range in a VPC whose subnets are elsewhere',
    expect: 'compliant',
    resources: { Vpc: vpc('lgwan'), Group: group('10.9.0.0/16') },
  },
  {
    name: 'judges a rule that stands by itself',
    expect: 'violation',
    subject: 'Rule',
    resources: {
      ...NETWORK,
      Group: make('AWS::EC2::SecurityGroup', { VpcId: ref('Vpc') }),
      Rule: make('AWS::EC2::SecurityGroupEgress', {
        GroupId: ref('Group'),
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        CidrIp: '10.9.0.0/16',
      }),
    },
    property: 'CidrIp',
  },
  {
    name: 'names the choice under which there is no route',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: {
        ...NETWORK,
        Out: { ...route({ TransitGatewayId: 'tgw-1' }, '10.0.0.0/8'), Condition: 'Production' },
        Group: group('10.9.0.0/16'),
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'does not know of a parameter whether there is a route to it',
    expect: 'undetermined',
    template: {
      Parameters: { Range: { Type: 'String' } },
      Resources: { ...NETWORK, Group: group({ Ref: 'Range' }) },
    },
  },
  {
    name: 'accepts a parameter where there is a route to everywhere',
    expect: 'compliant',
    template: {
      Parameters: { Range: { Type: 'String' } },
      Resources: {
        ...NETWORK,
        Out: route({ TransitGatewayId: 'tgw-1' }),
        Group: group({ Ref: 'Range' }),
      },
    },
  },
]);
