import { LoadBalancerPortHasListener } from '../../../lib/rules/network/LoadBalancerPortHasListener';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, make, ref } from './pieces';

const open = (from: unknown, to: unknown = from) => ({
  IpProtocol: 'tcp',
  FromPort: from,
  ToPort: to,
  CidrIp: '203.0.113.0/24',
});
const group = (...rules: readonly unknown[]) =>
  make('AWS::EC2::SecurityGroup', { GroupDescription: 'portal', SecurityGroupIngress: rules });
const balancer = make('AWS::ElasticLoadBalancingV2::LoadBalancer', {
  SecurityGroups: [ref('Group')],
  Subnets: ['subnet-1', 'subnet-2'],
});
const listener = (port: unknown) =>
  make('AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: ref('Balancer'), Port: port });
const web = (...rules: readonly unknown[]) => ({
  Group: group(...rules),
  Balancer: balancer,
  Listener: listener(443),
});

ruleCases(LoadBalancerPortHasListener, [
  {
    name: 'accepts the port of the listener',
    expect: 'compliant',
    subject: 'Group',
    example: true,
    resources: web(open(443)),
  },
  {
    name: 'refuses a port without a listener',
    expect: 'violation',
    subject: 'Group',
    property: /^SecurityGroupIngress\[1\]/,
    example: true,
    resources: web(open(443), open(8080)),
  },
  { name: 'refuses a range around it', expect: 'violation', subject: 'Group', resources: web(open(80, 443)) },
  {
    name: 'refuses all protocols',
    expect: 'violation',
    subject: 'Group',
    resources: web({ IpProtocol: '-1', CidrIp: '203.0.113.0/24' }),
  },
  {
    name: 'reads rules that stand by themselves',
    expect: 'violation',
    subject: 'Rule',
    resources: {
      ...web(),
      Rule: make('AWS::EC2::SecurityGroupIngress', {
        GroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] },
        ...open(8080),
      }),
    },
  },
  {
    name: 'asks nothing where others add the listeners',
    expect: 'compliant',
    subject: 'Group',
    resources: { Group: group(open(8080)), Balancer: balancer },
  },
  {
    name: 'asks nothing of a group in which there are servers as well',
    expect: 'compliant',
    subject: 'Group',
    resources: {
      ...web(open(443), open(8080)),
      Server: make('AWS::EC2::Instance', { SecurityGroupIds: [ref('Group')] }),
    },
  },
  {
    name: 'asks nothing where the port of a listener is a parameter',
    expect: 'compliant',
    subject: 'Group',
    template: {
      Parameters: { Port: { Type: 'Number' } },
      Resources: { ...web(open(8080)), Second: listener(ref('Port')) },
    },
  },
  {
    name: 'does not know a port that is a parameter',
    expect: 'undetermined',
    subject: 'Group',
    template: {
      Parameters: { Port: { Type: 'Number' } },
      Resources: web(open(ref('Port'))),
    },
  },
  {
    name: 'names the condition under which the port is open',
    expect: 'violation',
    subject: 'Group',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: web(open(443), { 'Fn::If': ['Production', ref('AWS::NoValue'), open(8080)] }),
    },
  },
]);
