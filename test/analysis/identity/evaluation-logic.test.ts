import type { Policies } from './evaluation-logic';
import {
  ALL,
  allow,
  asks,
  BUCKET,
  CITY,
  deny,
  except,
  FEDERATED,
  NOTHING,
  OTHER,
  one,
  policy,
  ROLE,
  rows,
  SESSION,
  to,
  USER,
} from './evaluation-rows';

// Expected values are those of the IAM User Guide's pages that stand as names of the groups.

rows('How AWS enforcement code logic evaluates requests to allow or deny access', [
  ['nothing allows', 'implicit-deny', { identity: [] }],
  ['an Allow', 'allow', { identity: ALL }],
  ['a Deny wins over an Allow', 'explicit-deny', { identity: [...ALL, policy(deny())] }],
  ['a Deny in the boundary', 'explicit-deny', { identity: ALL, boundary: [policy(deny())] }],
  [
    'a Deny in a session policy',
    'explicit-deny',
    { identity: ALL, session: [policy(deny())] },
    asks({}, SESSION),
  ],
  ['a Deny in an SCP', 'explicit-deny', { identity: ALL, serviceControl: [[...ALL, policy(deny())]] }],
  [
    'a Deny in the resource’s policy',
    'explicit-deny',
    { identity: ALL, resource: policy(deny({ Principal: '*' })) },
  ],
  [
    'a Deny for the account is one for its users',
    'explicit-deny',
    { identity: ALL, resource: policy(deny({ Principal: { AWS: CITY } })) },
  ],
  [
    'a Deny for another one',
    'allow',
    { identity: ALL, resource: policy(deny({ Principal: { AWS: ROLE } })) },
  ],
  ['the boundary does not allow', 'implicit-deny', { identity: ALL, boundary: NOTHING }],
  ['a boundary alone gives nothing', 'implicit-deny', { identity: NOTHING, boundary: ALL }],
  [
    'the session policy does not allow',
    'implicit-deny',
    { identity: ALL, session: NOTHING },
    asks({}, SESSION),
  ],
  [
    'one of several session policies allows',
    'allow',
    { identity: ALL, session: [...NOTHING, ...ALL] },
    asks({}, SESSION),
  ],
  ['one level of SCPs does not allow', 'implicit-deny', { identity: ALL, serviceControl: [ALL, NOTHING] }],
  ['each level of SCPs allows', 'allow', { identity: ALL, serviceControl: [ALL, [...NOTHING, ...ALL]] }],
  ['SCPs alone give nothing', 'implicit-deny', { identity: [], serviceControl: [ALL] }],
  [
    'an SCP limits the resource’s policy too',
    'implicit-deny',
    { identity: [], resource: to({ AWS: USER }), serviceControl: [NOTHING] },
  ],
  ['a federated session without session policy', 'implicit-deny', { identity: ALL }, asks({}, FEDERATED)],
  ['a federated session with one', 'allow', { identity: ALL, session: ALL }, asks({}, FEDERATED)],
]);

rows('Policy evaluation for requests within a single account', [
  [
    'the resource’s policy names the user: no boundary limits it',
    'allow',
    { identity: [], resource: to({ AWS: USER }), boundary: NOTHING },
  ],
  [
    'it names the role: a boundary limits it',
    'implicit-deny',
    { identity: [], resource: to({ AWS: ROLE }), boundary: NOTHING },
    asks({}, SESSION),
  ],
  [
    'it names the role: no identity-based policy is needed',
    'allow',
    { identity: [], resource: to({ AWS: ROLE }), boundary: ALL },
    asks({}, SESSION),
  ],
  [
    'it names the role: a session policy limits it',
    'implicit-deny',
    { identity: ALL, resource: to({ AWS: ROLE }), session: NOTHING },
    asks({}, SESSION),
  ],
  [
    'it names the session: nothing limits it',
    'allow',
    { identity: [], resource: to({ AWS: SESSION }), boundary: NOTHING, session: NOTHING },
    asks({}, SESSION),
  ],
  [
    'it names another session of the role',
    'implicit-deny',
    { identity: [], resource: to({ AWS: `${SESSION}2` }) },
    asks({}, SESSION),
  ],
  [
    'it names the user of a federated session: limited by the session policy',
    'implicit-deny',
    { identity: [], resource: to({ AWS: USER }), session: NOTHING },
    asks({}, FEDERATED),
  ],
  ['it names everyone: nothing limits it', 'allow', { identity: [], resource: to('*'), boundary: NOTHING }],
  [
    'it names the account: its policies decide',
    'implicit-deny',
    { identity: [], resource: to({ AWS: `arn:aws:iam::${CITY}:root` }) },
  ],
  [
    'it names somebody else: the identity-based policy is enough',
    'allow',
    { identity: ALL, resource: to({ AWS: ROLE }) },
  ],
  [
    'a service is nobody',
    'implicit-deny',
    { identity: [], resource: to({ Service: 'lambda.amazonaws.com' }) },
  ],
]);

