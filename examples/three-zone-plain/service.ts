import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { addKey, addLogGroup } from './keys-and-logs';
import type { Network } from './network';

const PORT = 8443;

export interface ServiceOptions {
  readonly network: Network;
  readonly certificateArn: string;
  readonly accessLogs: s3.Bucket;
  readonly internetFacing: boolean;
}

export interface Service {
  readonly service: ecs.FargateService;
  readonly loadBalancer: elbv2.ApplicationLoadBalancer;
}

export function addService(scope: Construct, options: ServiceOptions): Service {
  const service = addContainers(scope, options.network);
  return { service, loadBalancer: addBalancer(scope, options, service) };
}

function addContainers(scope: Construct, { vpc, endpoints }: Network): ecs.FargateService {
  const key = addKey(scope, 'ServiceKey', 'Images and scratch space');
  const repository = new ecr.Repository(scope, 'Images', {
    encryption: ecr.RepositoryEncryption.KMS,
    encryptionKey: key as kms.IKey,
    imageScanOnPush: true,
    imageTagMutability: ecr.TagMutability.IMMUTABLE,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const cluster = new ecs.Cluster(scope, 'Cluster', {
    vpc,
    containerInsightsV2: ecs.ContainerInsights.ENHANCED,
    managedStorageConfiguration: { fargateEphemeralStorageKmsKey: key as kms.IKey },
  });
  const task = new ecs.FargateTaskDefinition(scope, 'Task', { cpu: 1024, memoryLimitMiB: 2048 });
  task.addContainer('Web', {
    image: ecs.ContainerImage.fromEcrRepository(repository, '1.0.0'),
    portMappings: [{ containerPort: PORT }],
    readonlyRootFilesystem: true,
    user: '1000:1000',
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web', logGroup: addLogGroup(scope, 'ServiceLog', key) }),
  });
  const service = new ecs.FargateService(scope, 'Service', {
    cluster: cluster as ecs.ICluster,
    taskDefinition: task,
    desiredCount: 2,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    assignPublicIp: false,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    securityGroups: [
      new ec2.SecurityGroup(scope, 'ContainerGroup', {
        vpc,
        description: 'Containers',
        allowAllOutbound: false,
      }),
    ],
  });
  service.connections.allowTo(endpoints, ec2.Port.tcp(443));
  service
    .autoScaleTaskCount({ minCapacity: 2, maxCapacity: 8 })
    .scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  return service;
}

function addBalancer(
  scope: Construct,
  options: ServiceOptions,
  service: ecs.FargateService,
): elbv2.ApplicationLoadBalancer {
  const { network, internetFacing, accessLogs } = options;
  const { vpc } = network;
  const loadBalancer = new elbv2.ApplicationLoadBalancer(scope, 'LoadBalancer', {
    vpc,
    internetFacing,
    vpcSubnets: { subnetType: internetFacing ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_ISOLATED },
    securityGroup: new ec2.SecurityGroup(scope, 'LoadBalancerGroup', {
      vpc,
      description: 'Load balancer',
      allowAllOutbound: false,
    }),
    deletionProtection: true,
    dropInvalidHeaderFields: true,
  });
  loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
  loadBalancer.setAttribute('access_logs.s3.bucket', accessLogs.bucketName);
  loadBalancer.setAttribute('access_logs.s3.prefix', 'web');
  loadBalancer.node.addDependency(accessLogs.policy!);
  const listener = loadBalancer.addListener('Https', {
    protocol: elbv2.ApplicationProtocol.HTTPS,
    certificates: [elbv2.ListenerCertificate.fromArn(options.certificateArn)],
    sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
    open: false,
  });
  listener.addTargets('Containers', {
    protocol: elbv2.ApplicationProtocol.HTTPS,
    port: PORT,
    targets: [service],
    healthCheck: { protocol: elbv2.Protocol.HTTPS, path: '/health' },
    deregistrationDelay: Duration.seconds(30),
  });
  const clients = internetFacing ? ec2.Peer.anyIpv4() : ec2.Peer.ipv4(vpc.vpcCidrBlock);
  loadBalancer.connections.allowFrom(clients, ec2.Port.tcp(443));
  if (internetFacing) {
    loadBalancer.addRedirect({ open: false });
    loadBalancer.connections.allowFrom(clients, ec2.Port.tcp(80));
  }
  return loadBalancer;
}

const MANAGED_RULES = ['AmazonIpReputationList', 'CommonRuleSet', 'KnownBadInputsRuleSet', 'SQLiRuleSet'];

export function addFirewall(scope: Construct, loadBalancer: elbv2.ApplicationLoadBalancer): void {
  const visibility = (metricName: string) => ({
    metricName,
    cloudWatchMetricsEnabled: true,
    sampledRequestsEnabled: true,
  });
  const acl = new wafv2.CfnWebACL(scope, 'Firewall', {
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visibility('All'),
    rules: [
      {
        name: 'Rate',
        priority: 0,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: 'IP' } },
        visibilityConfig: visibility('Rate'),
      },
      ...MANAGED_RULES.map((name, index) => ({
        name,
        priority: index + 1,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: `AWSManagedRules${name}` } },
        visibilityConfig: visibility(name),
      })),
    ],
  });
  new wafv2.CfnWebACLAssociation(scope, 'FirewallAssociation', {
    resourceArn: loadBalancer.loadBalancerArn,
    webAclArn: acl.attrArn,
  });
  const stack = Stack.of(scope);
  const logGroupName = 'aws-waf-logs-reservation';
  const log = addLogGroup(
    scope,
    'FirewallLog',
    addKey(scope, 'FirewallKey', 'Log of the firewall'),
    logGroupName,
  );
  log.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [log.logGroupArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  const logging = new wafv2.CfnLoggingConfiguration(scope, 'FirewallLogging', {
    resourceArn: acl.attrArn,
    logDestinationConfigs: [
      `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:${logGroupName}`,
    ],
    redactedFields: [{ singleHeader: { Name: 'authorization' } }, { singleHeader: { Name: 'cookie' } }],
  });
  logging.node.addDependency(log);
}
