import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const MskConnectUsesTls = defineRule({
  id: 'MskConnectUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'MSK Connect及びMSK Replicatorは、クラスターとTLSで通信する',
    en: 'MSK Connect and MSK Replicator talk TLS with clusters',
  },
  why: {
    ja: 'クラスターの通信を暗号化しても、取出し口が平文であれば同じ内容が流れる。',
    en: 'Encryption of a cluster is of no use where its outlet speaks plain text.',
  },
  fix: {
    ja: 'ConnectorのKafkaClusterEncryptionInTransit.EncryptionType及びReplicatorの各KafkaClustersのEncryptionInTransit.EncryptionTypeを、TLSとしてください。',
    en: 'Set KafkaClusterEncryptionInTransit.EncryptionType of a Connector, and EncryptionInTransit.EncryptionType of each of the KafkaClusters of a Replicator, to TLS.',
  },
  cdk: {
    ja: 'CfnConnectorのkafkaClusterEncryptionInTransitに同じ値を渡す',
    en: 'the same values in kafkaClusterEncryptionInTransit of CfnConnector',
  },
  resources: ['AWS::KafkaConnect::Connector', 'AWS::MSK::Replicator'],
  check: (resource) =>
    resource.type === 'AWS::MSK::Replicator'
      ? resource
          .get('KafkaClusters')
          .items()
          .every((cluster) =>
            // A cluster of MSK itself is read over TLS; the choice is there for those outside.
            cluster.get('EncryptionInTransit.EncryptionType').orDefault('TLS').must(oneOf('TLS')),
          )
      : resource
          .get('KafkaClusterEncryptionInTransit.EncryptionType')
          .orDefault('PLAINTEXT')
          .must(oneOf('TLS')),
});
