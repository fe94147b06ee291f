import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const VoiceIdCustomerManagedKey = serviceKeyRule({
  id: 'VoiceIdCustomerManagedKey',
  places: {
    'AWS::VoiceID::Domain': 'ServerSideEncryptionConfiguration.KmsKeyId',
  },
  subject: { ja: 'Voice IDの声紋', en: 'Voice prints of Voice ID' },
  holds: { ja: '本人確認に用いる住民の声紋', en: 'voice prints by which residents are recognized' },
  otherwise: AWS_OWNED,
  cdk: passKey('serverSideEncryptionConfiguration', 'CfnDomain'),
});
