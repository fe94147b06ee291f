import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import type { AccessLogBucket } from '../logging/access-log-bucket';
import { WebFirewall } from '../network/web-firewall';
import type { IZoneNetwork } from '../network/zone-network';
import { PropErrors } from '../private/prop-errors';
import { ZONE_NAMES } from '../private/zones';
import { addLoadBalancer } from './load-balancer';
import type { PrivateService } from './private-service';

/** Properties of a `PublicWebFront`. */
export interface PublicWebFrontProps {
  /** The network, which must be of the Internet zone (7.1(9)) and have public subnets. */
  readonly network: IZoneNetwork;

  /** What stands behind. It has no balancer of its own, and no public address. */
  readonly service: PrivateService;

  /** ARN of the certificate that the balancer shows. */
  readonly certificateArn: string;

  /** Where the balancer logs requests (7.1(6)①). */
  readonly accessLogs: AccessLogBucket;

  /**
   * Requests from one address within five minutes, after which it has to wait (7.5(6)): from 10 to 2000.
   *
   * @default 2000
   */
  readonly rateLimit?: number;
}

/**
 * The entrance of citizens: a public load balancer with a web ACL (7.1(10)④), a limit of requests (7.5(6)), TLS to
 * both sides (5.3④) and logs (7.1(6)①), in the Internet zone only (7.1(9)).
 *
 * A load balancer and not CloudFront: the web ACL and the logs of CloudFront are kept outside of the country (9.2(2)⑦).
 *
 * @throws if `network` is not of the Internet zone or has no public subnets, `service` has a balancer of its own, or
 * `rateLimit` is not from 10 to 2000.
 */
export class PublicWebFront extends Construct implements ec2.IConnectable {
  /** The public load balancer. */
  public readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  /** The web ACL in front of it. */
  public readonly firewall: WebFirewall;
  /** Who connects to the load balancer. */
  public readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, props: PublicWebFrontProps) {
    const { network, service } = props;
    const errors = new PropErrors('PublicWebFront');
    if (network.zoneName !== ZONE_NAMES.internet) {
      errors.add('network', `must be of the zone ${ZONE_NAMES.internet}, but is of ${network.zoneName}`);
    } else if (network.vpc.publicSubnets.length === 0) {
      errors.add('network', 'must have public subnets, but has none');
    }
    if (service.loadBalancer !== undefined) {
      errors.add('service', 'must have no balancer of its own: one entrance is enough');
    }
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.loadBalancer = addLoadBalancer(this, {
      network,
      internetFacing: true,
      certificateArn: props.certificateArn,
      accessLogs: props.accessLogs,
      clients: [ec2.Peer.anyIpv4()],
      target: service.service,
      port: service.containerPort,
      healthCheckPath: service.healthCheckPath,
    });
    this.connections = this.loadBalancer.connections;
    this.firewall = new WebFirewall(this, 'Firewall', {
      resourceArn: this.loadBalancer.loadBalancerArn,
      ...(props.rateLimit === undefined ? {} : { rateLimit: props.rateLimit }),
    });
  }
}
