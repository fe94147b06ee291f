import { equals } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';
import { AWS_OWNED, passKey } from './service-keys';

export const AppConfigCustomerManagedKey = customerManagedKeyRule({
  id: 'AppConfigCustomerManagedKey',
  resources: ['AWS::AppConfig::ConfigurationProfile'],
  subject: { ja: 'AppConfigの設定', en: 'Configurations of AppConfig' },
  holds: {
    ja: '業務システムの設定が残る。',
    en: 'They hold settings of the systems.',
  },
  write: {
    ja: 'LocationUriがhostedの場合は、KmsKeyIdentifierに顧客管理のKMSキーを指定してください',
    en: 'Where LocationUri is hosted, set KmsKeyIdentifier to a customer managed key',
  },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKey', 'HostedConfiguration'),
  // The clauses protect the information that is handled; settings are not that by themselves.
  duty: 'should',
  // What is kept elsewhere is encrypted there.
  check: (profile, key) =>
    profile
      .get('KmsKeyIdentifier')
      .must(key)
      .onlyIf(profile.get('LocationUri').must(equals('hosted'))),
});
