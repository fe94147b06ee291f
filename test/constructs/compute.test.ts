import type { Stack } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import {
  AccessLogBucket,
  InternetVpc,
  LogArchive,
  MyNumberVpc,
  PrivateApi,
  PrivateFunction,
  PrivateService,
  PublicWebFront,
  TimeSyncedFleet,
  TimeSyncedInstance,
  WebFirewall,
} from '../../constructs';
import { failureOf, guardedFindings, statementsOf, templateOf } from './support';

const { APIGATEWAY } = ec2.InterfaceVpcEndpointAwsService;
const network = (stack: Stack) =>
  new MyNumberVpc(stack, 'Network', { cidr: '10.32.0.0/16', interfaceEndpoints: [APIGATEWAY] });
const internet = (stack: Stack) =>
  new InternetVpc(stack, 'Network', { cidr: '10.64.0.0/16', approval: 'R8-021' });
const accessLogs = (stack: Stack) =>
  new AccessLogBucket(stack, 'AccessLogs', { archive: new LogArchive(stack, 'Archive') });
const certificateArn =
  'arn:aws:acm:ap-northeast-1:111122223333:certificate/11111111-1111-4111-8111-111111111111';
const HANDLER = {
  code: lambda.Code.fromInline('def handler(event, context): pass'),
  handler: 'index.handler',
};

function userDataOf(template: Template, type: string): string {
  const [resource] = Object.values(template.findResources(type));
  const properties = resource!['Properties'];
  return JSON.stringify(properties.UserData ?? properties.LaunchTemplateData.UserData);
}

describe('PrivateFunction', () => {
  const template = templateOf(
    (stack) => new PrivateFunction(stack, 'X', { network: network(stack), ...HANDLER }),
  );

  test('reaches the endpoints of its network by HTTPS, and nothing else', () => {
    // The only rule of its group: with one, CloudFormation adds none that lets out everything.
    template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 1);
    template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', {
      FromPort: 443,
      ToPort: 443,
      DestinationSecurityGroupId: {
        'Fn::GetAtt': [Match.stringLikeRegexp('EndpointSecurityGroup'), 'GroupId'],
      },
    });
  });

  test('keeps settings, log and failures under one key of the customer', () => {
    const [key] = Object.keys(template.findResources('AWS::KMS::Key')).filter((id) => id.startsWith('X'));
    const arn = { 'Fn::GetAtt': [key, 'Arn'] };
    template.hasResourceProperties('AWS::Lambda::Function', {
      KmsKeyArn: arn,
      DeadLetterConfig: { TargetArn: Match.anyValue() },
      LoggingConfig: { LogGroup: Match.anyValue() },
    });
    template.allResourcesProperties('AWS::SQS::Queue', { KmsMasterKeyId: arn });
  });

  test('can be granted rights, and its use be granted', () => {
    const granted = templateOf((stack) => {
      const fn = new PrivateFunction(stack, 'X', { network: network(stack), ...HANDLER });
      fn.grantInvoke(
        new iam.Role(stack, 'Caller', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') }),
      );
      fn.grantPrincipal.addToPrincipalPolicy(
        new iam.PolicyStatement({ actions: ['ses:SendEmail'], resources: ['arn:aws:ses:*:*:identity/city'] }),
      );
    });
    const actions = statementsOf(granted, 'AWS::IAM::Policy', 'PolicyDocument').flatMap(
      ({ Action }) => Action,
    );
    expect(actions).toEqual(expect.arrayContaining(['lambda:InvokeFunction', 'ses:SendEmail']));
  });

  test('is seen by the guardrail once it is taken out of its VPC', () => {
    const rules = guardedFindings((stack) => {
      const fn = new PrivateFunction(stack, 'X', { network: network(stack), ...HANDLER });
      (fn.function.node.defaultChild as lambda.CfnFunction).addPropertyDeletionOverride('VpcConfig');
    });
    expect(rules).toContain('IsolatedZoneComputeRunsInVpc');
  });
});

