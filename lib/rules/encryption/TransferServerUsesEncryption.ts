import { noneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT_OF_ENTRANCES } from './tls-rules';

export const TransferServerUsesEncryption = defineRule({
  id: 'TransferServerUsesEncryption',
  clauses: IN_TRANSIT_OF_ENTRANCES,
  title: {
    ja: 'Transfer Familyのサーバーは、暗号化された手順のみを用いる',
    en: 'Transfer Family servers use encrypted protocols only',
  },
  fix: {
    ja: 'ProtocolsからFTPを除き、SFTP、FTPS又はAS2を用いてください。指定しない場合はSFTPです（CDKではCfnServerのprotocols）。',
    en: 'Take FTP out of Protocols and use SFTP, FTPS or AS2. Without it the protocol is SFTP (in CDK: protocols of CfnServer).',
  },
  resources: ['AWS::Transfer::Server'],
  check: (server) =>
    server
      .get('Protocols')
      .items()
      .every((protocol) => protocol.must(noneOf('FTP'))),
});
