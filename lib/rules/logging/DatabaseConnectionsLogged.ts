import { isClusterMember, isReplica } from '../../analysis/data-stores';
import {
  auroraAudits,
  databaseParameter,
  namesEvent,
  pluginAudits,
  switchedOn,
} from '../../analysis/database-audit';
import { byAlternative } from '../../analysis/network/alternatives';
import type { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { logRule } from './log-table';

const CONNECTIONS = namesEvent(/^CONNECT$/, { ja: 'CONNECTを含むこと', en: 'a list with CONNECT' });

export const DatabaseConnectionsLogged = logRule({
  id: 'DatabaseConnectionsLogged',
  resources: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
  // The clause asks for records that security needs, and leaves to the city how fine they are (8.1⑤).
  duty: 'should',
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  subject: {
    ja: '機密性2以上の情報を扱うRDS及びAurora',
    en: 'RDS and Aurora databases of confidentiality 2 or more',
  },
  log: { ja: '接続した利用者とその終了の記録', en: 'a record of who connected, and until when' },
  why: {
    ja: 'パスワードが破られても、いつ、どの利用者名で、どこから接続されたかが残らなければ、被害の範囲を示せない。',
    en: 'After a password was guessed, nobody can say what was laid open unless the log tells who connected, from where and when.',
  },
  fix: {
    ja: 'パラメータグループで、PostgreSQLではlog_connections及びlog_disconnectionsを1に、Aurora MySQLではserver_audit_loggingを1とし、server_audit_eventsにCONNECTを加えてください。RDSのMySQL及びMariaDBでは、オプショングループのMARIADB_AUDIT_PLUGINのSERVER_AUDIT_EVENTSにCONNECTを含めてください（既定で含まれます）。',
    en: 'In the parameter group set log_connections and log_disconnections to 1 for PostgreSQL; for Aurora MySQL set server_audit_logging to 1 and put CONNECT into server_audit_events. For MySQL and MariaDB on RDS keep CONNECT in SERVER_AUDIT_EVENTS of the option MARIADB_AUDIT_PLUGIN, where it is by default.',
  },
  cdk: {
    ja: 'EncryptedDatabaseを使うか、ParameterGroupのparameters又はOptionGroupのconfigurationsを指定する',
    en: 'use EncryptedDatabase, or parameters of ParameterGroup, or configurations of OptionGroup',
  },
  check: (database) => {
    const engine = database.get('Engine');
    const logged = byAlternative(engine, (value) => {
      const name = value.kind === 'known' ? String(value.value).toLowerCase() : undefined;
      if (name?.includes('postgres') === true) {
        return databaseParameter(database, 'log_connections', '0', switchedOn).and(
          databaseParameter(database, 'log_disconnections', '0', switchedOn),
        );
      }
      if (name === 'aurora-mysql') return auroraAudits(database, CONNECTIONS).or(everything(database));
      if (name === 'mysql' || name === 'mariadb') {
        return pluginAudits(database, CONNECTIONS).or(everything(database));
      }
      return engine.states(value.kind === 'known' ? 'needed' : 'undetermined', ELSEWHERE, {
        ja: '接続の記録',
        en: 'a record of connections',
      });
    });
    return database.type === 'AWS::RDS::DBInstance'
      ? logged.onlyIf(isClusterMember(database).or(isReplica(database)).not())
      : logged;
  },
});

const ELSEWHERE: Text = {
  ja: 'テンプレートでは監査を定めないエンジン',
  en: 'an engine whose auditing is set elsewhere, or is not known',
};

/** The general log of MySQL holds connections as well. */
function everything(database: Resource): Claim {
  return databaseParameter(database, 'general_log', '0', switchedOn);
}
