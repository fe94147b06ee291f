import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const KmsKeyRotation = defineRule({
  id: 'KmsKeyRotation',
  clauses: ['7.1(16)②', '4(1)④', '9.2(7)③'],
  title: {
    ja: '暗号化に用いるKMSキーは、自動で更新する',
    en: 'KMS keys that encrypt are rotated automatically',
  },
  why: {
    ja: '同じ鍵素材を使い続けると、一度の漏えいや解読で、長年にわたり暗号化した全ての情報が読まれる。',
    en: 'Where key material is never renewed, a single leak or break opens everything that was encrypted in all the years.',
  },
  fix: {
    ja: 'EnableKeyRotationをtrueとしてください。指定しない場合は更新されません。',
    en: 'Set EnableKeyRotation to true. Without it, the key is not rotated.',
  },
  cdk: {
    ja: 'KeyのenableKeyRotationをtrueとする（EncryptedBucket等の構成要素が作る鍵は更新される）',
    en: 'enableKeyRotation: true of Key (the keys that EncryptedBucket and its kind make are rotated)',
  },
  resources: ['AWS::KMS::Key'],
  // KMS rotates symmetric keys of its own making only: no asymmetric or HMAC key, and none that was imported.
  // A multi-region replica follows its primary key.
  check: (key) =>
    key
      .get('EnableKeyRotation')
      .must(isTrue)
      .onlyIf(
        key
          .get('KeySpec')
          .orDefault('SYMMETRIC_DEFAULT')
          .must(equals('SYMMETRIC_DEFAULT'))
          .and(key.get('Origin').orDefault('AWS_KMS').must(equals('AWS_KMS'))),
      ),
});
