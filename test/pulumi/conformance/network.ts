import type { PulumiResource } from '../../../lib/pulumi/resource';
import { situation } from '../conformance-forms';
import { ref, resource } from '../helpers';
import type { Situation } from './situation';

const VPC = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.1.0.0/16' } };

const VPC_ID = { Ref: 'Vpc' };

const vpc = resource('aws:ec2/vpc:Vpc', 'Vpc', { cidrBlock: '10.1.0.0/16' });

const SUBNET = { Type: 'AWS::EC2::Subnet', Properties: { VpcId: VPC_ID, CidrBlock: '10.1.1.0/24' } };

const subnet = resource('aws:ec2/subnet:Subnet', 'Subnet', { vpcId: vpc, cidrBlock: '10.1.1.0/24' });

const TABLE = { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: VPC_ID } };

const table = resource('aws:ec2/routeTable:RouteTable', 'Table', { vpcId: vpc });

const INTERNET_GATEWAY = {
  Vpc: VPC,
  Gateway: { Type: 'AWS::EC2::InternetGateway' },
  Attachment: {
    Type: 'AWS::EC2::VPCGatewayAttachment',
    Properties: { VpcId: VPC_ID, InternetGatewayId: { Ref: 'Gateway' } },
  },
};

const internetGateway = resource('aws:ec2/internetGateway:InternetGateway', 'Gateway', { vpcId: vpc });

const NAT = (kind?: string) => ({
  Vpc: VPC,
  Subnet: SUBNET,
  Nat: {
    Type: 'AWS::EC2::NatGateway',
    Properties: { SubnetId: { Ref: 'Subnet' }, ...(kind === undefined ? {} : { ConnectivityType: kind }) },
  },
});

const nat = (kind?: string) => [
  vpc,
  subnet,
  resource('aws:ec2/natGateway:NatGateway', 'Nat', { subnetId: subnet, connectivityType: kind }),
];

const endpoint = (policy: object | undefined) => ({
  cloudformation: {
    Vpc: VPC,
    Endpoint: {
      Type: 'AWS::EC2::VPCEndpoint',
      Properties: {
        VpcId: VPC_ID,
        ServiceName: 'com.amazonaws.ap-northeast-1.s3',
        ...(policy === undefined ? {} : { PolicyDocument: policy }),
      },
    },
  },
  aws: [
    vpc,
    resource('aws:ec2/vpcEndpoint:VpcEndpoint', 'Endpoint', {
      vpcId: vpc,
      serviceName: 'com.amazonaws.ap-northeast-1.s3',
      policy: policy === undefined ? undefined : JSON.stringify(policy),
    }),
  ],
});

const OWN_ONLY = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::tax-records/*',
      Condition: {
        StringEquals: { 'aws:PrincipalAccount': '111122223333', 'aws:ResourceAccount': '111122223333' },
      },
    },
  ],
};

const [open, limited] = [endpoint(undefined), endpoint(OWN_ONLY)];

const flowLog = {
  cloudformation: {
    Vpc: VPC,
    Log: {
      Type: 'AWS::EC2::FlowLog',
      Properties: {
        ResourceId: VPC_ID,
        ResourceType: 'VPC',
        TrafficType: 'ALL',
        LogDestinationType: 's3',
        LogDestination: 'arn:aws:s3:::city-logs',
      },
    },
  },
  aws: [
    vpc,
    resource('aws:ec2/flowLog:FlowLog', 'Log', {
      vpcId: vpc,
      trafficType: 'ALL',
      logDestinationType: 's3',
      logDestination: 'arn:aws:s3:::city-logs',
    }),
  ],
};

export const SITUATIONS: readonly Situation[] = [
  situation('IsolatedZoneHasNoInternetGateway', 'violation', 'attaches an Internet gateway', {
    cloudformation: INTERNET_GATEWAY,
    aws: [vpc, internetGateway],
  }),
  situation('IsolatedZoneRouteStaysInside', 'violation', 'routes to an Internet gateway', {
    cloudformation: {
      ...INTERNET_GATEWAY,
      Table: TABLE,
      Route: {
        Type: 'AWS::EC2::Route',
        Properties: {
          RouteTableId: { Ref: 'Table' },
          DestinationCidrBlock: '0.0.0.0/0',
          GatewayId: { Ref: 'Gateway' },
        },
      },
    },
    aws: [
      vpc,
      internetGateway,
      resource('aws:ec2/routeTable:RouteTable', 'Table', {
        vpcId: vpc,
        routes: [{ cidrBlock: '0.0.0.0/0', gatewayId: internetGateway }],
      }),
    ],
  }),
  situation('IsolatedZoneHasNoNatGateway', 'violation', 'has a public NAT gateway', {
    cloudformation: NAT(),
    aws: nat(),
  }),
  situation('IsolatedZoneHasNoNatGateway', 'compliant', 'has a private NAT gateway', {
    cloudformation: NAT('private'),
    aws: nat('private'),
  }),
  situation('VpcEndpointHasPolicy', 'violation', 'lets everything through an endpoint', open),
  situation('VpcEndpointHasPolicy', 'compliant', 'limits an endpoint by a policy', {
    cloudformation: limited.cloudformation,
    aws: [
      vpc,
      ...open.aws.slice(1),
      resource('aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy', 'Policy', {
        vpcEndpointId: ref(open.aws[1] as PulumiResource),
        policy: JSON.stringify(OWN_ONLY),
      }),
    ],
  }),
  situation('EndpointReachesOwnResources', 'compliant', 'names the accounts of an endpoint', limited),
  situation('VpcFlowLogs', 'violation', 'records no traffic', { cloudformation: { Vpc: VPC }, aws: [vpc] }),
  situation('VpcFlowLogs', 'compliant', 'records all traffic', flowLog),
  situation('SubnetHasRouteTable', 'violation', 'leaves a subnet to the main table', {
    cloudformation: { Vpc: VPC, Subnet: SUBNET },
    aws: [vpc, subnet],
  }),
  situation('SubnetHasRouteTable', 'compliant', 'gives a subnet a table', {
    cloudformation: {
      Vpc: VPC,
      Subnet: SUBNET,
      Table: TABLE,
      Link: {
        Type: 'AWS::EC2::SubnetRouteTableAssociation',
        Properties: { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } },
      },
    },
    aws: [
      vpc,
      subnet,
      table,
      resource('aws:ec2/routeTableAssociation:RouteTableAssociation', 'Link', {
        subnetId: subnet,
        routeTableId: table,
      }),
    ],
  }),
  situation('TransitGatewayDefaultsDisabled', 'compliant', 'joins nothing to a transit gateway by itself', {
    cloudformation: {
      Hub: {
        Type: 'AWS::EC2::TransitGateway',
        Properties: {
          DefaultRouteTableAssociation: 'disable',
          DefaultRouteTablePropagation: 'disable',
          AutoAcceptSharedAttachments: 'disable',
        },
      },
    },
    aws: [
      resource('aws:ec2transitgateway/transitGateway:TransitGateway', 'Hub', {
        defaultRouteTableAssociation: 'disable',
        defaultRouteTablePropagation: 'disable',
        autoAcceptSharedAttachments: 'disable',
      }),
    ],
  }),
  situation('TransitGatewayDefaultsDisabled', 'violation', 'joins everything to a transit gateway', {
    cloudformation: { Hub: { Type: 'AWS::EC2::TransitGateway' } },
    aws: [resource('aws:ec2transitgateway/transitGateway:TransitGateway', 'Hub')],
  }),
];
