import { parameterOf } from '../../analysis/parameter-groups';
import { equals } from '../../model/requirement';
import { knownWith } from '../reliefs';
import { lists, logRule } from './log-table';

export const NeptuneAuditLogs = logRule({
  id: 'NeptuneAuditLogs',
  relievedBy: [knownWith('AWS::Neptune::DBClusterParameterGroup')],
  resources: ['AWS::Neptune::DBCluster'],
  subject: { ja: 'Neptune', en: 'Neptune clusters' },
  log: { ja: '監査ログ', en: 'an audit log' },
  why: {
    ja: 'Neptuneの監査ログは、パラメータで有効にするまで出力されず、世帯等の関係を誰が照会したかが残らない。',
    en: 'Until a parameter switches it on, Neptune writes no audit log, and who queried relations such as those of households is not recorded.',
  },
  fix: {
    ja: 'クラスターのパラメータグループのneptune_enable_audit_logを1とし、EnableCloudwatchLogsExportsにauditを加えてください。',
    en: 'Set neptune_enable_audit_log to 1 in the parameter group of the cluster, and add audit to EnableCloudwatchLogsExports.',
  },
  cdk: {
    ja: 'CfnDBClusterのdbClusterParameterGroupName及びenableCloudwatchLogsExportsを指定する',
    en: 'dbClusterParameterGroupName and enableCloudwatchLogsExports of CfnDBCluster',
  },
  check: (cluster) =>
    parameterOf(cluster, {
      property: 'DBClusterParameterGroupName',
      groupType: 'AWS::Neptune::DBClusterParameterGroup',
      read: (group) => group.get('Parameters').child('neptune_enable_audit_log').orDefault('0'),
      byDefault: () => '0',
      required: equals(1),
    }).and(lists(cluster.get('EnableCloudwatchLogsExports'), 'audit')),
});
