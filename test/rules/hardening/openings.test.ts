import { ApiRouteAuthorizesCallers } from '../../../lib/rules/hardening/ApiRouteAuthorizesCallers';
import { DatabaseQueryEditorIsOff } from '../../../lib/rules/hardening/DatabaseQueryEditorIsOff';
import { DefaultApiEndpointDisabled } from '../../../lib/rules/hardening/DefaultApiEndpointDisabled';
import { EcsExecIsRecorded } from '../../../lib/rules/hardening/EcsExecIsRecorded';
import { FunctionUrlAuthenticates } from '../../../lib/rules/hardening/FunctionUrlAuthenticates';
import { NoDevelopmentToolInProduction } from '../../../lib/rules/hardening/NoDevelopmentToolInProduction';
import { NotebookIsLimited } from '../../../lib/rules/hardening/NotebookIsLimited';
import { SecurityGroupIsUsed } from '../../../lib/rules/hardening/SecurityGroupIsUsed';
import { TargetGroupIsUsed } from '../../../lib/rules/hardening/TargetGroupIsUsed';
import { ruleCases } from '../../helpers/rule-cases';
import { att, ENV, either, make, ref } from '../network/pieces';

const FLAG = { Parameters: { Flag: { Type: 'String', Default: 'false' } } };
const url = (AuthType: unknown) => make('AWS::Lambda::Url', { AuthType, TargetFunctionArn: 'f' });

ruleCases(FunctionUrlAuthenticates, [
  { name: 'accepts IAM', expect: 'compliant', example: true, resources: { Url: url('AWS_IAM') } },
  {
    name: 'refuses a URL for everybody',
    expect: 'violation',
    zone: 'internet',
    example: true,
    resources: { Url: url('NONE') },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...FLAG, Resources: { Url: url(ref('Flag')) } },
  },
  {
    name: 'names the condition under which it is open',
    expect: 'violation',
    message: /when Env is "test"/,
    template: { ...ENV, Resources: { Url: url(either('Production', 'AWS_IAM', 'NONE')) } },
  },
]);

const method = (more: Record<string, unknown>) =>
  make('AWS::ApiGateway::Method', { HttpMethod: 'GET', ResourceId: 'r', RestApiId: 'a', ...more });

ruleCases(ApiRouteAuthorizesCallers, [
  {
    name: 'accepts a method with an authorizer',
    expect: 'compliant',
    example: true,
    resources: { Get: method({ AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: 'x' }) },
  },
  {
    name: 'warns of a method for everybody, and asks for one thing',
    expect: 'violation',
    example: true,
    property: 'AuthorizationType',
    message: /^AuthorizationType: is NONE, without an API key either; must be a type other than NONE$/,
    resources: { Get: method({ AuthorizationType: 'NONE' }) },
  },
  { name: 'reads absence as none', expect: 'violation', resources: { Get: method({}) } },
  {
    name: 'asks nothing of a preflight request',
    expect: 'compliant',
    resources: { Options: method({ HttpMethod: 'OPTIONS' }) },
  },
  {
    name: 'warns of a route of an HTTP API without an authorizer',
    expect: 'violation',
    resources: { Route: make('AWS::ApiGatewayV2::Route', { ApiId: 'a', RouteKey: 'GET /' }) },
  },
  {
    name: 'warns of a GraphQL API that a key opens',
    expect: 'violation',
    resources: { Api: make('AWS::AppSync::GraphQLApi', { Name: 'a', AuthenticationType: 'API_KEY' }) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...FLAG, Resources: { Get: method({ AuthorizationType: ref('Flag') }) } },
  },
]);

const api = (more: Record<string, unknown> = {}) => make('AWS::ApiGateway::RestApi', { Name: 'a', ...more });
const mapping = make('AWS::ApiGateway::BasePathMapping', {
  DomainName: 'a.example.jp',
  RestApiId: ref('Api'),
});

ruleCases(DefaultApiEndpointDisabled, [
  {
    name: 'accepts an API whose default endpoint is off',
    expect: 'compliant',
    subject: 'Api',
    example: true,
    resources: { Api: api({ DisableExecuteApiEndpoint: true }), Mapping: mapping },
  },
  {
    name: 'warns of a default endpoint beside a domain name',
    expect: 'violation',
    subject: 'Api',
    example: true,
    resources: { Api: api(), Mapping: mapping },
  },
  {
    name: 'asks nothing of an API without a domain name',
    expect: 'compliant',
    resources: { Api: api() },
  },
  {
    name: 'finds the mapping of an HTTP API',
    expect: 'violation',
    subject: 'Api',
    resources: {
      Api: make('AWS::ApiGatewayV2::Api', { Name: 'a', ProtocolType: 'HTTP' }),
      Mapping: make('AWS::ApiGatewayV2::ApiMapping', { ApiId: ref('Api'), DomainName: 'd', Stage: 's' }),
    },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    subject: 'Api',
    template: {
      ...FLAG,
      Resources: { Api: api({ DisableExecuteApiEndpoint: ref('Flag') }), Mapping: mapping },
    },
  },
]);

