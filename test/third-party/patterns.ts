import { ApiGatewayToLambda } from '@aws-solutions-constructs/aws-apigateway-lambda';
import { CloudFrontToS3 } from '@aws-solutions-constructs/aws-cloudfront-s3';
import { FargateToOpenSearch } from '@aws-solutions-constructs/aws-fargate-opensearch';
import { LambdaToOpenSearch } from '@aws-solutions-constructs/aws-lambda-opensearch';
import { SqsToLambda } from '@aws-solutions-constructs/aws-sqs-lambda';
import { App, Stack } from 'aws-cdk-lib';
import { AuthorizationType } from 'aws-cdk-lib/aws-apigateway';
import { Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Environment, Zone, ZoneMarking } from '../../aspects';

/**
 * Five patterns that AWS publishes for general use, as they come, in one app. None of them knows this policy;
 * their authors followed the Well-Architected Framework, so that part of it is met and part is not.
 */
export function synthesizePatterns(outdir: string): void {
  const app = new App({ outdir, context: { '@aws-cdk/core:crossStackReferenceStrength': 'strong' } });
  const stack = (id: string, zone: Zone) => {
    const made = new Stack(app, id, { env: { account: '111122223333', region: 'ap-northeast-1' } });
    ZoneMarking.of(made).declare({
      zone,
      confidentiality: 2,
      integrity: 2,
      availability: 2,
      environment: Environment.PRODUCTION,
    });
    return made;
  };
  const lambdaFunctionProps = {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {};'),
  };
  new CloudFrontToS3(stack('Site', Zone.INTERNET), 'Pattern', {});
  new ApiGatewayToLambda(stack('Api', Zone.INTERNET), 'Pattern', {
    lambdaFunctionProps,
    apiGatewayProps: { defaultMethodOptions: { authorizationType: AuthorizationType.IAM } },
  });
  new SqsToLambda(stack('Queue', Zone.LGWAN), 'Pattern', { lambdaFunctionProps });
  new LambdaToOpenSearch(stack('Search', Zone.MY_NUMBER), 'Pattern', {
    lambdaFunctionProps,
    openSearchDomainName: 'records',
    deployVpc: true,
  });
  new FargateToOpenSearch(stack('Service', Zone.LGWAN), 'Pattern', {
    publicApi: false,
    openSearchDomainName: 'documents',
    ecrRepositoryArn: 'arn:aws:ecr:ap-northeast-1:111122223333:repository/documents',
    ecrImageVersion: '1',
  });
  app.synth();
}
