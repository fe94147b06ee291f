import { RemovalPolicy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** Properties of a `PrivateApi`. */
export interface PrivateApiProps {
  /**
   * The endpoint of `execute-api` through which the API is called, and without which it is not: that of the network,
   * `zoneVpc.endpointOf(ec2.InterfaceVpcEndpointAwsService.APIGATEWAY)`.
   */
  readonly endpoint: ec2.IInterfaceVpcEndpoint;

  /** The function that answers. */
  readonly handler: lambda.IFunction;

  /**
   * Requests per second, over all callers (7.5(6)), at least 1.
   *
   * @default 100
   */
  readonly requestsPerSecond?: number;

  /**
   * Customer managed key of the log.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * An API that is called from one network only, through its endpoint (4(1)①), by callers whom IAM knows (7.2(2)③).
 * Requests and executions are logged (7.1(6)①), and limited in number (7.5(6)).
 *
 * @throws if `requestsPerSecond` is below 1, or `encryptionKey` is managed by AWS or does not rotate.
 */
export class PrivateApi extends Construct {
  /** The API, for everything that takes one. */
  public readonly api: apigateway.RestApi;
  /** The customer managed key of the log. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: PrivateApiProps) {
    const errors = new PropErrors('PrivateApi');
    errors.addIf('requestsPerSecond', wholeNumberProblem(props.requestsPerSecond, 1, 'requests'));
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `API ${this.node.path}`);
    const log = new RetainedLogGroup(this, 'Log', { encryptionKey: this.encryptionKey });
    const rate = props.requestsPerSecond ?? 100;
    this.api = new apigateway.RestApi(this, 'Api', {
      endpointConfiguration: { types: [apigateway.EndpointType.PRIVATE], vpcEndpoints: [props.endpoint] },
      policy: policyFor(props.endpoint),
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
      deployOptions: {
        accessLogDestination: new apigateway.LogGroupLogDestination(log.logGroup),
        accessLogFormat: apigateway.AccessLogFormat.jsonWithStandardFields(),
        loggingLevel: apigateway.MethodLoggingLevel.INFO,
        // Bodies of requests are no business of a log.
        dataTraceEnabled: false,
        metricsEnabled: true,
        tracingEnabled: true,
        throttlingRateLimit: rate,
        throttlingBurstLimit: 2 * rate,
      },
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
    });
    const integration = new apigateway.LambdaIntegration(props.handler);
    this.api.root.addMethod('ANY', integration);
    this.api.root.addProxy({ defaultIntegration: integration });
  }

  /** Lets a principal call the API, from inside of the network. */
  public grantInvoke(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['execute-api:Invoke'],
      resourceArns: [this.api.arnForExecuteApi()],
    });
  }
}

/** From the endpoint only; who the caller is, IAM decides. */
function policyFor(endpoint: ec2.IInterfaceVpcEndpoint): iam.PolicyDocument {
  const statement = (effect: iam.Effect, operator: string) =>
    new iam.PolicyStatement({
      effect,
      principals: [new iam.AnyPrincipal()],
      actions: ['execute-api:Invoke'],
      resources: ['execute-api:/*'],
      conditions: { [operator]: { 'aws:SourceVpce': endpoint.vpcEndpointId } },
    });
  return new iam.PolicyDocument({
    statements: [statement(iam.Effect.ALLOW, 'StringEquals'), statement(iam.Effect.DENY, 'StringNotEquals')],
  });
}
