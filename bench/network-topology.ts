import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A large network as templates: VPCs of three zones around one transit gateway, each with its subnets, hosts, groups
 * and an ACL. The same size gives the same templates. The zones are apart, so that all of it must be looked at: each
 * zone has a table of its own in the hub, and only a leak joins the first zone with a VPC of the second.
 *
 *     node -r ./scripts/swc-register.cjs bench/network-topology.ts FOLDER [RULES] [leak]
 */
export interface NetworkSize {
  /** At most 250. */
  readonly vpcs: number;
  readonly subnets: number;
  /** Of security groups, in and out. */
  readonly rules: number;
  /** Whether one static route joins two zones. @default false */
  readonly leak?: boolean;
}

/** What is to be analysed in two seconds. */
export const STATED: NetworkSize = { vpcs: 50, subnets: 400, rules: 2_000 };

/** The same network with more and more rules, to see how time grows with them. */
export const GROWING: readonly NetworkSize[] = [1, 2, 4, 8, 16].map((factor) => ({
  ...STATED,
  rules: STATED.rules * factor,
}));

interface Template {
  readonly Resources: Readonly<Record<string, unknown>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

const ZONES = ['my-number', 'lgwan', 'internet'] as const;
/** A group has 60 rules at most; this is what groups commonly have. */
const RULES_OF_GROUP = 10;
const PORTS = [22, 80, 443, 1433, 1521, 3306, 5432, 6379, 8080, 8443];

const ref = (Ref: string) => ({ Ref });
const imported = (name: string) => ({ 'Fn::ImportValue': name });
const resource = (Type: string, Properties: object) => ({ Type, Properties });

/** One template for the hub, one for each VPC, and one for the leak. */
export function networkTemplates(size: NetworkSize): readonly Template[] {
  const names = Array.from({ length: size.vpcs }, (_, index) => index);
  return [
    hubTemplate(),
    ...names.map((vpc) =>
      vpcTemplate(vpc, share(size.subnets, size.vpcs, vpc), share(size.rules, size.vpcs, vpc), size),
    ),
    ...(size.leak === true ? [leakTemplate()] : []),
  ];
}

/** Writes them as files. @returns the number of resources */
export function writeNetwork(size: NetworkSize, folder: string): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const templates = networkTemplates(size);
  for (const [index, template] of templates.entries())
    writeFileSync(join(folder, `network-${index}.template.json`), JSON.stringify(template, undefined, 1));
  return templates.reduce((sum, { Resources }) => sum + Object.keys(Resources).length, 0);
}

