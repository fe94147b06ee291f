import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { isCareless, type Part } from './part';

/** Parts that run, and who may use them. */
export const SERVICES: readonly Part[] = [
  function worker(scope, { key, alerts }, n) {
    const table = new dynamodb.Table(scope, 'Cases', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'received', type: dynamodb.AttributeType.NUMBER },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: !isCareless(n) },
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const failed = new sqs.Queue(scope, 'Failed', { enforceSSL: true, encryptionMasterKey: key });
    const queue = new sqs.Queue(scope, 'Incoming', {
      enforceSSL: !isCareless(n),
      encryptionMasterKey: key,
      deadLetterQueue: { queue: failed, maxReceiveCount: 3 + (n % 5) },
    });
    const worker = new lambda.Function(scope, 'Worker', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline(
        [
          `const system = ${n};`,
          'exports.handler = async (event) => {',
          '  const failures = [];',
          '  for (const { messageId, body } of event.Records) {',
          '    try {',
          '      const { id, received, kind } = JSON.parse(body);',
          '      console.log(JSON.stringify({ system, id, received, kind }));',
          '    } catch (error) {',
          '      console.error(JSON.stringify({ system, messageId, error: String(error) }));',
          '      failures.push({ itemIdentifier: messageId });',
          '    }',
          '  }',
          '  return { batchItemFailures: failures };',
          '};',
        ].join('\n'),
      ),
      memorySize: 256,
      timeout: Duration.seconds(30 + n),
      environment: { TABLE: table.tableName, QUEUE: queue.queueUrl, STAGE: 'production' },
      logGroup: new logs.LogGroup(scope, 'Log', {
        retention: logs.RetentionDays.ONE_YEAR,
        encryptionKey: key,
      }),
    });
    table.grantReadWriteData(worker);
    queue.grantConsumeMessages(worker);
    for (const [name, metric] of Object.entries({
      Errors: worker.metricErrors(),
      Throttles: worker.metricThrottles(),
      Waiting: queue.metricApproximateAgeOfOldestMessage(),
    })) {
      const alarm = new cloudwatch.Alarm(scope, name, { metric, threshold: 1 + n, evaluationPeriods: 2 });
      alarm.addAlarmAction({ bind: () => ({ alarmActionArn: alerts.topicArn }) });
    }
    new events.Rule(scope, 'Nightly', {
      schedule: events.Schedule.cron({ hour: `${n % 24}`, minute: '15' }),
      targets: [new targets.LambdaFunction(worker)],
    });
  },
  function web(scope, { vpc, cluster, archive }, n) {
    const front = new SecurityGroup(scope, 'FrontGroup', { vpc, allowAllOutbound: false });
    front.addIngressRule(
      isCareless(n) ? Peer.anyIpv4() : Peer.ipv4(`10.${n % 200}.0.0/16`),
      Port.tcp(443),
      'offices',
    );
    const balancer = new elb.ApplicationLoadBalancer(scope, 'Front', {
      vpc,
      internetFacing: isCareless(n),
      securityGroup: front,
    });
    const server = new ec2.LaunchTemplate(scope, 'Server', {
      machineImage: ec2.MachineImage.fromSsmParameter(
        '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64',
      ),
      instanceType: new ec2.InstanceType('t4g.small'),
      requireImdsv2: !isCareless(n),
      securityGroup: new SecurityGroup(scope, 'ServerGroup', { vpc }),
      role: new iam.Role(scope, 'ServerRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
      userData: ec2.UserData.custom(
        [
          '#!/bin/bash',
          'set -euo pipefail',
          'dnf install -y amazon-cloudwatch-agent chrony',
          `echo system-${n} > /etc/system`,
          'systemctl enable --now chronyd amazon-cloudwatch-agent',
        ].join('\n'),
      ),
      blockDevices: [
        { deviceName: '/dev/xvda', volume: { ebsDevice: { volumeSize: 30, encrypted: !isCareless(n) } } },
      ],
    });
    new autoscaling.AutoScalingGroup(scope, 'Servers', {
      vpc,
      launchTemplate: server,
      minCapacity: 2,
      maxCapacity: 4,
    });
    const task = new ecs.FargateTaskDefinition(scope, 'Task', { cpu: 512, memoryLimitMiB: 1024 });
    task.addContainer('app', {
      image: ecs.ContainerImage.fromRegistry(`public.ecr.aws/docker/library/nginx:1.${20 + (n % 7)}`),
      portMappings: [{ containerPort: 8443 }],
      readonlyRootFilesystem: !isCareless(n),
      environment: { SYSTEM: `system-${n}`, BUCKET: archive.bucketName },
      logging: ecs.LogDrivers.awsLogs({ streamPrefix: `system-${n}` }),
    });
    const service = new ecs.FargateService(scope, 'Service', {
      cluster,
      taskDefinition: task,
      desiredCount: 2,
      minHealthyPercent: 50,
      circuitBreaker: { rollback: true },
    });
    const listener = balancer.addListener('Https', {
      port: 443,
      protocol: elb.ApplicationProtocol.HTTPS,
      certificates: [
        elb.ListenerCertificate.fromArn(
          `arn:aws:acm:ap-northeast-1:111122223333:certificate/11111111-2222-3333-4444-55555555555${n % 10}`,
        ),
      ],
      open: false,
    });
    listener.addTargets('App', { port: 8443, protocol: elb.ApplicationProtocol.HTTPS, targets: [service] });
  },
  function entrance(scope, { key }, n) {
    const handler = new lambda.Function(scope, 'Handler', {
      runtime: isCareless(n) ? lambda.Runtime.PYTHON_3_9 : lambda.Runtime.PYTHON_3_13,
      handler: 'index.handler',
      code: lambda.Code.fromInline(
        `def handler(event, context):\n    return {"statusCode": 200, "body": "${n}"}\n`,
      ),
      environmentEncryption: key,
      environment: { SYSTEM: `system-${n}` },
    });
    const api = new apigateway.RestApi(scope, 'Api', {
      deployOptions: {
        stageName: 'v1',
        tracingEnabled: true,
        loggingLevel: apigateway.MethodLoggingLevel.INFO,
      },
    });
    const cases = api.root.addResource('cases');
    for (const method of ['GET', 'POST']) {
      cases.addMethod(method, new apigateway.LambdaIntegration(handler), {
        authorizationType: isCareless(n)
          ? apigateway.AuthorizationType.NONE
          : apigateway.AuthorizationType.IAM,
      });
    }
    new wafv2.CfnWebACL(scope, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: {
        cloudWatchMetricsEnabled: true,
        metricName: `acl${n}`,
        sampledRequestsEnabled: true,
      },
      rules: ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'].map(
        (name, priority) => ({
          name,
          priority,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
          visibilityConfig: {
            cloudWatchMetricsEnabled: true,
            metricName: name,
            sampledRequestsEnabled: true,
          },
        }),
      ),
    });
    const pool = new cognito.UserPool(scope, 'People', {
      mfa: isCareless(n) ? cognito.Mfa.OFF : cognito.Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      selfSignUpEnabled: false,
      passwordPolicy: { minLength: 12, requireDigits: true, requireSymbols: !isCareless(n) },
    });
    pool.addClient('Site', { accessTokenValidity: Duration.minutes(15 + n) });
  },
  function identities(scope, { archive, key }, n) {
    const boundary = new iam.ManagedPolicy(scope, 'Boundary', {
      statements: [
        new iam.PolicyStatement({ actions: ['s3:*', 'logs:*', 'sqs:*'], resources: ['*'] }),
        new iam.PolicyStatement({
          effect: iam.Effect.DENY,
          actions: ['iam:*', 'organizations:*'],
          resources: ['*'],
        }),
      ],
    });
    const operator = new iam.Role(scope, 'Operator', {
      assumedBy: new iam.AccountPrincipal('444455556666').withConditions(
        isCareless(n) ? {} : { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      ),
      permissionsBoundary: boundary,
      maxSessionDuration: Duration.hours(1 + (n % 4)),
    });
    for (const [service, actions] of Object.entries({
      ec2: ['DescribeInstances', 'StartInstances', 'StopInstances', 'RebootInstances'],
      rds: ['DescribeDBInstances', 'CreateDBSnapshot', 'StartDBInstance', 'StopDBInstance'],
      ecs: ['UpdateService', 'DescribeServices', 'DescribeTasks', 'StopTask'],
      logs: ['FilterLogEvents', 'GetLogEvents', 'StartQuery', 'GetQueryResults'],
    })) {
      operator.addToPolicy(
        new iam.PolicyStatement({
          actions: actions.map((action) => `${service}:${action}`),
          resources: ['*'],
          conditions: {
            StringEquals: { 'aws:ResourceTag/Project': `city-${n}`, 'aws:RequestedRegion': 'ap-northeast-1' },
            IpAddress: { 'aws:SourceIp': ['198.51.100.0/24', '203.0.113.0/24'] },
          },
        }),
      );
    }
    archive.grantRead(operator, `system-${n}/*`);
    key.grantDecrypt(operator);
    operator.addToPolicy(
      new iam.PolicyStatement({
        actions: ['ssm:StartSession', 'ssm:TerminateSession'],
        resources: [`arn:aws:ec2:ap-northeast-1:111122223333:instance/*`],
        conditions: { StringEquals: { 'ssm:resourceTag/system': `system-${n}` } },
      }),
    );
  },
];
