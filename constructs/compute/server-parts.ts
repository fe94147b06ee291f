import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { RetainedLogGroup } from '../logging/retained-log-group';
import type { IZoneNetwork } from '../network/zone-network';
import { AMAZON_TIME_SYNC_ADDRESS } from '../network/zone-vpc';
import { customerManagedKey, keyProblem } from '../private/keys';
import { type PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** What one server and many servers have in common. */
export interface ServerProps {
  /** The network to run in. Servers take its isolated subnets and reach nothing but the network's endpoints. */
  readonly network: IZoneNetwork;

  /**
   * Size of a server, of the architecture x86_64.
   *
   * @default - m7i.large
   */
  readonly instanceType?: ec2.InstanceType;

  /**
   * Space of the root volume, in GiB, at least 8.
   *
   * @default 30
   */
  readonly volumeSizeGib?: number;

  /**
   * Commands that the server runs when it is made, after time and logs are set up. Secrets do not belong here (7.2(5)).
   *
   * @default - none
   */
  readonly startCommands?: string[];

  /**
   * Customer managed key of volumes and logs. With a key imported by ARN, its policy has to let EC2 Auto Scaling use it.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * Amazon Linux 2023, newest image of AWS at the time of deployment. A dynamic reference, because the id of an image
 * tells nobody until when its operating system is supported (7.4(1)⑦).
 */
export class SupportedImage implements ec2.IMachineImage {
  public getImage(_scope: Construct): ec2.MachineImageConfig {
    return {
      imageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}',
      osType: ec2.OperatingSystemType.LINUX,
      userData: ec2.UserData.forLinux(),
    };
  }
}

/** What servers are made of. */
export class ServerParts extends Construct {
  public readonly encryptionKey: kms.IKey;
  public readonly role: iam.Role;
  public readonly securityGroup: ec2.SecurityGroup;
  public readonly userData: ec2.UserData;
  public readonly blockDevices: ec2.BlockDevice[];
  /** What the servers write to their log. */
  public readonly log: RetainedLogGroup;

  constructor(scope: Construct, id: string, props: ServerProps) {
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Servers ${scope.node.path}`);
    this.role = new iam.Role(this, 'Role', {
      description: `Servers ${scope.node.path}`,
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: [
        // Session Manager instead of open ports, inventory and patches: 7.2(2)②, 7.6(1)①.
        iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore'),
      ],
    });
    this.log = new RetainedLogGroup(this, 'Log', { encryptionKey: this.encryptionKey });
    this.log.logGroup.grantWrite(this.role);
    this.securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: props.network.vpc,
      description: 'Servers: only the clients that are allowed one by one',
      allowAllOutbound: false,
    });
    this.securityGroup.connections.allowToDefaultPort(props.network, 'AWS services by interface endpoints');
    this.userData = ec2.UserData.forLinux();
    this.userData.addCommands(
      ...timeCommands(),
      ...this.logCommands(this.log.logGroup.logGroupName),
      ...(props.startCommands ?? []),
    );
    this.blockDevices = [
      {
        deviceName: '/dev/xvda',
        volume: ec2.BlockDeviceVolume.ebs(props.volumeSizeGib ?? 30, {
          encrypted: true,
          kmsKey: this.encryptionKey,
          volumeType: ec2.EbsDeviceVolumeType.GP3,
        }),
      },
    ];
  }

  /** The agent of CloudWatch sends what the server logs, and how full memory and disks are: 7.1(6)①, 8.1④. */
  private logCommands(logGroupName: string): string[] {
    const configuration = Stack.of(this).toJsonString({
      agent: { run_as_user: 'cwagent' },
      metrics: {
        append_dimensions: { InstanceId: '${aws:InstanceId}' },
        metrics_collected: {
          mem: { measurement: ['mem_used_percent'] },
          disk: { measurement: ['used_percent'], resources: ['/'] },
        },
      },
      logs: {
        logs_collected: {
          files: {
            collect_list: [
              {
                file_path: '/var/log/messages',
                log_group_name: logGroupName,
                log_stream_name: '{instance_id}/messages',
              },
              {
                file_path: '/var/log/secure',
                log_group_name: logGroupName,
                log_stream_name: '{instance_id}/secure',
              },
            ],
          },
        },
      },
    });
    const file = '/opt/aws/amazon-cloudwatch-agent/etc/amazon-cloudwatch-agent.json';
    return [
      'dnf install -y amazon-cloudwatch-agent rsyslog',
      'systemctl enable --now rsyslog',
      `cat > ${file} <<'CONFIGURATION'\n${configuration}\nCONFIGURATION`,
      `/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:${file}`,
    ];
  }
}

/** One source of time, that of all other servers: 8.1②. */
function timeCommands(): string[] {
  return [
    "sed -i -e '/^pool /d' -e '/^server /d' -e '/^sourcedir /d' /etc/chrony.conf",
    `echo 'server ${AMAZON_TIME_SYNC_ADDRESS} prefer iburst minpoll 4 maxpoll 4' >> /etc/chrony.conf`,
    'systemctl enable chronyd',
    'systemctl restart chronyd',
  ];
}

/** Records what is wrong with the props of servers. */
export function checkServer(errors: PropErrors, props: ServerProps): void {
  errors.addIf('volumeSizeGib', wholeNumberProblem(props.volumeSizeGib, 8, 'GiB'));
  errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
  if (props.instanceType?.architecture === ec2.InstanceArchitecture.ARM_64) {
    errors.add('instanceType', `must be of the architecture x86_64, but is '${props.instanceType}'`);
  }
}
