import * as lambda from 'aws-cdk-lib/aws-lambda';
import { PrivateFunction } from '../../index';
import { type ConstructExample, EVERYWHERE, networkOf } from './example';

const HANDLER = {
  code: lambda.Code.fromInline('def handler(event, context): pass'),
  handler: 'index.handler',
};

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
];
