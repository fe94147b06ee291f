import { parameterOf } from '../../analysis/parameter-groups';
import { noneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const DocumentDbRequiresTls = defineRule({
  id: 'DocumentDbRequiresTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'DocumentDBは、TLSによらない接続を拒否する',
    en: 'DocumentDB refuses connections without TLS',
  },
  fix: {
    ja: 'クラスターのパラメータグループのtlsをdisabledにしないでください。指定しない場合はenabledです（CDKではparameterGroup）。',
    en: 'Do not set tls to disabled in the parameter group of the cluster. Without it TLS is required (in CDK: parameterGroup).',
  },
  resources: ['AWS::DocDB::DBCluster'],
  check: (cluster) =>
    parameterOf(cluster, {
      property: 'DBClusterParameterGroupName',
      groupType: 'AWS::DocDB::DBClusterParameterGroup',
      read: (group) => group.get('Parameters').child('tls').orDefault('enabled'),
      byDefault: () => 'enabled',
      required: noneOf('disabled'),
    }),
});
