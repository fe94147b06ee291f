import type { PulumiResource } from '../../../lib/pulumi/resource';
import { situation, type Template } from '../conformance-forms';
import { ref, resource } from '../helpers';
import type { Situation } from './situation';

/** One resource, as a template and as a program has it. */
function one(
  [type, properties]: readonly [type: string, properties: object],
  [token, inputs]: readonly [token: string, inputs: object],
) {
  return {
    cloudformation: { It: { Type: type, Properties: properties } } as Template,
    aws: [resource(token, 'It', inputs)] as readonly PulumiResource[],
  };
}

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

const container = (more: Record<string, unknown>) =>
  one(
    [
      'AWS::ECS::TaskDefinition',
      {
        Family: 'tax',
        ContainerDefinitions: [
          Object.fromEntries(
            Object.entries({
              name: 'app',
              image: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/tax:1.0',
              ...more,
            }).map(([name, value]) => [name.slice(0, 1).toUpperCase() + name.slice(1), value]),
          ),
        ],
      },
    ],
    [
      'aws:ecs/taskDefinition:TaskDefinition',
      {
        family: 'tax',
        containerDefinitions: JSON.stringify([
          { name: 'app', image: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/tax:1.0', ...more },
        ]),
      },
    ],
  );

const eks = (isPublic: boolean) =>
  one(
    [
      'AWS::EKS::Cluster',
      {
        RoleArn: 'arn:aws:iam::111122223333:role/eks',
        Version: '1.33',
        ResourcesVpcConfig: {
          SubnetIds: ['subnet-1'],
          EndpointPublicAccess: isPublic,
          EndpointPrivateAccess: true,
        },
      },
    ],
    [
      'aws:eks/cluster:Cluster',
      {
        roleArn: 'arn:aws:iam::111122223333:role/eks',
        version: '1.33',
        vpcConfig: { subnetIds: ['subnet-1'], endpointPublicAccess: isPublic, endpointPrivateAccess: true },
      },
    ],
  );
const LOG_TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];
const eksLogs = one(
  [
    'AWS::EKS::Cluster',
    {
      RoleArn: 'arn:aws:iam::111122223333:role/eks',
      ResourcesVpcConfig: { SubnetIds: ['subnet-1'] },
      Logging: { ClusterLogging: { EnabledTypes: LOG_TYPES.map((Type) => ({ Type })) } },
    },
  ],
  [
    'aws:eks/cluster:Cluster',
    {
      roleArn: 'arn:aws:iam::111122223333:role/eks',
      vpcConfig: { subnetIds: ['subnet-1'] },
      enabledClusterLogTypes: LOG_TYPES,
    },
  ],
);

const repository = (mutability: string) =>
  one(
    ['AWS::ECR::Repository', { ImageTagMutability: mutability }],
    ['aws:ecr/repository:Repository', { name: 'tax', imageTagMutability: mutability }],
  );
const EVERYBODY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }],
};
const repo = resource('aws:ecr/repository:Repository', 'It', { name: 'tax' });

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

const METHOD = { RestApiId: 'api', ResourceId: 'r', HttpMethod: 'GET', AuthorizationType: 'AWS_IAM' };
const method = resource('aws:apigateway/method:Method', 'It', {
  restApi: 'api',
  resourceId: 'r',
  httpMethod: 'GET',
  authorization: 'AWS_IAM',
});
const other = resource('aws:apigateway/method:Method', 'Other', {
  restApi: 'api',
  resourceId: 'other',
  httpMethod: 'GET',
  authorization: 'AWS_IAM',
});
const integration = (uri: string) => ({
  cloudformation: {
    It: {
      Type: 'AWS::ApiGateway::Method',
      Properties: { ...METHOD, Integration: { Type: 'HTTP_PROXY', IntegrationHttpMethod: 'GET', Uri: uri } },
    },
  },
  aws: [
    method,
    other,
    resource('aws:apigateway/integration:Integration', 'Integration', {
      restApi: 'api',
      resourceId: 'r',
      httpMethod: 'GET',
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'GET',
      uri,
    }),
  ],
});

const stage = resource('aws:apigateway/stage:Stage', 'It', {
  restApi: 'api',
  deployment: 'd',
  stageName: 'v1',
});
const executionLogs = (level: string) => ({
  cloudformation: {
    It: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: {
        RestApiId: 'api',
        StageName: 'v1',
        MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: level }],
      },
    },
  },
  aws: [
    stage,
    resource('aws:apigateway/methodSettings:MethodSettings', 'Settings', {
      restApi: 'api',
      stageName: ref(stage, 'stageName'),
      methodPath: '*/*',
      settings: { loggingLevel: level },
    }),
  ],
});

