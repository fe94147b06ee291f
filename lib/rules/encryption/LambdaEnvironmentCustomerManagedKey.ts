import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { customerManagedKeyRule } from './keys-table';
import { passKey } from './service-keys';

export const LambdaEnvironmentCustomerManagedKey = customerManagedKeyRule({
  id: 'LambdaEnvironmentCustomerManagedKey',
  resources: ['AWS::Lambda::Function'],
  subject: { ja: 'Lambda関数の環境変数', en: 'Environment variables of Lambda functions' },
  holds: {
    ja: '接続先などの設定が残る。',
    en: 'They hold settings such as where to connect.',
  },
  write: {
    ja: 'KmsKeyArnに顧客管理のKMSキーを指定してください',
    en: 'Set KmsKeyArn to a customer managed key',
  },
  otherwise: {
    ja: 'AWSの管理する鍵（aws/lambda）が使われます',
    en: 'the key aws/lambda, which AWS manages, is used',
  },
  cdk: passKey('environmentEncryption', 'Function'),
  // The clauses protect the information that is handled; settings are not that, and secrets may not stand there at all.
  duty: 'should',
  check: (lambda, key) => lambda.get('KmsKeyArn').must(key).onlyIf(holdsSettings(lambda)),
});

/** Whether there are settings of the function's own. Names with AWS_ are switches of the SDK, which CDK sets by itself. */
function holdsSettings(lambda: Resource): Claim {
  return lambda
    .get('Environment.Variables')
    .entries()
    .filter(({ at }) => at.at(-1)?.startsWith('AWS_') !== true)
    .some(() => Claim.HOLDS);
}
