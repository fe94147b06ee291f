import { isTrue, present } from '../../model/requirement';
import { defineRule } from '../define';

export const OpenSearchAuditLogs = defineRule({
  id: 'OpenSearchAuditLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'OpenSearchドメインは、監査ログを取得する',
    en: 'OpenSearch domains keep an audit log',
  },
  fix: {
    ja: 'LogPublishingOptions.AUDIT_LOGSに、CloudWatchLogsLogGroupArnとEnabled: trueを指定してください（CDKではlogging: { auditLogEnabled: true }）。',
    en: 'Set CloudWatchLogsLogGroupArn and Enabled: true in LogPublishingOptions.AUDIT_LOGS (in CDK: logging: { auditLogEnabled: true }).',
  },
  resources: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check: (domain) => {
    const audit = domain.get('LogPublishingOptions').child('AUDIT_LOGS');
    // An option that is written is switched on unless it says otherwise.
    return audit.must(present).and(audit.get('Enabled').orDefault(true).must(isTrue));
  },
});
