import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const KmsKeySpecApproved = defineRule({
  id: 'KmsKeySpecApproved',
  clauses: ['7.1(16)②', '4(1)④'],
  title: {
    ja: 'KMSキーの種類は、定められたものとする',
    en: 'KMS keys are of an approved kind',
  },
  fix: {
    ja: 'KeySpecを、プロファイルのallowedKeySpecsにある種類としてください。指定しない場合はSYMMETRIC_DEFAULTです（CDKではkeySpec）。',
    en: 'Set KeySpec to a kind that allowedKeySpecs of the profile lists. Without it the kind is SYMMETRIC_DEFAULT (in CDK: keySpec).',
  },
  resources: ['AWS::KMS::Key'],
  check: (key, { profile }) =>
    key
      .get('KeySpec')
      .orDefault('SYMMETRIC_DEFAULT')
      .must(oneOf(...profile.allowedKeySpecs)),
});
