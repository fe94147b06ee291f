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
  why: {
    ja: 'tlsをdisabledとすると、文書の中身が平文で流れる。接続文字列の誤りを断る仕組みもなくなり、誰も気付かない。',
    en: 'With tls disabled documents travel in plain text, and nothing tells the application that its connection is wrong.',
  },
  fix: {
    ja: 'クラスターのパラメータグループのtlsをdisabledにしないでください。指定しない場合はenabledです。',
    en: 'Do not set tls to disabled in the parameter group of the cluster. Without it, TLS is required.',
  },
  cdk: {
    ja: "DatabaseClusterのparameterGroupを指定する場合は、tlsを'enabled'とする",
    en: "tls: 'enabled' in the parameterGroup of DatabaseCluster, if it has one",
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
