import { ref, resource } from '../helpers';
import type { Situation } from './situation';

type Verdict = Situation['verdict'];

/** One resource, as the three write it. */
interface Kind {
  readonly rule: string;
  readonly types: readonly [cloudformation: string, aws: string, native: string];
  readonly cases: readonly (readonly [
    name: string,
    Verdict,
    Properties: object,
    aws: object,
    native: object,
  ])[];
}

const ROTATES = [
  'a key that KMS renews each year',
  'compliant',
  { EnableKeyRotation: true },
  { enableKeyRotation: true },
  { enableKeyRotation: true },
] as const;

const PASSWORD = 'Tanuki-7-kitsune';

const document = (Action: string | readonly string[], Resource: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});
const WIDE = document('*', '*');
const NARROW = document(['s3:GetObject'], 'arn:aws:s3:::city-records/*');
const policy = (of: object) =>
  [
    { PolicyName: 'rights', RoleName: 'clerk', PolicyDocument: of },
    { name: 'rights', role: 'clerk', policy: JSON.stringify(of) },
    { policyName: 'rights', roleName: 'clerk', policyDocument: of },
  ] as const;

const trust = (Principal: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
});
const role = (Principal: object) =>
  [
    { AssumeRolePolicyDocument: trust(Principal) },
    { assumeRolePolicy: JSON.stringify(trust(Principal)) },
    { assumeRolePolicyDocument: trust(Principal) },
  ] as const;

const permission = (principal: string) =>
  [
    { FunctionName: 'letters', Action: 'lambda:InvokeFunction', Principal: principal },
    { function: 'letters', action: 'lambda:InvokeFunction', principal },
    { functionName: 'letters', action: 'lambda:InvokeFunction', principal },
  ] as const;

const machine = (level: string) =>
  [
    {
      DefinitionString: '{}',
      RoleArn: 'arn:aws:iam::111122223333:role/steps',
      LoggingConfiguration: {
        Level: level,
        Destinations: [
          {
            CloudWatchLogsLogGroup: {
              LogGroupArn: 'arn:aws:logs:ap-northeast-1:111122223333:log-group:steps:*',
            },
          },
        ],
      },
    },
    {
      definition: '{}',
      roleArn: 'arn:aws:iam::111122223333:role/steps',
      loggingConfiguration: {
        level,
        logDestination: 'arn:aws:logs:ap-northeast-1:111122223333:log-group:steps:*',
      },
    },
    {
      definitionString: '{}',
      roleArn: 'arn:aws:iam::111122223333:role/steps',
      loggingConfiguration: {
        level,
        destinations: [
          {
            cloudWatchLogsLogGroup: {
              logGroupArn: 'arn:aws:logs:ap-northeast-1:111122223333:log-group:steps:*',
            },
          },
        ],
      },
    },
  ] as const;

const subscription = (protocol: string) =>
  [
    {
      TopicArn: 'arn:aws:sns:ap-northeast-1:111122223333:t',
      Protocol: protocol,
      Endpoint: `${protocol}://city.example/hook`,
    },
    {
      topic: 'arn:aws:sns:ap-northeast-1:111122223333:t',
      protocol,
      endpoint: `${protocol}://city.example/hook`,
    },
    {
      topicArn: 'arn:aws:sns:ap-northeast-1:111122223333:t',
      protocol,
      endpoint: `${protocol}://city.example/hook`,
    },
  ] as const;

const trail = (more: object, aws: object, native: object = aws) =>
  [
    { IsLogging: true, S3BucketName: 'city-logs', ...more },
    { s3BucketName: 'city-logs', ...aws },
    { isLogging: true, s3BucketName: 'city-logs', ...native },
  ] as const;

const fn = (runtime: string) =>
  [
    {
      Runtime: runtime,
      Handler: 'index.handler',
      Role: 'arn:aws:iam::111122223333:role/f',
      Code: { S3Bucket: 'b', S3Key: 'k' },
    },
    {
      runtime,
      handler: 'index.handler',
      role: 'arn:aws:iam::111122223333:role/f',
      s3Bucket: 'b',
      s3Key: 'k',
    },
    {
      runtime,
      handler: 'index.handler',
      role: 'arn:aws:iam::111122223333:role/f',
      code: { s3Bucket: 'b', s3Key: 'k' },
    },
  ] as const;

