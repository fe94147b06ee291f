import { Claim, type Evidence } from '../../model/claim';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Template } from '../../model/template';
import { describeValue, identityOf, type Value } from '../../model/value';
import type { Text } from '../../text';
import { HOLE, OWN, skeletonOf } from '../skeleton';
import { namedIn } from './named';
import { patternCovers } from './patterns';

export type PrincipalKind =
  | 'anyone'
  | 'account'
  | 'user'
  | 'role'
  /** Somebody whom an identity provider logged in: SAML, OpenID Connect, IAM Identity Center. */
  | 'federated'
  /** A pipeline or workload that an OpenID Connect provider vouches for: no person logs in. */
  | 'workload'
  | 'service'
  | 'unknown';

export type Account = 'own' | 'unknown' | { readonly id: string };

/** Somebody whom a statement names. */
export interface Principal {
  readonly kind: PrincipalKind;
  readonly account: Account;
  /** The role, user or provider, where it is part of the deployment. */
  readonly resource?: Resource;
  readonly shown: Text;
  readonly when: Guard;
  /** The same text for two principals that are certainly the same. */
  readonly identity: string | undefined;
  /** It could be anybody: only deployment tells. */
  readonly isOpen: boolean;
  /** As it is written, where all of it is known. */
  readonly text?: string;
}

export interface Principals {
  readonly known: readonly Principal[];
  readonly open: readonly Evidence[];
}

/** Everybody whom a Principal element names. */
export function principalsOf(principal: Field, template: Template): Principals {
  const found: Principal[] = [];
  const open: Evidence[] = [];
  for (const { when, value } of principal.alternatives) {
    if (value.kind === 'known') found.push(principalOf('AWS', value, when, template));
  }
  const groups = principal.entries();
  open.push(...groups.open);
  for (const group of groups.known) {
    const type = group.at[group.at.length - 1] ?? '';
    for (const { when, value } of group.alternatives) {
      // A parameter that stands alone names somebody, though not whom.
      const isSomebody = value.kind === 'unknown' && value.mayBeAbsent !== true;
      if (isSomebody) found.push(principalOf(type, value, when, template));
    }
    const items = group.items();
    open.push(...items.open.filter(({ when }) => !found.some((one) => one.isOpen && one.when === when)));
    for (const item of items.known) {
      for (const { when, value } of item.alternatives) {
        found.push(principalOf(type, value, when.and(item.given), template));
      }
    }
  }
  return { known: found.filter(({ when }) => !when.isNever), open };
}

/** The services that a statement names, where they are written out and it names nobody else, by a look at its text alone. */
export function writtenServices(statement: Field): readonly string[] | undefined {
  if (!statement.isWithout('NotPrincipal')) return undefined;
  const principal = statement.get('Principal');
  const [key, second] = principal.keys();
  return key === 'Service' && second === undefined ? principal.stringsAt(key) : undefined;
}

function principalOf(type: string, value: Value, when: Guard, template: Template): Principal {
  const base = {
    shown: describeValue(value),
    when,
    identity: identityOf(value),
    isOpen: value.kind === 'unknown',
    ...(value.kind === 'known' ? { text: String(value.value) } : {}),
  };
  if (type === 'Service') return { ...base, kind: 'service', account: 'unknown' };
  if (type === 'Federated') {
    return { ...base, kind: isWorkloadProvider(value) ? 'workload' : 'federated', account: 'unknown' };
  }
  // In conditions such an ARN is a pattern that says more than nothing; as a principal it names everybody.
  if (ANY_ACCOUNT.test(skeletonOf(value, ACCOUNT))) return { ...base, kind: 'anyone', account: 'unknown' };
  return { ...base, ...principalInIam(value, template) };
}

const ACCOUNT = 'AWS::AccountId';

/** An ARN that leaves the account open: everybody can have an account, and name a role there as it says. */
const ANY_ACCOUNT = /^arn:[a-z-]*:(iam|sts)::\*+(:|$)/;

export type InIam = Pick<Principal, 'kind' | 'account' | 'resource'>;

