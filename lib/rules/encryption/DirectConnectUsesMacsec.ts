import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const DirectConnectUsesMacsec = defineRule({
  id: 'DirectConnectUsesMacsec',
  clauses: ['5.3③', '7.1(13)②'],
  // 5.3③ asks for encryption of a suitable line as needed; slower connections do not offer MACsec.
  duty: 'should',
  title: {
    ja: 'Direct Connectの専用接続は、MACsecに対応させる',
    en: 'Dedicated connections of Direct Connect support MACsec',
  },
  why: {
    ja: '専用線も通信事業者の設備を通るため、暗号化がなければ設備に触れる者が傍受できる。',
    en: "A dedicated line runs through the carriers' buildings, where those with access could listen to it.",
  },
  fix: {
    ja: 'AWS::DirectConnect::Connection及びLagのRequestMACSecをtrueとし、MACsecの鍵を関連付けてください。',
    en: 'Set RequestMACSec of AWS::DirectConnect::Connection and Lag to true, and associate a MACsec key.',
  },
  cdk: {
    ja: 'CfnConnection、CfnLagのrequestMacSecをtrueとする',
    en: 'requestMacSec: true of CfnConnection and CfnLag',
  },
  resources: ['AWS::DirectConnect::Connection', 'AWS::DirectConnect::Lag'],
  check: (connection) => connection.get('RequestMACSec').orDefault(false).must(isTrue),
});
