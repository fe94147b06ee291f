import { networkTemplates, STATED } from '../../../bench/network-topology';
import { Marks } from '../../../lib/analysis/marks';
import { separationOf } from '../../../lib/analysis/network/separation';
import { drawMap } from '../../../lib/analysis/zone-map/draw';
import { type MapGraph, type MapWay, resourceKey } from '../../../lib/analysis/zone-map/graph';
import { MIYAZAKI, type Profile } from '../../../lib/policy/profile';
import { deploymentOf, type TemplateBody } from '../../helpers/inline';
import { SCENARIOS } from '../network/scenarios';
import { attachment, hub, network, ref, resource, route, spoke, template } from '../network/scenarios/pieces';

function sourceOf(templates: readonly TemplateBody[], change: Partial<Profile> = {}) {
  const profile = { ...MIYAZAKI, ...change };
  return { deployment: deploymentOf(...templates), profile, marks: new Marks(profile.facts) };
}

const mapOf = (...given: Parameters<typeof sourceOf>) => drawMap(sourceOf(...given));
const forbidden = ({ ways }: MapGraph) => ways.filter(({ kind }) => kind === 'forbidden');
const permitted = ({ ways }: MapGraph) => ways.filter(({ kind }) => kind === 'permitted');
/** The last words of each hop: what it is called. */
const hopsOf = ({ stops }: MapWay) => stops.map(({ title }) => title.en.replace(/^.* (?=\w+$)/, ''));

/** What is wrong with a map: ends that are not there, and ways that jump. */
function faultsOf({ boxes, lines, ways }: MapGraph): readonly string[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const faults: string[] = [];
  if (byId.size !== boxes.length) faults.push('a box is there twice');
  if (lineOf.size !== lines.length) faults.push('a line is there twice');
  for (const { id, within } of boxes)
    if (within !== undefined && !byId.has(within)) faults.push(`${id} stands in nothing`);
  for (const { id, from, to } of lines) {
    if (!byId.has(from) || !byId.has(to)) faults.push(`${id} leads nowhere`);
    if (lineOf.has(`${to} > ${from}`)) faults.push(`${id} is there in both directions`);
  }
  const around = (id: string): readonly string[] => {
    const within = byId.get(id)?.within;
    return within === undefined ? [id] : [id, ...around(within)];
  };
  for (const { stops, lines: along } of ways) {
    for (const { box } of stops) if (!byId.has(box)) faults.push(`${box} is a stop and no box`);
    let at = stops[0]?.box ?? '';
    for (const { line, backwards } of along) {
      const { from = '', to = '' } = lineOf.get(line) ?? {};
      const [start, end] = backwards ? [to, from] : [from, to];
      if (!around(at).includes(start)) faults.push(`from ${at} no line begins at ${start}`);
      at = end;
    }
    if (!around(stops[stops.length - 1]?.box ?? '').includes(at)) faults.push(`it ends at ${at}`);
  }
  return faults;
}

const OVER_HUB = [template(hub(), spoke('Tax'), spoke('Office'))];

describe('a way that is forbidden', () => {
  const map = mapOf(OVER_HUB);
  const way = forbidden(map).find(({ from }) => from === 'my-number')!;
  const boxOf = (id: string) => map.boxes.find((box) => box.id === id)!;

  test('goes hop by hop, from what sends to what receives', () => {
    expect(hopsOf(way)).toEqual([
      'TaxHost',
      'TaxSubnet',
      'TaxRoute',
      'TaxAttachment',
      'Hub',
      expect.stringContaining('Hub (default association)'),
      expect.stringContaining('Hub (default propagation)'),
      'OfficeAttachment',
      'OfficeSubnet',
      'OfficeHost',
    ]);
    expect({ from: way.from, to: way.to }).toEqual({ from: 'my-number', to: 'lgwan' });
  });
  test('is drawn with all that it passes; tables stand where they count', () => {
    expect(way.stops.map(({ box }) => `${boxOf(box).kind} ${boxOf(box).title.en}`)).toEqual([
      'host TaxHost',
      'subnet TaxSubnet',
      'subnet TaxSubnet',
      'gateway TaxAttachment',
      'gateway Hub',
      'gateway Hub',
      'gateway Hub',
      'gateway OfficeAttachment',
      'subnet OfficeSubnet',
      'host OfficeHost',
    ]);
    expect(way.lines).toHaveLength(4);
  });
  test('names a packet, and the resource that its finding is at', () => {
    expect(way.packet.en).toMatch(/from 10\.0\.0\.10 to 10\.1\.0\.10$/);
    expect(way.place?.endsWith(resourceKey('', 'TaxAttachment'))).toBe(true);
  });
  test('is drawn in either direction along the same lines', () => {
    const back = forbidden(map).find(({ from }) => from === 'lgwan')!;
    expect(new Set(back.lines.map(({ line }) => line))).toEqual(new Set(way.lines.map(({ line }) => line)));
    expect(
      back.lines.every(({ line, backwards }) =>
        way.lines.some((on) => on.line === line && on.backwards !== backwards),
      ),
    ).toBe(true);
  });
  test('begins or ends at the Internet itself', () => {
    const gateway = template(network('Tax', { subnet: { MapPublicIpOnLaunch: true } }), {
      Gateway: resource('AWS::EC2::InternetGateway', {}),
      Link: resource('AWS::EC2::VPCGatewayAttachment', {
        VpcId: ref('TaxVpc'),
        InternetGatewayId: ref('Gateway'),
      }),
      ...route('Tax', '0.0.0.0/0', { GatewayId: ref('Gateway') }),
    });
    const ways = forbidden(mapOf([gateway]));
    expect(ways.map(hopsOf)).toEqual(
      expect.arrayContaining([
        ['Internet', 'Gateway', 'TaxSubnet', 'TaxHost'],
        ['TaxHost', 'TaxSubnet', 'TaxRoute', 'Gateway', 'Internet'],
      ]),
    );
  });
  test('names the choice before deployment that opens it', () => {
    const conditional = {
      ...template(hub(), spoke('Tax'), spoke('Office'), {
        OfficeAttachment: { ...(attachment('Office')['OfficeAttachment'] as object), Condition: 'Joined' },
      }),
      Parameters: { Join: { Type: 'String', AllowedValues: ['yes', 'no'] } },
      Conditions: { Joined: { 'Fn::Equals': [{ Ref: 'Join' }, 'yes'] } },
    };
    expect(forbidden(mapOf([conditional]))[0]?.condition?.en).toContain('Join');
    expect(way.condition).toBeUndefined();
  });
});

