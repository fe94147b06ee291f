import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const SesDkimKeyStrong = defineRule({
  id: 'SesDkimKeyStrong',
  clauses: ['7.1(16)②'],
  title: {
    ja: 'SESのDKIMの署名鍵は、2048ビット以上とする',
    en: 'DKIM keys of SES have 2048 bits',
  },
  why: {
    ja: '1024ビットの鍵は解読され得るため、市を騙るメールに正当な署名を付けられる。',
    en: 'A key of 1024 bits can be broken, and then mail in the name of the city carries a valid signature.',
  },
  fix: {
    ja: 'DkimSigningAttributes.NextSigningKeyLengthをRSA_2048_BITとしてください。指定しない場合は2048ビットです。',
    en: 'Set DkimSigningAttributes.NextSigningKeyLength to RSA_2048_BIT. Without it, the key has 2048 bits.',
  },
  cdk: {
    ja: 'EmailIdentityのdkimIdentityをDkimIdentity.easyDkim(EasyDkimSigningKeyLength.RSA_2048_BIT)とする',
    en: 'dkimIdentity: DkimIdentity.easyDkim(EasyDkimSigningKeyLength.RSA_2048_BIT) of EmailIdentity',
  },
  resources: ['AWS::SES::EmailIdentity'],
  check: (identity) =>
    identity
      .get('DkimSigningAttributes.NextSigningKeyLength')
      .orDefault('RSA_2048_BIT')
      .must(oneOf('RSA_2048_BIT')),
});
