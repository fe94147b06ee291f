import type { Written } from '.';

const API = { type: 'AWS::ApiGateway::RestApi', into: 'restApiId' } as const;

/** API Gateway, of both generations. */
export const API_GATEWAY: Written = {
  'apigateway/restApi:RestApi': {
    type: 'AWS::ApiGateway::RestApi',
    properties: { apiKeySource: 'ApiKeySourceType', putRestApiMode: 'Mode' },
  },
  'apigateway/restApiPolicy:RestApiPolicy': { ...API, properties: { policy: { to: 'Policy', as: 'json' } } },
  'apigateway/restApiPut:RestApiPut': {
    ...API,
    not: ['parameters', 'failOnWarnings'],
    properties: { body: { to: 'Body', as: 'json' } },
  },
  'apigateway/method:Method': {
    type: 'AWS::ApiGateway::Method',
    properties: { restApi: 'RestApiId', authorization: 'AuthorizationType' },
  },
  'apigateway/integration:Integration': {
    type: 'AWS::ApiGateway::Method',
    into: ['restApi', 'resourceId', 'httpMethod'],
    not: ['httpMethod', 'resourceId', 'requestParameters'],
    properties: {
      type: 'Integration.Type',
      uri: 'Integration.Uri',
      integrationHttpMethod: 'Integration.IntegrationHttpMethod',
      connectionType: 'Integration.ConnectionType',
      connectionId: 'Integration.ConnectionId',
      integrationTarget: 'Integration.IntegrationTarget',
      credentials: 'Integration.Credentials',
      requestParameters: 'Integration.RequestParameters',
      requestTemplates: 'Integration.RequestTemplates',
      timeoutMilliseconds: 'Integration.TimeoutInMillis',
    },
  },
  'apigateway/deployment:Deployment': {
    type: 'AWS::ApiGateway::Deployment',
    properties: { restApi: 'RestApiId' },
    lacks: {
      StageName: 'a deployment of the package makes no stage; stages are resources of their own',
      StageDescription: 'as StageName',
    },
  },
  'apigateway/stage:Stage': {
    type: 'AWS::ApiGateway::Stage',
    properties: {
      restApi: 'RestApiId',
      deployment: 'DeploymentId',
      xrayTracingEnabled: 'TracingEnabled',
    },
  },
  'apigateway/methodSettings:MethodSettings': {
    type: 'AWS::ApiGateway::Stage',
    into: ['restApi', 'stageName'],
    not: ['stageName'],
    properties: {
      'settings.cachingEnabled': 'MethodSettings[+].CachingEnabled',
      'settings.cacheDataEncrypted': 'MethodSettings[+].CacheDataEncrypted',
      'settings.cacheTtlInSeconds': 'MethodSettings[+].CacheTtlInSeconds',
      'settings.dataTraceEnabled': 'MethodSettings[+].DataTraceEnabled',
      'settings.loggingLevel': 'MethodSettings[+].LoggingLevel',
      'settings.metricsEnabled': 'MethodSettings[+].MetricsEnabled',
      'settings.throttlingBurstLimit': 'MethodSettings[+].ThrottlingBurstLimit',
      'settings.throttlingRateLimit': 'MethodSettings[+].ThrottlingRateLimit',
    },
    special: 'methodPath',
  },
  'apigateway/domainName:DomainName': { type: 'AWS::ApiGateway::DomainName', not: ['policy'] },
  'apigateway/basePathMapping:BasePathMapping': {
    type: 'AWS::ApiGateway::BasePathMapping',
    properties: { restApi: 'RestApiId', stageName: 'Stage' },
  },
  'apigateway/apiKey:ApiKey': { type: 'AWS::ApiGateway::ApiKey' },
  'apigateway/usagePlan:UsagePlan': {
    type: 'AWS::ApiGateway::UsagePlan',
    properties: {
      name: 'UsagePlanName',
      'throttleSettings.burstLimit': 'Throttle.BurstLimit',
      'throttleSettings.rateLimit': 'Throttle.RateLimit',
      'quotaSettings.limit': 'Quota.Limit',
      'quotaSettings.offset': 'Quota.Offset',
      'quotaSettings.period': 'Quota.Period',
    },
  },
  'apigateway/vpcLink:VpcLink': { type: 'AWS::ApiGateway::VpcLink' },
  'apigatewayv2/api:Api': { type: 'AWS::ApiGatewayV2::Api' },
  'apigatewayv2/apiMapping:ApiMapping': { type: 'AWS::ApiGatewayV2::ApiMapping' },
  'apigatewayv2/domainName:DomainName': { type: 'AWS::ApiGatewayV2::DomainName' },
  'apigatewayv2/integration:Integration': {
    type: 'AWS::ApiGatewayV2::Integration',
    properties: { timeoutMilliseconds: 'TimeoutInMillis' },
  },
  'apigatewayv2/route:Route': { type: 'AWS::ApiGatewayV2::Route' },
  'apigatewayv2/stage:Stage': {
    type: 'AWS::ApiGatewayV2::Stage',
    properties: { name: 'StageName' },
    special: 'routeSettings',
  },
  'apigatewayv2/vpcLink:VpcLink': { type: 'AWS::ApiGatewayV2::VpcLink' },
};
