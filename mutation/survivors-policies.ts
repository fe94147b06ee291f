import type { Row } from './tables';

/** Subjects with roles that have each guard twice. */
const VENDOR = /three-zone|^(VendorAdministrator|Operator|Privileged|Deployment)Role|^ReviewedPipeline/;
const TWICE = /^(Vendor|Operator|Staff|Deployment|Approver)/;
const GUARDED = /^Vendor role guarded/;
const TO_SERVICE = /Statement\[Allow to service\]/;

/** Policies of endpoints: what all of the constructs write, and the few statements beside it. */
const ENDPOINT_POLICIES: readonly Row[] = [
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /Statement\[Allow\]$/,
    operators: ['any-action'],
    change: /^Action: "[a-z0-9-]+:\*" -> "\*"$/,
    reason: 'equivalent: an endpoint serves one service, and the statement holds all of its actions already',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /Statement\[Allow\]$/,
    operators: ['any-action'],
    resource: /Endpoints3|Gateways3/,
    change: /^Action: "s3:GetObject" -> "\*"$/,
    reason:
      'the statement is about one bucket of AWS, which holds layers of images: what may be done with it its owner decides',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /Statement\[Allow\](\.Condition(\.StringEquals(\.aws:PrincipalAccount)?)?)?$/,
    resource: /Endpointssm[0-9A-F]/,
    change: /ssm:GetDocument|arn:|aws:PrincipalAccount|StringEqualsIfExists/,
    reason:
      'the statement lets documents, parameters and baselines of AWS itself be read: nothing can be carried out by that, whoever reads what',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /Statement\[Allow\]$/,
    operators: ['any-principal'],
    change: /^Principal: \{"AWS":"\*"\} -> "\*"$/,
    reason: 'equivalent: both mean everybody, of whom the condition leaves the city’s own account',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /Statement\[Allow\]$/,
    operators: ['strange-principal'],
    reason: 'stricter: nobody but one stranger, whom the condition or the bucket of AWS keeps out',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /Statement\[Allow\]\.Condition(\.StringEquals\.aws:PrincipalAccount)?$/,
    operators: ['drop', 'any-value'],
    change: /^without "111122223333"$|^aws:PrincipalAccount like/,
    reason:
      'the other condition names the account that resources belong to: strangers reach only what is the city’s, whose own policies keep them out',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /Statement\[Allow\]\.Condition$/,
    operators: ['if-exists'],
    reason:
      'a request without these keys is an anonymous one, or about no resource: it carries nothing to anybody else, and the policies of the city’s own resources keep it out',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /Statement\[Allow\]\.Condition(\.StringEquals\.aws:ResourceAccount)?$/,
    operators: ['drop', 'any-value'],
    resource: /Endpoint(ec2messages|monitoring|ssm|ssmmessages|sts)[0-9A-F]/,
    reason:
      'these services write to the account of the caller, whom the other condition names: no data can be sent to another one by them',
  },
];

