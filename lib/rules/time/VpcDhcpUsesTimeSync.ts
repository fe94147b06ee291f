import { withEvidence } from '../../analysis/evidence';
import { vpcNamesTimeSource } from '../../analysis/vpc-time';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';

export const VpcDhcpUsesTimeSync = defineRule({
  id: 'VpcDhcpUsesTimeSync',
  clauses: ['8.1②'],
  title: {
    ja: 'VPCは、DHCPオプションで時刻の同期元を配布する',
    en: 'VPCs hand out a time source by their DHCP options',
  },
  fix: {
    ja: 'NtpServersを169.254.169.123とするAWS::EC2::DHCPOptionsを作成し、AWS::EC2::VPCDHCPOptionsAssociationでVPCに関連付けてください（CDKではMyNumberVpc等の構成要素が設定します）。',
    en: 'Create AWS::EC2::DHCPOptions with NtpServers of 169.254.169.123 and associate them with the VPC by AWS::EC2::VPCDHCPOptionsAssociation (in CDK: MyNumberVpc and its kind do so).',
  },
  resources: ['AWS::EC2::VPC'],
  /**
   * A VPC that names no source leaves the clock to each machine image. Images of AWS follow the Amazon Time Sync
   * Service, which must be shown; in the zones without the Internet an image with public servers would have no time
   * at all, so there the measure has to be taken.
   */
  check: (vpc, { marks }) => {
    const required = {
      ja: '時刻の同期元（NtpServers）を持つDHCPオプションの関連付け',
      en: 'an association with DHCP options that name a time source (NtpServers)',
    };
    const silent = { ja: '時刻の同期元の指定なし', en: 'without a time source' };
    const path = 'AWS::EC2::VPCDHCPOptionsAssociation';
    const named = vpcNamesTimeSource(vpc);
    const isolated = marks.inZone(vpc, ['my-number', 'lgwan']);
    const image = Claim.of('needed', {
      path,
      at: vpc.at,
      actual: silent,
      required: {
        ja: '機械イメージがAmazon Time Sync Serviceに同期することの証跡',
        en: 'evidence that the machine images follow the Amazon Time Sync Service',
      },
    });
    const claim = named.or(isolated.not().and(image));
    const shown = claim.explained(path, silent, required, vpc.at);
    return withEvidence(shown, [...shown.evidence, ...isolated.evidence]);
  },
});
