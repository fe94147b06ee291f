import { Duration, RemovalPolicy, type StackProps } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { TokyoStack } from './tokyo-stack';

/** Reservation of public halls, in the Internet zone. */
export class ReservationStack extends TokyoStack {
  public readonly vpc: ec2.IVpc;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.3.0.0/16'),
      restrictDefaultSecurityGroup: false,
    }) as ec2.IVpc;
    const balancer = this.addFront();
    this.addDistribution(balancer);
    this.addDatabase();
    this.addUsers();
    // 9.2(5)①(イ): the key of AWS. 7.6(1)①: images are not scanned. 7.1(4)②: tags can be moved.
    new ecr.Repository(this, 'Images', { imageScanOnPush: false });
  }

  /** 7.1(10)④: no web ACL. 7.1(6)①: no access log. 8.1⑥: no protection against deletion. */
  private addFront(): elbv2.ApplicationLoadBalancer {
    const balancer = new elbv2.ApplicationLoadBalancer(this, 'Front', {
      vpc: this.vpc,
      internetFacing: true,
    });
    const defaultAction = elbv2.ListenerAction.fixedResponse(200, { messageBody: 'Reservation' });
    balancer.addListener('Http', { port: 80, defaultAction }); // 5.3③
    balancer.addListener('Https', {
      port: 443,
      sslPolicy: elbv2.SslPolicy.LEGACY, // 7.1(16)②
      certificates: [
        elbv2.ListenerCertificate.fromArn(
          `arn:aws:acm:${this.region}:${this.account}:certificate/44444444-4444-4444-8444-444444444444`,
        ),
      ],
      defaultAction,
    });
    return balancer;
  }

  private addDistribution(balancer: elbv2.ApplicationLoadBalancer): void {
    new cloudfront.Distribution(this, 'Distribution', {
      defaultBehavior: {
        origin: new origins.HttpOrigin(balancer.loadBalancerDnsName, {
          protocolPolicy: cloudfront.OriginProtocolPolicy.HTTP_ONLY, // 5.3③
        }),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.ALLOW_ALL, // 5.3③
      },
    });
  }

  private addDatabase(): void {
    const database = new rds.DatabaseCluster(this, 'Database', {
      vpc: this.vpc,
      engine: rds.DatabaseClusterEngine.auroraPostgres({
        version: rds.AuroraPostgresEngineVersion.VER_13_20,
      }), // 7.4(1)⑦
      credentials: rds.Credentials.fromUsername('postgres'), // 7.2(1)③(オ)
      writer: rds.ClusterInstance.provisioned('Writer'), // 5.1(2): one instance
      storageEncrypted: false, // 9.2(5)①(イ)
      backup: { retention: Duration.days(1) }, // 7.1(2)①
      removalPolicy: RemovalPolicy.DESTROY, // 8.1⑥
    });
    database.connections.allowFromAnyIpv4(ec2.Port.tcp(5432)); // 7.2(2)②
  }

  private addUsers(): void {
    new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: true,
      mfa: cognito.Mfa.OFF, // 4(1)②(ア)
      passwordPolicy: { minLength: 6, requireSymbols: false, requireUppercase: false }, // 6.4(3)
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
