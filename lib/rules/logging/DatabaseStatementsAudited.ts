import { isClusterMember, isReplica } from '../../analysis/data-stores';
import { byAlternative } from '../../analysis/network/alternatives';
import { parameterOf } from '../../analysis/parameter-groups';
import { targetsOf } from '../../analysis/targets';
import { Claim, lacking } from '../../model/claim';
import { equals, noneOf, oneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { logRule } from './log-table';

export const DatabaseStatementsAudited = logRule({
  id: 'DatabaseStatementsAudited',
  resources: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
  // The clause asks for records that security needs, and leaves to the city how fine they are (8.1⑤).
  duty: 'should',
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  subject: {
    ja: '機密性2以上の情報を扱うRDS及びAurora',
    en: 'RDS and Aurora databases of confidentiality 2 or more',
  },
  log: { ja: '実行されたSQLの監査ログ', en: 'an audit log of statements' },
  why: {
    ja: 'ログを出力していても、データベースが操作を記録しなければ、誰が住民の情報を見たかは残らない。',
    en: 'Exporting logs is of no use while the database does not record statements: nothing tells who looked at whose data.',
  },
  fix: {
    ja: 'パラメータグループで、PostgreSQLではpgaudit.log又はlog_statement（ddl以上）を、Aurora MySQLではserver_audit_loggingを1に設定してください。RDSのMySQL及びMariaDBでは、オプショングループにMARIADB_AUDIT_PLUGINを加えてください。',
    en: 'In the parameter group set pgaudit.log or log_statement (ddl at least) for PostgreSQL, or server_audit_logging to 1 for Aurora MySQL; for MySQL and MariaDB on RDS add MARIADB_AUDIT_PLUGIN to the option group.',
  },
  cdk: {
    ja: 'ParameterGroupのparameters又はOptionGroupのconfigurationsを指定する',
    en: 'parameters of ParameterGroup, or configurations of OptionGroup',
  },
  check: (database) => {
    const engine = database.get('Engine');
    const audited = byAlternative(engine, (value) => {
      const name = value.kind === 'known' ? String(value.value).toLowerCase() : undefined;
      if (name?.includes('postgres') === true) {
        return parameter(database, 'pgaudit.log', 'none')
          .or(parameter(database, 'log_statement', 'none'))
          .explained(
            'Parameters',
            lacking({ ja: 'pgaudit.logもlog_statementもなし', en: 'neither pgaudit.log nor log_statement' }),
            {
              ja: 'pgaudit.log、又はlog_statement（ddl以上）',
              en: 'pgaudit.log, or log_statement of ddl at least',
            },
            database.at,
          );
      }
      if (name === 'aurora-mysql') return parameter(database, 'server_audit_logging', '0');
      if (name === 'mysql' || name === 'mariadb') return hasAuditPlugin(database);
      return engine.states(
        value.kind === 'known' ? 'needed' : 'undetermined',
        {
          ja: 'テンプレートでは監査を定めないエンジン',
          en: 'an engine whose auditing is set elsewhere, or is not known',
        },
        { ja: 'SQLの監査ログ', en: 'an audit log of statements' },
      );
    });
    return database.type === 'AWS::RDS::DBInstance'
      ? audited.onlyIf(isClusterMember(database).or(isReplica(database)).not())
      : audited;
  },
});

function parameter(database: Resource, name: string, otherwise: string): Claim {
  const isCluster = database.type === 'AWS::RDS::DBCluster';
  return parameterOf(database, {
    property: isCluster ? 'DBClusterParameterGroupName' : 'DBParameterGroupName',
    groupType: isCluster ? 'AWS::RDS::DBClusterParameterGroup' : 'AWS::RDS::DBParameterGroup',
    read: (group) => group.get('Parameters').child(name).orDefault(otherwise),
    byDefault: () => otherwise,
    required: name === 'server_audit_logging' ? oneOf(1, 'ON', 'on') : noneOf(otherwise),
  });
}

function hasAuditPlugin(database: Resource): Claim {
  const name = database.get('OptionGroupName');
  const groups = targetsOf(name, database.deployment, 'AWS::RDS::OptionGroup');
  const found = Claim.any(
    groups.map(({ when, resource }) =>
      resource
        .get('OptionConfigurations')
        .items()
        .some((item) => item.get('OptionName').must(equals('MARIADB_AUDIT_PLUGIN')))
        .and(Claim.when(when)),
    ),
  );
  const elsewhere = Claim.any(
    name.alternatives.map(({ when, value }) =>
      value.kind === 'unknown' || (value.kind === 'known' && !String(value.value).startsWith('default:'))
        ? name
            .states(
              'undetermined',
              { ja: 'テンプレート外のオプショングループ', en: 'an option group outside of the templates' },
              { ja: 'MARIADB_AUDIT_PLUGIN', en: 'MARIADB_AUDIT_PLUGIN' },
            )
            .and(Claim.when(when))
        : Claim.BREAKS,
    ),
  );
  return found
    .or(elsewhere)
    .explained(
      'OptionGroupName',
      lacking({ ja: 'MARIADB_AUDIT_PLUGINなし', en: 'no MARIADB_AUDIT_PLUGIN' }),
      { ja: 'MARIADB_AUDIT_PLUGINのあるオプショングループ', en: 'an option group with MARIADB_AUDIT_PLUGIN' },
      name.at,
    );
}
