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
    en: 'Every VPC declares the zone that it belongs to',
  },
  fix: {
    ja: `VPCにタグ${tag}（${values.join('、')}のいずれか）を付けるか、テンプレートのMetadata.Jichitai.Zoneに記載してください（CDKではTags.of(stack).add('${tag}', …)）。`,
    en: `Give the VPC the tag ${tag} (one of ${values.join(', ')}), or name it in Metadata.Jichitai.Zone of the template (in CDK: Tags.of(stack).add('${tag}', …)).`,
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
