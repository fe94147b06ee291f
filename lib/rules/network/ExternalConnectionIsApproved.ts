import { whereHolds } from '../../analysis/network/alternatives';
import { CONNECTIONS, leadsOutside } from '../../analysis/network/connections';
import { Claim, type Evidence } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { MARKS } from '../../policy/zones';
import { plain, type Text } from '../../text';
import { type Context, defineRule } from '../define';
import { toldWith } from '../reliefs';

/** These take no tags of their own: what they belong to speaks for them. */
const UNTAGGED = new Set([
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::DirectConnect::DirectConnectGatewayAssociation',
]);

export const ExternalConnectionIsApproved = defineRule({
  id: 'ExternalConnectionIsApproved',
  clauses: ['7.1(10)①', '7.1(10)②'],
  title: {
    ja: '外部ネットワークとの接続には、許可の申請番号を付ける',
    en: 'Connections to outside networks carry the number of their approval',
  },
  why: {
    ja: '許可を得ていない接続は、誰も影響を調べていない入口であり、庁内の他のシステムまで危険にさらす。',
    en: 'A connection that nobody permitted is an entrance whose effects nobody looked into, and it exposes the other systems of the city as well.',
  },
  fix: {
    ja: 'CISO及び統括情報セキュリティ責任者の許可を得て、その申請番号をリソースのタグjichitai:approval（タグを付けられないものは、テンプレートのMetadata.Jichitai.Approval）に記載してください。プロファイルのfacts.approvedConnectionsがある場合は、そこにある番号に限ります。相手が市のネットワークである場合は、facts.zoneOfにその領域を記載してください。',
    en: 'Obtain the permission and write the number of the application in the tag jichitai:approval of the resource (or in Metadata.Jichitai.Approval of the template, where the resource takes no tags). Where the profile has facts.approvedConnections, the number must be one of those. Where the other end is a network of the city, name its zone in facts.zoneOf.',
  },
  cdk: {
    ja: 'InternetVpcのapprovalを指定するか、ZoneMarking.of(scope).declare({ approval })を呼ぶ',
    en: 'approval of InternetVpc, or ZoneMarking.of(scope).declare({ approval })',
  },
  relievedBy: [toldWith('AWS::EC2::VPCGatewayAttachment', 'AWS::EC2::VPNConnection')],
  resources: Object.keys(CONNECTIONS),
  check: (resource, context) => whereHolds(leadsOutside(resource, context), isApproved(resource, context)),
});

function isApproved(resource: Resource, context: Context): Claim {
  const { deployment } = context;
  const byItself = numberOf(resource, context);
  if (resource.type !== 'AWS::EC2::InternetGateway') return byItself;
  const attachments = deployment.referrers(resource, 'AWS::EC2::VPCGatewayAttachment', 'InternetGatewayId');
  // The attachment is what makes the connection, and is approved with its VPC.
  const byAttachment = Claim.any(
    attachments.map(({ resource: attachment, when }) => numberOf(attachment, context).and(Claim.when(when))),
  );
  const { holds, breaks } = byItself.or(byAttachment);
  return new Claim(holds, breaks, byItself.evidence);
}

function numberOf(resource: Resource, { marks, profile }: Context): Claim {
  const approved = profile.facts.approvedConnections;
  const required: Text =
    approved === undefined
      ? { ja: '許可の申請番号', en: 'the number of an approval' }
      : {
          ja: '許可された接続（facts.approvedConnections）の申請番号',
          en: 'the number of a connection in facts.approvedConnections',
        };
  let holds: Guard = NEVER;
  let breaks: Guard = NEVER;
  const evidence: Evidence[] = [];
  const found = UNTAGGED.has(resource.type)
    ? marks.of(resource, 'approval')
    : marks.declared(resource, 'approval');
  for (const { value, fault, when } of found) {
    if (value !== undefined && value.trim() !== '' && (approved?.includes(value) ?? true)) {
      holds = holds.or(when);
      continue;
    }
    const outcome = fault === undefined ? 'breaks' : 'undetermined';
    if (outcome === 'breaks') breaks = breaks.or(when);
    const actual: Text =
      fault ?? (value === undefined ? { ja: 'なし', en: 'missing' } : plain(JSON.stringify(value)));
    evidence.push({ path: MARKS.approval.tag, actual, required, outcome, when });
  }
  return new Claim(holds, breaks, evidence);
}
