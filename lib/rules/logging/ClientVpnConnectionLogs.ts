import { isTrue } from '../../model/requirement';
import { logRule } from './log-table';

export const ClientVpnConnectionLogs = logRule({
  id: 'ClientVpnConnectionLogs',
  resources: ['AWS::EC2::ClientVpnEndpoint'],
  also: ['7.2(2)③'],
  subject: { ja: 'クライアントVPNのエンドポイント', en: 'Client VPN endpoints' },
  log: { ja: '接続のログ', en: 'a log of connections' },
  why: {
    ja: '庁外から誰がいつ接続したかが分からず、盗まれた認証情報の使用に気付けない。',
    en: 'Nobody can tell who connected from outside and when, so the use of stolen credentials goes unnoticed.',
  },
  fix: {
    ja: 'ConnectionLogOptionsのEnabledをtrueとし、CloudwatchLogGroupを指定してください。',
    en: 'Set Enabled in ConnectionLogOptions to true, with a CloudwatchLogGroup.',
  },
  cdk: {
    ja: 'addClientVpnEndpointのloggingをfalseにしない（既定でtrue）',
    en: 'leave logging of addClientVpnEndpoint at its default, true',
  },
  check: (endpoint) => endpoint.get('ConnectionLogOptions.Enabled').orDefault(false).must(isTrue),
});
