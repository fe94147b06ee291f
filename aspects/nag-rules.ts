import type { CfnResource } from 'aws-cdk-lib';
import { type NagRuleResult, rules } from 'cdk-nag';
import type { Text } from '../lib/text';

/** A rule of cdk-nag that stands for a duty of the policy, for a service without a rule of our own. */
export interface NagRule {
  /** Its name in cdk-nag. */
  readonly name: string;
  readonly clauses: readonly string[];
  /** Whether the policy demands it; otherwise it is advice. */
  readonly mandatory: boolean;
  /** What must be so. */
  readonly duty: Text;
  /** Zones that it holds in; all when left out. */
  readonly zones?: readonly string[];
  /** True, false or an error, by resource; cdk-nag's own function. */
  readonly check: (node: CfnResource) => NagRuleResult;
}

type Check = (node: CfnResource) => NagRuleResult;

function must<S extends Record<K, Check>, K extends string>(
  service: S,
  name: K,
  clauses: string,
  ja: string,
  en: string,
  zones?: readonly string[],
): NagRule {
  const check: Check = service[name];
  return {
    name,
    clauses: clauses.split(' '),
    mandatory: true,
    duty: { ja, en },
    check,
    ...(zones === undefined ? {} : { zones }),
  };
}

const should: typeof must = (...args) => ({ ...must(...args), mandatory: false });

const SEGREGATED: readonly string[] = ['my-number', 'lgwan'];

// biome-ignore format: a list
const { apigw, appsync, cloud9, cloudfront, codebuild, cognito, dms, documentdb, dynamodb, ec2, ecr, ecs, eks, elasticache, elasticbeanstalk, elb, emr, eventbridge, glue, iam, kinesis, lambda, lex, mediastore, msk, mwaa, neptune, opensearch, quicksight, redshift, sagemaker, stepfunctions, timestream, waf } = rules;

/**
 * The rules of cdk-nag that `JichitaiChecks` adds to those of the engine. Athena is missing: cdk-nag 3 has no
 * rule for it. Rules that only look for cost or comfort are left out, and so are those that the engine has
 * in a stricter form (S3, RDS, EBS, EFS, SQS, SNS, logs, secrets, VPC, security groups, trails).
 */
