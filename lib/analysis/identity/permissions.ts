import { Claim, type Evidence } from '../../model/claim';
import type { Field, Items } from '../../model/field';
import { ALWAYS, type Guard, NEVER } from '../../model/guard';
import { empty } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { allows, denies, type Statement, statement, statementsOf } from '../policy-document';
import { awsManagedPolicy } from './aws-managed-policies';
import { conditionsOf, isAboutCaller } from './conditions';
import { containsResources, coversNamed, documentAt } from './statements';

/** Where the policies of an identity stand, by its type. */
interface Shape {
  /** Documents in the identity itself. */
  readonly inline?: string;
  /** A list of objects that each hold a PolicyDocument. */
  readonly policies?: string;
  readonly managed: string;
  readonly boundary?: string;
  /** Names of customer managed policies, which say nothing of what is in them. */
  readonly named?: string;
  /** Resources that attach a policy to it, with the property that points at it. */
  readonly attachedBy: readonly (readonly [type: string, path: string])[];
}

const SHAPES: Readonly<Record<string, Shape>> = {
  'AWS::IAM::Role': {
    policies: 'Policies',
    managed: 'ManagedPolicyArns',
    boundary: 'PermissionsBoundary',
    attachedBy: [
      ['AWS::IAM::Policy', 'Roles'],
      ['AWS::IAM::ManagedPolicy', 'Roles'],
      ['AWS::IAM::RolePolicy', 'RoleName'],
    ],
  },
  'AWS::IAM::User': {
    policies: 'Policies',
    managed: 'ManagedPolicyArns',
    boundary: 'PermissionsBoundary',
    attachedBy: [
      ['AWS::IAM::Policy', 'Users'],
      ['AWS::IAM::ManagedPolicy', 'Users'],
      ['AWS::IAM::UserPolicy', 'UserName'],
    ],
  },
  'AWS::IAM::Group': {
    policies: 'Policies',
    managed: 'ManagedPolicyArns',
    attachedBy: [
      ['AWS::IAM::Policy', 'Groups'],
      ['AWS::IAM::ManagedPolicy', 'Groups'],
      ['AWS::IAM::GroupPolicy', 'GroupName'],
    ],
  },
  'AWS::SSO::PermissionSet': {
    inline: 'InlinePolicy',
    managed: 'ManagedPolicies',
    boundary: 'PermissionsBoundary.ManagedPolicyArn',
    named: 'CustomerManagedPolicyReferences',
    attachedBy: [],
  },
};

/** Types that permissions can be given to. */
export const IDENTITY_TYPES: readonly string[] = Object.keys(SHAPES);

/** One statement that an identity has, or a policy of which nothing is known. */
interface Grant {
  readonly path: string;
  readonly at?: readonly string[];
  /** Undefined for a policy that cannot be seen. */
  readonly statement?: Statement;
  readonly allows: Claim;
  readonly denies: Claim;
}

/** What an identity may do by one statement. */
export interface Permission {
  readonly path: string;
  readonly at?: readonly string[];
  readonly actions: readonly { readonly action: string; readonly allowed: Claim }[];
}

const UNDETERMINED = new Claim(NEVER, NEVER);

/**
 * What an identity may do: its own policies and those attached to it, less what is denied and what lies beyond its
 * boundary. Service control policies lie outside of templates and are not counted on.
 */
export class Permissions {
  private readonly denials = new Map<Grant, readonly { other: Grant; takesBack: Claim }[]>();

  constructor(
    private readonly grants: readonly Grant[],
    private readonly boundary: readonly Grant[] = [],
    /** Where there is a boundary at all. */
    private readonly bounded: Guard = NEVER,
  ) {}

  /** Those of some actions that are, or may be, allowed, by statement. */
  allowed(actions: readonly string[]): readonly Permission[] {
    return this.grants.flatMap((grant) => {
      const found = actions
        .map((action) => ({ action, allowed: this.by(grant, action) }))
        .filter(({ allowed }) => !allowed.breaks.isAlways);
      const at = grant.at === undefined ? {} : { at: grant.at };
      return found.length === 0 ? [] : [{ path: grant.path, ...at, actions: found }];
    });
  }

  /** Whether one of some actions is allowed on anything. */
  allowsAny(actions: readonly string[]): Claim {
    let so = Claim.BREAKS;
    for (const grant of this.grants) {
      for (const action of actions) {
        so = so.or(this.by(grant, action));
        if (so.holds.isAlways) return Claim.HOLDS;
      }
    }
    return so;
  }

  /** Whether the boundary, where there is one, leaves an action. */
  withinBoundary(action: string): Claim {
    return Claim.any(
      this.boundary.map((grant) => grant.allows.and(covers(grant, action)).and(conditionsLet(grant))),
    ).onlyIf(this.bounded);
  }

  private by(grant: Grant, action: string): Claim {
    if (grant.allows.breaks.isAlways) return Claim.BREAKS;
    const named = grant.allows.and(covers(grant, action));
    if (named.breaks.isAlways) return Claim.BREAKS;
    return named
      .and(conditionsLet(grant))
      .and(this.denied(grant, action).not())
      .and(this.withinBoundary(action));
  }

