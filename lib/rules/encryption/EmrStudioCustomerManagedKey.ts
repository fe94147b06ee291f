import { passKey, serviceKeyRule } from './service-keys';

export const EmrStudioCustomerManagedKey = serviceKeyRule({
  id: 'EmrStudioCustomerManagedKey',
  places: {
    'AWS::EMR::Studio': 'EncryptionKeyArn',
  },
  subject: { ja: 'EMR Studioのワークスペース', en: 'Workspaces of EMR Studio' },
  holds: { ja: '分析のノートブックとその結果', en: 'notebooks of analyses with their results' },
  otherwise: { ja: 'S3の所有する鍵が使われます', en: 'a key that S3 owns is used' },
  cdk: passKey('encryptionKeyArn', 'CfnStudio'),
});
