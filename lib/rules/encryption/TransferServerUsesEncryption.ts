import { noneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT_OF_ENTRANCES } from './tls-rules';

export const TransferServerUsesEncryption = defineRule({
  id: 'TransferServerUsesEncryption',
  clauses: IN_TRANSIT_OF_ENTRANCES,
  title: {
    ja: 'Transfer Familyのサーバは、暗号化された手順のみを用いる',
    en: 'Transfer Family servers use encrypted protocols only',
  },
  why: {
    ja: 'FTPは、委託事業者や関係機関とやり取りするファイルもパスワードも平文で送る。一度読み取られれば、以後の授受も乗っ取られる。',
    en: 'FTP sends files and passwords of vendors and other offices in plain text: read once, they also open all later transfers.',
  },
  fix: {
    ja: 'ProtocolsからFTPを除き、SFTP、FTPS又はAS2を用いてください。指定しない場合はSFTPです。',
    en: 'Take FTP out of Protocols and use SFTP, FTPS or AS2. Without it, the protocol is SFTP.',
  },
  cdk: {
    ja: "CfnServerのprotocolsを['SFTP']等とする",
    en: "protocols: ['SFTP'] or the like of CfnServer",
  },
  resources: ['AWS::Transfer::Server'],
  check: (server) =>
    server
      .get('Protocols')
      .items()
      .every((protocol) => protocol.must(noneOf('FTP'))),
});
