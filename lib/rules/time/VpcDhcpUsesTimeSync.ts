import { withEvidence } from '../../analysis/evidence';
import { vpcNamesTimeSource } from '../../analysis/vpc-time';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

export const VpcDhcpUsesTimeSync = defineRule({
  id: 'VpcDhcpUsesTimeSync',
  clauses: ['8.1②'],
  title: {
    ja: 'VPCは、DHCPオプションで時刻の同期元を配布する',
    en: 'VPCs hand out a time source by their DHCP options',
  },
  why: {
    ja: '同期元を配布しないVPCでは、時刻がマシンイメージの設定任せになり、インターネットに出られない領域では合わせる先を失ってずれていく。',
    en: 'In a VPC that names no time source each machine image decides, and in a zone without Internet clocks that rely on public servers drift.',
  },
  fix: {
    ja: 'NtpServersを169.254.169.123とするAWS::EC2::DHCPOptionsを作成し、AWS::EC2::VPCDHCPOptionsAssociationでVPCに関連付けてください。',
    en: 'Create AWS::EC2::DHCPOptions with NtpServers of 169.254.169.123 and associate them with the VPC by AWS::EC2::VPCDHCPOptionsAssociation.',
  },
  cdk: {
    ja: 'MyNumberVpc等の構成要素を用いるか、CfnDHCPOptionsとCfnVPCDHCPOptionsAssociationを作る',
    en: 'use MyNumberVpc and its kind, or CfnDHCPOptions with a CfnVPCDHCPOptionsAssociation',
  },
  relievedBy: [settingApart('AWS::EC2::VPCDHCPOptionsAssociation')],
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
        ja: 'マシンイメージがAmazon Time Sync Serviceに同期することの証跡',
        en: 'evidence that the machine images follow the Amazon Time Sync Service',
      },
    });
    const claim = named.or(isolated.not().and(image));
    const shown = claim.explained(path, silent, required, vpc.at);
    return withEvidence(shown, [...shown.evidence, ...isolated.evidence]);
  },
});
