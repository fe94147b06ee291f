import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const PipesCustomerManagedKey = serviceKeyRule({
  id: 'PipesCustomerManagedKey',
  places: {
    'AWS::Pipes::Pipe': 'KmsKeyIdentifier',
  },
  subject: { ja: 'EventBridge Pipesの設定', en: 'Settings of EventBridge Pipes' },
  holds: { ja: '抽出条件及び変換の定義', en: 'filters and templates of inputs' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyIdentifier', 'CfnPipe'),
  // The clauses protect the information that is handled; filters and templates are not that by themselves.
  duty: 'should',
});
