import { INTERNET, type Packet, simulate } from './simulator';
import { A_TO_B, group, host, OUTSIDE, PEERED, route, tables, tcp, transit, two } from './small-networks';
import type { GroupRule, Host, Topology } from './topology';

const fate = (topology: Topology, from: string, to: string, packet: Packet) =>
  simulate(topology, from, to, packet).fate;

describe('the simulator, within a VPC', () => {
  const neighbours = (change: Partial<Topology> = {}) =>
    two({
      subnets: [
        { id: 'A1', vpc: 'A', cidr: '10.0.0.0/24', zone: 'a', networkAcl: 'Acl' },
        { id: 'A2', vpc: 'A', cidr: '10.0.1.0/24', zone: 'a' },
      ],
      hosts: [host('One', 'A1', '10.0.0.10', ['AGroup']), host('Two', 'A2', '10.0.1.10', ['AGroup'])],
      networkAcls: [],
      ...change,
    });
  const packet = tcp('10.0.0.10', '10.0.1.10');

  test('the main route table joins its subnets', () => {
    expect(fate(neighbours(), 'One', 'Two', packet)).toBe('arrives');
  });
  test('nobody sends in another name', () => {
    expect(fate(neighbours(), 'One', 'Two', tcp('10.0.0.11', '10.0.1.10'))).toBe('dropped');
  });
  test('a group without ingress lets nothing in', () => {
    expect(fate(neighbours({ groups: [group('A', { ingress: [] })] }), 'One', 'Two', packet)).toBe('dropped');
  });
  test('a group with one egress rule lets out that only', () => {
    const egress = [
      { id: 'Out', peer: { cidr: '10.0.1.10/32' }, protocol: 6, ports: { from: 443, to: 443 } },
    ];
    const topology = neighbours({ groups: [group('A', { egress })] });
    expect(fate(topology, 'One', 'Two', packet)).toBe('arrives');
    expect(fate(topology, 'One', 'Two', { ...packet, destinationPort: 444 })).toBe('dropped');
  });
  test('an egress rule of its own takes the place of the rule that lets everything out', () => {
    const addedEgress = [
      { id: 'Out', peer: { cidr: '192.0.2.0/24' }, protocol: 6, ports: { from: 1, to: 1 } },
    ];
    expect(fate(neighbours({ groups: [group('A', { addedEgress })] }), 'One', 'Two', packet)).toBe('dropped');
  });
  test('the default group lets in its members only', () => {
    const closed = neighbours();
    const hosts = (groups: string[]) => [
      host('One', 'A1', '10.0.0.10', groups),
      host('Two', 'A2', '10.0.1.10', []),
    ];
    expect(fate({ ...closed, hosts: hosts([]) }, 'One', 'Two', packet)).toBe('arrives');
    expect(fate({ ...closed, hosts: hosts(['AGroup']) }, 'One', 'Two', packet)).toBe('dropped');
  });
  test('a reference to the group itself lets in its members', () => {
    const self: GroupRule = { id: 'Self', peer: { group: 'AGroup' }, protocol: -1 };
    expect(fate(neighbours({ groups: [group('A', { ingress: [self] })] }), 'One', 'Two', packet)).toBe(
      'arrives',
    );
  });

  const entry = (number: number, egress: boolean, allow: boolean, from = 0, to = 65535) => ({
    id: `Entry${number}${egress}`,
    egress,
    number,
    cidr: '0.0.0.0/0',
    protocol: 6,
    ports: { from, to },
    allow,
  });
  test('the entry with the least number decides', () => {
    const acl = (entries: object[]) =>
      neighbours({ networkAcls: [{ id: 'Acl', vpc: 'A', entries: entries as never }] });
    const back = entry(1, false, true);
    expect(
      fate(acl([back, entry(20, true, true), entry(10, true, false, 443, 443)]), 'One', 'Two', packet),
    ).toBe('dropped');
    expect(
      fate(acl([back, entry(10, true, true), entry(20, true, false, 443, 443)]), 'One', 'Two', packet),
    ).toBe('arrives');
  });
  test('an ACL must let the answer back in, to the port that the client chose', () => {
    const topology = neighbours({
      networkAcls: [
        { id: 'Acl', vpc: 'A', entries: [entry(1, true, true), entry(1, false, true, 50000, 65535)] },
      ],
    });
    expect(fate(topology, 'One', 'Two', packet)).toBe('dropped');
    expect(fate(topology, 'One', 'Two', { ...packet, sourcePort: 50000 })).toBe('arrives');
  });
  test('within one subnet there is no ACL', () => {
    const topology = neighbours({
      networkAcls: [{ id: 'Acl', vpc: 'A', entries: [] }],
      hosts: [host('One', 'A1', '10.0.0.10', ['AGroup']), host('Two', 'A1', '10.0.0.11', ['AGroup'])],
    });
    expect(fate(topology, 'One', 'Two', tcp('10.0.0.10', '10.0.0.11'))).toBe('arrives');
  });
});