const group = make('AWS::EC2::SecurityGroup', { GroupDescription: 'web', VpcId: 'vpc-1' });
const member = (GroupId: unknown) => make('AWS::EC2::Instance', { SecurityGroupIds: [GroupId] });
const rule = make('AWS::EC2::SecurityGroupIngress', { GroupId: ref('Group'), IpProtocol: 'tcp' });

ruleCases(SecurityGroupIsUsed, [
  {
    name: 'accepts a group with a member',
    expect: 'compliant',
    subject: 'Group',
    example: true,
    resources: { Group: group, Server: member(att('Group', 'GroupId')) },
  },
  {
    name: 'warns of a group that only its rules name',
    expect: 'violation',
    subject: 'Group',
    example: true,
    resources: { Group: group, Rule: rule },
  },
  {
    name: 'finds a group inside of a text',
    expect: 'compliant',
    subject: 'Group',
    resources: {
      Group: group,
      Custom: make('Custom::Thing', { Text: { 'Fn::Sub': 'groups=${Group.GroupId},x' } }),
    },
  },
  {
    name: 'does not take an escaped name for a use',
    expect: 'violation',
    subject: 'Group',
    resources: { Group: group, Custom: make('Custom::Thing', { Text: { 'Fn::Sub': '${!Group}' } }) },
  },
  {
    name: 'cannot tell who takes a group that is handed on',
    expect: 'undetermined',
    template: { Resources: { Group: group }, Outputs: { Id: { Value: att('Group', 'GroupId') } } },
  },
  {
    name: 'finds the member of a group in another template',
    expect: 'compliant',
    subject: 'Group',
    template: [
      { Resources: { Group: group }, Outputs: { Id: { Value: ref('Group'), Export: { Name: 'group' } } } },
      { Resources: { Server: member({ 'Fn::ImportValue': 'group' }) } },
    ],
  },
  {
    name: 'names the condition under which nothing is in it',
    expect: 'violation',
    subject: 'Group',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { Group: group, Server: { ...member(ref('Group')), Condition: 'Production' } },
    },
  },
]);

const targets = make('AWS::ElasticLoadBalancingV2::TargetGroup', { Port: 8443, Protocol: 'HTTPS' });
const service = make('AWS::ECS::Service', { LoadBalancers: [{ TargetGroupArn: ref('Targets') }] });

ruleCases(TargetGroupIsUsed, [
  {
    name: 'accepts one to which a listener forwards',
    expect: 'compliant',
    subject: 'Targets',
    example: true,
    resources: {
      Targets: targets,
      Listener: make('AWS::ElasticLoadBalancingV2::Listener', {
        DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
      }),
    },
  },
  {
    name: 'accepts one that only a rule names, among weights',
    expect: 'compliant',
    subject: 'Targets',
    resources: {
      Targets: targets,
      Rule: make('AWS::ElasticLoadBalancingV2::ListenerRule', {
        Actions: [{ ForwardConfig: { TargetGroups: [{ TargetGroupArn: ref('Targets'), Weight: 1 }] } }],
      }),
    },
  },
  {
    name: 'warns of one that only its service names',
    expect: 'violation',
    subject: 'Targets',
    example: true,
    resources: { Targets: targets, Service: service },
  },
  {
    name: 'cannot tell who takes one that is handed on',
    expect: 'undetermined',
    template: { Resources: { Targets: targets }, Outputs: { Arn: { Value: ref('Targets') } } },
  },
]);

const exec = (EnableExecuteCommand: unknown, Cluster: unknown = ref('Cluster')) =>
  make('AWS::ECS::Service', { Cluster, EnableExecuteCommand });
const cluster = (ExecuteCommandConfiguration?: unknown) =>
  make(
    'AWS::ECS::Cluster',
    ExecuteCommandConfiguration === undefined ? {} : { Configuration: { ExecuteCommandConfiguration } },
  );
const RECORDED = {
  KmsKeyId: 'arn:aws:kms:ap-northeast-1:111122223333:key/1',
  Logging: 'OVERRIDE',
  LogConfiguration: { CloudWatchLogGroupName: 'exec', CloudWatchEncryptionEnabled: true },
};

