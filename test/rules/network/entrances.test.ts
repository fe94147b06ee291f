import { ClientVpnAuthenticatesUsers } from '../../../lib/rules/network/ClientVpnAuthenticatesUsers';
import { EndpointServiceAdmitsNamedConsumers } from '../../../lib/rules/network/EndpointServiceAdmitsNamedConsumers';
import { InternetFacingOnlyInInternetZone } from '../../../lib/rules/network/InternetFacingOnlyInInternetZone';
import { IsolatedZoneComputeRunsInVpc } from '../../../lib/rules/network/IsolatedZoneComputeRunsInVpc';
import { VpcEndpointHasPolicy } from '../../../lib/rules/network/VpcEndpointHasPolicy';
import { WebAclInFrontOfPublic } from '../../../lib/rules/network/WebAclInFrontOfPublic';
import { ruleCases } from '../../helpers/rule-cases';
import { att, ENV, either, make, NO_VALUE, ref } from './pieces';

const balancer = (more: Record<string, unknown> = {}) =>
  make('AWS::ElasticLoadBalancingV2::LoadBalancer', more);
const only = (Type: string, properties: Record<string, unknown> = {}) => ({ Thing: make(Type, properties) });

ruleCases(InternetFacingOnlyInInternetZone, [
  {
    name: 'accepts an internal balancer',
    expect: 'compliant',
    resources: { Balancer: balancer({ Scheme: 'internal' }) },
  },
  {
    name: 'reads absence of a scheme as internet-facing',
    expect: 'violation',
    resources: { Balancer: balancer() },
  },
  {
    name: 'accepts a gateway load balancer, which has no scheme',
    expect: 'compliant',
    resources: { Balancer: balancer({ Type: 'gateway' }) },
  },
  {
    name: 'names the condition',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: { Balancer: balancer({ Scheme: either('Production', 'internal', 'internet-facing') }) },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Scheme: { Type: 'String', Default: 'internal' } },
      Resources: { Balancer: balancer({ Scheme: ref('Scheme') }) },
    },
  },
  {
    name: 'reads absence at Airflow as public',
    expect: 'violation',
    resources: only('AWS::MWAA::Environment', { Name: 'batch' }),
  },
  {
    name: 'accepts a private Airflow',
    expect: 'compliant',
    resources: only('AWS::MWAA::Environment', { WebserverAccessMode: 'PRIVATE_ONLY' }),
  },
  {
    name: 'refuses a network policy that lets the public in',
    expect: 'violation',
    resources: only('AWS::OpenSearchServerless::SecurityPolicy', {
      Type: 'network',
      Policy: JSON.stringify([
        { Rules: [], SourceVPCEs: ['vpce-1'] },
        { Rules: [], AllowFromPublic: true },
      ]),
    }),
  },
  {
    name: 'accepts a network policy that names endpoints',
    expect: 'compliant',
    resources: only('AWS::OpenSearchServerless::SecurityPolicy', {
      Type: 'network',
      Policy: JSON.stringify([{ Rules: [], AllowFromPublic: false, SourceVPCEs: ['vpce-1'] }]),
    }),
  },
  {
    name: 'has nothing to say of an encryption policy',
    expect: 'compliant',
    resources: only('AWS::OpenSearchServerless::SecurityPolicy', { Type: 'encryption', Policy: '{}' }),
  },
  {
    name: 'does not know a network policy from elsewhere',
    expect: 'undetermined',
    resources: only('AWS::OpenSearchServerless::SecurityPolicy', {
      Type: 'network',
      Policy: { 'Fn::ImportValue': 'policy' },
    }),
  },
  {
    name: 'refuses a pipeline outside of a VPC',
    expect: 'violation',
    resources: only('AWS::OSIS::Pipeline', { PipelineName: 'logs' }),
  },
  {
    name: 'accepts a pipeline inside of a VPC',
    expect: 'compliant',
    resources: only('AWS::OSIS::Pipeline', { VpcOptions: { SubnetIds: ['subnet-1'] } }),
  },
  {
    name: 'refuses Lightsail, which is on the Internet always',
    expect: 'violation',
    resources: only('AWS::Lightsail::Instance', { InstanceName: 'web' }),
  },
  {
    name: 'reads absence at a REST API as public',
    expect: 'violation',
    resources: only('AWS::ApiGateway::RestApi'),
  },
  {
    name: 'accepts a private REST API',
    expect: 'compliant',
    resources: only('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['PRIVATE'] } }),
  },
  {
    name: 'refuses a regional REST API',
    expect: 'violation',
    resources: only('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } }),
  },
  {
    name: 'refuses an HTTP API',
    expect: 'violation',
    resources: only('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }),
  },
  {
    name: 'refuses a function URL, also one that authenticates: it is on the Internet',
    expect: 'violation',
    resources: only('AWS::Lambda::Url', { AuthType: 'AWS_IAM' }),
  },
  {
    name: 'reads absence at EKS as a public endpoint',
    expect: 'violation',
    resources: only('AWS::EKS::Cluster', { ResourcesVpcConfig: { SubnetIds: ['subnet-1'] } }),
  },
  {
    name: 'accepts OpenSearch in a VPC',
    expect: 'compliant',
    resources: only('AWS::OpenSearchService::Domain', { VPCOptions: { SubnetIds: ['subnet-1'] } }),
  },
  {
    name: 'accepts OpenSearch in subnets that are a parameter',
    expect: 'compliant',
    template: {
      Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } },
      Resources: only('AWS::OpenSearchService::Domain', { VPCOptions: { SubnetIds: ref('Subnets') } }),
    },
  },
  {
    name: 'refuses OpenSearch outside of a VPC',
    expect: 'violation',
    resources: only('AWS::OpenSearchService::Domain'),
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'internet',
    resources: { Balancer: balancer() },
  },
]);

