import { principalsOf } from '../../../lib/analysis/identity/principals';
import { reachOf } from '../../../lib/analysis/identity/reach';
import { resourcePolicyOf } from '../../../lib/analysis/identity/resource-policy';
import { LEVELS, type Level } from '../../../lib/analysis/identity/store-actions';
import type { Deployment } from '../../../lib/model/deployment';
import type { Resource } from '../../../lib/model/resource';
import { MIYAZAKI } from '../../../lib/policy/profile';
import { deploymentOf } from '../../helpers/inline';

type Json = Readonly<Record<string, unknown>>;

const trust = {
  Statement: { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' },
};
const bucket = { Type: 'AWS::S3::Bucket', Properties: {} };
const arn = { 'Fn::GetAtt': ['Records', 'Arn'] };
const objects = (rest = '*') => ({ 'Fn::Sub': `\${Records.Arn}/${rest}` });
const allow = (Action: unknown, Resource: unknown, more: Json = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: unknown, Resource: unknown, more: Json = {}) => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more,
});
const role = (statements: readonly Json[], more: Json = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: trust,
    Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    ...more,
  },
});
const policyOf = (statements: readonly Json[]) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: { Ref: 'Records' },
    PolicyDocument: { Version: '2012-10-17', Statement: statements },
  },
});

