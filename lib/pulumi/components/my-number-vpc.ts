import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { TIME_SYNC_ADDRESS } from '../../policy/network-baseline';
import { ArgErrors } from './arg-errors';
import { subnetCidr, vpcCidrProblem } from './cidr';
import { DEFAULT_INTERFACE_ENDPOINTS, Endpoints, endpointsProblem } from './endpoints';
import { logFlows } from './flow-log';
import type { LogArchive } from './log-archive';
import { LEAST_LOG_DAYS } from './log-group';
import { checkMarks, type Marks, tagsOf } from './marks';
import { guardSubnets } from './network-acl';

/** Arguments of a `MyNumberVpc`. */
export interface MyNumberVpcArgs {
  /** Private IPv4 range of the VPC, from /16 to /24, such as `10.32.0.0/16`. It is cut into sixteen. */
  readonly cidr: string;
  /** Classification; the zone is `my-number`. @default - that of the stack or the provider */
  readonly marks?: Omit<Marks, 'zone'>;
  /** Availability zones to spread over, two to four (5.1(2)). @default - the first two of the region */
  readonly availabilityZones?: readonly pulumi.Input<string>[];
  /** The archive that flow logs go to. @default - a log group of this VPC, with its own customer managed key */
  readonly logArchive?: LogArchive;
  /**
   * How long flow logs are kept in the log group, in days, at least 365 of those that CloudWatch Logs offers. With a
   * `logArchive` it is the archive that decides, and this may not be set.
   * @default 1096 (three years)
   */
  readonly flowLogRetentionDays?: number;
  /**
   * AWS services that are reached inside the VPC, by the names that endpoints have, such as `ecr.api`. Each endpoint has
   * a policy, so only services whose endpoints take one are possible (9.2(6)①(カ)). Gateway endpoints for S3 and DynamoDB
   * always exist.
   * @default - kms, logs, monitoring, ssm, ssmmessages, ec2messages, secretsmanager, ecr.api, ecr.dkr, sts, s3
   */
  readonly interfaceEndpoints?: readonly string[];
  /** Id of the organization (`o-…`) whose principals and resources may be used through the endpoints. @default - only those of the account */
  readonly organizationId?: string;
  /** Domain name that hosts get by DHCP. @default - none */
  readonly domainName?: pulumi.Input<string>;
}

/**
 * The VPC of a system that uses individual numbers. It has no way to or from the Internet, nor to another zone: no
 * gateway, no NAT, no public subnet, no peering (4(1)①, 4(1)③). Subnets over two availability zones or more (5.1(2)), a
 * network ACL and a default security group that lets nothing pass (7.1(8)②), a flow log of all traffic (4(3)①), the
 * Amazon Time Sync Service as the one source of time (8.1②), and endpoints with policies (9.2(6)①(カ)).
 *
 * @throws Error that names every argument which is too weak
 */
export class MyNumberVpc extends pulumi.ComponentResource {
  /** The VPC. */
  readonly vpc: aws.ec2.Vpc;
  /** The IPv4 range of the VPC. */
  readonly cidr: string;
  /** Subnets that reach nothing outside the VPC, one in each availability zone. */
  readonly isolatedSubnets: readonly aws.ec2.Subnet[];
  /** The route table of each subnet. */
  readonly routeTables: readonly aws.ec2.RouteTable[];
  /** The security group of the interface endpoints, at port 443. */
  readonly endpointSecurityGroup: aws.ec2.SecurityGroup;

