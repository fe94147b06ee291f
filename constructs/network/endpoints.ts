import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { ENDPOINT_ACTION_PREFIXES, endpointStatements } from '../../lib/policy/network-baseline';

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
  const unknown = names.filter((name) => !ENDPOINT_ACTION_PREFIXES.has(name));
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

/** The principal has to be `*`: an endpoint policy that names an account means its root user alone. */
function policyFor(scope: Construct, name: string, perimeter: EndpointPerimeter): iam.PolicyStatement[] {
  const { account, partition, region } = Stack.of(scope);
  const { organizationId } = perimeter;
  const ours: Record<string, string> =
    organizationId === undefined
      ? { 'aws:PrincipalAccount': account }
      : { 'aws:PrincipalOrgID': organizationId };
  const onOurs: Record<string, string> =
    organizationId === undefined
      ? { 'aws:ResourceAccount': account }
      : { 'aws:ResourceOrgID': organizationId };
  const conditions = { 'ours-on-ours': { ...ours, ...onOurs }, ours, anybody: undefined };
  return endpointStatements(name, { partition, region }).map(({ actions, resources, of }) => {
    const condition = conditions[of];
    return new iam.PolicyStatement({
      principals: [new iam.AnyPrincipal()],
      actions: [...actions],
      resources: [...resources],
      ...(condition === undefined ? {} : { conditions: { StringEquals: condition } }),
    });
  });
}
