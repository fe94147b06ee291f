import { Claim } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import { equals } from '../../model/requirement';
import { settingApart } from '../reliefs';
import { logRule } from './log-table';

const CONFIGURATION = 'AWS::NetworkFirewall::LoggingConfiguration';

export const NetworkFirewallLogs = logRule({
  id: 'NetworkFirewallLogs',
  relievedBy: [settingApart('AWS::NetworkFirewall::LoggingConfiguration')],
  resources: ['AWS::NetworkFirewall::Firewall'],
  also: ['4(3)①', '7.5(4)'],
  subject: { ja: 'Network Firewall', en: 'Network firewalls' },
  log: { ja: '警告及び通信のログ（ALERT及びFLOW）', en: 'logs of alerts and of flows' },
  why: {
    ja: 'ファイアウォールが何を見付け、何を止めたかが残らなければ、攻撃の兆しに誰も気付かない。',
    en: 'If nothing tells what the firewall found and stopped, nobody sees an attack coming.',
  },
  fix: {
    ja: 'ファイアウォールをFirewallArnとするAWS::NetworkFirewall::LoggingConfigurationを作成し、LogTypeがALERTのものとFLOWのものをLogDestinationConfigsに加えてください。',
    en: 'Create an AWS::NetworkFirewall::LoggingConfiguration whose FirewallArn is the firewall, with LogDestinationConfigs of LogType ALERT and of LogType FLOW.',
  },
  cdk: {
    ja: 'CfnLoggingConfigurationを作成する',
    en: 'a CfnLoggingConfiguration',
  },
  check: (firewall, { deployment }) => {
    const mine = deployment.referrers(firewall, CONFIGURATION, 'FirewallArn');
    const maybe = deployment
      .openReferrers(CONFIGURATION, 'FirewallArn')
      .reduce<Guard>((so, { when }) => so.or(when), NEVER);
    return Claim.all(
      ['ALERT', 'FLOW'].map((type) =>
        Claim.any(
          mine.map(({ resource, when }) =>
            resource
              .get('LoggingConfiguration.LogDestinationConfigs')
              .items()
              .some((item) => item.get('LogType').must(equals(type)))
              .and(Claim.when(when)),
          ),
        )
          .or(new Claim(NEVER, maybe.not()))
          .explained(
            CONFIGURATION,
            { ja: `このファイアウォールの${type}のログなし`, en: `no ${type} log of this firewall` },
            { ja: `${type}のログ`, en: `a log of type ${type}` },
            firewall.at,
          ),
      ),
    );
  },
});
