import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const AppFabricCustomerManagedKey = serviceKeyRule({
  id: 'AppFabricCustomerManagedKey',
  places: {
    'AWS::AppFabric::AppBundle': 'CustomerManagedKeyIdentifier',
  },
  subject: { ja: 'AppFabricのアプリバンドル', en: 'App bundles of AppFabric' },
  holds: {
    ja: '外部サービスの監査ログ及び認証情報',
    en: 'audit logs of other services and credentials for them',
  },
  otherwise: AWS_OWNED,
  cdk: passKey('customerManagedKeyIdentifier', 'CfnAppBundle'),
});
