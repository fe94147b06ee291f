import {
  addressOf,
  type Change,
  hub,
  OVER_HUB,
  packetBetween,
  ref,
  resource,
  spoke,
  TAX_TO_OFFICE,
  template,
} from './pieces';
import type { Scenario } from './scenario';

const packet = packetBetween('Tax', 'Office');

/** Two zones that a hub joins, so that groups and ACLs alone decide. */
function joined(tax: Change = {}, office: Change = {}, ...more: object[]) {
  return template(hub(), spoke('Tax', tax), spoke('Office', office), ...(more as Record<string, unknown>[]));
}

const tcp = (from: number, to: number, peer: object) => ({
  IpProtocol: 'tcp',
  FromPort: from,
  ToPort: to,
  ...peer,
});
const lets = (...rules: object[]): Change => ({ group: { SecurityGroupIngress: rules } });
const FROM_TAX = { CidrIp: '10.0.0.0/16' };
const none: Pick<Scenario, 'verdict' | 'hops'> = { verdict: 'compliant', hops: [] };
const passes: Pick<Scenario, 'verdict' | 'hops'> = { verdict: 'violation', hops: OVER_HUB };

/** One VPC with a subnet for each of two zones. */
function oneVpc(ingress: object) {
  const subnet = (zone: string, cidr: string) =>
    resource('AWS::EC2::Subnet', {
      VpcId: ref('Vpc'),
      CidrBlock: cidr,
      AvailabilityZone: 'ap-northeast-1a',
      Tags: [{ Key: 'jichitai:zone', Value: zone }],
    });
  const host = (name: string, address: string, zone: string) =>
    resource('AWS::EC2::Instance', {
      ImageId: 'ami-0123456789abcdef0',
      SubnetId: ref(`${name}Subnet`),
      PrivateIpAddress: address,
      SecurityGroupIds: [ref('Group')],
      Tags: [{ Key: 'jichitai:zone', Value: zone }],
    });
  return template({
    Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
    TaxSubnet: subnet('my-number', '10.0.0.0/24'),
    OfficeSubnet: subnet('lgwan', '10.0.1.0/24'),
    Group: resource('AWS::EC2::SecurityGroup', { GroupDescription: 'both', VpcId: ref('Vpc') }),
    GroupIn: resource('AWS::EC2::SecurityGroupIngress', {
      GroupId: ref('Group'),
      IpProtocol: '-1',
      ...ingress,
    }),
    TaxHost: host('Tax', addressOf('Tax'), 'my-number'),
    OfficeHost: host('Office', '10.0.1.10', 'lgwan'),
  });
}

