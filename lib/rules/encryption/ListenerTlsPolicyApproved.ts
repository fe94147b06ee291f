import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, oneOf, type Requirement, satisfying } from '../../model/requirement';
import { identityOf } from '../../model/value';
import { defineRule } from '../define';
import { CIPHERS } from './tls-rules';

/** What a listener has when it names no policy; it allows TLS 1.0. */
const DEFAULT_POLICY = 'ELBSecurityPolicy-2016-08';

export const ListenerTlsPolicyApproved = defineRule({
  id: 'ListenerTlsPolicyApproved',
  clauses: CIPHERS,
  title: {
    ja: 'ロードバランサーのリスナーは、定められたTLSのバージョン及び暗号方式のみを受け付ける',
    en: 'Listeners of load balancers take approved TLS versions and ciphers only',
  },
  why: {
    ja: '古いTLSや弱い暗号方式を一つでも受け付けると、攻撃者はその方式を選ばせて、電子申請や業務画面の通信を解読しようとする。',
    en: 'If one old version or weak cipher is taken, attackers make clients choose it, and try to decipher online applications or staff screens.',
  },
  fix: {
    ja: 'SslPolicyを、プロファイルのallowedListenerTlsPoliciesにあるものとしてください。指定しない場合はTLS 1.0を許すELBSecurityPolicy-2016-08です。',
    en: 'Set SslPolicy to one that allowedListenerTlsPolicies of the profile lists. Without it, the policy is ELBSecurityPolicy-2016-08, which allows TLS 1.0.',
  },
  cdk: {
    ja: 'リスナーのsslPolicyをSslPolicy.RECOMMENDED_TLSとする',
    en: 'sslPolicy: SslPolicy.RECOMMENDED_TLS of the listener',
  },
  resources: ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancing::LoadBalancer'],
  check: (resource, { profile }) => {
    const approved = oneOf(...profile.allowedListenerTlsPolicies);
    if (resource.type === 'AWS::ElasticLoadBalancing::LoadBalancer') {
      const policies = resource.get('Policies');
      return resource
        .get('Listeners')
        .items()
        .every((listener) => classicPolicy(listener, policies, approved).onlyIf(isEncrypted(listener)));
    }
    return resource.get('SslPolicy').orDefault(DEFAULT_POLICY).must(approved).onlyIf(isEncrypted(resource));
  },
});

function isEncrypted(listener: { get(path: string): Field }): Claim {
  return listener.get('Protocol').must(
    satisfying({ ja: 'HTTPS又はTLS', en: 'HTTPS or TLS' }, (value) => {
      if (value.kind === 'known')
        return ['HTTPS', 'TLS', 'SSL'].includes(String(value.value).toUpperCase()) ? 'holds' : 'breaks';
      return value.kind === 'absent' ? 'breaks' : 'undetermined';
    }),
  );
}

/** A classic load balancer describes its policies, and its listeners name them. */
function classicPolicy(listener: Field, policies: Field, approved: Requirement): Claim {
  const names = listener.get('PolicyNames');
  const named = names.items().some((name) =>
    policies.items().some((policy) =>
      name
        .must(sameAs(policy.get('PolicyName')))
        .and(policy.get('PolicyType').must(equals('SSLNegotiationPolicyType')))
        .and(
          policy
            .get('Attributes')
            .items()
            .some((attribute) =>
              attribute
                .get('Name')
                .must(equals('Reference-Security-Policy'))
                .and(attribute.get('Value').must(approved)),
            ),
        ),
    ),
  );
  return named.explained(
    names.path,
    names.isAbsent
      ? { ja: `指定なし（${DEFAULT_POLICY}）`, en: `not set (${DEFAULT_POLICY})` }
      : { ja: '定められたもの以外のポリシー', en: 'another policy' },
    approved.text,
    names.at,
  );
}

function sameAs(other: Field): Requirement {
  const identities = other.alternatives.map(({ value }) => identityOf(value));
  const [only] = identities;
  return satisfying({ ja: '同じ名前', en: 'the same name' }, (value) => {
    const identity = identityOf(value);
    if (identity === undefined || identities.length !== 1 || only === undefined) return 'undetermined';
    if (identity === only) return 'holds';
    return identity.startsWith('=') && only.startsWith('=') ? 'breaks' : 'undetermined';
  });
}
