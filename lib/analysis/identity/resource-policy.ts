import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { ALWAYS, type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { allows, denies, type Statement, statement, statementsOf } from '../policy-document';
import { isHere } from './entrances';
import { changed, type Grant } from './grants';
import type { ResourceGrants } from './permissions';
import { type Account, type Principal, type Principals, principalsOf } from './principals';
import { documentAt } from './statements';

/** Where the policy of a resource stands: in itself, or in a resource of its own that points at it. */
type Place = readonly [document: string] | readonly [type: string, pointer: string, document: string];

const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'AWS::S3::Bucket': [
    ['AWS::S3::BucketPolicy', 'Bucket', 'PolicyDocument'],
    ['AWS::S3::AccessPoint', 'Bucket', 'Policy'],
  ],
  'AWS::S3Express::DirectoryBucket': [['AWS::S3Express::BucketPolicy', 'Bucket', 'PolicyDocument']],
  'AWS::S3Tables::TableBucket': [['AWS::S3Tables::TableBucketPolicy', 'TableBucketARN', 'ResourcePolicy']],
  'AWS::S3Vectors::VectorBucket': [
    ['AWS::S3Vectors::VectorBucketPolicy', 'VectorBucketArn', 'Policy'],
    ['AWS::S3Vectors::VectorBucketPolicy', 'VectorBucketName', 'Policy'],
  ],
  'AWS::SQS::Queue': [
    ['AWS::SQS::QueuePolicy', 'Queues', 'PolicyDocument'],
    ['AWS::SQS::QueueInlinePolicy', 'Queue', 'PolicyDocument'],
  ],
  'AWS::SNS::Topic': [
    ['AWS::SNS::TopicPolicy', 'Topics', 'PolicyDocument'],
    ['AWS::SNS::TopicInlinePolicy', 'TopicArn', 'PolicyDocument'],
  ],
  'AWS::Kinesis::Stream': [['AWS::Kinesis::ResourcePolicy', 'ResourceArn', 'ResourcePolicy']],
  'AWS::MSK::Cluster': [['AWS::MSK::ClusterPolicy', 'ClusterArn', 'Policy']],
  'AWS::SecretsManager::Secret': [['AWS::SecretsManager::ResourcePolicy', 'SecretId', 'ResourcePolicy']],
  'AWS::DynamoDB::Table': [['ResourcePolicy.PolicyDocument']],
  'AWS::EFS::FileSystem': [['FileSystemPolicy']],
  'AWS::OpenSearchService::Domain': [['AccessPolicies']],
  'AWS::Elasticsearch::Domain': [['AccessPolicies']],
  'AWS::Backup::BackupVault': [['AccessPolicy']],
  'AWS::DSQL::Cluster': [['PolicyDocument']],
  'AWS::Redshift::Cluster': [['NamespaceResourcePolicy']],
  'AWS::RedshiftServerless::Namespace': [['NamespaceResourcePolicy']],
  'AWS::KMS::Key': [['KeyPolicy']],
  'AWS::ECR::Repository': [['RepositoryPolicyText']],
  'AWS::Logs::LogGroup': [['ResourcePolicyDocument']],
  'AWS::Lambda::Function': [['AWS::Lambda::ResourcePolicy', 'ResourceArn', 'PolicyDocument']],
  'AWS::IAM::Role': [['AssumeRolePolicyDocument']],
};

/** A statement of the policy of a resource, with whom it names. */
export interface ResourceStatement {
  readonly grant: Grant & { readonly statement: Statement };
  readonly named: Principals;
  /** The principals are those whom it leaves out. */
  readonly excepting: boolean;
}

/** What is written about one resource as a whole. */
export interface ResourcePolicy {
  readonly statements: readonly ResourceStatement[];
  /** Where there may be statements that cannot be seen. */
  readonly mayBeMore: Guard;
}

const memo = new WeakMap<Resource, ResourcePolicy>();

/** All that policies of a resource say. */
export function resourcePolicyOf(resource: Resource): ResourcePolicy {
  let policy = memo.get(resource);
  if (policy === undefined) {
    policy = readPolicy(resource);
    memo.set(resource, policy);
  }
  return policy;
}

function readPolicy(resource: Resource): ResourcePolicy {
  let mayBeMore: Guard = NEVER;
  const statements: ResourceStatement[] = [];
  const add = (document: Field, holder: Resource, when: Guard) => {
    const items = statementsOf(documentAt(document, holder));
    for (const { when: open } of items.open) mayBeMore = mayBeMore.or(open.and(when));
    for (const field of items.known) {
      const so = statement(field);
      const there = Claim.when(field.given.and(when));
      const excepting = !so.notPrincipal.isAbsent;
      statements.push({
        grant: {
          path: holder === resource ? field.path : `${holder.logicalId}/${field.path}`,
          holder,
          at: field.at,
          statement: so,
          allows: allows(so).and(there),
          denies: denies(so).and(there),
        },
        named: principalsOf(excepting ? so.notPrincipal : so.principal, holder.template),
        excepting,
      });
    }
  };
  for (const place of PLACES[resource.type] ?? []) {
    if (place.length === 1) add(resource.get(place[0]), resource, ALWAYS);
    else {
      const [type, pointer, document] = place;
      for (const { resource: holder, when } of resource.deployment.referrers(resource, type, pointer)) {
        add(holder.get(document), holder, when);
      }
    }
  }
  return { statements, mayBeMore };
}

/** Ways to be named, each of which has another effect in the own account. */
interface Naming {
  readonly itself: Claim;
  readonly asRole: Claim;
  readonly asAccount: Claim;
}

