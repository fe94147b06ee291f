import { parameterOf } from '../../analysis/parameter-groups';
import { isTrue, satisfying } from '../../model/requirement';
import { known } from '../../model/value';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const RedshiftRequiresTls = defineRule({
  id: 'RedshiftRequiresTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'Redshiftは、TLSによらない接続を拒否する',
    en: 'Redshift refuses connections without TLS',
  },
  fix: {
    ja: 'ClusterParameterGroupのrequire_sslをtrueとし、クラスターのClusterParameterGroupNameにそのグループを指定してください（CDKではCfnClusterParameterGroupのparameters）。',
    en: 'Set require_ssl to true in a ClusterParameterGroup, and name that group in ClusterParameterGroupName of the cluster (in CDK: parameters of CfnClusterParameterGroup).',
  },
  resources: ['AWS::Redshift::Cluster'],
  check: (cluster) =>
    parameterOf(cluster, {
      property: 'ClusterParameterGroupName',
      groupType: 'AWS::Redshift::ClusterParameterGroup',
      // A group of one's own starts with require_ssl off, but for the family redshift-2.0.
      read: (group) => {
        const family = group.get('ParameterGroupFamily').literal;
        const without = family === undefined ? undefined : defaultOf(String(family));
        return { list: group.get('Parameters'), name: 'require_ssl', without };
      },
      // Since 2025 a new cluster has the group default.redshift-2.0, which requires TLS.
      byDefault: (name) => defaultOf(name ?? 'default.redshift-2.0'),
      required: satisfying(isTrue.text, (value) =>
        isTrue.test(value.kind === 'absent' ? known(false) : value),
      ),
    }),
});

function defaultOf(family: string): string {
  return family.endsWith('redshift-2.0') ? 'true' : 'false';
}
