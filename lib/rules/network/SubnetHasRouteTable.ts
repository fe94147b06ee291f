import { UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim, lacking } from '../../model/claim';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

export const SubnetHasRouteTable = defineRule({
  id: 'SubnetHasRouteTable',
  clauses: ['7.1(8)①'],
  title: {
    ja: 'サブネットには、ルートテーブルを明示して関連付ける',
    en: 'Subnets are associated with a route table expressly',
  },
  why: {
    ja: '関連付けのないサブネットはVPCのメインルートテーブルに従う。その経路はテンプレートになく、コンソールでの変更が全てのサブネットに及ぶ。',
    en: 'A subnet without one follows the main route table of the VPC, whose routes stand in no template: one change by hand redirects all of these subnets.',
  },
  fix: {
    ja: 'AWS::EC2::SubnetRouteTableAssociationで、サブネットをAWS::EC2::RouteTableに関連付けてください。',
    en: 'Associate the subnet with an AWS::EC2::RouteTable by an AWS::EC2::SubnetRouteTableAssociation.',
  },
  cdk: { ja: 'VpcのsubnetConfigurationでサブネットを作る', en: 'subnets made by subnetConfiguration of Vpc' },
  // The main route table has local routes only until somebody changes it: nothing contradicts anything yet.
  duty: 'should',
  relievedBy: [settingApart('AWS::EC2::SubnetRouteTableAssociation')],
  resources: ['AWS::EC2::Subnet'],
  check: (subnet) => {
    const { deployment } = subnet;
    const type = 'AWS::EC2::SubnetRouteTableAssociation';
    return Claim.any([
      ...deployment.referrers(subnet, type, 'SubnetId').map(({ when }) => Claim.when(when)),
      ...deployment.openReferrers(type, 'SubnetId').map(({ when }) => UNDETERMINED.and(Claim.when(when))),
    ]).explained('AWS::EC2::SubnetRouteTableAssociation', lacking({ ja: 'なし', en: 'none' }), {
      ja: 'ルートテーブルへの関連付け',
      en: 'an association with a route table',
    });
  },
});