export function principalInIam(value: Value, template: Template): InIam {
  if (value.kind === 'reference') return principalInDeployment(value.resource);
  const text = skeletonOf(value, ACCOUNT);
  if (text === '*') return { kind: 'anyone', account: 'unknown' };
  if (text === OWN || /^\d{12}$/.test(text)) return { kind: 'account', account: accountOf(text) };
  const parts = text.split(':');
  if (parts[0] !== 'arn' || parts.length < 6) return { kind: 'unknown', account: 'unknown' };
  const account = accountOf(parts[4] as string);
  const path = parts.slice(5).join(':');
  const [type, ...names] = path.split('/');
  if (path === 'root') return { kind: 'account', account };
  if (path.startsWith('role/aws-reserved/sso.amazonaws.com') || path.includes('/AWSReservedSSO_')) {
    return { kind: 'federated', account };
  }
  // An origin access identity is CloudFront, in the guise of a user.
  if (parts[4] === 'cloudfront') return { kind: 'service', account: 'unknown' };
  if (type !== 'user' && type !== 'role' && type !== 'assumed-role') return { kind: 'unknown', account };
  const kind = type === 'user' ? 'user' : 'role';
  const ours = account === 'own' || (account !== 'unknown' && account.id === template.stack.account);
  const resource = ours ? namedInDeployment(value, names, kind, template) : undefined;
  return { kind, account, ...(resource === undefined ? {} : { resource }) };
}

function principalInDeployment(resource: Resource): InIam {
  if (resource.type === 'AWS::IAM::Role') return { kind: 'role', account: 'own', resource };
  if (resource.type === 'AWS::IAM::User') return { kind: 'user', account: 'own', resource };
  if (resource.type === 'AWS::CloudFront::CloudFrontOriginAccessIdentity') {
    return { kind: 'service', account: 'unknown' };
  }
  return { kind: 'unknown', account: 'unknown' };
}

function accountOf(text: string): Account {
  if (text === OWN) return 'own';
  return /^\d{12}$/.test(text) ? { id: text } : 'unknown';
}

/** The role or user of the deployment that an ARN names, by a reference in it or by its name. */
function namedInDeployment(
  value: Value,
  names: readonly string[],
  kind: 'role' | 'user',
  template: Template,
): Resource | undefined {
  const type = kind === 'role' ? 'AWS::IAM::Role' : 'AWS::IAM::User';
  for (const part of value.kind === 'text' ? value.parts : []) {
    if (typeof part !== 'string' && part.kind === 'reference' && part.resource.type === type) {
      return part.resource;
    }
  }
  const name = names[names.length - 1];
  return name === undefined || name.includes(HOLE) ? undefined : namedIn(type, name, template);
}

/** Providers that vouch for pipelines and workloads, by what their addresses hold. */
const WORKLOAD_PROVIDERS = [
  'token.actions.githubusercontent.com',
  'gitlab',
  'bitbucket.org',
  'circleci',
  'buildkite',
  'app.terraform.io',
  'dev.azure.com',
  'oidc.eks.',
];

function isWorkloadProvider(value: Value): boolean {
  const texts = (value.kind === 'text' ? value.parts : [value]).map((part) => {
    if (typeof part === 'string') return part;
    if (part.kind === 'known') return String(part.value);
    return part.kind === 'reference' ? String(part.resource.get('Url').literal ?? '') : '';
  });
  return texts.some((text) => WORKLOAD_PROVIDERS.some((provider) => text.includes(provider)));
}

/**
 * Whether an account is the stack's own. Where the stack's account is not known, an account that is written out
 * counts as another one: a template that means its own says AWS::AccountId.
 */
export function isOwnAccount(account: Account, template: Template): Claim {
  if (account === 'own') return Claim.HOLDS;
  if (account === 'unknown') return new Claim(NEVER, NEVER);
  return account.id === template.stack.account ? Claim.HOLDS : Claim.BREAKS;
}

/** Whether an account is among these; one that a condition gives as a pattern may be. */
export function isAmong(account: Account, ids: readonly string[], template: Template): boolean {
  const id = account === 'own' ? template.stack.account : account === 'unknown' ? undefined : account.id;
  return id !== undefined && ids.some((one) => patternCovers(id, one));
}
