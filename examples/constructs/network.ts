import { basename, join } from 'node:path';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import {
  DedicatedConnection,
  DedicatedLine,
  EncryptedBucket,
  InternetVpc,
  LgwanVpc,
  ManagementVpc,
  MyNumberVpc,
  NameFirewall,
  RetainedLogGroup,
  SanitizedTransfer,
  WebFirewall,
  Zone,
  ZoneLink,
  ZoneMarking,
} from '../../index';
import { type ConstructExample, ISOLATED, networkOf } from './example';
import { alarmTopicIn } from './operation';

/** The profile lies beside the sources, also when they were compiled. */
const HERE =
  basename(join(__dirname, '..', '..')) === 'dist'
    ? join(__dirname, '..', '..', '..')
    : join(__dirname, '..', '..');
const CITY = join(HERE, 'examples', 'constructs', 'city.yaml');

const cidr = '10.32.0.0/16';

export const NETWORK: readonly ConstructExample[] = [
  {
    construct: 'MyNumberVpc',
    zones: [Zone.MY_NUMBER],
    summary: {
      ja: 'マイナンバー利用事務系のVPC。インターネットにも他の領域にも通じる経路がない',
      en: 'VPC of the my-number zone, with no way to the Internet or to another zone',
    },
    build: (stack) => new MyNumberVpc(stack, 'Network', { cidr }),
  },
  {
    construct: 'LgwanVpc',
    zones: [Zone.LGWAN],
    summary: {
      ja: 'LGWAN接続系のVPC。インターネット接続系から分離する',
      en: 'VPC of the LGWAN zone, apart from the Internet zone',
    },
    build: (stack) => new LgwanVpc(stack, 'Network', { cidr }),
  },
  {
    construct: 'ManagementVpc',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: '各領域を運用するためのVPC',
      en: 'VPC from which the zones are administered',
    },
    build: (stack) => new ManagementVpc(stack, 'Network', { cidr }),
  },
  {
    construct: 'InternetVpc',
    zones: [Zone.INTERNET],
    summary: {
      ja: 'インターネット接続系のVPC。公開サブネットはロードバランサーのためだけにある',
      en: 'VPC of the Internet zone, whose public subnets are for load balancers only',
    },
    build: (stack) => new InternetVpc(stack, 'Network', { cidr, approval: 'R8-021' }),
  },
  {
    construct: 'InternetVpc',
    variant: 'with NAT',
    zones: [Zone.INTERNET],
    build: (stack) =>
      new InternetVpc(stack, 'Network', {
        cidr,
        approval: 'R8-021',
        outboundInternet: true,
        interfaceEndpoints: [InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS],
      }),
  },
  {
    construct: 'NameFirewall',
    zones: ISOLATED,
    summary: {
      ja: 'VPCから名前解決できる名前を限るファイアウォール。InternetVpcには初めからある',
      en: 'Firewall that limits the names that a VPC may look up; an InternetVpc has one',
    },
    build: (stack, zone) =>
      new NameFirewall(stack, 'Names', {
        vpc: networkOf(stack, zone).vpc,
        allowedNames: ['*.amazonaws.com'],
      }),
  },
  {
    construct: 'WebFirewall',
    zones: [Zone.INTERNET],
    summary: {
      ja: '公開するものの前に置くファイアウォール（AWS WAF）。攻撃を止め、回数を限り、記録する',
      en: 'Web ACL (AWS WAF) in front of what is public: stops attacks, limits rates, keeps a log',
    },
    build: (stack) => {
      const api = new apigateway.RestApi(stack, 'Api', {
        deploy: false,
        defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
      });
      api.root.addMethod('GET');
      const log = new RetainedLogGroup(stack, 'ApiLog');
      const stage = new apigateway.Stage(stack, 'Stage', {
        deployment: new apigateway.Deployment(stack, 'Deployment', { api: api as apigateway.IRestApi }),
        accessLogDestination: new apigateway.LogGroupLogDestination(log.logGroup),
        loggingLevel: apigateway.MethodLoggingLevel.INFO,
        throttlingRateLimit: 100,
        throttlingBurstLimit: 200,
      });
      new WebFirewall(stack, 'Firewall', { resourceArn: stage.stageArn });
    },
  },
  {
    construct: 'DedicatedConnection',
    zones: [Zone.MY_NUMBER, Zone.LGWAN],
    summary: {
      ja: '庁舎との専用線。指定したアドレスへの経路だけを持つ',
      en: 'Dedicated line to the city, with routes to the addresses that are named and no others',
    },
    build: (stack, zone) =>
      new DedicatedConnection(stack, 'Line', {
        network: networkOf(stack, zone),
        line: DedicatedLine.directConnectGateway('11111111-1111-4111-8111-111111111111'),
        peerCidrs: ['10.99.1.0/24'],
        approval: 'R8-030',
      }),
  },
  {
    construct: 'SanitizedTransfer',
    zones: [Zone.INTERNET],
    summary: {
      ja: 'インターネット側のファイルを無害化してLGWAN側に渡す経路。検査に通ったものだけを写す',
      en: 'Way of files from the Internet side to the LGWAN side: only what was scanned and is clean is copied',
    },
    build: (stack) => {
      const cleanBucket = new EncryptedBucket(stack, 'Clean');
      ZoneMarking.of(cleanBucket).declare({ zone: Zone.LGWAN });
      new SanitizedTransfer(stack, 'Transfer', { cleanBucket, alarmTopic: alarmTopicIn(stack) });
    },
  },
  {
    construct: 'ZoneLink',
    zones: [Zone.LGWAN],
    summary: {
      ja: '二つの領域をつなぐ唯一の方法。申請番号の下に許可された、一方向の、特定のアドレス及びポートに限る通信',
      en: 'The only way to join two zones: one direction, named addresses and one port, permitted by the zone matrix',
    },
    profile: CITY,
    build: (stack) => {
      const endpoints = { interfaceEndpoints: [InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS] };
      new ZoneLink(stack, 'Inquiry', {
        from: new LgwanVpc(stack, 'Groupware', { cidr: '10.48.0.0/16', ...endpoints }),
        to: new MyNumberVpc(stack, 'Records', { cidr: '10.32.0.0/16', ...endpoints }),
        sourceCidrs: ['10.48.0.0/20'],
        destinationAddresses: ['10.32.0.10', '10.32.16.10'],
        port: 8443,
        approval: 'R8-040',
        profile: CITY,
      });
    },
  },
];