describe('PrivateService', () => {
  const build = (stack: Stack, clients?: ec2.IPeer[]) =>
    new PrivateService(stack, 'X', {
      network: network(stack),
      imageTag: '1.0.0',
      balancer: {
        certificateArn,
        accessLogs: accessLogs(stack),
        ...(clients === undefined ? {} : { clients }),
      },
    });

  test('has an internal balancer that the addresses of the network reach, by HTTPS only', () => {
    const template = templateOf((stack) => build(stack));
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal' });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      GroupDescription: 'Load balancer',
      SecurityGroupIngress: [Match.objectLike({ CidrIp: '10.32.0.0/16', FromPort: 443, ToPort: 443 })],
    });
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::Listener', 1);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      Protocol: 'HTTPS',
      Port: 8443,
    });
  });

  test('is reached by whom it is told, and grants by its task role', () => {
    const template = templateOf((stack) => {
      const service = build(stack, [ec2.Peer.ipv4('10.99.1.0/24')]);
      service.grantPrincipal.addToPrincipalPolicy(
        new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:*:*:notices'] }),
      );
    });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [Match.objectLike({ CidrIp: '10.99.1.0/24' })],
    });
    template.hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: Match.stringLikeRegexp('TaskRole') }],
    });
  });

  test('runs two containers that change nothing in themselves, and are not root', () => {
    const template = templateOf((stack) => build(stack));
    template.hasResourceProperties('AWS::ECS::Service', { DesiredCount: 2, LaunchType: 'FARGATE' });
    template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
      MinCapacity: 2,
      MaxCapacity: 8,
    });
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [Match.objectLike({ ReadonlyRootFilesystem: true, User: '1000:1000' })],
    });
  });

  test('is seen by the guardrail once it is weakened', () => {
    const rules = guardedFindings((stack) => {
      const { service, loadBalancer } = build(stack);
      const task = service.taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
      task.addPropertyOverride('ContainerDefinitions.0.ReadonlyRootFilesystem', false);
      (loadBalancer!.node.defaultChild as Construct & { scheme: string }).scheme = 'internet-facing';
    });
    expect(rules).toEqual(
      expect.arrayContaining(['InternetFacingOnlyInInternetZone', 'ContainerRootIsReadOnly']),
    );
  });
});

describe('PublicWebFront', () => {
  const template = templateOf((stack) => {
    const vpc = internet(stack);
    new PublicWebFront(stack, 'X', {
      network: vpc,
      service: new PrivateService(stack, 'Service', { network: vpc, imageTag: '1.0.0' }),
      certificateArn,
      accessLogs: accessLogs(stack),
      rateLimit: 500,
    });
  });

  test('has a web ACL with a limit, and sends http on to https', () => {
    template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
    template.hasResourceProperties('AWS::WAFv2::WebACL', {
      Rules: Match.arrayWith([
        Match.objectLike({ Statement: { RateBasedStatement: { Limit: 500, AggregateKeyType: 'IP' } } }),
      ]),
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 80,
      DefaultActions: [Match.objectLike({ Type: 'redirect' })],
    });
  });

  test('is of the Internet zone, and the only balancer', () => {
    expect(
      failureOf((stack) => {
        const vpc = network(stack);
        const balancer = { certificateArn, accessLogs: accessLogs(stack) };
        return new PublicWebFront(stack, 'X', {
          network: vpc,
          service: new PrivateService(stack, 'Service', { network: vpc, imageTag: '1', balancer }),
          certificateArn,
          accessLogs: balancer.accessLogs,
        });
      }),
    ).toMatchInlineSnapshot(`
"PublicWebFront at 'Stack/X' cannot be built:
  - \`network\` must be of the zone internet, but is of my-number
  - \`service\` must have no balancer of its own: one entrance is enough"
`);
  });
});

describe('PrivateApi', () => {
  const build = (stack: Stack) => {
    const vpc = network(stack);
    return new PrivateApi(stack, 'X', {
      endpoint: vpc.endpointOf(APIGATEWAY),
      handler: new PrivateFunction(stack, 'Function', { network: vpc, ...HANDLER }).function,
    });
  };

  test('is called through the endpoint only, by callers whom IAM knows', () => {
    const template = templateOf(build);
    template.hasResourceProperties('AWS::ApiGateway::RestApi', {
      EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: [Match.anyValue()] },
      Policy: {
        Statement: [
          Match.objectLike({
            Effect: 'Allow',
            Condition: { StringEquals: { 'aws:SourceVpce': Match.anyValue() } },
          }),
          Match.objectLike({
            Effect: 'Deny',
            Condition: { StringNotEquals: { 'aws:SourceVpce': Match.anyValue() } },
          }),
        ],
      },
    });
    template.allResourcesProperties('AWS::ApiGateway::Method', { AuthorizationType: 'AWS_IAM' });
  });

  test('grants its use', () => {
    const template = templateOf((stack) =>
      build(stack).grantInvoke(
        new iam.Role(stack, 'Caller', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }),
      ),
    );
    const actions = statementsOf(template, 'AWS::IAM::Policy', 'PolicyDocument').flatMap(
      ({ Action }) => Action,
    );
    expect(actions).toContain('execute-api:Invoke');
  });
});

