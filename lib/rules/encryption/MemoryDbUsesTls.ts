import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const MemoryDbUsesTls = defineRule({
  id: 'MemoryDbUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'MemoryDBクラスターは、TLSで通信する',
    en: 'MemoryDB clusters talk over TLS',
  },
  fix: {
    ja: 'TLSEnabledをfalseにしないでください。指定しない場合はtrueです（CDKではCfnClusterのtlsEnabled）。',
    en: 'Do not set TLSEnabled to false. Without it TLS is on (in CDK: tlsEnabled of CfnCluster).',
  },
  resources: ['AWS::MemoryDB::Cluster'],
  check: (cluster) => cluster.get('TLSEnabled').orDefault(true).must(isTrue),
});
