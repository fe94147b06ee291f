import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const MskUsesTls = defineRule({
  id: 'MskUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'MSKクラスターは、クライアントとも、ブローカー間でもTLSのみで通信する',
    en: 'MSK clusters talk over TLS only, with clients and among brokers',
  },
  fix: {
    ja: 'EncryptionInfo.EncryptionInTransitのClientBrokerをTLSとし、InClusterをfalseにしないでください。指定しない場合はTLS及びtrueです（CDKではCfnClusterのencryptionInfo）。',
    en: 'Set ClientBroker to TLS in EncryptionInfo.EncryptionInTransit, and do not set InCluster to false. Without them they are TLS and true (in CDK: encryptionInfo of CfnCluster).',
  },
  resources: ['AWS::MSK::Cluster'],
  check: (cluster) => {
    const transit = cluster.get('EncryptionInfo.EncryptionInTransit');
    return transit
      .get('ClientBroker')
      .orDefault('TLS')
      .must(equals('TLS'))
      .and(transit.get('InCluster').orDefault(true).must(isTrue));
  },
});
