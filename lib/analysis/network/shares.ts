import { Claim } from '../../model/claim';
import { isFalse, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { textTest } from '../policy-document';
import { referredTo } from './web-acls';

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

/** Says that a share gives networks to somebody other than the organization or a unit of it. */
export function sharesNetwork(share: Resource): Claim {
  const principals = share.get('Principals').items();
  return Claim.all([
    share
      .get('ResourceArns')
      .items()
      .some((arn) => arn.must(isNetwork)),
    principals.every((principal) => principal.must(organization)).not(),
  ]);
}

/** Says that a share takes in no account outside of the organization; without the property it does. */
export function staysInOrganization(share: Resource): Claim {
  return share.get('AllowExternalPrincipals').orDefault(true).must(isFalse);
}

/** Says that a share gives networks to accounts that may be outside of the organization. */
export function sharesNetworkOutside(share: Resource): Claim {
  return sharesNetwork(share).and(staysInOrganization(share).not());
}
