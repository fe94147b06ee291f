import { equals, present } from '../../model/requirement';
import { lists, logRule } from './log-table';

const KINDS = ['connectionlog', 'userlog'] as const;

export const RedshiftAuditLogs = logRule({
  id: 'RedshiftAuditLogs',
  resources: ['AWS::Redshift::Cluster', 'AWS::RedshiftServerless::Namespace'],
  subject: { ja: 'Redshift', en: 'Clusters and namespaces of Redshift' },
  log: { ja: '監査ログ（接続及び利用者のログ）', en: 'an audit log of connections and users' },
  why: {
    ja: 'データの集積であるRedshiftに誰が接続し、誰の権限が変えられたかが、後から分からなくなる。',
    en: 'Nobody can tell afterwards who connected to the place where data of many systems is gathered, or whose rights changed.',
  },
  fix: {
    ja: 'クラスターではLoggingPropertiesのBucketNameに保管先を指定するか、LogDestinationTypeをcloudwatch、LogExportsをconnectionlog及びuserlogとしてください。サーバーレスの名前空間ではLogExportsに同じ二つを指定してください。',
    en: 'For a cluster set BucketName in LoggingProperties, or LogDestinationType to cloudwatch with connectionlog and userlog in LogExports. For a serverless namespace list both in LogExports.',
  },
  cdk: {
    ja: 'CfnClusterのloggingProperties、CfnNamespaceのlogExportsを指定する',
    en: 'loggingProperties of CfnCluster, logExports of CfnNamespace',
  },
  check: (warehouse) => {
    if (warehouse.type === 'AWS::RedshiftServerless::Namespace') {
      return lists(warehouse.get('LogExports'), ...KINDS);
    }
    const logging = warehouse.get('LoggingProperties');
    const toCloudWatch = logging.get('LogDestinationType').must(equals('cloudwatch'));
    return logging
      .get('BucketName')
      .must(present)
      .and(toCloudWatch.not())
      .or(toCloudWatch.and(lists(logging.get('LogExports'), ...KINDS)))
      .explained(
        'LoggingProperties',
        { ja: '監査ログの出力先の指定なし', en: 'no destination of the audit log' },
        {
          ja: 'S3バケット、又はCloudWatch Logsへのconnectionlog及びuserlogの出力',
          en: 'a bucket, or connectionlog and userlog to CloudWatch Logs',
        },
        logging.at,
      );
  },
});
