import type { Target } from '../../../lib/pulumi/mapping';
import type { Written } from '.';

const PRIVATE = 'AWS::DirectConnect::PrivateVirtualInterface';
const PUBLIC = 'AWS::DirectConnect::PublicVirtualInterface';
const TRANSIT = 'AWS::DirectConnect::TransitVirtualInterface';

/** What virtual interfaces of all kinds say. */
const INTERFACE: Readonly<Record<string, Target>> = {
  name: 'VirtualInterfaceName',
  addressFamily: 'BgpPeers[0].AddressFamily',
  amazonAddress: 'BgpPeers[0].AmazonAddress',
  customerAddress: 'BgpPeers[0].CustomerAddress',
  bgpAuthKey: 'BgpPeers[0].AuthKey',
};
const GATEWAYS = { dxGatewayId: 'DirectConnectGatewayId', vpnGatewayId: 'VirtualGatewayId' } as const;
const DX_GATEWAY = { dxGatewayId: GATEWAYS.dxGatewayId } as const;

/** Further cache behaviours, whose names are those of the first one. */
function behaviours(): Record<string, Target> {
  const [from, to] = ['orderedCacheBehaviors[*].', 'DistributionConfig.CacheBehaviors[*].'];
  const same = [
    'allowedMethods',
    'cachePolicyId',
    'cachedMethods',
    'compress',
    'fieldLevelEncryptionId',
    'originRequestPolicyId',
    'pathPattern',
    'realtimeLogConfigArn',
    'responseHeadersPolicyId',
    'smoothStreaming',
    'targetOriginId',
    'trustedKeyGroups',
    'trustedSigners',
    'viewerProtocolPolicy',
  ];
  return {
    ...Object.fromEntries(
      same.map((name) => [from + name, `${to}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`]),
    ),
    [`${from}lambdaFunctionAssociations[*].lambdaArn`]: `${to}LambdaFunctionAssociations[*].LambdaFunctionARN`,
    [`${from}lambdaFunctionAssociations[*].eventType`]: `${to}LambdaFunctionAssociations[*].EventType`,
    [`${from}functionAssociations[*].functionArn`]: `${to}FunctionAssociations[*].FunctionARN`,
    [`${from}functionAssociations[*].eventType`]: `${to}FunctionAssociations[*].EventType`,
  };
}

