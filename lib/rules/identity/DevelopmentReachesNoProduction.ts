import { arnOf } from '../../analysis/arn-pattern';
import { environmentOf } from '../../analysis/environments';
import { entrances } from '../../analysis/identity/entrances';
import { IDENTITY_TYPES } from '../../analysis/identity/identities';
import { type By, type Permissions, permissionsOf } from '../../analysis/identity/permissions';
import { isAboutEverything } from '../../analysis/identity/statements';
import { ALL_USES, targetsOf } from '../../analysis/identity/stores';
import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { type Context, defineRule } from '../define';

const ASSUME = 'sts:AssumeRole';

export const DevelopmentReachesNoProduction = defineRule({
  id: 'DevelopmentReachesNoProduction',
  clauses: ['7.3(3)①(ア)', '7.2(1)①'],
  title: {
    ja: '開発環境及びテスト環境のロール、ユーザー等に、運用環境のデータ、キー、ロール等に対する権限を付与しない',
    en: 'Ids of development and verification have no rights to data, keys and roles of production',
  },
  why: {
    ja: '同じアカウントの中では、ロールのポリシーの一文だけでバケットや表を読める。開発の権限で本番の住民情報に届けば、環境を分けた意味がない。',
    en: 'Within one account a statement of a role is enough to read a bucket or table. Where development reaches resident records that way, the environments are not apart.',
  },
  fix: {
    ja: '開発環境のロール等のポリシーのResourceから、運用環境のバケット、表、キュー、シークレット、キー、関数及びロールのARN（それらを含むワイルドカードを含む。）を外すか、Deny文で拒否してください。',
    en: 'Take the ARNs of buckets, tables, queues, secrets, keys, functions and roles of production, and wildcards that take them in, out of Resource in the policies of development, or deny them.',
  },
  cdk: {
    ja: '運用環境のリソースのgrantメソッドに、開発環境のロールを渡さない',
    en: 'no role of development in grant methods of what belongs to production',
  },
  resources: IDENTITY_TYPES,
  check: (identity, context) => {
    const tests = environmentOf(identity, context.marks).tests;
    if (tests.isNever) return Claim.HOLDS;
    const permissions = permissionsOf(identity, context.marks.facts).seen();
    return Claim.all([
      ...throughData(identity, permissions, context),
      ...throughRoles(identity, permissions, context),
    ]);
  },
});

function throughData(identity: Resource, permissions: Permissions, context: Context): readonly Claim[] {
  const named = permissions.mayName(ALL_USES);
  if (named.size === 0) return [];
  return targetsOf(identity.deployment).flatMap(({ resource, arn, actions }) => {
    const asked = actions.filter((action) => named.has(action));
    if (asked.length === 0 || !isBeside(resource, identity, context)) return [];
    return asked.flatMap((action) =>
      permissions
        .statementsFor({ action, target: arn, within: true })
        .map((by) => apart(by, action, identity, resource, context)),
    );
  });
}

/** Roles of production that leave it to the policies of their account who may become them. */
function throughRoles(identity: Resource, permissions: Permissions, context: Context): readonly Claim[] {
  if (permissions.mayName([ASSUME]).size === 0) return [];
  return entrances(identity.deployment)
    .byAccount.filter(({ role }) => role !== identity && isBeside(role, identity, context))
    .flatMap(({ role, opens }) =>
      permissions
        .statementsFor({ action: ASSUME, target: arnOf(role) })
        .map(({ grant, allowed }) =>
          apart({ grant, allowed: allowed.and(opens) }, ASSUME, identity, role, context),
        ),
    );
}

/** Whether something is of production, and may be of the same account. */
function isBeside(resource: Resource, identity: Resource, { marks }: Context): boolean {
  const [a, b] = [resource.template.stack.account, identity.template.stack.account];
  const isElsewhere = a !== undefined && b !== undefined && a !== b;
  return !isElsewhere && !environmentOf(resource, marks).production.isNever;
}

function apart(
  { grant, allowed }: By,
  action: string,
  identity: Resource,
  resource: Resource,
  { marks }: Context,
): Claim {
  const so = grant.statement;
  // A right to everything says nothing of production: the environments may have accounts of their own.
  const certain = so === undefined ? NEVER : allowed.holds.minus(isAboutEverything(so).holds);
  const when = environmentOf(identity, marks)
    .tests.and(environmentOf(resource, marks).production)
    .and(resource.exists);
  if (when.isNever || certain.isNever) return Claim.HOLDS;
  return Claim.when(certain.not())
    .explained(
      grant.path,
      {
        ja: `運用環境の${resource.logicalId}に対する${action}の許可`,
        en: `a right to ${action} on ${resource.logicalId}, which is of production`,
      },
      {
        ja: '開発環境及びテスト環境のリソースに限った許可',
        en: 'limited to resources of development and verification',
      },
      grant.at,
    )
    .onlyIf(when);
}
