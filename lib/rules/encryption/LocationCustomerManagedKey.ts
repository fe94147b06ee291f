import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const LocationCustomerManagedKey = serviceKeyRule({
  id: 'LocationCustomerManagedKey',
  places: {
    'AWS::Location::Tracker': 'KmsKeyId',
    'AWS::Location::GeofenceCollection': 'KmsKeyId',
  },
  subject: {
    ja: 'Amazon Locationのトラッカー及びジオフェンス',
    en: 'Trackers and geofences of Amazon Location',
  },
  holds: { ja: '人及び車両の位置の履歴', en: 'where people and vehicles were' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyId', 'CfnTracker', 'CfnGeofenceCollection'),
});