const KINDS: readonly Kind[] = [
  {
    rule: 'KmsKeyRotation',
    types: ['AWS::KMS::Key', 'aws:kms/key:Key', 'aws-native:kms:Key'],
    cases: [ROTATES, ['a key that stays the same for ever', 'violation', {}, {}, {}]],
  },
  {
    rule: 'KmsKeyDeletionWindow',
    types: ['AWS::KMS::Key', 'aws:kms/key:Key', 'aws-native:kms:Key'],
    cases: [
      ['a key of which nothing is said', 'compliant', {}, {}, {}],
      [
        'a key that is gone after a week',
        'violation',
        { PendingWindowInDays: 7 },
        { deletionWindowInDays: 7 },
        { pendingWindowInDays: 7 },
      ],
    ],
  },
  {
    rule: 'LogGroupRetention',
    types: ['AWS::Logs::LogGroup', 'aws:cloudwatch/logGroup:LogGroup', 'aws-native:logs:LogGroup'],
    cases: [
      ['logs without an end', 'compliant', {}, { retentionInDays: 0 }, {}],
      [
        'logs of a month',
        'violation',
        { RetentionInDays: 30 },
        { retentionInDays: 30 },
        { retentionInDays: 30 },
      ],
    ],
  },
  {
    rule: 'LogGroupCustomerManagedKey',
    types: ['AWS::Logs::LogGroup', 'aws:cloudwatch/logGroup:LogGroup', 'aws-native:logs:LogGroup'],
    cases: [['logs with a key of AWS', 'violation', {}, {}, {}]],
  },
  {
    rule: 'NoIamUserCredentials',
    types: ['AWS::IAM::AccessKey', 'aws:iam/accessKey:AccessKey', ''],
    cases: [['a key that lasts', 'violation', { UserName: 'clerk' }, { user: 'clerk' }, {}]],
  },
  {
    rule: 'NoIamUserCredentials',
    types: ['AWS::IAM::User', 'aws:iam/user:User', 'aws-native:iam:User'],
    cases: [['a user who has nothing to log in with', 'compliant', {}, {}, {}]],
  },
  {
    rule: 'NoWildcardAdministrator',
    types: ['AWS::IAM::RolePolicy', 'aws:iam/rolePolicy:RolePolicy', 'aws-native:iam:RolePolicy'],
    cases: [
      ['a policy that allows everything', 'violation', ...policy(WIDE)],
      ['a policy that allows one thing', 'compliant', ...policy(NARROW)],
    ],
  },
  {
    rule: 'ResourcePolicyNotPublic',
    types: ['AWS::IAM::Role', 'aws:iam/role:Role', 'aws-native:iam:Role'],
    cases: [
      ['a role that anybody takes on', 'violation', ...role({ AWS: '*' })],
      ['a role of a service', 'compliant', ...role({ Service: 'lambda.amazonaws.com' })],
    ],
  },
  {
    rule: 'ResourcePolicyNotPublic',
    types: ['AWS::Lambda::Permission', 'aws:lambda/permission:Permission', 'aws-native:lambda:Permission'],
    cases: [
      ['a function that anybody starts', 'violation', ...permission('*')],
      ['a function that an account starts', 'compliant', ...permission('111122223333')],
    ],
  },
  {
    rule: 'FunctionUrlAuthenticates',
    types: ['AWS::Lambda::Url', 'aws:lambda/functionUrl:FunctionUrl', 'aws-native:lambda:Url'],
    cases: (['NONE', 'AWS_IAM'] as const).map((AuthType) => [
      `a function's address with ${AuthType}`,
      AuthType === 'NONE' ? 'violation' : 'compliant',
      { TargetFunctionArn: 'letters', AuthType },
      { functionName: 'letters', authorizationType: AuthType },
      { targetFunctionArn: 'letters', authType: AuthType },
    ]),
  },
  {
    rule: 'LambdaRuntimeSupported',
    types: ['AWS::Lambda::Function', 'aws:lambda/function:Function', 'aws-native:lambda:Function'],
    cases: [
      [
        'a function that AWS patches, as long as its use is not said to last longer',
        'evidence',
        ...fn('nodejs24.x'),
      ],
      ['a function that nobody patches any more', 'violation', ...fn('nodejs14.x')],
    ],
  },
  {
    rule: 'SqsQueueCustomerManagedKey',
    types: ['AWS::SQS::Queue', 'aws:sqs/queue:Queue', 'aws-native:sqs:Queue'],
    cases: [['a queue with a key of AWS', 'violation', {}, {}, {}]],
  },
  {
    rule: 'SnsTopicCustomerManagedKey',
    types: ['AWS::SNS::Topic', 'aws:sns/topic:Topic', 'aws-native:sns:Topic'],
    cases: [['a topic without a key', 'violation', {}, {}, {}]],
  },
  {
    rule: 'SecretCustomerManagedKey',
    types: [
      'AWS::SecretsManager::Secret',
      'aws:secretsmanager/secret:Secret',
      'aws-native:secretsmanager:Secret',
    ],
    cases: [['a secret with a key of AWS', 'violation', {}, {}, {}]],
  },
  {
    rule: 'SnsSubscriptionUsesHttps',
    types: [
      'AWS::SNS::Subscription',
      'aws:sns/topicSubscription:TopicSubscription',
      'aws-native:sns:Subscription',
    ],
    cases: [
      ['messages over TLS', 'compliant', ...subscription('https')],
      ['messages that anybody on the way reads', 'violation', ...subscription('http')],
    ],
  },
  {
    rule: 'StateMachineLogs',
    types: [
      'AWS::StepFunctions::StateMachine',
      'aws:sfn/stateMachine:StateMachine',
      'aws-native:stepfunctions:StateMachine',
    ],
    cases: [
      ['steps that are logged', 'compliant', ...machine('ALL')],
      ['steps that leave no trace', 'violation', ...machine('OFF')],
    ],
  },
  {
    rule: 'TrailIntegrity',
    types: ['AWS::CloudTrail::Trail', 'aws:cloudtrail/trail:Trail', 'aws-native:cloudtrail:Trail'],
    cases: [
      [
        'a trail that shows whether it was changed',
        'compliant',
        ...trail({ EnableLogFileValidation: true }, { enableLogFileValidation: true }),
      ],
      ['a trail of which nothing is said', 'violation', ...trail({}, {})],
    ],
  },
  {
    rule: 'TrailCoversAllRegions',
    types: ['AWS::CloudTrail::Trail', 'aws:cloudtrail/trail:Trail', 'aws-native:cloudtrail:Trail'],
    cases: [
      [
        'a trail of all regions, which the package lets record global services',
        'compliant',
        ...trail(
          { IsMultiRegionTrail: true, IncludeGlobalServiceEvents: true },
          { isMultiRegionTrail: true },
          { isMultiRegionTrail: true, includeGlobalServiceEvents: true },
        ),
      ],
      [
        'a trail of one region',
        'violation',
        ...trail({ IsMultiRegionTrail: false }, { isMultiRegionTrail: false }),
      ],
    ],
  },
  {
    rule: 'GuardDutyDetectorEnabled',
    types: ['AWS::GuardDuty::Detector', 'aws:guardduty/detector:Detector', 'aws-native:guardduty:Detector'],
    cases: [
      ['a detector, which the package switches on', 'compliant', { Enable: true }, {}, { enable: true }],
      ['a detector that is off', 'violation', { Enable: false }, { enable: false }, { enable: false }],
    ],
  },
];

