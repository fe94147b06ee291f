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
  why: {
    ja: 'ストリームには、住民情報の異動等の連携データが絶えず流れる。クライアントとの間だけでなく、ブローカー間の複製も平文であれば盗み見られる。',
    en: 'Streams carry changes of resident records all day. They can be read on the line to clients, and just as well where brokers copy them to each other.',
  },
  fix: {
    ja: 'EncryptionInfo.EncryptionInTransitのClientBrokerをTLSとし、InClusterをfalseにしないでください。指定しない場合はTLS及びtrueです。',
    en: 'Set ClientBroker to TLS in EncryptionInfo.EncryptionInTransit, and do not set InCluster to false. Without them, they are TLS and true.',
  },
  cdk: {
    ja: 'CfnClusterのencryptionInfo.encryptionInTransitにおいて、clientBrokerをTLSとし、inClusterをfalseにしない',
    en: 'clientBroker: TLS, and inCluster not false, in encryptionInfo.encryptionInTransit of CfnCluster',
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
