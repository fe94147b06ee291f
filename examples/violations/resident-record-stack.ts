import { Duration, RemovalPolicy, SecretValue, type StackProps, Tags } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { TokyoStack } from './tokyo-stack';

/** Resident records, in the My Number zone. */
export class ResidentRecordStack extends TokyoStack {
  public readonly vpc: ec2.IVpc;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    // 4(1)①: Internet gateway, NAT, public subnets. 4(3)①: no flow log. 8.1②: no DHCP options.
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr('10.1.0.0/16'),
      natGateways: 1,
      restrictDefaultSecurityGroup: false,
    }) as ec2.IVpc;
    // 4(1)①: a way out by IPv6 as well.
    new ec2.CfnEgressOnlyInternetGateway(this, 'EgressOnly', { vpcId: this.vpc.vpcId });

    const group = new ec2.SecurityGroup(this, 'Everything', {
      vpc: this.vpc,
      allowAllOutbound: true, // 4(1)①, 7.5(4)
    });
    group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22), 'Maintenance'); // 7.2(2)②
    group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(3389)); // 7.2(2)②
    group.addIngressRule(ec2.Peer.anyIpv6(), ec2.Port.tcp(8080)); // 4(1)①
    this.addServer(group);
    this.addDatabase(group);
    this.addStores(group);
    this.addBatch();
  }

  private addServer(group: ec2.SecurityGroup): void {
    const userData = ec2.UserData.forLinux();
    // 8.1②: time from a server on the Internet, and from another one at every vendor.
    userData.addCommands('echo "server ntp.nict.jp iburst" > /etc/chrony.conf', 'systemctl restart chronyd');
    // 7.2(5): a password that everybody can read who can read the instance.
    userData.addCommands('export DB_PASSWORD=Passw0rd2024', '/opt/juki/start.sh');

    const server = new ec2.Instance(this, 'Server', {
      vpc: this.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC }, // 4(1)①
      associatePublicIpAddress: true, // 4(1)①
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.M5, ec2.InstanceSize.LARGE),
      machineImage: ec2.MachineImage.genericLinux({ 'ap-northeast-1': 'ami-0123456789abcdef0' }),
      securityGroup: group,
      requireImdsv2: false, // 7.2(5)
      userData,
      // 4(1)④: not encrypted.
      blockDevices: [
        { deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(100, { encrypted: false }) },
      ],
    });
    new ec2.CfnEIP(this, 'Address', { domain: 'vpc', instanceId: server.instanceId }); // 4(1)①
    new ec2.CfnVolume(this, 'Scans', { availabilityZone: server.instanceAvailabilityZone, size: 500 }); // 4(1)④
  }

  private addDatabase(group: ec2.SecurityGroup): void {
    new rds.DatabaseInstance(this, 'Database', {
      vpc: this.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      securityGroups: [group],
      publiclyAccessible: true, // 4(1)①
      engine: rds.DatabaseInstanceEngine.mysql({ version: rds.MysqlEngineVersion.of('5.7.44', '5.7') }), // 7.4(1)⑦
      // 7.2(1)③(オ): the name that the manual gives. 7.2(5): the password is in the template.
      credentials: rds.Credentials.fromPassword('admin', SecretValue.unsafePlainText('Passw0rd2024')),
      storageEncrypted: false, // 4(1)④
      multiAz: false, // 5.1(2)
      backupRetention: Duration.days(1), // 7.1(2)①
      deletionProtection: false, // 8.1⑥
      removalPolicy: RemovalPolicy.DESTROY,
      // 5.3③: nothing makes clients use TLS. 7.1(6)①: no logs are exported.
    });
  }

  private addStores(group: ec2.SecurityGroup): void {
    new efs.FileSystem(this, 'Forms', {
      vpc: this.vpc,
      securityGroup: group,
      encrypted: false, // 4(1)④
      removalPolicy: RemovalPolicy.DESTROY, // 8.1⑥
    });
    new s3.Bucket(this, 'Certificates', {
      encryption: s3.BucketEncryption.KMS_MANAGED, // 4(1)④: a key of AWS
      versioned: false,
      removalPolicy: RemovalPolicy.DESTROY, // 8.1⑥
    });
    // 4(1)④: the key of AWS. 7.2(5): never changed.
    new secretsmanager.Secret(this, 'LinkPassword');
    new ssm.StringParameter(this, 'OldPassword', { stringValue: 'Passw0rd2023' }); // 7.2(5)
    new logs.LogGroup(this, 'ApplicationLog', {
      retention: logs.RetentionDays.ONE_MONTH, // 7.1(6)①
      removalPolicy: RemovalPolicy.DESTROY, // 7.1(6)②
    });
  }

  private addBatch(): void {
    // 4(1)③: a part of the groupware lives in the VPC of the resident records.
    const relay = new lambda.Function(this, 'GroupwareRelay', {
      vpc: this.vpc,
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {};'),
    });
    Tags.of(relay).add('jichitai:zone', 'lgwan');

    // 4(1)①: a function outside the VPC is on the Internet's side.
    new lambda.Function(this, 'Batch', {
      runtime: lambda.Runtime.PYTHON_3_8, // 7.4(1)⑦
      handler: 'index.handler',
      code: lambda.Code.fromInline('def handler(event, context): pass'),
      environment: { DB_PASSWORD: 'Passw0rd2024' }, // 7.2(5)
    }).addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE }); // 7.5(1)①
  }
}