const ofKinds = KINDS.flatMap(({ rule, types: [type, aws, native], cases }) =>
  cases.map(
    ([name, verdict, Properties, ofAws, ofNative]): Situation => ({
      name,
      rule,
      verdict,
      cloudformation: { One: { Type: type, Properties } },
      aws: [resource(aws, 'one', ofAws)],
      ...(native === '' ? {} : { native: [resource(native, 'one', ofNative)] }),
    }),
  ),
);

const USER = resource('aws:iam/user:User', 'clerk', { name: 'clerk' });
const ROLE = resource('aws:iam/role:Role', 'one', role({ Service: 'ec2.amazonaws.com' })[1]);
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const KEY = resource('aws:kms/key:Key', 'key');
const NATIVE_KEY = resource('aws-native:kms:Key', 'key');
const SECRET = resource('aws:secretsmanager/secret:Secret', 'one');
const NATIVE_SECRET = resource('aws-native:secretsmanager:Secret', 'one');
const SHARED = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
};

/** What takes more than one resource. */
export const SITUATIONS: readonly Situation[] = [
  ...ofKinds,
  {
    name: 'a user with a password',
    rule: 'NoIamUserCredentials',
    verdict: 'violation',
    cloudformation: {
      Clerk: { Type: 'AWS::IAM::User', Properties: { LoginProfile: { Password: PASSWORD } } },
    },
    aws: [USER, resource('aws:iam/userLoginProfile:UserLoginProfile', 'login', { user: ref(USER, 'name') })],
    native: [resource('aws-native:iam:User', 'clerk', { loginProfile: { password: PASSWORD } })],
  },
  {
    name: 'a role with the policy of administrators',
    rule: 'AdministratorPoliciesAllowlisted',
    verdict: 'violation',
    cloudformation: {
      One: {
        Type: 'AWS::IAM::Role',
        Properties: { ...role({ Service: 'ec2.amazonaws.com' })[0], ManagedPolicyArns: [ADMINISTRATOR] },
      },
    },
    aws: [
      ROLE,
      resource('aws:iam/rolePolicyAttachment:RolePolicyAttachment', 'attached', {
        role: ref(ROLE, 'name'),
        policyArn: ADMINISTRATOR,
      }),
    ],
    native: [
      resource('aws-native:iam:Role', 'one', {
        ...role({ Service: 'ec2.amazonaws.com' })[2],
        managedPolicyArns: [ADMINISTRATOR],
      }),
    ],
  },
  {
    name: 'a queue with a key of the city',
    rule: 'SqsQueueCustomerManagedKey',
    verdict: 'compliant',
    cloudformation: {
      Key: { Type: 'AWS::KMS::Key' },
      One: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { Ref: 'Key' } } },
    },
    aws: [KEY, resource('aws:sqs/queue:Queue', 'one', { kmsMasterKeyId: KEY })],
    native: [NATIVE_KEY, resource('aws-native:sqs:Queue', 'one', { kmsMasterKeyId: NATIVE_KEY })],
  },
  {
    name: 'logs with a key of the city',
    rule: 'LogGroupCustomerManagedKey',
    verdict: 'compliant',
    cloudformation: {
      Key: { Type: 'AWS::KMS::Key' },
      One: { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
    },
    aws: [KEY, resource('aws:cloudwatch/logGroup:LogGroup', 'one', { kmsKeyId: ref(KEY, 'arn') })],
    native: [NATIVE_KEY, resource('aws-native:logs:LogGroup', 'one', { kmsKeyId: ref(NATIVE_KEY, 'arn') })],
  },
  {
    name: 'a secret that a policy opens to everybody',
    rule: 'ResourcePolicyNotPublic',
    verdict: 'violation',
    cloudformation: {
      One: { Type: 'AWS::SecretsManager::Secret' },
      Policy: {
        Type: 'AWS::SecretsManager::ResourcePolicy',
        Properties: { SecretId: { Ref: 'One' }, ResourcePolicy: SHARED },
      },
    },
    aws: [
      SECRET,
      resource('aws:secretsmanager/secretPolicy:SecretPolicy', 'policy', {
        secretArn: ref(SECRET, 'arn'),
        policy: JSON.stringify(SHARED),
      }),
    ],
    native: [
      NATIVE_SECRET,
      resource('aws-native:secretsmanager:ResourcePolicy', 'policy', {
        secretId: NATIVE_SECRET,
        resourcePolicy: SHARED,
      }),
    ],
  },
  {
    name: 'a secret that its own policy opens to everybody',
    rule: 'ResourcePolicyNotPublic',
    verdict: 'violation',
    cloudformation: {
      One: { Type: 'AWS::SecretsManager::Secret' },
      Policy: {
        Type: 'AWS::SecretsManager::ResourcePolicy',
        Properties: { SecretId: { Ref: 'One' }, ResourcePolicy: SHARED },
      },
    },
    aws: [resource('aws:secretsmanager/secret:Secret', 'one', { policy: JSON.stringify(SHARED) })],
  },
];
