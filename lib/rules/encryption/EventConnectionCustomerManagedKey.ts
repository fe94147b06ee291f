import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const EventConnectionCustomerManagedKey = serviceKeyRule({
  id: 'EventConnectionCustomerManagedKey',
  places: {
    'AWS::Events::Connection': 'KmsKeyIdentifier',
  },
  subject: { ja: 'EventBridgeの接続', en: 'Connections of EventBridge' },
  holds: { ja: '外部のAPIの認証情報', en: 'credentials for the APIs of others' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyIdentifier', 'CfnConnection'),
});