  constructor(name: string, args: MyNumberVpcArgs, options?: pulumi.ComponentResourceOptions) {
    checkArgs(name, args);
    super('jichitai:network:MyNumberVpc', name, {}, options);
    const parent = { parent: this };
    const tags = tagsOf({ ...args.marks, zone: 'my-number' });
    const named = (part: string) => ({ ...tags, Name: part });
    this.cidr = args.cidr;
    this.vpc = new aws.ec2.Vpc(
      name,
      { cidrBlock: args.cidr, enableDnsHostnames: true, enableDnsSupport: true, tags: named(name) },
      parent,
    );
    const vpcId = this.vpc.id;
    // Every resource gets a group of its own; the one that others would fall back on lets nothing pass.
    new aws.ec2.DefaultSecurityGroup(`${name}-default`, { vpcId, tags: named(`${name}-default`) }, parent);
    this.setTimeSource(name, args.domainName, tags);

    const zones = args.availabilityZones ?? firstZones(this);
    const made = zones.map((availabilityZone, index) => {
      const part = `${name}-isolated-${index + 1}`;
      const subnet = new aws.ec2.Subnet(
        part,
        {
          vpcId,
          availabilityZone,
          cidrBlock: subnetCidr(args.cidr, index),
          mapPublicIpOnLaunch: false,
          tags: named(part),
        },
        parent,
      );
      const table = new aws.ec2.RouteTable(`${part}-routes`, { vpcId, tags: named(part) }, parent);
      new aws.ec2.RouteTableAssociation(
        `${part}-association`,
        { subnetId: subnet.id, routeTableId: table.id },
        parent,
      );
      return { subnet, table };
    });
    this.isolatedSubnets = made.map(({ subnet }) => subnet);
    this.routeTables = made.map(({ table }) => table);
    const subnetIds = this.isolatedSubnets.map(({ id }) => id);
    guardSubnets(`${name}-acl`, this.vpc, subnetIds, tags, this);
    logFlows(`${name}-flows`, this.vpc, args.logArchive ?? args.flowLogRetentionDays ?? 1096, tags, this);

    const endpoints = new Endpoints(name, this.vpc, args, tags, this);
    endpoints.gateways(this.routeTables);
    this.endpointSecurityGroup = endpoints.interfaces(
      args.interfaceEndpoints ?? DEFAULT_INTERFACE_ENDPOINTS,
      subnetIds,
    );
    this.registerOutputs({ vpc: vpcId, isolatedSubnets: subnetIds });
  }

  private setTimeSource(
    name: string,
    domainName: pulumi.Input<string> | undefined,
    tags: Record<string, string>,
  ): void {
    const options = new aws.ec2.VpcDhcpOptions(
      `${name}-dhcp`,
      {
        ...(domainName === undefined ? {} : { domainName }),
        domainNameServers: ['AmazonProvidedDNS'],
        ntpServers: [TIME_SYNC_ADDRESS],
        tags,
      },
      { parent: this },
    );
    new aws.ec2.VpcDhcpOptionsAssociation(
      `${name}-dhcp-association`,
      { vpcId: this.vpc.id, dhcpOptionsId: options.id },
      { parent: this },
    );
  }
}

function firstZones(parent: pulumi.Resource): readonly pulumi.Output<string>[] {
  const { names } = aws.getAvailabilityZonesOutput({ state: 'available' }, { parent });
  return [0, 1].map((index) =>
    names.apply((all) => {
      const zone = all[index];
      if (zone === undefined) throw new pulumi.RunError('the region has fewer than two availability zones');
      return zone;
    }),
  );
}

function checkArgs(name: string, args: MyNumberVpcArgs): void {
  const errors = new ArgErrors('MyNumberVpc', name);
  errors.addIf('cidr', vpcCidrProblem(args.cidr));
  const { availabilityZones: zones, organizationId } = args;
  if (zones !== undefined && (zones.length < 2 || zones.length > 4))
    errors.add('availabilityZones', `must name two to four zones, but names ${zones.length}`);
  const known = (zones ?? []).filter((zone) => typeof zone === 'string');
  if (new Set(known).size < known.length)
    errors.add('availabilityZones', `must not repeat a zone: ${known.join(', ')}`);
  if (args.logArchive !== undefined && args.flowLogRetentionDays !== undefined)
    errors.add(
      'flowLogRetentionDays',
      'has no effect together with `logArchive`, which keeps flow logs for its own period',
    );
  else errors.wholeNumber('flowLogRetentionDays', args.flowLogRetentionDays, LEAST_LOG_DAYS, 'days');
  errors.addIf('interfaceEndpoints', endpointsProblem(args.interfaceEndpoints ?? []));
  if (organizationId !== undefined && !/^o-[a-z0-9]{10,32}$/.test(organizationId))
    errors.add('organizationId', `must have the form o-…, but is '${organizationId}'`);
  checkMarks(args.marks, errors);
  errors.throwIfAny();
}
