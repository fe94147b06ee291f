import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { ENDPOINT_ACTION_PREFIXES, endpointStatements } from '../../policy/network-baseline';

/** What a container or a managed instance needs in order to run without any path to the Internet. */
export const DEFAULT_INTERFACE_ENDPOINTS: readonly string[] = [
  ...['kms', 'logs', 'monitoring', 'ssm', 'ssmmessages', 'ec2messages', 'secretsmanager'],
  // Through the gateway endpoint S3 has public addresses, which a security group that is limited to
  // the VPC's own addresses cannot let through. Through an interface endpoint it has private ones.
  ...['ecr.api', 'ecr.dkr', 'sts', 's3'],
];

/** What is wrong with a list of endpoints. */
export function endpointsProblem(names: readonly string[]): string | undefined {
  const unknown = names.filter((name) => !ENDPOINT_ACTION_PREFIXES.has(name));
  if (unknown.length > 0)
    return `must name services whose endpoints take a policy; not so, or not known: ${unknown.join(', ')}`;
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return repeated.length > 0 ? `must name each service once; repeated: ${repeated.join(', ')}` : undefined;
}

/** Makes the endpoints of one VPC, each with its policy. */
export class Endpoints {
  private readonly account: pulumi.Output<string>;
  private readonly region: pulumi.Output<string>;

  constructor(
    private readonly name: string,
    private readonly vpc: aws.ec2.Vpc,
    private readonly perimeter: { readonly cidr: string; readonly organizationId?: string },
    private readonly tags: Record<string, string>,
    private readonly parent: pulumi.Resource,
  ) {
    this.account = aws.getCallerIdentityOutput({}, { parent }).accountId;
    this.region = aws.getRegionOutput({}, { parent }).region;
  }

  /** Those of S3 and DynamoDB, which routes lead to. */
  gateways(tables: readonly aws.ec2.RouteTable[]): void {
    for (const service of ['s3', 'dynamodb'])
      this.make(`gateway-${service}`, service, {
        vpcEndpointType: 'Gateway',
        routeTableIds: tables.map(({ id }) => id),
      });
  }

  /** @returns the security group of the endpoints: HTTPS from inside the VPC */
  interfaces(names: readonly string[], subnetIds: readonly pulumi.Output<string>[]): aws.ec2.SecurityGroup {
    const description = 'HTTPS from inside the VPC';
    const group = new aws.ec2.SecurityGroup(
      `${this.name}-endpoints`,
      {
        vpcId: this.vpc.id,
        description: `Interface endpoints: ${description}`,
        ingress: [
          { protocol: 'tcp', fromPort: 443, toPort: 443, cidrBlocks: [this.perimeter.cidr], description },
        ],
        egress: [],
        tags: this.tags,
      },
      { parent: this.parent },
    );
    for (const service of names)
      this.make(`endpoint-${service}`, service, {
        vpcEndpointType: 'Interface',
        subnetIds: [...subnetIds],
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
        // Else only what comes in through a resolver endpoint would find it, and the rest the gateway.
        ...(service === 's3' ? { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: false } } : {}),
      });
    return group;
  }

  private make(
    part: string,
    service: string,
    args: Omit<aws.ec2.VpcEndpointArgs, 'vpcId' | 'serviceName' | 'policy' | 'tags'>,
  ): void {
    new aws.ec2.VpcEndpoint(
      `${this.name}-${part}`,
      {
        ...args,
        vpcId: this.vpc.id,
        serviceName: pulumi.interpolate`com.amazonaws.${this.region}.${service}`,
        policy: this.policyFor(service),
        tags: this.tags,
      },
      { parent: this.parent },
    );
  }

  /** The principal has to be `*`: an endpoint policy that names an account means its root user alone. */
  private policyFor(service: string): pulumi.Output<string> {
    return pulumi.all([this.account, this.region]).apply(([account, region]) => {
      const { organizationId } = this.perimeter;
      const [ours, onOurs] =
        organizationId === undefined
          ? [{ 'aws:PrincipalAccount': account }, { 'aws:ResourceAccount': account }]
          : [{ 'aws:PrincipalOrgID': organizationId }, { 'aws:ResourceOrgID': organizationId }];
      const conditions = { 'ours-on-ours': { ...ours, ...onOurs }, ours, anybody: undefined };
      const statements = endpointStatements(service, { partition: 'aws', region });
      return JSON.stringify({
        Version: '2012-10-17',
        Statement: statements.map(({ actions, resources, of }) => ({
          Effect: 'Allow',
          Principal: '*',
          Action: actions,
          Resource: resources,
          ...(conditions[of] === undefined ? {} : { Condition: { StringEquals: conditions[of] } }),
        })),
      });
    });
  }
}
