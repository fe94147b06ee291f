import type { Target } from '../../../lib/pulumi/mapping';
import type { Written } from '.';

/** Actions of listeners, which the package calls by the first words of CloudFormation's names. */
function actions(from: string, to: string): Record<string, Target> {
  const authentication = ['authenticationRequestExtraParams', 'onUnauthenticatedRequest', 'scope'] as const;
  const session = ['sessionCookieName', 'sessionTimeout'] as const;
  const cognito = ['userPoolArn', 'userPoolClientId', 'userPoolDomain'] as const;
  const oidc = [
    'authorizationEndpoint',
    'clientId',
    'clientSecret',
    'issuer',
    'tokenEndpoint',
    'userInfoEndpoint',
  ] as const;
  const redirect = ['host', 'path', 'port', 'protocol', 'query', 'statusCode'] as const;
  const fixed = ['contentType', 'messageBody', 'statusCode'] as const;
  const all = (block: string, target: string, names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => [
        `${from}[*].${block}.${name}`,
        `${to}[*].${target}.${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
      ]),
    );
  return {
    ...all('redirect', 'RedirectConfig', redirect),
    ...all('fixedResponse', 'FixedResponseConfig', fixed),
    ...all('authenticateCognito', 'AuthenticateCognitoConfig', [...authentication, ...session, ...cognito]),
    ...all('authenticateOidc', 'AuthenticateOidcConfig', [...authentication, ...session, ...oidc]),
    [`${from}[*].forward.targetGroups[*].arn`]: `${to}[*].ForwardConfig.TargetGroups[*].TargetGroupArn`,
    [`${from}[*].forward.targetGroups[*].weight`]: `${to}[*].ForwardConfig.TargetGroups[*].Weight`,
  };
}

const LOAD_BALANCER = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  properties: {
    internal: { to: 'Scheme', as: { words: { true: 'internal', false: 'internet-facing' } } },
    loadBalancerType: 'Type',
  },
  special: 'loadBalancer',
} as const;

const LISTENER = {
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  properties: {
    certificateArn: 'Certificates[0].CertificateArn',
    ...actions('defaultActions', 'DefaultActions'),
  },
  special: 'listener',
};

const LISTENER_RULE = {
  type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  properties: actions('actions', 'Actions'),
};

const TARGET_GROUP = {
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  properties: {
    'healthCheck.enabled': 'HealthCheckEnabled',
    'healthCheck.path': 'HealthCheckPath',
    'healthCheck.port': 'HealthCheckPort',
    'healthCheck.protocol': 'HealthCheckProtocol',
    'healthCheck.interval': 'HealthCheckIntervalSeconds',
    'healthCheck.timeout': 'HealthCheckTimeoutSeconds',
  },
} as const;

/** Load balancers and what scales. */
export const LOAD_BALANCING: Written = {
  'lb/loadBalancer:LoadBalancer': LOAD_BALANCER,
  'alb/loadBalancer:LoadBalancer': LOAD_BALANCER,
  'lb/listener:Listener': LISTENER,
  'alb/listener:Listener': LISTENER,
  'lb/listenerRule:ListenerRule': LISTENER_RULE,
  'alb/listenerRule:ListenerRule': LISTENER_RULE,
  'lb/targetGroup:TargetGroup': TARGET_GROUP,
  'alb/targetGroup:TargetGroup': TARGET_GROUP,
  'elb/loadBalancer:LoadBalancer': {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    properties: {
      name: 'LoadBalancerName',
      internal: { to: 'Scheme', as: { words: { true: 'internal', false: 'internet-facing' } } },
      crossZoneLoadBalancing: 'CrossZone',
      idleTimeout: 'ConnectionSettings.IdleTimeout',
      connectionDraining: 'ConnectionDrainingPolicy.Enabled',
      connectionDrainingTimeout: 'ConnectionDrainingPolicy.Timeout',
      // A block without `enabled` switches them on.
      'accessLogs.bucket': [
        'AccessLoggingPolicy.S3BucketName',
        { to: 'AccessLoggingPolicy.Enabled', as: { always: true } },
      ],
      'accessLogs.enabled': 'AccessLoggingPolicy.Enabled',
      'accessLogs.bucketPrefix': 'AccessLoggingPolicy.S3BucketPrefix',
      'accessLogs.interval': 'AccessLoggingPolicy.EmitInterval',
      'listeners[*].lbPort': 'Listeners[*].LoadBalancerPort',
      'listeners[*].lbProtocol': 'Listeners[*].Protocol',
    },
  },
  'elb/loadBalancerPolicy:LoadBalancerPolicy': {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    into: 'loadBalancerName',
    not: ['loadBalancerName'],
    properties: {
      policyName: 'Policies[+].PolicyName',
      policyTypeName: 'Policies[+].PolicyType',
      'policyAttributes[*].name': 'Policies[+].Attributes[*].Name',
      'policyAttributes[*].value': 'Policies[+].Attributes[*].Value',
    },
  },
  'elb/sslNegotiationPolicy:SslNegotiationPolicy': {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    into: 'loadBalancer',
    properties: {
      name: 'Policies[+].PolicyName',
      lbPort: [
        'Policies[+].LoadBalancerPorts[0]',
        { to: 'Policies[+].PolicyType', as: { always: 'SSLNegotiationPolicyType' } },
      ],
      'attributes[*].name': 'Policies[+].Attributes[*].Name',
      'attributes[*].value': 'Policies[+].Attributes[*].Value',
    },
    special: 'classicListenerPolicy',
  },
  'elb/listenerPolicy:ListenerPolicy': {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    into: 'loadBalancerName',
    not: ['loadBalancerName'],
    special: 'classicListenerPolicy',
  },
  'appautoscaling/target:Target': {
    type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    lacks: {
      ScheduledActions:
        'a resource of its own, appautoscaling/scheduledAction, which says when, not how much',
    },
  },
  'appautoscaling/policy:Policy': {
    type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
    not: ['predictiveScalingPolicyConfiguration'],
    properties: { name: 'PolicyName' },
    lacks: { ScalingTargetId: 'the target is named by resourceId, scalableDimension and serviceNamespace' },
  },
};