ruleCases(IsolatedZoneComputeRunsInVpc, [
  {
    name: 'accepts a function in subnets',
    expect: 'compliant',
    resources: only('AWS::Lambda::Function', { VpcConfig: { SubnetIds: ['subnet-1'] } }),
  },
  {
    name: 'accepts a function in subnets that are a parameter',
    expect: 'compliant',
    template: {
      Parameters: { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } },
      Resources: only('AWS::Lambda::Function', { VpcConfig: { SubnetIds: ref('Subnets') } }),
    },
  },
  {
    name: 'refuses a function outside of any VPC',
    expect: 'violation',
    resources: only('AWS::Lambda::Function'),
    property: 'VpcConfig.SubnetIds',
  },
  {
    name: 'reads empty subnets as none',
    expect: 'violation',
    resources: only('AWS::Lambda::Function', { VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } }),
  },
  {
    name: 'names the condition',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: only('AWS::Lambda::Function', {
        VpcConfig: either('Production', { SubnetIds: ['subnet-1'] }, NO_VALUE),
      }),
    },
    message: /when Env is "test"/,
  },
  {
    name: 'does not know what a macro writes',
    expect: 'undetermined',
    resources: only('AWS::Lambda::Function', { VpcConfig: { 'Fn::Transform': { Name: 'Network' } } }),
  },
  {
    name: 'reads absence at a notebook as direct access to the Internet',
    expect: 'violation',
    resources: only('AWS::SageMaker::NotebookInstance', { SubnetId: 'subnet-1' }),
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'internet',
    resources: only('AWS::Lambda::Function'),
  },
]);

const endpoint = (PolicyDocument?: unknown, more: Record<string, unknown> = {}) => ({
  Endpoint: make('AWS::EC2::VPCEndpoint', {
    VpcId: 'vpc-1',
    ServiceName: 'com.amazonaws.ap-northeast-1.s3',
    ...(PolicyDocument === undefined ? {} : { PolicyDocument }),
    ...more,
  }),
});
const allow = (more: Record<string, unknown>) => ({
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...more }],
});

