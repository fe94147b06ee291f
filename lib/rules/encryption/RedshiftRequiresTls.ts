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
  why: {
    ja: 'Redshiftは既定で平文の接続も受け付ける。分析のための大量の抽出結果が、分析用の端末までの回線で読み取られ得る。',
    en: 'By default Redshift takes plain connections: large extracts for analysis can be read on the line to the analyst.',
  },
  fix: {
    ja: 'ClusterParameterGroupのrequire_sslをtrueとし、クラスターのClusterParameterGroupNameにそのグループを指定してください。',
    en: 'Set require_ssl to true in a ClusterParameterGroup, and name that group in ClusterParameterGroupName of the cluster.',
  },
  cdk: {
    ja: "CfnClusterParameterGroupのparametersにおいてrequire_sslを'true'とし、CfnClusterのclusterParameterGroupNameに指定する",
    en: "require_ssl: 'true' in parameters of CfnClusterParameterGroup, named in clusterParameterGroupName of CfnCluster",
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
