import { matching, oneOf } from '../../model/requirement';
import { defineRule } from '../define';

/** The kinds of key by their names here and in KMS. */
const AS_KMS: Readonly<Record<string, string>> = {
  RSA_2048: 'RSA_2048',
  RSA_3072: 'RSA_3072',
  RSA_4096: 'RSA_4096',
  EC_prime256v1: 'ECC_NIST_P256',
  EC_secp384r1: 'ECC_NIST_P384',
  EC_secp521r1: 'ECC_NIST_P521',
  ML_DSA_44: 'ML_DSA_44',
  ML_DSA_65: 'ML_DSA_65',
  ML_DSA_87: 'ML_DSA_87',
};
const STRONG = matching(/^SHA(256|384|512)|^ML_DSA/, { ja: 'SHA256以上', en: 'SHA256 or stronger' });

export const PrivateCaKeyApproved = defineRule({
  id: 'PrivateCaKeyApproved',
  clauses: ['7.1(16)②'],
  title: {
    ja: 'プライベート認証局の鍵は、定められた種類とする',
    en: 'Keys of private certificate authorities are of approved kinds',
  },
  why: {
    ja: '認証局の鍵は10年近く使い続けるため、その間に解読されると庁内の全ての証明書を偽造される。',
    en: 'An authority keeps its key for ten years or so: if it is broken by then, every certificate in the offices can be forged.',
  },
  fix: {
    ja: 'KeyAlgorithmをEC_prime256v1、EC_secp384r1、RSA_3072、RSA_4096など、プロファイルのallowedKeySpecsに当たる種類とし、SigningAlgorithmをSHA256以上としてください。',
    en: 'Set KeyAlgorithm to EC_prime256v1, EC_secp384r1, RSA_3072, RSA_4096 or another kind that allowedKeySpecs of the profile lists, and SigningAlgorithm to one with SHA256 or stronger.',
  },
  cdk: {
    ja: 'CfnCertificateAuthorityのkeyAlgorithm及びsigningAlgorithmに同じ値を渡す',
    en: 'the same as keyAlgorithm and signingAlgorithm of CfnCertificateAuthority',
  },
  resources: ['AWS::ACMPCA::CertificateAuthority'],
  check: (authority, { profile }) =>
    authority
      .get('KeyAlgorithm')
      .must(
        oneOf(
          ...Object.keys(AS_KMS).filter((name) => profile.allowedKeySpecs.includes(AS_KMS[name] as string)),
        ),
      )
      .and(authority.get('SigningAlgorithm').must(STRONG)),
});
