import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { arnOf, hasArnShape } from '../arn-pattern';
import { type AccessLevel, actionsOf } from './action-catalog';
import { entrances } from './entrances';
import type { Grant } from './grants';
import { IDENTITY_TYPES } from './identities';
import { leavesItToAccount } from './keys';
import { permissionsOf } from './permissions';
import type { Principal } from './principals';
import { resourceGrants } from './resource-grants';
import { documentAt } from './statements';
import { type Target, targetsOf, USES } from './stores';

/** That somebody may do something with a resource, and by which statement. */
export interface Access {
  /** The role, user, group or permission set, where it is one of the deployment. */
  readonly identity?: Resource;
  /** Whom a policy of the resource names. */
  readonly principal?: Principal;
  readonly resource: Resource;
  readonly actions: readonly string[];
  readonly levels: readonly AccessLevel[];
  /** The statement: of the identity, or of the policy that `policy` names. */
  readonly path: string;
  readonly policy?: Resource;
  readonly allowed: Claim;
}

/** Policies of resources: where they stand, and the property that points at what they are about. */
const POLICIES: Readonly<
  Record<string, readonly (readonly [type: string, about: string, document: string])[]>
> = {
  'AWS::S3::Bucket': [['AWS::S3::BucketPolicy', 'Bucket', 'PolicyDocument']],
  'AWS::SQS::Queue': [
    ['AWS::SQS::QueuePolicy', 'Queues', 'PolicyDocument'],
    ['AWS::SQS::QueueInlinePolicy', 'Queue', 'PolicyDocument'],
  ],
  'AWS::SNS::Topic': [
    ['AWS::SNS::TopicPolicy', 'Topics', 'PolicyDocument'],
    ['AWS::SNS::TopicInlinePolicy', 'TopicArn', 'PolicyDocument'],
  ],
  'AWS::SecretsManager::Secret': [['AWS::SecretsManager::ResourcePolicy', 'SecretId', 'ResourcePolicy']],
};
const OWN_POLICY: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::EFS::FileSystem': 'FileSystemPolicy',
  'AWS::OpenSearchService::Domain': 'AccessPolicies',
  'AWS::Backup::BackupVault': 'AccessPolicy',
  'AWS::Events::EventBus': 'Policy',
  'AWS::DynamoDB::Table': 'ResourcePolicy.PolicyDocument',
};

/** Whether `whoReaches` and `whatReaches` tell anything of a resource. */
export function isReachable({ type }: Resource): boolean {
  return Object.hasOwn(USES, type) && hasArnShape(type);
}

/** Who can get at a resource, and by which statements: identities of the deployment, and whom its own policy names. */
export function whoReaches(resource: Resource, facts: Facts): readonly Access[] {
  const { deployment } = resource;
  const target = targetsOf(deployment).find((one) => one.resource === resource);
  if (target === undefined) return [];
  const identities = deployment.ofType(...IDENTITY_TYPES);
  return [...identities.flatMap((identity) => accessBy(identity, target, facts)), ...accessByPolicy(target)];
}

/** What an identity can get at, and by which statements, the policies of resources that name it among them. */
export function whatReaches(identity: Resource, facts: Facts): readonly Access[] {
  return targetsOf(identity.deployment).flatMap((target) => [
    ...accessBy(identity, target, facts),
    ...accessByPolicy(target).filter(({ principal }) => principal?.resource === identity),
  ]);
}

/** The roles that an identity can become by one step. */
export function rolesWithin(identity: Resource, facts: Facts): readonly { role: Resource; open: Claim }[] {
  const { named, byAccount } = entrances(identity.deployment);
  const permissions = permissionsOf(identity, facts);
  return [
    ...(named.get(identity) ?? []).map(({ role, opens }) => ({ role, open: opens })),
    ...byAccount.map(({ role, opens }) => ({
      role,
      open: opens.and(permissions.may({ action: 'sts:AssumeRole', target: arnOf(role) })),
    })),
  ].filter(({ role, open }) => role !== identity && !open.breaks.isAlways);
}

/** Actions of a service that change or read what is in its resources: those that `USES` names, and all like them. */
function actionsFor({ resource, actions }: Target): readonly string[] {
  const services = new Set(actions.map((action) => action.split(':')[0] as string));
  const known = [...services].flatMap((service) => actionsOf(service) ?? []).map(({ name }) => name);
  return known.length === 0 ? (USES[resource.type]?.actions ?? []) : known;
}

function accessBy(identity: Resource, target: Target, facts: Facts): readonly Access[] {
  const permissions = permissionsOf(identity, facts);
  if (permissions.mayName(target.actions).size === 0) return [];
  const byGrant = new Map<Grant, { action: string; allowed: Claim }[]>();
  for (const action of permissions.mayName(actionsFor(target))) {
    const isKey = target.resource.type === 'AWS::KMS::Key';
    const leaves = isKey ? leavesItToAccount(target.resource, action) : Claim.HOLDS;
    for (const { grant, allowed } of permissions.statementsFor({
      action,
      target: target.arn,
      within: true,
    })) {
      const whole = allowed.and(leaves);
      if (whole.breaks.isAlways) continue;
      const list = byGrant.get(grant) ?? [];
      list.push({ action, allowed: whole });
      byGrant.set(grant, list);
    }
  }
  return [...byGrant].map(([grant, found]) => ({
    identity,
    resource: target.resource,
    actions: found.map(({ action }) => action),
    levels: levelsOf(found.map(({ action }) => action)),
    path: grant.path,
    allowed: Claim.any(found.map(({ allowed }) => allowed)),
  }));
}

function accessByPolicy(target: Target): readonly Access[] {
  const { resource } = target;
  const own = OWN_POLICY[resource.type];
  const documents = [
    ...(own === undefined ? [] : [{ policy: resource, document: resource.get(own), when: resource.exists }]),
    ...(POLICIES[resource.type] ?? []).flatMap(([type, about, document]) =>
      resource.deployment.referrers(resource, type, about).map((referrer) => ({
        policy: referrer.resource,
        document: referrer.resource.get(document),
        when: referrer.when,
      })),
    ),
  ];
  return documents.flatMap(({ policy, document, when }) =>
    resourceGrants(documentAt(document, policy), policy).flatMap(
      ({ principal, may, statement }): readonly Access[] => {
        const found = actionsFor(target)
          .map((action) => ({ action, allowed: may(action).and(Claim.when(when)) }))
          .filter(({ allowed }) => !allowed.breaks.isAlways);
        if (found.length === 0) return [];
        const actions = found.map(({ action }) => action);
        return [
          {
            ...(principal.resource === undefined ? {} : { identity: principal.resource }),
            principal,
            resource,
            policy,
            actions,
            levels: levelsOf(actions),
            path: statement.field.path,
            allowed: Claim.any(found.map(({ allowed }) => allowed)),
          },
        ];
      },
    ),
  );
}

function levelsOf(actions: readonly string[]): readonly AccessLevel[] {
  const wanted = new Set(actions);
  const services = new Set(actions.map((action) => action.split(':')[0] as string));
  const levels = [...services].flatMap((service) =>
    (actionsOf(service) ?? []).filter(({ name }) => wanted.has(name)).map(({ level }) => level),
  );
  return [...new Set(levels)];
}
