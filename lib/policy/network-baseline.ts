/** What the networks of the approved components have in common, whichever tool makes them. */

/** The first and the last of a range of ports. */
export type Ports = readonly [from: number, to: number];

/** A rule of a network ACL. */
export interface AclEntry {
  readonly action: 'allow' | 'deny';
  readonly egress: boolean;
  readonly cidr: string;
  /** TCP ports; undefined for all protocols. */
  readonly ports?: Ports;
}

export const ANYWHERE = '0.0.0.0/0';
/** The networks of a city and those of its lines (RFC 1918). */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
/** Ports by which servers are administered: SSH and Telnet, RDP, WinRM. */
export const ADMINISTRATION_PORTS: readonly Ports[] = [
  [22, 23],
  [3389, 3389],
  [5985, 5986],
];
/** Where Linux and Windows wait for replies. */
const REPLIES: Ports = [32768, 65535];
const HTTPS: Ports = [443, 443];

/**
 * Of a zone without the Internet: private addresses, and what the gateway endpoints of S3 and DynamoDB need, which have
 * public ones.
 */
export const ISOLATED_ACL: readonly AclEntry[] = [
  ...PRIVATE_RANGES.flatMap((cidr): AclEntry[] => [
    { action: 'allow', egress: false, cidr },
    { action: 'allow', egress: true, cidr },
  ]),
  { action: 'allow', egress: false, cidr: ANYWHERE, ports: REPLIES },
  { action: 'allow', egress: true, cidr: ANYWHERE, ports: HTTPS },
];

/**
 * Services whose endpoints take a policy, by the name of their endpoint, with the prefix that
 * their actions have in IAM. An endpoint of a service that takes none would be a way for data to
 * leave towards a stranger's account (9.2(6)①(カ)), so it is not offered.
 */
export const ENDPOINT_ACTION_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['acm-pca', 'acm-pca'],
  ['application-autoscaling', 'application-autoscaling'],
  ['athena', 'athena'],
  ['autoscaling', 'autoscaling'],
  ['backup', 'backup'],
  ['cloudformation', 'cloudformation'],
  ['cloudtrail', 'cloudtrail'],
  ['codecommit', 'codecommit'],
  ['config', 'config'],
  ['ec2', 'ec2'],
  ['ec2messages', 'ec2messages'],
  ['ecr.api', 'ecr'],
  ['ecr.dkr', 'ecr'],
  ['ecs', 'ecs'],
  ['elasticfilesystem', 'elasticfilesystem'],
  ['elasticloadbalancing', 'elasticloadbalancing'],
  ['events', 'events'],
  ['execute-api', 'execute-api'],
  ['glue', 'glue'],
  ['kinesis-firehose', 'firehose'],
  ['kinesis-streams', 'kinesis'],
  ['kms', 'kms'],
  ['lambda', 'lambda'],
  ['logs', 'logs'],
  ['monitoring', 'cloudwatch'],
  ['rds', 'rds'],
  ['s3', 's3'],
  ['secretsmanager', 'secretsmanager'],
  ['sns', 'sns'],
  ['sqs', 'sqs'],
  ['ssm', 'ssm'],
  ['ssmmessages', 'ssmmessages'],
  ['states', 'states'],
  ['sts', 'sts'],
]);

/** The address at which every VPC reaches the Amazon Time Sync Service, without leaving its host. */
export const TIME_SYNC_ADDRESS = '169.254.169.123';

/** Seconds over which flow logs gather packets into one record; the shorter, the sooner an attack is seen. */
export const FLOW_LOG_AGGREGATION_SECONDS = 60;

/** What an endpoint's statement lets through. */
export interface EndpointStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Whether the principal has to be ours, and the resource. */
  readonly of: 'ours-on-ours' | 'ours' | 'anybody';
}

/**
 * An endpoint lets through requests by our own principals on our own resources only. Without this a program inside could
 * copy data to a stranger's account with the stranger's credentials (9.2(6)①(カ)).
 *
 * @param name of the service, as endpoints have it
 */
export function endpointStatements(
  name: string,
  { partition, region }: { readonly partition: string; readonly region: string },
): readonly EndpointStatement[] {
  const prefix = ENDPOINT_ACTION_PREFIXES.get(name) ?? name;
  const own: EndpointStatement = { actions: [`${prefix}:*`], resources: ['*'], of: 'ours-on-ours' };
  if (name === 's3') {
    // The layers of images in ECR lie in a bucket of AWS and are fetched by signed links of ECR,
    // not under our own principals. It is read-only, and named.
    const layers = `arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`;
    // Packages of Amazon Linux 2023, likewise: without them no server inside could be patched.
    const packages = `arn:${partition}:s3:::al2023-repos-${region}-de612dc2/*`;
    return [own, { actions: ['s3:GetObject'], resources: [layers, packages], of: 'anybody' }];
  }
  if (name === 'ssm') {
    // Documents, parameters and patch baselines that AWS publishes belong to no account of ours.
    const published = ['document/*', 'parameter/aws/*', 'patchbaseline/*'].map(
      (resource) => `arn:${partition}:ssm:${region}:*:${resource}`,
    );
    const reads = ['ssm:GetDocument', 'ssm:DescribeDocument', 'ssm:GetParameter', 'ssm:GetParameters'];
    return [own, { actions: [...reads, 'ssm:GetPatchBaseline'], resources: published, of: 'ours' }];
  }
  return [own];
}
