import { environmentOf } from '../../analysis/environments';
import { IDENTITY_TYPES } from '../../analysis/identity/identities';
import { concernBy } from '../../analysis/identity/named-rights';
import type { Marks } from '../../analysis/marks';
import { Claim } from '../../model/claim';
import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { defineRule } from '../define';

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
  check: (identity, { marks }) => {
    const tests = environmentOf(identity, marks).tests;
    if (tests.isNever) return Claim.HOLDS;
    const rights = ofProduction(identity.deployment, marks).rightsOf(identity, marks.facts);
    return Claim.all(
      rights.map(({ resource, action, grant, given }) =>
        given
          .not()
          .explained(
            grant.path,
            {
              ja: `運用環境の${resource.logicalId}に対する${action}の許可`,
              en: `a right to ${action} on ${resource.logicalId}, which is of production`,
            },
            REQUIRED,
            grant.at,
          )
          .onlyIf(tests.and(production(resource, marks)).and(resource.exists)),
      ),
    );
  },
});

function production(resource: Resource, marks: Marks): Guard {
  return environmentOf(resource, marks).production;
}

const ofProduction = concernBy((resource, marks) => !production(resource, marks).isNever);

const REQUIRED: Text = {
  ja: '開発環境及びテスト環境のリソースに限った許可',
  en: 'limited to resources of development and verification',
};
