import { one, situation } from '../conformance-forms';
import type { Situation } from './situation';

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

const balancer = (attributes: Record<string, string>, inputs: object, scheme = 'internal') =>
  one(
    [
      BALANCER,
      {
        Scheme: scheme,
        Subnets: ['subnet-1', 'subnet-2'],
        SecurityGroups: ['sg-1'],
        LoadBalancerAttributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })),
      },
    ],
    [
      'aws:lb/loadBalancer:LoadBalancer',
      {
        internal: scheme === 'internal',
        subnets: ['subnet-1', 'subnet-2'],
        securityGroups: ['sg-1'],
        ...inputs,
      },
    ],
  );

const listener = (protocol: string, port: number, policy?: string) =>
  one(
    [
      'AWS::ElasticLoadBalancingV2::Listener',
      {
        LoadBalancerArn: 'arn:aws:elasticloadbalancing:balancer',
        Port: port,
        Protocol: protocol,
        ...(policy === undefined
          ? {}
          : { SslPolicy: policy, Certificates: [{ CertificateArn: 'arn:aws:acm:c' }] }),
        DefaultActions: [{ Type: 'forward', TargetGroupArn: 'arn:aws:elasticloadbalancing:group' }],
      },
    ],
    [
      'aws:lb/listener:Listener',
      {
        loadBalancerArn: 'arn:aws:elasticloadbalancing:balancer',
        port,
        // The package's default is HTTP.
        protocol: protocol === 'HTTP' ? undefined : protocol,
        ...(policy === undefined ? {} : { sslPolicy: policy, certificateArn: 'arn:aws:acm:c' }),
        defaultActions: [{ type: 'forward', targetGroupArn: 'arn:aws:elasticloadbalancing:group' }],
      },
    ],
  );

