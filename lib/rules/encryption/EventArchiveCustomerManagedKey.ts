import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const EventArchiveCustomerManagedKey = serviceKeyRule({
  id: 'EventArchiveCustomerManagedKey',
  places: {
    'AWS::Events::Archive': 'KmsKeyIdentifier',
  },
  subject: { ja: 'EventBridgeのアーカイブ', en: 'Archives of EventBridge' },
  holds: { ja: '業務で生じたイベントの写し', en: 'copies of what happened in the systems' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKey', 'Archive'),
});
