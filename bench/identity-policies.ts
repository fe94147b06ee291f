import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import {
  ACCOUNT,
  att,
  document,
  join,
  picker,
  RESOURCE_POLICIES_PER_STACK,
  ROLES,
  ROLES_PER_STACK,
  ROOT,
  resourceId,
  role,
  roleId,
  SHARED_PER_STACK,
  type Stack,
  statementsOf,
} from './identity-statements';

/**
 * Templates of many roles and policies as a municipality's systems have them, the same ones each time: roles of
 * services, of staff, of vendors and of pipelines, that assume each other and get rights by inline policies, managed
 * policies of several roles, and the policies of buckets, queues, topics, keys and secrets, within and across templates.
 *
 *     node -r ./scripts/swc-register.cjs bench/identity-policies.ts FOLDER [SCALE]      default scale: 1
 */
export interface IdentityTemplates {
  readonly templates: readonly object[];
  readonly roles: number;
  readonly policies: number;
  readonly resources: number;
}

/** A resource with a policy of its own. */
function guarded(stack: Stack, index: number): Record<string, object> {
  const id = resourceId(index);
  const principal = stack.pick<object>([
    { AWS: att(roleId(stack.pick([...Array(ROLES_PER_STACK).keys()]))) },
    { AWS: [ROOT, att(roleId(index % ROLES_PER_STACK))] },
    { Service: `${stack.pick(['delivery.logs', 'sns', 'events', 's3'])}.amazonaws.com` },
  ]);
  const grant = (Action: unknown) => ({
    Effect: 'Allow',
    Principal: principal,
    Action,
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
  });
  const kind = index % 5;
  if (kind === 0) {
    const policy = document(grant(['s3:GetObject', 's3:ListBucket']), {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [att(id), join(att(id), '/*')],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    return {
      [id]: { Type: 'AWS::S3::Bucket', Properties: { BucketName: `system-${stack.number}-${index}` } },
      [`${id}Policy`]: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: { Bucket: { Ref: id }, PolicyDocument: policy },
      },
    };
  }
  if (kind === 1) {
    return {
      [id]: { Type: 'AWS::SQS::Queue', Properties: {} },
      [`${id}Policy`]: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: { Queues: [{ Ref: id }], PolicyDocument: document(grant('sqs:SendMessage')) },
      },
    };
  }
  if (kind === 2) {
    const policy = document(grant('kms:Decrypt'), {
      Effect: 'Allow',
      Principal: { AWS: ROOT },
      Action: 'kms:*',
      Resource: '*',
    });
    return { [id]: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true, KeyPolicy: policy } } };
  }
  if (kind === 3) {
    return {
      [id]: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
      [`${id}Policy`]: {
        Type: 'AWS::SecretsManager::ResourcePolicy',
        Properties: {
          SecretId: { Ref: id },
          ResourcePolicy: document(grant('secretsmanager:GetSecretValue')),
        },
      },
    };
  }
  return {
    [id]: {
      Type: 'AWS::ECR::Repository',
      Properties: {
        RepositoryPolicyText: document({
          ...grant(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']),
          Resource: undefined,
        }),
      },
    },
  };
}

function template(number: number): object {
  const stack: Stack = { number, pick: picker(number + 1) };
  const resources: Record<string, object> = {
    Boundary: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        PolicyDocument: document({
          Effect: 'Allow',
          NotAction: ['iam:*', 'organizations:*', 'sts:*'],
          Resource: '*',
        }),
      },
    },
  };
  for (let index = 0; index < ROLES_PER_STACK; index++) {
    resources[roleId(index)] = role(stack, index);
    resources[`${roleId(index)}Policy`] = {
      Type: index % 4 === 0 ? 'AWS::IAM::RolePolicy' : 'AWS::IAM::Policy',
      Properties: {
        PolicyName: 'work',
        PolicyDocument: document(...statementsOf(stack)),
        ...(index % 4 === 0 ? { RoleName: { Ref: roleId(index) } } : { Roles: [{ Ref: roleId(index) }] }),
      },
    };
  }
  // The boundary is one of the shared policies.
  for (let index = 1; index < SHARED_PER_STACK; index++) {
    const roles = [0, 1, 2].map((step) => ({ Ref: roleId((index * 3 + step * 7) % ROLES_PER_STACK) }));
    resources[`Shared${index}`] = {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { Roles: roles, PolicyDocument: document(...statementsOf(stack)) },
    };
  }
  for (let index = 0; index < RESOURCE_POLICIES_PER_STACK; index++)
    Object.assign(resources, guarded(stack, index));
  return {
    Metadata: { Jichitai: { Zone: 'my-number', Party: 'municipality', Environment: 'production' } },
    Resources: resources,
    Outputs: { First: { Value: att(roleId(0)), Export: { Name: `stack-${number}-role-0` } } },
  };
}

/** @param scale 1 makes 500 roles and 1,500 policies in 10 templates */
export function identityTemplates(scale = 1): IdentityTemplates {
  const stacks = Math.round((ROLES * scale) / ROLES_PER_STACK);
  const templates = [...Array(stacks).keys()].map(template);
  const resources = templates.reduce(
    (sum: number, each) => sum + Object.keys((each as { Resources: object }).Resources).length,
    0,
  );
  return {
    templates,
    resources,
    roles: stacks * ROLES_PER_STACK,
    policies: stacks * (ROLES_PER_STACK + SHARED_PER_STACK + RESOURCE_POLICIES_PER_STACK),
  };
}

/** Writes the templates into a folder, in place of those of an earlier time. */
export function writeIdentityTemplates(folder: string, scale = 1): IdentityTemplates {
  const made = identityTemplates(scale);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (/^identity-\d+\.template\.json$/.test(name)) rmSync(joinPath(folder, name));
  }
  for (const [index, each] of made.templates.entries()) {
    writeFileSync(joinPath(folder, `identity-${index}.template.json`), JSON.stringify(each, undefined, 1));
  }
  return made;
}

if (require.main === module) {
  const [folder = 'identity-templates', scale = '1'] = process.argv.slice(2);
  const { roles, policies, resources } = writeIdentityTemplates(folder, Number(scale));
  console.log(`${roles} roles, ${policies} policies, ${resources} resources in ${folder}`);
}