describe('the simulator, over a peering', () => {
  test('with routes on both sides', () => {
    expect(simulate(two(PEERED), 'HostA', 'HostB', A_TO_B)).toMatchObject({
      fate: 'arrives',
      hops: expect.arrayContaining(['HostA', 'Peering', 'HostB']),
    });
  });
  test('nothing comes back without the route there', () => {
    const routeTables = tables([route('10.1.0.0/16', 'peering', 'Peering')], []);
    expect(fate(two({ ...PEERED, routeTables }), 'HostA', 'HostB', A_TO_B)).toBe('dropped');
  });
  test('a group of the peer may be referred to', () => {
    const groups = [
      group('A'),
      group('B', { ingress: [{ id: 'FromA', peer: { group: 'AGroup' }, protocol: -1 }] }),
    ];
    expect(fate(two({ ...PEERED, groups }), 'HostA', 'HostB', A_TO_B)).toBe('arrives');
  });
  test('does not lead to the peer of the peer', () => {
    const topology = two({
      ...PEERED,
      vpcs: [
        { id: 'A', cidrs: ['10.0.0.0/16'] },
        { id: 'B', cidrs: ['10.9.0.0/16'] },
      ],
    });
    expect(fate(topology, 'HostA', 'HostB', A_TO_B)).toBe('dropped');
  });
});

describe('the simulator, over a transit gateway', () => {
  test('absent defaults are enabled', () => {
    expect(simulate(two(transit()), 'HostA', 'HostB', A_TO_B)).toMatchObject({
      fate: 'arrives',
      hops: expect.arrayContaining(['AAttachment', 'Hub', 'Hub default route table', 'BAttachment']),
    });
  });
  test.each(['defaultAssociation', 'defaultPropagation'])('disabled %s', (property) => {
    expect(fate(two(transit({ [property]: false })), 'HostA', 'HostB', A_TO_B)).toBe('dropped');
  });
  test('a blackhole of the same length goes before what is propagated, a shorter one does not', () => {
    const blackhole = (cidr: string) =>
      two(
        transit(
          {
            defaultAssociation: false,
            tables: [{ id: 'T', routes: [{ id: 'Hole', cidr, target: 'blackhole' }] }],
          },
          { associatedWith: 'T', propagatedTo: ['T'] },
        ),
      );
    expect(fate(blackhole('10.1.0.0/16'), 'HostA', 'HostB', A_TO_B)).toBe('dropped');
    expect(fate(blackhole('10.0.0.0/8'), 'HostA', 'HostB', A_TO_B)).toBe('arrives');
  });
  test('IPv6 needs support by the attachments', () => {
    const ipv6 = (support: boolean) =>
      two({
        ...transit({}, { ipv6: support }),
        vpcs: ['A', 'B'].map((id, i) => ({ id, cidrs: [`10.${i}.0.0/16`], ipv6: `2600:1f14:0:${i}00::/56` })),
        hosts: ['A', 'B'].map((name, i) =>
          host(`Host${name}`, `${name}1`, `10.${i}.0.10`, [`${name}Group`], {
            ipv6: `2600:1f14:0:${i}00::a`,
          }),
        ),
      });
    const packet = tcp('2600:1f14:0:0::a', '2600:1f14:0:100::a');
    expect(fate(ipv6(true), 'HostA', 'HostB', packet)).toBe('arrives');
    expect(fate(ipv6(false), 'HostA', 'HostB', packet)).toBe('dropped');
  });
  test('no ACL stands between the gateway and a host in its subnet', () => {
    const acls = (entries: object[]) => ({
      ...two(transit()),
      subnets: two().subnets.map((subnet) =>
        subnet.id === 'B1' ? { ...subnet, networkAcl: 'Acl' } : subnet,
      ),
      networkAcls: [{ id: 'Acl', vpc: 'B', entries: entries as never }],
    });
    const open = (egress: boolean) => ({
      id: 'E',
      egress,
      number: 1,
      cidr: '0.0.0.0/0',
      protocol: -1,
      allow: true,
    });
    // Towards the gateway both directions are evaluated, so the answer needs both.
    expect(fate(acls([open(true), open(false)]), 'HostA', 'HostB', A_TO_B)).toBe('arrives');
    expect(fate(acls([open(true)]), 'HostA', 'HostB', A_TO_B)).toBe('dropped');
    expect(fate(acls([]), 'HostA', 'HostB', A_TO_B)).toBe('dropped');
  });
  test('a zone without a subnet of the attachment does not reach the gateway', () => {
    const topology = two(transit());
    const subnets = [
      ...topology.subnets,
      { ...topology.subnets[0]!, id: 'A2', cidr: '10.0.1.0/24', zone: 'c' },
    ];
    const hosts = [host('HostA', 'A2', '10.0.1.10', ['AGroup']), topology.hosts[1]!];
    expect(fate({ ...topology, subnets, hosts }, 'HostA', 'HostB', tcp('10.0.1.10', '10.1.0.10'))).toBe(
      'dropped',
    );
  });
});