  private denied(grant: Grant, action: string): Claim {
    let denials = this.denials.get(grant);
    if (denials === undefined) {
      denials = [...this.grants, ...this.boundary]
        .map((other) => ({ other, takesBack: takesBack(other, grant) }))
        .filter(({ takesBack: claim }) => !claim.breaks.isAlways);
      this.denials.set(grant, denials);
    }
    return Claim.any(denials.map(({ other, takesBack: claim }) => claim.and(covers(other, action))));
  }
}

function covers({ statement: so }: Grant, action: string): Claim {
  return so === undefined ? UNDETERMINED : coversNamed(so, action);
}

/** Whether a Deny takes back, of the actions that it names, all that a grant allows them on. */
function takesBack({ statement: so, denies: effect }: Grant, grant: Grant): Claim {
  if (effect.breaks.isAlways || so === undefined) return Claim.BREAKS;
  const wide = grant.statement === undefined ? isWide(so) : containsResources(so, grant.statement);
  return effect.and(wide).and(deniesWhomever(so));
}

function isWide(so: Statement): Claim {
  return so.resources.some((item) => Claim.when(item.literal === '*' ? ALWAYS : NEVER));
}

/**
 * A Deny with a condition leaves some requests to be made: it does not take the right away. One about the caller may
 * take it away from this one, which only its tags and sessions tell.
 */