function resource(deployment: Deployment, id: string): Resource {
  const found = deployment.resources.find(({ logicalId }) => logicalId === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

/** The levels of a role on a store: `+` certain, `?` possible, and nothing where there is none. */
function levels(resources: Json, who = 'Reader', store = 'Records', more: Json = {}): string {
  const deployment = deploymentOf({ Resources: resources, ...more });
  const reach = reachOf({ identity: resource(deployment, who) }, resource(deployment, store), MIYAZAKI.facts);
  if (reach === undefined) throw new Error('the type of the store is not known');
  return shown(reach.levels);
}

function shown(
  found: Readonly<
    Record<Level, { readonly claim: { holds: { isAlways: boolean }; breaks: { isAlways: boolean } } }>
  >,
) {
  return LEVELS.flatMap((level) => {
    const { holds, breaks } = found[level].claim;
    return holds.isAlways ? [`${level}+`] : breaks.isAlways ? [] : [`${level}?`];
  }).join(' ');
}

describe('what a role can do with a bucket', () => {
  const cases: readonly (readonly [why: string, expected: string, resources: Json])[] = [
    ['nothing without a statement', '', { Records: bucket, Reader: role([]) }],
    [
      'reads the objects that it names',
      'read+',
      { Records: bucket, Reader: role([allow('s3:GetObject', objects())]) },
    ],
    // The ARN of the bucket is not that of an object.
    ['an object is not the bucket', '', { Records: bucket, Reader: role([allow('s3:GetObject', arn)]) }],
    [
      'reads some of them: that is reading',
      'read+',
      { Records: bucket, Reader: role([allow('s3:GetObject', objects('public/*'))]) },
    ],
    [
      'how a bucket is set up says nothing of its contents',
      'inspect+',
      { Records: bucket, Reader: role([allow('s3:GetBucketVersioning', arn)]) },
    ],
    ['case counts for nothing', 'list+', { Records: bucket, Reader: role([allow('S3:listbucket', arn)]) }],
    [
      'another bucket',
      '',
      {
        Records: bucket,
        Other: bucket,
        Reader: role([allow('s3:*', [{ 'Fn::GetAtt': ['Other', 'Arn'] }, { 'Fn::Sub': '${Other.Arn}/*' }])]),
      },
    ],
    [
      'everything',
      LEVELS.map((level) => `${level}+`).join(' '),
      { Records: bucket, Reader: role([allow('*', '*')]) },
    ],
    ['a wildcard in the middle', 'read+', { Records: bucket, Reader: role([allow('s3:Get*Object', '*')]) }],
    // s3:GetObject and the like are left; what is denied is gone.
    [
      'a denial takes back what it covers',
      'write+',
      {
        Records: bucket,
        Reader: role([allow(['s3:GetObject', 's3:PutObject'], objects()), deny('s3:Get*', '*')]),
      },
    ],
    [
      'a denial of other objects takes nothing back',
      'read+',
      {
        Records: bucket,
        Reader: role([allow('s3:GetObject', objects()), deny('s3:GetObject', objects('secret/*'))]),
      },
    ],
    [
      'a denial of all but some objects leaves those',
      'read+',
      {
        Records: bucket,
        Reader: role([
          allow('s3:GetObject', objects()),
          { Effect: 'Deny', Action: 's3:GetObject', NotResource: objects('public/*') },
        ]),
      },
    ],
    [
      'a denial of just the same objects',
      '',
      {
        Records: bucket,
        Reader: role([allow('s3:GetObject', objects('a/*')), deny('s3:GetObject', objects('a/*'))]),
      },
    ],
    // Whoever asks can be at that endpoint.
    [
      'a condition on where one asks from limits, and does not close',
      'read+',
      {
        Records: bucket,
        Reader: role([
          allow('s3:GetObject', objects(), { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }),
        ]),
      },
    ],
    [
      'two conditions on one key that cannot both be met',
      '',
      {
        Records: bucket,
        Reader: role([
          allow('s3:GetObject', objects(), { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    ],
    // Nothing tells before deployment whether a session has the tag.
    [
      'a condition on the tags of the session',
      'read?',
      {
        Records: bucket,
        Reader: role([
          allow('s3:GetObject', objects(), { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'x' } } }),
        ]),
      },
    ],
    // A variable stands for the name of a user; which it is cannot be told.
    [
      'a variable in the name',
      'read?',
      {
        Records: bucket,
        Reader: role([allow('s3:GetObject', { 'Fn::Join': ['', [arn, '/home/${aws:username}/*']] })]),
      },
    ],
    [
      'an Allow with NotAction',
      'list+ write+ permissions+ tagging+ inspect+',
      {
        Records: bucket,
        Reader: role([
          { Effect: 'Allow', NotAction: 's3:Get*Object*', Resource: '*' },
          deny(['s3:GetObject*'], '*'),
        ]),
      },
    ],
    [
      'a policy that cannot be seen may allow anything',
      LEVELS.map((level) => `${level}?`).join(' '),
      {
        Records: bucket,
        Reader: role([], { ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/Elsewhere'] }),
      },
    ],
    [
      'a policy of AWS by what is in it',
      'list+ read+ inspect+',
      {
        Records: bucket,
        Reader: role([], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'] }),
      },
    ],
    [
      'a policy of AWS that has nothing to do with stores',
      '',
      {
        Records: bucket,
        Reader: role([], {
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
        }),
      },
    ],
  ];
  test.each(cases)('%s', (_why, expected, resources) => {
    expect(levels(resources)).toBe(expected);
  });

  test('over a policy that is attached from elsewhere, which is told with its place', () => {
    const resources = {
      Records: bucket,
      Reader: role([]),
      Attached: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          Roles: [{ Ref: 'Reader' }],
          PolicyDocument: { Statement: allow('s3:GetObject', objects()) },
        },
      },
    };
    const deployment = deploymentOf({ Resources: resources });
    const reach = reachOf(
      { identity: resource(deployment, 'Reader') },
      resource(deployment, 'Records'),
      MIYAZAKI.facts,
    );
    expect(shown(reach!.levels)).toBe('read+');
    expect(reach!.by.map(({ path, holder }) => [path, holder?.logicalId])).toEqual([
      ['Attached/PolicyDocument.Statement', 'Attached'],
    ]);
  });

  test('which is made under a condition only', () => {
    const resources = {
      Records: bucket,
      Reader: role([
        { 'Fn::If': ['Wide', allow('s3:GetObject', objects()), { Ref: 'AWS::NoValue' }] } as unknown as Json,
      ]),
    };
    const more = {
      Parameters: { P: { Type: 'String' } },
      Conditions: { Wide: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
    };
    expect(levels(resources, 'Reader', 'Records', more)).toBe('read?');
  });
});

describe('a boundary', () => {
  const boundary = (statements: readonly Json[]) => ({
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: { PolicyDocument: { Statement: statements } },
  });
  const bounded = (statements: readonly Json[]) =>
    role([allow('s3:*', '*')], { PermissionsBoundary: { Ref: statements.length > 0 ? 'Boundary' : 'x' } });
  test('leaves what it allows', () => {
    const inner = [allow('s3:GetObject', '*')];
    expect(levels({ Records: bucket, Boundary: boundary(inner), Reader: bounded(inner) })).toBe('read+');
  });
  test('may leave some of the objects', () => {
    const inner = [allow('s3:GetObject', objects('public/*'))];
    expect(levels({ Records: bucket, Boundary: boundary(inner), Reader: bounded(inner) })).toBe('read+');
  });
  test('of another bucket leaves nothing', () => {
    const inner = [allow('s3:*', 'arn:aws:s3:::other/*')];
    const named = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'city-records' } };
    expect(levels({ Records: named, Boundary: boundary(inner), Reader: bounded(inner) })).toBe('');
  });
  // Neither pattern holds the other: only a/x is in both, which a trial does not find, and a mere look does not exclude.
  test('that meets the statement in a corner is left open', () => {
    const inner = [allow('s3:GetObject', objects('a/*'))];
    const resources = {
      Records: bucket,
      Boundary: boundary(inner),
      Reader: role([allow('s3:GetObject', objects('*/x'))], { PermissionsBoundary: { Ref: 'Boundary' } }),
    };
    expect(levels(resources)).toBe('read?');
  });
});

describe('the policy of the bucket', () => {
  const reader = { 'Fn::GetAtt': ['Reader', 'Arn'] };
  test('lets a role in by its name', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: reader },
      Action: 's3:GetObject',
      Resource: objects(),
    };
    expect(levels({ Records: bucket, Policy: policyOf([statement]), Reader: role([]) })).toBe('read+');
  });
  test('that names the account leaves it to the policies of its roles', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: { Ref: 'AWS::AccountId' } },
      Action: 's3:GetObject',
      Resource: objects(),
    };
    expect(levels({ Records: bucket, Policy: policyOf([statement]), Reader: role([]) })).toBe('');
  });
  test('denies whoever does not come over TLS, which is nobody who can', () => {
    const statement = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [arn, objects()],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    expect(
      levels({
        Records: bucket,
        Policy: policyOf([statement]),
        Reader: role([allow('s3:GetObject', objects())]),
      }),
    ).toBe('read+');
  });
  test('denies everybody but one role', () => {
    const statement = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: objects(),
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': { 'Fn::GetAtt': ['Other', 'Arn'] } } },
    };
    const resources = {
      Records: bucket,
      Policy: policyOf([statement]),
      Reader: role([allow('s3:GetObject', objects())]),
      Other: role([allow('s3:GetObject', objects())]),
    };
    expect(levels(resources)).toBe('');
    expect(levels(resources, 'Other')).toBe('read+');
  });
  // What may be there and cannot be seen may deny as well as allow.
  test('of which a part is not known leaves it open', () => {
    const resources = {
      Records: bucket,
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: { Bucket: { Ref: 'Records' }, PolicyDocument: { Ref: 'P' } },
      },
      Reader: role([allow('s3:GetObject', objects())]),
    };
    expect(levels(resources, 'Reader', 'Records', { Parameters: { P: { Type: 'String' } } })).toBe(
      LEVELS.map((level) => `${level}?`).join(' '),
    );
  });
  test('lets the role in through a boundary no further than the boundary', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: reader },
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: objects(),
    };
    const boundary = {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: { Statement: allow('s3:GetObject', '*') } },
    };
    expect(
      levels({
        Records: bucket,
        Policy: policyOf([statement]),
        Boundary: boundary,
        Reader: role([], { PermissionsBoundary: { Ref: 'Boundary' } }),
      }),
    ).toBe('read+');
  });
});

