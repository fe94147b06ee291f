import {
  acl,
  addressOf,
  type Change,
  internetGateway,
  ipv6Of,
  network,
  OUTSIDE,
  OUTSIDE_6,
  ref,
  resource,
  route,
  template,
} from './pieces';
import type { Scenario } from './scenario';

const OUT = { from: 'my-number', to: 'internet-itself' } as const;
const IN = { from: 'internet-itself', to: 'my-number' } as const;
const out = { from: 'TaxHost', to: 'internet', source: addressOf('Tax'), destination: OUTSIDE };
const into = { from: 'internet', to: 'TaxHost', source: OUTSIDE, destination: addressOf('Tax') };
const out6 = { ...out, source: ipv6Of('Tax'), destination: OUTSIDE_6 };
const in6 = { ...into, source: OUTSIDE_6, destination: ipv6Of('Tax') };

const TO_GATEWAY = { GatewayId: ref('TaxGateway') };
const PUBLIC: Change = { subnet: { MapPublicIpOnLaunch: true } };
const ADDRESS = { TaxAddress: resource('AWS::EC2::EIP', { Domain: 'vpc', InstanceId: ref('TaxHost') }) };
const OUT_HOPS = ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxGateway'];
const IN_HOPS = ['TaxGateway', 'TaxSubnet', 'TaxHost'];
const exposed = (change: Change = {}) => [
  network('Tax', change),
  internetGateway('Tax'),
  route('Tax', '0.0.0.0/0', TO_GATEWAY),
];

export const INTERNET_PATHS: readonly Scenario[] = [
  {
    // A public address by the subnet's setting, a route, and a group that says nothing of what goes out.
    title: 'a public subnet in the my-number zone, outwards',
    templates: [template(...exposed(PUBLIC))],
    ...OUT,
    verdict: 'violation',
    hops: OUT_HOPS,
    packet: out,
  },
  {
    // The same inwards: the group lets everybody in.
    title: 'a public subnet in the my-number zone, inwards',
    templates: [template(...exposed(PUBLIC))],
    ...IN,
    verdict: 'violation',
    hops: IN_HOPS,
    packet: into,
  },
  {
    // An elastic address does what the subnet's setting does.
    title: 'an elastic address of an instance',
    templates: [template(...exposed(), ADDRESS)],
    ...IN,
    verdict: 'violation',
    hops: IN_HOPS,
    packet: into,
  },
  {
    // An internet gateway drops what has no public address.
    title: 'a route to the internet gateway, and no public address',
    templates: [template(...exposed())],
    ...OUT,
    verdict: 'compliant',
    hops: [],
    packet: out,
  },
  {
    // The gateway is attached and no route leads to it, so that nothing can be answered either.
    title: 'a public address, and no route to the internet gateway',
    templates: [template(network('Tax', PUBLIC), internetGateway('Tax'))],
    ...IN,
    verdict: 'compliant',
    hops: [],
    packet: into,
  },
  {
    // The table with the route belongs to no subnet; the subnet has the main table.
    title: 'a route to the Internet in a table that no subnet uses',
    templates: [template(...exposed({ ...PUBLIC, withoutTable: true }))],
    ...OUT,
    verdict: 'compliant',
    hops: [],
    packet: out,
  },
  ...egressOnly(),
  {
    // An IPv6 address is public by itself.
    title: 'an IPv6 address behind an internet gateway',
    templates: [
      template(network('Tax', { ipv6: true }), internetGateway('Tax'), route('Tax', '::/0', TO_GATEWAY)),
    ],
    ...IN,
    verdict: 'violation',
    hops: IN_HOPS,
    packet: in6,
  },
  {
    // One egress rule, and what it names is inside: nothing else gets out.
    title: 'a public host whose group lets out to inner addresses only',
    templates: [
      template(
        ...exposed({
          ...PUBLIC,
          group: { SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '10.0.0.0/8' }] },
        }),
      ),
    ],
    ...OUT,
    verdict: 'compliant',
    hops: [],
    packet: out,
  },
  {
    // A rule that is a resource of its own takes the place of the rule that lets everything out.
    // https://github.com/aws/aws-cdk/issues/987
    title: 'a public host whose only egress rule is a resource of its own',
    templates: [
      template(...exposed(PUBLIC), {
        TaxOut: resource('AWS::EC2::SecurityGroupEgress', {
          GroupId: ref('TaxGroup'),
          IpProtocol: '-1',
          CidrIp: '10.0.0.0/8',
        }),
      }),
    ],
    ...OUT,
    verdict: 'compliant',
    hops: [],
    packet: out,
  },
  {
    // What CDK writes for allowAllOutbound: false. The rule matches nobody and takes the place of the default ones.
    title: 'a public host whose group lets out to nobody, and to inner addresses by a rule of its own',
    templates: [
      template(
        ...exposed({
          ...PUBLIC,
          group: {
            SecurityGroupEgress: [
              {
                IpProtocol: 'icmp',
                FromPort: 252,
                ToPort: 86,
                CidrIp: '255.255.255.255/32',
                Description: 'Disallow all traffic',
              },
            ],
          },
        }),
        {
          TaxOut: resource('AWS::EC2::SecurityGroupEgress', {
            GroupId: ref('TaxGroup'),
            IpProtocol: '-1',
            CidrIp: '10.0.0.0/8',
          }),
        },
      ),
    ],
    ...OUT,
    verdict: 'compliant',
    hops: [],
    packet: out,
  },
  {
    // Requests leave, and no answer comes back in: the ACL lets in port 443 and no port of a client.
    title: 'a public host whose ACL does not let answers in',
    templates: [
      template(
        ...exposed(PUBLIC),
        acl(
          'Tax',
          { way: 'out', number: 100, action: 'allow' },
          { way: 'in', number: 100, action: 'allow', ports: [443, 443] },
        ),
      ),
    ],
    ...OUT,
    verdict: 'compliant',
    hops: [],
    packet: out,
  },
  {
    // No default route, and half of all addresses all the same.
    title: 'half of the Internet',
    templates: [
      template(network('Tax', PUBLIC), internetGateway('Tax'), route('Tax', '128.0.0.0/1', TO_GATEWAY)),
    ],
    ...OUT,
    verdict: 'violation',
    hops: OUT_HOPS,
    packet: out,
  },
];

function egressOnly(): readonly Scenario[] {
  const templates = [
    template(
      network('Tax', { ipv6: true }),
      {
        TaxOutwards: resource('AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref('TaxVpc') }),
      },
      route('Tax', '::/0', { EgressOnlyInternetGatewayId: ref('TaxOutwards') }),
    ),
  ];
  return [
    {
      // The default egress rules let out IPv6 too.
      title: 'an egress-only gateway, outwards',
      templates,
      ...OUT,
      verdict: 'violation',
      hops: ['TaxHost', 'TaxSubnet', 'TaxRoute', 'TaxOutwards'],
      packet: out6,
    },
    {
      // It lets in nothing but answers.
      title: 'an egress-only gateway, inwards',
      templates,
      ...IN,
      verdict: 'compliant',
      hops: [],
      packet: in6,
    },
  ];
}
