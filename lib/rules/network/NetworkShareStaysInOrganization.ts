import { whereHolds } from '../../analysis/network/alternatives';
import { sharesNetwork, staysInOrganization } from '../../analysis/network/shares';
import { defineRule } from '../define';

export const NetworkShareStaysInOrganization = defineRule({
  id: 'NetworkShareStaysInOrganization',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のネットワークは、組織の外のアカウントと共有しない',
    en: 'Networks of the my-number and LGWAN zones are not shared with accounts outside of the organization',
  },
  why: {
    ja: 'Transit Gatewayやサブネットを組織の外と共有できると、庁内の管理の及ばないアカウントが自らのVPCを閉域のネットワークにつなげる。',
    en: 'Where a transit gateway or subnet can be shared outside of the organization, an account that the city does not control can join its own VPC to the closed network.',
  },
  fix: {
    ja: 'AWS::RAM::ResourceShareのAllowExternalPrincipalsをfalseとしてください。指定しない場合はtrueです。',
    en: 'Set AllowExternalPrincipals of the AWS::RAM::ResourceShare to false. Without it, it is true.',
  },
  cdk: {
    ja: 'CfnResourceShareのallowExternalPrincipalsをfalseとする',
    en: 'allowExternalPrincipals: false of CfnResourceShare',
  },
  resources: ['AWS::RAM::ResourceShare'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (share) => whereHolds(sharesNetwork(share), staysInOrganization(share)),
});
