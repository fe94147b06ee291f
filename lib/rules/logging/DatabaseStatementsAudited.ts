import { isClusterMember, isReplica } from '../../analysis/data-stores';
import {
  auroraAudits,
  databaseParameter,
  isAmongExports,
  namesEvent,
  pluginAudits,
} from '../../analysis/database-audit';
import { byAlternative } from '../../analysis/network/alternatives';
import { type Claim, lacking } from '../../model/claim';
import { noneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { logRule } from './log-table';

const STATEMENTS = namesEvent(/^(QUERY|TABLE)/, {
  ja: 'QUERY、QUERY_DDL等のSQLの種類を含むこと',
  en: 'a list with a kind of statement, such as QUERY or QUERY_DDL',
});

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
    ja: 'パラメータグループで、PostgreSQLではpgaudit.log又はlog_statement（ddl以上）を、Aurora MySQLではserver_audit_loggingを1、server_audit_eventsをCONNECT,QUERY_DCL,QUERY_DDL等に設定し、EnableCloudwatchLogsExportsにauditを加えてください。RDSのMySQL及びMariaDBでは、オプショングループにMARIADB_AUDIT_PLUGINを加えてください。',
    en: 'In the parameter group set pgaudit.log or log_statement (ddl at least) for PostgreSQL, or, for Aurora MySQL, server_audit_logging to 1 and server_audit_events to CONNECT,QUERY_DCL,QUERY_DDL or more, with audit in EnableCloudwatchLogsExports; for MySQL and MariaDB on RDS add MARIADB_AUDIT_PLUGIN to the option group.',
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
            lacking({
              ja: 'pgaudit.logもlog_statementもない',
              en: 'neither pgaudit.log nor log_statement',
            }),
            {
              ja: 'pgaudit.log、又はlog_statement（ddl以上）',
              en: 'pgaudit.log, or log_statement of ddl at least',
            },
            database.at,
          );
      }
      if (name === 'aurora-mysql') {
        // What stays inside an instance is overwritten; a log that is not exported at all is another rule's.
        return auroraAudits(database, STATEMENTS).and(isAmongExports(database, 'audit'));
      }
      if (name === 'mysql' || name === 'mariadb') return pluginAudits(database, STATEMENTS);
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
  return databaseParameter(database, name, otherwise, noneOf(otherwise));
}