function hubTemplate(): Template {
  const tables = ZONES.map((_, zone) => `Table${zone}`);
  const ids = ['Hub', ...tables];
  return {
    Resources: {
      Hub: resource('AWS::EC2::TransitGateway', {
        DefaultRouteTableAssociation: 'disable',
        DefaultRouteTablePropagation: 'disable',
      }),
      ...Object.fromEntries(
        tables.map((id) => [
          id,
          resource('AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }),
        ]),
      ),
    },
    Outputs: Object.fromEntries(
      ids.map((id) => [`Out${id}`, { Value: ref(id), Export: { Name: `hub:${id}` } }]),
    ),
  };
}

/** A route from the first VPC's zone to the second VPC, and one back. */
function leakTemplate(): Template {
  const over = (table: string, to: number) =>
    resource('AWS::EC2::TransitGatewayRoute', {
      TransitGatewayRouteTableId: imported(`hub:${table}`),
      DestinationCidrBlock: `10.${to}.0.0/16`,
      TransitGatewayAttachmentId: imported(`vpc-${to}:Attachment`),
    });
  return { Resources: { Leak: over('Table0', 1), LeakBack: over('Table1', 0) } };
}

function vpcTemplate(vpc: number, subnets: number, rules: number, size: NetworkSize): Template {
  const zone = vpc % ZONES.length;
  const groups = Math.max(1, Math.ceil(rules / RULES_OF_GROUP));
  const resources: Record<string, unknown> = {
    Vpc: resource('AWS::EC2::VPC', {
      CidrBlock: `10.${vpc}.0.0/16`,
      Tags: [{ Key: 'jichitai:zone', Value: ZONES[zone] }],
    }),
    Attachment: resource('AWS::EC2::TransitGatewayVpcAttachment', {
      TransitGatewayId: imported('hub:Hub'),
      VpcId: ref('Vpc'),
      SubnetIds: Array.from({ length: Math.min(subnets, 3) }, (_, index) => ref(`Subnet${index}`)),
    }),
    Association: resource('AWS::EC2::TransitGatewayRouteTableAssociation', {
      TransitGatewayAttachmentId: ref('Attachment'),
      TransitGatewayRouteTableId: imported(`hub:Table${zone}`),
    }),
    Propagation: resource('AWS::EC2::TransitGatewayRouteTablePropagation', {
      TransitGatewayAttachmentId: ref('Attachment'),
      TransitGatewayRouteTableId: imported(`hub:Table${zone}`),
    }),
    Table: resource('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
    TableRoute: resource('AWS::EC2::Route', {
      RouteTableId: ref('Table'),
      DestinationCidrBlock: '10.0.0.0/8',
      TransitGatewayId: imported('hub:Hub'),
    }),
    ...aclOf(),
  };
  for (let index = 0; index < subnets; index++) Object.assign(resources, subnetOf(vpc, index, groups));
  for (let index = 0; index < groups; index++)
    resources[`Group${index}`] = groupOf(vpc, index, share(rules, groups, index), size);
  return {
    Resources: resources,
    Outputs: { OutAttachment: { Value: ref('Attachment'), Export: { Name: `vpc-${vpc}:Attachment` } } },
  };
}

/** Lets everything through but remote desktops, so that there are ports to tell apart. */
function aclOf(): Record<string, unknown> {
  const entry = (Egress: boolean, RuleNumber: number, RuleAction: string, more: object) =>
    resource('AWS::EC2::NetworkAclEntry', {
      NetworkAclId: ref('Acl'),
      Egress,
      RuleNumber,
      RuleAction,
      CidrBlock: '0.0.0.0/0',
      ...more,
    });
  return {
    Acl: resource('AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }),
    AclDesktop: entry(false, 90, 'deny', { Protocol: 6, PortRange: { From: 3389, To: 3389 } }),
    AclIn: entry(false, 100, 'allow', { Protocol: -1 }),
    AclOut: entry(true, 100, 'allow', { Protocol: -1 }),
  };
}

function subnetOf(vpc: number, index: number, groups: number): Record<string, unknown> {
  const SubnetId = ref(`Subnet${index}`);
  return {
    [`Subnet${index}`]: resource('AWS::EC2::Subnet', {
      VpcId: ref('Vpc'),
      CidrBlock: `10.${vpc}.${index}.0/24`,
      AvailabilityZone: `ap-northeast-1${'acd'[index % 3]}`,
    }),
    [`Subnet${index}Table`]: resource('AWS::EC2::SubnetRouteTableAssociation', {
      SubnetId,
      RouteTableId: ref('Table'),
    }),
    [`Subnet${index}Acl`]: resource('AWS::EC2::SubnetNetworkAclAssociation', {
      SubnetId,
      NetworkAclId: ref('Acl'),
    }),
    [`Host${index}`]: resource('AWS::EC2::Instance', {
      ImageId: 'ami-0123456789abcdef0',
      InstanceType: 't3.micro',
      SubnetId,
      PrivateIpAddress: `10.${vpc}.${index}.10`,
      // Hosts share the groups among them, five at most.
      SecurityGroupIds: Array.from({ length: Math.min(groups, 5) }, (_, step) =>
        ref(`Group${(index * 5 + step) % groups}`),
      ).filter(({ Ref }, at, all) => all.findIndex((other) => other.Ref === Ref) === at),
    }),
  };
}

/** Half of the rules are for what comes in; some name groups, some VPCs of other zones, some a subnet. */
function groupOf(vpc: number, group: number, rules: number, size: NetworkSize): object {
  const rule = (index: number) => {
    const turn = vpc * 31 + group * 17 + index;
    const port = PORTS[turn % PORTS.length] as number;
    const other = turn % size.vpcs;
    const CidrIp = turn % 3 === 0 ? `10.${other}.0.0/16` : `10.${other}.${turn % 8}.0/24`;
    return { IpProtocol: turn % 7 === 0 ? 'udp' : 'tcp', FromPort: port, ToPort: port + (turn % 4), CidrIp };
  };
  // The first group of each VPC opens a port to its neighbour in the next zone, which no route carries without a leak.
  const neighbour = (step: number) => ({
    IpProtocol: 'tcp',
    FromPort: 443,
    ToPort: 443,
    CidrIp: `10.${(vpc + step + size.vpcs) % size.vpcs}.0.0/16`,
  });
  const list = (length: number, from: number, step: number) =>
    Array.from({ length }, (_, index) => (group === 0 && index === 0 ? neighbour(step) : rule(from + index)));
  const inwards = Math.ceil(rules / 2);
  return resource('AWS::EC2::SecurityGroup', {
    GroupDescription: `group ${group}`,
    VpcId: ref('Vpc'),
    SecurityGroupIngress: list(inwards, 0, -1),
    SecurityGroupEgress: list(rules - inwards, 7, 1),
  });
}

/** The part of a whole that falls to one of several, the first ones getting what is left over. */
function share(whole: number, parts: number, index: number): number {
  return Math.floor(whole / parts) + (index < whole % parts ? 1 : 0);
}

if (require.main === module) {
  const [folder, rules, leak] = process.argv.slice(2);
  if (folder === undefined) throw new Error('which folder?');
  const size = { ...STATED, rules: Number(rules ?? STATED.rules), leak: leak === 'leak' };
  console.log(`${writeNetwork(size, folder)} resources`);
}
