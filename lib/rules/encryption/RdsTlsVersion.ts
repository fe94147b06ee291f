import { Claim } from '../../model/claim';
import { literal, type Requirement, satisfying } from '../../model/requirement';
import { defineRule } from '../define';
import { CIPHERS } from './tls-rules';

/** The parameters of each engine that say which versions of TLS it takes, with the values that let in old ones. */
const OLD: Readonly<Record<string, RegExp>> = {
  // PostgreSQL
  ssl_min_protocol_version: /^tlsv1(\.[01])?$/,
  // MySQL and MariaDB: a list
  tls_version: /(^|,)\s*(sslv\d|tlsv1(\.[01])?)\s*(,|$)/,
  // SQL Server
  'rds.tls10': /^enabled$/,
  'rds.tls11': /^enabled$/,
};

/** Without the parameter the engine decides, which in versions that are supported means TLS 1.2. */
function withoutOld(old: RegExp): Requirement {
  const text = { ja: 'TLS 1.2以上のみ', en: 'TLS 1.2 or later only' };
  const written = literal(text, (value) => !old.test(String(value).trim().toLowerCase()));
  return satisfying(text, (value) => (value.kind === 'absent' ? 'holds' : written.test(value)));
}

export const RdsTlsVersion = defineRule({
  id: 'RdsTlsVersion',
  clauses: CIPHERS,
  title: {
    ja: 'RDS及びAuroraのパラメータグループは、TLS 1.2より古い版を受け付けるように変えない',
    en: 'Parameter groups of RDS and Aurora do not let in versions of TLS before 1.2',
  },
  why: {
    ja: 'TLS 1.0及び1.1には知られた弱点がある。データベースがこれを受け付けると、住民情報とパスワードが回線上で解読され得る。',
    en: 'TLS 1.0 and 1.1 have known weaknesses: if a database takes them, records and passwords can be deciphered on the line.',
  },
  fix: {
    ja: 'Parametersで、PostgreSQLではssl_min_protocol_versionをTLSv1.2、MySQL及びMariaDBではtls_versionをTLSv1.2,TLSv1.3、SQL Serverではrds.tls10及びrds.tls11をdisabledとしてください。',
    en: 'In Parameters set ssl_min_protocol_version to TLSv1.2 (PostgreSQL), tls_version to TLSv1.2,TLSv1.3 (MySQL, MariaDB), or rds.tls10 and rds.tls11 to disabled (SQL Server).',
  },
  cdk: {
    ja: 'EncryptedDatabaseを使うか、ParameterGroupのparametersに指定する',
    en: 'use EncryptedDatabase, or set it in parameters of ParameterGroup',
  },
  resources: ['AWS::RDS::DBClusterParameterGroup', 'AWS::RDS::DBParameterGroup'],
  check: (group) => {
    const parameters = group.get('Parameters');
    // A parameter's name may hold dots, so it is one key.
    return Claim.all(Object.entries(OLD).map(([name, old]) => parameters.child(name).must(withoutOld(old))));
  },
});
