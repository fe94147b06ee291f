import { RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { AccessLogBucket } from '../logging/access-log-bucket';
import { MINIMUM_LOG_RETENTION_DAYS, RetainedLogGroup } from '../logging/retained-log-group';
import type { IZoneNetwork } from '../network/zone-network';
import { customerManagedKey, keyProblem } from '../private/keys';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';
import { addLoadBalancer } from './load-balancer';

/** Fewest containers: one zone may fail. */
const MINIMUM = 2;

/** The balancer of a `PrivateService`. */
export interface InternalBalancerProps {
  /** ARN of the certificate that the balancer shows. */
  readonly certificateArn: string;

  /** Where the balancer logs requests (7.1(6)①). */
  readonly accessLogs: AccessLogBucket;

  /**
   * Who may open the pages.
   *
   * @default - the addresses of the network
   */
  readonly clients?: ec2.IPeer[];
}

/** Properties of a `PrivateService`. */
export interface PrivateServiceProps {
  /** The network to run in. Containers take its isolated subnets and reach nothing but the network's endpoints. */
  readonly network: IZoneNetwork;

  /** Tag of the image, other than `latest`: what was approved is what runs (7.3(2)③(イ)). */
  readonly imageTag: string;

  /**
   * The repository of the image.
   *
   * @default - a new one: encrypted, scanned, with tags that cannot be moved. Push the image before the service is made.
   */
  readonly repository?: ecr.IRepository;

  /**
   * An internal balancer in front.
   *
   * @default - none; a `PublicWebFront` may be in front, or nothing
   */
  readonly balancer?: InternalBalancerProps;

  /**
   * The port on which the containers speak TLS: the line is encrypted to its very end (5.3③).
   *
   * @default 8443
   */
  readonly containerPort?: number;

  /**
   * What the balancer asks for to see that a container is well.
   *
   * @default /health
   */
  readonly healthCheckPath?: string;

  /**
   * Settings of the program. Secrets do not belong here (7.2(5)), but in `secrets`.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * Secrets of the program, by the name of the variable that holds each.
   *
   * @default - none
   */
  readonly secrets?: { [name: string]: ecs.Secret };

  /**
   * Processor of one container, in units of which 1024 are one core.
   *
   * @default 1024
   */
  readonly cpu?: number;

  /**
   * Memory of one container, in MiB.
   *
   * @default 2048
   */
  readonly memoryMib?: number;

  /**
   * Fewest containers, at least 2 (5.1(2)).
   *
   * @default 2
   */
  readonly minimumCount?: number;

  /**
   * Most containers, more than the fewest (8.1④).
   *
   * @default - four times the fewest
   */
  readonly maximumCount?: number;

  /**
   * How long the log is kept, in days: at least one year.
   *
   * @default logs.RetentionDays.THREE_YEARS
   */
  readonly logRetention?: RetentionDays;

  /**
   * Customer managed key of images, scratch space and log.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * Containers on Fargate in subnets that reach nothing but their own network (4(1)①), behind an internal balancer: two
 * at least over two zones (5.1(2)), more by load (8.1④), read-only and not as root (7.4(1)⑧), images scanned and fixed
 * by tag (7.6(1)①, 7.3(2)③(イ)), TLS to the very end (5.3③), log kept (7.1(6)①). Fargate keeps the clock of its hosts
 * by the Amazon Time Sync Service (8.1②).
 *
 * @throws if `imageTag` is `latest` or a count, `encryptionKey` or `logRetention` is not as documented.
 */
export class PrivateService extends Construct implements ec2.IConnectable, iam.IGrantable {
  /** The service, for everything that takes one. */
  public readonly service: ecs.FargateService;
  /** What the containers may do. */
  public readonly taskRole: iam.IRole;
  /** Whom the containers connect to; the balancer is not among them. */
  public readonly connections: ec2.Connections;
  /** The repository of the image. */
  public readonly repository: ecr.IRepository;
  /** The internal balancer, if there is one. */
  public readonly loadBalancer?: elbv2.ApplicationLoadBalancer;
  /** The port on which the containers speak TLS. */
  public readonly containerPort: number;
  /** What a balancer asks for to see that a container is well. */
  public readonly healthCheckPath: string;
  public readonly grantPrincipal: iam.IPrincipal;
  /** The customer managed key of the service. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: PrivateServiceProps) {
    checkProps(scope, id, props);
    super(scope, id);
    this.containerPort = props.containerPort ?? 8443;
    this.healthCheckPath = props.healthCheckPath ?? '/health';
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Service ${this.node.path}`);
    this.repository =
      props.repository ??
      new ecr.Repository(this, 'Images', {
        encryption: ecr.RepositoryEncryption.KMS,
        encryptionKey: this.encryptionKey,
        imageScanOnPush: true,
        // A tag that was approved stays what it was when it was approved.
        imageTagMutability: ecr.TagMutability.IMMUTABLE,
        removalPolicy: RemovalPolicy.RETAIN,
      });
    this.service = this.addContainers(props);
    this.taskRole = this.service.taskDefinition.taskRole;
    this.grantPrincipal = this.taskRole;
    this.connections = this.service.connections;
    const { balancer, network } = props;
    if (balancer === undefined) return;
    this.loadBalancer = addLoadBalancer(this, {
      network,
      internetFacing: false,
      certificateArn: balancer.certificateArn,
      accessLogs: balancer.accessLogs,
      clients: balancer.clients ?? [ec2.Peer.ipv4(network.cidr)],
      target: this.service,
      port: this.containerPort,
      healthCheckPath: this.healthCheckPath,
    });
  }

  private addContainers(props: PrivateServiceProps): ecs.FargateService {
    const { network, environment, secrets, logRetention } = props;
    const cluster = new ecs.Cluster(this, 'Cluster', {
      vpc: network.vpc,
      // 8.1④: which container runs out of what, before it does.
      containerInsightsV2: ecs.ContainerInsights.ENHANCED,
      managedStorageConfiguration: { fargateEphemeralStorageKmsKey: this.encryptionKey },
    }) as ecs.ICluster;
    const task = new ecs.FargateTaskDefinition(this, 'Task', {
      cpu: props.cpu ?? 1024,
      memoryLimitMiB: props.memoryMib ?? 2048,
    });
    const log = new RetainedLogGroup(this, 'Log', {
      encryptionKey: this.encryptionKey,
      ...(logRetention === undefined ? {} : { retention: logRetention }),
    });
    task.addContainer('Web', {
      image: ecs.ContainerImage.fromEcrRepository(this.repository, props.imageTag),
      portMappings: [{ containerPort: this.containerPort }],
      readonlyRootFilesystem: true,
      // A flaw in the web server is not a flaw of everything in the container: 7.4(1)⑧.
      user: '1000:1000',
      ...(environment === undefined ? {} : { environment }),
      ...(secrets === undefined ? {} : { secrets }),
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web', logGroup: log.logGroup }),
    });
    const minimum = props.minimumCount ?? MINIMUM;
    const service = new ecs.FargateService(this, 'Service', {
      cluster,
      taskDefinition: task,
      desiredCount: minimum,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      assignPublicIp: false,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [
        new ec2.SecurityGroup(this, 'ContainerSecurityGroup', {
          vpc: network.vpc,
          description: 'Containers',
          allowAllOutbound: false,
        }),
      ],
    });
    // Images, logs and queues are reached inside the VPC, and nothing else is.
    service.connections.allowToDefaultPort(network, 'AWS services by interface endpoints');
    service
      .autoScaleTaskCount({ minCapacity: minimum, maxCapacity: props.maximumCount ?? 4 * minimum })
      .scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
    return service;
  }
}

function checkProps(scope: Construct, id: string, props: PrivateServiceProps): void {
  const errors = new PropErrors('PrivateService');
  if (['latest', ''].includes(props.imageTag)) {
    errors.add('imageTag', `must name one version of the image, but is '${props.imageTag}'`);
  }
  errors.addIf('minimumCount', wholeNumberProblem(props.minimumCount, MINIMUM, 'containers'));
  const minimum = literal(props.minimumCount) ?? MINIMUM;
  errors.addIf('maximumCount', wholeNumberProblem(props.maximumCount, minimum + 1, 'containers'));
  errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
  errors.addIf('logRetention', wholeNumberProblem(props.logRetention, MINIMUM_LOG_RETENTION_DAYS, 'days'));
  errors.throwIfAny(scope, id);
}
