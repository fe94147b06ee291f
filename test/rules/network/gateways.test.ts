import { IsolatedZoneHasNoEgressOnlyGateway } from '../../../lib/rules/network/IsolatedZoneHasNoEgressOnlyGateway';
import { IsolatedZoneHasNoInternetGateway } from '../../../lib/rules/network/IsolatedZoneHasNoInternetGateway';
import { IsolatedZoneHasNoNatGateway } from '../../../lib/rules/network/IsolatedZoneHasNoNatGateway';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, facts, gateway, make, NO_VALUE, ref, subnet, tagged, vpc } from './pieces';

const attachment = (more: Record<string, unknown>) =>
  make('AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), ...more });

ruleCases(IsolatedZoneHasNoInternetGateway, [
  {
    name: 'accepts a virtual private gateway: it leads to a dedicated line',
    expect: 'compliant',
    resources: { Vpc: vpc('my-number'), Attachment: attachment({ VpnGatewayId: 'vgw-1' }) },
  },
  {
    name: 'refuses an internet gateway of the deployment',
    expect: 'violation',
    subject: 'Attachment',
    zone: 'none',
    resources: {
      Vpc: vpc('lgwan'),
      Gateway: gateway,
      Attachment: attachment({ InternetGatewayId: ref('Gateway') }),
    },
    property: 'InternetGatewayId',
  },
  {
    name: 'refuses a gateway that is a parameter: whichever it is, it is one',
    expect: 'violation',
    template: {
      Parameters: { Gateway: { Type: 'String' } },
      Resources: { Vpc: vpc('my-number'), Attachment: attachment({ InternetGatewayId: ref('Gateway') }) },
    },
  },
  {
    name: 'refuses what a stack of the Internet zone attaches to a my-number VPC of another stack',
    expect: 'violation',
    zone: 'none',
    subject: 'Attachment',
    template: [
      {
        Resources: { Vpc: vpc('my-number') },
        Outputs: { Vpc: { Value: ref('Vpc'), Export: { Name: 'vpc-id' } } },
      },
      {
        Metadata: { Jichitai: { Zone: 'internet' } },
        Resources: {
          Gateway: gateway,
          Attachment: attachment({
            VpcId: { 'Fn::ImportValue': 'vpc-id' },
            InternetGatewayId: ref('Gateway'),
          }),
        },
      },
    ],
  },
  {
    name: 'refuses what is attached to a VPC that the profile knows to be my-number',
    expect: 'violation',
    zone: 'internet',
    profile: facts({ zoneOf: { 'vpc-1': 'my-number' } }),
    resources: { Attachment: attachment({ VpcId: 'vpc-1', InternetGatewayId: 'igw-1' }) },
  },
  {
    name: 'does not know the zone of a VPC that is a parameter',
    expect: 'undetermined',
    zone: 'none',
    template: {
      Parameters: { Vpc: { Type: 'AWS::EC2::VPC::Id' } },
      Resources: { Attachment: attachment({ InternetGatewayId: 'igw-1' }) },
    },
    message: /jichitai:zone/,
  },
  {
    name: 'names the condition under which it is attached',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: {
        Vpc: vpc('my-number'),
        Attachment: attachment({ InternetGatewayId: either('Production', NO_VALUE, 'igw-1') }),
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'cannot tell where a gateway that nothing attaches will be attached',
    expect: 'undetermined',
    subject: 'Gateway',
    resources: { Gateway: gateway },
  },
  {
    name: 'leaves a gateway to its attachment',
    expect: 'compliant',
    subject: 'Gateway',
    resources: {
      Vpc: vpc('internet'),
      Gateway: gateway,
      Attachment: attachment({ InternetGatewayId: ref('Gateway') }),
    },
  },
  {
    name: 'refuses a carrier gateway',
    expect: 'violation',
    subject: 'Carrier',
    resources: { Vpc: vpc('my-number'), Carrier: make('AWS::EC2::CarrierGateway', { VpcId: ref('Vpc') }) },
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'internet',
    resources: { Vpc: vpc('internet'), Attachment: attachment({ InternetGatewayId: 'igw-1' }) },
  },
]);

const nat = (more: Record<string, unknown>) =>
  make('AWS::EC2::NatGateway', { SubnetId: ref('Subnet'), ...more });

ruleCases(IsolatedZoneHasNoNatGateway, [
  {
    name: 'accepts a private one: it has no public address',
    expect: 'compliant',
    resources: { Vpc: vpc('my-number'), Subnet: subnet(), Nat: nat({ ConnectivityType: 'private' }) },
  },
  {
    name: 'reads absence as public',
    expect: 'violation',
    zone: 'none',
    resources: { Vpc: vpc('my-number'), Subnet: subnet(), Nat: nat({ AllocationId: 'eipalloc-1' }) },
  },
  {
    name: 'refuses one that is marked for the Internet zone but lies in a my-number subnet',
    expect: 'violation',
    zone: 'none',
    resources: { Vpc: vpc('my-number'), Subnet: subnet(), Nat: nat(tagged('internet')) },
  },
  {
    name: 'does not know the kind from a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Kind: { Type: 'String', Default: 'private' } },
      Resources: { Nat: nat({ ConnectivityType: ref('Kind'), SubnetId: 'subnet-1' }) },
    },
  },
  {
    name: 'refuses one that exists in one environment only',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: { Nat: { ...nat({ SubnetId: 'subnet-1' }), Condition: 'Production' } },
    },
    message: /when Env is "production"/,
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'internet',
    resources: { Nat: nat({ SubnetId: 'subnet-1' }) },
  },
]);

ruleCases(
  IsolatedZoneHasNoEgressOnlyGateway,
  [
    {
      name: 'refuses one in a my-number VPC',
      expect: 'violation',
      zone: 'none',
      resources: {
        Vpc: vpc('my-number'),
        Gateway: make('AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref('Vpc') }),
      },
    },
    {
      name: 'does not know the zone of a VPC that is imported',
      expect: 'undetermined',
      zone: 'none',
      resources: {
        Gateway: make('AWS::EC2::EgressOnlyInternetGateway', { VpcId: { 'Fn::ImportValue': 'vpc-id' } }),
      },
    },
    {
      name: 'is not asked of the Internet zone',
      expect: 'not-applicable',
      zone: 'internet',
      resources: { Gateway: make('AWS::EC2::EgressOnlyInternetGateway', { VpcId: 'vpc-1' }) },
    },
  ],
  { compliant: 'there is no good one in these zones' },
);
