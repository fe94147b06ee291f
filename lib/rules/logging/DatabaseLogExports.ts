import { isClusterMember } from '../../analysis/data-stores';
import { equals } from '../../model/requirement';
import { defineRule } from '../define';

export const DatabaseLogExports = defineRule({
  id: 'DatabaseLogExports',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'データベースのログは、CloudWatch Logsへ出力して保存する',
    en: 'Logs of databases are exported to CloudWatch Logs and kept there',
  },
  why: {
    ja: 'データベースの中のログは数日で上書きされ、管理者なら消すこともできる。外へ出力しておかないと、住民情報を誰が検索したか後から示せない。',
    en: 'Logs inside a database are overwritten within days, and its administrator can remove them. Unless they are exported nobody can show later who looked up which records.',
  },
  fix: {
    ja: 'EnableCloudwatchLogsExportsに、監査ログを含むログの種類を指定してください。',
    en: 'List the kinds of logs, the audit log among them, in EnableCloudwatchLogsExports.',
  },
  cdk: {
    ja: 'EncryptedDatabaseを用いるか、cloudwatchLogsExports（DocumentDBではexportAuditLogsToCloudWatch）を指定する',
    en: 'use EncryptedDatabase, or cloudwatchLogsExports (of DocumentDB: exportAuditLogsToCloudWatch)',
  },
  resources: [
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::DocDB::DBCluster',
    'AWS::Neptune::DBCluster',
  ],
  check: (database) => {
    const exported = database
      .get('EnableCloudwatchLogsExports')
      .items()
      .some((item) => item.present);
    const claim = exported.explained(
      'EnableCloudwatchLogsExports',
      { ja: '出力の指定なし', en: 'without an export' },
      { ja: '一つ以上のログの種類', en: 'one kind of log or more' },
      database.get('EnableCloudwatchLogsExports').at,
    );
    if (database.type === 'AWS::RDS::DBInstance') return claim.onlyIf(isClusterMember(database).not());
    if (database.type !== 'AWS::RDS::DBCluster') return claim;
    // Aurora Serverless v1 exports its logs by itself.
    const serverless = database.get('EngineMode').orDefault('provisioned').must(equals('serverless'));
    return claim.onlyIf(serverless.not());
  },
});
