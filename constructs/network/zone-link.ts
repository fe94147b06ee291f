import { Stack, Tags, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { IpTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { loadProfile } from '../../lib/policy/load-profile';
import { keptApart, type ZoneEnd, type ZonePassage } from '../../lib/policy/zones';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';
import { APPROVAL_TAG, markZone } from '../private/zones';
import { contains, privateRangeProblem } from './cidr';
import type { IZoneNetwork } from './zone-network';

/** Properties of a `ZoneLink`. */
export interface ZoneLinkProps {
  /** The network that opens connections. */
  readonly from: IZoneNetwork;

  /** The network of another zone that answers. */
  readonly to: IZoneNetwork;

  /** Addresses that may connect, as ranges within `from`. */
  readonly sourceCidrs: string[];

  /** Addresses that answer, one by one, within `to`. */
  readonly destinationAddresses: string[];

  /** The only TCP port, on which both ends have to speak TLS (5.3④). */
  readonly port: number;

  /** Application number under which the link was permitted (4(1)①, 7.1(10)①): that of an entry of the zone matrix. */
  readonly approval: string;

  /**
   * The profile whose zone matrix has to permit the link: a built-in profile's name, or a YAML file. The same as that of the
   * guardrail.
   *
   * @default miyazaki
   */
  readonly profile?: string;
}

/**
 * The only way to join two zones (4(1)①, 4(2)①): one TCP port of named addresses, opened by named addresses, in one
 * direction, permitted by the zone matrix of the profile. A private link, and not a peering or a route: no packet of one
 * network reaches the other.
 *
 *     const link = new ZoneLink(this, 'Inquiry', { from: lgwan, to: myNumber, … });
 *     service.connections.allowTo(link, ec2.Port.tcp(8443));
 *
 * @throws if the zone matrix does not permit the link, both ends are of one zone, or an address or port is not as
 * documented; all problems at once.
 */
export class ZoneLink extends Construct implements ec2.IConnectable {
  /** Host name, in the network that opens connections. */
  public readonly hostName: string;
  /** The end in the network that opens connections, as a peer of security group rules. */
  public readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, props: ZoneLinkProps) {
    checkProps(scope, id, props);
    super(scope, id);
    const service = new ProviderEnd(this, 'To', props);
    const consumer = new ConsumerEnd(this, 'From', props, service.service);
    this.connections = consumer.connections;
    this.hostName = consumer.hostName;
    Tags.of(this).add(APPROVAL_TAG, props.approval);
  }
}

class ProviderEnd extends Construct {
  public readonly service: ec2.VpcEndpointService;

  constructor(scope: Construct, id: string, { to, port, sourceCidrs, destinationAddresses }: ZoneLinkProps) {
    super(scope, id);
    markZone(this, to.zoneName);
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: to.vpc,
      description: 'Link of zones: named addresses on both sides, one port',
      allowAllOutbound: false,
    });
    for (const cidr of sourceCidrs)
      group.addIngressRule(ec2.Peer.ipv4(cidr), ec2.Port.tcp(port), 'Other zone');
    for (const address of destinationAddresses) {
      group.addEgressRule(ec2.Peer.ipv4(`${address}/32`), ec2.Port.tcp(port), 'This zone');
    }
    const balancer = new elbv2.NetworkLoadBalancer(this, 'Balancer', {
      vpc: to.vpc,
      internetFacing: false,
      crossZoneEnabled: true,
      deletionProtection: true,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [group],
      // Addresses of the other zone are looked at here too, and not only at its own end.
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: true,
    });
    balancer.addListener('Listener', { port, protocol: elbv2.Protocol.TCP }).addTargets('Targets', {
      port,
      protocol: elbv2.Protocol.TCP,
      targets: destinationAddresses.map((address) => new IpTarget(address, port)),
    });
    this.service = new ec2.VpcEndpointService(this, 'Service', {
      vpcEndpointServiceLoadBalancers: [balancer],
      // Somebody of the zone that answers accepts the connection, once.
      acceptanceRequired: true,
      allowedPrincipals: [
        new iam.ArnPrincipal(`arn:${Stack.of(this).partition}:iam::${Stack.of(this).account}:root`),
      ],
    });
  }
}

class ConsumerEnd extends Construct {
  public readonly connections: ec2.Connections;
  public readonly hostName: string;

