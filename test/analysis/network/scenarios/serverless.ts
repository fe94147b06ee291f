import { internetGateway, network, ref, resource, route, template } from './pieces';
import type { Scenario } from './scenario';
import { balancer } from './services';

const OUTSIDE_TO_TAX = { from: 'internet-itself', to: 'my-number' } as const;
const att = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });
const MY_NUMBER = [{ Key: 'jichitai:zone', Value: 'my-number' }];

export const SERVERLESS: readonly Scenario[] = [
  {
    // A function outside of any VPC reaches the Internet, whatever the network looks like.
    title: 'a function outside of the VPC',
    templates: [
      template({
        TaxFunction: resource('AWS::Lambda::Function', {
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Code: { ZipFile: 'exports.handler = () => {};' },
          Role: 'arn:aws:iam::111122223333:role/function',
          Tags: MY_NUMBER,
        }),
      }),
    ],
    from: 'my-number',
    to: 'internet-itself',
    verdict: 'violation',
    hops: ['TaxFunction'],
  },
  {
    // In a subnet that leads nowhere it reaches nothing.
    title: 'a function inside of the VPC',
    templates: [
      template(network('Tax'), {
        TaxFunction: resource('AWS::Lambda::Function', {
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Code: { ZipFile: 'exports.handler = () => {};' },
          Role: 'arn:aws:iam::111122223333:role/function',
          VpcConfig: { SubnetIds: [ref('TaxSubnet')], SecurityGroupIds: [ref('TaxGroup')] },
          Tags: MY_NUMBER,
        }),
      }),
    ],
    from: 'my-number',
    to: 'internet-itself',
    verdict: 'compliant',
    hops: [],
  },
  {
    // A function never has a public address, so that an internet gateway alone carries nothing for it.
    title: 'a function in a public subnet',
    templates: [
      template(
        network('Tax', {
          subnet: { MapPublicIpOnLaunch: true },
          host: { SubnetId: ref('TaxInner'), PrivateIpAddress: '10.0.9.10' },
        }),
        internetGateway('Tax'),
        route('Tax', '0.0.0.0/0', { GatewayId: ref('TaxGateway') }),
        {
          TaxInner: resource('AWS::EC2::Subnet', {
            VpcId: ref('TaxVpc'),
            CidrBlock: '10.0.9.0/24',
            AvailabilityZone: 'ap-northeast-1a',
          }),
          TaxFunction: resource('AWS::Lambda::Function', {
            Runtime: 'nodejs22.x',
            Handler: 'index.handler',
            Code: { ZipFile: 'exports.handler = () => {};' },
            Role: 'arn:aws:iam::111122223333:role/function',
            VpcConfig: { SubnetIds: [ref('TaxSubnet')], SecurityGroupIds: [ref('TaxGroup')] },
            Tags: MY_NUMBER,
          }),
        },
      ),
    ],
    from: 'my-number',
    to: 'internet-itself',
    verdict: 'compliant',
    hops: [],
  },
  {
    // A REST API is public where nothing else is said, and the link leads to the internal load balancer.
    title: 'a public API with a VPC link',
    templates: [
      template(network('Tax'), balancer, {
        Api: resource('AWS::ApiGateway::RestApi', { Name: 'front' }),
        ApiMethod: resource('AWS::ApiGateway::Method', {
          RestApiId: ref('Api'),
          ResourceId: att('Api', 'RootResourceId'),
          HttpMethod: 'ANY',
          AuthorizationType: 'NONE',
          Integration: {
            Type: 'HTTP_PROXY',
            IntegrationHttpMethod: 'ANY',
            Uri: 'https://tax.example/',
            ConnectionType: 'VPC_LINK',
            ConnectionId: ref('Link'),
          },
        }),
        Link: resource('AWS::ApiGateway::VpcLink', { Name: 'inner', TargetArns: [ref('TaxBalancer')] }),
      }),
    ],
    ...OUTSIDE_TO_TAX,
    verdict: 'violation',
    hops: ['Api', 'ApiMethod', 'Link', 'TaxBalancer', 'TaxTargets', 'TaxHost'],
  },
  {
    // A distribution is public, and a VPC origin leads to the internal load balancer. No subnet has a route outwards.
    title: 'a distribution with a VPC origin',
    templates: [
      template(network('Tax'), internetGateway('Tax'), balancer, {
        Front: resource('AWS::CloudFront::Distribution', {
          DistributionConfig: {
            Enabled: true,
            DefaultCacheBehavior: { TargetOriginId: 'tax', ViewerProtocolPolicy: 'https-only' },
            Origins: [
              {
                Id: 'tax',
                DomainName: 'tax.example',
                VpcOriginConfig: { VpcOriginId: att('FrontOrigin', 'Id') },
              },
            ],
          },
        }),
        FrontOrigin: resource('AWS::CloudFront::VpcOrigin', {
          VpcOriginEndpointConfig: {
            Arn: ref('TaxBalancer'),
            Name: 'tax',
            OriginProtocolPolicy: 'https-only',
          },
        }),
      }),
    ],
    ...OUTSIDE_TO_TAX,
    verdict: 'violation',
    hops: ['Front', 'FrontOrigin', 'TaxBalancer', 'TaxTargets', 'TaxHost'],
  },
  {
    // The URL of a function is on the Internet.
    title: 'a function URL in the my-number zone',
    templates: [
      template({
        TaxFunction: resource('AWS::Lambda::Function', {
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Code: { ZipFile: 'exports.handler = () => {};' },
          Role: 'arn:aws:iam::111122223333:role/function',
          Tags: MY_NUMBER,
        }),
        TaxUrl: resource('AWS::Lambda::Url', {
          TargetFunctionArn: att('TaxFunction', 'Arn'),
          AuthType: 'NONE',
        }),
      }),
    ],
    ...OUTSIDE_TO_TAX,
    verdict: 'violation',
    hops: ['TaxUrl', 'TaxFunction'],
  },
];
