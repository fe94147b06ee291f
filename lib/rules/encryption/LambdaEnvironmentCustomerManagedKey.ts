import { empty } from '../../model/requirement';
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
  check: (lambda, key) =>
    lambda.get('KmsKeyArn').must(key).onlyIf(lambda.get('Environment.Variables').must(empty).not()),
});
