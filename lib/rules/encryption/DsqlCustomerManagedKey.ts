import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const DsqlCustomerManagedKey = serviceKeyRule({
  id: 'DsqlCustomerManagedKey',
  places: {
    'AWS::DSQL::Cluster': 'KmsEncryptionKey',
  },
  subject: { ja: 'Aurora DSQLクラスター', en: 'Aurora DSQL clusters' },
  holds: { ja: '業務データベースの全て', en: 'whole databases' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsEncryptionKey', 'CfnCluster'),
});
