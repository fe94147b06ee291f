import { whereHolds } from '../../analysis/network/alternatives';
import { referredTo } from '../../analysis/network/web-acls';
import { textTest } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import { isFalse, satisfying } from '../../model/requirement';
import type { Value } from '../../model/value';
import { defineRule } from '../define';

const NETWORK = /:(ec2|route53resolver|vpc-lattice|network-firewall|networkmanager):/;

const isNetwork = satisfying({ ja: 'ネットワーク', en: 'a network' }, (value) => {
  if (referredTo(value).some(({ type }) => /^AWS::(EC2|Route53Resolver|VpcLattice)::/.test(type)))
    return 'holds';
  const first = firstText(value);
  return first !== undefined ? (NETWORK.test(first) ? 'holds' : 'breaks') : 'undetermined';
});

function firstText(value: Value): string | undefined {
  if (value.kind === 'known') return String(value.value);
  return value.kind === 'text' ? value.parts.filter((part) => typeof part === 'string').join('') : undefined;
}

/** An organization or a unit of one, which only a share within it can name. */
const organization = satisfying({ ja: '組織', en: 'an organization' }, (value) => {
  const text = firstText(value);
  return text === undefined
    ? 'undetermined'
    : textTest({ kind: 'known', value: text }, (so) => /:organizations:/.test(so));
});

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
  check: (share) => {
    const principals = share.get('Principals').items();
    return whereHolds(
      Claim.all([
        share
          .get('ResourceArns')
          .items()
          .some((arn) => arn.must(isNetwork)),
        principals.every((principal) => principal.must(organization)).not(),
      ]),
      share.get('AllowExternalPrincipals').orDefault(true).must(isFalse),
    );
  },
});
