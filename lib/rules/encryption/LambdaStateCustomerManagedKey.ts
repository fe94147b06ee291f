import { customerManagedKeyRule, isSet } from './keys-table';
import { AWS_OWNED, passKey } from './service-keys';

export const LambdaStateCustomerManagedKey = customerManagedKeyRule({
  id: 'LambdaStateCustomerManagedKey',
  resources: ['AWS::Lambda::Function'],
  subject: { ja: 'Lambdaの持続的な関数の途中の状態', en: 'States of durable Lambda functions' },
  holds: {
    ja: '処理の途中の入出力が残る。',
    en: 'They hold inputs and results of each step.',
  },
  write: {
    ja: 'DurableConfig.KMSKeyArnに顧客管理のKMSキーを指定してください',
    en: 'Set DurableConfig.KMSKeyArn to a customer managed key',
  },
  otherwise: AWS_OWNED,
  cdk: passKey('durableConfig', 'CfnFunction'),
  check: (lambda, key) => {
    const durable = lambda.get('DurableConfig');
    return durable.get('KMSKeyArn').must(key).onlyIf(isSet(durable));
  },
});