const redirect = one(
  [
    'AWS::ElasticLoadBalancingV2::Listener',
    {
      LoadBalancerArn: 'arn:aws:elasticloadbalancing:balancer',
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: [
        { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
      ],
    },
  ],
  [
    'aws:lb/listener:Listener',
    {
      loadBalancerArn: 'arn:aws:elasticloadbalancing:balancer',
      port: 80,
      defaultActions: [
        { type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', statusCode: 'HTTP_301' } },
      ],
    },
  ],
);

const DISTRIBUTION = (policy: string, protocol: string) => ({
  Enabled: true,
  DefaultCacheBehavior: { TargetOriginId: 'site', ViewerProtocolPolicy: policy },
  Origins: [
    {
      Id: 'site',
      DomainName: 'origin.example.lg.jp',
      CustomOriginConfig: { OriginProtocolPolicy: protocol, OriginSSLProtocols: ['TLSv1.2'] },
    },
  ],
});

const distribution = (policy: string, protocol: string, behaviour?: string) =>
  one(
    [
      'AWS::CloudFront::Distribution',
      {
        DistributionConfig: {
          ...DISTRIBUTION(policy, protocol),
          ...(behaviour === undefined
            ? {}
            : {
                CacheBehaviors: [
                  { PathPattern: '/old/*', TargetOriginId: 'site', ViewerProtocolPolicy: behaviour },
                ],
              }),
        },
      },
    ],
    [
      'aws:cloudfront/distribution:Distribution',
      {
        enabled: true,
        defaultCacheBehavior: {
          targetOriginId: 'site',
          viewerProtocolPolicy: policy,
          allowedMethods: ['GET'],
          cachedMethods: ['GET'],
        },
        origins: [
          {
            originId: 'site',
            domainName: 'origin.example.lg.jp',
            customOriginConfig: {
              originProtocolPolicy: protocol,
              originSslProtocols: ['TLSv1.2'],
              httpPort: 80,
              httpsPort: 443,
            },
          },
        ],
        orderedCacheBehaviors:
          behaviour === undefined
            ? undefined
            : [{ pathPattern: '/old/*', targetOriginId: 'site', viewerProtocolPolicy: behaviour }],
      },
    ],
  );

/** A web ACL with a managed group of rules that acts, or only counts. */
const webAcl = (override: 'none' | 'count') => {
  const visibility = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'm' };
  const inProgram = { sampledRequestsEnabled: true, cloudwatchMetricsEnabled: true, metricName: 'm' };
  return one(
    [
      'AWS::WAFv2::WebACL',
      {
        Scope: 'REGIONAL',
        DefaultAction: { Allow: {} },
        VisibilityConfig: visibility,
        Rules: [
          {
            Name: 'common',
            Priority: 0,
            OverrideAction: override === 'none' ? { None: {} } : { Count: {} },
            Statement: {
              ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' },
            },
            VisibilityConfig: visibility,
          },
        ],
      },
    ],
    [
      'aws:wafv2/webAcl:WebAcl',
      {
        scope: 'REGIONAL',
        defaultAction: { allow: {} },
        visibilityConfig: inProgram,
        rules: [
          {
            name: 'common',
            priority: 0,
            overrideAction: { [override]: {} },
            statement: {
              managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesCommonRuleSet' },
            },
            visibilityConfig: inProgram,
          },
        ],
      },
    ],
  );
};

export const SITUATIONS: readonly Situation[] = [
  situation(
    'LoadBalancerDropsInvalidHeaders',
    'violation',
    'passes on whatever headers there are',
    balancer({}, {}),
  ),
  situation(
    'LoadBalancerDropsInvalidHeaders',
    'compliant',
    'drops headers that are not valid',
    balancer(
      { 'routing.http.drop_invalid_header_fields.enabled': 'true' },
      { dropInvalidHeaderFields: true },
    ),
  ),
  situation(
    'LoadBalancerDeletionProtection',
    'compliant',
    'protects a load balancer',
    balancer({ 'deletion_protection.enabled': 'true' }, { enableDeletionProtection: true }),
  ),
  situation('LoadBalancerDeletionProtection', 'violation', 'protects no load balancer', balancer({}, {})),
  situation(
    'InternetFacingOnlyInInternetZone',
    'violation',
    'faces the Internet',
    balancer({}, {}, 'internet-facing'),
  ),
  situation('InternetFacingOnlyInInternetZone', 'compliant', 'faces inside', balancer({}, {})),
  situation('ListenerUsesTls', 'violation', 'listens without TLS', listener('HTTP', 80)),
  situation('ListenerUsesTls', 'compliant', 'sends everybody to TLS', redirect),
  situation(
    'ListenerTlsPolicyApproved',
    'violation',
    'speaks TLS as it was years ago',
    listener('HTTPS', 443, 'ELBSecurityPolicy-2016-08'),
  ),
  situation(
    'ListenerTlsPolicyApproved',
    'compliant',
    'speaks TLS of today',
    listener('HTTPS', 443, 'ELBSecurityPolicy-TLS13-1-2-2021-06'),
  ),
  situation(
    'CloudFrontViewerUsesTls',
    'violation',
    'shows pages without TLS',
    distribution('allow-all', 'https-only'),
    'internet',
  ),
  situation(
    'CloudFrontViewerUsesTls',
    'violation',
    'shows some pages without TLS',
    distribution('https-only', 'https-only', 'allow-all'),
    'internet',
  ),
  situation(
    'CloudFrontViewerUsesTls',
    'compliant',
    'shows pages by TLS',
    distribution('redirect-to-https', 'https-only', 'https-only'),
    'internet',
  ),
  situation(
    'CloudFrontOriginUsesTls',
    'violation',
    'fetches pages without TLS',
    distribution('https-only', 'http-only'),
    'internet',
  ),
  situation(
    'WebAclFiltersRequests',
    'compliant',
    'filters what the managed rules find',
    webAcl('none'),
    'internet',
  ),
  situation(
    'WebAclFiltersRequests',
    'violation',
    'counts what the managed rules find',
    webAcl('count'),
    'internet',
  ),
  situation(
    'AcceleratorFlowLogs',
    'compliant',
    'logs the traffic of an accelerator',
    one(
      ['AWS::GlobalAccelerator::Accelerator', { Name: 'a', FlowLogsEnabled: true, FlowLogsS3Bucket: 'logs' }],
      [
        'aws:globalaccelerator/accelerator:Accelerator',
        { name: 'a', attributes: { flowLogsEnabled: true, flowLogsS3Bucket: 'logs' } },
      ],
    ),
    'internet',
  ),
];
