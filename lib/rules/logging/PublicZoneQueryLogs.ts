import { present } from '../../model/requirement';
import { hasItem, logRule } from './log-table';

export const PublicZoneQueryLogs = logRule({
  id: 'PublicZoneQueryLogs',
  resources: ['AWS::Route53::HostedZone'],
  // Everybody may ask a public zone: what its log tells of attacks is for the policy on event logs to weigh (8.1⑤).
  duty: 'should',
  subject: { ja: 'Route 53の公開ホストゾーン', en: 'Public hosted zones of Route 53' },
  log: { ja: 'DNSクエリログ', en: 'a log of DNS queries' },
  why: {
    ja: '公開する名前に対する探索や大量の問合せに気付けない。',
    en: 'Probing and floods of queries for the public names go unnoticed.',
  },
  fix: {
    ja: 'QueryLoggingConfigのCloudWatchLogsLogGroupArnに、us-east-1のロググループを指定してください。',
    en: 'Set CloudWatchLogsLogGroupArn in QueryLoggingConfig to a log group in us-east-1.',
  },
  cdk: {
    ja: 'PublicHostedZoneのqueryLogsLogGroupArnを指定する',
    en: 'queryLogsLogGroupArn of PublicHostedZone',
  },
  check: (zone) =>
    zone
      .get('QueryLoggingConfig.CloudWatchLogsLogGroupArn')
      .must(present)
      // Queries for a private zone are in the log of the resolver.
      .onlyIf(hasItem(zone.get('VPCs')).not()),
});
