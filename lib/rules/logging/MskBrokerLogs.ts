import { logRule, oneIsOn } from './log-table';

export const MskBrokerLogs = logRule({
  id: 'MskBrokerLogs',
  resources: ['AWS::MSK::Cluster'],
  subject: { ja: 'MSKクラスター', en: 'MSK clusters' },
  log: { ja: 'ブローカーのログ', en: 'the logs of their brokers' },
  why: {
    ja: '接続の失敗や認可の拒否はブローカーのログにしか残らず、出力しなければ失われる。',
    en: 'Failed connections and refused requests are in the logs of the brokers only, which are lost unless they are delivered.',
  },
  fix: {
    ja: 'LoggingInfo.BrokerLogsのCloudWatchLogs、Firehose、S3のいずれかで、Enabledをtrueとし、出力先を指定してください。',
    en: 'In LoggingInfo.BrokerLogs set Enabled to true and a destination in one of CloudWatchLogs, Firehose and S3.',
  },
  cdk: {
    ja: 'CfnClusterのloggingInfo.brokerLogsを指定する',
    en: 'loggingInfo.brokerLogs of CfnCluster',
  },
  check: (cluster) => oneIsOn(cluster.get('LoggingInfo.BrokerLogs'), 'CloudWatchLogs', 'Firehose', 'S3'),
});
