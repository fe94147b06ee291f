import { Claim } from '../../model/claim';
import { oneOf } from '../../model/requirement';
import { keyOrThatOfBucket } from './bucket-default';
import { customerManagedKeyRule, isSet } from './keys-table';
import { passKey } from './service-keys';

export const DataBrewCustomerManagedKey = customerManagedKeyRule({
  id: 'DataBrewCustomerManagedKey',
  resources: ['AWS::DataBrew::Job'],
  subject: { ja: 'DataBrewのジョブの出力', en: 'Outputs of DataBrew jobs' },
  holds: {
    ja: '加工した業務データが残る。',
    en: 'They hold business data that were worked on.',
  },
  write: {
    ja: 'EncryptionModeをSSE-KMSとし、EncryptionKeyArnに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionMode to SSE-KMS and EncryptionKeyArn to a customer managed key',
  },
  otherwise: { ja: 'バケットの既定の暗号化に従います', en: 'the default encryption of the bucket applies' },
  cdk: passKey('encryptionKeyArn', 'CfnJob'),
  check: (job, key) => {
    const mode = job.get('EncryptionMode');
    const keyArn = job.get('EncryptionKeyArn');
    const outputs = job.get('Outputs').items();
    const profile = job.get('OutputLocation');
    const byBucket = outputs
      .every((output) => keyOrThatOfBucket(keyArn, output.get('Location.Bucket'), key, job))
      .and(keyOrThatOfBucket(keyArn, profile.get('Bucket'), key, job).onlyIf(isSet(profile)));
    return Claim.all([
      mode.must(oneOf('SSE-KMS')).and(keyArn.must(key)).onlyIf(isSet(mode)),
      byBucket.onlyIf(isSet(mode).not()),
    ]);
  },
});
