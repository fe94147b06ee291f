import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const EventBusCustomerManagedKey = serviceKeyRule({
  id: 'EventBusCustomerManagedKey',
  places: {
    'AWS::Events::EventBus': 'KmsKeyIdentifier',
    'AWS::EventsV2::EventBus': 'EncryptionConfiguration.KmsKeyIdentifier',
  },
  subject: { ja: 'EventBridgeのイベントバス', en: 'Event buses of EventBridge' },
  holds: { ja: '配送されるまでのイベント', en: 'events until they are delivered' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKey', 'EventBus'),
});