describe('servers', () => {
  test.each([
    [
      'TimeSyncedInstance',
      'AWS::EC2::Instance',
      (stack: Stack) => new TimeSyncedInstance(stack, 'X', { network: network(stack) }),
    ],
    [
      'TimeSyncedFleet',
      'AWS::EC2::LaunchTemplate',
      (stack: Stack) => new TimeSyncedFleet(stack, 'X', { network: network(stack) }),
    ],
  ])('%s follow one source of time and send their logs (8.1②, 7.1(6)①)', (_, type, build) => {
    const script = userDataOf(templateOf(build), type);
    expect(script).toContain('server 169.254.169.123 prefer');
    expect(script).toContain('amazon-cloudwatch-agent-ctl');
    expect(script).toContain('/var/log/secure');
  });

  test('run further commands after that', () => {
    const script = userDataOf(
      templateOf(
        (stack) =>
          new TimeSyncedInstance(stack, 'X', {
            network: network(stack),
            startCommands: ['start-the-system'],
          }),
      ),
      'AWS::EC2::Instance',
    );
    expect(script.indexOf('start-the-system')).toBeGreaterThan(script.indexOf('amazon-cloudwatch-agent-ctl'));
  });

  test('of a fleet take volumes under the key, which EC2 Auto Scaling may use', () => {
    const template = templateOf(
      (stack) => new TimeSyncedFleet(stack, 'X', { network: network(stack), minimumCount: 3 }),
    );
    template.hasResourceProperties('AWS::AutoScaling::AutoScalingGroup', { MinSize: '3', MaxSize: '6' });
    expect(JSON.stringify(statementsOf(template, 'AWS::KMS::Key', 'KeyPolicy'))).toContain(
      'AWSServiceRoleForAutoScaling',
    );
  });

  test('are seen by the guardrail once metadata is open and time comes from elsewhere', () => {
    const rules = guardedFindings((stack) => {
      const { instance } = new TimeSyncedInstance(stack, 'X', {
        network: network(stack),
        startCommands: ["echo 'server ntp.example.com' >> /etc/chrony.conf"],
      });
      (instance.node.defaultChild as ec2.CfnInstance).addPropertyOverride(
        'MetadataOptions.HttpTokens',
        'optional',
      );
    });
    expect(rules).toEqual(expect.arrayContaining(['ImdsV2Required', 'UserDataTimeSource']));
  });
});

describe('props that are wrong', () => {
  const wrong: readonly (readonly [string, (stack: Stack) => Construct, readonly string[]])[] = [
    [
      'PrivateFunction',
      (stack) =>
        new PrivateFunction(stack, 'X', {
          network: network(stack),
          ...HANDLER,
          timeoutSeconds: 901,
          memoryMib: 64,
          logRetention: 30,
        }),
      ['logRetention', 'memoryMib', 'timeoutSeconds'],
    ],
    [
      'PrivateService',
      (stack) =>
        new PrivateService(stack, 'X', {
          network: network(stack),
          imageTag: 'latest',
          minimumCount: 1,
          maximumCount: 1,
        }),
      ['imageTag', 'minimumCount', 'maximumCount'],
    ],
    [
      'TimeSyncedFleet',
      (stack) =>
        new TimeSyncedFleet(stack, 'X', {
          network: network(stack),
          minimumCount: 2,
          maximumCount: 2,
          volumeSizeGib: 4,
          instanceType: new ec2.InstanceType('m7g.large'),
        }),
      ['volumeSizeGib', 'instanceType', 'maximumCount'],
    ],
    [
      'TimeSyncedInstance',
      (stack) => new TimeSyncedInstance(stack, 'X', { network: network(stack), volumeSizeGib: 4 }),
      ['volumeSizeGib'],
    ],
    [
      'WebFirewall',
      (stack) => new WebFirewall(stack, 'X', { resourceArn: 'arn', rateLimit: 1_000_000 }),
      ['rateLimit'],
    ],
    [
      'PrivateApi',
      (stack) =>
        new PrivateApi(stack, 'X', {
          endpoint: network(stack).endpointOf(APIGATEWAY),
          handler: lambda.Function.fromFunctionArn(
            stack,
            'F',
            'arn:aws:lambda:ap-northeast-1:111122223333:function:f',
          ),
          requestsPerSecond: 0,
        }),
      ['requestsPerSecond'],
    ],
  ];
  test.each(wrong)('of %s are all named', (name, build, props) => {
    const message = failureOf(build);
    expect(message).toContain(`${name} at 'Stack/X' cannot be built:`);
    expect([...message.matchAll(/- `(\w+)`/g)].map(([, prop]) => prop)).toEqual(props);
  });

  test('of a network: there is no endpoint that was not asked for', () => {
    expect(() =>
      templateOf((stack) => network(stack).endpointOf(ec2.InterfaceVpcEndpointAwsService.SQS)),
    ).toThrow("'Stack/Network' has no endpoint of sqs: `interfaceEndpoints` must name it");
  });

  test('of an access log: load balancers need an archive', () => {
    expect(
      failureOf(
        (stack) =>
          new PrivateService(stack, 'X', {
            network: network(stack),
            imageTag: '1',
            balancer: { certificateArn, accessLogs: new AccessLogBucket(stack, 'AccessLogs') },
          }),
      ),
    ).toContain('`archive` must be given');
  });
});