/** What the policy of a resource says to an identity; what it says to its whole account is a matter of its own. */
export interface SaidTo extends ResourceGrants {
  /** To everybody of its account: there, it leaves it to their own policies. */
  readonly asAccount: readonly Grant[];
}

/** What the policy of a resource says to an identity of the deployment. */
export function saidTo(identity: Resource, resource: Resource): SaidTo {
  const { statements } = resourcePolicyOf(resource);
  return said(statements, (principal) => namingOf(principal, identity, resource));
}

/** What it says to somebody whom it names and who is not part of the deployment. */
export function saidToOutsider(outsider: Principal, resource: Resource): SaidTo {
  const { statements } = resourcePolicyOf(resource);
  return said(statements, (principal) => {
    const same = principal.identity !== undefined && principal.identity === outsider.identity;
    const account = isSameAccount(principal.account, outsider.account);
    const isAll = principal.kind === 'anyone' || (principal.kind === 'account' && account);
    const isOne = isAll || (same && principal.kind === outsider.kind);
    const mayBe = principal.isOpen || outsider.isOpen;
    return {
      itself: isOne ? Claim.HOLDS : mayBe ? UNDETERMINED : Claim.BREAKS,
      asRole: Claim.BREAKS,
      asAccount: Claim.BREAKS,
    };
  });
}

/**
 * Whether a principal is somebody of whom nothing else tells: an identity of the deployment is asked by itself, and to
 * name the own account is to leave it to the policies there.
 */
export function isOutsider({ kind, account, resource: named }: Principal, resource: Resource): boolean {
  if (named !== undefined) return false;
  return kind !== 'account' || !isHere(account, resource);
}

const UNDETERMINED = new Claim(NEVER, NEVER);

function isSameAccount(a: Account, b: Account): boolean {
  return typeof a === 'object' && typeof b === 'object' && a.id === b.id;
}

function said(statements: readonly ResourceStatement[], naming: (principal: Principal) => Naming): SaidTo {
  const so = { asRole: [], itself: [], asAccount: [], denials: [] } as Record<keyof SaidTo, Grant[]>;
  const add = (kind: keyof SaidTo, grant: Grant, effect: 'allows' | 'denies', named: Claim) => {
    const { holds, breaks } = grant[effect].and(named);
    if (breaks.isAlways) return;
    const other = effect === 'allows' ? 'denies' : 'allows';
    so[kind].push(changed(grant, { [effect]: new Claim(holds, breaks), [other]: Claim.BREAKS }));
  };
  for (const { grant, named, excepting } of statements) {
    const all = named.known.map((principal) => ({ when: principal.when, naming: naming(principal) }));
    const open = named.open.map(({ when }) => new Claim(NEVER, when.not()));
    const by = (kind: keyof Naming) =>
      Claim.any([...all.map(({ when, naming: one }) => one[kind].and(Claim.when(when))), ...open]);
    const any = Claim.any([by('itself'), by('asRole'), by('asAccount')]);
    if (excepting) {
      // Whom such a denial leaves out by the role or the account alone, it may take in all the same.
      const left = any.breaks.isAlways ? any : new Claim(NEVER, any.breaks);
      add('itself', grant, 'allows', any.not());
      add('denials', grant, 'denies', left.not());
      continue;
    }
    for (const kind of ['itself', 'asRole', 'asAccount'] as const) add(kind, grant, 'allows', by(kind));
    add('denials', grant, 'denies', any);
  }
  return so;
}

const NOBODY: Naming = { itself: Claim.BREAKS, asRole: Claim.BREAKS, asAccount: Claim.BREAKS };

function namingOf(principal: Principal, identity: Resource, resource: Resource): Naming {
  const { kind, account, resource: named, isOpen } = principal;
  // Policies name no groups.
  if (identity.type === 'AWS::IAM::Group') return NOBODY;
  if (kind === 'anyone') return { ...NOBODY, itself: Claim.HOLDS };
  if (kind === 'account') {
    const own = identity.template.stack.account;
    if (account === 'unknown') return { ...NOBODY, asAccount: UNDETERMINED };
    const isOwn =
      account === 'own' ? isSame(own, resource.template.stack.account) : isHere(account, identity);
    return { ...NOBODY, asAccount: isOwn === undefined ? UNDETERMINED : isOwn ? Claim.HOLDS : Claim.BREAKS };
  }
  const way = identity.type === 'AWS::IAM::User' ? 'itself' : 'asRole';
  if (named !== undefined) return named === identity ? { ...NOBODY, [way]: Claim.HOLDS } : NOBODY;
  if (isOpen && kind === 'unknown') return { ...NOBODY, itself: UNDETERMINED };
  if (kind === 'role' || kind === 'user') {
    const name = nameIn(principal);
    // A name of which a part is not known may be this one's.
    if (name === undefined) return { ...NOBODY, [way]: UNDETERMINED };
    const isIt = name === identity.get(way === 'itself' ? 'UserName' : 'RoleName').literal;
    return isIt && isHere(account, identity) ? { ...NOBODY, [way]: Claim.HOLDS } : NOBODY;
  }
  return NOBODY;
}

/** The name at the end of the ARN of a role or user; undefined where a part of it is not known. */
function nameIn({ shown, text }: Principal): string | undefined {
  const arn = text ?? shown.en.replace(/"$/, '');
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return name.includes('${') || name === '' ? undefined : name;
}

/** Whether two accounts are the same; undefined where it cannot be told. Where neither is told they are. */
export function isSame(a: string | undefined, b: string | undefined): boolean | undefined {
  if (a === b) return true;
  return a === undefined || b === undefined ? undefined : false;
}
