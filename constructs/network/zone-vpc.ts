import { Fn, Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ILogArchive } from '../logging/log-archive';
import { MINIMUM_LOG_RETENTION_DAYS } from '../logging/retained-log-group';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';
import { markZone } from '../private/zones';
import { vpcCidrProblem } from './cidr';
import {
  addGatewayEndpoint,
  addInterfaceEndpoint,
  DEFAULT_INTERFACE_ENDPOINTS,
  endpointsProblem,
} from './endpoints';
import { logFlowsToArchive, logFlowsToLogGroup } from './flow-log';
import { guardSubnets } from './network-acl';
import { describeVpc, SubnetPlan } from './subnet-tiers';
import type { IZoneNetwork, ZoneNetworkAttributes } from './zone-network';

/** The address at which every VPC reaches the Amazon Time Sync Service, without leaving its host. */
export const AMAZON_TIME_SYNC_ADDRESS = '169.254.169.123';

/** Properties that the VPCs of all zones have in common. */
export interface ZoneVpcProps {
  /** Private IPv4 range of the VPC, from /16 to /24, such as `10.32.0.0/16`. It is cut into sixteen. */
  readonly cidr: string;

  /**
   * Availability zones to spread over: two to four (5.1(2)).
   *
   * @default - the first two zones of the region, as CloudFormation lists them. Nothing is looked up.
   */
  readonly availabilityZones?: string[];

  /**
   * The archive that flow logs go to.
   *
   * @default - flow logs go to a log group of this VPC, with its own customer managed key
   */
  readonly logArchive?: ILogArchive;

  /**
   * How long flow logs are kept in the log group, in days: at least one year.
   * With a `logArchive` it is the archive that decides, and this may not be set.
   *
   * @default logs.RetentionDays.THREE_YEARS
   */
  readonly flowLogRetention?: RetentionDays;

  /**
   * AWS services that are reached inside the VPC, without any path to the Internet. Each endpoint
   * has a policy, so only services whose endpoints take one are possible (9.2(6)①(カ)).
   * Gateway endpoints for S3 and DynamoDB always exist.
   *
   * @default - KMS, CloudWatch (logs, monitoring), Systems Manager (ssm, ssmmessages, ec2messages),
   * Secrets Manager, ECR (api, dkr), STS, S3
   */
  readonly interfaceEndpoints?: ec2.InterfaceVpcEndpointAwsService[];

  /**
   * Id of the organization (`o-…`) whose principals and resources may be used through the endpoints.
   *
   * @default - only those of the account of the stack
   */
  readonly organizationId?: string;

  /**
   * Domain name that hosts get by DHCP.
   *
   * @default - none
   */
  readonly domainName?: string;
}

/** In what the VPCs of the zones differ. */
export interface ZoneLayout {
  /** Name of the construct, for error messages. */
  readonly constructName: string;
  /** Name of the zone. */
  readonly zoneName: string;
  /** Whether there are an Internet gateway and public subnets. */
  readonly publicSubnets: boolean;
  /** Whether private subnets reach the Internet through NAT gateways. */
  readonly natGateways: boolean;
  /** Application number of the connection to the Internet. */
  readonly approval?: string;
}

/**
 * What the VPC of every zone has: subnets over two availability zones or more (5.1(2)), none that
 * gives out public addresses, a network ACL (7.1(8)②), a flow log of all traffic (4(3)①), the Amazon Time Sync Service as
 * the one source of time (8.1②), endpoints with policies (9.2(6)①(カ)) and the mark of its zone.
 *
 * The VPC's default security group stays unused: nothing here refers to it, and every resource gets
 * a group of its own (7.1(8)②). CloudFormation cannot empty that group, and the custom resource by
 * which CDK does so is a function outside the VPC with rights on all security groups' rules.
 *
 * The subnets are made one by one rather than by `ec2.Vpc`, which asks the account for its
 * availability zones at synthesis even where they are given.
 */
export abstract class ZoneVpc extends Construct implements IZoneNetwork {
  /** A network that another app made, by what is known of it. */
  public static fromZoneVpcAttributes(
    scope: Construct,
    id: string,
    attributes: ZoneNetworkAttributes,
  ): IZoneNetwork {
    return new ImportedNetwork(scope, id, attributes);
  }

  /** The VPC, for everything that takes one. */
  public readonly vpc: ec2.IVpc;
  /** The address range of the VPC. */
  public readonly cidr: string;
  /** The zone, as the mark `jichitai:zone` names it. */
  public readonly zoneName: string;
  /**
   * The interface endpoints, as a peer of security group rules:
   * `service.connections.allowToDefaultPort(zoneVpc)`.
   */
  public readonly connections: ec2.Connections;
  private readonly resource: ec2.CfnVPC;
  private readonly endpoints = new Map<string, ec2.InterfaceVpcEndpoint>();

