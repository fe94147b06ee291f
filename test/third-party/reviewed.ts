/**
 * Findings on the patterns, each looked at by hand on 2026-11-22 against the clause and the documentation of AWS.
 * Logical ids carry CDK's hash, which is stable for a version of the pattern.
 */
export const REVIEWED: Readonly<
  Record<string, { readonly why: string; readonly findings: readonly string[] }>
> = {
  ArchiveBucketObjectLock: {
    why: 'access logs of the distribution land in a bucket that nothing locks',
    findings: ['violation Site/PatternCloudfrontLoggingBucket5535E897'],
  },
  CloudFrontTlsVersion: {
    why: 'the default certificate of CloudFront allows TLS 1.0, whatever else is set',
    findings: ['violation Site/PatternCloudFrontDistribution6616BF63'],
  },
  CognitoMfaRequired: {
    why: 'the pool that guards the dashboards signs in with a password alone',
    findings: [
      'violation Search/PatternCognitoUserPoolBC89C93C',
      'violation Service/PatternCognitoUserPoolBC89C93C',
    ],
  },
  CognitoUserPoolCustomerManagedKey: {
    why: 'a warning: the pattern leaves its pools to a key of AWS, as all constructs do so far',
    findings: [
      'violation Search/PatternCognitoUserPoolBC89C93C',
      'violation Service/PatternCognitoUserPoolBC89C93C',
    ],
  },
  DataStoreSurvivesStack: {
    why: 'the pattern deletes the domain with its stack',
    findings: [
      'violation Search/PatternOpenSearchDomain3FB4A53D',
      'violation Service/PatternOpenSearchDomain3FB4A53D',
    ],
  },
  DatabaseDeletionProtection: {
    why: 'the pattern leaves the deletion protection of the user pool off',
    findings: [
      'violation Search/PatternCognitoUserPoolBC89C93C',
      'violation Service/PatternCognitoUserPoolBC89C93C',
    ],
  },
  EcsStorageCustomerManagedKey: {
    why: 'a warning: tasks of Fargate, whose temporary disks have a key of AWS',
    findings: ['violation Service/PatternclusterD2034FCE'],
  },
  IsolatedZoneComputeRunsInVpc: {
    why: 'the queue pattern puts its function outside of any VPC, from where it reaches the Internet',
    findings: ['violation Queue/PatternLambdaFunction1FE0275B'],
  },
  LambdaEnvironmentCustomerManagedKey: {
    why: 'a warning: the variables name a connection setting and an endpoint, with the key aws/lambda',
    findings: [
      'violation Api/PatternLambdaFunction1FE0275B',
      'violation Queue/PatternLambdaFunction1FE0275B',
      'violation Search/PatternLambdaFunction1FE0275B',
    ],
  },
  LogGroupCustomerManagedKey: {
    why: 'confidentiality 2; the pattern leaves log groups to the key of CloudWatch Logs',
    findings: [
      'violation Api/PatternApiAccessLogGroupFC21EFC2',
      'violation Search/VpcFlowLogLogGroup7B5C56B9',
      'violation Service/VpcFlowLogLogGroup7B5C56B9',
    ],
  },
  OpenSearchAuditLogs: {
    why: 'the pattern publishes no audit logs',
    findings: [
      'violation Search/PatternOpenSearchDomain3FB4A53D',
      'violation Service/PatternOpenSearchDomain3FB4A53D',
    ],
  },
  OpenSearchCustomerManagedKey: {
    why: 'encryption at rest is on, with the key of AWS',
    findings: [
      'violation Search/PatternOpenSearchDomain3FB4A53D',
      'violation Service/PatternOpenSearchDomain3FB4A53D',
    ],
  },
  S3BucketCustomerManagedKey: {
    why: 'SSE-S3; the targets of S3 server access logs cannot have a KMS key, so they need evidence instead',
    findings: [
      'evidence Site/PatternCloudfrontLoggingBucketAccessLog7E9EBE74',
      'evidence Site/PatternS3LoggingBucket876A31CE',
      'violation Site/PatternCloudfrontLoggingBucket5535E897',
      'violation Site/PatternS3Bucket7C3C0982',
    ],
  },
  SecurityGroupLimitsEgress: {
    why: "CDK's default allows everything out",
    findings: [
      'violation Search/PatternReplaceDefaultSecurityGroupsecuritygroupCADE52CD',
      'violation Service/Patternsg1D700D09',
      'violation Service/ServiceECRAPIsecuritygroup06D2FE15',
      'violation Service/ServiceECRDKRsecuritygroup03239CA8',
    ],
  },
  SqsQueueCustomerManagedKey: {
    why: 'the pattern encrypts with alias/aws/sqs, the key of AWS',
    findings: ['violation Queue/PatternqueueC65B0945', 'violation Queue/Patternqueuedlq9B279645'],
  },
  TrailExists: {
    why: "the account's trail comes from the platform (profile), so somebody has to show it",
    findings: ['evidence Api/'],
  },
  VpcDhcpUsesTimeSync: {
    why: "the pattern's VPC names no time source",
    findings: ['violation Search/Vpc8378EB38', 'violation Service/Vpc8378EB38'],
  },
  WebAclInFrontOfPublic: {
    why: 'public API, distribution or user pool; the pattern adds no web ACL',
    findings: [
      'violation Api/PatternLambdaRestApiDeploymentStageprodD17B1FE2',
      'violation Search/PatternCognitoUserPoolBC89C93C',
      'violation Service/PatternCognitoUserPoolBC89C93C',
      'violation Site/PatternCloudFrontDistribution6616BF63',
    ],
  },
  VpcEndpointHasPolicy: {
    why: 'the pattern adds endpoints without a policy, which let every request through',
    findings: [
      'violation Service/VpcECRAPI9A3B6A2B',
      'violation Service/VpcECRDKR604E039F',
      'violation Service/VpcS3A5408339',
    ],
  },
};
