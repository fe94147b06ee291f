import { asAlternative } from '../../analysis/evidence';
import { isTrue } from '../../model/requirement';
import { logRule, named } from './log-table';

export const EmrClusterLogs = logRule({
  id: 'EmrClusterLogs',
  resources: ['AWS::EMR::Cluster'],
  subject: { ja: 'EMRクラスター', en: 'EMR clusters' },
  log: { ja: 'クラスターの外に残るログ', en: 'logs outside of themselves' },
  why: {
    ja: 'クラスターが終われば、その中のログも消える。処理の記録を保存できない。',
    en: 'The logs inside a cluster end with it, so that what it processed cannot be shown.',
  },
  fix: {
    ja: 'LogUriに、ログを保管するS3の場所を指定するか、MonitoringConfiguration.CloudWatchLogConfigurationのEnabledをtrueにしてください。指定しない場合、ログは保管されません。',
    en: 'Set LogUri to a place in S3 that keeps the logs, or Enabled in MonitoringConfiguration.CloudWatchLogConfiguration to true; without it, they are not kept.',
  },
  cdk: { ja: 'CfnClusterのlogUriを指定する', en: 'logUri of CfnCluster' },
  check: (cluster) =>
    cluster
      .get('LogUri')
      .must(named)
      .or(
        asAlternative(
          cluster
            .get('MonitoringConfiguration.CloudWatchLogConfiguration.Enabled')
            .orDefault(false)
            .must(isTrue),
        ),
      ),
});
