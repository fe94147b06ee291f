import { under } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { MARKS } from '../../policy/zones';
import { defineRule } from '../define';

const { tag, values } = MARKS.zone;

export const VpcDeclaresZone = defineRule({
  id: 'VpcDeclaresZone',
  clauses: ['4(1)③', '4(2)②'],
  title: {
    ja: 'VPCは、属する領域を宣言する',
    en: 'VPCs declare the zone that they belong to',
  },
  why: {
    ja: '領域の分からないVPCには、どの領域の規則を当てはめるか決められず、住民情報を扱うネットワークが検査を免れたままになる。',
    en: 'For a VPC of no zone nobody can say which duties it has: a network with resident records would go unchecked.',
  },
  fix: {
    ja: `VPCにタグ${tag}（${values.join('、')}のいずれか）を付けるか、テンプレートのMetadata.Jichitai.Zoneに記載してください。`,
    en: `Give the VPC the tag ${tag} (one of ${values.join(', ')}), or name it in Metadata.Jichitai.Zone of the template.`,
  },
  cdk: {
    ja: `ZoneMarking.of(stack).declare({ zone })又はTags.of(stack).add('${tag}', …)を用いる`,
    en: `ZoneMarking.of(stack).declare({ zone }), or Tags.of(stack).add('${tag}', …)`,
  },
  resources: ['AWS::EC2::VPC'],
  // What is missing is the declaration itself, and that can be seen for certain.
  check: (vpc, { marks }) =>
    Claim.all(
      marks.of(vpc, 'zone').map(({ when, value, fault, invalid }) =>
        under(
          when,
          value !== undefined
            ? Claim.HOLDS
            : Claim.of(fault === undefined || invalid === true ? 'breaks' : 'undetermined', {
                path: tag,
                actual: fault ?? { ja: '宣言がない', en: 'not declared' },
                required: { ja: `${values.join('、')}のいずれか`, en: `one of ${values.join(', ')}` },
              }),
        ),
      ),
    ),
});
