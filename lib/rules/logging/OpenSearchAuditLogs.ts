import { isTrue, present } from '../../model/requirement';
import { defineRule } from '../define';

export const OpenSearchAuditLogs = defineRule({
  id: 'OpenSearchAuditLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'OpenSearchドメインは、監査ログを取得する',
    en: 'OpenSearch domains keep an audit log',
  },
  why: {
    ja: '監査ログがないと、検索エンジンに取り込んだ住民情報や文書を、誰がどの条件で検索したか確かめられない。',
    en: 'Without an audit log nobody can tell who searched the indexed records and documents, or for what.',
  },
  fix: {
    ja: 'LogPublishingOptions.AUDIT_LOGSに、CloudWatchLogsLogGroupArnとEnabled: trueを指定してください。',
    en: 'Set CloudWatchLogsLogGroupArn and Enabled: true in LogPublishingOptions.AUDIT_LOGS.',
  },
  cdk: {
    ja: 'Domainのloggingにおいて、auditLogEnabledをtrueとし、auditLogGroupを指定する（fineGrainedAccessControlも必要）',
    en: 'auditLogEnabled: true and auditLogGroup in logging of Domain, which needs fineGrainedAccessControl too',
  },
  resources: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check: (domain) => {
    const audit = domain.get('LogPublishingOptions').child('AUDIT_LOGS');
    // An option that is written is switched on unless it says otherwise.
    return audit.must(present).and(audit.get('Enabled').orDefault(true).must(isTrue));
  },
});
