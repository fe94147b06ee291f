import { IDENTITY_TYPES } from '../../analysis/identity/identities';
import { concernBy } from '../../analysis/identity/named-rights';
import { resourceGrants } from '../../analysis/identity/resource-grants';
import { documentAt } from '../../analysis/identity/statements';
import type { Marks } from '../../analysis/marks';
import { Claim } from '../../model/claim';
import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { concat, type Text } from '../../text';
import { defineRule } from '../define';
import { RESOURCE_POLICIES } from './resource-policies';

const POLICIES: Readonly<Record<string, string>> = { ...RESOURCE_POLICIES, 'AWS::KMS::Key': 'KeyPolicy' };

const REQUIRED: Text = {
  ja: '自らの領域のリソースに限った許可、又は許可の申請番号（jichitai:approval）',
  en: 'limited to resources of its own zone, or permitted (jichitai:approval)',
};

export const OtherZonesReachNoMyNumberData = defineRule({
  id: 'OtherZonesReachNoMyNumberData',
  clauses: ['4(1)①', '7.2(1)①'],
  title: {
    ja: 'LGWAN接続系及びインターネット接続系のロール、ユーザー等に、マイナンバー利用事務系のデータ、キー、ロール等に対する権限を付与しない',
    en: 'Ids of the LGWAN and Internet zones have no rights to data, keys and roles of the my-number zone',
  },
  why: {
    ja: 'バケットや表はAWSのAPIで届くため、ネットワークを分けても、ロールのポリシーの一文で領域を越えて住民情報を読み出せる。',
    en: 'Buckets and tables are reached by the API of AWS: however the networks are kept apart, a statement of a role reads resident records across zones.',
  },
  fix: {
    ja: '他の領域のロール等のポリシーのResourceから、マイナンバー利用事務系のバケット、表、キュー、シークレット、キー、関数及びロールのARNを外し、マイナンバー利用事務系のリソースのポリシー（信頼ポリシー及びキーポリシーを含む。）のPrincipalから、他の領域のロール等を外してください。許可を得た連携は、当該リソースに申請番号のタグjichitai:approvalを付けてください。',
    en: 'Take the ARNs of buckets, tables, queues, secrets, keys, functions and roles of the my-number zone out of Resource in the policies of other zones, and ids of other zones out of Principal in policies of its resources, keys and roles. Where somebody permitted the exchange, tag the resource jichitai:approval with the number of the application.',
  },
  cdk: {
    ja: 'マイナンバー利用事務系のリソースのgrantメソッドに、他の領域のロールを渡さない',
    en: 'no role of another zone in grant methods of what belongs to the my-number zone',
  },
  resources: [...new Set([...IDENTITY_TYPES, ...Object.keys(POLICIES)])],
  check: (resource, { marks }) => byIdentity(resource, marks).and(byPolicy(resource, marks)),
});

const dataOfZone = concernBy((resource, marks) => !unpermitted(resource, marks).isNever);

/** What an identity of another zone may do by its own policies. */
function byIdentity(identity: Resource, marks: Marks): Claim {
  if (!IDENTITY_TYPES.includes(identity.type)) return Claim.HOLDS;
  const outside = marks.inZone(identity, ['lgwan', 'internet']).holds;
  if (outside.isNever) return Claim.HOLDS;
  const rights = dataOfZone(identity.deployment, marks).rightsOf(identity, marks.facts);
  return Claim.all(
    rights.map(({ resource, action, grant, given }) =>
      given
        .not()
        .explained(
          grant.path,
          {
            ja: `マイナンバー利用事務系の${resource.logicalId}に対する${action}の許可`,
            en: `a right to ${action} on ${resource.logicalId} of the my-number zone`,
          },
          REQUIRED,
          grant.at,
        )
        .onlyIf(outside.and(unpermitted(resource, marks)).and(resource.exists)),
    ),
  );
}

/** Whom the policy of a resource of the zone lets in: ids of another zone. */
function byPolicy(resource: Resource, marks: Marks): Claim {
  const path = POLICIES[resource.type];
  if (path === undefined) return Claim.HOLDS;
  const inside = unpermitted(resource, marks);
  if (inside.isNever) return Claim.HOLDS;
  return Claim.all(
    resourceGrants(documentAt(resource.get(path), resource), resource).map((grant) => {
      const { principal, at } = grant;
      const who = principal.resource;
      if (who === undefined || who === resource) return Claim.HOLDS;
      const outside = marks.inZone(who, ['lgwan', 'internet']).holds;
      const when = outside.and(inside);
      if (when.isNever) return Claim.HOLDS;
      const { opens } = grant;
      if (opens.breaks.isAlways) return Claim.HOLDS;
      const shown = concat(principal.shown, { ja: '（他の領域）', en: ', which is of another zone' });
      return opens.not().explained(at.path, shown, REQUIRED, at.at).onlyIf(when);
    }),
  );
}

/** Where a resource is of the my-number zone, and nobody permitted an exchange by it. */
function unpermitted(resource: Resource, marks: Marks): Guard {
  const zone = marks.inZone(resource, ['my-number']).holds;
  return zone.isNever ? zone : zone.and(marks.isDeclared(resource, 'approval').breaks);
}