  constructor(scope: Construct, id: string, props: ZoneLinkProps, service: ec2.VpcEndpointService) {
    super(scope, id);
    const { from, port, sourceCidrs } = props;
    markZone(this, from.zoneName);
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: from.vpc,
      description: 'Link of zones: named addresses, one port',
      allowAllOutbound: false,
    });
    for (const cidr of sourceCidrs)
      group.addIngressRule(ec2.Peer.ipv4(cidr), ec2.Port.tcp(port), 'This zone');
    const endpoint = new ec2.InterfaceVpcEndpoint(this, 'Endpoint', {
      vpc: from.vpc,
      service: new ec2.InterfaceVpcEndpointService(service.vpcEndpointServiceName, port),
      subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [group],
      open: false,
      privateDnsEnabled: false,
    });
    this.hostName = `${endpoint.vpcEndpointId}.${service.vpcEndpointServiceId}.${Stack.of(this).region}.vpce.${Stack.of(this).urlSuffix}`;
    this.connections = new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(port) });
  }
}

function checkProps(scope: Construct, id: string, props: ZoneLinkProps): void {
  const errors = new PropErrors('ZoneLink');
  const { from, to, sourceCidrs, destinationAddresses } = props;
  if (from.zoneName === to.zoneName)
    errors.add('to', `must be of another zone, but both are of ${to.zoneName}`);
  if (sourceCidrs.length === 0) errors.add('sourceCidrs', 'must name at least one range');
  if (destinationAddresses.length === 0) errors.add('destinationAddresses', 'must name at least one address');
  for (const cidr of sourceCidrs) {
    errors.addIf('sourceCidrs', privateRangeProblem(cidr) ?? outside(cidr, from));
  }
  for (const address of destinationAddresses) {
    errors.addIf(
      'destinationAddresses',
      privateRangeProblem(`${address}/32`) ?? outside(`${address}/32`, to),
    );
  }
  errors.addIf('port', wholeNumberProblem(props.port, 1, '(a TCP port)'));
  if ((literal(props.port) ?? 1) > 65_535) errors.add('port', `must be at most 65535, but is ${props.port}`);
  errors.addIf('approval', passageProblem(props));
  errors.throwIfAny(scope, id);
}

function outside(cidr: string, network: IZoneNetwork): string | undefined {
  return contains(network.cidr, cidr) ? undefined : `must lie within ${network.cidr}, but '${cidr}' does not`;
}

/** Why the zone matrix does not permit the link. */
function passageProblem(props: ZoneLinkProps): string | undefined {
  const [from, to] = [props.from.zoneName as ZoneEnd, props.to.zoneName as ZoneEnd];
  if (Token.isUnresolved(props.approval)) return 'must be known before deployment';
  if (props.approval.trim() === '') return 'must not be empty';
  if (!keptApart(from, to)) return undefined;
  const { zoneMatrix } = loadProfile(props.profile ?? 'miyazaki');
  return zoneMatrix.some((passage) => permits(passage, props))
    ? undefined
    : `must be that of an entry of zoneMatrix in the profile which permits ${from} to ${to}, tcp/${props.port}, ` +
        `from ${props.sourceCidrs.join(', ')} to ${props.destinationAddresses.join(', ')}; there is none for '${props.approval}'`;
}

function permits(passage: ZonePassage, props: ZoneLinkProps): boolean {
  const within = (ranges: readonly string[] | undefined, cidr: string) =>
    ranges === undefined || ranges.some((range) => contains(range, cidr));
  return (
    passage.approval === props.approval &&
    passage.from === props.from.zoneName &&
    passage.to === props.to.zoneName &&
    (passage.ports?.some((ports) => hasPort(ports, props.port)) ?? true) &&
    props.sourceCidrs.every((cidr) => within(passage.sources, cidr)) &&
    props.destinationAddresses.every((address) => within(passage.destinations, `${address}/32`))
  );
}

/** Whether `tcp/443` or `tcp/8000-8999` names a port. */
function hasPort(ports: string, port: number): boolean {
  const [, from, to] = /^tcp\/(\d+)(?:-(\d+))?$/.exec(ports) ?? [];
  return from !== undefined && Number(from) <= port && port <= Number(to ?? from);
}
