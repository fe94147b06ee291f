import type { Stack } from 'aws-cdk-lib';
import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import {
  AccessLogBucket,
  LgwanVpc,
  LogArchive,
  ManagementVpc,
  MyNumberVpc,
  PrivateApi,
  PrivateFunction,
  PrivateService,
  PublicWebFront,
  TimeSyncedFleet,
  TimeSyncedInstance,
  Zone,
} from '../../index';
import { type ConstructExample, EVERYWHERE, ISOLATED, networkOf } from './example';

const HANDLER = {
  code: lambda.Code.fromInline('def handler(event, context): pass'),
  handler: 'index.handler',
};

/** A certificate that was issued outside of the app, because somebody has to prove who the city is. */
function certificateOf(stack: Stack): string {
  const resourceName = '11111111-1111-4111-8111-111111111111';
  return stack.formatArn({ service: 'acm', resource: 'certificate', resourceName });
}

function accessLogsIn(stack: Stack): AccessLogBucket {
  return new AccessLogBucket(stack, 'AccessLogs', { archive: new LogArchive(stack, 'Archive') });
}

/** A network that has the endpoint of APIs. */
function networkWithApis(stack: Stack, zone: Zone) {
  const Network = { [Zone.MY_NUMBER]: MyNumberVpc, [Zone.LGWAN]: LgwanVpc }[zone as string] ?? ManagementVpc;
  const { APIGATEWAY, CLOUDWATCH_LOGS } = InterfaceVpcEndpointAwsService;
  return new Network(stack, 'Network', {
    cidr: '10.32.0.0/16',
    interfaceEndpoints: [APIGATEWAY, CLOUDWATCH_LOGS],
  });
}

export const COMPUTE: readonly ConstructExample[] = [
  {
    construct: 'PrivateFunction',
    zones: EVERYWHERE,
    summary: {
      ja: 'VPC内で動き、エンドポイントのほかに出口のない関数（Lambda）',
      en: 'Function (Lambda) inside the VPC, with no way out but its endpoints',
    },
    build: (stack, zone) =>
      new PrivateFunction(stack, 'Function', { network: networkOf(stack, zone), ...HANDLER }),
  },
  {
    construct: 'PrivateService',
    zones: EVERYWHERE,
    summary: {
      ja: '内部のロードバランサーの背後で動くコンテナ（ECS Fargate）',
      en: 'Containers (ECS Fargate) behind an internal load balancer',
    },
    build: (stack, zone) =>
      new PrivateService(stack, 'Service', {
        network: networkOf(stack, zone),
        imageTag: '1.0.0',
        balancer: {
          certificateArn: certificateOf(stack),
          accessLogs: accessLogsIn(stack),
        },
      }),
  },
  {
    construct: 'PrivateService',
    variant: 'without a balancer',
    zones: ISOLATED,
    build: (stack, zone) =>
      new PrivateService(stack, 'Service', { network: networkOf(stack, zone), imageTag: '1.0.0' }),
  },
  {
    construct: 'PublicWebFront',
    zones: [Zone.INTERNET],
    summary: {
      ja: '住民が使う入口。ウェブACL、流量の制限及びログを備えた公開ロードバランサー',
      en: 'Entrance of citizens: public load balancer with a web ACL, a rate limit and logs',
    },
    build: (stack, zone) => {
      const network = networkOf(stack, zone);
      new PublicWebFront(stack, 'Front', {
        network,
        service: new PrivateService(stack, 'Service', { network, imageTag: '1.0.0' }),
        certificateArn: certificateOf(stack),
        accessLogs: accessLogsIn(stack),
      });
    },
  },
  {
    construct: 'PrivateApi',
    zones: ISOLATED,
    summary: {
      ja: 'VPCのエンドポイントからIAMの認証を経て呼び出すAPI',
      en: 'API that is called through an endpoint of the VPC, by callers whom IAM knows',
    },
    build: (stack, zone) => {
      const network = networkWithApis(stack, zone);
      new PrivateApi(stack, 'Api', {
        endpoint: network.endpointOf(InterfaceVpcEndpointAwsService.APIGATEWAY),
        handler: new PrivateFunction(stack, 'Function', { network, ...HANDLER }).function,
      });
    },
  },
  {
    construct: 'TimeSyncedInstance',
    zones: EVERYWHERE,
    marks: { availability: 1 },
    summary: {
      ja: '可用性1のサーバ1台（EC2）。時刻同期、ディスクの暗号化及びSession Managerを備える',
      en: 'One server (EC2) of availability 1: time source, encrypted disks, Session Manager',
    },
    build: (stack, zone) => new TimeSyncedInstance(stack, 'Server', { network: networkOf(stack, zone) }),
  },
  {
    construct: 'TimeSyncedFleet',
    zones: EVERYWHERE,
    summary: {
      ja: '二つ以上のアベイラビリティゾーンに置く同様のサーバ群',
      en: 'Such servers over two availability zones or more',
    },
    build: (stack, zone) => new TimeSyncedFleet(stack, 'Servers', { network: networkOf(stack, zone) }),
  },
];
