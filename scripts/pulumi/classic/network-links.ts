import type { Target } from '../../../lib/pulumi/mapping';
import type { Written } from '.';

/** The settings of one tunnel, which the package numbers and CloudFormation lists. */
function tunnel(number: 1 | 2): Record<string, Target> {
  const at = `VpnTunnelOptionsSpecifications[${number - 1}].`;
  const from = `tunnel${number}`;
  const listed = (name: string, target: string) => ({
    [`${from}${name}[*]`]: `${at}${target}[*].Value`,
  });
  return {
    ...listed('IkeVersions', 'IKEVersions'),
    ...listed('Phase1EncryptionAlgorithms', 'Phase1EncryptionAlgorithms'),
    ...listed('Phase1IntegrityAlgorithms', 'Phase1IntegrityAlgorithms'),
    ...listed('Phase1DhGroupNumbers', 'Phase1DHGroupNumbers'),
    ...listed('Phase2EncryptionAlgorithms', 'Phase2EncryptionAlgorithms'),
    ...listed('Phase2IntegrityAlgorithms', 'Phase2IntegrityAlgorithms'),
    ...listed('Phase2DhGroupNumbers', 'Phase2DHGroupNumbers'),
    [`${from}PresharedKey`]: `${at}PreSharedKey`,
    [`${from}InsideCidr`]: `${at}TunnelInsideCidr`,
    [`${from}LogOptions.cloudwatchLogOptions.logEnabled`]: `${at}LogOptions.CloudwatchLogOptions.LogEnabled`,
    [`${from}LogOptions.cloudwatchLogOptions.logGroupArn`]: `${at}LogOptions.CloudwatchLogOptions.LogGroupArn`,
  };
}

