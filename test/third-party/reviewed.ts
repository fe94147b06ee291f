/**
 * Findings on the patterns, each looked at by hand on 2026-11-22 and 2026-11-24 against the clause and the documentation of AWS.
 * Logical ids carry CDK's hash, which is stable for a version of the pattern.
 */
export const REVIEWED: Readonly<
  Record<string, { readonly why: string; readonly findings: readonly string[] }>
> = {
  AccessAnalyzerExists: {
    why: 'nothing in the patterns looks for ids that nobody uses: it is for the platform to show',
    findings: ['evidence Api/'],
  },
  AlarmHasAction: {
    why: 'the pattern makes alarms and leaves it to the reader to send them anywhere',
    findings: [
      'violation Search/PatternAutomatedSnapshotFailureTooHighAlarmADED3643',
      'violation Search/PatternCPUUtilizationTooHighAlarm69EE01FC',
      'violation Search/PatternFreeStorageSpaceTooLowAlarmBC7FEB83',
      'violation Search/PatternIndexWritesBlockedTooHighAlarm90B2B51A',
      'violation Search/PatternJVMMemoryPressureTooHighAlarm305797D0',
      'violation Search/PatternMasterCPUUtilizationTooHighAlarm9F79DC44',
      'violation Search/PatternMasterJVMMemoryPressureTooHighAlarmBB4BD2E9',
      'violation Search/PatternStatusRedAlarm4D111FD8',
      'violation Search/PatternStatusYellowAlarm56307E3B',
      'violation Service/PatternAutomatedSnapshotFailureTooHighAlarmADED3643',
      'violation Service/PatternCPUUtilizationTooHighAlarm69EE01FC',
      'violation Service/PatternFreeStorageSpaceTooLowAlarmBC7FEB83',
      'violation Service/PatternIndexWritesBlockedTooHighAlarm90B2B51A',
      'violation Service/PatternJVMMemoryPressureTooHighAlarm305797D0',
      'violation Service/PatternMasterCPUUtilizationTooHighAlarm9F79DC44',
      'violation Service/PatternMasterJVMMemoryPressureTooHighAlarmBB4BD2E9',
      'violation Service/PatternStatusRedAlarm4D111FD8',
      'violation Service/PatternStatusYellowAlarm56307E3B',
    ],
  },
  ApiGatewayLimitsRate: {
    why: 'the pattern leaves the stage to the limits of the account',
    findings: ['violation Api/PatternLambdaRestApiDeploymentStageprodD17B1FE2'],
  },
  ArchiveBucketObjectLock: {
    why: 'access logs of the distribution land in a bucket that nothing locks',
    findings: ['violation Site/PatternCloudfrontLoggingBucket5535E897'],
  },
  BackupPlanExists: {
    why: 'the bucket of the site matters, and the platform has to show its backup plan',
    findings: ['evidence Site/'],
  },
  CapacityFollowsDemand: {
    why: 'availability 2; the pattern runs a fixed number of tasks',
    findings: ['violation Service/PatternserviceService7EFC8E58'],
  },
  CloudFrontTlsVersion: {
    why: 'the default certificate of CloudFront allows TLS 1.0, whatever else is set',
    findings: ['violation Site/PatternCloudFrontDistribution6616BF63'],
  },
  CognitoHidesUserExistence: {
    why: 'the pattern leaves PreventUserExistenceErrors at LEGACY, which tells users from others',
    findings: [
      'violation Search/PatternCognitoUserPoolClient7A2B6CD9',
      'violation Service/PatternCognitoUserPoolClient7A2B6CD9',
    ],
  },
  CognitoMfaRequired: {
    why: 'the pool that guards the dashboards signs in with a password alone',
    findings: [
      'violation Search/PatternCognitoUserPoolBC89C93C',
      'violation Service/PatternCognitoUserPoolBC89C93C',
    ],
  },
  CognitoTokensAreShort: {
    why: 'the pattern leaves refresh tokens at 30 days',
    findings: [
      'violation Search/PatternCognitoUserPoolClient7A2B6CD9',
      'violation Service/PatternCognitoUserPoolClient7A2B6CD9',
    ],
  },
  CognitoUserPoolCustomerManagedKey: {
    why: 'a warning: the pattern leaves its pools to a key of AWS, as all constructs do so far',
    findings: [
      'violation Search/PatternCognitoUserPoolBC89C93C',
      'violation Service/PatternCognitoUserPoolBC89C93C',
    ],
  },
  ConfigRecorderExists: {
    why: 'the platform provides it (profile), so somebody has to show it',
    findings: ['evidence Api/'],
  },
  ConfigRulesExist: {
    why: 'the platform provides it (profile), so somebody has to show it',
    findings: ['evidence Api/'],
  },
  ContainerLogs: {
    why: 'the pattern’s container has no log driver: on Fargate its output is lost',
    findings: ['violation Service/PatterntaskdefB3E33237'],
  },
  ContainerRootIsReadOnly: {
    why: 'the pattern leaves the file system of the container open to writing',
    findings: ['violation Service/PatterntaskdefB3E33237'],
  },
  ContainerUserIsNotRoot: {
    why: 'the pattern names no user, so the image decides',
    findings: ['evidence Service/PatterntaskdefB3E33237'],
  },
  DataStoreCopiedToOtherRegion: {
    why: 'the bucket of the site is versioned, and lies in one region only',
    findings: ['violation Site/PatternS3Bucket7C3C0982'],
  },
  DataStoreSurvivesReplacement: {
    why: 'a replacement deletes the domain, whose UpdateReplacePolicy is Delete',
    findings: [
      'violation Search/PatternOpenSearchDomain3FB4A53D',
      'violation Service/PatternOpenSearchDomain3FB4A53D',
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
  DnsQueryLogs: {
    why: 'the platform provides it (profile), so somebody has to show it',
    findings: ['evidence Search/'],
  },
  EcsContainerInsights: {
    why: 'the pattern’s cluster has no settings, and the default of the account is off',
    findings: ['violation Service/PatternclusterD2034FCE'],
  },
  EcsStorageCustomerManagedKey: {
    why: 'a warning: tasks of Fargate, whose temporary disks have a key of AWS',
    findings: ['violation Service/PatternclusterD2034FCE'],
  },
  IncompleteUploadsExpire: {
    why: 'the only lifecycle rule of the bucket moves old versions, and ends no uploads',
    findings: ['violation Site/PatternS3Bucket7C3C0982'],
  },
  IsolatedZoneComputeRunsInVpc: {
    why: 'the queue pattern puts its function outside of any VPC, from where it reaches the Internet',
    findings: ['violation Queue/PatternLambdaFunction1FE0275B'],
  },
  LambdaEnvironmentCustomerManagedKey: {
    why: 'a warning: the variables name a connection setting and an endpoint, with the key aws/lambda',
    findings: ['violation Search/PatternLambdaFunction1FE0275B'],
  },
  LambdaRuntimeSupported: {
    why: 'the runtime is supported, and nothing says for how long the functions are to be used',
    findings: [
      'evidence Api/PatternLambdaFunction1FE0275B',
      'evidence Queue/PatternLambdaFunction1FE0275B',
      'evidence Search/PatternLambdaFunction1FE0275B',
    ],
  },
  LogArchiveIsCopied: {
    why: 'the access logs of the distribution lie in one bucket only',
    findings: ['violation Site/PatternCloudfrontLoggingBucket5535E897'],
  },
  LogGroupCustomerManagedKey: {
    why: 'confidentiality 2; the pattern leaves log groups to the key of CloudWatch Logs',
    findings: [
      'violation Api/PatternApiAccessLogGroupFC21EFC2',
      'violation Search/VpcFlowLogLogGroup7B5C56B9',
      'violation Service/VpcFlowLogLogGroup7B5C56B9',
    ],
  },
  OldVersionsExpire: {
    why: 'old versions move to Glacier and stay there for ever',
    findings: ['violation Site/PatternS3Bucket7C3C0982'],
  },
  OnlyApprovedServices: {
    why: 'the profile has no list of services, so that the record must be shown',
    findings: ['evidence Api/'],
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
  OpenSearchEngineSupported: {
    why: 'the version is supported, and nothing says for how long the domains are to be used',
    findings: [
      'evidence Search/PatternOpenSearchDomain3FB4A53D',
      'evidence Service/PatternOpenSearchDomain3FB4A53D',
    ],
  },
  OpenSearchUpdatesItself: {
    why: 'the pattern leaves updates of the service software to whoever runs it',
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
  SecurityHubEnabled: {
    why: 'the platform provides it (profile), so somebody has to show it',
    findings: ['evidence Api/'],
  },
  SqsQueueCustomerManagedKey: {
    why: 'the pattern encrypts with alias/aws/sqs, the key of AWS',
    findings: ['violation Queue/PatternqueueC65B0945', 'violation Queue/Patternqueuedlq9B279645'],
  },
  StackTerminationProtection: {
    why: 'the stacks are of availability 2, and are made without the protection',
    findings: [
      'violation Api/',
      'violation Queue/',
      'violation Search/',
      'violation Service/',
      'violation Site/',
    ],
  },
  ThreatDetectionEnabled: {
    why: 'the platform provides it (profile), so somebody has to show it',
    findings: ['evidence Api/'],
  },
  TrailExists: {
    why: "the account's trail comes from the platform (profile), so somebody has to show it",
    findings: ['evidence Api/'],
  },
  VpcDhcpUsesTimeSync: {
    why: "the pattern's VPC names no time source",
    findings: ['violation Search/Vpc8378EB38', 'violation Service/Vpc8378EB38'],
  },
  VpcEndpointHasPolicy: {
    why: 'the pattern adds endpoints without a policy, which let every request through',
    findings: [
      'violation Service/VpcECRAPI9A3B6A2B',
      'violation Service/VpcECRDKR604E039F',
      'violation Service/VpcS3A5408339',
    ],
  },
  VulnerabilitiesAreScanned: {
    why: 'the platform provides it (profile), so somebody has to show it',
    findings: ['evidence Api/'],
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
  WebContentChangesAreNotified: {
    why: 'nobody hears when the pages behind the distribution are changed',
    findings: ['violation Site/PatternS3Bucket7C3C0982'],
  },
};
