import { Duration } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { AccessLogBucket } from '../logging/access-log-bucket';
import type { IZoneNetwork } from '../network/zone-network';

/** What a balancer is in front of, and who may reach it. */
export interface BalancedTarget {
  readonly network: IZoneNetwork;
  readonly internetFacing: boolean;
  readonly certificateArn: string;
  readonly accessLogs: AccessLogBucket;
  readonly clients: ec2.IPeer[];
  readonly target: elbv2.IApplicationLoadBalancerTarget;
  /** The port on which the containers speak TLS. */
  readonly port: number;
  readonly healthCheckPath: string;
}

/** A load balancer that speaks TLS with both sides (5.3③, 5.3④), keeps a log (7.1(6)①) and is not deleted in error (8.1⑥). */
export function addLoadBalancer(scope: Construct, options: BalancedTarget): elbv2.ApplicationLoadBalancer {
  const { vpc } = options.network;
  const loadBalancer = new elbv2.ApplicationLoadBalancer(scope, 'LoadBalancer', {
    vpc,
    internetFacing: options.internetFacing,
    vpcSubnets: {
      subnetType: options.internetFacing ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_ISOLATED,
    },
    securityGroup: new ec2.SecurityGroup(scope, 'LoadBalancerSecurityGroup', {
      vpc,
      description: 'Load balancer',
      allowAllOutbound: false,
    }),
    deletionProtection: true,
  });
  options.accessLogs.receiveFrom(loadBalancer, `web/${scope.node.addr}`);
  const listener = loadBalancer.addListener('Https', {
    protocol: elbv2.ApplicationProtocol.HTTPS,
    certificates: [elbv2.ListenerCertificate.fromArn(options.certificateArn)],
    sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS,
    open: false,
  });
  listener.addTargets('Containers', {
    protocol: elbv2.ApplicationProtocol.HTTPS,
    port: options.port,
    targets: [options.target],
    healthCheck: { protocol: elbv2.Protocol.HTTPS, path: options.healthCheckPath },
    deregistrationDelay: Duration.seconds(30),
  });
  for (const client of options.clients) {
    loadBalancer.connections.allowFrom(client, ec2.Port.tcp(443), 'HTTPS');
  }
  if (options.internetFacing) {
    // Citizens type an address without https; they are sent on before anything is said in the clear.
    loadBalancer.addRedirect({ open: false });
    for (const client of options.clients) {
      loadBalancer.connections.allowFrom(client, ec2.Port.tcp(80), 'Redirect to HTTPS');
    }
  }
  return loadBalancer;
}
