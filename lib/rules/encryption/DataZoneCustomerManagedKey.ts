import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const DataZoneCustomerManagedKey = serviceKeyRule({
  id: 'DataZoneCustomerManagedKey',
  places: {
    'AWS::DataZone::Domain': 'KmsKeyIdentifier',
  },
  subject: { ja: 'DataZoneのドメイン', en: 'Domains of DataZone' },
  holds: { ja: 'データの目録及び利用者の情報', en: 'catalogs of data and who uses them' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyIdentifier', 'CfnDomain'),
});