export const GROUPS: readonly Scenario[] = [
  {
    // The local route joins the subnets of a VPC, and the group lets in itself.
    title: 'two zones in one VPC and one group',
    templates: [oneVpc({ SourceSecurityGroupId: ref('Group') })],
    ...TAX_TO_OFFICE,
    verdict: 'violation',
    hops: ['TaxHost', 'TaxSubnet', 'OfficeSubnet', 'OfficeHost'],
    packet: { ...packet, destination: '10.0.1.10' },
  },
  {
    // Only the group keeps them apart: it lets in an address that neither has.
    title: 'two zones in one VPC whose group lets in a third address',
    templates: [oneVpc({ CidrIp: '10.9.0.0/16' })],
    ...TAX_TO_OFFICE,
    ...none,
    packet: { ...packet, destination: '10.0.1.10' },
  },
  {
    // No ingress rule: nothing gets in.
    title: 'a group without ingress',
    templates: [joined({}, { group: { SecurityGroupIngress: [] } })],
    ...TAX_TO_OFFICE,
    ...none,
    packet,
  },
  {
    // The group opens one port to the other zone.
    title: 'a group that lets in one port of the other zone',
    templates: [joined({}, lets(tcp(443, 443, FROM_TAX)))],
    ...TAX_TO_OFFICE,
    ...passes,
    packet,
  },
  {
    // The group itself has no rule, and one is added to it.
    title: 'a group that lets in one port, by a rule that is a resource of its own',
    templates: [
      joined(
        {},
        { group: { SecurityGroupIngress: [] } },
        {
          OfficeIn: resource('AWS::EC2::SecurityGroupIngress', {
            GroupId: ref('OfficeGroup'),
            ...tcp(443, 443, FROM_TAX),
          }),
        },
      ),
    ],
    ...TAX_TO_OFFICE,
    ...passes,
    packet,
  },
  {
    // What the one lets out the other does not let in.
    title: 'two groups that have no port in common',
    templates: [
      joined(
        { group: { SecurityGroupEgress: [tcp(0, 442, { CidrIp: '0.0.0.0/0' })] } },
        lets(tcp(443, 65535, FROM_TAX)),
      ),
    ],
    ...TAX_TO_OFFICE,
    ...none,
    packet,
  },
  {
    // Port 443 is the last of the one range and the first of the other.
    title: 'two groups that have one port in common',
    templates: [
      joined(
        { group: { SecurityGroupEgress: [tcp(0, 443, { CidrIp: '0.0.0.0/0' })] } },
        lets(tcp(443, 65535, FROM_TAX)),
      ),
    ],
    ...TAX_TO_OFFICE,
    ...passes,
    packet,
  },
  {
    // TCP leaves, UDP would be let in.
    title: 'two groups that have no protocol in common',
    templates: [
      joined(
        { group: { SecurityGroupEgress: [tcp(443, 443, { CidrIp: '0.0.0.0/0' })] } },
        lets({ IpProtocol: 'udp', FromPort: 443, ToPort: 443, ...FROM_TAX }),
      ),
    ],
    ...TAX_TO_OFFICE,
    ...none,
    packet,
  },
  {
    // 10.0.0.0/30 does not hold 10.0.0.10, and the zone has no other host.
    title: 'a group that lets in addresses of the other zone that nobody has',
    templates: [joined({}, lets(tcp(443, 443, { CidrIp: '10.0.0.0/30' })))],
    ...TAX_TO_OFFICE,
    ...none,
    packet,
  },
  {
    // Several groups allow what one of them does.
    title: 'a second group that is open',
    templates: [
      joined(
        {},
        {
          group: { SecurityGroupIngress: [] },
          host: { SecurityGroupIds: [ref('OfficeGroup'), ref('OfficeMore')] },
        },
        {
          OfficeMore: resource('AWS::EC2::SecurityGroup', {
            GroupDescription: 'more',
            VpcId: ref('OfficeVpc'),
            SecurityGroupIngress: [tcp(443, 443, FROM_TAX)],
          }),
        },
      ),
    ],
    ...TAX_TO_OFFICE,
    ...passes,
    packet,
  },
  {
    // Without a group an instance has the VPC's default one, which lets in nobody but its members.
    title: 'a host that has the default group',
    templates: [joined({}, { host: { SecurityGroupIds: undefined } })],
    ...TAX_TO_OFFICE,
    ...none,
    packet,
  },
  {
    // The list holds the other zone's range.
    title: 'a group that lets in a prefix list',
    templates: [
      joined({}, lets(tcp(443, 443, { SourcePrefixListId: ref('Clients') })), {
        Clients: resource('AWS::EC2::PrefixList', {
          PrefixListName: 'clients',
          AddressFamily: 'IPv4',
          MaxEntries: 2,
          Entries: [{ Cidr: '192.168.0.0/16' }, { Cidr: '10.0.0.0/24' }],
        }),
      }),
    ],
    ...TAX_TO_OFFICE,
    ...passes,
    packet,
  },
  {
    // The list does not hold it.
    title: 'a group that lets in a prefix list of others',
    templates: [
      joined({}, lets(tcp(443, 443, { SourcePrefixListId: ref('Clients') })), {
        Clients: resource('AWS::EC2::PrefixList', {
          PrefixListName: 'clients',
          AddressFamily: 'IPv4',
          MaxEntries: 1,
          Entries: [{ Cidr: '192.168.0.0/16' }],
        }),
      }),
    ],
    ...TAX_TO_OFFICE,
    ...none,
    packet,
  },
];
