import { Claim, type Evidence } from '../../model/claim';
import type { Field } from '../../model/field';
import { ALWAYS, type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Template } from '../../model/template';
import type { Value } from '../../model/value';
import type { Facts } from '../../policy/profile';
import { allows, denies, type Statement, statement, statementsOf, writtenEffect } from '../policy-document';
import { awsManagedPolicy } from './aws-managed-policies';
import { documentsIn, shapeOf } from './identities';
import { namedIn } from './named';
import { documentAt } from './statements';

/** One statement that an identity has, or a policy of which nothing is known. */
export interface Grant {
  readonly path: string;
  readonly at?: readonly string[] | undefined;
  /** The name of the policy of AWS that it comes of. */
  readonly ofAws?: string | undefined;
  /** What the policy stands in, where that is not the identity. */
  readonly holder?: Resource | undefined;
  /** Undefined for a policy that cannot be seen. */
  readonly statement?: Statement | undefined;
  readonly allows: Claim;
  readonly denies: Claim;
}

/** The document of a policy of AWS by its name, as far as somebody needs it; undefined for one that is not known. */
export type PoliciesOfAws = (name: string) => object | undefined;

/** Everything that an identity's policies say: its own, those attached to it, those of its groups. */
export function grantsOf(
  identity: Resource,
  policiesOfAws: PoliciesOfAws = awsManagedPolicy,
): readonly Grant[] {
  const shape = shapeOf(identity);
  if (shape === undefined) return [];
  const { deployment } = identity;
  const own = documentsIn(identity);
  const grants = own.known.flatMap(({ document, given }) => statements(document, given, ''));
  grants.push(...hidden(own.open));
  const arns = identity.get(shape.managed).items();
  for (const arn of arns.known) grants.push(...managed(arn, identity, policiesOfAws));
  grants.push(...hidden(arns.open));
  for (const [type, path] of shape.attachedBy) {
    // A policy whose role cannot be told is one for an identity outside, most often, and is left out.
    for (const { resource, when } of deployment.referrers(identity, type, path)) {
      for (const { document } of documentsIn(resource).known) {
        grants.push(...statements(document, when, `${resource.logicalId}/`, resource));
      }
    }
  }
  if (shape.named !== undefined) {
    const names = identity.get(shape.named).items();
    grants.push(...names.known.flatMap((item) => byName(item, identity)), ...hidden(names.open));
  }
  return [...grants, ...groupsOf(identity, policiesOfAws)];
}

/** What a user may do as a member of groups. */
function groupsOf(user: Resource, policiesOfAws: PoliciesOfAws): readonly Grant[] {
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
      return grantsOf(value.resource, policiesOfAws).map((grant) =>
        changed(grant, {
          holder: grant.holder ?? value.resource,
          path: `${value.resource.logicalId}/${grant.path}`,
          allows: grant.allows.and(Claim.when(when)),
          denies: grant.denies.and(Claim.when(when)),
        }),
      );
    }),
  );
}

/** @param elsewhere whether they do not stand in the identity, as where something else holds them */
function statements(
  document: Field,
  given: Guard,
  prefix: string,
  holder?: Resource,
  elsewhere = holder !== undefined,
): Grant[] {
  const items = statementsOf(document);
  const found: Grant[] = [];
  for (const field of items.known) {
    const so = statement(field);
    const effect = writtenEffect(so);
    const there = Claim.when(field.given.and(given));
    found.push(
      new WrittenGrant(
        so,
        prefix,
        elsewhere,
        effect === 'Deny' ? Claim.BREAKS : allows(so).and(there),
        effect === 'Allow' ? Claim.BREAKS : denies(so).and(there),
        holder,
      ),
    );
  }
  if (items.open.length > 0) found.push(...hidden(items.open, prefix, holder));
  return found;
}

/** Where it stands is put together when somebody asks: most statements are never told of. */
class WrittenGrant implements Grant {
  constructor(
    readonly statement: Statement,
    private readonly prefix: string,
    private readonly elsewhere: boolean,
    readonly allows: Claim,
    readonly denies: Claim,
    readonly holder: Resource | undefined,
  ) {}