describe('the key of a store', () => {
  const key = (statements: readonly Json[]) => ({
    Type: 'AWS::KMS::Key',
    Properties: { KeyPolicy: { Statement: statements } },
  });
  const toAccount = {
    Effect: 'Allow',
    Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
    Action: 'kms:*',
    Resource: '*',
  };
  const keyArn = { 'Fn::GetAtt': ['Key', 'Arn'] };
  const encrypted = {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn } },
        ],
      },
    },
  };
  const queue = { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: keyArn } };
  const reads = allow('s3:GetObject', '*');
  const decrypts = allow('kms:Decrypt', keyArn);

  test('is needed for what a bucket keeps under it', () => {
    expect(levels({ Records: encrypted, Key: key([toAccount]), Reader: role([reads, decrypts]) })).toBe(
      'read+',
    );
    // Objects under another key may lie in the bucket, too.
    expect(levels({ Records: encrypted, Key: key([toAccount]), Reader: role([reads]) })).toBe('read?');
  });
  test('is needed for all that a queue holds', () => {
    const receives = allow('sqs:ReceiveMessage', '*');
    expect(levels({ Records: queue, Key: key([toAccount]), Reader: role([receives, decrypts]) })).toBe(
      'read+',
    );
    expect(levels({ Records: queue, Key: key([toAccount]), Reader: role([receives]) })).toBe('');
  });
  test('whose policy leaves nothing to the account is closed to the policies of roles', () => {
    const other = { ...toAccount, Principal: { AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } } };
    const resources = {
      Records: queue,
      Key: key([other]),
      Reader: role([allow('sqs:*', '*'), decrypts]),
      Other: role([allow('sqs:ReceiveMessage', '*')]),
    };
    expect(levels(resources)).not.toMatch(/read/);
    expect(levels(resources, 'Other')).toBe('read+');
  });
});

