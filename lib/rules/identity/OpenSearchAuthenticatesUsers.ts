import { documentAt } from '../../analysis/identity/statements';
import { allows, statement, statementsOf } from '../../analysis/policy-document';
import { namesEveryone } from '../../analysis/tls-only';
import { Claim } from '../../model/claim';
import { isTrue } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

export const OpenSearchAuthenticatesUsers = defineRule({
  id: 'OpenSearchAuthenticatesUsers',
  clauses: ['7.2(1)①', '9.2(6)①(エ)'],
  title: {
    ja: 'OpenSearchドメインは、利用者を認証する',
    en: 'OpenSearch domains authenticate their users',
  },
  why: {
    ja: 'VPC内であっても、認証がなければ、ネットワークに届く者は誰でも、取り込んだ住民情報や文書を検索し、消去できる。',
    en: 'Inside a VPC too, whoever reaches an open domain searches, and deletes, the records and documents in it.',
  },
  fix: {
    ja: 'AdvancedSecurityOptions.Enabledをtrueとするか、AccessPoliciesのPrincipalを特定のロールとしてください。',
    en: 'Set AdvancedSecurityOptions.Enabled to true, or name certain roles in Principal of AccessPolicies.',
  },
  cdk: {
    ja: 'DomainのfineGrainedAccessControlを指定するか、accessPoliciesのprincipalsを特定のロールとする',
    en: 'fineGrainedAccessControl of Domain, or certain roles as principals in accessPolicies',
  },
  resources: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  check: (domain) => {
    const options = domain.get('AdvancedSecurityOptions');
    return options.get('Enabled').orDefault(false).must(isTrue).or(isClosed(domain)).explained(
      'AdvancedSecurityOptions.Enabled',
      {
        ja: '全ての者を許可するAccessPoliciesだけで、詳細なアクセスコントロールなし',
        en: 'AccessPolicies that let everybody in, and no fine-grained access control',
      },
      { ja: 'true、又は特定のロールに限ったAccessPolicies', en: 'true, or AccessPolicies for certain roles' },
      options.at,
    );
  },
});

/** Without a policy a domain is open to nobody but to whom IAM gives the right: requests are signed then. */
function isClosed(domain: Resource): Claim {
  return statementsOf(documentAt(domain.get('AccessPolicies'), domain)).every((item) => {
    const read = statement(item);
    return Claim.all([allows(read), namesEveryone(read.principal, domain.template)]).not();
  });
}
