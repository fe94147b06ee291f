import { equals, noneOf } from '../../model/requirement';
import { logRule, named } from './log-table';

export const EcsExecLogs = logRule({
  id: 'EcsExecLogs',
  resources: ['AWS::ECS::Cluster'],
  also: ['9.2(5)①(オ)'],
  subject: { ja: 'ECSクラスター', en: 'ECS clusters' },
  log: { ja: 'ECS Execによる操作のログ', en: 'a log of what is done by ECS Exec' },
  why: {
    ja: '運用環境のコンテナの中で打たれた命令が残らず、委託事業者の作業を確かめられない。',
    en: 'Commands that somebody types inside a container of production leave no trace, so the work of vendors cannot be checked.',
  },
  fix: {
    ja: 'Configuration.ExecuteCommandConfigurationのLoggingをNONEにしないでください。OVERRIDEとする場合は、LogConfigurationにCloudWatchLogGroupName又はS3BucketNameを指定します。',
    en: 'Do not set Logging in Configuration.ExecuteCommandConfiguration to NONE; with OVERRIDE set CloudWatchLogGroupName or S3BucketName in LogConfiguration.',
  },
  cdk: {
    ja: 'ClusterのexecuteCommandConfigurationのloggingをExecuteCommandLogging.OVERRIDEとし、logConfigurationを指定する',
    en: 'executeCommandConfiguration with logging: ExecuteCommandLogging.OVERRIDE and a logConfiguration of Cluster',
  },
  check: (cluster) => {
    const execution = cluster.get('Configuration.ExecuteCommandConfiguration');
    // By default what the container's own log driver does.
    const logging = execution.get('Logging').orDefault('DEFAULT');
    const destination = execution
      .get('LogConfiguration.CloudWatchLogGroupName')
      .must(named)
      .or(execution.get('LogConfiguration.S3BucketName').must(named));
    return logging.must(noneOf('NONE')).and(destination.onlyIf(logging.must(equals('OVERRIDE'))));
  },
});
