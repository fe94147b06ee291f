import { SecurityGroupNamesDestinations } from '../../../lib/rules/network/SecurityGroupNamesDestinations';
import { SecurityGroupNamesPorts } from '../../../lib/rules/network/SecurityGroupNamesPorts';
import { ruleCases } from '../../helpers/rule-cases';
import { att, ENV, either, make, ref } from './pieces';

const group = (more: Record<string, unknown>, others: Record<string, unknown> = {}) => ({
  Group: make('AWS::EC2::SecurityGroup', { GroupDescription: 'app', VpcId: 'vpc-1', ...more }),
  ...others,
});
const out = (...SecurityGroupEgress: readonly unknown[]) => group({ SecurityGroupEgress });
const EVERYBODY = { CidrIp: '0.0.0.0/0' };
const ALL = { IpProtocol: '-1' };
const tcp = (FromPort: unknown, ToPort: unknown = FromPort) => ({ IpProtocol: 'tcp', FromPort, ToPort });
const web = { Web: make('AWS::EC2::SecurityGroup', { GroupDescription: 'web', VpcId: 'vpc-1' }) };
const fromWeb = { SourceSecurityGroupId: att('Web', 'GroupId') };
const closed = { SecurityGroupEgress: [{ ...ALL, CidrIp: '127.0.0.1/32' }] };
const ingress = (rule: Record<string, unknown>, others: Record<string, unknown> = web) =>
  group({ ...closed, SecurityGroupIngress: [rule] }, others);

ruleCases(SecurityGroupNamesDestinations, [
  {
    name: 'accepts one port to everybody: of a server on the Internet that fetches updates',
    expect: 'compliant',
    zone: 'internet',
    example: true,
    resources: out({ ...tcp(443), ...EVERYBODY }),
  },
  {
    name: 'warns of everything to everybody',
    expect: 'violation',
    zone: 'internet',
    example: true,
    property: /^SecurityGroupEgress\[0\]/,
    resources: out({ ...ALL, ...EVERYBODY }),
  },
  {
    name: 'reads absence as that',
    expect: 'violation',
    zone: 'management',
    property: 'SecurityGroupEgress',
    resources: group({}),
  },
  {
    name: 'takes every port of a protocol for the same',
    expect: 'violation',
    zone: 'internet',
    resources: out({ ...tcp(0, 65535), ...EVERYBODY }),
  },
  {
    name: 'sees it over IPv6',
    expect: 'violation',
    zone: 'internet',
    resources: out({ ...tcp(443), ...EVERYBODY }, { ...ALL, CidrIpv6: '::/0' }),
  },
  {
    name: 'accepts everything inside of the network',
    expect: 'compliant',
    zone: 'internet',
    resources: out({ ...ALL, CidrIp: '10.0.0.0/16' }),
  },
  {
    name: 'leaves ways to a group to other rules',
    expect: 'compliant',
    zone: 'internet',
    resources: out({ ...ALL, DestinationSecurityGroupId: 'sg-1' }),
  },
  {
    name: 'knows that a rule that stands by itself replaces the one that AWS makes',
    expect: 'compliant',
    zone: 'internet',
    subject: 'Group',
    resources: group(
      {},
      { Rule: make('AWS::EC2::SecurityGroupEgress', { GroupId: ref('Group'), ...tcp(443), ...EVERYBODY }) },
    ),
  },
  {
    name: 'judges such a rule',
    expect: 'violation',
    zone: 'internet',
    resources: { Rule: make('AWS::EC2::SecurityGroupEgress', { GroupId: 'sg-1', ...ALL, ...EVERYBODY }) },
  },
  {
    name: 'names the choice',
    expect: 'violation',
    zone: 'internet',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: out({ ...ALL, CidrIp: either('Production', '10.0.0.0/16', '0.0.0.0/0') }),
    },
  },
  {
    name: 'does not know addresses that are a parameter',
    expect: 'undetermined',
    zone: 'internet',
    template: { Parameters: { Cidr: { Type: 'String' } }, Resources: out({ ...ALL, CidrIp: ref('Cidr') }) },
  },
  {
    name: 'is not asked in the closed zones, where another rule blocks',
    expect: 'not-applicable',
    zone: 'my-number',
    resources: out({ ...ALL, ...EVERYBODY }),
  },
]);

ruleCases(SecurityGroupNamesPorts, [
  {
    name: 'accepts a port from a group',
    expect: 'compliant',
    subject: 'Group',
    example: true,
    resources: ingress({ ...tcp(5432), ...fromWeb }),
  },
  {
    name: 'warns of all ports from a group',
    expect: 'violation',
    subject: 'Group',
    example: true,
    property: /^SecurityGroupIngress\[0\]/,
    resources: ingress({ ...ALL, ...fromWeb }),
  },
  {
    name: 'takes nearly all ports of a protocol for the same',
    expect: 'violation',
    subject: 'Group',
    zone: 'internet',
    resources: ingress({ ...tcp(1024, 65535), ...fromWeb }),
  },
  {
    name: 'sees the way to a group as well',
    expect: 'violation',
    subject: 'Group',
    resources: group(
      { SecurityGroupEgress: [{ ...ALL, DestinationSecurityGroupId: att('Web', 'GroupId') }] },
      web,
    ),
  },
  {
    name: 'accepts that members of a group talk to each other by any port, as a cluster does',
    expect: 'compliant',
    resources: {
      Rule: make('AWS::EC2::SecurityGroupIngress', {
        GroupId: 'sg-1',
        ...ALL,
        SourceSecurityGroupId: 'sg-1',
      }),
    },
  },
  {
    name: 'warns of all ports from a network of the city, in the zones that are not closed',
    expect: 'violation',
    zone: 'internet',
    resources: ingress({ ...ALL, CidrIp: '10.0.0.0/16' }, {}),
  },
  {
    name: 'leaves that to the rule that blocks in the closed zones',
    expect: 'compliant',
    resources: ingress({ ...ALL, CidrIp: '10.0.0.0/16' }, {}),
  },
  {
    name: 'leaves to other rules what is open to everybody',
    expect: 'compliant',
    zone: 'internet',
    resources: ingress({ ...ALL, ...EVERYBODY }, {}),
  },
  {
    name: 'accepts the dynamic ports, which Windows needs as a whole',
    expect: 'compliant',
    subject: 'Group',
    resources: ingress({ ...tcp(49152, 65535), ...fromWeb }),
  },
  {
    name: 'accepts protocols without ports',
    expect: 'compliant',
    subject: 'Group',
    resources: ingress({ IpProtocol: 'icmp', FromPort: 8, ToPort: -1, ...fromWeb }),
  },
  {
    name: 'names the choice',
    expect: 'violation',
    subject: 'Group',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: ingress({
        IpProtocol: either('Production', 'tcp', '-1'),
        FromPort: 443,
        ToPort: 443,
        ...fromWeb,
      }),
    },
  },
  {
    name: 'does not know a protocol that is a parameter',
    expect: 'undetermined',
    subject: 'Group',
    template: {
      Parameters: { Protocol: { Type: 'String' } },
      Resources: ingress({ IpProtocol: ref('Protocol'), FromPort: 443, ToPort: 443, ...fromWeb }),
    },
  },
]);
