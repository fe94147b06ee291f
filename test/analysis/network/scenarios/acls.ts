import { acl, hub, OVER_HUB, packetBetween, ref, resource, spoke, TAX_TO_OFFICE, template } from './pieces';
import type { Scenario } from './scenario';

const packet = packetBetween('Tax', 'Office');
const none: Pick<Scenario, 'verdict' | 'hops'> = { verdict: 'compliant', hops: [] };
const passes: Pick<Scenario, 'verdict' | 'hops'> = { verdict: 'violation', hops: OVER_HUB };

/** The transit gateway's interface stands apart, so that the ACL is between it and the host. */
function apart(...entries: Parameters<typeof acl>[1][]) {
  return template(
    hub(),
    spoke('Tax'),
    spoke('Office', {}, { SubnetIds: [ref('OfficeEntry')] }),
    {
      OfficeEntry: resource('AWS::EC2::Subnet', {
        VpcId: ref('OfficeVpc'),
        CidrBlock: '10.1.9.0/24',
        AvailabilityZone: 'ap-northeast-1a',
      }),
    },
    acl('Office', ...entries),
  );
}

export const ACLS: readonly Scenario[] = [
  {
    // The request gets in, and the answer goes to a port of the client's, which the ACL does not let out.
    title: 'an ACL that does not let answers out',
    templates: [
      apart(
        { way: 'in', number: 100, action: 'allow' },
        { way: 'out', number: 100, action: 'allow', ports: [443, 443] },
      ),
    ],
    ...TAX_TO_OFFICE,
    ...none,
    packet,
  },
  {
    // Any client port that passes is enough: there is one.
    title: 'an ACL that lets answers out to a single port',
    templates: [
      apart(
        { way: 'in', number: 100, action: 'allow' },
        { way: 'out', number: 100, action: 'allow', ports: [40000, 40000] },
      ),
    ],
    ...TAX_TO_OFFICE,
    ...passes,
    packet,
  },
  {
    // The entry with the lower number decides, wherever it stands.
    title: 'an ACL that denies before it allows',
    templates: [
      apart(
        { way: 'out', number: 100, action: 'allow' },
        { way: 'in', number: 100, action: 'allow' },
        { way: 'in', number: 90, action: 'deny' },
      ),
    ],
    ...TAX_TO_OFFICE,
    ...none,
    packet,
  },
  {
    // The denial comes too late.
    title: 'an ACL that denies after it allows',
    templates: [
      apart(
        { way: 'out', number: 100, action: 'allow' },
        { way: 'in', number: 110, action: 'deny' },
        { way: 'in', number: 100, action: 'allow' },
      ),
    ],
    ...TAX_TO_OFFICE,
    ...passes,
    packet,
  },
  {
    // A network ACL that a template makes denies everything until it has entries.
    title: 'an ACL without entries',
    templates: [apart()],
    ...TAX_TO_OFFICE,
    ...none,
    packet,
  },
  {
    // Only one port is denied; the next one is not, and the group is open.
    title: 'an ACL that denies one port',
    templates: [
      apart(
        { way: 'out', number: 100, action: 'allow' },
        { way: 'in', number: 90, action: 'deny', ports: [443, 443] },
        { way: 'in', number: 100, action: 'allow' },
      ),
    ],
    ...TAX_TO_OFFICE,
    ...passes,
    packet: { ...packet, port: 444 },
  },
];
