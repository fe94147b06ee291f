import { one, situation } from '../conformance-forms';
import { ref, resource } from '../helpers';
import type { Situation } from './situation';

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
];
