import { Fn, Stack, Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as route53resolver from 'aws-cdk-lib/aws-route53resolver';
import type { Construct } from 'constructs';
import type { Archive } from './keys-and-logs';

export interface Network {
  readonly vpc: ec2.IVpc;
  readonly endpoints: ec2.SecurityGroup;
}

export interface NetworkOptions {
  /** The first two numbers of its addresses: 10.32 for 10.32.0.0/16. */
  readonly prefix: string;
  readonly archive: Archive;
  readonly services: ec2.InterfaceVpcEndpointAwsService[];
  /** Number of the approval of the connection to the Internet, where there is one. */
  readonly internetApproval?: string;
}

const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** `ec2.Vpc` asks the account for its zones; so subnets are made one by one. */
export function addNetwork(scope: Construct, options: NetworkOptions): Network {
  const { prefix, archive, internetApproval } = options;
  const cidr = `${prefix}.0.0/16`;
  const resource = new ec2.CfnVPC(scope, 'Vpc', {
    cidrBlock: cidr,
    enableDnsHostnames: true,
    enableDnsSupport: true,
  });
  const vpcId = resource.ref;
  const dhcp = new ec2.CfnDHCPOptions(scope, 'DhcpOptions', {
    domainNameServers: ['AmazonProvidedDNS'],
    ntpServers: ['169.254.169.123'],
  });
  new ec2.CfnVPCDHCPOptionsAssociation(scope, 'DhcpAssociation', { vpcId, dhcpOptionsId: dhcp.ref });
  new ec2.CfnFlowLog(scope, 'FlowLog', {
    resourceType: 'VPC',
    resourceId: vpcId,
    trafficType: 'ALL',
    maxAggregationInterval: 60,
    logDestinationType: 's3',
    logDestination: archive.bucket.bucketArn,
  });
  const availabilityZones = [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
  const isolated = availabilityZones.map(
    (availabilityZone, index) =>
      new ec2.PrivateSubnet(scope, `Isolated${index}`, {
        vpcId,
        availabilityZone,
        cidrBlock: `${prefix}.${16 * index}.0/20`,
        mapPublicIpOnLaunch: false,
      }),
  );
  const open =
    internetApproval === undefined
      ? []
      : availabilityZones.map(
          (availabilityZone, index) =>
            new ec2.PublicSubnet(scope, `Public${index}`, {
              vpcId,
              availabilityZone,
              cidrBlock: `${prefix}.${32 + 16 * index}.0/20`,
              mapPublicIpOnLaunch: false,
            }),
        );
  if (internetApproval !== undefined) {
    const gateway = new ec2.CfnInternetGateway(scope, 'InternetGateway');
    Tags.of(gateway).add('jichitai:approval', internetApproval);
    const attachment = new ec2.CfnVPCGatewayAttachment(scope, 'GatewayAttachment', {
      vpcId,
      internetGatewayId: gateway.ref,
    });
    for (const subnet of open) {
      subnet.node.addDependency(attachment);
      subnet.addDefaultInternetRoute(gateway.ref, attachment);
    }
  }
  addAcl(scope, vpcId, [...isolated, ...open], internetApproval !== undefined);
  const vpc = ec2.Vpc.fromVpcAttributes(scope, 'Imported', {
    vpcId,
    vpcCidrBlock: cidr,
    availabilityZones,
    isolatedSubnetIds: isolated.map(({ subnetId }) => subnetId),
    isolatedSubnetRouteTableIds: isolated.map(({ routeTable }) => routeTable.routeTableId),
    ...(open.length === 0
      ? {}
      : {
          publicSubnetIds: open.map(({ subnetId }) => subnetId),
          publicSubnetRouteTableIds: open.map(({ routeTable }) => routeTable.routeTableId),
        }),
  });
  return { vpc, endpoints: addEndpoints(scope, vpc, cidr, options.services) };
}

function addAcl(scope: Construct, vpcId: string, subnets: ec2.Subnet[], internet: boolean): void {
  const networkAclId = new ec2.CfnNetworkAcl(scope, 'Acl', { vpcId }).ref;
  let ruleNumber = 0;
  const entry = (ruleAction: string, egress: boolean, cidrBlock: string, from?: number, to?: number) => {
    ruleNumber += 10;
    new ec2.CfnNetworkAclEntry(scope, `AclEntry${ruleNumber}`, {
      networkAclId,
      ruleNumber,
      ruleAction,
      egress,
      cidrBlock,
      protocol: from === undefined ? -1 : 6,
      ...(from === undefined ? {} : { portRange: { from, to: to ?? from } }),
    });
  };
  if (internet) {
    entry('deny', false, '0.0.0.0/0', 22, 23);
    entry('deny', false, '0.0.0.0/0', 3389);
    entry('deny', false, '0.0.0.0/0', 5985, 5986);
    entry('allow', false, '0.0.0.0/0');
    entry('allow', true, '0.0.0.0/0');
  } else {
    for (const range of PRIVATE_RANGES) {
      entry('allow', false, range);
      entry('allow', true, range);
    }
    entry('allow', false, '0.0.0.0/0', 32768, 65535);
    entry('allow', true, '0.0.0.0/0', 443);
  }
  subnets.forEach((subnet, index) => {
    new ec2.CfnSubnetNetworkAclAssociation(scope, `AclSubnet${index}`, {
      networkAclId,
      subnetId: subnet.subnetId,
    });
  });
}

/** What the actions of a service begin with, where it is not the name of its endpoint. */
const PREFIXES: Record<string, string> = { monitoring: 'cloudwatch', 'ecr.api': 'ecr', 'ecr.dkr': 'ecr' };

function addEndpoints(
  scope: Construct,
  vpc: ec2.IVpc,
  cidr: string,
  services: ec2.InterfaceVpcEndpointAwsService[],
): ec2.SecurityGroup {
  const group = new ec2.SecurityGroup(scope, 'EndpointGroup', {
    vpc,
    description: 'Interface endpoints',
    allowAllOutbound: false,
  });
  group.addIngressRule(ec2.Peer.ipv4(cidr), ec2.Port.tcp(443));
  const gateways = {
    s3: ec2.GatewayVpcEndpointAwsService.S3,
    dynamodb: ec2.GatewayVpcEndpointAwsService.DYNAMODB,
  };
  for (const [name, service] of Object.entries(gateways)) {
    const endpoint = new ec2.GatewayVpcEndpoint(scope, `Gateway-${name}`, { vpc, service });
    for (const statement of endpointPolicy(scope, name)) endpoint.addToPolicy(statement);
  }
  for (const service of services) {
    const endpoint = new ec2.InterfaceVpcEndpoint(scope, `Endpoint-${service.shortName}`, {
      vpc,
      service,
      subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [group],
      open: false,
      privateDnsEnabled: true,
    });
    for (const statement of endpointPolicy(scope, service.shortName)) endpoint.addToPolicy(statement);
  }
  return group;
}

function endpointPolicy(scope: Construct, name: string): iam.PolicyStatement[] {
  const { account, partition, region } = Stack.of(scope);
  const principals = [new iam.AnyPrincipal()];
  const ours = { 'aws:PrincipalAccount': account };
  const statements = [
    new iam.PolicyStatement({
      principals,
      actions: [`${PREFIXES[name] ?? name}:*`],
      resources: ['*'],
      conditions: { StringEquals: { ...ours, 'aws:ResourceAccount': account } },
    }),
  ];
  if (name === 's3') {
    const buckets = [`prod-${region}-starport-layer-bucket`, `al2023-repos-${region}-de612dc2`];
    statements.push(
      new iam.PolicyStatement({
        principals,
        actions: ['s3:GetObject'],
        resources: buckets.map((bucket) => `arn:${partition}:s3:::${bucket}/*`),
      }),
    );
  }
  if (name === 'ssm') {
    statements.push(
      new iam.PolicyStatement({
        principals,
        actions: [
          'ssm:GetDocument',
          'ssm:DescribeDocument',
          'ssm:GetParameter',
          'ssm:GetParameters',
          'ssm:GetPatchBaseline',
        ],
        resources: ['document/*', 'parameter/aws/*', 'patchbaseline/*'].map(
          (resource) => `arn:${partition}:ssm:${region}:*:${resource}`,
        ),
        conditions: { StringEquals: ours },
      }),
    );
  }
  return statements;
}

/** No names but those of AWS are looked up from the Internet zone. */
export function limitNames(scope: Construct, vpc: ec2.IVpc): void {
  const list = (id: string, domains: string[]) =>
    new route53resolver.CfnFirewallDomainList(scope, id, { domains }).attrId;
  const rules = new route53resolver.CfnFirewallRuleGroup(scope, 'NameRules', {
    firewallRules: [
      { priority: 1, action: 'ALLOW', firewallDomainListId: list('AllowedNames', ['*.amazonaws.com']) },
      {
        priority: 2,
        action: 'BLOCK',
        blockResponse: 'NXDOMAIN',
        firewallDomainListId: list('AllNames', ['*']),
      },
    ],
  });
  new route53resolver.CfnFirewallRuleGroupAssociation(scope, 'NameRulesAssociation', {
    firewallRuleGroupId: rules.attrId,
    vpcId: vpc.vpcId,
    priority: 101,
  });
}
