import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type AccessLogBucket, RetainedLogGroup, type ZoneVpc } from '../../index';

/** The containers speak TLS themselves: the line is encrypted to its very end (5.3③). */
const CONTAINER_PORT = 8443;

export interface WebServiceProps {
  readonly network: ZoneVpc;
  readonly certificateArn: string;
  readonly accessLogs: AccessLogBucket;
  /** Only true in the Internet zone. */
  readonly internetFacing: boolean;
  /** Who may open the page. */
  readonly clients: ec2.IPeer;
}

/** Containers behind a load balancer, in subnets that reach nothing but their own VPC. */
export class WebService extends Construct implements ec2.IConnectable {
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  public readonly taskRole: iam.IRole;
  /** The containers, not the load balancer. */
  public readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, id);
    const service = this.addContainers(props.network);
    this.taskRole = service.taskDefinition.taskRole;
    this.connections = service.connections;
    this.loadBalancer = this.addLoadBalancer(props, service);
  }

  private addContainers(network: ZoneVpc): ecs.FargateService {
    const key = new kms.Key(this, 'Key', {
      description: `Images and scratch space of ${this.node.path}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const repository = new ecr.Repository(this, 'Images', {
      encryption: ecr.RepositoryEncryption.KMS,
      encryptionKey: key,
      imageScanOnPush: true,
      // A tag that was approved stays what it was when it was approved.
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const cluster = new ecs.Cluster(this, 'Cluster', {
      vpc: network.vpc,
      // 8.1④: which container runs out of what, before it does.
      containerInsightsV2: ecs.ContainerInsights.ENHANCED,
      managedStorageConfiguration: { fargateEphemeralStorageKmsKey: key },
    }) as ecs.ICluster;
    // Fargate keeps the clock of its hosts by the Amazon Time Sync Service: 8.1②.
    const task = new ecs.FargateTaskDefinition(this, 'Task', { cpu: 1024, memoryLimitMiB: 2048 });
    task.addContainer('Web', {
      image: ecs.ContainerImage.fromEcrRepository(repository, '1.0.0'),
      portMappings: [{ containerPort: CONTAINER_PORT }],
      readonlyRootFilesystem: true,
      // A flaw in the web server is not a flaw of everything in the container: 7.4(1)⑧.
      user: '1000:1000',
      logging: ecs.LogDrivers.awsLogs({
        streamPrefix: 'web',
        logGroup: new RetainedLogGroup(this, 'Log').logGroup,
      }),
    });
    const group = new ec2.SecurityGroup(this, 'ContainerSecurityGroup', {
      vpc: network.vpc,
      description: 'Containers',
      allowAllOutbound: false,
    });
    const service = new ecs.FargateService(this, 'Service', {
      cluster,
      taskDefinition: task,
      // Two, so that one zone may fail: 5.1(2).
      desiredCount: 2,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      assignPublicIp: false,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [group],
    });
    // Images, logs and queues are reached inside the VPC, and nothing else is.
    service.connections.allowToDefaultPort(network, 'AWS services by interface endpoints');
    service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 8 }).scaleOnCpuUtilization('Cpu', {
      targetUtilizationPercent: 60,
    });
    return service;
  }

  private addLoadBalancer(
    props: WebServiceProps,
    service: ecs.FargateService,
  ): elbv2.ApplicationLoadBalancer {
    const { vpc } = props.network;
    const loadBalancer = new elbv2.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc,
      internetFacing: props.internetFacing,
      vpcSubnets: {
        subnetType: props.internetFacing ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_ISOLATED,
      },
      securityGroup: new ec2.SecurityGroup(this, 'LoadBalancerSecurityGroup', {
        vpc,
        description: 'Load balancer',
        allowAllOutbound: false,
      }),
      deletionProtection: true,
    });
    props.accessLogs.receiveFrom(loadBalancer, 'web');

    const listener = loadBalancer.addListener('Https', {
      protocol: elbv2.ApplicationProtocol.HTTPS,
      certificates: [elbv2.ListenerCertificate.fromArn(props.certificateArn)],
      sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
      open: false,
    });
    listener.addTargets('Containers', {
      protocol: elbv2.ApplicationProtocol.HTTPS,
      port: CONTAINER_PORT,
      targets: [service],
      healthCheck: { protocol: elbv2.Protocol.HTTPS, path: '/health' },
      deregistrationDelay: Duration.seconds(30),
    });
    loadBalancer.connections.allowFrom(props.clients, ec2.Port.tcp(443), 'HTTPS');
    if (props.internetFacing) {
      // Citizens type an address without https; they are sent on before anything is said in the clear.
      loadBalancer.addRedirect({ open: false });
      loadBalancer.connections.allowFrom(props.clients, ec2.Port.tcp(80), 'Redirect to HTTPS');
    }
    return loadBalancer;
  }
}
