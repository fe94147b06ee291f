import { equals } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const DaxUsesTls = defineRule({
  id: 'DaxUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'DAXクラスターは、TLSで通信する',
    en: 'DAX clusters talk over TLS',
  },
  fix: {
    ja: 'ClusterEndpointEncryptionTypeをTLSとしてください。指定しない場合は暗号化されません（CDKではCfnClusterのclusterEndpointEncryptionType）。',
    en: 'Set ClusterEndpointEncryptionType to TLS. Without it the line is not encrypted (in CDK: clusterEndpointEncryptionType of CfnCluster).',
  },
  resources: ['AWS::DAX::Cluster'],
  check: (cluster) => cluster.get('ClusterEndpointEncryptionType').must(equals('TLS')),
});