ruleCases(VpcEndpointHasPolicy, [
  {
    name: 'accepts a condition',
    expect: 'compliant',
    resources: endpoint(allow({ Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } } })),
  },
  {
    name: 'accepts a bucket',
    expect: 'compliant',
    resources: endpoint(allow({ Action: 's3:*', Resource: 'arn:aws:s3:::records/*' })),
  },
  { name: 'reads absence as everything', expect: 'violation', resources: endpoint() },
  { name: 'refuses everything that is written', expect: 'violation', resources: endpoint(allow({})) },
  {
    name: 'refuses every action of the service, and a statement that is no list',
    expect: 'violation',
    resources: endpoint({
      Statement: { Effect: 'Allow', Principal: '*', Action: ['s3:*'], Resource: ['*'] },
    }),
  },
  {
    name: 'accepts a few actions on everything',
    expect: 'compliant',
    resources: endpoint(allow({ Action: ['ecr:GetAuthorizationToken'] })),
  },
  {
    name: 'does not know a policy that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Resource: { Type: 'String' } },
      Resources: endpoint(allow({ Resource: ref('Resource') })),
    },
  },
  {
    name: 'is not asked of an endpoint of a gateway load balancer, which takes none',
    expect: 'compliant',
    resources: endpoint(undefined, { VpcEndpointType: 'GatewayLoadBalancer' }),
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'internet',
    resources: endpoint(),
  },
]);