const key = (policies: Policies['resource']) => ({ identity: ALL, resource: policies });
const decrypts = asks({ action: 'kms:Decrypt', resource: `arn:aws:kms:ap-northeast-1:${CITY}:key/1` });
const assumes = asks({ action: 'sts:AssumeRole', resource: ROLE });
rows('Key policies in AWS KMS; Compare IAM roles and resource-based policies', [
  [
    'a key without a word on the account',
    'implicit-deny',
    key(to({ AWS: ROLE }, { Action: 'kms:*' })),
    decrypts,
  ],
  ['a key that leaves it to the account', 'allow', key(to({ AWS: CITY }, { Action: 'kms:*' })), decrypts],
  [
    'a key that names the user',
    'allow',
    { ...key(to({ AWS: USER }, { Action: 'kms:*' })), identity: [] },
    decrypts,
  ],
  ['what is about no key', 'allow', { identity: ALL }, asks({ action: 'kms:ListKeys', resource: '*' })],
  [
    'a trust in the account and a right to assume',
    'allow',
    key(policy({ Effect: 'Allow', Principal: { AWS: CITY }, Action: 'sts:AssumeRole' })),
    assumes,
  ],
  [
    'a trust in the account and no right',
    'implicit-deny',
    {
      identity: [],
      resource: policy({ Effect: 'Allow', Principal: { AWS: CITY }, Action: 'sts:AssumeRole' }),
    },
    assumes,
  ],
  ['a right to assume and no trust', 'implicit-deny', { identity: ALL }, assumes],
  [
    'a trust in the user itself',
    'allow',
    {
      identity: [],
      resource: policy({ Effect: 'Allow', Principal: { AWS: USER }, Action: 'sts:AssumeRole' }),
    },
    assumes,
  ],
]);

const abroad = asks({ resourceAccount: OTHER });
rows('Cross-account policy evaluation logic', [
  ['both allow', 'allow', { identity: ALL, resource: to({ AWS: CITY }) }, abroad],
  ['the identity alone', 'implicit-deny', { identity: ALL }, abroad],
  [
    'the resource alone, though it names the user',
    'implicit-deny',
    { identity: [], resource: to({ AWS: USER }) },
    abroad,
  ],
  [
    'the resource names the account that owns it',
    'implicit-deny',
    { identity: ALL, resource: to({ AWS: OTHER }) },
    abroad,
  ],
  [
    'the boundary counts in the account of the principal',
    'implicit-deny',
    { identity: ALL, resource: to({ AWS: USER }), boundary: NOTHING },
    abroad,
  ],
  [
    'so do SCPs',
    'implicit-deny',
    { identity: ALL, resource: to({ AWS: USER }), serviceControl: [NOTHING] },
    abroad,
  ],
]);

rows('AWS JSON policy elements: NotPrincipal', [
  ['the user and the account are listed', 'allow', except(USER, CITY)],
  ['somebody else is listed', 'explicit-deny', except(`${USER}2`, OTHER)],
  ['session, role and account are listed', 'allow', except(SESSION, ROLE, CITY), asks({}, SESSION)],
  [
    'with Allow, everybody else gets it',
    'allow',
    { identity: [], resource: policy(allow({ NotPrincipal: { AWS: [ROLE, OTHER] } })) },
  ],
]);

rows('IAM JSON policy elements: Action, NotAction, Resource, NotResource', [
  ['actions know no case', 'allow', one({ Action: 'S3:getobject' })],
  ['a wildcard in the middle', 'allow', one({ Action: 's3:G*Obj?ct' })],
  ['? is one character', 'implicit-deny', one({ Action: 's3:GetObject?' })],
  ['resources know case', 'implicit-deny', one({ Resource: 'arn:aws:s3:::JUKI/*' })],
  ['a wildcard goes over a slash', 'allow', one({ Resource: 'arn:aws:s3:::j*v' })],
  ['the bucket is not its objects', 'implicit-deny', one({ Resource: BUCKET })],
  ['NotAction leaves the rest', 'allow', one({ Action: undefined, NotAction: ['iam:*', 's3:Put*'] })],
  ['NotAction names it', 'implicit-deny', one({ Action: undefined, NotAction: 's3:*' })],
  ['NotResource leaves the rest', 'allow', one({ Resource: undefined, NotResource: 'arn:aws:s3:::zei/*' })],
  [
    'NotResource names it',
    'implicit-deny',
    one({ Resource: undefined, NotResource: ['arn:aws:s3:::zei/*', 'arn:aws:s3:::juki/*'] }),
  ],
  [
    'a Deny of all but one action',
    'explicit-deny',
    { identity: [...ALL, policy(deny({ Action: undefined, NotAction: 'iam:*' }))] },
  ],
]);
