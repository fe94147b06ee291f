import { parameterOf } from '../../analysis/parameter-groups';
import { isTrue, satisfying } from '../../model/requirement';
import { known } from '../../model/value';
import { logRule } from './log-table';

export const RedshiftUserActivityLogged = logRule({
  id: 'RedshiftUserActivityLogged',
  resources: ['AWS::Redshift::Cluster'],
  // Which records are taken beside the audit log is for the policy on event logs to say (8.1⑤).
  duty: 'should',
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  subject: { ja: 'Redshiftクラスター', en: 'Redshift clusters' },
  log: { ja: '実行された問合せのログ', en: 'a log of the queries that are run' },
  why: {
    ja: '接続のログだけでは、どの住民の情報が参照されたかが分からない。',
    en: 'A log of connections alone does not tell whose records were looked at.',
  },
  fix: {
    ja: 'ClusterParameterGroupのenable_user_activity_loggingをtrueとし、クラスターのClusterParameterGroupNameにそのグループを指定してください。',
    en: 'Set enable_user_activity_logging to true in a ClusterParameterGroup, and name that group in ClusterParameterGroupName of the cluster.',
  },
  cdk: {
    ja: 'CfnClusterParameterGroupのparametersに加える',
    en: 'add it to parameters of CfnClusterParameterGroup',
  },
  check: (cluster) =>
    parameterOf(cluster, {
      property: 'ClusterParameterGroupName',
      groupType: 'AWS::Redshift::ClusterParameterGroup',
      read: (group) => ({
        list: group.get('Parameters'),
        name: 'enable_user_activity_logging',
        without: 'false',
      }),
      byDefault: () => 'false',
      required: satisfying(isTrue.text, (value) =>
        isTrue.test(value.kind === 'absent' ? known(false) : value),
      ),
    }),
});
