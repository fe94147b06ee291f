import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const KmsKeyRotation = defineRule({
  id: 'KmsKeyRotation',
  clauses: ['7.1(16)②', '4(1)④', '9.2(7)③'],
  title: {
    ja: '暗号化に用いるKMSキーは、自動で更新する',
    en: 'KMS keys that encrypt are rotated automatically',
  },
  fix: {
    ja: 'EnableKeyRotationをtrueとしてください。指定しない場合は更新されません（CDKではenableKeyRotation: true）。',
    en: 'Set EnableKeyRotation to true. Without it the key is not rotated (in CDK: enableKeyRotation: true).',
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
