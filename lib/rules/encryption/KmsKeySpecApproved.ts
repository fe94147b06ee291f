import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const KmsKeySpecApproved = defineRule({
  id: 'KmsKeySpecApproved',
  clauses: ['7.1(16)②', '4(1)④'],
  title: {
    ja: 'KMSキーの種類は、定められたものとする',
    en: 'KMS keys are of an approved kind',
  },
  why: {
    ja: '短い鍵や承認していない方式で暗号化すると、保存期間の長い行政文書が、将来の計算能力によって解読されるおそれがある。',
    en: 'Records are kept for decades: under a short key or an unapproved algorithm they may be deciphered within that time.',
  },
  fix: {
    ja: 'KeySpecを、プロファイルのallowedKeySpecsにある種類としてください。指定しない場合はSYMMETRIC_DEFAULTです。',
    en: 'Set KeySpec to a kind that allowedKeySpecs of the profile lists. Without it, the kind is SYMMETRIC_DEFAULT.',
  },
  cdk: {
    ja: 'KeyのkeySpecを指定しないか、定められたKeySpecとする',
    en: 'no keySpec of Key, or an approved KeySpec',
  },
  resources: ['AWS::KMS::Key'],
  check: (key, { profile }) =>
    key
      .get('KeySpec')
      .orDefault('SYMMETRIC_DEFAULT')
      .must(oneOf(...profile.allowedKeySpecs)),
});