ruleCases(EcsExecIsRecorded, [
  {
    name: 'accepts a service without it',
    expect: 'compliant',
    subject: 'Service',
    example: true,
    resources: { Cluster: cluster(), Service: exec(false) },
  },
  {
    name: 'accepts what the cluster records and encrypts',
    expect: 'compliant',
    subject: 'Service',
    resources: { Cluster: cluster(RECORDED), Service: exec(true) },
  },
  {
    name: 'refuses it where the cluster says nothing',
    expect: 'violation',
    subject: 'Service',
    example: true,
    resources: { Cluster: cluster(), Service: exec(true) },
  },
  {
    name: 'refuses it without a record',
    expect: 'violation',
    subject: 'Service',
    resources: { Cluster: cluster({ ...RECORDED, Logging: 'NONE' }), Service: exec(true) },
  },
  {
    name: 'refuses it without a key',
    expect: 'violation',
    subject: 'Service',
    resources: {
      Cluster: cluster({ Logging: 'OVERRIDE', LogConfiguration: RECORDED.LogConfiguration }),
      Service: exec(true),
    },
  },
  {
    name: 'cannot see the log of the task by default',
    expect: 'undetermined',
    subject: 'Service',
    resources: { Cluster: cluster({ KmsKeyId: RECORDED.KmsKeyId }), Service: exec(true) },
  },
  {
    name: 'cannot see a cluster elsewhere',
    expect: 'undetermined',
    subject: 'Service',
    resources: { Service: exec(true, 'shared') },
  },
  {
    name: 'refuses a cluster that keeps no record of what services elsewhere do',
    expect: 'violation',
    property: 'Configuration.ExecuteCommandConfiguration.Logging',
    resources: { Cluster: cluster({ Logging: 'NONE' }) },
  },
  {
    name: 'refuses a cluster that records to nowhere',
    expect: 'violation',
    resources: { Cluster: cluster({ Logging: 'OVERRIDE' }) },
  },
  {
    name: 'accepts a cluster that keeps the record in a bucket',
    expect: 'compliant',
    resources: { Cluster: cluster({ Logging: 'OVERRIDE', LogConfiguration: { S3BucketName: 'exec' } }) },
  },
  { name: 'accepts the log of the tasks', expect: 'compliant', resources: { Cluster: cluster() } },
  {
    name: 'tells it once, of the service that uses it',
    expect: 'compliant',
    subject: 'Cluster',
    resources: { Cluster: cluster({ Logging: 'NONE' }), Service: exec(true) },
  },
  {
    name: 'does not know what a parameter says of the record',
    expect: 'undetermined',
    template: { ...FLAG, Resources: { Cluster: cluster({ Logging: ref('Flag') }) } },
  },
  {
    name: 'names the condition under which it is on',
    expect: 'violation',
    subject: 'Service',
    message: /when Env is "test"/,
    template: { ...ENV, Resources: { Cluster: cluster(), Service: exec(either('Production', false, true)) } },
  },
]);

const rds = (more: Record<string, unknown>) =>
  make('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', ...more });

ruleCases(DatabaseQueryEditorIsOff, [
  { name: 'accepts a cluster without it', expect: 'compliant', example: true, resources: { Db: rds({}) } },
  {
    name: 'warns of a cluster with it',
    expect: 'violation',
    example: true,
    resources: { Db: rds({ EnableHttpEndpoint: true }) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...FLAG, Resources: { Db: rds({ EnableHttpEndpoint: ref('Flag') }) } },
  },
]);

const notebook = (RootAccess: unknown, DirectInternetAccess: unknown) =>
  make('AWS::SageMaker::NotebookInstance', {
    RootAccess,
    DirectInternetAccess,
    InstanceType: 'ml.t3.medium',
  });

ruleCases(NotebookIsLimited, [
  {
    name: 'accepts one without root and a way out',
    expect: 'compliant',
    example: true,
    resources: { Notebook: notebook('Disabled', 'Disabled') },
  },
  {
    name: 'reads absence as enabled',
    expect: 'violation',
    example: true,
    resources: { Notebook: make('AWS::SageMaker::NotebookInstance', { InstanceType: 'ml.t3.medium' }) },
  },
  {
    name: 'refuses root alone',
    expect: 'violation',
    property: 'RootAccess',
    resources: { Notebook: notebook('Enabled', 'Disabled') },
  },
  {
    name: 'refuses a way out alone',
    expect: 'violation',
    property: 'DirectInternetAccess',
    resources: { Notebook: notebook('Disabled', 'Enabled') },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...FLAG, Resources: { Notebook: notebook('Disabled', ref('Flag')) } },
  },
]);

const cloud9 = (environment?: string) =>
  make('AWS::Cloud9::EnvironmentEC2', {
    InstanceType: 't3.small',
    ...(environment === undefined ? {} : { Tags: [{ Key: 'jichitai:environment', Value: environment }] }),
  });

ruleCases(NoDevelopmentToolInProduction, [
  {
    name: 'accepts one in development',
    expect: 'compliant',
    example: true,
    resources: { Ide: cloud9('development') },
  },
  {
    name: 'refuses one in production',
    expect: 'violation',
    example: true,
    resources: { Ide: cloud9('production') },
  },
  {
    name: 'cannot tell where the environment is not declared',
    expect: 'undetermined',
    resources: { Ide: cloud9() },
  },
]);