ruleCases(EndpointServiceAdmitsNamedConsumers, [
  {
    name: 'accepts a service that accepts by hand',
    expect: 'compliant',
    resources: only('AWS::EC2::VPCEndpointService', { AcceptanceRequired: true }),
  },
  {
    name: 'refuses a service that accepts everybody',
    expect: 'violation',
    resources: only('AWS::EC2::VPCEndpointService', { AcceptanceRequired: false }),
  },
  {
    name: 'does not know what absence means: it is not documented',
    expect: 'undetermined',
    resources: only('AWS::EC2::VPCEndpointService'),
  },
  {
    name: 'accepts an account that is named',
    expect: 'compliant',
    resources: only('AWS::EC2::VPCEndpointServicePermissions', {
      ServiceId: 'vpce-svc-1',
      AllowedPrincipals: [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' }],
    }),
  },
  {
    name: 'refuses everybody',
    expect: 'violation',
    resources: only('AWS::EC2::VPCEndpointServicePermissions', {
      ServiceId: 'vpce-svc-1',
      AllowedPrincipals: ['arn:aws:iam::111122223333:root', '*'],
    }),
    property: 'AllowedPrincipals[1]',
  },
]);

const acl = (ResourceArn: unknown) =>
  make('AWS::WAFv2::WebACLAssociation', { ResourceArn, WebACLArn: 'arn:aws:wafv2:1' });
const distribution = (more: Record<string, unknown>) =>
  make('AWS::CloudFront::Distribution', { DistributionConfig: { Enabled: true, ...more } });
const api = {
  Api: make('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } }),
  Stage: make('AWS::ApiGateway::Stage', { RestApiId: ref('Api'), StageName: 'prod' }),
};

ruleCases(WebAclInFrontOfPublic, [
  {
    name: 'accepts a balancer with a web ACL',
    expect: 'compliant',
    zone: 'internet',
    resources: { Balancer: balancer({ Scheme: 'internet-facing' }), Acl: acl(ref('Balancer')) },
  },
  {
    name: 'refuses a balancer without one',
    expect: 'violation',
    zone: 'internet',
    resources: { Balancer: balancer({ Scheme: 'internet-facing' }) },
  },
  {
    name: 'is not asked of an internal or a network load balancer',
    expect: 'compliant',
    zone: 'internet',
    resources: { A: balancer({ Scheme: 'internal' }), B: balancer({ Type: 'network' }) },
  },
  {
    name: 'counts an association only under its condition',
    expect: 'violation',
    zone: 'internet',
    template: {
      ...ENV,
      Resources: { Balancer: balancer(), Acl: { ...acl(ref('Balancer')), Condition: 'Production' } },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'finds the association in another stack',
    expect: 'compliant',
    zone: 'internet',
    template: [
      {
        Resources: { Balancer: balancer() },
        Outputs: { B: { Value: ref('Balancer'), Export: { Name: 'b' } } },
      },
      { Resources: { Acl: acl({ 'Fn::ImportValue': 'b' }) } },
    ],
  },
  {
    name: 'does not know what an association with a parameter is for',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { Arn: { Type: 'String' } },
      Resources: { Balancer: balancer(), Acl: acl(ref('Arn')) },
    },
  },
  {
    name: 'accepts a balancer that only a guarded distribution reaches',
    expect: 'compliant',
    zone: 'internet',
    subject: 'Balancer',
    resources: {
      Balancer: balancer({ SecurityGroups: [ref('Group')] }),
      Group: make('AWS::EC2::SecurityGroup', {
        VpcId: 'vpc-1',
        SecurityGroupIngress: [
          { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourcePrefixListId: 'pl-58a04531' },
        ],
      }),
      Front: distribution({
        WebACLId: 'arn:aws:wafv2:1',
        Origins: [{ DomainName: att('Balancer', 'DNSName') }],
      }),
    },
  },
  {
    name: 'refuses a way around the distribution',
    expect: 'violation',
    zone: 'internet',
    subject: 'Balancer',
    resources: {
      Balancer: balancer({ SecurityGroups: [ref('Group')] }),
      Group: make('AWS::EC2::SecurityGroup', {
        VpcId: 'vpc-1',
        SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
      }),
      Front: distribution({
        WebACLId: 'arn:aws:wafv2:1',
        Origins: [{ DomainName: att('Balancer', 'DNSName') }],
      }),
    },
  },
  {
    name: 'accepts a distribution with a web ACL',
    expect: 'compliant',
    zone: 'internet',
    resources: { Front: distribution({ WebACLId: 'arn:aws:wafv2:1' }) },
  },
  {
    name: 'refuses a distribution without one',
    expect: 'violation',
    zone: 'internet',
    resources: { Front: distribution({ WebACLId: '' }) },
    property: 'DistributionConfig.WebACLId',
  },
  {
    name: 'does not know whether a parameter names one',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { Acl: { Type: 'String', Default: 'arn:aws:wafv2:1' } },
      Resources: { Front: distribution({ WebACLId: ref('Acl') }) },
    },
  },
  {
    name: 'reads the ARN of a stage',
    expect: 'compliant',
    zone: 'internet',
    resources: {
      ...api,
      Acl: acl({ 'Fn::Sub': 'arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}' }),
    },
  },
  { name: 'refuses a stage without one', expect: 'violation', zone: 'internet', resources: api },
  {
    name: 'is not asked of a private API',
    expect: 'compliant',
    zone: 'internet',
    resources: {
      ...api,
      Api: make('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['PRIVATE'] } }),
    },
  },
  {
    name: 'refuses an HTTP API, which takes none',
    expect: 'violation',
    zone: 'internet',
    resources: only('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }),
  },
  {
    name: 'asks for evidence of what stands before an HTTP API whose own endpoint is off',
    expect: 'evidence',
    zone: 'internet',
    resources: only('AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP', DisableExecuteApiEndpoint: true }),
  },
  {
    name: 'accepts a user pool with a web ACL',
    expect: 'compliant',
    zone: 'internet',
    resources: { Pool: make('AWS::Cognito::UserPool'), Acl: acl(att('Pool', 'Arn')) },
  },
]);

const client = (...types: string[]) =>
  only('AWS::EC2::ClientVpnEndpoint', { AuthenticationOptions: types.map((Type) => ({ Type })) });

ruleCases(ClientVpnAuthenticatesUsers, [
  {
    name: 'accepts certificates with a directory',
    expect: 'compliant',
    resources: client('certificate-authentication', 'directory-service-authentication'),
  },
  {
    name: 'refuses certificates alone: they tell devices, not users',
    expect: 'violation',
    resources: client('certificate-authentication'),
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Kind: { Type: 'String' } },
      Resources: only('AWS::EC2::ClientVpnEndpoint', { AuthenticationOptions: [{ Type: ref('Kind') }] }),
    },
  },
]);
