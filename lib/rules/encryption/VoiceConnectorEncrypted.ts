import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT_OF_ENTRANCES } from './tls-rules';

export const VoiceConnectorEncrypted = defineRule({
  id: 'VoiceConnectorEncrypted',
  clauses: IN_TRANSIT_OF_ENTRANCES,
  title: {
    ja: 'ChimeのVoice Connectorは、通話を暗号化する',
    en: 'Voice connectors of Chime encrypt calls',
  },
  why: {
    ja: '暗号化しない通話は、途中の回線で住民の相談をそのまま聞ける。',
    en: 'A call without encryption lets anybody on the line listen to what residents ask about.',
  },
  fix: {
    ja: 'RequireEncryptionをtrueとしてください。',
    en: 'Set RequireEncryption to true.',
  },
  cdk: {
    ja: 'CfnVoiceConnectorのrequireEncryptionをtrueとする',
    en: 'requireEncryption: true of CfnVoiceConnector',
  },
  resources: ['AWS::Chime::VoiceConnector'],
  check: (connector) => connector.get('RequireEncryption').must(isTrue),
});
