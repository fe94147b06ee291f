import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * Services whose endpoints take a policy, by the name of their endpoint, with the prefix that
 * their actions have in IAM. An endpoint of a service that takes none would be a way for data to
 * leave towards a stranger's account (9.2(6)①(カ)), so it is not offered.
 */
const ACTION_PREFIXES: ReadonlyMap<string, string> = new Map([
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

/** What a container or a managed instance needs in order to run without any path to the Internet. */
export const DEFAULT_INTERFACE_ENDPOINTS: readonly ec2.InterfaceVpcEndpointAwsService[] = [
  ec2.InterfaceVpcEndpointAwsService.KMS,
  ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
  ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_MONITORING,
  ec2.InterfaceVpcEndpointAwsService.SSM,
  ec2.InterfaceVpcEndpointAwsService.SSM_MESSAGES,
  ec2.InterfaceVpcEndpointAwsService.EC2_MESSAGES,
  ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  ec2.InterfaceVpcEndpointAwsService.ECR,
  ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER,
  ec2.InterfaceVpcEndpointAwsService.STS,
  // Through the gateway endpoint S3 has public addresses, which a security group that is limited to
  // the VPC's own addresses cannot let through. Through an interface endpoint it has private ones.
  ec2.InterfaceVpcEndpointAwsService.S3,
];

/** What is wrong with a list of endpoints. */
export function endpointsProblem(services: ec2.InterfaceVpcEndpointAwsService[]): string | undefined {
  const names = services.map((service) => service.shortName);
  const unknown = names.filter((name) => !ACTION_PREFIXES.has(name));
  if (unknown.length > 0) {
    return `must name services whose endpoints take a policy; not so, or not known: ${unknown.join(', ')}`;
  }
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return repeated.length > 0 ? `must name each service once; repeated: ${repeated.join(', ')}` : undefined;
}

/** Whose requests may pass an endpoint, and whose resources they may reach. */
export interface EndpointPerimeter {
  /** Id of the organization; without it, the account of the stack is the limit. */
  readonly organizationId: string | undefined;
}

/** Adds an interface endpoint with its policy. */
export function addInterfaceEndpoint(
  scope: Construct,
  service: ec2.InterfaceVpcEndpointAwsService,
  perimeter: EndpointPerimeter,
  options: ec2.InterfaceVpcEndpointProps,
): ec2.InterfaceVpcEndpoint {
  const endpoint = new ec2.InterfaceVpcEndpoint(scope, `Endpoint-${service.shortName}`, options);
  for (const statement of policyFor(scope, service.shortName, perimeter)) endpoint.addToPolicy(statement);
  return endpoint;
}

/** Adds the gateway endpoint of S3 or DynamoDB with its policy. */
export function addGatewayEndpoint(
  scope: Construct,
  name: string,
  perimeter: EndpointPerimeter,
  options: ec2.GatewayVpcEndpointProps,
): void {
  const endpoint = new ec2.GatewayVpcEndpoint(scope, `Gateway-${name}`, options);
  for (const statement of policyFor(scope, name, perimeter)) endpoint.addToPolicy(statement);
}

/**
 * The endpoint lets through requests by our own principals on our own resources only. Without this
 * a program inside could copy data to a stranger's account with the stranger's credentials.
 * The principal has to be `*`: an endpoint policy that names an account means its root user alone.
 */
function policyFor(scope: Construct, name: string, perimeter: EndpointPerimeter): iam.PolicyStatement[] {
  const stack = Stack.of(scope);
  const { organizationId } = perimeter;
  const ours =
    organizationId === undefined
      ? { 'aws:PrincipalAccount': stack.account }
      : { 'aws:PrincipalOrgID': organizationId };
  const onOurs =
    organizationId === undefined
      ? { 'aws:ResourceAccount': stack.account }
      : { 'aws:ResourceOrgID': organizationId };
  const statement = (actions: string[], resources: string[], conditions?: Record<string, string>) =>
    new iam.PolicyStatement({
      principals: [new iam.AnyPrincipal()],
      actions,
      resources,
      ...(conditions === undefined ? {} : { conditions: { StringEquals: conditions } }),
    });

  const statements = [statement([`${ACTION_PREFIXES.get(name) ?? name}:*`], ['*'], { ...ours, ...onOurs })];
  if (name === 's3') {
    // The layers of images in ECR lie in a bucket of AWS and are fetched by signed links of ECR,
    // not under our own principals. It is read-only, and named.
    const layers = `arn:${stack.partition}:s3:::prod-${stack.region}-starport-layer-bucket/*`;
    // Packages of Amazon Linux 2023, likewise: without them no server inside could be patched.
    const packages = `arn:${stack.partition}:s3:::al2023-repos-${stack.region}-de612dc2/*`;
    statements.push(statement(['s3:GetObject'], [layers, packages]));
  }
  if (name === 'ssm') {
    // Documents, parameters and patch baselines that AWS publishes belong to no account of ours.
    const published = ['document/*', 'parameter/aws/*', 'patchbaseline/*'].map(
      (resource) => `arn:${stack.partition}:ssm:${stack.region}:*:${resource}`,
    );
    const reads = ['ssm:GetDocument', 'ssm:DescribeDocument', 'ssm:GetParameter', 'ssm:GetParameters'];
    statements.push(statement([...reads, 'ssm:GetPatchBaseline'], published, ours));
  }
  return statements;
}
