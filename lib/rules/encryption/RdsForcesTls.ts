import { databaseForcesTls } from '../../analysis/database-tls';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';
import { knownWith } from '../reliefs';
import { isSet } from './keys-table';
import { IN_TRANSIT } from './tls-rules';

export const RdsForcesTls = defineRule({
  id: 'RdsForcesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'RDS及びAuroraは、TLSによらない接続を拒否する',
    en: 'RDS and Aurora refuse connections without TLS',
  },
  why: {
    ja: 'データベースが平文の接続を拒否しなければ、接続設定を一つ誤ったアプリケーションが、住民情報とパスワードを平文で送り続けても誰も気付かない。',
    en: 'Unless the database refuses, an application with one wrong connection setting sends records and passwords in plain text and nobody notices.',
  },
  fix: {
    ja: 'パラメータグループで、PostgreSQL及びSQL Serverではrds.force_sslを1、MySQL及びMariaDBではrequire_secure_transportをONとし、データベースにそのグループを指定してください。',
    en: 'Set rds.force_ssl to 1 (PostgreSQL, SQL Server) or require_secure_transport to ON (MySQL, MariaDB) in a parameter group, and name that group in the database.',
  },
  cdk: {
    ja: 'EncryptedDatabaseを用いるか、parameterGroupのparametersにrds.force_ssl又はrequire_secure_transportを指定する',
    en: 'use EncryptedDatabase, or rds.force_ssl or require_secure_transport in parameters of the parameterGroup',
  },
  relievedBy: [
    knownWith('AWS::RDS::DBParameterGroup', 'AWS::RDS::DBClusterParameterGroup', 'AWS::RDS::DBCluster'),
  ],
  resources: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
  check: (database) =>
    database.type === 'AWS::RDS::DBCluster'
      ? databaseForcesTls(database, 'DBClusterParameterGroupName', 'AWS::RDS::DBClusterParameterGroup')
      : // The cluster decides for its instances, and is judged by itself.
        Claim.all([
          databaseForcesTls(database, 'DBParameterGroupName', 'AWS::RDS::DBParameterGroup').onlyIf(
            isSet(database.get('DBClusterIdentifier')).not(),
          ),
        ]),
});
