import { Duration, Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';
import { checkServer, ServerParts, type ServerProps, SupportedImage } from './server-parts';

/** Fewest servers: one zone may fail. */
const MINIMUM = 2;

/** Properties of a `TimeSyncedFleet`. */
export interface TimeSyncedFleetProps extends ServerProps {
  /**
   * Fewest servers, at least 2 (5.1(2)).
   *
   * @default 2
   */
  readonly minimumCount?: number;

  /**
   * Most servers, more than the fewest (8.1④).
   *
   * @default - twice the fewest
   */
  readonly maximumCount?: number;
}

/**
 * Servers of Amazon Linux 2023 over the zones of a network, two at least (5.1(2)), more by load (8.1④), replaced when
 * they fail, by themselves within thirty days so that images stay new (7.6(1)①). Each is like a
 * `TimeSyncedInstance`: time by the Amazon Time Sync Service alone (8.1②), IMDSv2 (7.2(5)), volumes under a customer
 * managed key (4(1)④), Session Manager (7.2(2)②), log and load in CloudWatch (7.1(6)①).
 *
 * @throws if a count is too small, or a prop of servers is not as documented.
 */
export class TimeSyncedFleet extends Construct implements ec2.IConnectable, iam.IGrantable {
  /** The group of servers, for everything that takes one: as the target of a load balancer. */
  public readonly autoScalingGroup: autoscaling.AutoScalingGroup;
  /** Who connects to the servers, and whom they connect to. */
  public readonly connections: ec2.Connections;
  /** What the servers may do. */
  public readonly role: iam.IRole;
  public readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, id: string, props: TimeSyncedFleetProps) {
    const minimum = props.minimumCount ?? MINIMUM;
    const errors = new PropErrors('TimeSyncedFleet');
    checkServer(errors, props);
    errors.addIf('minimumCount', wholeNumberProblem(props.minimumCount, MINIMUM, 'servers'));
    errors.addIf(
      'maximumCount',
      wholeNumberProblem(props.maximumCount, (literal(minimum) ?? MINIMUM) + 1, 'servers'),
    );
    errors.throwIfAny(scope, id);
    super(scope, id);
    const parts = new ServerParts(this, 'Parts', props);
    if (props.encryptionKey === undefined) allowAutoScaling(parts.encryptionKey, Stack.of(this));
    const launchTemplate = new ec2.LaunchTemplate(this, 'Template', {
      instanceType: props.instanceType ?? ec2.InstanceType.of(ec2.InstanceClass.M7I, ec2.InstanceSize.LARGE),
      machineImage: new SupportedImage(),
      role: parts.role,
      securityGroup: parts.securityGroup,
      userData: parts.userData,
      blockDevices: parts.blockDevices,
      httpTokens: ec2.LaunchTemplateHttpTokens.REQUIRED,
      httpPutResponseHopLimit: 1,
      detailedMonitoring: true,
      ebsOptimized: true,
    });
    this.autoScalingGroup = new autoscaling.AutoScalingGroup(this, 'Group', {
      vpc: props.network.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      launchTemplate,
      minCapacity: minimum,
      maxCapacity: props.maximumCount ?? 2 * minimum,
      // Of EC2 too, for as long as no load balancer is in front.
      healthChecks: autoscaling.HealthChecks.withAdditionalChecks({
        additionalTypes: [autoscaling.AdditionalHealthCheckType.ELB],
        gracePeriod: Duration.minutes(10),
      }),
      maxInstanceLifetime: Duration.days(30),
      groupMetrics: [autoscaling.GroupMetrics.all()],
      updatePolicy: autoscaling.UpdatePolicy.rollingUpdate({ minInstancesInService: minimum }),
    });
    this.autoScalingGroup.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
    this.connections = parts.securityGroup.connections;
    this.role = parts.role;
    this.grantPrincipal = parts.role;
  }
}

/** The service makes the volumes, by a role of its own. */
function allowAutoScaling(key: kms.IKey, stack: Stack): void {
  const role = `arn:${stack.partition}:iam::${stack.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
  const allow = (actions: string[], conditions?: Record<string, Record<string, string>>) =>
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ArnPrincipal(role)],
        actions,
        resources: ['*'],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    );
  allow(['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey']);
  allow(['kms:CreateGrant'], { Bool: { 'kms:GrantIsForAWSResource': 'true' } });
}
