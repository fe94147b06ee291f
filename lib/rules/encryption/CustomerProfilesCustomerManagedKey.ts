import { AWS_MANAGED, passKey, serviceKeyRule } from './service-keys';

export const CustomerProfilesCustomerManagedKey = serviceKeyRule({
  id: 'CustomerProfilesCustomerManagedKey',
  places: {
    'AWS::CustomerProfiles::Domain': 'DefaultEncryptionKey',
  },
  subject: { ja: 'Amazon Connectの顧客プロファイル', en: 'Customer profiles of Amazon Connect' },
  holds: {
    ja: '問合せをした住民の氏名、連絡先及び経緯',
    en: 'names, contacts and histories of the residents who called',
  },
  otherwise: AWS_MANAGED,
  cdk: passKey('defaultEncryptionKey', 'CfnDomain'),
});
