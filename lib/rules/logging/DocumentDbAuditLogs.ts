import { parameterOf } from '../../analysis/parameter-groups';
import { noneOf } from '../../model/requirement';
import { lists, logRule } from './log-table';

export const DocumentDbAuditLogs = logRule({
  id: 'DocumentDbAuditLogs',
  resources: ['AWS::DocDB::DBCluster'],
  subject: { ja: 'DocumentDB', en: 'DocumentDB clusters' },
  log: { ja: '監査ログ', en: 'an audit log' },
  why: {
    ja: '監査ログは既定で無効であり、出力を指定しても、誰が情報を参照したかは残らない。',
    en: 'The audit log is off by default: exporting logs alone does not record who looked at the data.',
  },
  fix: {
    ja: 'クラスターのパラメータグループのaudit_logsをenabled（又はall）とし、EnableCloudwatchLogsExportsにauditを加えてください。',
    en: 'Set audit_logs to enabled (or all) in the parameter group of the cluster, and add audit to EnableCloudwatchLogsExports.',
  },
  cdk: {
    ja: 'DatabaseClusterのparameterGroupとexportAuditLogsToCloudWatchを指定する',
    en: 'parameterGroup and exportAuditLogsToCloudWatch: true of DatabaseCluster',
  },
  check: (cluster) =>
    parameterOf(cluster, {
      property: 'DBClusterParameterGroupName',
      groupType: 'AWS::DocDB::DBClusterParameterGroup',
      read: (group) => group.get('Parameters').child('audit_logs').orDefault('disabled'),
      byDefault: () => 'disabled',
      required: noneOf('disabled', 'none'),
    }).and(lists(cluster.get('EnableCloudwatchLogsExports'), 'audit')),
});
