import { Claim, type Evidence } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Guard } from '../../model/guard';
import type { Items } from '../../model/items';
import { empty } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { documentAt } from './statements';

/** Where the policies of an identity stand, by its type. */
export interface Shape {
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

/** Where the policies of an identity stand; undefined for what is none. */
export function shapeOf({ type }: Resource): Shape | undefined {
  return SHAPES[type];
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
  const shape = shapeOf(resource);
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

/** The managed policies that are attached to an identity. */
export function managedPoliciesOf(identity: Resource): Items {
  return identity.get((shapeOf(identity) as Shape).managed).items();
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
