import { isTrue, oneOf } from '../../model/requirement';
import { customerManagedKeyRule, isSet } from './keys-table';

export const AthenaWorkGroupCustomerManagedKey = customerManagedKeyRule({
  id: 'AthenaWorkGroupCustomerManagedKey',
  resources: ['AWS::Athena::WorkGroup'],
  subject: { ja: 'Athenaの問合せ結果', en: 'Query results of Athena' },
  holds: {
    ja: '問合せのたびに、抽出した住民情報等が結果のファイルとしてバケットに残る。',
    en: 'Every query leaves what it extracted as a file in a bucket.',
  },
  write: {
    ja: 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfigurationのEncryptionOptionをSSE_KMSとし、KmsKeyに顧客管理のKMSキーを指定し、EnforceWorkGroupConfigurationをfalseにしないでください',
    en: 'Set EncryptionOption to SSE_KMS in WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration and KmsKey to a customer managed key, and do not set EnforceWorkGroupConfiguration to false',
  },
  otherwise: {
    ja: '結果を置くバケットの既定の暗号化に従います',
    en: 'the default encryption of the bucket for the results applies',
  },
  cdk: {
    ja: 'CfnWorkGroupのworkGroupConfiguration.resultConfiguration.encryptionConfigurationを指定する',
    en: 'workGroupConfiguration.resultConfiguration.encryptionConfiguration of CfnWorkGroup',
  },
  check: (group, key) => {
    const configuration = group.get('WorkGroupConfiguration');
    const managed = configuration.get('ManagedQueryResultsConfiguration');
    const encryption = configuration.get('ResultConfiguration.EncryptionConfiguration');
    const written = encryption
      .get('EncryptionOption')
      .must(oneOf('SSE_KMS', 'CSE_KMS'))
      .and(encryption.get('KmsKey').must(key))
      // Otherwise clients choose for themselves.
      .and(configuration.get('EnforceWorkGroupConfiguration').orDefault(true).must(isTrue));
    const bucket = encryption.states(
      'needed',
      {
        ja: '指定なし（結果を置くバケットの既定の暗号化）',
        en: 'not set (default encryption of the result bucket)',
      },
      key.text,
    );
    const ofAthena = managed.get('Enabled').orDefault(false).must(isTrue);
    return managed
      .get('EncryptionConfiguration.KmsKey')
      .must(key)
      .onlyIf(ofAthena)
      .and(written.onlyIf(isSet(encryption)).onlyIf(ofAthena.not()))
      .and(bucket.onlyIf(isSet(encryption).not()).onlyIf(ofAthena.not()));
  },
});
