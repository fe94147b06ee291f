import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const TranslateCustomerManagedKey = serviceKeyRule({
  id: 'TranslateCustomerManagedKey',
  places: {
    'AWS::Translate::ParallelData': { key: 'EncryptionKey.Id', mode: ['EncryptionKey.Type', 'KMS'] },
    'AWS::Translate::Terminology': { key: 'EncryptionKey.Id', mode: ['EncryptionKey.Type', 'KMS'] },
  },
  subject: { ja: 'Translateの対訳データ及び用語集', en: 'Parallel data and terminologies of Translate' },
  holds: { ja: '市の文書から作成した対訳', en: 'translations made of documents of the city' },
  otherwise: AWS_OWNED,
  cdk: passKey('encryptionKey', 'CfnParallelData', 'CfnTerminology'),
});