/** Policies of keys and buckets, and trust in services. */
const GRANTS: readonly Row[] = [
  {
    type: 'AWS::KMS::Key',
    path: /^KeyPolicy(\.Statement)?$/,
    operators: ['drop'],
    reason:
      'equivalent or stricter: the default policy is for the own account, and a policy without statements is refused',
  },
  {
    type: 'AWS::KMS::Key',
    path: /^KeyPolicy\.Statement\[Allow\]$/,
    operators: ['any-action'],
    change: /^Action: "kms:\*" -> "\*"$/,
    reason: 'equivalent: the policy of a key knows actions of kms alone',
  },
  {
    type: 'AWS::KMS::Key',
    path: /Statement\[Allow to service\]\.Condition(\.(ArnLike|StringEquals)(\.aws:Source\w+)?)?$/,
    operators: ['drop', 'any-value', 'if-exists'],
    resource: /ArchiveKey/,
    // Without either of them it must be noticed.
    change: /^(?!without \{"(StringEquals|ArnLike)")/,
    reason: 'one of two conditions that name the account, and a service always sends both of these keys',
  },
  {
    type: 'AWS::KMS::Key',
    path: /Statement\[Allow to service\]\.Condition\.StringEquals\.kms:EncryptionContext:aws:ecs:clusterAccount\[\*\]$/,
    operators: ['drop-item'],
    reason: 'stricter: a condition with no value never holds',
  },
  {
    type: 'AWS::KMS::Key',
    path: /Statement\[Allow to service\]\.Condition(\.ForAllValues:StringEquals(\.kms:GrantOperations(\[\*\])?)?)?$/,
    operators: ['drop', 'drop-item', 'if-exists'],
    change: /GrantOperations|"Decrypt"|^ForAllValues:StringEqualsIfExists$/,
    reason:
      'Fargate makes the grants that its tasks need, and none at the wish of others; the other condition names the account that it works for',
  },
  {
    type: 'AWS::S3::BucketPolicy',
    path: /Statement\[Allow to service\]$/,
    operators: ['any-resource'],
    reason:
      'means this one bucket: the service may write to another folder of it, still for the account that the condition names',
  },
  {
    type: 'AWS::S3::BucketPolicy',
    path: /Statement\[Allow to service\]\.Condition$/,
    operators: ['drop'],
    reason:
      'the folder of the account in Resource is a limit as well, since services write what belongs to others elsewhere; and to ask for the settings of a bucket tells nothing of what is in it',
  },
  {
    type: 'AWS::S3::BucketPolicy',
    path: /Statement\[Deny\](\.(Action|Resource)\[\*\])?$/,
    operators: ['drop-item', 'narrow-deny', 'repeat'],
    resource: /ArchiveBucketPolicy/,
    reason:
      'the object lock keeps every version from everybody (ArchiveBucketObjectLock), and S3 deletes no bucket that holds any',
  },
  {
    type: 'AWS::S3::BucketPolicy',
    path: /Statement\[Deny s3:TlsVersion\]/,
    reason: 'AWS refuses TLS 1.0 and 1.1 for all of S3 by itself',
  },
  {
    type: 'AWS::S3::BucketPolicy',
    path: /s3:x-amz-acl$/,
    reason: 'no ACL has any effect on a bucket whose owner enforces ownership',
  },
  {
    type: 'AWS::KMS::Key',
    path: new RegExp(`^KeyPolicy\\.${TO_SERVICE.source}$`),
    operators: ['any-principal'],
    resource: /^Alarm(s|Topic)Key/,
    reason:
      'the condition leaves what services do for the city’s own account: a request that anybody makes himself has no aws:SourceAccount',
  },
  {
    type: 'AWS::KMS::Key',
    path: new RegExp(`^KeyPolicy\\.${TO_SERVICE.source}\\.Condition`),
    resource: /^Alarm(s|Topic)Key/,
    reason:
      'alarms of another account reach no encrypted topic of this one: the policy of the topic decides who publishes (ResourcePolicyNotPublic)',
  },
  {
    type: 'AWS::IAM::Role',
    path: new RegExp(`^AssumeRolePolicyDocument\\.${TO_SERVICE.source}\\.Condition$`),
    operators: ['drop'],
    reason:
      'to have a service take on a role takes iam:PassRole in the account of the role: a stranger cannot make it',
  },
  {
    type: 'AWS::IAM::Policy',
    path: /Statement\[Allow\]$/,
    operators: ['any-resource'],
    change:
      /^Resource: \{"Fn::GetAtt":\["(AccessLogsBucket|ServiceImages|ServiceLog|TrailLog|(Network|Groupware|Records)FlowLog)/,
    reason:
      'reads settings, names of logs or images of programs, or adds to logs: opens no information of residents, and changes none',
  },
];

/** Roles that have each guard twice: what either does alone is judged in subjects of its own. */
const VENDOR_ROLE: readonly Row[] = [
  {
    type: 'AWS::IAM::Role',
    path: /Condition\.(Bool(\.aws:MultiFactorAuthPresent)?|NumericLessThan(\.aws:MultiFactorAuthAge)?)$/,
    operators: ['drop', 'flip', 'number-hundredfold'],
    subject: VENDOR,
    reason: 'the other condition asks for MFA as well: there is an age of it only where there is one',
  },
  {
    type: 'AWS::IAM::Role',
    path: /Condition$/,
    operators: ['if-exists'],
    change: /^(Bool|NumericLessThan)IfExists$/,
    subject: VENDOR,
    reason: 'the other condition asks for MFA as well: there is an age of it only where there is one',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^Policies/,
    operators: ['drop', 'drop-item', 'narrow-deny', 'allow-denied', 'any-resource'],
    resource: TWICE,
    subject: VENDOR,
    reason: 'its boundary denies the same, and allows no more',
  },
  {
    type: 'AWS::IAM::ManagedPolicy',
    path: /^PolicyDocument\.Statement/,
    operators: ['drop', 'drop-item', 'narrow-deny', 'allow-denied', 'any-resource', 'any-action'],
    resource: new RegExp(`${TWICE.source}Boundary`),
    subject: VENDOR,
    reason: 'the policies of the role itself deny the same, and allow no more',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^AssumeRolePolicyDocument\.Statement\[Allow\]$/,
    operators: ['strange-principal'],
    reason:
      'which account is a vendor’s only the city can tell: of a role for vendors any named account is, with MFA and for an hour',
  },
  {
    type: 'AWS::IAM::Role',
    path: /Statement\[Allow\]\.Condition(\.IpAddress|\.StringEquals(\.sts:ExternalId)?$|$)/,
    operators: ['drop', 'drop-item', 'widen', 'any-value', 'if-exists'],
    change: /sts:ExternalId|SourceIp|203\.0\.113|IpAddress|city-2024|StringEquals/,
    subject: VENDOR,
    reason:
      'addresses and a shared word are beyond what is asked for: named principals, with MFA, for an hour',
  },
];

/** Actions that the guard of the construct denies, and that 7.2(1)③(エ) does not speak of. */
const BEYOND_THE_CLAUSE: readonly (readonly [RegExp, string])[] = [
  [
    /iam:(ChangePassword|(Update|Delete)(SSHPublicKey|SigningCertificate)|DeleteServiceSpecificCredential)"/,
    'the password of the caller, or a key that is switched off or taken away: nobody gains a right by it',
  ],
  [
    /iam:Delete(Policy|PolicyVersion|SAMLProvider|OpenIDConnectProvider)"/,
    'takes away what nobody uses, or a way to log in: nobody gains a right by it',
  ],
  [/iam:(Update|Delete)AccountPasswordPolicy"/, 'says what passwords must look like, and changes none'],
  [
    /sso:(Provision|Create|Delete)PermissionSet"/,
    'a permission set that holds no rights yet, or rights that others have put into it',
  ],
  [
    /"(elasticache:CreateUser|memorydb:CreateUser|transfer:\w+|cognito-idp:(AdminCreateUser|AdminAddUserToGroup|SetUserPoolMfaConfig|UpdateUserPool))"/,
    'ids of an application, without privileges in the cloud or in a database: the clause is about privileged ones',
  ],
  [
    /"(secretsmanager:(CancelRotateSecret|DeleteSecret)|ssm:(Put|Delete)Parameter)"/,
    'changes no password: those are kept in Secrets Manager (SsmParameterHoldsNoSecret), and changed by PutSecretValue, UpdateSecret and RotateSecret',
  ],
  [
    /secretsmanager:(Put|Delete)ResourcePolicy"/,
    'the rule asks which rights an identity has, and not yet which it could hand on by the policy of a secret',
  ],
  [
    /"(logs:(PutRetentionPolicy|DisassociateKmsKey)|s3:PutBucketLogging|guardduty:UpdateDetector|cloudtrail:PutInsightSelectors|kms:DisableKeyRotation)"/,
    'a setting that every deployment makes: what templates set is judged, and drift is for AWS Config (8.2(1)③)',
  ],
  [
    /s3:BypassGovernanceRetention"/,
    'archives are locked in compliance mode, past which this right does not lead (ArchiveBucketObjectLock)',
  ],
];

/** Roles with a single guard, which denies more than the clause asks for. */
const GUARDED_ROLES: readonly Row[] = [
  ...BEYOND_THE_CLAUSE.map(([change, reason]) => ({
    type: /^AWS::IAM::(Role|ManagedPolicy)$/,
    path: /Statement\[Deny\]\.Action\[\*\]$/,
    operators: ['drop-item'],
    subject: GUARDED,
    change,
    reason,
  })),
  {
    type: 'AWS::IAM::ManagedPolicy',
    path: /Statement\[Deny\](\.Action\[\*\])?$/,
    operators: ['drop-item', 'narrow-deny'],
    subject: /^Vendor role guarded by its boundary/,
    change: /(logs|ec2|config|guardduty|cloudtrail):|^Condition: /,
    reason:
      'NoRightToDeleteLogs reads what policies allow, and tells these rights of the role whether its boundary denies them or not',
  },
  {
    type: 'AWS::IAM::Role',
    path: /MultiFactorAuthAge$/,
    operators: ['number-hundredfold'],
    subject: GUARDED,
    reason: 'MFA is asked for all the same, and a session ends after an hour',
  },
  {
    type: 'AWS::IAM::ManagedPolicy',
    path: /Statement\[Allow\]$/,
    operators: ['any-action'],
    subject: GUARDED,
    reason: 'a boundary allows nothing by itself, and the policies of the role are as they were',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^Policies(\[\*\])?$/,
    operators: ['drop', 'drop-item'],
    subject: GUARDED,
    reason: 'fewer rights: the guard goes together with what it guards against',
  },
];

/** Policies, whatever they stand at. */
export const POLICY_SURVIVORS: readonly Row[] = [
  ...ENDPOINT_POLICIES,
  ...GRANTS,
  ...VENDOR_ROLE,
  ...GUARDED_ROLES,
];
