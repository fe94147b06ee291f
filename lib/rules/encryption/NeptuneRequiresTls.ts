import { equals } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const NeptuneRequiresTls = defineRule({
  id: 'NeptuneRequiresTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'Neptuneは、TLSによらない接続を拒否する',
    en: 'Neptune refuses connections without TLS',
  },
  why: {
    ja: 'グラフの問合せ及びその答えに、個人の関係がそのまま現れる。',
    en: 'Queries of a graph and their answers show who is related to whom.',
  },
  fix: {
    ja: 'パラメータグループのneptune_enforce_sslを1としてください。指定しない場合は1です。',
    en: 'Set neptune_enforce_ssl to 1 in the parameter group. Without it, it is 1.',
  },
  cdk: {
    ja: "CfnDBClusterParameterGroupのparametersでneptune_enforce_sslを'0'にしない",
    en: "do not set neptune_enforce_ssl to '0' in parameters of CfnDBClusterParameterGroup",
  },
  resources: ['AWS::Neptune::DBClusterParameterGroup', 'AWS::Neptune::DBParameterGroup'],
  check: (group) => group.get('Parameters').child('neptune_enforce_ssl').orDefault(1).must(equals(1)),
});