// biome-ignore format: a table, one rule a line
export const NAG_RULES: readonly NagRule[] = [
  // API Gateway and AppSync
  must(apigw, 'APIGWAccessLogging', '7.1(6)①', 'API のアクセスログを取得する', 'API stages write access logs'),
  must(apigw, 'APIGWAssociatedWithWAF', '7.1(10)④', 'API の前段に Web ACL を置く', 'REST API stages are behind a web ACL'),
  must(apigw, 'APIGWAuthorization', '7.2(1)① 9.2(6)①(エ)', 'API の呼出しに認証を求める', 'API methods require authorization'),
  must(apigw, 'APIGWCacheEnabledAndEncrypted', '4(1)④', 'API のキャッシュを暗号化する', 'API caches are encrypted'),
  must(apigw, 'APIGWExecutionLoggingEnabled', '7.1(6)①', 'API の実行ログを取得する', 'API stages write execution logs'),
  should(apigw, 'APIGWDefaultThrottling', '7.5(6)', 'API に流量制限を設ける', 'API stages have throttling limits'),
  should(apigw, 'APIGWRequestValidation', '4(2)①', 'API への入力を検証する', 'REST APIs validate requests'),
  must(appsync, 'AppSyncGraphQLRequestLogging', '7.1(6)①', 'GraphQL API のログを取得する', 'GraphQL APIs log requests'),
  // Content delivery and web firewalls
  must(cloudfront, 'CloudFrontDistributionAccessLogging', '7.1(6)①', '配信のアクセスログを取得する', 'distributions write access logs'),
  must(cloudfront, 'CloudFrontDistributionHttpsViewerNoOutdatedSSL', '5.3④ 7.1(16)②', '利用者との通信に古い TLS を使わない', 'viewers connect with a current TLS version'),
  must(cloudfront, 'CloudFrontDistributionNoOutdatedSSL', '5.3④ 7.1(16)②', 'オリジンとの通信に古い TLS を使わない', 'origins are reached with a current TLS version'),
  must(cloudfront, 'CloudFrontDistributionS3OriginAccessControl', '7.2(1)① 9.2(5)①(ア)', 'S3 オリジンへの直接アクセスを塞ぐ', 'S3 origins are reachable through the distribution only'),
  must(cloudfront, 'CloudFrontDistributionWAFIntegration', '7.1(10)④', '配信の前段に Web ACL を置く', 'distributions are behind a web ACL'),
  must(waf, 'WAFv2LoggingEnabled', '4(3)① 7.1(6)①', 'Web ACL のログを取得する', 'web ACLs write logs'),
  // Load balancers
  must(elb, 'ALBWAFEnabled', '7.1(10)④', '負荷分散装置の前段に Web ACL を置く', 'application load balancers are behind a web ACL', ['internet']),
  must(elb, 'ELBLoggingEnabled', '7.1(6)①', '負荷分散装置のアクセスログを取得する', 'load balancers write access logs'),
  must(elb, 'ELBDeletionProtectionEnabled', '8.1⑥', '負荷分散装置を誤削除から守る', 'load balancers are protected from deletion'),
  must(elb, 'ELBTlsHttpsListenersOnly', '5.3④', 'クラシック負荷分散装置は TLS だけで受ける', 'classic load balancers listen with TLS only'),
  must(elb, 'CLBNoInboundHttpHttps', '5.3④', 'クラシック負荷分散装置で平文 HTTP を受けない', 'classic load balancers take no HTTP listeners'),
  should(elb, 'ALBHttpDropInvalidHeaderEnabled', '4(2)①', '不正な HTTP ヘッダーを捨てる', 'application load balancers drop invalid headers'),
  // Compute
  must(lambda, 'LambdaInsideVPC', '4(1)①', '関数を VPC の中で動かす', 'functions run inside a VPC', SEGREGATED),
  must(lambda, 'LambdaFunctionPublicAccessProhibited', '7.2(1)① 9.2(6)①(エ)', '関数を誰にでも呼ばせない', 'functions are not open to everyone'),
  must(lambda, 'LambdaFunctionUrlAuth', '7.2(2)② 7.5(1)①', '関数 URL に認証を求める', 'function URLs require authorization'),
  must(lambda, 'LambdaLatestVersion', '7.4(1)⑦', 'サポートされたランタイムを使う', 'functions use a current runtime'),
  must(ec2, 'EC2InstanceNoPublicIp', '4(1)① 7.1(9)', 'インスタンスに公開アドレスを与えない', 'instances have no public address', SEGREGATED),
  should(ec2, 'EC2InstanceTerminationProtection', '8.1⑥', 'インスタンスを誤削除から守る', 'instances are protected from termination'),
  must(ecs, 'ECSTaskDefinitionContainerLogging', '7.1(6)① 7.4(1)⑧', 'コンテナのログを取得する', 'containers write logs'),
  must(ecs, 'ECSTaskDefinitionUserForHostMode', '7.2(1)① 7.4(1)⑧', 'ホストネットワークの特権コンテナを使わない', 'containers on the host network run unprivileged'),
  should(ecs, 'ECSClusterCloudWatchContainerInsights', '8.1①', 'コンテナを監視する', 'clusters are monitored'),
  must(ecr, 'ECROpenAccess', '7.2(1)① 9.2(5)①(ア)', 'イメージリポジトリを公開しない', 'image repositories are not open to everyone'),
  must(eks, 'EKSClusterControlPlaneLogs', '7.1(6)①', 'クラスターの制御プレーンのログを取得する', 'clusters write control plane logs'),
  must(eks, 'EKSClusterNoEndpointPublicAccess', '7.2(2)② 7.5(1)①', 'クラスターの API を公開しない', 'cluster endpoints are private'),
  must(elasticbeanstalk, 'ElasticBeanstalkVPCSpecified', '4(1)①', '環境を VPC の中に置く', 'environments run in a given VPC'),
  must(elasticbeanstalk, 'ElasticBeanstalkEC2InstanceLogsToS3', '7.1(6)①', '環境のログを保存する', 'environments keep their logs'),
  should(elasticbeanstalk, 'ElasticBeanstalkManagedUpdatesEnabled', '7.6(1)①', '更新を自動で当てる', 'environments take managed updates'),
  must(cloud9, 'Cloud9InstanceNoIngressSystemsManager', '7.2(2)②', '外から入る口のない開発環境にする', 'development environments are reached without open ports'),
  must(codebuild, 'CodeBuildProjectEnvVarAwsCred', '7.2(5)', '環境変数に認証情報を書かない', 'build projects hold no plain credentials'),
  must(codebuild, 'CodeBuildProjectKMSEncryptedArtifacts', '4(1)④ 9.2(5)①(イ)', '成果物を暗号化する', 'build artifacts are encrypted with a key'),
  // Identity
  must(cognito, 'CognitoUserPoolMFA', '4(1)②(ア) 5.4④', '多要素認証を求める', 'user pools require multi-factor authentication'),
  must(cognito, 'CognitoUserPoolStrongPasswordPolicy', '6.4(3)', '強いパスワードを求める', 'user pools demand strong passwords'),
  must(cognito, 'CognitoUserPoolNoUnauthenticatedLogins', '7.2(1)①', '未認証の利用を許さない', 'identity pools admit no unauthenticated users'),
  should(cognito, 'CognitoUserPoolAPIGWAuthorizer', '7.2(1)①', 'API の認証に利用者プールを使う', 'REST APIs authorize with a user pool'),
  must(iam, 'IAMPolicyNoStatementsWithAdminAccess', '7.2(1)③(ア)', '管理者権限を与えない', 'policies grant no administrator access'),
  must(iam, 'IAMUserNoPolicies', '7.2(1)①', '利用者に直接権限を付けない', 'users get permissions through groups or roles'),
  // Databases and caches
  must(documentdb, 'DocumentDBClusterEncryptionAtRest', '4(1)④ 9.2(5)①(イ)', 'クラスターを暗号化する', 'clusters are encrypted'),
  must(documentdb, 'DocumentDBClusterBackupRetentionPeriod', '7.1(2)①', 'バックアップを取る', 'clusters keep backups'),
  must(documentdb, 'DocumentDBClusterLogExports', '7.1(6)①', 'クラスターのログを取得する', 'clusters export logs'),
  must(documentdb, 'DocumentDBCredentialsInSecretsManager', '7.2(5)', '認証情報を Secrets Manager で守る', 'credentials are held in Secrets Manager'),
  must(dynamodb, 'DAXEncrypted', '4(1)④', 'キャッシュを暗号化する', 'DAX clusters are encrypted'),
  must(elasticache, 'ElastiCacheClusterInVPC', '4(1)①', 'キャッシュを VPC の中に置く', 'caches run inside a VPC'),
  must(elasticache, 'ElastiCacheRedisClusterEncryption', '4(1)④ 5.3④', 'キャッシュを保存時・通信時とも暗号化する', 'caches are encrypted at rest and in transit'),
  must(elasticache, 'ElastiCacheRedisClusterRedisAuth', '7.2(1)①', 'キャッシュに認証を求める', 'caches require authentication'),
  should(elasticache, 'ElastiCacheRedisClusterAutomaticBackup', '7.1(2)①', 'キャッシュのバックアップを取る', 'caches keep backups'),
  should(elasticache, 'ElastiCacheRedisClusterMultiAZ', '5.1(2)', 'キャッシュを冗長化する', 'caches span several zones'),
  must(neptune, 'NeptuneClusterEncryptionAtRest', '4(1)④ 9.2(5)①(イ)', 'クラスターを暗号化する', 'clusters are encrypted'),
  must(neptune, 'NeptuneClusterBackupRetentionPeriod', '7.1(2)①', 'バックアップを取る', 'clusters keep backups'),
  must(neptune, 'NeptuneClusterIAMAuth', '7.2(1)①', 'IAM で認証する', 'clusters authenticate with IAM'),
  should(neptune, 'NeptuneClusterMultiAZ', '5.1(2)', 'クラスターを冗長化する', 'clusters span several zones'),
  must(timestream, 'TimestreamDatabaseCustomerManagedKey', '4(1)④ 9.2(5)①(イ)', 'カスタマー管理鍵で暗号化する', 'databases use a customer managed key'),
  must(dms, 'DMSReplicationNotPublic', '4(1)① 7.1(9)', '移行用インスタンスを公開しない', 'replication instances are private'),
  // Search and analytics
  must(opensearch, 'OpenSearchEncryptedAtRest', '4(1)④ 9.2(5)①(イ)', 'ドメインを暗号化する', 'domains are encrypted'),
  must(opensearch, 'OpenSearchInVPCOnly', '4(1)① 7.1(9)', 'ドメインを VPC の中に置く', 'domains run inside a VPC'),
  must(opensearch, 'OpenSearchNodeToNodeEncryption', '5.3④', 'ノード間の通信を暗号化する', 'nodes talk to each other encrypted'),
  must(opensearch, 'OpenSearchNoUnsignedOrAnonymousAccess', '7.2(1)①', '匿名の利用を許さない', 'domains admit no anonymous access'),
  must(opensearch, 'OpenSearchErrorLogsToCloudWatch', '7.1(6)①', 'エラーログを取得する', 'domains export error logs'),
  should(opensearch, 'OpenSearchSlowLogsToCloudWatch', '7.1(6)①', 'スローログを取得する', 'domains export slow logs'),
  should(opensearch, 'OpenSearchZoneAwareness', '5.1(2)', 'ドメインを冗長化する', 'domains span several zones'),
  must(redshift, 'RedshiftClusterEncryptionAtRest', '4(1)④ 9.2(5)①(イ)', 'クラスターを暗号化する', 'clusters are encrypted'),
  must(redshift, 'RedshiftClusterPublicAccess', '4(1)① 7.1(9)', 'クラスターを公開しない', 'clusters are private'),
  must(redshift, 'RedshiftClusterInVPC', '4(1)①', 'クラスターを VPC の中に置く', 'clusters run inside a VPC'),
  must(redshift, 'RedshiftEnhancedVPCRoutingEnabled', '9.2(6)①(カ)', '通信を VPC の中に収める', 'clusters keep their traffic inside the VPC'),
  must(redshift, 'RedshiftRequireTlsSSL', '5.3④', 'クラスターとの通信に TLS を求める', 'clusters require TLS'),
  must(redshift, 'RedshiftClusterAuditLogging', '7.1(6)①', '監査ログを取得する', 'clusters write audit logs'),
  must(redshift, 'RedshiftClusterUserActivityLogging', '7.1(6)①', '利用者の操作ログを取得する', 'clusters log what users do'),
  must(redshift, 'RedshiftClusterNonDefaultUsername', '7.2(1)③(オ)', '既定の管理者名を変える', 'the administrator has no default name'),
  must(redshift, 'RedshiftBackupEnabled', '7.1(2)①', 'バックアップを取る', 'clusters keep backups'),
  must(emr, 'EMREncryptionInTransit', '5.3④', '通信を暗号化する', 'clusters encrypt traffic'),
  must(emr, 'EMRLocalDiskEncryption', '4(1)④', '内蔵ディスクを暗号化する', 'clusters encrypt local disks'),
  must(emr, 'EMRAuthEC2KeyPairOrKerberos', '7.2(1)①', 'クラスターの利用者を認証する', 'clusters authenticate their users'),
  must(emr, 'EMRS3AccessLogging', '7.1(6)①', 'クラスターのログを保存する', 'clusters keep their logs'),
  must(glue, 'GlueEncryptedCloudWatchLogs', '4(1)④ 7.1(6)②', 'ログを暗号化する', 'jobs encrypt their logs'),
  must(glue, 'GlueJobBookmarkEncrypted', '4(1)④', 'ジョブの状態を暗号化する', 'job bookmarks are encrypted'),
  must(quicksight, 'QuicksightSSLConnections', '5.3④', 'データ源との通信を暗号化する', 'data sources are reached with TLS'),
  // Streaming and integration
  must(kinesis, 'KinesisDataStreamSSE', '4(1)④ 9.2(5)①(イ)', 'ストリームを暗号化する', 'streams are encrypted'),
  must(kinesis, 'KinesisDataStreamDefaultKeyWhenSSE', '4(1)④', 'ストリームの鍵を明示する', 'streams name the key that encrypts them'),
  must(kinesis, 'KinesisDataFirehoseSSE', '4(1)④ 9.2(5)①(イ)', '配信ストリームを暗号化する', 'delivery streams are encrypted'),
  must(msk, 'MSKClientToBrokerTLS', '5.3④', '利用者との通信に TLS を求める', 'clients reach brokers with TLS only'),
  must(msk, 'MSKBrokerToBrokerTLS', '5.3④', 'ブローカー間の通信を暗号化する', 'brokers talk to each other encrypted'),
  must(msk, 'MSKBrokerLogging', '7.1(6)①', 'ブローカーのログを取得する', 'brokers write logs'),
  must(mwaa, 'MWAAAllLoggingInfo', '7.1(6)①', '環境のログを取得する', 'environments write all logs'),
  must(eventbridge, 'EventBusOpenAccess', '7.2(1)①', 'イベントバスを公開しない', 'event buses are not open to everyone'),
  must(stepfunctions, 'StepFunctionStateMachineAllLogsToCloudWatch', '7.1(6)①', '実行ログを取得する', 'state machines log everything'),
  must(lex, 'LexBotAliasEncryptedConversationLogs', '4(1)④', '会話の記録を暗号化する', 'conversation logs are encrypted'),
  must(mediastore, 'MediaStoreContainerSSLRequestsOnly', '5.3④', 'コンテナとの通信に TLS を求める', 'containers take TLS requests only'),
  must(mediastore, 'MediaStoreContainerAccessLogging', '7.1(6)①', 'コンテナのログを取得する', 'containers write access logs'),
  // Machine learning
  must(sagemaker, 'SageMakerEndpointConfigurationKMSKeyConfigured', '4(1)④ 9.2(5)①(イ)', 'エンドポイントを鍵で暗号化する', 'endpoints are encrypted with a key'),
  must(sagemaker, 'SageMakerNotebookInstanceKMSKeyConfigured', '4(1)④ 9.2(5)①(イ)', 'ノートブックを鍵で暗号化する', 'notebooks are encrypted with a key'),
  must(sagemaker, 'SageMakerNotebookInVPC', '4(1)①', 'ノートブックを VPC の中に置く', 'notebooks run inside a VPC'),
  must(sagemaker, 'SageMakerNotebookNoDirectInternetAccess', '4(1)① 7.1(9)', 'ノートブックをインターネットに直結しない', 'notebooks have no direct Internet access'),
];