describe('the simulator, at the Internet', () => {
  const facing = (change: Partial<Host>, routes: object[]) =>
    two(
      { routeTables: tables(routes, []), hosts: [host('HostA', 'A1', '10.0.0.10', ['AGroup'], change)] },
      { internetGateway: true },
    );
  const gateway = [route('0.0.0.0/0', 'internet-gateway')];

  test('a public address and a route are needed, both ways', () => {
    const out = tcp('10.0.0.10', OUTSIDE);
    const into = tcp(OUTSIDE, '10.0.0.10');
    expect(fate(facing({ public: true }, gateway), 'HostA', INTERNET, out)).toBe('arrives');
    expect(fate(facing({ public: true }, gateway), INTERNET, 'HostA', into)).toBe('arrives');
    expect(fate(facing({}, gateway), 'HostA', INTERNET, out)).toBe('dropped');
    expect(fate(facing({}, gateway), INTERNET, 'HostA', into)).toBe('dropped');
    expect(fate(facing({ public: true }, []), INTERNET, 'HostA', into)).toBe('dropped');
  });

  const behindNat = two(
    {
      subnets: [
        { id: 'A1', vpc: 'A', cidr: '10.0.0.0/24', zone: 'a', routeTable: 'Private' },
        { id: 'A2', vpc: 'A', cidr: '10.0.1.0/24', zone: 'a', routeTable: 'Public' },
      ],
      routeTables: [
        { id: 'Private', vpc: 'A', routes: [route('0.0.0.0/0', 'nat', 'Nat')] },
        { id: 'Public', vpc: 'A', routes: [route('0.0.0.0/0', 'internet-gateway')] },
      ],
      natGateways: [{ id: 'Nat', subnet: 'A2', address: '10.0.1.5', public: true }],
      hosts: [host('HostA', 'A1', '10.0.0.10', ['AGroup'])],
    },
    { internetGateway: true },
  );
  test('a NAT gateway lets out TCP, and in nothing but answers', () => {
    expect(simulate(behindNat, 'HostA', INTERNET, tcp('10.0.0.10', OUTSIDE))).toMatchObject({
      fate: 'arrives',
      hops: expect.arrayContaining(['Nat', INTERNET]),
    });
    expect(fate(behindNat, 'HostA', INTERNET, tcp('10.0.0.10', OUTSIDE, { protocol: 50 }))).toBe('dropped');
    expect(fate(behindNat, INTERNET, 'HostA', tcp(OUTSIDE, '10.0.0.10'))).toBe('dropped');
  });
  test('an egress-only gateway lets IPv6 out', () => {
    const topology = {
      ...facing({ ipv6: '2600:1f14::a' }, [route('::/0', 'egress-only')]),
      vpcs: [{ id: 'A', cidrs: ['10.0.0.0/16'], ipv6: '2600:1f14::/56', egressOnlyGateway: true as const }],
    };
    const outside = '2a00:1450::1';
    expect(fate(topology, 'HostA', INTERNET, tcp('2600:1f14::a', outside))).toBe('arrives');
    expect(fate(topology, INTERNET, 'HostA', tcp(outside, '2600:1f14::a'))).toBe('dropped');
  });
  test('the longest prefix decides', () => {
    const topology = facing({ public: true }, [...gateway, route('198.41.0.0/24', 'nat', 'Nat')]);
    const natGateways = [{ id: 'Nat', subnet: 'A1', address: '10.0.0.5', public: false }];
    expect(fate({ ...topology, natGateways }, 'HostA', INTERNET, tcp('10.0.0.10', OUTSIDE))).not.toBe(
      'arrives',
    );
    expect(fate({ ...topology, natGateways }, 'HostA', INTERNET, tcp('10.0.0.10', '8.8.8.8'))).toBe(
      'arrives',
    );
  });
});
