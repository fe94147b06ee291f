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
  why: {
    ja: 'DAXはDynamoDBの項目をそのまま返すキャッシュである。暗号化しなければ、VPC内の一台を奪った者が項目の中身を盗み見られる。',
    en: 'DAX hands out items of DynamoDB as they are. Without TLS somebody who holds one machine in the VPC can read them on the line.',
  },
  fix: {
    ja: 'ClusterEndpointEncryptionTypeをTLSとしてください。指定しない場合は暗号化されません。',
    en: 'Set ClusterEndpointEncryptionType to TLS. Without it, the line is not encrypted.',
  },
  cdk: {
    ja: "CfnClusterのclusterEndpointEncryptionTypeを'TLS'とする",
    en: "clusterEndpointEncryptionType: 'TLS' of CfnCluster",
  },
  resources: ['AWS::DAX::Cluster'],
  check: (cluster) => cluster.get('ClusterEndpointEncryptionType').must(equals('TLS')),
});