describe('accounts', () => {
  const template = (resources: Json, account: string) => ({
    body: { Resources: resources },
    stack: { account, stackName: account },
  });
  const across = (statements: readonly Json[]) => {
    const deployment = deploymentOf(
      template(
        {
          Records: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'city-records' } },
          Policy: policyOf(statements),
        },
        '111111111111',
      ),
      template(
        { Reader: role([allow('s3:GetObject', 'arn:aws:s3:::city-records/*')], { RoleName: 'reader' }) },
        '222222222222',
      ),
    );
    const reach = reachOf(
      { identity: resource(deployment, 'Reader') },
      resource(deployment, 'Records'),
      MIYAZAKI.facts,
    );
    return shown(reach!.levels);
  };
  test('of two both must allow', () => {
    expect(across([])).toBe('');
    const statement = (principal: string, action = 's3:*') => ({
      Effect: 'Allow',
      Principal: { AWS: principal },
      Action: action,
      Resource: 'arn:aws:s3:::city-records/*',
    });
    expect(across([statement('arn:aws:iam::222222222222:role/reader')])).toBe('read+');
    expect(across([statement('222222222222')])).toBe('read+');
    expect(across([statement('arn:aws:iam::222222222222:role/other')])).toBe('');
    expect(across([statement('333333333333')])).toBe('');
    expect(across([statement('222222222222', 's3:PutObject')])).toBe('');
  });
});

describe('somebody outside', () => {
  const OPEN = { PublicAccessBlockConfiguration: { RestrictPublicBuckets: false, BlockPublicPolicy: false } };
  const outside = (statements: readonly Json[], at = 0, block: Json = OPEN) => {
    const deployment = deploymentOf({
      Resources: { Records: { ...bucket, Properties: block }, Policy: policyOf(statements) },
    });
    const store = resource(deployment, 'Records');
    const outsider = resourcePolicyOf(store).statements[at]!.named.known[0]!;
    return shown(reachOf({ outsider }, store, MIYAZAKI.facts)!.levels);
  };
  const to = (principal: unknown, more: Json = {}) => ({
    Effect: 'Allow',
    Principal: principal,
    Action: 's3:GetObject',
    Resource: objects(),
    ...more,
  });
  test('has what the policy says', () => {
    expect(outside([to('*')])).toBe('read+');
    expect(outside([to({ AWS: '444455556666' })])).toBe('read+');
    expect(outside([to({ Service: 'delivery.logs.amazonaws.com' })])).toBe('read+');
  });
  test('is shut out by the block of public access, unless a condition names who comes', () => {
    const blocked = { PublicAccessBlockConfiguration: { RestrictPublicBuckets: true } };
    expect(outside([to('*')], 0, blocked)).toBe('');
    // New buckets have the block, older ones need not.
    expect(outside([to('*')], 0, {})).toBe('read?');
    expect(outside([to({ AWS: '444455556666' })], 0, blocked)).toBe('read+');
  });
  test('less what it denies', () => {
    expect(outside([to({ AWS: '444455556666' }), { ...to('*'), Effect: 'Deny' }])).toBe('');
    expect(outside([to({ AWS: '444455556666' }), { ...to({ AWS: '777788889999' }), Effect: 'Deny' }])).toBe(
      'read+',
    );
  });
  // Who is of the organization cannot be told.
  test('may be limited to an organization', () => {
    expect(outside([to('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })])).toBe(
      'read?',
    );
  });
});

test('whom a policy names is read from it', () => {
  const deployment = deploymentOf({
    Resources: {
      Records: bucket,
      Policy: policyOf([{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }]),
    },
  });
  const policy = resource(deployment, 'Policy');
  expect(
    principalsOf(policy.get('PolicyDocument.Statement').items().known[0]!.get('Principal'), policy.template)
      .known[0]?.kind,
  ).toBe('anyone');
});
