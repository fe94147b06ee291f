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
  why: {
    ja: 'TLSを切ったMemoryDBには、利用者を限るアクセス制御リストも付けられず、同じネットワークの誰もが全てのデータを読み書きでき、通信も盗み見られる。',
    en: 'Without TLS MemoryDB takes no access control list that limits users either: anyone on the network reads and writes all data, and can listen to the rest.',
  },
  fix: {
    ja: 'TLSEnabledをfalseにしないでください。指定しない場合はtrueです。',
    en: 'Do not set TLSEnabled to false. Without it, TLS is on.',
  },
  cdk: {
    ja: 'CfnClusterのtlsEnabledをfalseにしない',
    en: 'do not set tlsEnabled of CfnCluster to false',
  },
  resources: ['AWS::MemoryDB::Cluster'],
  check: (cluster) => cluster.get('TLSEnabled').orDefault(true).must(isTrue),
});