  get path(): string {
    return `${this.prefix}${this.statement.field.path}`;
  }

  get at(): readonly string[] | undefined {
    return this.elsewhere ? undefined : this.statement.field.at;
  }
}

/** A policy that may allow anything. */
function unseen(path: string, when: Guard, holder?: Resource): Grant {
  return { path, holder, allows: new Claim(NEVER, when.not()), denies: Claim.BREAKS };
}

function hidden(open: readonly Evidence[], prefix = '', holder?: Resource): Grant[] {
  return open.map(({ path, when }) => unseen(`${prefix}${path}`, when, holder));
}

/** A grant of which some things are otherwise. */
export function changed(grant: Grant, changes: Partial<Grant>): Grant {
  const { path, at, ofAws, holder, statement: so, allows: allowed, denies: denied } = grant;
  return { path, at, ofAws, holder, statement: so, allows: allowed, denies: denied, ...changes };
}

/** What the service control policies that the profile names say, by level of the organization. */
export function controlGrants(
  { deployment, template }: Resource,
  facts: Facts | undefined,
): readonly (readonly Grant[])[] {
  return (facts?.serviceControlPolicies ?? []).map((level) =>
    level.flatMap((raw) =>
      statements(deployment.field({ template, raw }, '', []), ALWAYS, '', undefined, true),
    ),
  );
}

/** The statements of a managed policy that a permission set names without its account. */
function byName(reference: Field, { template }: Resource): readonly Grant[] {
  const name = reference.get('Name').literal;
  const policy = typeof name === 'string' ? namedIn('AWS::IAM::ManagedPolicy', name, template) : undefined;
  if (policy === undefined) return [unseen(reference.path, reference.given)];
  const document = documentAt(policy.get('PolicyDocument'), policy);
  return statements(document, reference.given, `${policy.logicalId}/`, policy);
}

const OF_AWS = /^arn:aws[a-z-]*:iam::aws:policy\//;

/** The statements of a managed policy that a field names: one of the deployment, or one of AWS. */
export function managed(
  arn: Field,
  { deployment, template }: Resource,
  policiesOfAws: PoliciesOfAws = awsManagedPolicy,
): readonly Grant[] {
  return arn.alternatives.flatMap(({ when, value }) => {
    if (value.kind === 'absent' || value.kind === 'impossible') return [];
    const policy = policyHere(value, template);
    if (policy !== undefined) {
      const document = documentAt(policy.get('PolicyDocument'), policy);
      return statements(document, when, `${policy.logicalId}/`, policy);
    }
    const name = value.kind === 'known' && OF_AWS.test(String(value.value)) ? String(value.value) : undefined;
    const raw = name === undefined ? undefined : policiesOfAws(name.replace(OF_AWS, ''));
    if (raw === undefined) return [unseen(arn.path, when)];
    const document = deployment.field({ template, raw }, arn.path, arn.at);
    const ofAws = (name as string).replace(OF_AWS, '');
    return statements(document, when, '').map((grant) =>
      changed(grant, { path: arn.path, at: arn.at, ofAws }),
    );
  });
}

/** The managed policy of the deployment that a value refers to, or that its ARN names. */
function policyHere(value: Value, template: Template): Resource | undefined {
  const type = 'AWS::IAM::ManagedPolicy';
  if (value.kind === 'reference') return value.resource.type === type ? value.resource : undefined;
  const name = OWN_POLICY.exec(lastText(value) ?? '')?.[1];
  return name === undefined ? undefined : namedIn(type, name, template);
}

/** The end of an ARN of a policy of the own account: put together from pieces, or with the account written out. */
const OWN_POLICY = /^(?:arn:aws[a-z-]*:iam:)?:(?:\d{12}:)?policy\/(?:.*\/)?([^/]+)$/;

function lastText(value: Value): string | undefined {
  if (value.kind === 'known') return String(value.value);
  const last = value.kind === 'text' ? value.parts[value.parts.length - 1] : undefined;
  return typeof last === 'string' ? last : undefined;
}
