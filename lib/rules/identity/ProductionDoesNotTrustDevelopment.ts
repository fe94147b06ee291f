import { isOfTests } from '../../analysis/environments';
import { asked } from '../../analysis/identity/asked';
import { isAmong, type Principal } from '../../analysis/identity/principals';
import { resourceGrants } from '../../analysis/identity/resource-grants';
import { documentAt } from '../../analysis/identity/statements';
import { trustOf } from '../../analysis/identity/trust';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { ALWAYS, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { concat, type Text } from '../../text';
import { defineRule } from '../define';
import { RESOURCE_POLICIES } from './resource-policies';

const ROLE = 'AWS::IAM::Role';
const POLICIES: Readonly<Record<string, string>> = {
  ...RESOURCE_POLICIES,
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::KMS::ReplicaKey': 'KeyPolicy',
};
const IN_ACCOUNTS: ReadonlySet<Principal['kind']> = new Set(['account', 'user', 'role']);
const UNTOLD = new Claim(NEVER, NEVER);
const REQUIRED: Text = { ja: '運用環境のプリンシパル', en: 'principals of production only' };

export const ProductionDoesNotTrustDevelopment = defineRule({
  id: 'ProductionDoesNotTrustDevelopment',
  clauses: ['7.3(3)①(ア)', '7.3(2)②(ア)'],
  title: {
    ja: '運用環境のIAMロール、バケット、KMSキー等は、開発環境及びテスト環境のロール、ユーザー及びアカウントを信頼しない',
    en: 'Roles, buckets, keys and the like of production do not trust roles, users or accounts of development or verification',
  },
  why: {
    ja: '開発環境は、検証用の権限が広く、委託事業者の多くが入る。そこから運用環境へ入れると、開発用の認証情報の漏えいが住民情報の漏えいになる。',
    en: 'Development has wide rights and many people of vendors. If it is trusted by production, a credential that leaks from there opens resident records.',
  },
  fix: {
    ja: 'AssumeRolePolicyDocument又はリソースベースのポリシーのPrincipalから、開発環境及びテスト環境のロールとユーザーを外してください。運用環境への移行は、運用環境に置いたパイプラインのロールから行います。',
    en: 'Take roles and users of development and verification out of Principal of AssumeRolePolicyDocument or of the resource policy; deploy to production from a pipeline role of production.',
  },
  cdk: {
    ja: 'RoleのassumedBy及びaddToResourcePolicy()等の文のprincipalsに、運用環境のロールだけを指定する',
    en: 'name roles of production alone in assumedBy of Role and in principals of the statements of addToResourcePolicy() and the like',
  },
  resources: Object.keys(POLICIES),
  check: (resource, { marks, profile }) => {
    const production = marks.is(resource, 'environment', 'production');
    return Claim.all(
      grantsOf(resource).map((grant) => {
        const { principal, at } = grant;
        // Where nothing declares production, whom a parameter lets in is no question yet.
        if (isOpen(principal)) {
          return grant.opens
            .not()
            .or(UNTOLD)
            .explained(at.path, principal.shown, REQUIRED, at.at)
            .onlyIf(production.holds);
        }
        const { developmentAccounts } = profile.facts;
        const named = isAmong(principal.account, developmentAccounts, resource.template);
        const other = principal.resource;
        if (!named && (other === undefined || other === resource)) return Claim.HOLDS;
        // Only where the other side is certainly not production: that nobody marked either says nothing.
        const elsewhere = named ? ALWAYS : isOfTests(other as Resource, marks).holds;
        if (elsewhere.isNever) return Claim.HOLDS;
        const shown = concat(principal.shown, {
          ja: '（運用環境でない）',
          en: ', which is not of production',
        });
        return asked(
          grant.opens.and(Claim.when(elsewhere)).not().explained(at.path, shown, REQUIRED, at.at),
          production,
        );
      }),
    );
  },
});

/** Somebody who may be of development: a parameter, or one in an account that is a parameter. */
function isOpen({ kind, account, isOpen: all, resource }: Principal): boolean {
  if (kind === 'unknown') return all;
  return account === 'unknown' && resource === undefined && IN_ACCOUNTS.has(kind);
}

interface Grant {
  readonly principal: Principal;
  readonly at: Field;
  /** Whether it is let in at all. */
  readonly opens: Claim;
}

function grantsOf(resource: Resource): readonly Grant[] {
  if (resource.type === ROLE) {
    return trustOf(resource).ways.map(({ principal, statement: { field }, opens }) => ({
      principal,
      opens,
      at: field.get('Principal'),
    }));
  }
  return resourceGrants(documentAt(resource.get(POLICIES[resource.type] as string), resource), resource);
}