describe('traffic that may pass', () => {
  const zoneMatrix = [
    { from: 'lgwan', to: 'my-number', ports: ['tcp/443'], destinations: ['10.0.0.0/16'], approval: 'R8-030' },
  ] as const;
  const narrow = {
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.1.0.0/16' }],
  };
  const group = { Properties: { GroupDescription: 'Tax', VpcId: ref('TaxVpc'), ...narrow } };
  const closed = template(hub(), spoke('Tax'), spoke('Office'), {
    TaxGroup: { Type: 'AWS::EC2::SecurityGroup', ...group },
  });

  test('is that of the zone matrix, with the number of its approval', () => {
    const ways = permitted(mapOf([closed], { zoneMatrix }));
    expect(ways.map(({ from, to, approval }) => ({ from, to, approval }))).toEqual([
      { from: 'lgwan', to: 'my-number', approval: 'R8-030' },
    ]);
    expect(ways[0]?.packet.en).toContain('TCP 443');
    expect(hopsOf(ways[0]!)[0]).toBe('OfficeHost');
  });
  test('is nothing between zones apart of which the matrix does not speak', () => {
    expect(permitted(mapOf([closed]))).toEqual([]);
    expect(forbidden(mapOf([closed])).length).toBeGreaterThan(0);
  });
  test('is what the policy does not keep apart: the Internet zone with the Internet, and with the management zone', () => {
    const open = template(hub(), spoke('Shared'), spoke('Web', { subnet: { MapPublicIpOnLaunch: true } }), {
      Gateway: resource('AWS::EC2::InternetGateway', {}),
      Link: resource('AWS::EC2::VPCGatewayAttachment', {
        VpcId: ref('WebVpc'),
        InternetGatewayId: ref('Gateway'),
      }),
      ...route('Web', '0.0.0.0/0', { GatewayId: ref('Gateway') }, 'WebOut'),
    });
    const map = mapOf([open]);
    expect(new Set(permitted(map).map(({ from, to }) => `${from} ${to}`))).toEqual(
      new Set([
        'internet management',
        'management internet',
        'open-internet internet',
        'internet open-internet',
      ]),
    );
    expect(permitted(map).every(({ approval }) => approval === undefined)).toBe(true);
    expect(forbidden(map)).toEqual([]);
  });
});

test.each(
  SCENARIOS.filter(({ verdict }) => verdict === 'violation').map(
    (scenario) => [scenario.title, scenario] as const,
  ),
)('no line or way of a map leads nowhere: %s', (_title, { templates, facts }) => {
  const source = sourceOf(templates, { facts: { ...MIYAZAKI.facts, ...facts } });
  const map = drawMap(source);
  expect(faultsOf(map)).toEqual([]);
  const { trespasses } = separationOf(source);
  expect(forbidden(map).length + map.undrawn).toBe(trespasses.length);
});

describe('a large map', () => {
  const templates = networkTemplates({ ...STATED, leak: true });
  const map = mapOf(templates);
  const count = (kind: string) => map.boxes.filter((box) => box.kind === kind).length;

  test('shows each network, and opens only those that something forbidden passes', () => {
    expect(count('network')).toBe(50);
    expect(count('subnet')).toBe(2);
    expect(map.boxes.length).toBeLessThan(80);
    expect(map.lines.length).toBeLessThan(20);
  });
  test('shows the way through it hop by hop', () => {
    expect(faultsOf(map)).toEqual([]);
    expect(forbidden(map)).toHaveLength(1);
    const [way] = forbidden(map);
    expect(hopsOf(way!).filter((hop) => /^(Host|Subnet|Hub|Attachment)\d*$/.test(hop))).toEqual([
      'Host0',
      'Subnet0',
      'Attachment',
      'Hub',
      'Attachment',
      'Subnet0',
      'Host0',
    ]);
  });
  test('loses no resource that a finding may be at', () => {
    const shown = new Set(map.boxes.flatMap(({ resources }) => [...resources]));
    const subnets = sourceOf(templates).deployment.ofType('AWS::EC2::Subnet');
    expect(
      subnets.filter(({ template, logicalId }) => !shown.has(resourceKey(template.path, logicalId))),
    ).toEqual([]);
  });
  test('is the same each time', () => {
    expect(mapOf(templates)).toEqual(map);
  });
});
