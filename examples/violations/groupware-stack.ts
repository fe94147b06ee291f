import { RemovalPolicy, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as transfer from 'aws-cdk-lib/aws-transfer';
import * as workspaces from 'aws-cdk-lib/aws-workspaces';
import type { Construct } from 'constructs';
import { TokyoStack } from './tokyo-stack';

/** Groupware, in the LGWAN zone. */
export class GroupwareStack extends TokyoStack {
  public readonly vpc: ec2.IVpc;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    // 4(2)①: an Internet gateway on the LGWAN side.
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.2.0.0/16'),
      natGateways: 0,
      restrictDefaultSecurityGroup: false,
      flowLogs: { Rejected: { trafficType: ec2.FlowLogTrafficType.REJECT } }, // 4(3)①: not all traffic
    }) as ec2.IVpc;

    // 8.1②: the time of a public server, instead of the one source that all zones share.
    const options = new ec2.CfnDHCPOptions(this, 'DhcpOptions', { ntpServers: ['133.243.238.164'] });
    new ec2.CfnVPCDHCPOptionsAssociation(this, 'DhcpOptionsAssociation', {
      vpcId: this.vpc.vpcId,
      dhcpOptionsId: options.ref,
    });

    // 7.1(9): open to the Internet outside its zone. 5.3③: in the clear. 7.1(10)④: no firewall.
    const balancer = new elbv2.ApplicationLoadBalancer(this, 'Front', {
      vpc: this.vpc,
      internetFacing: true,
    });
    balancer.addListener('Http', {
      port: 80,
      defaultAction: elbv2.ListenerAction.fixedResponse(200, { messageBody: 'Groupware' }),
    });
    this.addStores();
    this.addMessages();
    this.addDesktops();
  }

  private addStores(): void {
    const attachments = new s3.Bucket(this, 'Attachments', {
      encryption: s3.BucketEncryption.S3_MANAGED, // 9.2(5)①(イ)
      // 7.2(1)①: anybody may read, and nothing asks for TLS.
      blockPublicAccess: new s3.BlockPublicAccess({ blockPublicPolicy: false, restrictPublicBuckets: false }),
    });
    attachments.grantPublicAccess();

    new dynamodb.Table(this, 'Schedules', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      encryption: dynamodb.TableEncryption.AWS_MANAGED, // 9.2(5)①(イ)
      removalPolicy: RemovalPolicy.DESTROY, // 8.1⑥; 7.1(2)①: no recovery to a point in time
    });

    const subnets = new elasticache.CfnSubnetGroup(this, 'CacheSubnets', {
      description: 'Sessions',
      subnetIds: this.vpc.publicSubnets.map((subnet) => subnet.subnetId),
    });
    new elasticache.CfnReplicationGroup(this, 'Sessions', {
      replicationGroupDescription: 'Sessions',
      engine: 'redis',
      cacheNodeType: 'cache.t3.small',
      numCacheClusters: 1, // 5.1(2)
      automaticFailoverEnabled: false, // 5.1(2)
      transitEncryptionEnabled: false, // 5.3③
      atRestEncryptionEnabled: false, // 9.2(5)①(イ)
      cacheSubnetGroupName: subnets.ref,
    });
  }

  private addMessages(): void {
    // 9.2(5)①(イ): no key of the city's. 5.3③: nothing asks for TLS.
    new sqs.Queue(this, 'Mail', { encryption: sqs.QueueEncryption.UNENCRYPTED });
    const news = new sns.Topic(this, 'News');
    // 3(2)⑦: every notice crosses the Internet in the clear.
    new sns.CfnSubscription(this, 'Vendor', {
      topicArn: news.topicArn,
      protocol: 'http',
      endpoint: 'http://notices.vendor.example.jp/',
    });
    new kinesis.Stream(this, 'Clicks', { encryption: kinesis.StreamEncryption.UNENCRYPTED });
  }
  private addDesktops(): void {
    // 9.2(5)①(イ): the files of staff on volumes without encryption.
    new workspaces.CfnWorkspace(this, 'Desktop', {
      bundleId: 'wsb-0123456789',
      directoryId: 'd-0123456789',
      userName: 'welfare-01',
    });
    // 7.1(16)②: the ciphers of 2018, as nothing is said. 7.1(9): open to the Internet.
    new transfer.CfnServer(this, 'Exchange', { protocols: ['SFTP'] });
  }
}