/** What joins networks to each other: peerings, transit gateways, VPN, endpoints. */
export const NETWORK_LINKS: Written = {
  'ec2/vpcPeeringConnection:VpcPeeringConnection': { type: 'AWS::EC2::VPCPeeringConnection' },
  // Says yes to a peering of the program; one that comes from elsewhere is reported.
  'ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter': {
    type: 'AWS::EC2::VPCPeeringConnection',
    into: 'vpcPeeringConnectionId',
    not: ['tags'],
  },
  'ec2/peeringConnectionOptions:PeeringConnectionOptions': {
    type: 'AWS::EC2::VPCPeeringConnection',
    into: 'vpcPeeringConnectionId',
  },
  'ec2transitgateway/transitGateway:TransitGateway': {
    type: 'AWS::EC2::TransitGateway',
    outputs: {
      associationDefaultRouteTableId: 'AssociationDefaultRouteTableId',
      propagationDefaultRouteTableId: 'PropagationDefaultRouteTableId',
    },
  },
  'ec2transitgateway/vpcAttachment:VpcAttachment': {
    type: 'AWS::EC2::TransitGatewayVpcAttachment',
    properties: {
      applianceModeSupport: 'Options.ApplianceModeSupport',
      dnsSupport: 'Options.DnsSupport',
      ipv6Support: 'Options.Ipv6Support',
      securityGroupReferencingSupport: 'Options.SecurityGroupReferencingSupport',
    },
  },
  'ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter': {
    type: 'AWS::EC2::TransitGatewayVpcAttachment',
    into: 'transitGatewayAttachmentId',
    not: ['tags'],
  },
  'ec2transitgateway/peeringAttachment:PeeringAttachment': {
    type: 'AWS::EC2::TransitGatewayPeeringAttachment',
  },
  'ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter': {
    type: 'AWS::EC2::TransitGatewayPeeringAttachment',
    into: 'transitGatewayAttachmentId',
    not: ['tags'],
  },
  'ec2transitgateway/routeTable:RouteTable': { type: 'AWS::EC2::TransitGatewayRouteTable' },
  'ec2transitgateway/routeTableAssociation:RouteTableAssociation': {
    type: 'AWS::EC2::TransitGatewayRouteTableAssociation',
  },
  'ec2transitgateway/routeTablePropagation:RouteTablePropagation': {
    type: 'AWS::EC2::TransitGatewayRouteTablePropagation',
  },
  'ec2transitgateway/route:Route': { type: 'AWS::EC2::TransitGatewayRoute' },
  // Routes to the addresses of a list, which CloudFormation has as a type that is not looked at: where to is not known.
  'ec2transitgateway/prefixListReference:PrefixListReference': {
    type: 'AWS::EC2::TransitGatewayRoute',
    special: 'prefixListRoute',
  },
  'ec2/vpnConnection:VpnConnection': {
    type: 'AWS::EC2::VPNConnection',
    properties: { ...tunnel(1), ...tunnel(2) },
  },
  'ec2/customerGateway:CustomerGateway': { type: 'AWS::EC2::CustomerGateway' },
  'ec2/vpnConnectionRoute:VpnConnectionRoute': { type: 'AWS::EC2::VPNConnectionRoute' },
  'ec2clientvpn/endpoint:Endpoint': {
    type: 'AWS::EC2::ClientVpnEndpoint',
    properties: {
      'authenticationOptions[*].rootCertificateChainArn':
        'AuthenticationOptions[*].MutualAuthentication.ClientRootCertificateChainArn',
      'authenticationOptions[*].activeDirectoryId': 'AuthenticationOptions[*].ActiveDirectory.DirectoryId',
      'authenticationOptions[*].samlProviderArn':
        'AuthenticationOptions[*].FederatedAuthentication.SAMLProviderArn',
      'authenticationOptions[*].selfServiceSamlProviderArn':
        'AuthenticationOptions[*].FederatedAuthentication.SelfServiceSAMLProviderArn',
      tags: [
        { to: 'TagSpecifications[0].Tags', as: 'tags' },
        { to: 'TagSpecifications[0].ResourceType', as: { always: 'client-vpn-endpoint' } },
      ],
    },
  },
  'ec2clientvpn/networkAssociation:NetworkAssociation': {
    type: 'AWS::EC2::ClientVpnTargetNetworkAssociation',
  },
  'ec2clientvpn/authorizationRule:AuthorizationRule': { type: 'AWS::EC2::ClientVpnAuthorizationRule' },
  'ec2/vpcEndpoint:VpcEndpoint': {
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      policy: { to: 'PolicyDocument', as: 'json' },
      'subnetConfigurations[*].subnetId': 'SubnetIds[*]',
    },
  },
  'ec2/vpcEndpointPolicy:VpcEndpointPolicy': {
    type: 'AWS::EC2::VPCEndpoint',
    into: 'vpcEndpointId',
    properties: { policy: { to: 'PolicyDocument', as: 'json' } },
  },
  'ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation': {
    type: 'AWS::EC2::VPCEndpoint',
    into: 'vpcEndpointId',
    properties: { subnetId: 'SubnetIds[+]' },
  },
  'ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation': {
    type: 'AWS::EC2::VPCEndpoint',
    into: 'vpcEndpointId',
    properties: { routeTableId: 'RouteTableIds[+]' },
  },
  'ec2/securityGroupAssociation:SecurityGroupAssociation': {
    type: 'AWS::EC2::VPCEndpoint',
    into: 'vpcEndpointId',
    properties: { securityGroupId: 'SecurityGroupIds[+]' },
  },
  'vpc/endpointPrivateDns:EndpointPrivateDns': {
    type: 'AWS::EC2::VPCEndpoint',
    into: 'vpcEndpointId',
    properties: { privateDnsEnabled: 'PrivateDnsEnabled' },
  },
  'ec2/vpcEndpointService:VpcEndpointService': {
    type: 'AWS::EC2::VPCEndpointService',
    parts: [
      {
        list: 'allowedPrincipals',
        type: 'AWS::EC2::VPCEndpointServicePermissions',
        whole: 'ServiceId',
        properties: { '': 'AllowedPrincipals[0]' },
      },
    ],
  },
  'ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple': {
    type: 'AWS::EC2::VPCEndpointServicePermissions',
    properties: { vpcEndpointServiceId: 'ServiceId', principalArn: 'AllowedPrincipals[0]' },
  },
  'ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint': {
    type: 'AWS::EC2::InstanceConnectEndpoint',
  },
  'verifiedaccess/instance:Instance': { type: 'AWS::EC2::VerifiedAccessInstance' },
  'verifiedaccess/instanceLoggingConfiguration:InstanceLoggingConfiguration': {
    type: 'AWS::EC2::VerifiedAccessInstance',
    into: 'verifiedaccessInstanceId',
    properties: {
      'accessLogs.cloudwatchLogs.enabled': 'LoggingConfigurations.CloudWatchLogs.Enabled',
      'accessLogs.cloudwatchLogs.logGroup': 'LoggingConfigurations.CloudWatchLogs.LogGroup',
      'accessLogs.kinesisDataFirehose.enabled': 'LoggingConfigurations.KinesisDataFirehose.Enabled',
      'accessLogs.kinesisDataFirehose.deliveryStream':
        'LoggingConfigurations.KinesisDataFirehose.DeliveryStream',
      'accessLogs.s3.enabled': 'LoggingConfigurations.S3.Enabled',
      'accessLogs.s3.bucketName': 'LoggingConfigurations.S3.BucketName',
      'accessLogs.s3.bucketOwner': 'LoggingConfigurations.S3.BucketOwner',
      'accessLogs.s3.prefix': 'LoggingConfigurations.S3.Prefix',
      'accessLogs.includeTrustContext': 'LoggingConfigurations.IncludeTrustContext',
      'accessLogs.logVersion': 'LoggingConfigurations.LogVersion',
    },
  },
  'verifiedaccess/instanceTrustProviderAttachment:InstanceTrustProviderAttachment': {
    type: 'AWS::EC2::VerifiedAccessInstance',
    into: 'verifiedaccessInstanceId',
    properties: { verifiedaccessTrustProviderId: 'VerifiedAccessTrustProviderIds[+]' },
  },
  'verifiedaccess/group:Group': {
    type: 'AWS::EC2::VerifiedAccessGroup',
    properties: {
      'sseConfiguration.customerManagedKeyEnabled': 'SseSpecification.CustomerManagedKeyEnabled',
      'sseConfiguration.kmsKeyArn': 'SseSpecification.KmsKeyArn',
    },
  },
  'verifiedaccess/trustProvider:TrustProvider': { type: 'AWS::EC2::VerifiedAccessTrustProvider' },
  'verifiedaccess/endpoint:Endpoint': { type: 'AWS::EC2::VerifiedAccessEndpoint' },
};