function deniesWhomever({ condition }: Statement): Claim {
  const { entries, open } = conditionsOf(condition);
  return Claim.all([
    ...entries.map(({ key, when }) => (isAboutCaller(key) ? UNDETERMINED : Claim.BREAKS).onlyIf(when)),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}

/** Whether the conditions of an Allow leave the identity anything; those that limit it to itself or to some ids do not tell. */
function conditionsLet({ statement: so }: Grant): Claim {
  if (so === undefined || (so.condition.isAbsent && !concernsItselfOnly(so))) return Claim.HOLDS;
  const { entries, open } = conditionsOf(so.condition);
  return Claim.all([
    Claim.when(concernsItselfOnly(so) ? NEVER : ALWAYS),
    ...entries.map(({ key, when }) =>
      (isAboutCaller(key) || key.startsWith('iam:') ? UNDETERMINED : Claim.HOLDS).onlyIf(when),
    ),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}

/** A right of each user to change its own password, key or second factor only. */
function concernsItselfOnly({ resources }: Statement): boolean {
  return (
    resources.known.length > 0 &&
    resources.open.length === 0 &&
    resources.known.every((item) =>
      item.alternatives.every(({ value }) =>
        value.kind === 'text'
          ? value.parts.some((part) => typeof part === 'string' && part.includes(SELF))
          : value.kind === 'known' && String(value.value).includes(SELF),
      ),
    )
  );
}

const SELF = '${aws:username}';

const memo = new WeakMap<Resource, Permissions>();

/** What a role, user, group or permission set may do. */
export function permissionsOf(identity: Resource): Permissions {
  let permissions = memo.get(identity);
  if (permissions === undefined) {
    const path = SHAPES[identity.type]?.boundary;
    const boundary = path === undefined ? undefined : identity.get(path);
    permissions = new Permissions(
      grantsOf(identity),
      boundary === undefined ? [] : managed(boundary, identity),
      boundary === undefined ? NEVER : absence(boundary).not(),
    );
    memo.set(identity, permissions);
  }
  return permissions;
}

function absence(field: Field): Guard {
  return field.alternatives.reduce<Guard>(
    (so, { when, value }) => (value.kind === 'absent' ? so.or(when) : so),
    NEVER,
  );
}

function grantsOf(identity: Resource): readonly Grant[] {
  const shape = SHAPES[identity.type];
  if (shape === undefined) return [];
  const { deployment } = identity;
  const own = documentsIn(identity);
  const grants = own.known.flatMap(({ document, given }) => statements(document, given, ''));
  grants.push(...hidden(own.open));
  const arns = identity.get(shape.managed).items();
  for (const arn of arns.known) grants.push(...managed(arn, identity));
  grants.push(...hidden(arns.open));
  for (const [type, path] of shape.attachedBy) {
    // A policy whose role cannot be told is one for an identity outside, most often, and is left out.
    for (const { resource, when } of deployment.referrers(identity, type, path)) {
      for (const { document } of documentsIn(resource).known) {
        grants.push(...statements(document, when, `${resource.logicalId}/`, true));
      }
    }
  }
  if (shape.named !== undefined) {
    const names = identity.get(shape.named).items();
    grants.push(...names.known.map((item) => unseen(item.path, item.given)), ...hidden(names.open));
  }
  return [...grants, ...groupsOf(identity)];
}

/** What a user may do as a member of groups. */
function groupsOf(user: Resource): readonly Grant[] {
  if (user.type !== 'AWS::IAM::User') return [];
  const joined = [
    ...user.get('Groups').items().known,
    ...user.deployment
      .referrers(user, 'AWS::IAM::UserToGroupAddition', 'Users')
      .map(({ resource }) => resource.get('GroupName')),
  ];
  return joined.flatMap((field) =>
    field.alternatives.flatMap(({ when, value }) => {
      if (value.kind !== 'reference' || value.resource.type !== 'AWS::IAM::Group') {
        return value.kind === 'absent' ? [] : [unseen(field.path, when)];
      }
      return grantsOf(value.resource).map((grant) => ({
        ...grant,
        path: `${value.resource.logicalId}/${grant.path}`,
        allows: grant.allows.and(Claim.when(when)),
        denies: grant.denies.and(Claim.when(when)),
      }));
    }),
  );
}

const DOCUMENT_PATHS: Readonly<Record<string, string>> = {
  'AWS::IAM::Policy': 'PolicyDocument',
  'AWS::IAM::ManagedPolicy': 'PolicyDocument',
  'AWS::IAM::RolePolicy': 'PolicyDocument',
  'AWS::IAM::UserPolicy': 'PolicyDocument',
  'AWS::IAM::GroupPolicy': 'PolicyDocument',
};

/** Types that hold policies of identities. */
export const POLICY_TYPES: readonly string[] = [...Object.keys(DOCUMENT_PATHS), ...IDENTITY_TYPES];

export interface Documents {
  readonly known: readonly { readonly document: Field; readonly given: Guard }[];
  /** Where there may be documents that cannot be seen. */
  readonly open: readonly Evidence[];
}

/** The policy documents that stand in a resource: of a policy, or those inside an identity. */
export function documentsIn(resource: Resource): Documents {
  const shape = SHAPES[resource.type];
  const path = DOCUMENT_PATHS[resource.type] ?? shape?.inline;
  if (path !== undefined) {
    return {
      known: [{ document: documentAt(resource.get(path), resource), given: resource.exists }],
      open: [],
    };
  }
  const { known, open } = resource.get(shape?.policies ?? 'Policies').items();
  return {
    known: known.map((item) => ({
      document: documentAt(item.get('PolicyDocument'), resource),
      given: item.given,
    })),
    open,
  };
}

function statements(document: Field, given: Guard, prefix: string, elsewhere = false): Grant[] {
  const items = statementsOf(document);
  const found = items.known.map((field): Grant => {
    const so = statement(field);
    const there = Claim.when(field.given.and(given));
    const at = elsewhere ? {} : { at: field.at };
    return {
      path: `${prefix}${field.path}`,
      ...at,
      statement: so,
      allows: allows(so).and(there),
      denies: denies(so).and(there),
    };
  });
  return [...found, ...hidden(items.open, prefix)];
}

/** A policy that may allow anything. */
function unseen(path: string, when: Guard): Grant {
  return { path, allows: new Claim(NEVER, when.not()), denies: Claim.BREAKS };
}

function hidden(open: readonly Evidence[], prefix = ''): Grant[] {
  return open.map(({ path, when }) => unseen(`${prefix}${path}`, when));
}

const OF_AWS = /^arn:aws[a-z-]*:iam::aws:policy\//;

/** The statements of a managed policy that a field names: one of the deployment, or one of AWS. */
function managed(arn: Field, { deployment, template }: Resource): readonly Grant[] {
  return arn.alternatives.flatMap(({ when, value }) => {
    if (value.kind === 'absent' || value.kind === 'impossible') return [];
    if (value.kind === 'reference' && value.resource.type === 'AWS::IAM::ManagedPolicy') {
      const document = documentAt(value.resource.get('PolicyDocument'), value.resource);
      return statements(document, when, `${value.resource.logicalId}/`, true);
    }
    const name = value.kind === 'known' && OF_AWS.test(String(value.value)) ? String(value.value) : undefined;
    const raw = name === undefined ? undefined : awsManagedPolicy(name.replace(OF_AWS, ''));
    if (raw === undefined) return [unseen(arn.path, when)];
    const document = deployment.field({ template, raw }, arn.path, arn.at);
    return statements(document, when, '').map((grant) => ({ ...grant, path: arn.path, at: arn.at }));
  });
}

/** The managed policies that are attached to an identity. */
export function managedPoliciesOf(identity: Resource): Items {
  return identity.get((SHAPES[identity.type] as Shape).managed).items();
}

/** Whether a managed policy serves as a boundary and is attached to nobody. */
export function isBoundaryOnly(policy: Resource): Claim {
  if (policy.type !== 'AWS::IAM::ManagedPolicy') return Claim.BREAKS;
  const { deployment } = policy;
  const used = (paths: readonly (readonly [type: string, path: string])[]) =>
    Claim.any(
      paths.flatMap(([type, path]) =>
        deployment.referrers(policy, type, path).map(({ when }) => Claim.when(when)),
      ),
    );
  const shapes = Object.entries(SHAPES);
  const bounds = used(
    shapes.flatMap(([type, { boundary }]) => (boundary === undefined ? [] : [[type, boundary] as const])),
  );
  if (bounds.breaks.isAlways) return Claim.BREAKS;
  const attached = used(shapes.map(([type, { managed: path }]) => [type, path] as const));
  return Claim.all([
    bounds,
    attached.not(),
    ...['Roles', 'Users', 'Groups'].map((path) => policy.get(path).must(empty)),
  ]);
}
