import { isTrue } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const RdsPerformanceInsightsCustomerManagedKey = customerManagedKeyRule({
  id: 'RdsPerformanceInsightsCustomerManagedKey',
  resources: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  subject: {
    ja: 'RDSのPerformance Insightsのデータ（SQL文を含む。）',
    en: 'Performance Insights data of RDS, which hold SQL statements,',
  },
  holds: {
    ja: '記録されたSQL文には、検索に使われた氏名や番号がそのまま含まれることがある。',
    en: 'Recorded SQL statements may hold the very names and numbers that were searched for.',
  },
  write: {
    ja: 'Performance Insightsを有効にする場合は、DBInstanceのPerformanceInsightsKMSKeyId又はDBClusterのPerformanceInsightsKmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Where Performance Insights is on, set PerformanceInsightsKMSKeyId of a DBInstance or PerformanceInsightsKmsKeyId of a DBCluster to a customer managed key',
  },
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: {
    ja: 'DatabaseInstance又はDatabaseClusterのperformanceInsightEncryptionKeyを指定する',
    en: 'performanceInsightEncryptionKey of DatabaseInstance or DatabaseCluster',
  },
  check: (database, key) => {
    // The two resource types spell both properties in their own way. Without the switch it is off.
    const [enabled, keyName] =
      database.type === 'AWS::RDS::DBCluster'
        ? ['PerformanceInsightsEnabled', 'PerformanceInsightsKmsKeyId']
        : ['EnablePerformanceInsights', 'PerformanceInsightsKMSKeyId'];
    return database
      .get(keyName as string)
      .must(key)
      .onlyIf(
        database
          .get(enabled as string)
          .orDefault(false)
          .must(isTrue),
      );
  },
});
