import { Claim } from '../../model/claim';
import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { isSet } from './keys-table';

const SIGNATURES = ['SHA256', 'SHA384', 'SHA512'];

export const TransferAs2CiphersApproved = defineRule({
  id: 'TransferAs2CiphersApproved',
  clauses: ['7.1(16)②'],
  title: {
    ja: 'AS2による文書交換は、十分な強度の方式で暗号化し、署名する',
    en: 'Documents sent by AS2 are encrypted and signed with strong algorithms',
  },
  why: {
    ja: 'AS2の文書は相手方のサーバを経て届くため、3DES又はSHA-1では途中で読まれ、差し替えられるおそれがある。',
    en: 'AS2 documents pass through servers of others; with 3DES or SHA-1 they can be read or replaced on the way.',
  },
  fix: {
    ja: 'As2ConfigのEncryptionAlgorithmをAES256_CBC等のAES、SigningAlgorithmをSHA256以上とし、MdnSigningAlgorithmもDEFAULT又はSHA256以上としてください。',
    en: 'Set EncryptionAlgorithm in As2Config to AES256_CBC or another AES, SigningAlgorithm to SHA256 or stronger, and MdnSigningAlgorithm to DEFAULT or the same.',
  },
  cdk: {
    ja: 'CfnConnectorのas2Configに同じ値を渡す',
    en: 'the same values in as2Config of CfnConnector',
  },
  resources: ['AWS::Transfer::Connector'],
  check: (connector) => {
    const as2 = connector.get('As2Config');
    return Claim.all([
      as2.get('EncryptionAlgorithm').must(oneOf('AES128_CBC', 'AES192_CBC', 'AES256_CBC')),
      as2.get('SigningAlgorithm').must(oneOf(...SIGNATURES)),
      as2
        .get('MdnSigningAlgorithm')
        .orDefault('DEFAULT')
        .must(oneOf('DEFAULT', ...SIGNATURES)),
    ]).onlyIf(isSet(as2));
  },
});
