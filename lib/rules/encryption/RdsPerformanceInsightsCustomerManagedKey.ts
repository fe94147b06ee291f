import { isTrue } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const RdsPerformanceInsightsCustomerManagedKey = customerManagedKeyRule({
  id: 'RdsPerformanceInsightsCustomerManagedKey',
  resources: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  subject: {
    ja: 'RDSのPerformance Insightsのデータ（SQL文を含む。）',
    en: 'Performance Insights data of RDS, which hold SQL statements,',
  },
  write: {
    ja: 'Performance Insightsを有効にする場合は、DBInstanceのPerformanceInsightsKMSKeyId又はDBClusterのPerformanceInsightsKmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Where Performance Insights is on, set PerformanceInsightsKMSKeyId of a DBInstance or PerformanceInsightsKmsKeyId of a DBCluster to a customer managed key',
  },
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: 'performanceInsightEncryptionKey',
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