/** Distribution and acceleration, lines of one's own, and service networks. */
export const EDGE: Written = {
  'cloudfront/distribution:Distribution': {
    type: 'AWS::CloudFront::Distribution',
    within: 'DistributionConfig',
    properties: {
      isIpv6Enabled: 'DistributionConfig.IPV6Enabled',
      'loggingConfig.bucket': 'DistributionConfig.Logging.Bucket',
      'loggingConfig.includeCookies': 'DistributionConfig.Logging.IncludeCookies',
      'loggingConfig.prefix': 'DistributionConfig.Logging.Prefix',
      'origins[*].originId': 'DistributionConfig.Origins[*].Id',
      'origins[*].customHeaders[*].name': 'DistributionConfig.Origins[*].OriginCustomHeaders[*].HeaderName',
      'origins[*].customHeaders[*].value': 'DistributionConfig.Origins[*].OriginCustomHeaders[*].HeaderValue',
      'defaultCacheBehavior.lambdaFunctionAssociations[*].lambdaArn':
        'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations[*].LambdaFunctionARN',
      ...behaviours(),
    },
  },
  'cloudfront/originAccessIdentity:OriginAccessIdentity': {
    type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
    within: 'CloudFrontOriginAccessIdentityConfig',
  },
  'cloudfront/vpcOrigin:VpcOrigin': {
    type: 'AWS::CloudFront::VpcOrigin',
    properties: {
      'vpcOriginEndpointConfig.originSslProtocols.items': 'VpcOriginEndpointConfig.OriginSSLProtocols',
    },
  },
  'globalaccelerator/accelerator:Accelerator': {
    type: 'AWS::GlobalAccelerator::Accelerator',
    properties: {
      'attributes.flowLogsEnabled': 'FlowLogsEnabled',
      'attributes.flowLogsS3Bucket': 'FlowLogsS3Bucket',
      'attributes.flowLogsS3Prefix': 'FlowLogsS3Prefix',
    },
  },
  'globalaccelerator/endpointGroup:EndpointGroup': { type: 'AWS::GlobalAccelerator::EndpointGroup' },
  'directconnect/connection:Connection': {
    type: 'AWS::DirectConnect::Connection',
    properties: { name: 'ConnectionName' },
  },
  'directconnect/connectionAssociation:ConnectionAssociation': {
    type: 'AWS::DirectConnect::Connection',
    into: 'connectionId',
    properties: { lagId: 'LagId' },
  },
  'directconnect/linkAggregationGroup:LinkAggregationGroup': {
    type: 'AWS::DirectConnect::Lag',
    properties: { name: 'LagName' },
    lacks: { RequestMACSec: 'the package asks for MACsec of single connections only' },
  },
  'directconnect/gateway:Gateway': {
    type: 'AWS::DirectConnect::DirectConnectGateway',
    properties: { name: 'DirectConnectGatewayName' },
  },
  'directconnect/gatewayAssociation:GatewayAssociation': {
    type: 'AWS::DirectConnect::DirectConnectGatewayAssociation',
    properties: {
      dxGatewayId: 'DirectConnectGatewayId',
      allowedPrefixes: 'AllowedPrefixesToDirectConnectGateway',
    },
  },
  'directconnect/privateVirtualInterface:PrivateVirtualInterface': {
    type: PRIVATE,
    properties: { ...INTERFACE, ...GATEWAYS, sitelinkEnabled: 'EnableSiteLink' },
  },
  // One account makes it, the other one joins it to a gateway: each is an end of a line.
  'directconnect/hostedPrivateVirtualInterface:HostedPrivateVirtualInterface': {
    type: PRIVATE,
    properties: INTERFACE,
  },
  'directconnect/hostedPrivateVirtualInterfaceAccepter:HostedPrivateVirtualInterfaceAccepter': {
    type: PRIVATE,
    properties: GATEWAYS,
  },
  'directconnect/publicVirtualInterface:PublicVirtualInterface': { type: PUBLIC, properties: INTERFACE },
  'directconnect/hostedPublicVirtualInterface:HostedPublicVirtualInterface': {
    type: PUBLIC,
    properties: INTERFACE,
  },
  'directconnect/hostedPublicVirtualInterfaceAccepter:HostedPublicVirtualInterfaceAccepter': { type: PUBLIC },
  'directconnect/transitVirtualInterface:TransitVirtualInterface': {
    type: TRANSIT,
    properties: { ...INTERFACE, ...DX_GATEWAY, sitelinkEnabled: 'EnableSiteLink' },
  },
  'directconnect/hostedTransitVirtualInterface:HostedTransitVirtualInterface': {
    type: TRANSIT,
    properties: INTERFACE,
  },
  'directconnect/hostedTransitVirtualInterfaceAcceptor:HostedTransitVirtualInterfaceAcceptor': {
    type: TRANSIT,
    properties: DX_GATEWAY,
  },
  'vpclattice/accessLogSubscription:AccessLogSubscription': {
    type: 'AWS::VpcLattice::AccessLogSubscription',
  },
  'vpclattice/authPolicy:AuthPolicy': { type: 'AWS::VpcLattice::AuthPolicy' },
  'vpclattice/listener:Listener': { type: 'AWS::VpcLattice::Listener' },
  'vpclattice/resourceGateway:ResourceGateway': {
    type: 'AWS::VpcLattice::ResourceGateway',
    properties: { vpcId: 'VpcIdentifier' },
  },
  'vpclattice/resourcePolicy:ResourcePolicy': { type: 'AWS::VpcLattice::ResourcePolicy' },
  'vpclattice/service:Service': { type: 'AWS::VpcLattice::Service' },
  'vpclattice/serviceNetwork:ServiceNetwork': { type: 'AWS::VpcLattice::ServiceNetwork' },
  'vpclattice/serviceNetworkServiceAssociation:ServiceNetworkServiceAssociation': {
    type: 'AWS::VpcLattice::ServiceNetworkServiceAssociation',
  },
  'vpclattice/serviceNetworkVpcAssociation:ServiceNetworkVpcAssociation': {
    type: 'AWS::VpcLattice::ServiceNetworkVpcAssociation',
  },
  'vpclattice/targetGroup:TargetGroup': { type: 'AWS::VpcLattice::TargetGroup' },
};