  protected constructor(scope: Construct, id: string, layout: ZoneLayout, props: ZoneVpcProps) {
    checkProps(scope, id, layout, props);
    super(scope, id);
    markZone(this, layout.zoneName);
    this.cidr = props.cidr;
    this.zoneName = layout.zoneName;
    this.resource = new ec2.CfnVPC(this, 'Resource', {
      cidrBlock: props.cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: [{ key: 'Name', value: this.node.path }],
    });
    this.setTimeSource(props.domainName);

    const zones = props.availabilityZones ?? [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
    const plan = new SubnetPlan(this, this.resource.ref, props.cidr, zones);
    const tiers = layout.publicSubnets
      ? plan.internetTiers(layout.natGateways, layout.approval)
      : plan.isolatedTiers();
    const subnets = [...tiers.isolated, ...tiers.private, ...tiers.public];
    guardSubnets(this, this.resource.ref, subnets, layout.publicSubnets);
    this.vpc = describeVpc(this, this.resource, props.cidr, zones, tiers);

    if (props.logArchive === undefined) logFlowsToLogGroup(this, this.resource.ref, props.flowLogRetention);
    else logFlowsToArchive(this, this.resource.ref, props.logArchive);

    const group = this.addEndpoints(props);
    this.connections = new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(443) });
  }

  /**
   * The interface endpoint of a service.
   *
   * @throws if `interfaceEndpoints` does not name the service
   */
  public endpointOf(service: ec2.InterfaceVpcEndpointAwsService): ec2.IInterfaceVpcEndpoint {
    const found = this.endpoints.get(service.shortName);
    if (found === undefined) {
      throw new Error(
        `'${this.node.path}' has no endpoint of ${service.shortName}: \`interfaceEndpoints\` must name it`,
      );
    }
    return found;
  }

  private setTimeSource(domainName?: string): void {
    const options = new ec2.CfnDHCPOptions(this, 'DhcpOptions', {
      ...(domainName === undefined ? {} : { domainName }),
      domainNameServers: ['AmazonProvidedDNS'],
      ntpServers: [AMAZON_TIME_SYNC_ADDRESS],
    });
    new ec2.CfnVPCDHCPOptionsAssociation(this, 'DhcpOptionsAssociation', {
      vpcId: this.resource.ref,
      dhcpOptionsId: options.ref,
    });
  }

  private addEndpoints(props: ZoneVpcProps): ec2.SecurityGroup {
    const { vpc } = this;
    const perimeter = { organizationId: props.organizationId };
    const group = new ec2.SecurityGroup(this, 'EndpointSecurityGroup', {
      vpc,
      description: 'Interface endpoints: HTTPS from inside the VPC',
      allowAllOutbound: false,
    });
    group.addIngressRule(ec2.Peer.ipv4(this.cidr), ec2.Port.tcp(443), 'HTTPS from inside the VPC');

    const { S3, DYNAMODB } = ec2.GatewayVpcEndpointAwsService;
    addGatewayEndpoint(this, 's3', perimeter, { vpc, service: S3 });
    addGatewayEndpoint(this, 'dynamodb', perimeter, { vpc, service: DYNAMODB });
    for (const service of props.interfaceEndpoints ?? DEFAULT_INTERFACE_ENDPOINTS) {
      const endpoint = addInterfaceEndpoint(this, service, perimeter, {
        vpc,
        service,
        subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
        securityGroups: [group],
        open: false,
        privateDnsEnabled: true,
      });
      this.endpoints.set(service.shortName, endpoint);
    }
    return group;
  }
}

class ImportedNetwork extends Construct implements IZoneNetwork {
  public readonly vpc: ec2.IVpc;
  public readonly cidr: string;
  public readonly zoneName: string;
  public readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, attributes: ZoneNetworkAttributes) {
    super(scope, id);
    this.cidr = attributes.cidr;
    this.zoneName = attributes.zoneName;
    this.vpc = ec2.Vpc.fromVpcAttributes(this, 'Vpc', {
      vpcId: attributes.vpcId,
      vpcCidrBlock: attributes.cidr,
      availabilityZones: attributes.availabilityZones,
      isolatedSubnetIds: attributes.isolatedSubnetIds,
      ...(attributes.publicSubnetIds === undefined ? {} : { publicSubnetIds: attributes.publicSubnetIds }),
    });
    const group = ec2.SecurityGroup.fromSecurityGroupId(
      this,
      'EndpointSecurityGroup',
      attributes.endpointSecurityGroupId,
      { mutable: false },
    );
    this.connections = new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(443) });
  }
}

function checkProps(scope: Construct, id: string, layout: ZoneLayout, props: ZoneVpcProps): void {
  const errors = new PropErrors(layout.constructName);
  errors.addIf('cidr', vpcCidrProblem(props.cidr));
  errors.addIf('approval', layout.approval?.trim() === '' ? 'must not be empty' : undefined);
  errors.addIf('availabilityZones', zonesProblem(literal(props.availabilityZones)));
  errors.addIf(
    'flowLogRetention',
    props.logArchive !== undefined && props.flowLogRetention !== undefined
      ? 'has no effect together with `logArchive`, which keeps flow logs for its own period'
      : wholeNumberProblem(props.flowLogRetention, MINIMUM_LOG_RETENTION_DAYS, 'days'),
  );
  if (props.interfaceEndpoints !== undefined) {
    errors.addIf('interfaceEndpoints', endpointsProblem(props.interfaceEndpoints));
  }
  const organization = literal(props.organizationId);
  if (organization !== undefined && !/^o-[a-z0-9]{10,32}$/.test(organization)) {
    errors.add('organizationId', `must have the form o-…, but is '${organization}'`);
  }
  errors.throwIfAny(scope, id);
}

function zonesProblem(zones: string[] | undefined): string | undefined {
  if (zones === undefined) return undefined;
  if (zones.length < 2 || zones.length > 4) return `must name two to four zones, but names ${zones.length}`;
  const known = zones.filter((zone) => !Token.isUnresolved(zone));
  return new Set(known).size < known.length ? `must not repeat a zone: ${known.join(', ')}` : undefined;
}