const domain = (version: string) =>
  one(
    ['AWS::ApiGateway::DomainName', { DomainName: 'api.example.lg.jp', SecurityPolicy: version }],
    ['aws:apigateway/domainName:DomainName', { domainName: 'api.example.lg.jp', securityPolicy: version }],
  );

const firewallGroup = resource('aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup', 'It', {
  name: 'g',
});
const firewallRule = (action: string) => ({
  cloudformation: {
    It: {
      Type: 'AWS::Route53Resolver::FirewallRuleGroup',
      Properties: {
        FirewallRules: [
          { Action: action, Priority: 1, FirewallDomainListId: 'rslvr-fdl-1', BlockResponse: 'NXDOMAIN' },
        ],
      },
    },
  },
  aws: [
    firewallGroup,
    resource('aws:route53/resolverFirewallRule:ResolverFirewallRule', 'Rule', {
      firewallRuleGroupId: firewallGroup,
      name: 'r',
      action,
      priority: 1,
      firewallDomainListId: 'rslvr-fdl-1',
      blockResponse: 'NXDOMAIN',
    }),
  ],
});

const zone = resource('aws:route53/zone:Zone', 'It', { name: 'example.lg.jp' });

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
    'ContainerNotPrivileged',
    'violation',
    'runs a privileged container',
    container({ privileged: true }),
  ),
  situation(
    'ContainerNotPrivileged',
    'compliant',
    'runs a container without privileges',
    container({ privileged: false }),
  ),
  situation(
    'ContainerRootIsReadOnly',
    'compliant',
    'runs a container that writes nothing',
    container({ readonlyRootFilesystem: true }),
  ),
  situation('ContainerRootIsReadOnly', 'violation', 'runs a container that may write', container({})),
  situation(
    'ContainerUserIsNotRoot',
    'compliant',
    'runs a container as somebody',
    container({ user: '1000' }),
  ),
  situation('EksEndpointIsLimited', 'violation', 'has a cluster for everybody', eks(true)),
  situation('EksEndpointIsLimited', 'compliant', 'has a cluster inside', eks(false)),
  situation('EksClusterLogs', 'compliant', 'keeps all logs of a cluster', eksLogs),
  situation('EksClusterLogs', 'violation', 'keeps no logs of a cluster', eks(false)),
  situation('EcrTagsImmutable', 'violation', 'lets tags move', repository('MUTABLE')),
  situation('EcrTagsImmutable', 'compliant', 'lets no tags move', repository('IMMUTABLE')),
  situation('ResourcePolicyNotPublic', 'violation', 'gives images to everybody', {
    cloudformation: {
      It: { Type: 'AWS::ECR::Repository', Properties: { RepositoryPolicyText: EVERYBODY } },
    },
    aws: [
      repo,
      resource('aws:ecr/repositoryPolicy:RepositoryPolicy', 'Policy', {
        repository: ref(repo, 'name'),
        policy: JSON.stringify(EVERYBODY),
      }),
    ],
  }),
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
    'ApiIntegrationUsesHttps',
    'violation',
    'calls a server without TLS',
    integration('http://server.example.lg.jp'),
  ),
  situation(
    'ApiIntegrationUsesHttps',
    'compliant',
    'calls a server by TLS',
    integration('https://server.example.lg.jp'),
  ),
  situation('ApiGatewayExecutionLogs', 'compliant', 'logs what an interface does', executionLogs('INFO')),
  situation('ApiGatewayExecutionLogs', 'violation', 'logs nothing of an interface', executionLogs('OFF')),
  situation('ApiGatewayTlsVersion', 'violation', 'speaks TLS 1.0', domain('TLS_1_0')),
  situation('ApiGatewayTlsVersion', 'compliant', 'speaks TLS 1.2', domain('TLS_1_2')),
  situation('DnsFirewallBlocks', 'compliant', 'blocks names', firewallRule('BLOCK')),
  situation('DnsFirewallBlocks', 'violation', 'tells of names, and lets them pass', firewallRule('ALERT')),
  situation('PublicZoneQueryLogs', 'violation', 'keeps no log of queries', {
    cloudformation: { It: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'example.lg.jp' } } },
    aws: [zone],
  }),
  situation('PublicZoneQueryLogs', 'compliant', 'keeps a log of queries', {
    cloudformation: {
      It: {
        Type: 'AWS::Route53::HostedZone',
        Properties: {
          Name: 'example.lg.jp',
          QueryLoggingConfig: {
            CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:q',
          },
        },
      },
    },
    aws: [
      zone,
      resource('aws:route53/queryLog:QueryLog', 'Log', {
        zoneId: ref(zone, 'zoneId'),
        cloudwatchLogGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:q',
      }),
    ],
  }),
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
