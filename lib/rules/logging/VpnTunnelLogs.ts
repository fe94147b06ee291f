import { isTrue } from '../../model/requirement';
import { logRule } from './log-table';

export const VpnTunnelLogs = logRule({
  id: 'VpnTunnelLogs',
  resources: ['AWS::EC2::VPNConnection'],
  // Flow logs record the traffic; whether the negotiation of tunnels is recorded too is left to 8.1⑤.
  duty: 'should',
  subject: { ja: 'サイト間VPN接続', en: 'Site-to-site VPN connections' },
  log: { ja: 'トンネルのログ', en: 'a log of their tunnels' },
  why: {
    ja: 'トンネルの切断や鍵交換の失敗の原因を、後から調べられない。',
    en: 'Why a tunnel went down or keys could not be agreed on cannot be looked into afterwards.',
  },
  fix: {
    ja: 'VpnTunnelOptionsSpecificationsの各項目で、LogOptions.CloudwatchLogOptionsのLogEnabledをtrueとし、LogGroupArnを指定してください。',
    en: 'In each item of VpnTunnelOptionsSpecifications set LogEnabled in LogOptions.CloudwatchLogOptions to true, with a LogGroupArn.',
  },
  cdk: {
    ja: 'CfnVPNConnectionのvpnTunnelOptionsSpecificationsを指定する',
    en: 'vpnTunnelOptionsSpecifications of CfnVPNConnection',
  },
  check: (connection) => {
    const tunnels = connection.get('VpnTunnelOptionsSpecifications');
    const logs = tunnels
      .items()
      .every((tunnel) =>
        tunnel.get('LogOptions.CloudwatchLogOptions.LogEnabled').orDefault(false).must(isTrue),
      );
    // Tunnels of which nothing is said log nothing.
    return logs.and(
      tunnels
        .items()
        .some((tunnel) => tunnel.present)
        .explained(
          tunnels.path,
          { ja: '指定なし（ログを取得しない）', en: 'not set (no log is kept)' },
          { ja: 'トンネルごとのLogEnabled', en: 'LogEnabled for each tunnel' },
          tunnels.at,
        ),
    );
  },
});
