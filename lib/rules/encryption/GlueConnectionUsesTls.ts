import { isTrue, oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const GlueConnectionUsesTls = defineRule({
  id: 'GlueConnectionUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'Glueの接続は、TLSを強制する',
    en: 'Connections of Glue enforce TLS',
  },
  why: {
    ja: '既定ではデータベースがTLSを拒むとそのまま平文で接続し、抽出する住民情報が流れる。',
    en: 'By default a job goes on in plain text where the database refuses TLS, with all data of residents that it extracts.',
  },
  fix: {
    ja: 'ConnectionPropertiesのJDBC_ENFORCE_SSLをtrueとし、KAFKA_SSL_ENABLEDをfalseにしないでください。',
    en: 'Set JDBC_ENFORCE_SSL to true in ConnectionProperties, and do not set KAFKA_SSL_ENABLED to false.',
  },
  cdk: {
    ja: "ConnectionのpropertiesにJDBC_ENFORCE_SSL: 'true'を加える",
    en: "JDBC_ENFORCE_SSL: 'true' in properties of Connection",
  },
  resources: ['AWS::Glue::Connection'],
  check: (connection) => {
    const input = connection.get('ConnectionInput');
    const properties = input.get('ConnectionProperties');
    const type = input.get('ConnectionType');
    return properties
      .get('JDBC_ENFORCE_SSL')
      .orDefault(false)
      .must(isTrue)
      .onlyIf(type.must(oneOf('JDBC')))
      .and(
        properties
          .get('KAFKA_SSL_ENABLED')
          .orDefault(true)
          .must(isTrue)
          .onlyIf(type.must(oneOf('KAFKA'))),
      );
  },
});
